//! What stands above and below every picture: title, switch, what is measured, the choices that pictures share.

use super::stack;
use crate::{
    analysis::projects::{InvestmentOptions, InvestmentUnit, MoneyStage, StackBy, YearBasis},
    app::{Action, action::ProjectsAction, view::ProjectsPicture},
    ui::{
        Cx,
        theme::size,
        widgets::{card_title, choice, export_button, segmented, warning_note},
        wording,
    },
};
use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui};

/// What pictures with less around them than the chart are higher by.
pub(super) const MORE: f32 = 56.0;

/// Title and switch, below them what is measured and the controls, which are laid out from the right.
pub(super) fn head_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    title: &str,
    subtitle: &str,
    controls: impl FnOnce(&mut Ui),
) {
    ui.horizontal(|ui| {
        card_title(ui, title);
        switch_ui(ui, cx);
    });
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().combo_width = 80.0;
            controls(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = RichText::new(subtitle).size(size::SMALL);
                ui.add(Label::new(words.color(cx.tokens.muted)).truncate());
            });
        });
    });
}

/// Below a picture: what it says of itself, and the way to hand it out.
pub(super) fn foot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (figure, title): (&str, &str),
    words: &str,
    mixed: Option<(String, String)>,
) {
    ui.spacing_mut().interact_size.y = 18.0;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_button(ui, cx, figure, title);
            if let Some((short, full)) = mixed {
                warning_note(ui, &short).on_hover_text(full);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = RichText::new(words).size(size::SMALL);
                ui.add(Label::new(words.color(cx.tokens.muted)).truncate());
            });
        });
    });
}

/// What scrolls in a picture that is this high. Beside other cards there is no height to take, so that it is
/// said twice.
pub(super) fn scroll_area(id: &str, height: f32) -> ScrollArea {
    let area = ScrollArea::vertical().id_salt(id).max_height(height);
    area.min_scrolled_height(height)
}

/// The switch between the pictures.
fn switch_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let name = |picture| match picture {
        ProjectsPicture::Chart => "picture-chart",
        ProjectsPicture::Breakdown => "picture-breakdown",
        ProjectsPicture::Outcomes => "picture-outcomes",
        ProjectsPicture::Sizes => "picture-sizes",
        ProjectsPicture::Schedule => "picture-schedule",
        ProjectsPicture::Map => "picture-map",
    };
    let pictures = ProjectsPicture::ALL.map(|picture| (picture, cx.t(name(picture))));
    if let Some(picture) = segmented(ui, cx.state.view.projects.picture, &pictures) {
        cx.push(Action::Projects(ProjectsAction::Picture(picture)));
    }
}

/// Changes the choices.
pub(super) fn set(cx: &Cx<'_>, options: InvestmentOptions) {
    cx.push(Action::Projects(ProjectsAction::Chart(options)));
}

/// Which stage of money.
pub(super) fn stage_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let options = cx.state.view.projects.chart;
    let stages = MoneyStage::ALL.map(|stage| (stage, cx.t(wording::stage(stage))));
    if let Some(stage) = choice(ui, &cx.t("choose-stage"), options.stage, &stages) {
        set(cx, InvestmentOptions { stage, ..options });
    }
}

/// Which year counts.
pub(super) fn basis_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let options = cx.state.view.projects.chart;
    let bases = YearBasis::ALL.map(|basis| (basis, cx.t(wording::year_basis(basis))));
    if let Some(basis) = choice(ui, &cx.t("choose-basis"), options.basis, &bases) {
        set(cx, InvestmentOptions { basis, ..options });
    }
}

/// What it is divided by.
pub(super) fn stack_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let options = cx.state.view.projects.chart;
    let stacks = StackBy::ALL.map(|by| (by, stack::words(cx, by)));
    if let Some(stack) = choice(ui, &cx.t("choose-stack"), options.stack, &stacks) {
        set(cx, InvestmentOptions { stack, ..options });
    }
}

/// Money or projects. What is drawn over the years only is money here.
pub(super) fn counted_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let options = cx.state.view.projects.chart;
    let units = [
        (InvestmentUnit::Money, cx.t("unit-money")),
        (InvestmentUnit::Count, cx.t("unit-count")),
    ];
    let current = match options.unit {
        InvestmentUnit::Count => InvestmentUnit::Count,
        _ => InvestmentUnit::Money,
    };
    if let Some(unit) = choice(ui, &cx.t("choose-unit"), current, &units) {
        set(cx, InvestmentOptions { unit, ..options });
    }
}
