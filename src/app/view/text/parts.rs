//! The one table of parts: a new choice of the view gets a row here, and is written, read, checked and copied.

use super::{
    Context, against, amount,
    form::{
        Count, FacetId, Form, Id, Ids, ListOf, Number, OneOf, Order as _, Record, Search, SetOf,
        Sort, Year, YearsOf,
    },
    known,
    map::{self, FrameForm},
    problem::{Expected, Reason},
    projects,
    token::{Token, quoted},
    trade::{self, DisplayForm, MarginForm, PricesForm},
    transit::{self, EndsForm, HoldingForm},
    word::Word as _,
};
use crate::{
    analysis::{
        projects::{Column, FACETS, SortKey},
        transit::{Cargo, Question},
    },
    app::view::View,
};
use std::collections::BTreeSet;

/// The version of the language that is written.
pub const VERSION: u32 = 1;

/// A row of the table.
pub enum Row {
    /// One choice.
    Part(Part),
    /// One part for each facet of projects, with the facet's id as its key; takes a minus before it.
    Facets,
}

/// One choice of the view.
pub struct Part {
    /// What stands before the colon.
    pub key: &'static str,
    /// Another key that is read as this one.
    pub also: Option<&'static str>,
    /// What stands after the colon; nothing where the view has the default.
    pub(super) write: fn(&View, &Context<'_>) -> Option<String>,
    /// Puts a token's value into the view; returns why parts of it were left out.
    pub(super) read: fn(&mut View, &Token<'_>, &Context<'_>) -> Result<Vec<Reason>, Reason>,
}

/// A choice that is a field of the view.
macro_rules! part {
    ($key:literal, $form:expr, $($field:ident).+) => {
        Row::Part(Part {
            key: $key,
            also: None,
            write: |view, cx| differing(&$form, &view.$($field).+, &cx.default.$($field).+),
            read: |view, token, cx| {
                let (value, left_out) = $form.read(token, cx)?;
                view.$($field).+ = value;
                Ok(left_out)
            },
        })
    };
}

/// A choice that is a field of the question about transit; the default is the dataset's own question.
macro_rules! asked {
    ($key:literal, $form:expr, $($field:ident).+) => {
        Row::Part(Part {
            key: $key,
            also: None,
            write: |view, cx| {
                let asked = view.transit.question.as_ref()?;
                differing(&$form, &asked.$($field).+, &cx.own_question().$($field).+)
            },
            read: |view, token, cx| {
                let (value, left_out) = $form.read(token, cx)?;
                question(view, cx).$($field).+ = value;
                Ok(left_out)
            },
        })
    };
}

fn differing<T: PartialEq>(form: &impl Form<T>, value: &T, default: &T) -> Option<String> {
    (value != default).then(|| form.written(value))
}

fn question<'a>(view: &'a mut View, cx: &Context<'_>) -> &'a mut Question {
    let own = || cx.own_question().clone();
    view.transit.question.get_or_insert_with(own)
}

/// All parts, in the order in which they are written and read.
pub const PARTS: &[Row] = &[
    VIEW,
    DATASET,
    part!("tab", OneOf, tab),
    Row::Facets,
    part!("text", Search, projects.filter.text),
    // Before the years: these are of the chart's step unless they name another.
    part!("chart.basis", OneOf, projects.chart.basis),
    YEARS,
    AMOUNT,
    AREA,
    AGAINST,
    part!("against.axes", OneOf, projects.axes),
    part!("picture", OneOf, projects.picture),
    part!("chart.unit", OneOf, projects.chart.unit),
    part!("chart.by", OneOf, projects.chart.stack),
    part!("chart.stage", OneOf, projects.chart.stage),
    part!("chart.prices", PricesForm, projects.chart.prices),
    part!("breakdown.by", OneOf, projects.breakdown),
    part!("outcomes.by", OneOf, projects.outcomes),
    part!("map.at", FrameForm, projects.map_frame),
    SORT,
    part!("table.columns", ListOf, projects.table.columns),
    part!(
        "table.frozen",
        Count(Column::ALL.len()),
        projects.table.frozen
    ),
    part!("table.group", FacetId, projects.table.group),
    part!("select", Id(known::PROJECT), projects.selected),
    part!("overview.all", OneOf, overview.all_statements),
    part!("overview.select", Record, overview.selected),
    part!("trade.show", OneOf, trade.choice.show),
    part!("trade.display", DisplayForm, trade.choice.display),
    part!("trade.gap", OneOf, trade.choice.gap_base),
    part!("trade.flow", OneOf, trade.choice.traded),
    part!("trade.investment", OneOf, trade.choice.investment),
    part!("trade.product", Id(known::PRODUCT), trade.choice.product),
    part!(
        "trade.recorders",
        Ids(known::RECORDER),
        trade.choice.toggled
    ),
    part!("trade.years", YearsOf(trade::years), trade.choice.years),
    part!("trade.prices", PricesForm, trade.choice.prices),
    part!("trade.margin", MarginForm, trade.choice.margin),
    part!("trade.partners", Ids(known::COUNTRY), trade.choice.partners),
    part!("trade.ranking-year", Year, trade.choice.ranking_year),
    part!(
        "trade.ranking-recorder",
        Id(known::RECORDER),
        trade.choice.product_recorder
    ),
    part!("trade.select", Year, trade.selected_year),
    asked!("transit.years", YearsOf(transit::years), years),
    asked!("transit.scopes", SetOf, scopes),
    asked!("transit.forecasts", OneOf, with_forecasts),
    asked!("transit.modes", SetOf, modes),
    asked!("transit.ends", EndsForm, ends),
    asked!("transit.value", Number(Cargo::VALUES_USD), cargo.value_usd),
    asked!("transit.tonnes", Number(Cargo::TONNES), cargo.tonnes),
    asked!("transit.feu", Number(Cargo::FEU), cargo.feu),
    asked!("transit.volume", Number(Cargo::VOLUMES_M3), cargo.volume_m3),
    asked!("transit.holding", HoldingForm, cargo.holding),
    asked!(
        "transit.reliability",
        Number(Cargo::RELIABILITY_RATIOS),
        cargo.reliability_ratio
    ),
    asked!(
        "transit.carbon",
        Number(Cargo::CARBON_USD_PER_TONNE),
        cargo.carbon_usd_per_tonne
    ),
    part!("transit.picture", OneOf, transit.picture),
    part!("transit.sort", Sort, transit.sort),
    part!("transit.select", Id(known::ROUTE), transit.selected),
    part!("sources.text", Search, sources.filter.text),
    part!("sources.kind", SetOf, sources.filter.kinds),
    part!(
        "sources.publisher",
        Ids(known::PUBLISHER),
        sources.filter.publishers
    ),
    part!("sources.area", SetOf, sources.filter.areas),
    part!(
        "sources.years",
        YearsOf(years_of_sources),
        sources.filter.years
    ),
    part!("sources.sort", Sort, sources.sort),
    part!("sources.select", Id(known::SOURCE), sources.selected),
];

/// The version. A later one is read as far as it is understood.
const VIEW: Row = Row::Part(Part {
    key: "view",
    also: None,
    write: |_, _| Some(VERSION.to_string()),
    read: |_, token, _| match token.value()?.parse() {
        Ok(version @ 1..=u32::MAX) if version > VERSION => Err(Reason::Newer),
        Ok(1..) => Ok(Vec::new()),
        _ => Err(Reason::Malformed(Expected::Version)),
    },
});

/// The dataset that the view was made of, in links alone.
const DATASET: Row = Row::Part(Part {
    key: "dataset",
    also: None,
    write: |_, cx| cx.names_dataset.then(|| quoted(cx.dataset.id())),
    read: |_, token, cx| {
        let id = token.whole();
        if id == cx.dataset.id() {
            Ok(Vec::new())
        } else {
            Err(Reason::OtherDataset { id })
        }
    },
});

const YEARS: Row = Row::Part(Part {
    key: "years",
    also: Some("year"),
    write: |view, _| projects::years_written_of(view),
    read: |view, token, cx| {
        let (years, left_out) = projects::years_read_of(view, token, cx)?;
        view.projects.filter.years = Some(years);
        Ok(left_out)
    },
});

const AMOUNT: Row = Row::Part(Part {
    key: "amount",
    also: None,
    write: |view, _| Some(amount::written(view.projects.filter.amount?)),
    read: |view, token, _| {
        view.projects.filter.amount = Some(amount::read(token)?);
        Ok(Vec::new())
    },
});

/// The orders of the table of projects, the first one first.
const SORT: Row = Row::Part(Part {
    key: "sort",
    also: None,
    write: |view, cx| {
        let order = view.projects.order();
        let written = order.iter().map(|key| Sort.written(key));
        (order != cx.default.projects.order()).then(|| written.collect::<Vec<_>>().join(","))
    },
    read: |view, token, _| {
        let keys = token.values()?.iter().map(|item| Sort.of(&item.text));
        let mut keys: Vec<SortKey> = keys.collect::<Result<_, Reason>>()?;
        let mut columns = BTreeSet::new();
        // A column orders once.
        keys.retain(|key| columns.insert(key.column.word()));
        if let Some((first, then)) = keys.split_first() {
            view.projects.sort = *first;
            view.projects.table.then = then.to_vec();
        }
        Ok(Vec::new())
    },
});

const AREA: Row = Row::Part(Part {
    key: "area",
    also: None,
    write: |view, _| Some(map::area_written(view.projects.filter.area?)),
    read: |view, token, _| {
        view.projects.filter.area = Some(map::area_read(token)?);
        Ok(Vec::new())
    },
});

/// After the step of the chart, like the years.
const AGAINST: Row = Row::Part(Part {
    key: "against",
    also: None,
    write: against::written,
    read: against::read,
});

fn years_of_sources(cx: &Context<'_>) -> Option<(i32, i32)> {
    let sources = cx.dataset.catalog.data().sources.iter();
    let years = || {
        sources
            .clone()
            .filter_map(|source| Some(source.date?.year()))
    };
    years().min().zip(years().max())
}

/// All keys, in the order of the table.
pub fn keys() -> impl Iterator<Item = &'static str> {
    PARTS.iter().flat_map(|row| match row {
        Row::Part(part) => vec![part.key],
        Row::Facets => FACETS.iter().map(|facet| facet.id).collect(),
    })
}
