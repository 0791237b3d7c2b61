//! The moment the program stops unexpectedly: a report is written and named on the terminal.

use super::open::say;
use crate::{
    app::trail::Trail,
    export::crash::{self, Crash},
};
use std::{
    backtrace::Backtrace,
    collections::VecDeque,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

/// Where reports are kept: beside view and settings.
pub(super) fn folder() -> Option<PathBuf> {
    eframe::storage_dir(super::window::APP_ID).map(|folder| folder.join("reports"))
}

/// From now on a defect anywhere writes a report. If it is on this thread, the window's, the program ends, and
/// the next start can offer the view; a job's is said in the window.
pub(super) fn watch(trail: Trail, folder: PathBuf) {
    let window = thread::current().id();
    let noted = AtomicBool::new(false);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let ends = thread::current().id() == window;
        // What fails while the window is torn down is a consequence of the first.
        if ends && noted.swap(true, Ordering::Relaxed) {
            return;
        }
        let steps = trail.steps();
        let crash = crash_of(info, steps.actions);
        let said = format!("{} ({})", crash.message, crash.place);
        match crash::write_report(&folder, &crash) {
            Ok(report) if ends => stopped(&said, &report, &steps.view),
            Ok(report) => say(&format!(
                "a job failed because of a defect in the program: {said}\nA report is at {}",
                report.display()
            )),
            Err(error) => {
                usual(info);
                say(&error.to_string());
            }
        }
    }));
}

fn stopped(said: &str, report: &Path, view: &str) {
    // Without the note the view is not offered; the report is there all the same.
    let _ = crash::write_note(report, view);
    say(&format!(
        "stopped unexpectedly because of a defect in the program: {said}\nA report without any data is at {}\nhint: start again; the last view is offered",
        report.display()
    ));
}

fn crash_of(info: &PanicHookInfo<'_>, actions: VecDeque<&'static str>) -> Crash {
    let place = info.location().map(ToString::to_string);
    let thread = thread::current();
    Crash {
        time: jiff::Timestamp::now()
            .strftime("%Y-%m-%dT%H:%M:%SZ")
            .to_string(),
        thread: thread.name().unwrap_or("unnamed").to_owned(),
        message: info.payload_as_str().unwrap_or("no message").to_owned(),
        place: place.unwrap_or_default(),
        backtrace: Backtrace::force_capture().to_string(),
        actions,
    }
}

/// Stops the window on purpose after so many frames: `BELT_EXPLORER_PANIC_AFTER_FRAMES=3`. Only there while the
/// program is developed, so that a test sees what a person would see.
#[cfg(debug_assertions)]
pub(super) fn rehearse(ctx: &eframe::egui::Context) {
    use std::sync::{Arc, atomic::AtomicU32};
    let wanted = std::env::var("BELT_EXPLORER_PANIC_AFTER_FRAMES").ok();
    let Some(frames) = wanted.and_then(|frames| frames.parse::<u32>().ok()) else {
        return;
    };
    let drawn = AtomicU32::new(0);
    ctx.on_begin_pass(
        "rehearsal",
        Arc::new(move |ui| {
            let drawn = drawn.fetch_add(1, Ordering::Relaxed);
            assert!(drawn < frames, "a rehearsal after {frames} frames");
            ui.ctx().request_repaint();
        }),
    );
}
