//! The window command: opens the application on a dataset.
//!
//! Everything that can fail before a window exists is said on the terminal, once, with a hint.

use super::{
    NOTHING_DONE, crash, graphics,
    open::{self, say},
};
use crate::{
    app::{
        Action, AppState, View,
        jobs::{Jobs, Runner, Waker},
        settings,
        state::OpenDataset,
        trail::Trail,
        update,
        view::text,
    },
    dataset::read::Origin,
    export::{crash::left_in, metadata::is_picture},
    ui::{Window, figures::reopen, shell::LEAST_ROOM},
};
use eframe::{
    NativeOptions,
    egui::{IconData, ViewportBuilder},
};
use std::{path::PathBuf, process::ExitCode, sync::Arc, thread};

/// What the system knows the window by, and the name of the folder where things are remembered.
pub(super) const APP_ID: &str = "belt-explorer";

/// What the window shows at first.
#[derive(Debug, Default)]
pub(super) struct Start {
    /// A dataset, a figure, or both in any order.
    pub(super) paths: Vec<PathBuf>,
    /// A view as text.
    pub(super) view: Option<String>,
}

/// Opens the window and returns when it is closed.
pub(super) fn run(start: Start) -> ExitCode {
    let (figures, mut datasets): (Vec<PathBuf>, Vec<PathBuf>) =
        start.paths.into_iter().partition(|path| is_picture(path));
    if figures.len() > 1 || datasets.len() > 1 {
        say(
            "that is more than one dataset and one figure\nhint: put the files of a dataset into a folder and name the folder",
        );
        return ExitCode::from(NOTHING_DONE);
    }
    let dataset = match open::dataset(datasets.pop()) {
        Ok(dataset) => dataset,
        Err(code) => return code,
    };
    let view = start.view.map(|view| open::view(&view, &dataset));
    if let Err(problem) = graphics::ready() {
        say(&problem);
        return ExitCode::from(NOTHING_DONE);
    }
    match open_window(dataset, view, figures.into_iter().next()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let (problem, hint) = in_words(&error.to_string());
            say(&format!("cannot open a window: {problem}\nhint: {hint}"));
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

fn open_window(
    dataset: OpenDataset,
    view: Option<View>,
    figure: Option<PathBuf>,
) -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Belt Explorer")
            .with_app_id(APP_ID)
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size(LEAST_ROOM)
            .with_icon(icon()),
        persist_window: true,
        ..NativeOptions::default()
    };
    // The map is asked for later, if at all; by then its outlines are read. Without the thread it waits a moment.
    let outlines = thread::Builder::new().name("outlines".to_owned());
    drop(outlines.spawn(crate::analysis::map::outlines));
    let reports = crash::folder();
    let stopped = reports.as_deref().and_then(left_in);
    let trail = Trail::default();
    if let Some(folder) = reports {
        crash::watch(trail.clone(), folder);
    }
    let create = move |creation: &eframe::CreationContext<'_>| {
        let stored = |key: &str| creation.storage.and_then(|storage| storage.get_string(key));
        let mut settings = settings::load_settings(stored);
        if settings.export.folder.is_empty() {
            settings.export.folder = own_folder();
        }
        let view = view.unwrap_or_else(|| match stopped {
            // What was remembered may be what stopped the program: it is offered, not shown.
            Some(_) => View::default(),
            None => remembered(&dataset, stored),
        });
        // It was drawn the last time, so it may be kept before it is drawn again.
        trail.keep_view(text::link(&view, &dataset));
        let ctx = creation.egui_ctx.clone();
        let waker: Waker = Arc::new(move || ctx.request_repaint());
        let jobs = Jobs::new(Runner::Threads, Arc::clone(&waker));
        if let Origin::Path(path) = &dataset.origin {
            settings.remember(path);
        }
        let mut state = AppState::new(dataset, settings, view, jobs);
        state.trail = trail;
        state.stopped = stopped;
        #[cfg(debug_assertions)]
        crash::rehearse(&creation.egui_ctx);
        update::watch_files(&mut state, waker);
        if let Some(path) = figure {
            let work = reopen(&state, path);
            update::apply(&mut state, Action::Start(work));
        }
        let window: Box<dyn eframe::App> = Box::new(Window::new(&creation.egui_ctx, state));
        Ok(window)
    };
    eframe::run_native(APP_ID, options, Box::new(create))
}

/// The view last used for a dataset. It may speak of records that the dataset had then.
fn remembered(dataset: &OpenDataset, stored: impl Fn(&str) -> Option<String>) -> View {
    let view = settings::load_view(dataset.id(), stored);
    text::fit(&view, dataset, dataset).0
}

/// Where figures go unless a person says otherwise: where documents are kept, else home.
fn own_folder() -> String {
    let user = directories::UserDirs::new();
    let folder = user
        .as_ref()
        .map(|user| user.document_dir().unwrap_or(user.home_dir()));
    let folder = folder.filter(|folder| folder.is_dir());
    folder
        .map(|folder| folder.display().to_string())
        .unwrap_or_default()
}

/// The icon; without it the window opens all the same.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon-256.png"))
        .unwrap_or_default()
}
