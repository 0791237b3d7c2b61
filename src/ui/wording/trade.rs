//! Words for trade: what tracks, charts and notices are called; numbers with their units. What
//! limits a number stands in `trade_marks`.

use crate::{
    analysis::trade::{
        Notice, YearSpan, YearsNotice,
        chart::{Chart, Label, Title, Unit, What},
        ranking::Traded,
    },
    dataset::schema::Text,
    i18n::{axis_money, decimal, money, money_m, money_m_exact, percent, year_range},
    ui::Cx,
};

pub use super::trade_marks::{mark, point_marks, standing, valuation};

/// How the values of an axis are scaled, and the words for its unit.
pub struct AxisUnit {
    /// Values are multiplied by it.
    pub factor: f64,
    /// The unit in words.
    pub words: String,
}

/// Name of a country, or its id if the dataset has no name.
#[must_use]
pub fn country(cx: &Cx<'_>, id: &str) -> String {
    let country = cx.catalog().country(id);
    country
        .map_or(id, |country| cx.text(&country.name))
        .to_owned()
}

/// Name of a recorder.
#[must_use]
pub fn recorder(cx: &Cx<'_>, id: &str) -> String {
    let recorder = cx.catalog().recorder(id);
    recorder
        .map_or(id, |recorder| cx.text(&recorder.name))
        .to_owned()
}

/// Code and name of a product.
#[must_use]
pub fn product(cx: &Cx<'_>, id: &str) -> String {
    let Some(product) = cx.catalog().product(id) else {
        return id.to_owned();
    };
    format!("{} {}", product.code, cx.text(&product.name))
}

/// Code, name and edition of a product: some codes stand in several editions.
#[must_use]
pub fn product_in_full(cx: &Cx<'_>, id: &str) -> String {
    let edition = cx
        .catalog()
        .product(id)
        .and_then(|product| product.edition.as_deref());
    match edition {
        Some(edition) => format!("{} ({edition})", product(cx, id)),
        None => product(cx, id),
    }
}

/// Message key of what is traded.
#[must_use]
pub fn traded(traded: Traded) -> &'static str {
    match traded {
        Traded::Exports => "traded-exports",
        Traded::Imports => "traded-imports",
        Traded::Turnover => "traded-turnover",
    }
}

/// Message key of what is traded as a quantity of its own, away from the choice.
#[must_use]
pub fn quantity(traded: Traded) -> &'static str {
    what(match traded {
        Traded::Exports => What::Exports,
        Traded::Imports => What::Imports,
        Traded::Turnover => What::Turnover,
    })
}

/// Message key of what a column holds.
#[must_use]
pub fn what(what: What) -> &'static str {
    match what {
        What::Goods => "what-goods",
        What::Exports => "what-exports",
        What::Imports => "what-imports",
        What::Turnover => "what-turnover",
        What::Balance => "what-balance",
        What::CoverRatio => "what-cover-ratio",
        What::Share => "what-share",
        What::Growth => "what-growth",
        What::Gap => "what-gap",
        What::GapOfMean => "what-gap-mean",
        What::GapOfExporter => "what-gap-exporter",
        What::GapOfImporter => "what-gap-importer",
        What::AdjustedGap => "what-adjusted",
        What::TurnoverGap => "what-turnover-gap",
        What::Investment => "what-investment",
    }
}

/// Name of a track in a chart of this title.
#[must_use]
pub fn track(cx: &Cx<'_>, title: &Title, label: &Label) -> String {
    let Some(id) = &label.recorder else {
        return cx.t(what(label.what));
    };
    if title.to.is_none() {
        return label
            .partner
            .as_deref()
            .map(|id| country(cx, id))
            .unwrap_or_default();
    }
    let name = recorder(cx, id);
    let values = [("recorder", (&name).into())];
    match label.what {
        What::Exports if title.what != What::Share => cx.with("track-exports", &values),
        What::Imports if title.what != What::Share => cx.with("track-imports", &values),
        What::Exports | What::Imports | What::Turnover if title.what == What::Share => {
            let partner = label
                .partner
                .as_deref()
                .map(|id| country(cx, id))
                .unwrap_or_default();
            let what = cx.t(what(label.what));
            cx.with(
                "track-with",
                &[("what", (&what).into()), ("partner", (&partner).into())],
            )
        }
        What::Investment => {
            let measure = label
                .measure
                .as_deref()
                .and_then(|id| cx.catalog().measure(id));
            let measure = measure.map_or("", |measure| cx.text(&measure.name));
            cx.with(
                "track-measure",
                &[("measure", measure.into()), ("recorder", (&name).into())],
            )
        }
        _ => name,
    }
}

/// The title of a chart.
#[must_use]
pub fn title(cx: &Cx<'_>, chart: &Chart) -> String {
    let title = &chart.title;
    let (home, partner) = (
        country(cx, cx.catalog().home()),
        country(cx, cx.catalog().partner()),
    );
    let from = country(cx, &title.from);
    let to = title
        .to
        .as_deref()
        .map(|id| country(cx, id))
        .unwrap_or_default();
    let values = [
        ("home", (&home).into()),
        ("partner", (&partner).into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
    ];
    let key = match title.what {
        _ if title.to.is_none() => "trade-title-partners",
        What::Turnover => "trade-title-turnover",
        What::Balance => "trade-title-balance",
        What::Share => "trade-title-share",
        What::Investment => "trade-title-investment",
        What::TurnoverGap => "gap-turnover-title",
        What::Gap | What::GapOfExporter | What::GapOfImporter | What::GapOfMean => "gap-title",
        _ => "trade-title-goods",
    };
    let words = cx.with(key, &values);
    match title
        .product
        .as_deref()
        .filter(|_| key.starts_with("trade-title"))
    {
        None => words,
        Some(id) => {
            let product = product(cx, id);
            let values = [("title", (&words).into()), ("product", (&product).into())];
            cx.with("trade-title-product", &values)
        }
    }
}

/// The currency of a unit such as `USD m`, if it is money in millions.
fn currency(unit: &str) -> Option<&str> {
    unit.strip_suffix(" m")
        .filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// A unit without its scale, where each value names its own: the currency of money.
#[must_use]
pub fn unscaled(unit: &str) -> &str {
    currency(unit).unwrap_or(unit)
}

/// Scale and words of an axis whose largest value is `largest`.
#[must_use]
pub fn axis_unit(cx: &Cx<'_>, unit: &Unit, largest: f64) -> AxisUnit {
    let scaled = |factor: f64, words: String| AxisUnit { factor, words };
    match unit {
        Unit::Stated(stated) => match currency(stated) {
            Some(code) if largest >= 1000.0 => {
                scaled(0.001, cx.with("unit-billion", &[("currency", code.into())]))
            }
            Some(code) => scaled(1.0, cx.with("unit-million", &[("currency", code.into())])),
            None => scaled(1.0, stated.clone()),
        },
        Unit::Fraction => scaled(100.0, cx.t("unit-percent")),
        Unit::Ratio => scaled(1.0, cx.t("unit-ratio")),
        Unit::Index(year) => {
            let year = year.to_string();
            scaled(1.0, cx.with("unit-index", &[("year", (&year).into())]))
        }
    }
}

/// A tick of an axis.
#[must_use]
pub fn axis_tick(value: f64, step: f64) -> String {
    axis_money(value, step)
}

/// A unit as the head of a column.
#[must_use]
pub fn unit_head(unit: &Unit) -> String {
    match unit {
        Unit::Stated(stated) => stated.clone(),
        Unit::Fraction => "%".to_owned(),
        Unit::Ratio => String::new(),
        Unit::Index(year) => format!("{year} = 100"),
    }
}

/// A number in a cell whose column names the unit.
#[must_use]
pub fn cell(unit: &Unit, value: f64) -> String {
    match unit {
        Unit::Stated(_) => decimal(value, usize::from(value.abs() < 1000.0)),
        Unit::Fraction => decimal(100.0 * value, 1),
        Unit::Ratio => decimal(value, 2),
        Unit::Index(_) => decimal(value, 1),
    }
}

/// A number with its unit, rounded for reading.
#[must_use]
pub fn value(unit: &Unit, value: f64) -> String {
    match unit {
        Unit::Stated(stated) => match currency(stated) {
            // In millions it would look like nothing.
            Some(code) if value.abs() < 0.01 => money(value * 1e6, code),
            Some(code) => money_m(value, code),
            None => format!("{} {stated}", decimal(value, 1)),
        },
        Unit::Fraction => percent(value),
        Unit::Ratio => decimal(value, 2),
        Unit::Index(_) => decimal(value, 1),
    }
}

/// A number with its unit, in full.
#[must_use]
pub fn exact(unit: &Unit, number: f64) -> String {
    match unit {
        Unit::Stated(stated) => match currency(stated) {
            Some(code) => money_m_exact(number, code),
            None => format!("{} {stated}", decimal(number, 3)),
        },
        Unit::Fraction => format!("{} %", decimal(100.0 * number, 2)),
        Unit::Ratio | Unit::Index(_) => decimal(number, 3),
    }
}

/// A share; what would round to nothing is named as small.
#[must_use]
pub fn share(fraction: f64) -> String {
    if fraction > 0.0 && fraction < 0.0005 {
        "<0.1 %".to_owned()
    } else {
        percent(fraction)
    }
}

/// Runs of years in words.
#[must_use]
pub fn years(spans: &[YearSpan]) -> String {
    let runs: Vec<String> = spans
        .iter()
        .map(|span| year_range(span.first, span.last))
        .collect();
    runs.join(", ")
}

/// A notice in words. `unit` is that of the answer.
#[must_use]
pub fn notice(cx: &Cx<'_>, notice: &Notice, unit: &Unit) -> String {
    let of_recorder =
        |key: &str, id: &str| cx.with(key, &[("recorder", (&recorder(cx, id)).into())]);
    let of_years =
        |key: &str, spans: &[YearSpan]| cx.with(key, &[("years", (&years(spans)).into())]);
    match notice {
        Notice::NoSeries => cx.t("notice-no-series"),
        Notice::Years {
            what,
            recorder: id,
            years: spans,
        } => {
            let key = match what {
                YearsNotice::NoRecord => "notice-no-record",
                YearsNotice::Estimated => "notice-estimated",
                YearsNotice::NotFullYear => "notice-not-full",
                YearsNotice::ValuationUnknown => "notice-valuation",
                YearsNotice::Conflict => "notice-conflict",
            };
            cx.with(
                key,
                &[
                    ("recorder", (&recorder(cx, id)).into()),
                    ("years", (&years(spans)).into()),
                ],
            )
        }
        Notice::NoRecordOf {
            partner,
            years: spans,
        } => {
            let (partner, years) = (country(cx, partner), years(spans));
            let values = [("partner", (&partner).into()), ("years", (&years).into())];
            cx.with("notice-no-record-of", &values)
        }
        Notice::NotShown { recorders } => {
            let names: Vec<String> = recorders.iter().map(|id| recorder(cx, id)).collect();
            cx.with(
                "notice-not-shown",
                &[("recorders", (&names.join(", ")).into())],
            )
        }
        Notice::OtherUnit { series } => {
            cx.with("notice-other-unit", &[("count", series.len().into())])
        }
        Notice::NoPriceIndex => cx.t("notice-no-price-index"),
        Notice::NoDeflator { years } => of_years("notice-no-deflator", years),
        Notice::NoBase { recorder } => of_recorder("notice-no-base", recorder),
        Notice::NoIndexBase { recorder: id, year } => {
            let year = year.to_string();
            cx.with(
                "notice-no-index-base",
                &[
                    ("recorder", (&recorder(cx, id)).into()),
                    ("year", (&year).into()),
                ],
            )
        }
        Notice::PartsExceedWhole { excess } => cx.with(
            "notice-parts-exceed",
            &[("excess", (&value(unit, *excess)).into())],
        ),
        Notice::OtherEdition { n } => cx.with("notice-other-edition", &[("count", (*n).into())]),
        Notice::OneSided { years } => of_years("notice-one-sided", years),
        Notice::NotAdjusted { years } => of_years("notice-not-adjusted", years),
    }
}

/// Whether a notice is about what the numbers mean, and so is drawn as a warning.
#[must_use]
pub fn warns(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Years {
            what: YearsNotice::Conflict | YearsNotice::NotFullYear,
            ..
        } | Notice::NoPriceIndex
            | Notice::NoDeflator { .. }
            | Notice::PartsExceedWhole { .. }
    )
}

/// The method of a recorder or any other text of the dataset, if there is one.
#[must_use]
pub fn present<'a>(cx: &Cx<'a>, text: &'a Text) -> Option<&'a str> {
    Some(cx.text(text)).filter(|text| !text.is_empty())
}
