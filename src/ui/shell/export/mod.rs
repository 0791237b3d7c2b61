//! The export dialog: what is handed out, in which form, where to; beside it what it will look like.

mod form;
mod preview;
mod record;
mod work;

pub(super) use record::record_ui;

use crate::{
    app::{Action, action::ExportAction, export::ExportForm},
    export::format::{FORMATS, Format, PNG},
    ui::{
        Cx,
        figures::{FigureSpec, figure, figures, main_figure},
        theme::{size, strong},
    },
};
use eframe::egui::{Align, Layout, Ui, vec2};

/// Width of the choices.
const FORM_WIDTH: f32 = 300.0;
/// Height of the dialog's middle, so that it does not jump while choices change.
const HEIGHT: f32 = 470.0;

/// The content of the dialog.
pub(super) fn export_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("export-title"), size::TITLE));
    let Some(spec) = chosen(cx) else {
        ui.label(cx.t("export-nothing"));
        return;
    };
    preview::keep_fresh(ui, cx, spec);
    ui.horizontal_top(|ui| {
        let room = vec2(ui.available_width() - FORM_WIDTH - 24.0, HEIGHT);
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::LEFT), |ui| {
            ui.set_min_size(room);
            preview::preview_ui(ui, cx);
        });
        ui.add_space(16.0);
        ui.vertical(|ui| {
            ui.set_width(FORM_WIDTH);
            form::form_ui(ui, cx, spec);
        });
    });
}

/// The figure that is handed out.
fn chosen(cx: &Cx<'_>) -> Option<&'static FigureSpec> {
    let tab = cx.state.view.tab;
    let wanted = cx.state.export.form.figure.as_deref();
    wanted
        .and_then(figure)
        .or_else(|| main_figure(&cx.state.view))
        .or_else(|| figures().find(|spec| spec.tab == tab))
}

/// The format that is chosen, or one that the figure has.
fn format(form: &ExportForm, spec: &FigureSpec) -> &'static Format {
    let wanted = Format::of(&form.choices.format);
    let has = |format: &&Format| spec.picture.is_some() || !format.is_picture();
    let first = FORMATS.iter().find(has);
    wanted.filter(has).or(first).unwrap_or(&PNG)
}

/// Asks for a changed form.
fn change(cx: &Cx<'_>, change: impl FnOnce(&mut ExportForm)) {
    let mut form = cx.state.export.form.clone();
    change(&mut form);
    cx.push(Action::Export(ExportAction::Change(Box::new(form))));
}
