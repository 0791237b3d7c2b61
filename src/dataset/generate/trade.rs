//! Products, and series of trade and investment.

use super::lines::Lines;
use super::names::Town;
use super::random::{Random, rounded};
use super::{LAST_YEAR, Plan, kind};
use std::io;

/// The first year of all series.
const FIRST_YEAR: i32 = 2000;

/// Two recorders and two directions.
const VIEWS: [View; 4] = [
    View("aur-customs", "AUR", "BOR", "Export", "Fob", "customs-aur"),
    View("aur-customs", "AUR", "BOR", "Import", "Cif", "customs-aur"),
    View("bor-customs", "BOR", "AUR", "Export", "Fob", "customs-bor"),
    View("bor-customs", "BOR", "AUR", "Import", "Cif", "customs-bor"),
];

/// How a flow is seen: recorder, reporter, partner, direction, valuation, source.
struct View(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn product_code(number: u64) -> u64 {
    100_000 + 10 * number
}

pub(super) fn products(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.list("products", plan.products(), |lines, number| {
        let (code, town) = (product_code(number), Town(number));
        let again = town.again();
        lines.line(format_args!(
            r#"(id: "G{code}", code: "{code}", edition: "G2000", name: {{"en": "{town} goods{again}"}}),"#
        ))
    })
}

pub(super) fn series(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.inside("series: [", "],", |lines| {
        for (number, view) in (0..).zip(&VIEWS) {
            one(plan, number, None, view, lines)?;
        }
        investment(plan, lines)?;
        for product in 0..plan.products() {
            for (number, view) in (0..).zip(&VIEWS) {
                let number = 8 + product * 4 + number;
                one(plan, number, Some(product_code(product)), view, lines)?;
            }
        }
        Ok(())
    })
}

/// A value a year that grows and now and then falls.
fn values(plan: Plan, number: u64, median: f64) -> Vec<(i32, f64)> {
    let mut random = Random::of(plan.seed, kind::SERIES, number);
    let mut value = random.around(median, 0.6);
    let years = FIRST_YEAR..=LAST_YEAR;
    let values = years.map(|year| {
        value *= random.between(0.92, 1.22);
        (year, rounded(value))
    });
    values.collect()
}

fn one(
    plan: Plan,
    number: u64,
    product: Option<u64>,
    view: &View,
    lines: &mut Lines<'_>,
) -> io::Result<()> {
    let View(recorder, reporter, partner, flow, valuation, source) = view;
    lines.record(|lines| {
        let slug = flow.to_lowercase();
        match product {
            Some(code) => lines.line(format_args!(r#"id: "{recorder}-{slug}-{code}","#))?,
            None => lines.line(format_args!(r#"id: "{recorder}-{slug}","#))?,
        }
        lines.line(r#"measure: "goods-trade","#)?;
        lines.line(format_args!(r#"recorder: "{recorder}","#))?;
        lines.line(format_args!(r#"reporter: "{reporter}","#))?;
        lines.line(format_args!(r#"partner: "{partner}","#))?;
        lines.line(format_args!("flow: {flow},"))?;
        if let Some(code) = product {
            lines.line(format_args!(r#"product: "G{code}","#))?;
        }
        lines.line(format_args!("valuation: {valuation},"))?;
        lines.line(r#"unit: "USD m","#)?;
        lines.line(format_args!(r#"sources: ["{source}"],"#))?;
        // Both sides' series of one flow start close enough to be told from a slipped unit.
        let median = if product.is_some() { 12.0 } else { 2_500.0 };
        lines.years(&values(plan, number, median))
    })
}

fn investment(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.record(|lines| {
        lines.line(r#"id: "aur-bank-inflow","#)?;
        lines.line(r#"measure: "fdi-inflow","#)?;
        lines.line(r#"recorder: "aur-bank","#)?;
        lines.line(r#"reporter: "AUR","#)?;
        lines.line(r#"partner: "BOR","#)?;
        lines.line(r#"unit: "USD m","#)?;
        lines.line(r#"sources: ["customs-aur"],"#)?;
        lines.years(&values(plan, 4, 900.0))
    })
}
