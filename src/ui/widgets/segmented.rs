//! Choosing one of a few: a row of buttons, or a drop-down where there is less room.

use crate::ui::theme::Tokens;
use eframe::egui::{Button, Color32, ComboBox, RichText, Role, Ui, WidgetInfo};

/// Height from which on a list scrolls.
const LIST: f32 = 420.0;

/// A row of buttons of which one is chosen; returns the newly chosen value.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let tokens = Tokens::of(ui);
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (value, label) in options {
            let selected = *value == current;
            let fill = if selected {
                tokens.selection
            } else {
                Color32::TRANSPARENT
            };
            let button = Button::new(RichText::new(label).color(tokens.text))
                .fill(fill)
                .stroke((0.0, tokens.border))
                .selected(selected);
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, label));
            if response.clicked() && !selected {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

/// A drop-down with an accessible name; returns the newly chosen value.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let text = options
        .iter()
        .find(|(value, _)| *value == current)
        .map_or("", |(_, text)| text);
    let mut chosen = None;
    let response = ComboBox::from_id_salt(name)
        // All of a short list is seen at once.
        .height(LIST)
        .selected_text(RichText::new(text).size(crate::ui::theme::size::SMALL))
        .show_ui(ui, |ui| {
            for (value, label) in options {
                if ui.selectable_label(*value == current, label).clicked() && *value != current {
                    chosen = Some(*value);
                }
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {text}")));
    response.on_hover_text(name);
    chosen
}
