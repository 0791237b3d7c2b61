//! The closed list of what can happen, and what the window has to do about it.

use super::{
    browse::BrowseAction,
    export::ExportForm,
    findings::FindingsAction,
    jobs::{Image, JobResult, Lane, Work},
    saved::SavedAction,
    settings::ThemeChoice,
    state::Dialog,
    view::{ComparedAxes, OverviewRecord, ProjectsPicture, Tab, TransitPicture},
};
use crate::{
    analysis::{
        map::{GeoBox, MapFrame},
        projects::{
            AmountFilter, BreakdownBy, Column, FilterPart, InvestmentOptions, OutcomesBy, YearBasis,
        },
        sources::{Area, SourceColumn},
        trade::{TradeChoice, mirror::Margin},
        transit::{Cargo, Ends, Years, rows::RowOrder},
    },
    dataset::schema::{Mode, RouteScope, SourceKind},
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Something a person or a job wants to happen.
#[derive(Debug)]
pub enum Action {
    /// Bring a tab to the front.
    ShowTab(Tab),
    /// Change the Overview tab.
    Overview(OverviewAction),
    /// Change the Projects tab.
    Projects(ProjectsAction),
    /// Change the Trade tab.
    Trade(TradeAction),
    /// Change the Transit tab.
    Transit(TransitAction),
    /// Change the Sources tab.
    Sources(SourcesAction),
    /// Show a project in the inspector of the Projects tab.
    ShowProject(String),
    /// Show a source in the Sources tab.
    ShowSource(String),
    /// Take back the last change of the view.
    Undo,
    /// Do it again.
    Redo,
    /// Choose light, dark or the system's.
    SetTheme(ThemeChoice),
    /// Show or hide the filters.
    ToggleFilters,
    /// Show or hide the inspector.
    ToggleInspector,
    /// Put the cursor into the search field.
    FocusSearch,
    /// Open or close a dialog.
    ShowDialog(Option<Dialog>),
    /// Read a dataset from disk in the background.
    Load(PathBuf),
    /// Read the open dataset again.
    Reload,
    /// Go back to the built-in dataset.
    LoadBuiltIn,
    /// The files of the open dataset changed on disk.
    FilesChanged,
    /// So many files were dropped at once, of which none is opened.
    TooManyDropped(usize),
    /// Read the open files again when they change, or not.
    ToggleLiveReload,
    /// Look for a dataset, or for a folder.
    Browse(BrowseAction),
    /// Change the list of findings.
    Findings(FindingsAction),
    /// The editor could not be started: what the system says.
    EditorFailed(String),
    /// Stop the running job.
    CancelJob(Lane),
    /// Draw or write something in the background.
    Start(Work),
    /// Change what is handed out.
    Export(ExportAction),
    /// A job is done.
    JobDone(JobResult),
    /// Close the message.
    DismissMessage,
    /// Show the view from before the program stopped unexpectedly.
    RestoreStopped,
    /// Forget that the program stopped unexpectedly.
    DismissStopped,
    /// Open a link in the browser.
    OpenLink(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put the view as text on the clipboard.
    CopyView,
    /// Change the saved views, or show one.
    Saved(SavedAction),
    /// Ask for what is on the clipboard.
    RequestPaste,
    /// Show the view that a text describes.
    PasteView(String),
    /// Mark the rows with these ids in the table of the tab in front.
    MarkRows(BTreeSet<String>),
    /// Put so many rows of a table on the clipboard, as text with tabs.
    CopyRows {
        /// The rows with their head.
        text: String,
        /// How many rows there are.
        count: usize,
    },
    /// Close the window.
    Quit,
}

/// Changes of the Projects tab.
#[derive(Debug, Clone, PartialEq)]
pub enum ProjectsAction {
    /// New text in the search field.
    Search(String),
    /// The text in the search field is typed to its end.
    SearchDone(String),
    /// Include a facet value, or stop including it.
    ToggleInclude {
        /// Id of the facet.
        facet: String,
        /// Id of the value.
        value: String,
    },
    /// Exclude a facet value, or stop excluding it.
    ToggleExclude {
        /// Id of the facet.
        facet: String,
        /// Id of the value.
        value: String,
    },
    /// Choose years, or all.
    Years(Option<(YearBasis, i32, i32)>),
    /// Choose amounts, or all.
    Amount(Option<AmountFilter>),
    /// Choose an area of the map, or everywhere.
    Area(Option<GeoBox>),
    /// Drop one part of the filter.
    Drop(FilterPart),
    /// Drop the whole filter.
    ClearFilter,
    /// Keep the filter as the other side, B; what is filtered from now on is A.
    Compare,
    /// Let the two sides of a comparison change places.
    SwapSides,
    /// Drop the other side.
    EndComparison,
    /// Measure the pictures of both sides by the same axes, or each by its own.
    Axes(ComparedAxes),
    /// Change the filter of the other side as this would change that of the tab.
    OtherSide(Box<ProjectsAction>),
    /// Bring a picture to the front.
    Picture(ProjectsPicture),
    /// Change the chart.
    Chart(InvestmentOptions),
    /// Choose what stands in the columns of the breakdown.
    BreakdownBy(BreakdownBy),
    /// Choose what the rows of the outcomes hold.
    OutcomesBy(OutcomesBy),
    /// Narrow to what a part of a picture holds; if that is what is chosen already, it is dropped.
    Narrow {
        /// Facet ids with the values that are kept.
        facets: Vec<(&'static str, Vec<String>)>,
        /// The years, if the cell has some.
        years: Option<(YearBasis, i32, i32)>,
    },
    /// Look at a part of the map, or at the whole.
    MapFrame(Option<MapFrame>),
    /// Sort by a column, or turn the order.
    Sort(Column),
    /// Sort by a column what the orders so far find equal, or turn that order.
    SortThen(Column),
    /// Choose the columns of the table, in order; none for those that have room.
    Columns(Vec<Column>),
    /// Let so many of the first columns stay while the others roll sideways.
    Freeze(usize),
    /// Make columns of the table so many points wide; the others have the width they are made for.
    Widths(BTreeMap<Column, u16>),
    /// Gather the rows of the table by the facet with this id, or by none.
    Group(Option<String>),
    /// Show a project in the inspector, or none.
    Select(Option<String>),
}

/// Changes of the Trade tab.
#[derive(Debug, Clone, PartialEq)]
pub enum TradeAction {
    /// Look at something else, or in another way.
    Choose(Box<TradeChoice>),
    /// Assume other freight and insurance.
    Freight(Margin),
    /// Show a year in the inspector, or none.
    SelectYear(Option<i32>),
}

/// Changes of the Transit tab.
#[derive(Debug, Clone, PartialEq)]
pub enum TransitAction {
    /// Change the shipment or what a day costs it.
    Cargo(Cargo),
    /// Choose whose scopes count.
    Scopes(BTreeSet<RouteScope>),
    /// Choose years, or all.
    Years(Option<Years>),
    /// Let promises and plans count, or not.
    Forecasts(bool),
    /// Look at the routes of a mode, or stop looking at them.
    ToggleMode(Mode),
    /// Choose which trip.
    Ends(Ends),
    /// Ask the dataset's own question again.
    Reset,
    /// Bring a picture to the front.
    Picture(TransitPicture),
    /// Sort by a column, or turn the order.
    Sort(RowOrder),
    /// Show a route in the inspector, or none.
    Select(Option<String>),
}

/// Changes of the Overview tab.
#[derive(Debug, Clone, PartialEq)]
pub enum OverviewAction {
    /// Draw statements about more or less than the official list too, or not.
    AllStatements(bool),
    /// Show a record in the inspector, or none.
    Select(Option<OverviewRecord>),
    /// Bring the tab to the front with a record in the inspector.
    Show(OverviewRecord),
}

/// Changes of the Sources tab.
#[derive(Debug, Clone, PartialEq)]
pub enum SourcesAction {
    /// New search text.
    Search(String),
    /// Include a kind, or stop including it.
    ToggleKind(SourceKind),
    /// Include a publisher, or stop including it.
    TogglePublisher(String),
    /// Include a part of the dataset, or stop including it.
    ToggleArea(Area),
    /// Choose years of publication, or all.
    Years(Option<(i32, i32)>),
    /// Drop the whole filter.
    ClearFilter,
    /// Sort by a column, or turn the order.
    Sort(SourceColumn),
    /// Show a source in the inspector, or none.
    Select(Option<String>),
}

/// Changes of the export dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportAction {
    /// Show the dialog for a figure, or for the first of the tab in front.
    Open {
        /// Id of the figure.
        figure: Option<String>,
    },
    /// Show the dialog for the page of the project in the inspector.
    OpenRecord,
    /// Choose something else.
    Change(Box<ExportForm>),
}

impl Action {
    /// Message key that says what undoing this action takes back.
    #[must_use]
    pub fn undo_label(&self) -> &'static str {
        match self {
            Self::Projects(ProjectsAction::Search(_)) | Self::Sources(SourcesAction::Search(_)) => {
                "undo-search"
            }
            Self::Projects(
                ProjectsAction::Chart(_)
                | ProjectsAction::Picture(_)
                | ProjectsAction::BreakdownBy(_)
                | ProjectsAction::OutcomesBy(_),
            )
            | Self::Transit(TransitAction::Picture(_))
            | Self::Overview(_) => "undo-chart",
            Self::Projects(ProjectsAction::Sort(_) | ProjectsAction::SortThen(_))
            | Self::Sources(SourcesAction::Sort(_))
            | Self::Transit(TransitAction::Sort(_)) => "undo-sort",
            Self::Projects(
                ProjectsAction::Compare
                | ProjectsAction::SwapSides
                | ProjectsAction::EndComparison
                | ProjectsAction::Axes(_),
            ) => "undo-comparison",
            Self::Projects(
                ProjectsAction::Columns(_) | ProjectsAction::Freeze(_) | ProjectsAction::Group(_),
            ) => "undo-table",
            Self::Projects(_) | Self::Sources(_) => "undo-filter",
            Self::Trade(_) => "undo-trade",
            Self::Transit(_) => "undo-transit",
            _ => "undo-view",
        }
    }

    /// Actions with the same key, one after the other, are one step of undo.
    #[must_use]
    pub fn merge_key(&self) -> Option<&'static str> {
        match self {
            Self::Projects(ProjectsAction::Search(_)) => Some("projects-search"),
            Self::Sources(SourcesAction::Search(_)) => Some("sources-search"),
            Self::Trade(TradeAction::Freight(_)) => Some("trade-freight"),
            Self::Transit(TransitAction::Cargo(_)) => Some("transit-cargo"),
            Self::Transit(TransitAction::Years(_)) => Some("transit-years"),
            _ => None,
        }
    }
}

/// What the window has to do after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open a link in the browser; already known to be http or https.
    OpenLink(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put a picture on the clipboard.
    CopyImage(Image),
    /// Ask for what is on the clipboard; it comes back as if it were pasted outside of text fields.
    RequestPaste,
    /// Put the cursor into the search field.
    FocusSearch,
    /// Never offer again what the stop left behind that this report is about.
    ForgetStopped(PathBuf),
    /// Start a program and do not wait for it.
    Run {
        /// The program.
        program: String,
        /// Its arguments.
        arguments: Vec<String>,
    },
    /// Close the window.
    Quit,
}
