//! A picture of one side, or of two: beside each other where there is room, else one below the other.

use super::sides::{is_comparing, letter, sentence, sides};
use crate::{
    app::view::Side,
    ui::{
        Cx,
        theme::{semibold, size},
        widgets::{muted, warning_note},
    },
};
use eframe::egui::{
    Align, Align2, CornerRadius, Label, Layout, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
    vec2,
};

/// Room between the halves.
const GAP: f32 = 20.0;
/// Least height of a half that stands above the other.
const LEAST_HALF: f32 = 130.0;
/// Room for what a half says of itself.
pub(super) const HALF_WORDS: f32 = 34.0;
const BADGE: Vec2 = vec2(17.0, 16.0);

/// How wide a half must be at least to stand beside the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LeastWidth(pub f32);

/// Draws `half` for each side; with one side alone it has the whole room and no head.
pub(super) fn halves_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (height, least): (f32, LeastWidth),
    half: impl Fn(&mut Ui, &Cx<'_>, f32),
) {
    if !is_comparing(cx) {
        half(ui, cx, height);
        return;
    }
    // A scroll bar that takes room from one side alone would make its axis another.
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    let width = (ui.available_width() - GAP) / 2.0;
    if width < least.0 {
        for side in sides(cx) {
            let cx = cx.on(*side);
            ui.push_id(side, |ui| {
                let top = ui.cursor().top();
                side_head_ui(ui, &cx);
                let head = ui.cursor().top() - top;
                half(ui, &cx, (height / 2.0 - head).max(LEAST_HALF));
            });
        }
        return;
    }
    let top = ui.cursor().top();
    beside_ui(ui, cx, width, side_head_ui);
    let head = ui.cursor().top() - top;
    beside_ui(ui, cx, width, |ui, cx| half(ui, cx, height - head));
}

/// Draws something for each side, beside each other.
fn beside_ui(ui: &mut Ui, cx: &Cx<'_>, width: f32, draw: impl Fn(&mut Ui, &Cx<'_>)) {
    let spacing = ui.spacing().item_spacing;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for side in sides(cx) {
            let layout = Layout::top_down(Align::LEFT);
            ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = spacing;
                ui.push_id(side, |ui| draw(ui, &cx.on(*side)));
            });
        }
    });
}

/// Letter and filter of a side.
fn side_head_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        badge_ui(ui, cx, cx.side);
        ui.add(Label::new(RichText::new(sentence(cx)).size(size::SMALL)).wrap());
    });
}

/// The letter of a side in its colour. The letter says it too, for those who do not see the colour.
pub(super) fn badge_ui(ui: &mut Ui, cx: &Cx<'_>, side: Side) {
    let (rect, response) = ui.allocate_exact_size(BADGE, Sense::hover());
    let letter = letter(cx, side);
    let fill = match side {
        Side::A => cx.tokens.accent,
        Side::B => cx.tokens.muted,
    };
    let badge = Rect::from_center_size(rect.center(), BADGE);
    ui.painter().rect_filled(badge, CornerRadius::same(4), fill);
    let font = semibold(size::SMALL);
    let (at, color) = (badge.center(), cx.tokens.surface);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, &letter, font, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &letter));
}

/// What a half says of itself, below it; while nothing is compared the foot of the card says it.
pub(super) fn half_words_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    words: &str,
    warning: Option<&(String, String)>,
) {
    if !is_comparing(cx) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 0.0);
        ui.spacing_mut().interact_size.y = 16.0;
        muted(ui, words);
        if let Some((short, full)) = warning {
            warning_note(ui, short).on_hover_text(full);
        }
    });
}

/// In the place of a half that has nothing to draw, where no control can help.
pub(super) fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    muted(ui, &super::empty::reason(cx));
}
