//! The frame of the window: top bar, filters, content, inspector, status line, dialogs.

mod browse;
mod dialogs;
mod export;
mod findings;
mod message;
mod status_bar;
mod stopped;
mod top_bar;
mod views;

use super::{Cx, tabs::TabSpec};
use eframe::egui::{
    CentralPanel, Frame, Margin, Panel, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, vec2,
};

/// The least room that everything is laid out in; a window that is smaller scrolls.
pub const LEAST_ROOM: Vec2 = vec2(900.0, 600.0);

/// Draws the whole window. One that is small, or that shows everything very large, scrolls as a whole.
pub fn shell_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let room = ui.available_size();
    if room.x >= LEAST_ROOM.x && room.y >= LEAST_ROOM.y {
        return parts_ui(ui, cx);
    }
    ScrollArea::both()
        .id_salt("window")
        .auto_shrink(false)
        .show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(room.max(LEAST_ROOM), Sense::hover());
            parts_ui(&mut ui.new_child(UiBuilder::new().max_rect(rect)), cx);
        });
}

fn parts_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    let bar = Frame::new()
        .fill(tokens.surface)
        .inner_margin(Margin::symmetric(14, 0));
    Panel::top("top-bar")
        .exact_size(46.0)
        .frame(bar)
        .show(ui, |ui| top_bar::top_bar_ui(ui, cx));
    stopped::stopped_ui(ui, cx);
    Panel::bottom("status-bar")
        .exact_size(26.0)
        .frame(bar)
        .show(ui, |ui| status_bar::status_bar_ui(ui, cx));
    message::message_ui(ui, cx);
    let tab = TabSpec::of(cx.state.view.tab);
    side_panels_ui(ui, cx, tab);
    let ground = Frame::new()
        .fill(tokens.window)
        .inner_margin(Margin::same(14));
    CentralPanel::default()
        .frame(ground)
        .show(ui, |ui| (tab.content)(ui, cx));
    dialogs::dialogs_ui(ui, cx);
}

fn side_panels_ui(ui: &mut Ui, cx: &Cx<'_>, tab: &TabSpec) {
    let tokens = cx.tokens;
    if let Some(filters) = tab.filters.filter(|_| cx.state.settings.filters_open) {
        let frame = Frame::new().fill(tokens.window).inner_margin(Margin {
            left: 14,
            right: 4,
            top: 12,
            bottom: 0,
        });
        Panel::left("filters")
            .exact_size(264.0)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| {
                scrolled(ui, "filters-scroll", |ui| filters(ui, cx));
            });
    }
    if let Some(inspector) = tab.inspector.filter(|_| cx.state.settings.inspector_open) {
        let frame = Frame::new()
            .fill(tokens.surface)
            .stroke(Stroke::NONE)
            .inner_margin(Margin {
                left: 16,
                right: 6,
                top: 14,
                bottom: 0,
            });
        let width = if ui.available_width() > 1500.0 {
            360.0
        } else {
            296.0
        };
        Panel::right("inspector")
            .exact_size(width)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| {
                scrolled(ui, "inspector-scroll", |ui| inspector(ui, cx));
            });
    }
}

fn scrolled(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(ui, |ui| {
            let width = ui.available_width() - 10.0;
            ui.set_max_width(width);
            // Lines of words and links sit closer than rows of controls.
            ui.spacing_mut().interact_size.y = 18.0;
            content(ui);
            ui.add_space(16.0);
        });
}
