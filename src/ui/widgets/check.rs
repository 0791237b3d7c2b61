//! A box to tick.

use eframe::egui::{Response, RichText, Ui};

/// A box with its words; the response says whether it was clicked, the state is the caller's.
pub fn tick(ui: &mut Ui, on: bool, words: &str) -> Response {
    let mut state = on;
    let text = RichText::new(words).size(crate::ui::theme::size::TABLE);
    ui.checkbox(&mut state, text)
}
