//! The window command: opens the application on a dataset.
//!
//! Everything that can fail before a window exists is said on the terminal, once, with a hint.

use super::{NOTHING_DONE, graphics};
use crate::{
    app::{
        AppState,
        jobs::{Jobs, Runner},
        settings,
        state::OpenDataset,
    },
    dataset::{
        diagnostic::Severity,
        read::{self, Loaded, Origin},
    },
    ui::Window,
};
use eframe::{
    NativeOptions,
    egui::{IconData, ViewportBuilder},
};
use std::{ops::ControlFlow, process::ExitCode, sync::Arc};

/// Errors printed before the count of the rest.
const ERRORS_SHOWN: usize = 10;

/// Opens the window and returns when it is closed.
pub(super) fn run(origin: Origin) -> ExitCode {
    // Nobody can stop loading before there is a window.
    let Ok(loaded) = read::load(&origin, &mut |_| ControlFlow::Continue(())) else {
        return ExitCode::from(NOTHING_DONE);
    };
    let unreadable = loaded.files.is_empty();
    let Some(dataset) = opened(origin, loaded) else {
        return ExitCode::from(if unreadable { NOTHING_DONE } else { 1 });
    };
    if let Err(problem) = graphics::ready() {
        eprintln!("belt-explorer: {problem}");
        return ExitCode::from(NOTHING_DONE);
    }
    match open(dataset) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let (problem, hint) = in_words(&error.to_string());
            eprintln!("belt-explorer: cannot open a window: {problem}\nhint: {hint}");
            ExitCode::from(NOTHING_DONE)
        }
    }
}

/// What is wrong and what to do about it. The window system's own words name the place in its
/// source, which helps nobody here.
fn in_words(error: &str) -> (String, &'static str) {
    if error.contains("Failed to open connection to X server") {
        let display = std::env::var("DISPLAY").unwrap_or_default();
        return (
            format!("the display {display} does not answer"),
            "is DISPLAY set to a display that runs, and may this user use it?",
        );
    }
    (error.to_owned(), graphics::HINT)
}

/// The dataset, or nothing after its errors are printed.
pub(super) fn opened(origin: Origin, loaded: Loaded) -> Option<OpenDataset> {
    let report = loaded.report;
    if let Some(catalog) = loaded.catalog {
        let warnings = report.count(Severity::Warning);
        return Some(OpenDataset::new(origin, catalog, warnings, 0));
    }
    let errors = report
        .findings()
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    for finding in errors.take(ERRORS_SHOWN) {
        eprintln!("{}\n", finding.render(false));
    }
    let count = report.count(Severity::Error);
    if count > ERRORS_SHOWN {
        eprintln!("… and {} more errors", count - ERRORS_SHOWN);
    }
    let shown = origin.shown();
    eprintln!(
        "belt-explorer: {shown} was not opened\nhint: `belt-explorer check` lists everything that is wrong with a dataset"
    );
    None
}

fn open(dataset: OpenDataset) -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Belt Explorer")
            .with_app_id("belt-explorer")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([900.0, 600.0])
            .with_icon(icon()),
        persist_window: true,
        ..NativeOptions::default()
    };
    let create = move |creation: &eframe::CreationContext<'_>| {
        let stored = |key: &str| creation.storage.and_then(|storage| storage.get_string(key));
        let settings = settings::load_settings(stored);
        let view = settings::load_view(dataset.id(), stored);
        let ctx = creation.egui_ctx.clone();
        let jobs = Jobs::new(Runner::Threads, Arc::new(move || ctx.request_repaint()));
        let state = AppState::new(dataset, settings, view, jobs);
        let window: Box<dyn eframe::App> = Box::new(Window::new(&creation.egui_ctx, state));
        Ok(window)
    };
    eframe::run_native("belt-explorer", options, Box::new(create))
}

/// The icon; without it the window opens all the same.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon-256.png"))
        .unwrap_or_default()
}
