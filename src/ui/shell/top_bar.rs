//! The top bar: name, tabs, menus.

use crate::{
    app::{
        Action,
        browse::BrowseAction,
        commands::{COMMANDS, Menu},
    },
    ui::{
        Cx,
        tabs::TABS,
        theme::{semibold, size, strong},
    },
};
use eframe::egui::{
    Align, Button, FontId, Layout, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
    containers::menu::{MenuButton, SubMenuButton},
    pos2,
};

pub(super) fn top_bar_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_centered(|ui| {
        ui.label(strong(cx.t("app-name"), size::BRAND));
        ui.add_space(16.0);
        for spec in TABS {
            let name = cx.t(spec.name);
            if tab_ui(ui, cx, &name, spec.tab == cx.state.view.tab) {
                cx.push(Action::ShowTab(spec.tab));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| menus_ui(ui, cx));
    });
}

fn tab_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, selected: bool) -> bool {
    let tokens = cx.tokens;
    let font = if selected {
        semibold(size::BODY)
    } else {
        FontId::proportional(size::BODY)
    };
    let color = if selected { tokens.text } else { tokens.muted };
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, color);
    let (rect, response) = ui.allocate_exact_size(
        Vec2::new(galley.size().x + 16.0, ui.available_height()),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, selected, name));
    let color = if response.hovered() {
        tokens.text
    } else {
        color
    };
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter()
        .galley_with_override_text_color(at, galley, color);
    if selected || response.has_focus() {
        let line = Rect::from_min_max(
            pos2(rect.left() + 4.0, rect.bottom() - 2.0),
            pos2(rect.right() - 4.0, rect.bottom()),
        );
        ui.painter().rect_filled(line, 1.0, tokens.accent);
    }
    response.clicked()
}

fn menus_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    // Laid out from the right, so the last menu comes first.
    for (menu, key) in Menu::ALL.iter().rev() {
        let button =
            Button::new(RichText::new(cx.t(key)).color(cx.tokens.muted)).frame_when_inactive(false);
        MenuButton::from_button(button).ui(ui, |ui| menu_ui(ui, cx, *menu));
    }
}

fn menu_ui(ui: &mut Ui, cx: &Cx<'_>, menu: Menu) {
    ui.set_min_width(220.0);
    for command in COMMANDS.iter().filter(|command| command.menu == menu) {
        if command.starts_group {
            ui.separator();
        }
        let ticked = command.ticked.is_some_and(|ticked| ticked(cx.state));
        let words = command_words(cx, command.id);
        let words = if ticked {
            format!("✓ {words}")
        } else {
            words
        };
        let mut button = Button::new(words).frame_when_inactive(false);
        if let Some(shortcut) = &command.shortcut {
            button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
        }
        let response = ui.add_enabled((command.enabled)(cx.state), button);
        if response
            .on_hover_text(cx.t(&format!("command-{}-tip", command.id)))
            .clicked()
        {
            cx.push((command.action)());
        }
        if command.id == "open" {
            recent_ui(ui, cx);
        }
    }
}

/// The datasets opened lately.
fn recent_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let recent = &cx.state.settings.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        let button = Button::new(cx.t("menu-recent")).frame_when_inactive(false);
        SubMenuButton::from_button(button).ui(ui, |ui| {
            ui.set_min_width(220.0);
            for path in recent {
                let name = path.file_name().unwrap_or(path.as_os_str());
                let button = Button::new(name.to_string_lossy()).frame_when_inactive(false);
                let response = ui.add(button).on_hover_text(path.display().to_string());
                if response.clicked() {
                    cx.push(Action::Load(path.clone()));
                }
            }
            ui.separator();
            let forget = Button::new(cx.t("browse-forget-tip")).frame_when_inactive(false);
            if ui.add(forget).clicked() {
                cx.push(Action::Browse(BrowseAction::ForgetRecent));
            }
        });
    });
}

/// Undo and redo say what they would take back.
fn command_words(cx: &Cx<'_>, id: &str) -> String {
    let label = match id {
        "undo" => cx.state.history.undo_label(),
        "redo" => cx.state.history.redo_label(),
        _ => None,
    };
    let words = cx.t(&format!("command-{id}"));
    label.map_or(words.clone(), |label| format!("{words}: {}", cx.t(label)))
}
