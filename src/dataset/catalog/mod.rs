//! The checked, indexed form of a dataset that everything above works with.
//!
//! Records keep the order of the files. Positions in the lists of [`Dataset`] are the
//! indices used everywhere; ids are resolved once, here.

mod series;

pub use series::SeriesKey;

use super::index::Index;
use super::schema::{
    Claim, Country, Dataset, Measure, Meta, Node, Organisation, Product, Programme, Project,
    Recorder, Region, Route, Sector, SectorGroup, Series, Source, Statement, Status, Text,
};
use super::section::Section;

/// A checked dataset with its ids resolved.
#[derive(Debug)]
pub struct Catalog {
    data: Dataset,
    index: Index,
    series_keys: series::SeriesIndex,
    checksum: String,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $one:ident, $position:ident, $section:ident, $list:expr, $type:ty;)*) => {
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
                    let list: fn(&Dataset) -> &Vec<$type> = $list;
                    let list = list(&self.data);
                    let id_of = |position: usize| list.get(position).map(|item| item.id.as_str());
                    self.index.find(Section::$section, id, id_of)
                }
            )*
        }
    };
}

lookups! {
    /// The country with this id.
    country, country_index, Countries, |d| &d.countries, Country;
    /// The region with this id.
    region, region_index, Regions, |d| &d.regions, Region;
    /// The sector group with this id.
    sector_group, sector_group_index, SectorGroups, |d| &d.sector_groups, SectorGroup;
    /// The sector with this id.
    sector, sector_index, Sectors, |d| &d.sectors, Sector;
    /// The status with this id.
    status, status_index, Statuses, |d| &d.statuses, Status;
    /// The recorder with this id.
    recorder, recorder_index, Recorders, |d| &d.recorders, Recorder;
    /// The measure with this id.
    measure, measure_index, Measures, |d| &d.measures, Measure;
    /// The source with this id.
    source, source_index, Sources, |d| &d.sources, Source;
    /// The organisation with this id.
    organisation, organisation_index, Organisations, |d| &d.organisations, Organisation;
    /// The project with this id.
    project, project_index, Projects, |d| &d.projects, Project;
    /// The programme with this id.
    programme, programme_index, Programmes, |d| &d.programmes, Programme;
    /// The product with this id.
    product, product_index, Products, |d| &d.products, Product;
    /// The series with this id.
    series, series_index, Series, |d| &d.series, Series;
    /// The transit node with this id.
    node, node_index, Nodes, |d| &d.transit.nodes, Node;
    /// The transit route with this id.
    route, route_index, Routes, |d| &d.transit.routes, Route;
    /// The statement with this id.
    statement, statement_index, Statements, |d| &d.statements, Statement;
    /// The claim with this id.
    claim, claim_index, Claims, |d| &d.claims, Claim;
}

impl Catalog {
    /// Indexes a dataset that has passed the check.
    #[must_use]
    pub fn build(data: Dataset) -> Self {
        let index = Index::build(&data);
        Self::with_index(data, index)
    }

    /// A dataset that has passed the check, with the index that the check has made of it.
    pub(super) fn with_index(data: Dataset, index: Index) -> Self {
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
            .unwrap_or_default()
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
