//! The checked, indexed form of a dataset that everything above works with.
//!
//! Records keep the order of the files. Positions in the lists of [`Dataset`] are the
//! indices used everywhere; ids are resolved once, here.

mod series;

pub use series::SeriesKey;

// A large dataset has millions of ids: this hash is several times faster than the standard one
// and starts at random too, so that a file cannot be made to fit it.
use super::schema::{
    Claim, Country, Dataset, Measure, Meta, Node, Organisation, Product, Programme, Project,
    Recorder, Region, Route, Sector, SectorGroup, Series, Source, Statement, Status, Text,
};
use foldhash::HashMap as IdMap;

/// A checked dataset with its ids resolved.
#[derive(Debug)]
pub struct Catalog {
    data: Dataset,
    index: Index,
    series_keys: series::SeriesIndex,
    checksum: String,
}

#[derive(Debug, Default)]
struct Index {
    countries: IdMap<String, usize>,
    regions: IdMap<String, usize>,
    sector_groups: IdMap<String, usize>,
    sectors: IdMap<String, usize>,
    statuses: IdMap<String, usize>,
    recorders: IdMap<String, usize>,
    measures: IdMap<String, usize>,
    sources: IdMap<String, usize>,
    organisations: IdMap<String, usize>,
    projects: IdMap<String, usize>,
    programmes: IdMap<String, usize>,
    products: IdMap<String, usize>,
    series: IdMap<String, usize>,
    nodes: IdMap<String, usize>,
    routes: IdMap<String, usize>,
    statements: IdMap<String, usize>,
    claims: IdMap<String, usize>,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $one:ident, $position:ident, $field:ident, $list:expr, $type:ty;)*) => {
        impl Index {
            fn build(data: &Dataset) -> Self {
                Self {
                    $($field: {
                        let list: fn(&Dataset) -> &Vec<$type> = $list;
                        list(data).iter().enumerate().map(|(i, item)| (item.id.clone(), i)).collect()
                    },)*
                }
            }
        }
        impl Catalog {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $one(&self, id: &str) -> Option<&$type> {
                    let list: fn(&Dataset) -> &Vec<$type> = $list;
                    list(&self.data).get(self.$position(id)?)
                }
                /// Position of the record with this id in its list.
                #[must_use]
                pub fn $position(&self, id: &str) -> Option<usize> {
                    self.index.$field.get(id).copied()
                }
            )*
        }
    };
}

lookups! {
    /// The country with this id.
    country, country_index, countries, |d| &d.countries, Country;
    /// The region with this id.
    region, region_index, regions, |d| &d.regions, Region;
    /// The sector group with this id.
    sector_group, sector_group_index, sector_groups, |d| &d.sector_groups, SectorGroup;
    /// The sector with this id.
    sector, sector_index, sectors, |d| &d.sectors, Sector;
    /// The status with this id.
    status, status_index, statuses, |d| &d.statuses, Status;
    /// The recorder with this id.
    recorder, recorder_index, recorders, |d| &d.recorders, Recorder;
    /// The measure with this id.
    measure, measure_index, measures, |d| &d.measures, Measure;
    /// The source with this id.
    source, source_index, sources, |d| &d.sources, Source;
    /// The organisation with this id.
    organisation, organisation_index, organisations, |d| &d.organisations, Organisation;
    /// The project with this id.
    project, project_index, projects, |d| &d.projects, Project;
    /// The programme with this id.
    programme, programme_index, programmes, |d| &d.programmes, Programme;
    /// The product with this id.
    product, product_index, products, |d| &d.products, Product;
    /// The series with this id.
    series, series_index, series, |d| &d.series, Series;
    /// The transit node with this id.
    node, node_index, nodes, |d| &d.transit.nodes, Node;
    /// The transit route with this id.
    route, route_index, routes, |d| &d.transit.routes, Route;
    /// The statement with this id.
    statement, statement_index, statements, |d| &d.statements, Statement;
    /// The claim with this id.
    claim, claim_index, claims, |d| &d.claims, Claim;
}

impl Catalog {
    /// Indexes a dataset that has passed the check.
    #[must_use]
    pub fn build(data: Dataset) -> Self {
        let index = Index::build(&data);
        let series_keys = series::SeriesIndex::build(&data.series);
        Self {
            data,
            index,
            series_keys,
            checksum: String::new(),
        }
    }

    /// The catalog with what identifies the contents of its files.
    #[must_use]
    pub fn with_checksum(self, checksum: String) -> Self {
        Self { checksum, ..self }
    }

    /// Identifies the contents of the files it was read from; empty if there were none.
    #[must_use]
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// The records.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// A text in the wanted language, else in the dataset's own, else in any, else nothing.
    #[must_use]
    pub fn text<'a>(&self, text: &'a Text, language: &str) -> &'a str {
        let own = self
            .data
            .meta
            .as_ref()
            .map_or("en", |meta| meta.language.as_str());
        text.get(language)
            .or_else(|| text.get(own))
            .or_else(|| text.values().next())
            .map_or("", String::as_str)
    }
}

impl Catalog {
    /// What the dataset is about.
    #[must_use]
    pub fn meta(&self) -> Option<&Meta> {
        self.data.meta.as_ref()
    }

    /// ISO 4217 code of the currency totals are in.
    #[must_use]
    pub fn currency(&self) -> &str {
        self.meta().map_or("USD", |meta| meta.currency.as_str())
    }

    /// Id of the home country.
    #[must_use]
    pub fn home(&self) -> &str {
        self.meta().map_or("", |meta| meta.home.as_str())
    }

    /// Id of the partner country.
    #[must_use]
    pub fn partner(&self) -> &str {
        self.meta().map_or("", |meta| meta.partner.as_str())
    }
}
