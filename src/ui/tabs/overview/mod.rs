//! The Overview tab: what this is, four figures, the headline statement against the data, the
//! official list over time, and the events. Everything leads to the tab that explains it.

mod claims;
mod claims_data;
mod data;
mod events;
mod exports;
mod figures;
mod inspector;
mod key_data;
mod key_figures;
mod list;
mod record;

use crate::{
    i18n::{grouped, short_date},
    ui::{
        Cx,
        theme::{size, strong},
    },
};
use eframe::egui::{Align, Layout, RichText, Ui, Vec2};

pub(in crate::ui) use exports::FIGURES;
pub(super) use inspector::inspector_ui;

/// Share of the width of the middle row that the claims take.
const CLAIMS_SHARE: f32 = 0.58;
/// Least height of the middle row.
const MIDDLE: f32 = 240.0;

/// The middle of the tab.
pub(super) fn content_ui(ui: &mut Ui, cx: &Cx<'_>) {
    answer_ui(ui, cx);
    figures::figures_ui(ui, cx);
    let events = events::height(ui.available_height());
    let gap = ui.spacing().item_spacing;
    let middle = (ui.available_height() - events - gap.y).max(MIDDLE);
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        let claims = (width * CLAIMS_SHARE).round();
        column(ui, Vec2::new(claims, middle), |ui| {
            claims::claims_ui(ui, cx, middle);
        });
        let rest = Vec2::new(width - claims - gap.x, middle);
        column(ui, rest, |ui| list::list_ui(ui, cx, middle));
    });
    events::events_ui(ui, cx, events);
}

fn column(ui: &mut Ui, size: Vec2, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(size.x);
        content(ui);
    });
}

/// One sentence: what is this?
fn answer_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return;
    };
    let catalog = cx.catalog();
    let country = |id: &str| {
        let country = catalog.country(id);
        country.map_or_else(
            || id.to_owned(),
            |country| cx.text(&country.name).to_owned(),
        )
    };
    let (home, partner) = (country(catalog.home()), country(catalog.partner()));
    let values = [("home", (&home).into()), ("partner", (&partner).into())];
    ui.label(strong(cx.with("overview-question", &values), size::TITLE));
    let count = |section: &str| grouped(crate::analysis::stats::count(overview.count(section)));
    let counts = [
        ("projects", count("projects")),
        ("values", count("series_values")),
        ("routes", count("routes")),
        ("claims", count("claims")),
        ("events", count("events")),
        ("sources", count("sources")),
        (
            "date",
            catalog
                .meta()
                .map(|meta| short_date(meta.as_of))
                .unwrap_or_default(),
        ),
    ];
    let values: Vec<_> = counts
        .iter()
        .map(|(name, text)| (*name, text.into()))
        .collect();
    ui.label(RichText::new(cx.with("overview-answer", &values)).color(cx.tokens.muted));
    ui.add_space(2.0);
}

/// What the status line says: the overview is about everything, so nothing.
pub(super) fn status(_: &Cx<'_>) -> (String, String) {
    (String::new(), String::new())
}
