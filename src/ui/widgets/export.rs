//! Handing out a card: the button, and the size of the card for what is exported as it is on screen.

use super::{card, quiet_button};
use crate::{
    app::{Action, action::ExportAction},
    ui::Cx,
};
use eframe::egui::{Id, InnerResponse, Ui, Vec2};

fn size_id(figure: &str) -> Id {
    Id::unique(("figure-on-screen", figure))
}

/// A card with the figure of this id; its size is known to the export dialog.
pub fn figure_card<R>(
    ui: &mut Ui,
    figure: &str,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let shown = card(ui, content);
    let size = shown.response.rect.size();
    ui.data_mut(|data| data.insert_temp(size_id(figure), size));
    shown
}

/// The size that a figure has on screen, if it is there.
#[must_use]
pub fn size_on_screen(ui: &Ui, figure: &str) -> Option<Vec2> {
    ui.data(|data| data.get_temp(size_id(figure)))
}

/// A small button that opens the export dialog for a figure.
pub fn export_button(ui: &mut Ui, cx: &Cx<'_>, figure: &str, name: &str) {
    let full = cx.with("export-of", &[("figure", name.into())]);
    let response = quiet_button(ui, &cx.t("export-button"), &full);
    if response.on_hover_text(&full).clicked() {
        let figure = Some(figure.to_owned());
        cx.push(Action::Export(ExportAction::Open { figure }));
    }
}
