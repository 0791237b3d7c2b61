//! The answers to a filter found project by project, in the plainest way.

use belt_explorer::{
    analysis::projects::{
        Bridge, FACETS, Filter, InvestmentOptions, InvestmentUnit, LeftOut, MoneyLadder,
        MoneyStage, Notices, ProjectTable, Spot, Tally, YearBasis, needles, size_step,
    },
    dataset::catalog::Catalog,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything a filter answers.
#[derive(Debug, Default, PartialEq)]
pub struct Plain {
    pub rows: Vec<usize>,
    pub facets: Vec<Vec<Tally>>,
    pub years: BTreeMap<i32, usize>,
    pub steps: BTreeMap<i32, usize>,
    pub not_stated: usize,
}

fn add(tally: &mut Tally, money_m: Option<f64>) {
    tally.count += 1;
    tally.with_money += usize::from(money_m.is_some());
    tally.money_m += money_m.unwrap_or_default();
}

fn facet_holds(table: &ProjectTable, filter: &Filter, facet: usize, row: usize) -> bool {
    let Some(choice) = filter.facets.get(FACETS[facet].id) else {
        return true;
    };
    let column = &table.facets[facet];
    let ids: Vec<&str> = column
        .of(row)
        .iter()
        .map(|value| column.values[*value as usize].id.as_str())
        .collect();
    let included = ids.iter().any(|id| choice.include.contains(*id));
    let excluded = ids.iter().any(|id| choice.exclude.contains(*id));
    (choice.include.is_empty() || included) && !excluded
}

/// What holds of a project that no count leaves out.
fn base_holds(table: &ProjectTable, filter: &Filter, row: usize) -> bool {
    let text = table.search.of(row);
    let mut words = needles(&filter.text).into_iter();
    let area = filter.area.is_none_or(|area| {
        let spot = Spot::at(&table.spots[row]);
        spot.is_some_and(|at| area.holds(at))
    });
    area && words.all(|word| text.contains(&word))
}

pub fn filtered(
    table: &ProjectTable,
    filter: &Filter,
    stage: MoneyStage,
    basis: YearBasis,
) -> Plain {
    let values = |facet: usize| table.facets[facet].values.len();
    let mut plain = Plain {
        facets: (0..FACETS.len())
            .map(|facet| vec![Tally::default(); values(facet)])
            .collect(),
        ..Plain::default()
    };
    for row in (0..table.len).filter(|row| base_holds(table, filter, *row)) {
        let years_hold = filter.years.is_none_or(|(basis, from, to)| {
            let year = basis.year(table, row);
            year.is_some_and(|year| (from..=to).contains(&year))
        });
        let money_m = table.amount(row, stage).map(|amount| amount.money_m);
        let amount_holds = filter.amount.is_none_or(|amount| amount.holds(money_m));
        let fails: Vec<usize> = (0..FACETS.len())
            .filter(|facet| !facet_holds(table, filter, *facet, row))
            .collect();
        if fails.is_empty()
            && amount_holds
            && let Some(year) = basis.year(table, row)
        {
            *plain.years.entry(year).or_default() += 1;
        }
        if fails.is_empty() && years_hold {
            match money_m {
                Some(money_m) => *plain.steps.entry(size_step(money_m)).or_default() += 1,
                None => plain.not_stated += 1,
            }
        }
        if !years_hold || !amount_holds {
            continue;
        }
        if fails.is_empty() {
            plain.rows.push(row);
        }
        for (facet, counts) in plain.facets.iter_mut().enumerate() {
            if fails.iter().all(|fails| *fails == facet) {
                for value in table.facets[facet].of(row) {
                    add(&mut counts[*value as usize], table.counted_m(row, stage));
                }
            }
        }
    }
    plain
}

/// What the chart says beside its bars, its sources, and the bars of each year as a whole.
pub fn chart(
    catalog: &Catalog,
    table: &ProjectTable,
    rows: &[usize],
    options: InvestmentOptions,
) -> (Notices, Vec<String>, BTreeMap<i32, f64>) {
    let mut notices = Notices::default();
    let mut sources: BTreeSet<String> = BTreeSet::new();
    let mut bars: BTreeMap<i32, f64> = BTreeMap::new();
    let counting = options.unit == InvestmentUnit::Count;
    for row in rows {
        let project = &catalog.data().projects[*row];
        let amount = table.amount(*row, options.stage);
        notices.shown += 1;
        notices.without_amount += usize::from(amount.is_none());
        let money_m = amount.map_or(0.0, |amount| amount.money_m);
        let mut own = &project.sources;
        if !counting {
            let Some(amount) = amount else { continue };
            if let Some(why) = table.left_out[*row] {
                let left_out = notices.left_out.entry(why).or_default();
                *left_out = (left_out.0 + 1, left_out.1 + money_m);
                continue;
            }
            own = &project.figures[amount.figure].sources;
        }
        let Some(year) = options.basis.year(table, *row) else {
            notices.undated = (notices.undated.0 + 1, notices.undated.1 + money_m);
            continue;
        };
        notices.drawn += 1;
        *bars.entry(year).or_default() += if counting { 1.0 } else { money_m };
        sources.extend(own.iter().map(ToString::to_string));
        if let Some(amount) = amount.filter(|_| !counting) {
            *notices.mixed_stages.entry(amount.stage).or_default() += 1;
            notices.midpoints += usize::from(amount.midpoint);
        }
    }
    if notices.mixed_stages.len() < 2 {
        notices.mixed_stages.clear();
    }
    (notices, sources.into_iter().collect(), bars)
}

/// Counts of the bridge: all, by reason, what counts, by stage.
type Piles = (
    (usize, usize),
    BTreeMap<LeftOut, (usize, usize)>,
    (usize, usize),
    BTreeMap<MoneyStage, usize>,
);

pub fn bridge(table: &ProjectTable, rows: &[usize], stage: MoneyStage) -> Piles {
    let mut piles = Piles::default();
    for row in rows {
        let amount = table.amount(*row, stage);
        let add = |pile: &mut (usize, usize)| match amount {
            Some(_) => pile.0 += 1,
            None => pile.1 += 1,
        };
        add(&mut piles.0);
        if let Some(why) = table.left_out[*row] {
            add(piles.1.entry(why).or_default());
            continue;
        }
        add(&mut piles.2);
        if let Some(amount) = amount {
            *piles.3.entry(amount.stage).or_default() += 1;
        }
    }
    if piles.3.len() < 2 {
        piles.3.clear();
    }
    piles
}

pub fn piles(bridge: &Bridge) -> Piles {
    let pair =
        |pile: belt_explorer::analysis::projects::Pile| (pile.with_money, pile.without_money);
    let taken_off = bridge.taken_off.iter();
    (
        pair(bridge.naive),
        taken_off.map(|(why, pile)| (*why, pair(*pile))).collect(),
        pair(bridge.clean),
        bridge.mixed_stages.clone(),
    )
}

/// Whether a ladder is that of some projects.
pub fn is_ladder(table: &ProjectTable, rows: &[usize], ladder: &MoneyLadder) -> bool {
    let counted = |row: &&usize| table.left_out[**row].is_none();
    let left_out = rows.len() - rows.iter().filter(counted).count();
    let without = rows.iter().filter(counted);
    let without = without.filter(|row| table.amount(**row, MoneyStage::Latest).is_none());
    let steps = ladder.steps.iter().all(|step| {
        let own = rows
            .iter()
            .filter_map(|row| table.counted_m(*row, step.stage));
        let own: Vec<f64> = own.collect();
        let sum = (!own.is_empty()).then(|| own.iter().sum());
        own.len() == step.count && close(sum, step.money_m)
    });
    steps && ladder.left_out == left_out && ladder.without_amount == without.count()
}

/// Whether two sums differ by no more than the order of adding makes.
pub fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 + 1e-9 * a.abs().max(b.abs()),
        (a, b) => a == b,
    }
}

pub fn median(table: &ProjectTable, rows: &[usize], stage: MoneyStage) -> Option<f64> {
    let amounts = rows.iter().filter_map(|row| table.amount(*row, stage));
    let mut amounts: Vec<f64> = amounts.map(|amount| amount.money_m).collect();
    amounts.sort_by(f64::total_cmp);
    let half = amounts.len() / 2;
    match amounts.len() {
        0 => None,
        even if even % 2 == 0 => Some(f64::midpoint(amounts[half - 1], amounts[half])),
        _ => Some(amounts[half]),
    }
}
