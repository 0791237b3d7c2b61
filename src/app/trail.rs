//! What was done last, and the view it led to: what a report has to say when the program stops unexpectedly.
//!
//! Of an action only the name is kept, never what was searched, opened or pasted. Not here: files.

use super::{
    action::{
        Action, ExportAction, OverviewAction, ProjectsAction, SourcesAction, TradeAction,
        TransitAction,
    },
    browse::BrowseAction,
    findings::FindingsAction,
};
use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

/// How many actions are kept.
pub const ACTIONS_KEPT: usize = 50;

/// The last actions and the view, shared with whoever writes the report.
#[derive(Debug, Clone, Default)]
pub struct Trail(Arc<Mutex<Steps>>);

/// What a trail holds at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// Names of the last actions, the latest at the end.
    pub actions: VecDeque<&'static str>,
    /// The view as text; empty before there is one.
    pub view: String,
}

/// The last time ended unexpectedly: what is left of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The file that says what happened.
    pub report: PathBuf,
    /// The view as text; empty if there is none to go back to.
    pub view: String,
}

impl Trail {
    /// Notes that an action begins.
    pub fn note(&self, action: &Action) {
        let mut steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if steps.actions.len() == ACTIONS_KEPT {
            steps.actions.pop_front();
        }
        steps.actions.push_back(name(action));
    }

    /// Keeps a view that could be drawn: going back to one that could not would stop the program again.
    pub fn keep_view(&self, view: String) {
        let mut steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        steps.view = view;
    }

    /// What is there; nothing if it is just being written. Never waits, because the one who writes it may be
    /// the one who asks.
    #[must_use]
    pub fn steps(&self) -> Steps {
        match self.0.try_lock() {
            Ok(steps) => steps.clone(),
            Err(std::sync::TryLockError::Poisoned(steps)) => steps.into_inner().clone(),
            Err(std::sync::TryLockError::WouldBlock) => Steps::default(),
        }
    }
}

/// The name of an action, without what it is about.
fn name(action: &Action) -> &'static str {
    match action {
        Action::ShowTab(_) => "ShowTab",
        Action::Overview(action) => overview(action),
        Action::Projects(action) => projects(action),
        Action::Trade(action) => trade(action),
        Action::Transit(action) => transit(action),
        Action::Sources(action) => sources(action),
        Action::ShowProject(_) => "ShowProject",
        Action::ShowSource(_) => "ShowSource",
        Action::Undo => "Undo",
        Action::Redo => "Redo",
        Action::SetTheme(_) => "SetTheme",
        Action::ToggleFilters => "ToggleFilters",
        Action::ToggleInspector => "ToggleInspector",
        Action::FocusSearch => "FocusSearch",
        Action::ShowDialog(_) => "ShowDialog",
        Action::Saved(_) => "Saved",
        Action::Load(_) => "Load",
        Action::Reload => "Reload",
        Action::LoadBuiltIn => "LoadBuiltIn",
        Action::FilesChanged => "FilesChanged",
        Action::TooManyDropped(_) => "TooManyDropped",
        Action::ToggleLiveReload => "ToggleLiveReload",
        Action::Browse(action) => browse(action),
        Action::Findings(action) => findings(action),
        Action::EditorFailed(_) => "EditorFailed",
        Action::CancelJob(_) => "CancelJob",
        Action::Start(_) => "Start",
        Action::Export(ExportAction::Open { .. }) => "Export/Open",
        Action::Export(ExportAction::OpenRecord) => "Export/OpenRecord",
        Action::Export(ExportAction::Change(_)) => "Export/Change",
        Action::JobDone(_) => "JobDone",
        Action::DismissMessage => "DismissMessage",
        Action::RestoreStopped => "RestoreStopped",
        Action::DismissStopped => "DismissStopped",
        Action::OpenLink(_) => "OpenLink",
        Action::Copy(_) => "Copy",
        Action::CopyView => "CopyView",
        Action::RequestPaste => "RequestPaste",
        Action::PasteView(_) => "PasteView",
        Action::MarkRows(_) => "MarkRows",
        Action::CopyRows { .. } => "CopyRows",
        Action::Quit => "Quit",
    }
}

fn browse(action: &BrowseAction) -> &'static str {
    match action {
        BrowseAction::Open(_) => "Browse/Open",
        BrowseAction::Go(_) => "Browse/Go",
        BrowseAction::Type(_) => "Browse/Type",
        BrowseAction::Choose(_) => "Browse/Choose",
        BrowseAction::Take(_) => "Browse/Take",
        BrowseAction::ForgetRecent => "Browse/ForgetRecent",
    }
}

fn findings(action: &FindingsAction) -> &'static str {
    match action {
        FindingsAction::Severity(_) => "Findings/Severity",
        FindingsAction::Code(_) => "Findings/Code",
        FindingsAction::Choose(_) => "Findings/Choose",
        FindingsAction::Editor(_) => "Findings/Editor",
        FindingsAction::OpenPlace(_) => "Findings/OpenPlace",
    }
}

fn overview(action: &OverviewAction) -> &'static str {
    match action {
        OverviewAction::AllStatements(_) => "Overview/AllStatements",
        OverviewAction::Select(_) => "Overview/Select",
        OverviewAction::Show(_) => "Overview/Show",
    }
}

fn projects(action: &ProjectsAction) -> &'static str {
    match action {
        ProjectsAction::Search(_) => "Projects/Search",
        ProjectsAction::SortThen(_) => "Projects/SortThen",
        ProjectsAction::Columns(_) => "Projects/Columns",
        ProjectsAction::Freeze(_) => "Projects/Freeze",
        ProjectsAction::Widths(_) => "Projects/Widths",
        ProjectsAction::Group(_) => "Projects/Group",
        ProjectsAction::BreakdownBy(_) => "Projects/BreakdownBy",
        ProjectsAction::OutcomesBy(_) => "Projects/OutcomesBy",
        ProjectsAction::Narrow { .. } => "Projects/Narrow",
        ProjectsAction::SearchDone(_) => "Projects/SearchDone",
        ProjectsAction::ToggleInclude { .. } => "Projects/ToggleInclude",
        ProjectsAction::ToggleExclude { .. } => "Projects/ToggleExclude",
        ProjectsAction::Years(_) => "Projects/Years",
        ProjectsAction::Amount(_) => "Projects/Amount",
        ProjectsAction::Area(_) => "Projects/Area",
        ProjectsAction::Drop(_) => "Projects/Drop",
        ProjectsAction::ClearFilter => "Projects/ClearFilter",
        ProjectsAction::Compare => "Projects/Compare",
        ProjectsAction::SwapSides => "Projects/SwapSides",
        ProjectsAction::EndComparison => "Projects/EndComparison",
        ProjectsAction::Axes(_) => "Projects/Axes",
        ProjectsAction::OtherSide(_) => "Projects/OtherSide",
        ProjectsAction::Picture(_) => "Projects/Picture",
        ProjectsAction::Chart(_) => "Projects/Chart",
        ProjectsAction::MapFrame(_) => "Projects/MapFrame",
        ProjectsAction::Sort(_) => "Projects/Sort",
        ProjectsAction::Select(_) => "Projects/Select",
    }
}

fn trade(action: &TradeAction) -> &'static str {
    match action {
        TradeAction::Choose(_) => "Trade/Choose",
        TradeAction::Freight(_) => "Trade/Freight",
        TradeAction::SelectYear(_) => "Trade/SelectYear",
    }
}

fn transit(action: &TransitAction) -> &'static str {
    match action {
        TransitAction::Cargo(_) => "Transit/Cargo",
        TransitAction::Scopes(_) => "Transit/Scopes",
        TransitAction::Years(_) => "Transit/Years",
        TransitAction::Forecasts(_) => "Transit/Forecasts",
        TransitAction::ToggleMode(_) => "Transit/ToggleMode",
        TransitAction::Ends(_) => "Transit/Ends",
        TransitAction::Reset => "Transit/Reset",
        TransitAction::Picture(_) => "Transit/Picture",
        TransitAction::Sort(_) => "Transit/Sort",
        TransitAction::Select(_) => "Transit/Select",
    }
}

fn sources(action: &SourcesAction) -> &'static str {
    match action {
        SourcesAction::Search(_) => "Sources/Search",
        SourcesAction::ToggleKind(_) => "Sources/ToggleKind",
        SourcesAction::TogglePublisher(_) => "Sources/TogglePublisher",
        SourcesAction::ToggleArea(_) => "Sources/ToggleArea",
        SourcesAction::Years(_) => "Sources/Years",
        SourcesAction::ClearFilter => "Sources/ClearFilter",
        SourcesAction::Sort(_) => "Sources/Sort",
        SourcesAction::Select(_) => "Sources/Select",
    }
}
