//! The four figures that matter, each with its range over sources and a way to the tab that explains it.

use super::key_figures::{KeyFigure, Picture, key_figures};
use crate::{
    app::Action,
    ui::{
        Cx,
        charts::{Strip, strip_ui},
        tabs::TabSpec,
        theme::{size, strong},
        widgets::{card, quiet_button, sources_button},
    },
};
use eframe::egui::{
    Align, Color32, CornerRadius, Label, Layout, Rect, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
};

/// Height of a card's picture.
const STRIP: f32 = 14.0;

/// The row of cards.
pub(super) fn figures_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return;
    };
    let figures = key_figures(cx, overview);
    let gap = ui.spacing().item_spacing.x;
    let width = (ui.available_width() - 3.0 * gap) / 4.0;
    ui.horizontal_top(|ui| {
        for figure in figures {
            let size = Vec2::new(width, 0.0);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(width);
                figure_ui(ui, cx, &figure);
            });
        }
    });
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &KeyFigure) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().button_padding.x = 0.0;
        let tab = cx.t(TabSpec::of(figure.tab).name);
        ends_ui(
            ui,
            |ui| {
                let name = cx.with("overview-doorway", &[("tab", (&tab).into())]);
                let name = format!("{}: {name}", figure.title);
                if quiet_button(ui, &format!("{tab} →"), &name).clicked() {
                    cx.push(Action::ShowTab(figure.tab));
                }
            },
            |ui| {
                line(
                    ui,
                    RichText::new(&figure.title)
                        .size(size::SMALL)
                        .color(cx.tokens.muted),
                    &figure.tip,
                );
            },
        );
        ends_ui(
            ui,
            |ui| sources_button(ui, cx, &figure.title, &figure.sources),
            |ui| line(ui, strong(&figure.value, size::TITLE), &figure.tip),
        );
        let values = [
            ("title", (&figure.title).into()),
            ("values", (&figure.below).into()),
        ];
        let name = cx.with("overview-marks", &values);
        picture_ui(ui, cx, &figure.picture, &name, STRIP);
        line(
            ui,
            RichText::new(&figure.below)
                .size(size::SMALL)
                .color(cx.tokens.muted),
            &figure.below,
        );
    });
}

/// What stands at the right end of a line, and what takes the rest of it.
fn ends_ui(ui: &mut Ui, right: impl FnOnce(&mut Ui), left: impl FnOnce(&mut Ui)) {
    let size = Vec2::new(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), left);
    });
}

fn line(ui: &mut Ui, text: RichText, tip: &str) {
    let response = ui.add(Label::new(text).truncate());
    if !tip.is_empty() {
        response.on_hover_text(tip);
    }
}

/// Marks on a line, or a bar in parts.
pub(super) fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, picture: &Picture, name: &str, height: f32) {
    match picture {
        Picture::Marks(marks) => {
            let strip = Strip {
                name,
                band: None,
                marks: marks.clone(),
                height,
            };
            strip_ui(ui, &strip).on_hover_text(name);
        }
        Picture::Parts(parts) => parts_ui(ui, cx, parts, name, height),
        Picture::Nothing => {
            ui.add_space(17.0);
        }
    }
}

/// One bar divided into parts: full, pale, or hollow.
fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, parts: &[(usize, Color32, bool)], name: &str, height: f32) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let bar = rect.shrink2(Vec2::new(0.0, height * 0.2));
    let total: usize = parts.iter().map(|(count, _, _)| count).sum();
    let mut before = 0;
    for (count, color, filled) in parts.iter().filter(|(count, _, _)| *count > 0) {
        let (from, to) = (at(bar, before, total), at(bar, before + count, total));
        let part = Rect::from_min_max(
            pos2(from, bar.top()),
            pos2((to - 1.0).max(from + 1.0), bar.bottom()),
        );
        let radius = CornerRadius::same(2);
        if *filled {
            ui.painter().rect_filled(part, radius, *color);
        } else {
            ui.painter()
                .rect_filled(part, radius, cx.tokens.pale(*color));
            ui.painter()
                .rect_stroke(part, radius, Stroke::new(1.0, *color), StrokeKind::Inside);
        }
        before += count;
    }
    response.on_hover_text(name);
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar")]
fn at(bar: Rect, part: usize, total: usize) -> f32 {
    use crate::analysis::stats::count;
    let share = count(part) / count(total.max(1));
    bar.left() + bar.width() * share as f32
}
