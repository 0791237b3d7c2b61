//! What can be handed out: every chart and table of the tabs, with its caption, its numbers and
//! a drawing without controls. The export dialog, the command line and the report loop over it.
//!
//! A tab owns its rows (`FIGURES` in its folder); here is what they are made of and how a page
//! is set. Not here: file formats (`export`) and where files go (`cli`, jobs).

mod alt;
mod conflicts;
mod draw;
mod files;
mod page;
mod record;
mod reopen;
mod report;
mod size;
mod snapshot;
mod words;

pub use draw::{FigureDrawing, FigureError};
pub use files::{FileRequest, dataset_citation, file_bytes, own_alt_text, package_files};
pub use record::{RecordPages, record_html};
pub use reopen::{reopen, reopened};
pub use report::report_html;
pub use size::{FigureSize, PAGE, SIZES};
pub use snapshot::Snapshot;
pub use words::{figure_note, qualifier_id, yes_no};

use super::{Cx, tabs::Part};
use crate::{
    app::{Tab, View, view::ProjectsPicture},
    export::data::DataTable,
};
use eframe::egui::Ui;

/// The figures that share a place on screen, one in front of the others: which picture is which figure.
const PICTURES: [(ProjectsPicture, &str); 6] = [
    (ProjectsPicture::Chart, "investment"),
    (ProjectsPicture::Breakdown, "breakdown"),
    (ProjectsPicture::Outcomes, "outcomes"),
    (ProjectsPicture::Sizes, "sizes"),
    (ProjectsPicture::Schedule, "schedule"),
    (ProjectsPicture::Map, "map"),
];

/// Id of the figure that is in front, where several share a place.
#[must_use]
fn in_front(view: &View) -> Option<&'static str> {
    let picture = |own: &&(ProjectsPicture, &str)| own.0 == view.projects.picture;
    let found = PICTURES.iter().find(picture);
    found
        .map(|(_, id)| *id)
        .filter(|_| view.tab == Tab::Projects)
}

/// A chart or table that can be handed out.
pub struct FigureSpec {
    /// Stable id, for the command line and the recipe.
    pub id: &'static str,
    /// Message key of its short name in lists.
    pub name: &'static str,
    /// The tab it is on: its results are computed for that tab.
    pub tab: Tab,
    /// What stands around it; an error says why there is nothing to hand out.
    pub caption: fn(&Cx<'_>) -> Result<Caption, String>,
    /// How it is drawn; a table alone has no picture.
    pub picture: Option<FigurePicture>,
    /// Exactly the numbers that are drawn.
    pub table: fn(&Cx<'_>) -> DataTable,
}

impl FigureSpec {
    /// Makes a view show the figure: its tab, and of several pictures in one place the right one.
    pub(super) fn bring_to_front(&self, view: &mut View) {
        view.tab = self.tab;
        let picture = PICTURES.iter().find(|(_, id)| *id == self.id);
        if let Some((picture, _)) = picture {
            view.projects.picture = *picture;
        }
    }
}

/// How a figure is drawn, without its controls.
#[derive(Clone, Copy)]
pub struct FigurePicture {
    /// What the colours and marks mean, if the picture does not say it itself.
    pub legend: Option<Part>,
    /// The picture. The height is that of the room; a list may be longer.
    pub plot: fn(&mut Ui, &Cx<'_>, f32),
}

/// What stands around a figure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Caption {
    /// What it shows.
    pub title: String,
    /// Unit, price base, stage, scope.
    pub subtitle: String,
    /// The filter as a sentence; empty if nothing is filtered.
    pub filter: String,
    /// What to know: what is left out or missing, what marks mean.
    pub notes: Vec<String>,
    /// Ids of the sources of what is drawn.
    pub sources: Vec<String>,
}

/// All of them, in the order of the tabs.
pub fn figures() -> impl Iterator<Item = &'static FigureSpec> {
    super::tabs::FIGURES.iter().copied().flatten()
}

/// The one with this id.
#[must_use]
pub fn figure(id: &str) -> Option<&'static FigureSpec> {
    figures().find(|spec| spec.id == id)
}

/// The one with a picture that a command means when nobody says which: the one in front, else the first of a tab.
#[must_use]
pub fn main_figure(view: &View) -> Option<&'static FigureSpec> {
    let first = || figures().find(|spec| spec.tab == view.tab && spec.picture.is_some());
    in_front(view).and_then(figure).or_else(first)
}
