//! The strip above the pictures while two filters are compared: what each keeps, and how they differ.

use super::{
    halves::badge_ui,
    sides::{filter_of, is_comparing, of_side, sentence, shared_axes, sides},
};
use crate::{
    analysis::projects::{Comparison, Difference, NotComparable, SideSum},
    app::{
        Action,
        action::ProjectsAction,
        view::{ComparedAxes, ProjectsPicture, Side},
    },
    i18n::{decimal, money_m},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{card, quiet_button, tick},
        wording,
    },
};
use eframe::egui::{Align, Label, Layout, RichText, Ui};

/// Message keys of what B has less of, as much of, or more of than A.
const PROJECTS: [&str; 3] = [
    "compare-projects-less",
    "compare-projects-same",
    "compare-projects-more",
];
const MONEY: [&str; 3] = [
    "compare-money-less",
    "compare-money-same",
    "compare-money-more",
];

/// The comparison, where there is one.
fn comparison<'a>(cx: &Cx<'a>) -> Option<&'a Comparison> {
    let found = cx.state.derived.projects.comparison.get();
    found.map(|found| &**found).filter(|_| is_comparing(cx))
}

/// The strip; nothing while nothing is compared.
pub(super) fn strip_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(comparison) = comparison(cx) else {
        return;
    };
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 18.0;
        for side in sides(cx) {
            let sum = match side {
                Side::A => comparison.a,
                Side::B => comparison.b,
            };
            side_ui(ui, &cx.on(*side), sum);
        }
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.set_max_height(18.0);
                    buttons_ui(ui, cx);
                });
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    let words = RichText::new(difference_words(cx, comparison)).size(size::SMALL);
                    let words = Label::new(words.color(cx.tokens.muted)).wrap();
                    ui.add(words).on_hover_text(full_words(cx, comparison));
                });
            });
        });
    });
}

/// A side: its letter, its filter, how many projects and how much money.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, sum: SideSum) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(strong(sum_words(cx, sum), size::SMALL))
                .on_hover_text(cx.t("compare-sum-tip"));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                badge_ui(ui, cx, cx.side);
                let sentence = sentence(cx);
                let words = RichText::new(&sentence).size(size::TABLE);
                ui.add(Label::new(words).truncate()).on_hover_text(sentence);
            });
        });
    });
}

/// From the right: the end, the axes, the exchange.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let push = |action| cx.push(Action::Projects(action));
    let (end, tip) = (cx.t("compare-end"), cx.t("command-end-comparison-tip"));
    if quiet_button(ui, &end, &end).on_hover_text(tip).clicked() {
        push(ProjectsAction::EndComparison);
    }
    let axes = cx.state.view.projects.axes;
    let words = cx.t("compare-axes");
    ui.add_enabled_ui(has_axes(cx), |ui| {
        let is_shared = axes == ComparedAxes::Shared;
        let response = tick(ui, is_shared, &words);
        let response = response
            .on_hover_text(cx.t("compare-axes-tip"))
            .on_disabled_hover_text(cx.t("compare-axes-none"));
        if response.clicked() {
            push(ProjectsAction::Axes(if is_shared {
                ComparedAxes::Own
            } else {
                ComparedAxes::Shared
            }));
        }
    });
    let (swap, tip) = (cx.t("compare-swap"), cx.t("command-swap-sides-tip"));
    if quiet_button(ui, &swap, &swap).on_hover_text(tip).clicked() {
        push(ProjectsAction::SwapSides);
    }
}

/// Whether the picture in front is measured by something that can differ between the sides.
fn has_axes(cx: &Cx<'_>) -> bool {
    match cx.state.view.projects.picture {
        ProjectsPicture::Chart | ProjectsPicture::Breakdown | ProjectsPicture::Sizes => true,
        // Shares are of the whole on both sides; the others show one side.
        ProjectsPicture::Outcomes | ProjectsPicture::Schedule | ProjectsPicture::Map => false,
    }
}

/// How many projects, and how much money of how many of them.
fn sum_words(cx: &Cx<'_>, sum: SideSum) -> String {
    let stages = usize::from(sum.stage.is_none());
    let money = sum.money_m.map(|money| money_m(money, cx.currency()));
    let values = [
        ("count", sum.count.into()),
        ("money", money.as_deref().unwrap_or_default().into()),
        ("n", sum.with_money.into()),
        ("stages", stages.into()),
    ];
    cx.with("compare-sum", &values)
}

/// How the sides differ, and that they must not be added up where they share projects.
pub(super) fn difference_words(cx: &Cx<'_>, comparison: &Comparison) -> String {
    let both = cx.with("compare-both", &[("count", comparison.both.into())]);
    if filter_of(&cx.on(Side::A)) == filter_of(&cx.on(Side::B)) {
        return cx.t("compare-same");
    }
    let projects = comparison.projects();
    let count = decimal(projects.more.abs(), 0);
    let projects = more_words(cx, PROJECTS, projects, &count);
    let money = match comparison.money() {
        Ok(money) => {
            let more = money_m(money.more.abs(), cx.currency());
            more_words(cx, MONEY, money, &more)
        }
        Err(NotComparable::Missing) => cx.t("compare-money-missing"),
        Err(NotComparable::Stages) => cx.t("compare-money-stages"),
    };
    let values = [
        ("projects", (&projects).into()),
        ("money", (&money).into()),
        ("both", (&both).into()),
    ];
    cx.with("compare-difference", &values)
}

/// What B has more or less, and how many times as much as A that is.
fn more_words(cx: &Cx<'_>, keys: [&str; 3], difference: Difference, more: &str) -> String {
    let [less_key, same_key, more_key] = keys;
    let times = difference.times.map(|times| {
        let places = if times < 10.0 { 2 } else { 0 };
        decimal(times, places)
    });
    let key = if difference.more < 0.0 {
        less_key
    } else if difference.more > 0.0 {
        more_key
    } else {
        same_key
    };
    let values = [
        ("more", more.into()),
        ("times", times.as_deref().unwrap_or("none").into()),
    ];
    cx.with(key, &values)
}

/// The same, of which stage the money is, and what only A is shown of.
fn full_words(cx: &Cx<'_>, comparison: &Comparison) -> String {
    let stage = cx.t(wording::stage(cx.state.view.projects.chart.stage));
    let words = difference_words(cx, comparison);
    let values = [("words", (&words).into()), ("stage", (&stage).into())];
    cx.with("compare-full", &values)
}

/// What is said below a picture of both sides.
pub(super) fn notes(cx: &Cx<'_>) -> Vec<String> {
    let Some(comparison) = comparison(cx) else {
        return Vec::new();
    };
    let sums = [(Side::A, comparison.a), (Side::B, comparison.b)];
    let mut notes: Vec<String> = sums
        .iter()
        .map(|(side, sum)| of_side(&cx.on(*side), &sum_words(cx, *sum)))
        .collect();
    notes.push(difference_words(cx, comparison));
    if has_axes(cx) && shared_axes(cx).is_none() {
        notes.push(cx.t("compare-own-axes"));
    }
    notes
}

/// That a picture is of A alone, where two are compared.
pub(super) fn only_a_ui(ui: &mut Ui, cx: &Cx<'_>) {
    if is_comparing(cx) {
        ui.horizontal(|ui| {
            badge_ui(ui, cx, Side::A);
            let words = RichText::new(cx.t("compare-only-a")).size(size::SMALL);
            ui.add(Label::new(words.color(cx.tokens.muted)).truncate());
        });
    }
}
