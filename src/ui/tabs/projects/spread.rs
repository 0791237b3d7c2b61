//! How large projects are, by what they are divided by: the card, its chart and its words.

use super::{
    head::{MORE, foot_ui, head_ui, scroll_area, stack_ui, stage_ui},
    notices::mixed,
    stack,
};
use crate::{
    analysis::projects::{Distribution, ProjectSize, SizeRow, StackPart},
    app::{Action, action::ProjectsAction},
    i18n::money_m,
    ui::{
        Cx,
        charts::{
            DotBox, DotRow, MOST_DOTS, Mark, MarkEntry, SizeDot, SizeRows, mark_legend_ui,
            size_rows_ui,
        },
        theme::{size, strong},
        widgets::{figure_card, muted},
        wording,
    },
};
use eframe::egui::Ui;

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(sizes) = cx.state.derived.projects.distribution.get() else {
        return;
    };
    let height = height + MORE;
    figure_card(ui, "sizes", |ui| {
        head_ui(ui, cx, &cx.t("spread-title"), &subtitle(cx), |ui| {
            stage_ui(ui, cx);
            stack_ui(ui, cx);
        });
        if sizes.drawn() == 0 {
            super::empty::empty_ui(ui, cx, height);
        } else {
            scroll_area("sizes", height).show(ui, |ui| rows_ui(ui, cx, sizes, height));
            mark_legend_ui(ui, &legend(cx, sizes));
        }
        let (words, mixed) = (drawn_words(cx, sizes), mixed(cx, &sizes.mixed_stages));
        foot_ui(ui, cx, ("sizes", &cx.t("spread-title")), &words, mixed);
    });
}

/// What the axis measures.
pub(super) fn subtitle(cx: &Cx<'_>) -> String {
    cx.with("spread-sub", &[("currency", cx.currency().into())])
}

/// What the marks mean, as far as they occur.
pub(super) fn legend(cx: &Cx<'_>, sizes: &Distribution) -> Vec<MarkEntry> {
    let color = cx.tokens.accent;
    let entry = |key: &str, mark: Mark| MarkEntry {
        label: cx.t(key),
        color,
        mark,
    };
    let mut entries = vec![entry("spread-dot", Mark::Full)];
    if sizes.midpoints > 0 {
        entries.push(entry("spread-hollow", Mark::Ring));
    }
    if sizes.rows.iter().any(|row| row.spread.is_some()) {
        entries.push(entry("spread-box", Mark::Band));
    }
    entries.push(MarkEntry {
        label: cx.t("spread-median"),
        color: cx.tokens.text,
        mark: Mark::Range,
    });
    entries
}

/// How many are drawn, and what the others lack.
pub(super) fn drawn_words(cx: &Cx<'_>, sizes: &Distribution) -> String {
    let crowded = sizes.rows.iter().filter(|row| row.sizes.len() > MOST_DOTS);
    let values = [
        ("drawn", sizes.drawn().into()),
        ("missing", sizes.without_amount().into()),
        ("left", sizes.left_out.into()),
        ("zero", sizes.not_above_zero().into()),
        ("crowded", crowded.count().into()),
    ];
    cx.with("spread-drawn", &values)
}

/// The chart alone.
pub(super) fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, sizes: &Distribution, height: f32) {
    let Some(range) = sizes.range_m() else {
        return;
    };
    let selected = cx.state.view.projects.selected.as_deref();
    let name = format!("{}. {}", cx.t("spread-title"), drawn_words(cx, sizes));
    let chart = SizeRows {
        name: &name,
        rows: sizes
            .rows
            .iter()
            .map(|row| dot_row(cx, sizes, row))
            .collect(),
        range,
        selected: selected.and_then(|id| cx.catalog().project_index(id)),
        height,
    };
    let axis = |money: f64| money_m(money, cx.currency());
    let clicked = size_rows_ui(ui, &chart, axis, |ui, id| tip_ui(ui, cx, sizes, id));
    let project = clicked.and_then(|id| cx.catalog().data().projects.get(id));
    if let Some(project) = project {
        let id = Some(project.id.clone());
        cx.push(Action::Projects(ProjectsAction::Select(id)));
    }
}

fn dot_row(cx: &Cx<'_>, sizes: &Distribution, row: &SizeRow) -> DotRow {
    let by = sizes.options.stack;
    let order: Vec<StackPart> = sizes.rows.iter().map(|row| row.part).collect();
    // Of a crowded row none is drawn.
    let drawn = Some(&row.sizes).filter(|sizes| sizes.len() <= MOST_DOTS);
    let dot = |size: &ProjectSize| SizeDot {
        id: size.project,
        value: size.money_m,
        hollow: size.midpoint,
    };
    DotRow {
        label: stack::name(cx, by, row.part),
        note: note(cx, row),
        color: stack::color(cx, by, row.part, &order),
        dots: drawn.into_iter().flatten().map(dot).collect(),
        median: row.median_m,
        spread: row.spread.map(|spread| DotBox {
            middle: (spread.lower_m, spread.upper_m),
            whiskers: (spread.least_m, spread.most_m),
        }),
    }
}

/// The middle and how many there are.
fn note(cx: &Cx<'_>, row: &SizeRow) -> String {
    let median = row.median_m.map(|median| money_m(median, cx.currency()));
    let values = [
        ("n", row.sizes.len().into()),
        ("median", median.as_deref().unwrap_or("–").into()),
    ];
    cx.with("spread-note", &values)
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, sizes: &Distribution, id: usize) {
    let Some(project) = cx.catalog().data().projects.get(id) else {
        return;
    };
    ui.label(strong(cx.text(&project.name), size::BODY));
    let mut all = sizes.rows.iter().flat_map(|row| &row.sizes);
    if let Some(own) = all.find(|size| size.project == id) {
        let stage = sizes.options.stage;
        let amount = cx.state.dataset.projects.amount(id, stage);
        let stage = amount.map_or(stage, |amount| amount.stage);
        let money = money_m(own.money_m, cx.currency());
        muted(ui, &format!("{money} · {}", cx.t(wording::stage(stage))));
    }
}
