//! What is remembered between starts, as texts by key. Each part falls back alone,
//! so that a broken or older file never stops the start.

use super::{export::ExportChoices, saved::SavedView, state::AppState, view::View};
use crate::analysis::projects::Column;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf, absolute},
};

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Choices that hold for every dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Language tag of the interface.
    pub language: String,
    /// Whether the filters are shown.
    pub filters_open: bool,
    /// Whether the inspector is shown.
    pub inspector_open: bool,
    /// What was chosen for the latest export.
    pub export: ExportChoices,
    /// Views with a name, of any dataset.
    pub views: Vec<SavedView>,
    /// Datasets opened lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// Whether the open files are read again when they change on disk.
    pub live_reload: bool,
    /// Widths of columns of the table of projects that a person chose, in points.
    pub table_widths: BTreeMap<Column, u16>,
    /// The command that opens a place in a text editor; empty if there is none.
    pub editor: String,
}

/// How many datasets are remembered.
const RECENT: usize = 10;

impl Settings {
    /// Puts a dataset in front of those opened lately. One whose path is no Unicode cannot be
    /// written down and is not remembered.
    pub fn remember(&mut self, path: &Path) {
        let path = absolute(path).unwrap_or_else(|_| path.to_path_buf());
        if path.to_str().is_none() {
            return;
        }
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: "en".to_owned(),
            filters_open: true,
            inspector_open: true,
            export: ExportChoices::default(),
            views: Vec::new(),
            recent: Vec::new(),
            live_reload: true,
            table_widths: BTreeMap::new(),
            editor: String::new(),
        }
    }
}

const THEME: &str = "theme";
const LANGUAGE: &str = "language";
const FILTERS: &str = "filters_open";
const INSPECTOR: &str = "inspector_open";
const EXPORT: &str = "export";
const VIEWS: &str = "views";
const RECENT_KEY: &str = "recent";
const LIVE_RELOAD: &str = "live_reload";
const TABLE_WIDTHS: &str = "table_widths";
const EDITOR: &str = "editor";

/// Key of the view of the dataset with this id.
fn view_key(dataset: &str, part: &str) -> String {
    format!("view/{dataset}/{part}")
}

/// Writes the state's lasting parts: `write(key, text)`.
pub fn save(state: &AppState, mut write: impl FnMut(&str, String)) {
    let mut put = |key: &str, text: Result<String, ron::Error>| {
        // A part that cannot be written is forgotten; the others are kept.
        if let Ok(text) = text {
            write(key, text);
        }
    };
    let settings = &state.settings;
    put(THEME, ron::to_string(&settings.theme));
    put(LANGUAGE, ron::to_string(&settings.language));
    put(FILTERS, ron::to_string(&settings.filters_open));
    put(INSPECTOR, ron::to_string(&settings.inspector_open));
    put(EXPORT, ron::to_string(&settings.export));
    put(VIEWS, ron::to_string(&settings.views));
    put(RECENT_KEY, ron::to_string(&settings.recent));
    put(LIVE_RELOAD, ron::to_string(&settings.live_reload));
    put(TABLE_WIDTHS, ron::to_string(&settings.table_widths));
    put(EDITOR, ron::to_string(&settings.editor));
    let id = state.dataset.id();
    let view = &state.view;
    put(&view_key(id, "tab"), ron::to_string(&view.tab));
    put(&view_key(id, "overview"), ron::to_string(&view.overview));
    put(&view_key(id, "projects"), ron::to_string(&view.projects));
    put(&view_key(id, "trade"), ron::to_string(&view.trade));
    put(&view_key(id, "transit"), ron::to_string(&view.transit));
    put(&view_key(id, "sources"), ron::to_string(&view.sources));
}

/// Reads the settings: `read(key)` gives what was written.
pub fn load_settings(read: impl Fn(&str) -> Option<String>) -> Settings {
    let default = Settings::default();
    Settings {
        theme: part(&read, THEME).unwrap_or(default.theme),
        language: part(&read, LANGUAGE).unwrap_or(default.language),
        filters_open: part(&read, FILTERS).unwrap_or(default.filters_open),
        inspector_open: part(&read, INSPECTOR).unwrap_or(default.inspector_open),
        export: part(&read, EXPORT).unwrap_or(default.export),
        views: part(&read, VIEWS).unwrap_or(default.views),
        recent: part(&read, RECENT_KEY).unwrap_or(default.recent),
        live_reload: part(&read, LIVE_RELOAD).unwrap_or(default.live_reload),
        table_widths: part(&read, TABLE_WIDTHS).unwrap_or(default.table_widths),
        editor: part(&read, EDITOR).unwrap_or(default.editor),
    }
}

/// Reads the view last used for the dataset with this id.
pub fn load_view(dataset: &str, read: impl Fn(&str) -> Option<String>) -> View {
    let key = |part: &str| view_key(dataset, part);
    View {
        tab: part(&read, &key("tab")).unwrap_or_default(),
        overview: part(&read, &key("overview")).unwrap_or_default(),
        projects: part(&read, &key("projects")).unwrap_or_default(),
        trade: part(&read, &key("trade")).unwrap_or_default(),
        transit: part(&read, &key("transit")).unwrap_or_default(),
        sources: part(&read, &key("sources")).unwrap_or_default(),
    }
}

fn part<T: DeserializeOwned>(read: &impl Fn(&str) -> Option<String>, key: &str) -> Option<T> {
    ron::from_str(&read(key)?).ok()
}
