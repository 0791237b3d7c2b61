//! What several test binaries need: the embedded dataset, a state, a window without a screen.

#![allow(dead_code, reason = "each test binary uses a part")]

pub mod random;

use belt_explorer::{
    app::{
        AppState, View,
        jobs::{Jobs, Runner},
        settings::{Settings, ThemeChoice},
        state::OpenDataset,
    },
    dataset::{
        catalog::Catalog,
        diagnostic::{Report, Severity},
        read::{self, Origin},
    },
    ui::Window,
};
use eframe::egui;
use egui_kittest::Harness;
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The two sizes every tab must work at.
pub const SIZES: [[f32; 2]; 2] = [[1280.0, 800.0], [1920.0, 1080.0]];

/// The embedded dataset, checked.
pub fn embedded() -> Catalog {
    load(&Origin::Embedded)
}

/// A dataset that must have no errors.
pub fn load(origin: &Origin) -> Catalog {
    let (catalog, _) = load_with_report(origin);
    catalog
}

fn load_with_report(origin: &Origin) -> (Catalog, Report) {
    let loaded = read::load(origin, &mut |_| ControlFlow::Continue(())).expect("nobody stops it");
    let errors = loaded.report.count(Severity::Error);
    assert_eq!(errors, 0, "{}", loaded.report.summary());
    let catalog = loaded.catalog.expect("a catalog where there are no errors");
    (catalog, loaded.report)
}

/// A dataset ready for use, with what the check found.
pub fn open(origin: Origin) -> OpenDataset {
    let (catalog, report) = load_with_report(&origin);
    OpenDataset::new(origin, catalog, report)
}

/// A state on the embedded dataset, with jobs that run at once.
pub fn state() -> AppState {
    state_with(View::default())
}

/// A state on a dataset read from a file or folder.
pub fn state_of(path: &Path) -> AppState {
    let dataset = open(Origin::Path(path.to_path_buf()));
    let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
    AppState::new(dataset, Settings::default(), View::default(), jobs)
}

/// A state on the embedded dataset with a view.
pub fn state_with(view: View) -> AppState {
    let dataset = open(Origin::Embedded);
    let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
    AppState::new(dataset, Settings::default(), view, jobs)
}

/// A window on a state, drawn without a screen.
pub fn window(mut state: AppState, size: [f32; 2], theme: ThemeChoice) -> Harness<'static, Window> {
    state.settings.theme = theme;
    let mut state = Some(state);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .build_eframe(move |creation| {
            Window::new(&creation.egui_ctx, state.take().expect("built once"))
        });
    harness.run();
    harness
}

/// The words of everything on screen, for messages of failing tests.
pub fn labels(harness: &Harness<'_, Window>) -> Vec<String> {
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let nodes = harness.query_all(egui_kittest::kittest::By::new());
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            // The text of a plain label is its value.
            node.label().or_else(|| node.value())
        })
        .collect()
}

/// A file as the window system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A file that is dropped on the window.
pub fn dropped(path: &Path) -> egui::DroppedFileHandle {
    Arc::new(Dropped(path.to_owned()))
}

/// Drops files on the window, all at once.
pub fn drop_files(harness: &mut Harness<'_, Window>, files: &[&Path]) {
    for file in files {
        harness.input_mut().dropped_files.push(dropped(file));
    }
    harness.run();
}

/// Presses a key with Ctrl.
pub fn ctrl(harness: &mut Harness<'_, Window>, key: egui::Key) {
    harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
    harness.run();
}
