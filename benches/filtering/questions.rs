//! The questions that all are asked, and who answers how fast.

use super::Outcome;
use belt_explorer::{
    analysis::projects::{
        Choice, Filter, InvestmentOptions, MoneyStage, ProjectTable, StackBy, YearBar, YearBasis,
        apply, investment_chart, kept,
    },
    dataset::catalog::Catalog,
};
use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// Which amounts are asked about, and which years.
pub const STAGE: MoneyStage = MoneyStage::Latest;
pub const BASIS: YearBasis = YearBasis::Announced;

/// A text, and two facets with a value each. All are asked one after the other, none twice.
const FILTERS: [(&str, [(&str, &str); 2]); 6] = [
    ("solar", [("group", "power"), ("status", "operational")]),
    ("north", [("region", "AUR-04"), ("instrument", "contract")]),
    ("ridge", [("status", "construction"), ("place", "site")]),
    ("gas field", [("sector", "oil-gas"), ("status", "planned")]),
    ("e", [("group", "transport"), ("status", "operational")]),
    ("built", [("instrument", "equity"), ("place", "town")]),
];
/// A text alone.
const TEXTS: [&str; 3] = ["er", "built by", "highway"];

/// How long a question took, and what came out: projects, and of the groups or facets all counts and money.
pub struct Answer {
    question: &'static str,
    time: Duration,
    told: (usize, f64),
}

pub const FILTER: &str = "filter by text and two facets";
pub const GROUPS: &str = "the same, and money by year and sector group";
pub const COUNTS: &str = "the same as the first, and counts and money of all facets";
pub const ALL: &str = "all of these at once";
pub const WIDE: &str = "filter by text alone, all facets, years by group";

fn filters() -> Vec<Filter> {
    let filter = |(text, facets): &(&str, [(&str, &str); 2])| Filter {
        // A phrase stands in quotes.
        text: format!("\"{text}\""),
        facets: facets
            .iter()
            .map(|(facet, value)| chosen(facet, value))
            .collect(),
        ..Filter::default()
    };
    FILTERS.iter().map(filter).collect()
}

fn wide() -> Vec<Filter> {
    let filter = |text: &&str| Filter {
        text: format!("\"{text}\""),
        ..Filter::default()
    };
    TEXTS.iter().map(filter).collect()
}

fn chosen(facet: &str, value: &str) -> (String, Choice) {
    let choice = Choice {
        include: [value.to_owned()].into(),
        ..Choice::default()
    };
    (facet.to_owned(), choice)
}

/// The filters as the others get them.
pub fn write(path: &Path) -> Outcome<()> {
    let mut out = csv::Writer::from_path(path)?;
    for (text, [(one, value), (other, other_value)]) in FILTERS {
        out.write_record([text, one, value, other, other_value])?;
    }
    for text in TEXTS {
        out.write_record([text, "", "", "", ""])?;
    }
    out.flush()?;
    Ok(())
}

/// What this program answers.
pub fn answers(catalog: &Catalog, table: &ProjectTable, runs: usize) -> Vec<Answer> {
    let groups = |table: &ProjectTable, filter: &Filter| {
        let rows = kept(table, filter, STAGE);
        let options = InvestmentOptions {
            stack: StackBy::Group,
            basis: BASIS,
            stage: STAGE,
            ..InvestmentOptions::default()
        };
        let chart = investment_chart(catalog, table, &rows, &rows, options);
        let money = chart.bars.iter().map(YearBar::total).sum::<f64>();
        (chart.notices.drawn, money)
    };
    let counts = |table: &ProjectTable, filter: &Filter| {
        let result = apply(table, filter, STAGE, BASIS);
        let values = result.facets.iter().flat_map(|facet| &facet.values);
        let sum = values.fold((0, 0.0), |sum, own| {
            (sum.0 + own.count, sum.1 + own.money_m)
        });
        // Of a facet that filters the others see its own values only.
        black_box(sum);
        (result.count, 0.0)
    };
    let both = |table: &ProjectTable, filter: &Filter| {
        let (_, money) = groups(table, filter);
        (counts(table, filter).0, money)
    };
    let count =
        |table: &ProjectTable, filter: &Filter| (kept(table, filter, STAGE).count_ones(..), 0.0);
    vec![
        fastest(FILTER, runs, table, &filters(), count),
        fastest(GROUPS, runs, table, &filters(), groups),
        fastest(COUNTS, runs, table, &filters(), counts),
        fastest(ALL, runs, table, &filters(), both),
        fastest(WIDE, runs, table, &wide(), both),
    ]
}

/// The fastest of some runs. Each begins with a table that was asked for everything without a filter, as it
/// is when it is opened, and for nothing else.
fn fastest(
    question: &'static str,
    runs: usize,
    table: &ProjectTable,
    filters: &[Filter],
    ask: impl Fn(&ProjectTable, &Filter) -> (usize, f64),
) -> Answer {
    let mut best = Answer {
        question,
        time: Duration::MAX,
        told: (0, 0.0),
    };
    for _ in 0..runs {
        let table = table.clone();
        black_box(apply(&table, &Filter::default(), STAGE, BASIS));
        black_box(ask(&table, &Filter::default()));
        let start = Instant::now();
        let told = filters.iter().map(|filter| ask(&table, filter));
        best.told = told.fold((0, 0.0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        best.time = best.time.min(start.elapsed());
    }
    best
}

/// Prints the answers beside those of the others, who say name, question, seconds, projects and money.
pub fn compare(own: &[Answer], said: &str) -> Outcome<()> {
    println!("time of all filters of a question; how long the others take, as a multiple of it");
    for Answer {
        question,
        time,
        told: (count, money),
    } in own
    {
        println!("{question:<60} {time:>9.2?}   {count} projects, {money:.0}");
        for line in said.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let [name, of, seconds, others_count, others_money] = parts.as_slice() else {
                continue;
            };
            if of != question {
                continue;
            }
            let others = Duration::from_secs_f64(seconds.parse()?);
            let ratio = others.as_secs_f64() / time.as_secs_f64();
            let others_money: f64 = others_money.parse()?;
            let same = others_count.parse::<usize>()? == *count
                && (others_money - money).abs() <= 1e-6 * money.abs();
            let same = if same { "the same" } else { "ANOTHER ANSWER" };
            println!("    {name:<56} {others:>9.2?}   {ratio:>6.1} x, {same}");
        }
    }
    println!();
    Ok(())
}
