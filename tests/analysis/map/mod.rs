//! The map: what lies under the projects, and which of them stand where.

mod ground;
mod outlines;
mod projects;

use crate::common;

use belt_explorer::{
    analysis::{
        map::{Ground, outlines},
        projects::{ProjectTable, Spot},
    },
    dataset::catalog::Catalog,
};
use std::sync::LazyLock;

static DATA: LazyLock<(Catalog, ProjectTable)> = LazyLock::new(|| {
    let catalog = common::embedded();
    let table = ProjectTable::build(&catalog);
    (catalog, table)
});

fn embedded_ground() -> Ground {
    let (catalog, table) = &*DATA;
    let spots = table.spots.iter().filter_map(Spot::at);
    let home = catalog.home().as_bytes().try_into().ok();
    Ground::new(spots, home, outlines())
}
