//! Parts that are more than their whole.

use super::amounts::money_unit;
use super::series::Subject;
use super::walk::{elements, items};
use super::{Context, Sink, Slice};
use crate::dataset::place::At;
use crate::dataset::schema::{Figure, ProgrammeState, Project, Quantity, Series};
use crate::dataset::section::Section;
use std::collections::{BTreeMap, HashMap};

/// How far parts may exceed the whole: both are rounded.
const ROUNDING: f64 = 1.01;

pub(super) fn of_list(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, programme) in items(Section::Programmes, &context.data.programmes) {
        for (at, state) in elements(at, "states", &programme.states) {
            state_counts(at, state, sink);
            state_money(at, state, sink);
        }
    }
}

/// What a list falls into. What is launched in the year can be counted among those under way.
fn state_counts(at: At, state: &ProgrammeState, sink: &mut Sink<'_>) {
    let Some(whole) = state.total.count else {
        return;
    };
    let parts = [state.implemented, state.under_way, state.preparation];
    let counts = parts.iter().filter_map(|part| part.count);
    let sum: u64 = counts.map(u64::from).sum();
    if sum > u64::from(whole) {
        let at = at.field("total").field("count");
        sink.report(at, format_args!("its parts count {sum}, the whole {whole}"));
    }
}

fn state_money(at: At, state: &ProgrammeState, sink: &mut Sink<'_>) {
    let Some(whole) = state.total.money_m else {
        return;
    };
    let parts = [state.implemented, state.under_way, state.preparation];
    let sum: f64 = parts.iter().filter_map(|part| part.money_m).sum();
    if sum > whole * ROUNDING {
        let at = at.field("total").field("money_m");
        let message = format_args!("its parts sum to {sum} million, the whole is {whole} million");
        sink.report(at, message);
    }
}

/// The figures that speak of all of a project in one currency, as (lowest, highest).
fn whole_figures<'a>(
    project: &'a Project,
    what: Quantity,
    unit: &'a str,
) -> impl Iterator<Item = (f64, f64)> + 'a {
    let fits =
        move |figure: &&Figure| figure.what == what && figure.unit == unit && figure.part.is_none();
    project.figures.iter().filter(fits).filter_map(|figure| {
        let lowest = figure.low.or(figure.value).or(figure.high)?;
        let highest = figure.high.or(figure.value).or(figure.low)?;
        Some((lowest, highest))
    })
}

/// The highest cost stated for all of a project in each unit.
fn highest_costs(project: &Project) -> HashMap<&str, f64> {
    let mut costs = HashMap::new();
    let whole = |figure: &&Figure| figure.what == Quantity::Cost && figure.part.is_none();
    for figure in project.figures.iter().filter(whole) {
        if let Some(highest) = figure.high.or(figure.value).or(figure.low) {
            let cost = costs.entry(figure.unit.as_str()).or_insert(highest);
            *cost = cost.max(highest);
        }
    }
    costs
}

/// Whether a figure is part of the cost.
fn is_part(figure: &Figure) -> bool {
    matches!(
        figure.what,
        Quantity::PartnerInvestment | Quantity::Loan | Quantity::Grant
    )
}

pub(super) fn of_figure(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        if !project.figures.iter().any(is_part) {
            continue;
        }
        let costs = highest_costs(project);
        for (at, figure) in elements(at, "figures", &project.figures) {
            let is_part = is_part(figure);
            let lowest = figure.low.or(figure.value).or(figure.high);
            let Some(part) = lowest.filter(|_| is_part && money_unit(&figure.unit).is_some())
            else {
                continue;
            };
            let Some(cost) = costs.get(figure.unit.as_str()) else {
                continue;
            };
            if part > *cost * ROUNDING {
                let message = format_args!(
                    "{:?} {part} {} is more than the highest cost stated, {cost}",
                    figure.what, figure.unit
                );
                sink.report(at, message);
            }
        }
    }
}

pub(super) fn of_umbrella(context: &Context<'_>, sink: &mut Sink<'_>) {
    let unit = context.meta().map_or("", |meta| meta.currency.as_str());
    let unit = format!("{unit} m");
    let mut sums: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for project in &context.data.projects {
        let umbrella = project.part_of.as_ref();
        let umbrella = umbrella.and_then(|id| context.find(Section::Projects, id));
        let Some(umbrella) = umbrella else {
            continue;
        };
        let costs = whole_figures(project, Quantity::Cost, &unit);
        if let Some(cost) = costs.map(|(lowest, _)| lowest).reduce(f64::min) {
            let (sum, count) = sums.entry(umbrella).or_default();
            *sum += cost;
            *count += 1;
        }
    }
    for (index, (sum, count)) in sums {
        let Some(umbrella) = context.data.projects.get(index) else {
            continue;
        };
        let costs = whole_figures(umbrella, Quantity::Cost, &unit);
        let whole = costs.map(|(_, highest)| highest).reduce(f64::max);
        if let Some(whole) = whole
            && sum > whole * ROUNDING
        {
            let message = format_args!(
                "the lowest costs of {count} of its parts sum to {sum} {unit}, its own highest is {whole}"
            );
            sink.report(At::item(Section::Projects, index).field("figures"), message);
        }
    }
}

/// One recorder's value of all goods, or the sum over the chapters of one edition, by year.
#[derive(Default)]
struct Totals<'a> {
    /// Highest stated for all goods.
    whole: BTreeMap<i32, f64>,
    /// Sum over chapters, by edition.
    chapters: BTreeMap<Option<&'a str>, BTreeMap<i32, f64>>,
    /// Position of a chapter's series, to have a place to report.
    place: Option<usize>,
}

pub(super) fn of_products(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut order: Vec<(Subject<'_>, &str)> = Vec::new();
    let mut totals: HashMap<(Subject<'_>, &str), Totals<'_>> = HashMap::new();
    for (index, series) in context.data.series.iter().enumerate() {
        let key = (Subject::of(series).all_products(), series.recorder.as_str());
        let entry = totals.entry(key).or_insert_with(|| {
            order.push(key);
            Totals::default()
        });
        add_series(context, index, series, entry);
    }
    for key in order {
        let Some(total) = totals.get(&key) else {
            continue;
        };
        for by_year in total.chapters.values() {
            report_products(total, by_year, sink);
        }
    }
}

fn add_series<'a>(
    context: &Context<'a>,
    index: usize,
    series: &'a Series,
    totals: &mut Totals<'a>,
) {
    let Some(product) = &series.product else {
        for (year, value) in &series.values {
            let whole = totals.whole.entry(*year).or_insert(*value);
            *whole = whole.max(*value);
        }
        return;
    };
    let product = context.find(Section::Products, product);
    let product = product.and_then(|index| context.data.products.get(index));
    // Deeper codes lie inside chapters; and a second series of a chapter is not more of it.
    if let Some(product) = product
        && product.code.len() == 2
        && series.preference == 0
    {
        totals.place = Some(index);
        let by_year = totals.chapters.entry(product.edition.as_deref());
        let by_year = by_year.or_default();
        for (year, value) in &series.values {
            *by_year.entry(*year).or_default() += *value;
        }
    }
}

fn report_products(totals: &Totals<'_>, by_year: &BTreeMap<i32, f64>, sink: &mut Sink<'_>) {
    for (year, sum) in by_year {
        if let (Some(whole), Some(place)) = (totals.whole.get(year), totals.place)
            && *sum > *whole * ROUNDING
        {
            let at = At::item(Section::Series, place).field("values").key(*year);
            let message = format_args!(
                "with the other chapters it sums to {sum:.1} in {year}, more than all goods, {whole}"
            );
            sink.report(at, message);
        }
    }
}
