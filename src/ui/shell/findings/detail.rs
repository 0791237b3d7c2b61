//! One finding in full: where, the line with what is meant underlined, what to do, why it matters.

use super::list::color;
use crate::{
    app::{Action, findings::FindingsAction},
    dataset::{
        diagnostic::{Diagnostic, Place},
        read::Origin,
    },
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{field, muted, quiet_button},
    },
};
use eframe::egui::{
    Align, Button, Frame, Label, Layout, Margin, RichText, ScrollArea, TextEdit, Ui, WidgetInfo,
};

pub(super) fn detail_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let chosen = cx.state.findings.chosen;
    let Some(finding) = cx.state.shown_finding(chosen) else {
        muted(ui, &cx.t("findings-choose"));
        return;
    };
    head_ui(ui, cx, finding);
    let foot = 34.0;
    ScrollArea::vertical()
        .id_salt("finding")
        .max_height(ui.available_height() - foot)
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 10.0);
            excerpt_ui(ui, cx, finding);
            if let Some(hint) = &finding.hint {
                field(ui, &cx.t("finding-hint"), |ui| {
                    ui.label(hint);
                });
            }
            field(ui, &cx.t("finding-about"), |ui| {
                ui.label(finding.kind.explanation);
            });
        });
    editor_ui(ui, cx, finding.place.as_ref());
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic) {
    ui.horizontal(|ui| {
        let severity = finding.severity();
        let word = strong(severity.word(), size::BODY).color(color(cx, severity));
        ui.label(word);
        ui.label(strong(finding.kind.title, size::BODY));
        muted(ui, finding.kind.code);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = cx.t("finding-copy");
            if quiet_button(ui, &words, &words).clicked() {
                cx.push(Action::Copy(finding.render(false)));
            }
        });
    });
}

/// The finding as the terminal shows it: every character is as wide as the next.
fn excerpt_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic) {
    Frame::new()
        .fill(cx.tokens.raised)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ScrollArea::horizontal()
                .id_salt("finding-excerpt")
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    // What to do stands below, as a sentence.
                    let shown = Diagnostic {
                        hint: None,
                        ..finding.clone()
                    };
                    let text = RichText::new(shown.render(false)).monospace();
                    ui.add(Label::new(text.size(size::SMALL)).extend());
                });
        });
    ui.add_space(4.0);
}

/// Opens the place in a text editor; the command is set here.
fn editor_ui(ui: &mut Ui, cx: &Cx<'_>, place: Option<&Place>) {
    let on_disk = matches!(cx.state.report().0, Origin::Path(_));
    let set = !cx.state.settings.editor.trim().is_empty();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let place = place.filter(|_| on_disk && set);
        let tip = if on_disk {
            "finding-editor-tip"
        } else {
            "finding-editor-built-in"
        };
        let button = Button::new(cx.t("finding-open"));
        let response = ui.add_enabled(place.is_some(), button);
        let response = response
            .on_hover_text(cx.t(tip))
            .on_disabled_hover_text(cx.t(tip));
        if let Some(place) = place.filter(|_| response.clicked()) {
            cx.push(Action::Findings(FindingsAction::OpenPlace(place.clone())));
        }
        let name = cx.t("finding-editor");
        muted(ui, &name);
        let mut command = cx.state.settings.editor.clone();
        let edit = TextEdit::singleline(&mut command)
            .hint_text("code --goto {file}:{line}:{column}")
            .char_limit(500)
            .desired_width(ui.available_width() - 8.0);
        let response = ui.add(edit).on_hover_text(cx.t("finding-editor-tip"));
        response.widget_info(|| WidgetInfo {
            label: Some(name.clone()),
            ..WidgetInfo::text_edit(true, &command, &command, "")
        });
        if response.changed() {
            cx.push(Action::Findings(FindingsAction::Editor(command)));
        }
    });
}
