//! What stands under a chart: notices and sources; and what stands in its place when it is empty.

use super::{chart::toggle, choice, choose};
use crate::dataset::schema::Id;
use crate::{
    analysis::trade::{Notice, chart::Chart},
    ui::{
        Cx,
        theme::{Tokens, size},
        widgets::{export_button, quiet_button, sources_button},
        wording::trade as words,
    },
};
use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

/// Why there is nothing, and ways out.
pub(super) fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, height: f32) {
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.3);
            ui.label(cx.t("notice-no-series"));
            let hidden = chart.notices.iter().filter_map(|notice| match notice {
                Notice::NotShown { recorders } => Some(recorders),
                _ => None,
            });
            for id in hidden.flatten() {
                let name = words::recorder(cx, id);
                let text = cx.with("empty-show-recorder", &[("recorder", (&name).into())]);
                if quiet_button(ui, &text, &text).clicked() {
                    choose(cx, |choice| toggle(&mut choice.toggled, id));
                }
            }
            if choice(cx).years.is_some()
                && quiet_button(ui, &cx.t("empty-all-years"), &cx.t("empty-all-years")).clicked()
            {
                choose(cx, |choice| choice.years = None);
            }
            if choice(cx).product.is_some()
                && quiet_button(ui, &cx.t("empty-all-goods"), &cx.t("empty-all-goods")).clicked()
            {
                choose(cx, |choice| choice.product = None);
            }
        });
    });
}

/// What to know about the lines, and the sources of all of them.
pub(super) fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let (warnings, notes): (Vec<&Notice>, Vec<&Notice>) = chart
        .notices
        .iter()
        .filter(|notice| **notice != Notice::NoSeries)
        .partition(|notice| words::warns(notice));
    let line = |notices: &[&Notice]| -> String {
        let words: Vec<String> = notices
            .iter()
            .map(|notice| words::notice(cx, notice, &chart.unit))
            .collect();
        words.join(" · ")
    };
    ui.horizontal(|ui| {
        let sources: Vec<Id> = chart.sources().into_iter().collect();
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            export_button(ui, cx, "trade", &words::title(cx, chart));
            sources_button(ui, cx, &words::title(cx, chart), &sources);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                one_line(ui, &line(&notes), false);
                one_line(ui, &line(&warnings), true);
            });
        });
    });
}

/// A note on one line; the whole of it when pointed at.
pub(super) fn one_line(ui: &mut Ui, text: &str, warns: bool) {
    if text.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    let color = if warns { tokens.warning } else { tokens.muted };
    let text = RichText::new(text).size(size::SMALL).color(color);
    ui.add(Label::new(text).truncate());
}
