//! The state of the running program.

use super::{
    browse::Browser,
    derived::{Derived, Revision},
    export::ExportState,
    findings::Findings,
    history::History,
    jobs::Jobs,
    saved::Naming,
    settings::Settings,
    trail::{Stopped, Trail},
    view::{
        View,
        text::{Field, Problem},
    },
    watch::FileWatch,
};
use crate::{
    analysis::projects::ProjectTable,
    dataset::{catalog::Catalog, diagnostic::Report, read::Origin},
    i18n::Words,
};
use std::{collections::BTreeSet, sync::Arc};

/// Everything the program knows while it runs.
#[derive(Debug)]
pub struct AppState {
    /// The open dataset.
    pub dataset: OpenDataset,
    /// What is on screen.
    pub view: View,
    /// Choices that hold for every dataset.
    pub settings: Settings,
    /// The messages in the chosen language.
    pub words: Words,
    /// Undo and redo.
    pub history: History,
    /// Results of analysis.
    pub derived: Derived,
    /// Background work.
    pub jobs: Jobs,
    /// Ids of the rows that are marked in the table of the tab in front.
    pub marked: BTreeSet<String>,
    /// What stands in the search field of projects, while its words are those of the view.
    pub search: Field,
    /// The export dialog.
    pub export: ExportState,
    /// The dialog that looks for files.
    pub browser: Browser,
    /// The dialog of saved views.
    pub naming: Naming,
    /// The list of what is wrong with a dataset.
    pub findings: Findings,
    /// What is being read, while it is.
    pub loading: Option<Origin>,
    /// Sees when the open files change.
    pub watch: FileWatch,
    /// The dialog in front.
    pub dialog: Option<Dialog>,
    /// The latest message to the person.
    pub message: Option<Message>,
    /// What was done last, for a report.
    pub trail: Trail,
    /// What is left of the last time, if it ended unexpectedly.
    pub stopped: Option<Stopped>,
}

/// The dataset in use.
#[derive(Debug, Clone)]
pub struct OpenDataset {
    /// Where it came from.
    pub origin: Origin,
    /// Its records.
    pub catalog: Arc<Catalog>,
    /// Its projects in columns.
    pub projects: Arc<ProjectTable>,
    /// A new number for every load, so that results of an older one are never shown.
    pub revision: Revision,
    /// What the check found; errors are not among it.
    pub report: Arc<Report>,
}

impl OpenDataset {
    /// Prepares a checked catalog for use.
    #[must_use]
    pub fn new(origin: Origin, catalog: Catalog, report: Report) -> Self {
        let projects = Arc::new(ProjectTable::build(&catalog));
        Self {
            origin,
            catalog: Arc::new(catalog),
            projects,
            revision: 0,
            report: Arc::new(report),
        }
    }

    /// The dataset's own id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.catalog.meta().map_or("", |meta| meta.id.as_str())
    }
}

/// A dialog over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialog {
    /// What the program and the dataset are, licences, credits.
    About,
    /// All commands with their shortcuts.
    Shortcuts,
    /// Handing out a figure or table.
    Export,
    /// Writing the page of a record.
    Record,
    /// Looking for a dataset, or for a folder.
    Browse,
    /// What is wrong with a dataset.
    Findings,
    /// Views with a name.
    Views,
}

/// A message to the person, shown until closed or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whether something went wrong.
    pub is_error: bool,
    /// In words.
    pub text: String,
    /// The dialog that says more.
    pub more: Option<Dialog>,
}

impl Dialog {
    /// Whether it writes files, and says itself what came of it.
    #[must_use]
    pub fn writes(self) -> bool {
        matches!(self, Self::Export | Self::Record)
    }
}

impl Message {
    /// Something that went as asked.
    #[must_use]
    pub fn done(text: String) -> Self {
        Self {
            is_error: false,
            text,
            more: None,
        }
    }

    /// Something that went wrong.
    #[must_use]
    pub fn error(text: String) -> Self {
        Self {
            is_error: true,
            ..Self::done(text)
        }
    }

    /// The same, with a dialog that says more.
    #[must_use]
    pub fn with_more(self, more: Option<Dialog>) -> Self {
        Self { more, ..self }
    }
}

impl AppState {
    /// What the search field of projects shows, and what is wrong with parts of it.
    #[must_use]
    pub fn search_field(&self) -> (&str, &[Problem]) {
        let words = &self.view.projects.filter.text;
        if self.search.words == *words {
            (&self.search.text, &self.search.problems)
        } else {
            // Undo, a link or another dataset brought other words.
            (words, &[])
        }
    }

    /// The state at start.
    #[must_use]
    pub fn new(dataset: OpenDataset, settings: Settings, view: View, jobs: Jobs) -> Self {
        let words = Words::new(&settings.language);
        let mut state = Self {
            dataset,
            view,
            settings,
            words,
            history: History::default(),
            derived: Derived::default(),
            jobs,
            marked: BTreeSet::new(),
            search: Field::default(),
            export: ExportState::default(),
            browser: Browser::default(),
            naming: Naming::default(),
            findings: Findings::default(),
            loading: None,
            watch: FileWatch::default(),
            dialog: None,
            message: None,
            trail: Trail::default(),
            stopped: None,
        };
        super::derived::refresh(&mut state);
        state
    }

    /// A text of the dataset in the chosen language.
    #[must_use]
    pub fn text<'a>(&'a self, text: &'a crate::dataset::schema::Text) -> &'a str {
        self.dataset.catalog.text(text, self.words.tag())
    }
}
