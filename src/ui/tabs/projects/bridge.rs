//! The way from the naive sum to the one that counts each dollar once; each step lists its records.

use super::{
    sides::{filter_by, memos},
    table_data::left_out_key,
};
use crate::{
    analysis::projects::{Bridge, LeftOut, Pile},
    app::action::ProjectsAction,
    i18n::money_m,
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{
    Align, Color32, CornerRadius, Label, Layout, Popup, PopupCloseBehavior, Rect, RichText, Sense,
    Ui, Vec2, pos2,
};

/// Width of the popup and of the amounts.
const WIDTH: f32 = 420.0;
const MONEY_WIDTH: f32 = 76.0;
const BAR_WIDTH: f32 = 110.0;

/// A button with the notice of what is left out; a click shows the bridge.
pub(super) fn bridge_button(ui: &mut Ui, cx: &Cx<'_>, notice: &str, full: &str) {
    let Some(bridge) = memos(cx).bridge.get() else {
        return;
    };
    let response = quiet_button(ui, notice, notice);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            // A menu stretches its lines; sentences must not be.
            ui.with_layout(Layout::top_down(Align::Min), |ui| bridge_ui(ui, cx, bridge));
        });
    response.on_hover_text(full);
}

fn bridge_ui(ui: &mut Ui, cx: &Cx<'_>, bridge: &Bridge) {
    ui.label(strong(cx.t("bridge-title"), size::BODY));
    muted(ui, &cx.t("bridge-words"));
    ui.add_space(4.0);
    let whole = bridge.naive.money_m;
    let mut from = whole;
    let naive = Step {
        name: cx.t("bridge-naive"),
        pile: bridge.naive,
        sign: "",
        span: (0.0, whole),
        color: cx.tokens.muted,
    };
    step_ui(ui, cx, whole, &naive);
    for (reason, pile) in &bridge.taken_off {
        let to = from - pile.money_m;
        let step = Step {
            name: cx.t(left_out_key(*reason)),
            pile: *pile,
            sign: "−",
            span: (to, from),
            color: cx.tokens.warning,
        };
        from = to;
        if step_ui(ui, cx, whole, &step) {
            list(cx, *reason);
        }
    }
    let clean = Step {
        name: cx.t("bridge-clean"),
        pile: bridge.clean,
        sign: "=",
        span: (0.0, bridge.clean.money_m),
        color: cx.tokens.accent,
    };
    step_ui(ui, cx, whole, &clean);
    ui.add_space(2.0);
    muted(ui, &cx.t("bridge-tip"));
}

/// Shows the records that are left out for a reason, and no others.
fn list(cx: &Cx<'_>, reason: LeftOut) {
    filter_by(
        cx,
        ProjectsAction::ToggleInclude {
            facet: LeftOut::FACET.to_owned(),
            value: reason.id().to_owned(),
        },
    );
}

/// One step of the bridge.
struct Step {
    name: String,
    pile: Pile,
    sign: &'static str,
    /// Where its bar begins and ends, in money.
    span: (f64, f64),
    color: Color32,
}

/// Draws a step; whether its records were asked for.
fn step_ui(ui: &mut Ui, cx: &Cx<'_>, whole: f64, step: &Step) -> bool {
    let money = format!(
        "{} {}",
        step.sign,
        money_m(step.pile.money_m, cx.currency())
    );
    let count = cx.with(
        "bridge-count",
        &[
            ("count", step.pile.count().into()),
            ("missing", step.pile.without_money.into()),
        ],
    );
    ui.horizontal(|ui| {
        bar_ui(ui, cx, whole, step);
        ui.allocate_ui_with_layout(
            Vec2::new(MONEY_WIDTH, 20.0),
            Layout::right_to_left(Align::Center),
            |ui| {
                ui.set_min_width(MONEY_WIDTH);
                ui.add(Label::new(strong(money.trim(), size::TABLE)));
            },
        );
        let clicked = if step.sign == "−" {
            let name = cx.with("bridge-list", &[("reason", (&step.name).into())]);
            quiet_button(ui, &step.name, &name).clicked()
        } else {
            ui.label(RichText::new(&step.name).size(size::SMALL));
            false
        };
        muted(ui, &count);
        clicked
    })
    .inner
}

fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, whole: f64, step: &Step) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(BAR_WIDTH, 14.0), Sense::hover());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place in a bar of 110 points"
    )]
    let at =
        |money: f64| rect.left() + rect.width() * (money / whole.max(f64::MIN_POSITIVE)) as f32;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(2), cx.tokens.grid);
    let (from, to) = step.span;
    let bar = Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom()));
    ui.painter()
        .rect_filled(bar, CornerRadius::same(2), step.color);
}
