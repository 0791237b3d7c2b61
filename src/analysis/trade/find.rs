//! Which lines the dataset holds for a pair of countries: what there is to choose from.

use super::line::Line;
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::{CountryKind, Flow, MeasureRole, Product, RecorderKind};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Goods on their way from one country to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Goods {
    /// Id of the exporting country.
    pub from: String,
    /// Id of the importing country.
    pub to: String,
    /// Id of the product; none means all goods.
    pub product: Option<String>,
}

/// What can be chosen about the trade of a country.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TradeOptions {
    /// Ids of recorders with trade values that involve the country, in dataset order.
    pub recorders: Vec<String>,
    /// Ids of partners with trade values, in dataset order, the world left out.
    pub partners: Vec<String>,
    /// Ids of products with trade values, in dataset order.
    pub products: Vec<String>,
    /// First and last year with a trade value.
    pub years: Option<(i32, i32)>,
}

impl Goods {
    /// The same trade the other way round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            product: self.product.clone(),
        }
    }

    /// The key under which a reporter's recorder would hold it.
    #[must_use]
    pub fn key(&self, measure: &str, recorder: &str, flow: Flow) -> SeriesKey {
        let (reporter, partner) = match flow {
            Flow::Export => (&self.from, &self.to),
            Flow::Import => (&self.to, &self.from),
        };
        SeriesKey {
            measure: measure.to_owned(),
            recorder: recorder.to_owned(),
            reporter: Some(reporter.clone()),
            partner: Some(partner.clone()),
            flow: Some(flow),
            product: self.product.clone(),
            branch: None,
            route: None,
            months: None,
        }
    }
}

/// Whether a key is a whole-year trade value.
pub(super) fn is_trade(catalog: &Catalog, key: &SeriesKey) -> bool {
    key.months.is_none()
        && key.branch.is_none()
        && key.route.is_none()
        && catalog.measure_role(&key.measure) == Some(MeasureRole::TradeValue)
}

/// Everyone's lines for the goods: the exporter's side first, then the importer's; in each the
/// national recorder with the most years first.
#[must_use]
pub fn lines(catalog: &Catalog, goods: &Goods) -> Vec<Line> {
    let side = |flow: Flow| {
        let wanted = |key: &&SeriesKey| {
            is_trade(catalog, key) && **key == goods.key(&key.measure, &key.recorder, flow)
        };
        let keys = catalog.series_keys().filter(wanted);
        let mut lines: Vec<Line> = keys.filter_map(|key| Line::of(catalog, key)).collect();
        lines.sort_by_key(|line| (!is_own_record(catalog, line), Reverse(line.points.len())));
        lines
    };
    let mut all = side(Flow::Export);
    all.extend(side(Flow::Import));
    all
}

/// Whether a line is by the reporting country's own recorder; see [`own_recorder`].
///
/// Other national bodies, such as those of one border crossing, see only a part.
#[must_use]
pub fn is_own_record(catalog: &Catalog, line: &Line) -> bool {
    let reporter = line.key.reporter.as_deref();
    line.recorder_kind == RecorderKind::National
        && reporter
            .and_then(|country| own_recorder(catalog, country))
            .as_ref()
            == Some(&line.key.recorder)
}

/// The national recorder of a country with the most years of trade values; its id.
#[must_use]
pub fn own_recorder(catalog: &Catalog, country: &str) -> Option<String> {
    let recorders = catalog.data().recorders.iter();
    let own = recorders.filter(|recorder| {
        recorder.kind == RecorderKind::National && recorder.country.as_deref() == Some(country)
    });
    let n_years = |recorder: &str| -> usize {
        let keys = catalog.series_keys();
        let keys = keys.filter(|key| key.recorder == recorder && is_trade(catalog, key));
        keys.flat_map(|key| catalog.series_with(key))
            .map(|series| series.values.len())
            .sum()
    };
    let best = own.map(|recorder| (n_years(&recorder.id), Reverse(recorder.id.as_str())));
    let (n, Reverse(id)) = best.max()?;
    (n > 0).then(|| id.to_owned())
}

/// What can be chosen about the trade of `home`.
#[must_use]
pub fn options(catalog: &Catalog, home: &str) -> TradeOptions {
    let mut recorders = BTreeSet::new();
    let mut partners = BTreeSet::new();
    let mut products = BTreeSet::new();
    let mut years = None;
    for key in catalog.series_keys().filter(|key| is_trade(catalog, key)) {
        let other = match (key.reporter.as_deref(), key.partner.as_deref()) {
            (Some(reporter), Some(partner)) if reporter == home => partner,
            (Some(reporter), Some(partner)) if partner == home => reporter,
            _ => continue,
        };
        recorders.insert(key.recorder.as_str());
        partners.insert(other);
        products.extend(key.product.as_deref());
        for year in catalog.series_with(key).flat_map(|s| s.values.keys()) {
            let (first, last) = years.unwrap_or((*year, *year));
            years = Some((first.min(*year), last.max(*year)));
        }
    }
    let data = catalog.data();
    let in_order = |ids: &mut dyn Iterator<Item = &String>, chosen: &BTreeSet<&str>| {
        ids.filter(|id| chosen.contains(id.as_str()))
            .cloned()
            .collect()
    };
    let countries = data.countries.iter();
    let countries = countries.filter(|country| country.kind != CountryKind::World);
    TradeOptions {
        recorders: in_order(&mut data.recorders.iter().map(|r| &r.id), &recorders),
        partners: in_order(&mut countries.map(|c| &c.id), &partners),
        products: in_order(&mut data.products.iter().map(|p| &p.id), &products),
        years,
    }
}

/// Products whose code starts with the text or whose name, in any language, holds it; at most `most`.
#[must_use]
pub fn products_named<'a>(
    catalog: &'a Catalog,
    options: &TradeOptions,
    text: &str,
    most: usize,
) -> Vec<&'a Product> {
    let wanted = text.trim().to_lowercase();
    let fits = |product: &&Product| {
        let mut names = product.name.values();
        product.code.starts_with(&wanted) || names.any(|name| name.to_lowercase().contains(&wanted))
    };
    let products = options.products.iter().filter_map(|id| catalog.product(id));
    products.filter(fits).take(most).collect()
}
