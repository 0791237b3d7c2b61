//! How large projects are, by what they are divided by: the card, its chart and its words.

use super::{
    halves::{HALF_WORDS, LeastWidth, half_words_ui, halves_ui, nothing_ui},
    head::{MORE, foot_ui, head_ui, scroll_area, stack_ui, stage_ui},
    notices::mixed,
    sides::{is_comparing, memos, of_side, order, shared_axes, sides},
    stack,
};
use crate::{
    analysis::projects::{Distribution, MOST_DOTS, ProjectSize, SizeRow, StackPart},
    app::{Action, action::ProjectsAction},
    i18n::money_m,
    ui::{
        Cx,
        charts::{
            DotBox, DotRow, Mark, MarkEntry, SizeDot, SizeRows, mark_legend_ui, size_rows_ui,
        },
        theme::{size, strong},
        widgets::{figure_card, muted},
        wording,
    },
};
use eframe::egui::Ui;

/// How wide the rows are at least beside others.
pub(super) const HALF: LeastWidth = LeastWidth(420.0);

/// The card. `height` is that of the chart's plot in the same place.
pub(super) fn card_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(sizes) = memos(cx).distribution.get() else {
        return;
    };
    let height = height + MORE;
    figure_card(ui, "sizes", |ui| {
        head_ui(ui, cx, &cx.t("spread-title"), &subtitle(cx), |ui| {
            stage_ui(ui, cx);
            stack_ui(ui, cx);
        });
        halves_ui(ui, cx, (height, HALF), half_ui);
        if sides(cx)
            .iter()
            .any(|side| drawn_of(&cx.on(*side)).is_some())
        {
            mark_legend_ui(ui, &legend(cx));
        }
        let (words, mixed) = if is_comparing(cx) {
            // Each half says its own.
            (String::new(), None)
        } else {
            (drawn_words(cx, sizes), mixed(cx, &sizes.mixed_stages))
        };
        foot_ui(ui, cx, ("sizes", &cx.t("spread-title")), &words, mixed);
    });
}

/// The sizes of a side, if there are some to draw.
pub(super) fn drawn_of<'a>(cx: &Cx<'a>) -> Option<&'a Distribution> {
    let sizes = memos(cx).distribution.get().map(|sizes| &**sizes);
    sizes.filter(|sizes| sizes.drawn() > 0)
}

/// The rows of a side, and what they say of themselves where there are two.
fn half_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(sizes) = drawn_of(cx) else {
        super::empty::empty_ui(ui, cx, height);
        return;
    };
    let height = if is_comparing(cx) {
        height - HALF_WORDS
    } else {
        height
    };
    scroll_area("sizes", height).show(ui, |ui| rows_ui(ui, cx, sizes, height));
    let (words, mixed) = (drawn_words(cx, sizes), mixed(cx, &sizes.mixed_stages));
    half_words_ui(ui, cx, &words, mixed.as_ref());
}

/// The picture as it is handed out: of one side, or of two.
pub(super) fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    halves_ui(ui, cx, (height, HALF), |ui, cx, height| {
        match drawn_of(cx) {
            Some(sizes) => rows_ui(ui, cx, sizes, height),
            None => nothing_ui(ui, cx),
        }
    });
}

/// What the axis measures.
pub(super) fn subtitle(cx: &Cx<'_>) -> String {
    cx.with("spread-sub", &[("currency", cx.currency().into())])
}

/// What the marks mean, as far as they occur.
pub(super) fn legend(cx: &Cx<'_>) -> Vec<MarkEntry> {
    let drawn = sides(cx).iter();
    let drawn: Vec<&Distribution> = drawn.filter_map(|side| drawn_of(&cx.on(*side))).collect();
    let color = cx.tokens.accent;
    let entry = |key: &str, mark: Mark| MarkEntry {
        label: cx.t(key),
        color,
        mark,
    };
    let rows = || drawn.iter().flat_map(|sizes| &sizes.rows);
    // Crowded rows have none.
    let dots = || rows().flat_map(|row| &row.sizes);
    let mut entries = Vec::new();
    if dots().any(|dot| !dot.midpoint) {
        entries.push(entry("spread-dot", Mark::Full));
    }
    if dots().any(|dot| dot.midpoint) {
        entries.push(entry("spread-hollow", Mark::Ring));
    }
    if rows().any(|row| row.spread.is_some()) {
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
    let crowded = sizes.rows.iter().filter(|row| row.count > MOST_DOTS);
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
    let shared = shared_axes(cx).and_then(|axes| axes.range_m);
    let Some(range) = shared.or_else(|| sizes.range_m()) else {
        return;
    };
    let selected = cx.state.view.projects.selected.as_deref();
    let name = format!("{}. {}", cx.t("spread-title"), drawn_words(cx, sizes));
    let name = of_side(cx, &name);
    let chart = SizeRows {
        name: &name,
        rows: sizes
            .rows
            .iter()
            .map(|row| dot_row(cx, sizes, row))
            .collect(),
        range,
        beside: beside(cx),
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

/// Names and notes of the rows of both sides, where they share an axis.
fn beside(cx: &Cx<'_>) -> Vec<(String, String)> {
    if shared_axes(cx).is_none() {
        return Vec::new();
    }
    let drawn = sides(cx).iter().filter_map(|side| drawn_of(&cx.on(*side)));
    let named = drawn.flat_map(|sizes| {
        let by = sizes.options.stack;
        let rows = sizes.rows.iter();
        rows.map(move |row| (stack::name(cx, by, row.part), note(cx, row)))
    });
    named.collect()
}

fn dot_row(cx: &Cx<'_>, sizes: &Distribution, row: &SizeRow) -> DotRow {
    let by = sizes.options.stack;
    let own: Vec<StackPart> = sizes.rows.iter().map(|row| row.part).collect();
    let dot = |size: &ProjectSize| SizeDot {
        id: size.project,
        value: size.money_m,
        hollow: size.midpoint,
    };
    DotRow {
        label: stack::name(cx, by, row.part),
        note: note(cx, row),
        color: stack::color(cx, by, row.part, order(cx, &own)),
        dots: row.sizes.iter().map(dot).collect(),
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
        ("n", row.count.into()),
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
