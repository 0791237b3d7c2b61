//! The status line: what is shown of all, the filter in words, the dataset and its date.

use crate::{
    app::{
        Action,
        jobs::{JobProgress, Lane},
    },
    dataset::read::{Origin, Progress, Stage},
    i18n::{percent, short_date},
    ui::{
        Cx,
        tabs::TabSpec,
        theme::size,
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{Align, Label, Layout, RichText, Ui};

pub(super) fn status_bar_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_centered(|ui| {
        let (shown, sentence) = (TabSpec::of(cx.state.view.tab).status)(cx);
        if cx.state.jobs.is_running(Lane::Load) {
            loading_ui(ui, cx);
        } else if cx.state.jobs.is_running(Lane::Export) {
            exporting_ui(ui, cx);
        } else {
            ui.label(RichText::new(shown).size(size::SMALL));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            muted(ui, &dataset_words(cx));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(sentence)
                    .size(size::SMALL)
                    .color(cx.tokens.muted);
                ui.add(Label::new(text).truncate());
            });
        });
    });
}

/// What is being done, how far it has come, and a way to stop it.
fn loading_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spinner();
    let mut words = cx.t("status-loading");
    if let Some(JobProgress::Loading(progress)) = cx.state.jobs.progress(Lane::Load) {
        let Progress { stage, done, total } = progress;
        words = cx.t(match stage {
            Stage::Reading => "status-reading",
            Stage::Parsing => "status-parsing",
            Stage::Checking => "status-checking",
            Stage::Indexing => "status-indexing",
        });
        words = format!("{words} {}", share(done, total));
    }
    running_ui(ui, cx, words, Lane::Load);
}

fn exporting_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let mut words = cx.t("status-exporting");
    if let Some(JobProgress::Steps(done, total)) = cx.state.jobs.progress(Lane::Export) {
        words = format!("{words} {}", share(done, total));
    }
    ui.spinner();
    running_ui(ui, cx, words, Lane::Export);
}

fn share(done: u64, total: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a share for people to read")]
    let share = done as f64 / total.max(1) as f64;
    percent(share)
}

fn running_ui(ui: &mut Ui, cx: &Cx<'_>, words: String, lane: Lane) {
    ui.label(RichText::new(words).size(size::SMALL));
    if quiet_button(ui, &cx.t("cancel"), &cx.t("cancel")).clicked() {
        cx.push(Action::CancelJob(lane));
    }
}

fn dataset_words(cx: &Cx<'_>) -> String {
    let Some(meta) = cx.catalog().meta() else {
        return String::new();
    };
    let origin = match &cx.state.dataset.origin {
        Origin::Embedded => cx.t("status-built-in"),
        Origin::Path(path) => path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
    };
    let date = short_date(meta.as_of);
    let title = cx.text(&meta.title);
    cx.with(
        "status-dataset",
        &[
            ("title", title.into()),
            ("date", (&date).into()),
            ("origin", (&origin).into()),
        ],
    )
}
