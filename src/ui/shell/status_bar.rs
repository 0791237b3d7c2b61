//! The status line: what is shown of all, the filter in words, the dataset and its date.

use crate::{
    app::{Tab, jobs::Task},
    dataset::read::Origin,
    i18n::{short_date, year_range},
    ui::{
        Cx,
        theme::size,
        widgets::{muted, quiet_button},
        wording,
    },
};
use eframe::egui::{Align, Label, Layout, RichText, Ui};

pub(super) fn status_bar_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_centered(|ui| {
        let state = cx.state;
        if let Some(Task::Load(_)) = state.jobs.running() {
            ui.spinner();
            ui.label(RichText::new(cx.t("status-loading")).size(size::SMALL));
            if quiet_button(ui, &cx.t("cancel"), &cx.t("cancel")).clicked() {
                cx.push(crate::app::Action::CancelJob);
            }
        } else if state.view.tab == Tab::Projects {
            let shown = state
                .derived
                .projects
                .filtered
                .get()
                .map_or(0, |result| result.count);
            let all = state.dataset.projects.len;
            let count = cx.with(
                "status-projects",
                &[("shown", shown.into()), ("all", all.into())],
            );
            ui.label(RichText::new(count).size(size::SMALL));
        }
        if state.view.tab == Tab::Trade {
            trade_ui(ui, cx);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            muted(ui, &dataset_words(cx));
            if state.view.tab == Tab::Projects {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let sentence = wording::filter_sentence(cx, &state.view.projects.filter);
                    let text = RichText::new(&sentence)
                        .size(size::SMALL)
                        .color(cx.tokens.muted);
                    ui.add(Label::new(text).truncate());
                });
            }
        });
    });
}

/// What the Trade tab shows, and of which years.
fn trade_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let answer = cx.state.derived.trade.answer.get();
    let Some(chart) = answer.and_then(|answer| answer.chart.as_ref()) else {
        return;
    };
    let title = wording::trade::title(cx, chart);
    let words = match chart.title.years {
        Some((first, last)) => {
            let years = year_range(first, last);
            let values = [("title", (&title).into()), ("years", (&years).into())];
            cx.with("status-trade", &values)
        }
        None => title,
    };
    ui.label(RichText::new(words).size(size::SMALL));
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
