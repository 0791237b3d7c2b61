//! The money ladder: money by stage as bars, with the number of projects at every step.

use crate::{
    analysis::{
        projects::{InvestmentOptions, LadderStep, MoneyLadder},
        stats,
    },
    app::{Action, action::ProjectsAction},
    i18n::{grouped, money_m},
    ui::{
        Cx,
        theme::size,
        widgets::{card_title, export_button, figure_card, muted},
        wording,
    },
};
use eframe::egui::{
    Align, Align2, CornerRadius, FontId, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

/// Least height of a step; steps share the room the card has.
const STEP: f32 = 40.0;

/// The card, as high as the one beside it.
pub(super) fn ladder_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(ladder) = cx.state.derived.projects.ladder.get() else {
        return;
    };
    figure_card(ui, "ladder", |ui| {
        // The card's margin and border.
        ui.set_min_height((height - 26.0).max(0.0));
        card_title(ui, &cx.t("ladder-title"));
        muted(
            ui,
            &cx.with("ladder-sub", &[("currency", cx.currency().into())]),
        );
        let room = ui.min_rect().top() + height - 50.0 - ui.cursor().top();
        steps_ui(ui, cx, ladder, room);
        let none = [("count", ladder.without_amount.into())];
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            muted(ui, &cx.with("ladder-none", &none));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_button(ui, cx, "ladder", &cx.t("ladder-title"));
            });
        });
    });
}

/// All steps; they share the room.
pub(super) fn steps_ui(ui: &mut Ui, cx: &Cx<'_>, ladder: &MoneyLadder, room: f32) {
    let amounts = ladder.steps.iter().filter_map(|step| step.money_m);
    let largest = amounts.fold(0.0, f64::max);
    let steps = f32::from(u8::try_from(ladder.steps.len()).unwrap_or(u8::MAX)).max(1.0);
    let each = (room / steps - 6.0).clamp(STEP, 64.0);
    for step in &ladder.steps {
        step_ui(ui, cx, *step, largest, each);
    }
}

/// One step; a click draws its stage alone.
fn step_ui(ui: &mut Ui, cx: &Cx<'_>, step: LadderStep, largest: f64, height: f32) {
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let stage = cx.t(wording::stage(step.stage));
    let money = step
        .money_m
        .map_or_else(|| "–".to_owned(), |sum| money_m(sum, cx.currency()));
    let values = [
        ("stage", (&stage).into()),
        ("count", step.count.into()),
        ("money", (&money).into()),
    ];
    let name = cx.with("ladder-step", &values);
    let options = cx.state.view.projects.chart;
    let chosen = options.stage == step.stage;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    paint(
        ui,
        cx,
        &Step {
            rect,
            stage: &stage,
            money: &money,
            amounts: step,
            largest,
            chosen,
        },
    );
    if response.has_focus() {
        let stroke = Stroke::new(1.5, cx.tokens.accent);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    if response.clicked() {
        let options = InvestmentOptions {
            stage: step.stage,
            ..options
        };
        cx.push(Action::Projects(ProjectsAction::Chart(options)));
    }
    response.on_hover_text(format!("{name}\n{}", cx.t("ladder-tip")));
}

struct Step<'a> {
    rect: Rect,
    stage: &'a str,
    money: &'a str,
    amounts: LadderStep,
    largest: f64,
    chosen: bool,
}

fn paint(ui: &Ui, cx: &Cx<'_>, step: &Step<'_>) {
    let (painter, tokens, rect) = (ui.painter(), cx.tokens, step.rect);
    let font = FontId::proportional(size::TABLE);
    let y = rect.top() + 14.0;
    let count = grouped(stats::count(step.amounts.count));
    let words = format!("{}  ·  {count}", step.stage);
    painter.text(
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        words,
        font.clone(),
        tokens.text,
    );
    painter.text(
        pos2(rect.right(), y),
        Align2::RIGHT_CENTER,
        step.money,
        font,
        tokens.text,
    );
    let track = Rect::from_min_max(pos2(rect.left(), y + 12.0), pos2(rect.right(), y + 22.0));
    painter.rect_filled(track, CornerRadius::same(2), tokens.grid);
    let share = step
        .amounts
        .money_m
        .map_or(0.0, |money| money / step.largest.max(f64::MIN_POSITIVE));
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let length = track.width() * share as f32;
    let bar = Rect::from_min_size(track.min, Vec2::new(length, track.height()));
    let color = if step.chosen {
        tokens.accent
    } else {
        tokens.accent.gamma_multiply(0.6)
    };
    painter.rect_filled(bar, CornerRadius::same(2), color);
}
