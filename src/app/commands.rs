//! The one table behind menus, shortcuts, tooltips and help.

use super::{
    action::Action,
    browse::{BrowseAction, Purpose},
    settings::ThemeChoice,
    state::{AppState, Dialog},
    view::Tab,
};
use crate::{
    analysis::projects::FilterPart,
    app::action::{ExportAction, ProjectsAction},
    dataset::read::Origin,
};
use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// A menu of the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Menu {
    /// The dataset and the program.
    File,
    /// Changes of the view.
    Edit,
    /// What is shown.
    View,
    /// Help.
    Help,
}

impl Menu {
    /// The menus in order, with the message keys of their names.
    pub const ALL: [(Self, &str); 4] = [
        (Self::File, "menu-file"),
        (Self::Edit, "menu-edit"),
        (Self::View, "menu-view"),
        (Self::Help, "menu-help"),
    ];
}

/// Something a person can ask for by menu or key.
pub struct Command {
    /// Stable id; `command-<id>` is the key of its words, `command-<id>-tip` of its tooltip.
    pub id: &'static str,
    /// The menu it stands in.
    pub menu: Menu,
    /// Whether a line is drawn above it.
    pub starts_group: bool,
    /// Its shortcut.
    pub shortcut: Option<KeyboardShortcut>,
    /// Whether it can be done now.
    pub enabled: fn(&AppState) -> bool,
    /// For what can be switched on and off: whether it is on.
    pub ticked: Option<fn(&AppState) -> bool>,
    /// What it does.
    pub action: fn() -> Action,
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn always(_: &AppState) -> bool {
    true
}

fn is_comparing(state: &AppState) -> bool {
    state.view.tab == Tab::Projects && state.view.projects.against.is_some()
}

/// A command that is always possible; rows below differ from it where they must.
const PLAIN: Command = Command {
    id: "",
    menu: Menu::View,
    starts_group: false,
    shortcut: None,
    enabled: always,
    ticked: None,
    action: || Action::DismissMessage,
};

/// All commands, in menu order.
pub const COMMANDS: &[Command] = &[
    Command {
        id: "open",
        menu: Menu::File,
        shortcut: Some(ctrl(Key::O)),
        action: || Action::Browse(BrowseAction::Open(Purpose::Dataset)),
        ..PLAIN
    },
    Command {
        id: "reload",
        menu: Menu::File,
        shortcut: Some(ctrl(Key::R)),
        action: || Action::Reload,
        ..PLAIN
    },
    Command {
        id: "built-in",
        menu: Menu::File,
        enabled: |state| state.dataset.origin != Origin::Embedded,
        action: || Action::LoadBuiltIn,
        ..PLAIN
    },
    Command {
        id: "live-reload",
        menu: Menu::File,
        ticked: Some(|state| state.settings.live_reload),
        action: || Action::ToggleLiveReload,
        ..PLAIN
    },
    Command {
        id: "findings",
        menu: Menu::File,
        starts_group: true,
        shortcut: Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
        action: || Action::ShowDialog(Some(Dialog::Findings)),
        ..PLAIN
    },
    Command {
        id: "export",
        menu: Menu::File,
        starts_group: true,
        shortcut: Some(ctrl(Key::E)),
        action: || Action::Export(ExportAction::Open { figure: None }),
        ..PLAIN
    },
    Command {
        id: "print-record",
        menu: Menu::File,
        shortcut: Some(ctrl(Key::P)),
        enabled: |state| {
            let selected = state.view.projects.selected.as_deref();
            let known = selected.and_then(|id| state.dataset.catalog.project(id));
            state.view.tab == Tab::Projects && known.is_some()
        },
        action: || Action::Export(ExportAction::OpenRecord),
        ..PLAIN
    },
    Command {
        id: "quit",
        menu: Menu::File,
        starts_group: true,
        shortcut: Some(ctrl(Key::Q)),
        action: || Action::Quit,
        ..PLAIN
    },
    Command {
        id: "undo",
        menu: Menu::Edit,
        shortcut: Some(ctrl(Key::Z)),
        enabled: |state| state.history.undo_label().is_some(),
        action: || Action::Undo,
        ..PLAIN
    },
    Command {
        id: "redo",
        menu: Menu::Edit,
        shortcut: Some(ctrl_shift(Key::Z)),
        enabled: |state| state.history.redo_label().is_some(),
        action: || Action::Redo,
        ..PLAIN
    },
    Command {
        id: "copy-view",
        menu: Menu::Edit,
        starts_group: true,
        shortcut: Some(ctrl_shift(Key::C)),
        action: || Action::CopyView,
        ..PLAIN
    },
    Command {
        id: "paste-view",
        menu: Menu::Edit,
        shortcut: Some(ctrl_shift(Key::V)),
        action: || Action::RequestPaste,
        ..PLAIN
    },
    Command {
        id: "views",
        menu: Menu::Edit,
        shortcut: Some(ctrl(Key::D)),
        action: || Action::ShowDialog(Some(Dialog::Views)),
        ..PLAIN
    },
    Command {
        id: "search",
        menu: Menu::Edit,
        starts_group: true,
        shortcut: Some(ctrl(Key::F)),
        enabled: |state| matches!(state.view.tab, Tab::Projects | Tab::Trade | Tab::Sources),
        action: || Action::FocusSearch,
        ..PLAIN
    },
    Command {
        id: "clear-search",
        menu: Menu::Edit,
        enabled: |state| !state.view.projects.filter.text.is_empty(),
        action: || Action::Projects(ProjectsAction::Drop(FilterPart::Text)),
        ..PLAIN
    },
    Command {
        id: "clear-filter",
        menu: Menu::Edit,
        shortcut: Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Backspace)),
        enabled: |state| !state.view.projects.filter.is_empty(),
        action: || Action::Projects(ProjectsAction::ClearFilter),
        ..PLAIN
    },
    Command {
        id: "compare",
        menu: Menu::Edit,
        starts_group: true,
        shortcut: Some(ctrl_shift(Key::B)),
        enabled: |state| state.view.tab == Tab::Projects,
        action: || Action::Projects(ProjectsAction::Compare),
        ..PLAIN
    },
    Command {
        id: "swap-sides",
        menu: Menu::Edit,
        shortcut: Some(ctrl_shift(Key::S)),
        enabled: is_comparing,
        action: || Action::Projects(ProjectsAction::SwapSides),
        ..PLAIN
    },
    Command {
        id: "end-comparison",
        menu: Menu::Edit,
        shortcut: Some(ctrl_shift(Key::E)),
        enabled: is_comparing,
        action: || Action::Projects(ProjectsAction::EndComparison),
        ..PLAIN
    },
    Command {
        id: "tab-overview",
        shortcut: Some(ctrl(Key::Num1)),
        action: || Action::ShowTab(Tab::Overview),
        ..PLAIN
    },
    Command {
        id: "tab-projects",
        shortcut: Some(ctrl(Key::Num2)),
        action: || Action::ShowTab(Tab::Projects),
        ..PLAIN
    },
    Command {
        id: "tab-trade",
        shortcut: Some(ctrl(Key::Num3)),
        action: || Action::ShowTab(Tab::Trade),
        ..PLAIN
    },
    Command {
        id: "tab-transit",
        shortcut: Some(ctrl(Key::Num4)),
        action: || Action::ShowTab(Tab::Transit),
        ..PLAIN
    },
    Command {
        id: "tab-sources",
        shortcut: Some(ctrl(Key::Num5)),
        action: || Action::ShowTab(Tab::Sources),
        ..PLAIN
    },
    Command {
        id: "filters",
        starts_group: true,
        shortcut: Some(ctrl(Key::B)),
        action: || Action::ToggleFilters,
        ..PLAIN
    },
    Command {
        id: "inspector",
        shortcut: Some(ctrl(Key::I)),
        action: || Action::ToggleInspector,
        ..PLAIN
    },
    Command {
        id: "theme-system",
        starts_group: true,
        enabled: |state| state.settings.theme != ThemeChoice::System,
        action: || Action::SetTheme(ThemeChoice::System),
        ..PLAIN
    },
    Command {
        id: "theme-light",
        enabled: |state| state.settings.theme != ThemeChoice::Light,
        action: || Action::SetTheme(ThemeChoice::Light),
        ..PLAIN
    },
    Command {
        id: "theme-dark",
        enabled: |state| state.settings.theme != ThemeChoice::Dark,
        action: || Action::SetTheme(ThemeChoice::Dark),
        ..PLAIN
    },
    Command {
        id: "shortcuts",
        menu: Menu::Help,
        shortcut: Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
        action: || Action::ShowDialog(Some(Dialog::Shortcuts)),
        ..PLAIN
    },
    Command {
        id: "about",
        menu: Menu::Help,
        action: || Action::ShowDialog(Some(Dialog::About)),
        ..PLAIN
    },
];
