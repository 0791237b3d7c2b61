//! The search field of a tab.

use eframe::egui::{Id, Response, TextEdit, Ui, WidgetInfo};

/// Id of the search field of the tab in front, for Ctrl+F.
pub const SEARCH_ID: &str = "search-field";

/// A search field; returns the new text too when a person changed it.
pub fn search_field(ui: &mut Ui, text: &str, hint: &str, name: &str) -> (Response, Option<String>) {
    let mut edited = text.to_owned();
    let field = TextEdit::singleline(&mut edited)
        .id(Id::unique(SEARCH_ID))
        .hint_text(hint.to_owned())
        .desired_width(f32::INFINITY)
        .char_limit(200);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, text, text, hint);
        info.label = Some(name.to_owned());
        info
    });
    let changed = (edited != text).then_some(edited);
    (response, changed)
}
