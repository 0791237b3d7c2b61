//! The choices of the export dialog, and what is done with them.

use super::{change, format, work};
use crate::{
    app::{
        Action,
        browse::{BrowseAction, Purpose},
        export::ON_SCREEN,
    },
    export::format::{FORMATS, Format, FormatKind},
    ui::{
        Cx,
        figures::{FigureSpec, SIZES, figures},
        widgets::{choice, muted, quiet_button, segmented, size_on_screen, tick, warning_note},
    },
};
use eframe::egui::{
    Align, Button, Layout, Response, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2,
};

/// Width of the names.
const LABEL_WIDTH: f32 = 68.0;
/// Height of the alternative text.
const ALT_HEIGHT: f32 = 132.0;
/// Pixels a point on offer.
const SCALES: [u8; 3] = [1, 2, 4];

pub(super) fn form_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &'static FigureSpec) {
    ui.spacing_mut().combo_width = 208.0;
    let format = format(&cx.state.export.form, spec);
    figure_ui(ui, cx, spec);
    format_ui(ui, cx, spec, format);
    if spec.picture.is_some() && !is_data(format) {
        picture_ui(ui, cx, spec, format);
        alt_ui(ui, cx);
    }
    place_ui(ui, cx, spec, format);
    buttons_ui(ui, cx, spec, format);
}

/// A name and its choice on one line.
fn row_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let size = vec2(LABEL_WIDTH, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(LABEL_WIDTH);
            muted(ui, name);
        });
        content(ui);
    });
}

/// Whether no picture is part of it.
fn is_data(format: &Format) -> bool {
    matches!(
        format.kind,
        FormatKind::Csv | FormatKind::Json | FormatKind::Citation(_)
    )
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &FigureSpec) {
    let all = figures().filter(|other| other.tab == cx.state.view.tab);
    let all: Vec<(&str, String)> = all.map(|other| (other.id, cx.t(other.name))).collect();
    row_ui(ui, &cx.t("export-figure"), |ui| {
        if let Some(id) = choice(ui, &cx.t("export-figure"), spec.id, &all) {
            change(cx, |form| {
                form.figure = Some(id.to_owned());
                form.alt = None;
                form.name = None;
            });
        }
    });
}

fn format_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &FigureSpec, current: &Format) {
    let all = FORMATS.iter();
    let all = all.filter(|format| spec.picture.is_some() || !format.is_picture());
    let all: Vec<(&str, String)> = all.map(|format| (format.id, cx.t(format.name))).collect();
    row_ui(ui, &cx.t("export-format"), |ui| {
        if let Some(id) = choice(ui, &cx.t("export-format"), current.id, &all) {
            change(cx, |form| {
                id.clone_into(&mut form.choices.format);
                form.name = None;
            });
        }
    });
}

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &FigureSpec, format: &Format) {
    let form = &cx.state.export.form;
    let mut sizes: Vec<(&str, String)> = SIZES
        .iter()
        .map(|size| {
            let (width, height) = (size.points.x, size.points.y);
            (size.id, format!("{} · {width} × {height}", cx.t(size.name)))
        })
        .collect();
    if let Some(size) = size_on_screen(ui, spec.id) {
        let words = cx.t("figure-size-screen");
        let words = format!("{words} · {:.0} × {:.0}", size.x, size.y);
        sizes.insert(0, (ON_SCREEN, words));
    }
    row_ui(ui, &cx.t("export-size"), |ui| {
        if let Some(id) = choice(ui, &cx.t("export-size"), form.choices.size.as_str(), &sizes) {
            change(cx, |form| id.clone_into(&mut form.choices.size));
        }
    });
    if format.kind == FormatKind::Png {
        row_ui(ui, &cx.t("export-scale"), |ui| {
            let scales = SCALES.map(|scale| (scale, format!("{scale}×")));
            if let Some(scale) = segmented(ui, form.choices.scale, &scales) {
                change(cx, |form| form.choices.scale = scale);
            }
        });
    }
    row_ui(ui, &cx.t("export-theme"), |ui| {
        let themes = [(false, cx.t("export-light")), (true, cx.t("export-dark"))];
        if let Some(dark) = segmented(ui, form.choices.dark, &themes) {
            change(cx, |form| form.choices.dark = dark);
        }
    });
    row_ui(ui, "", |ui| {
        if tick(ui, form.choices.title, &cx.t("export-with-title")).clicked() {
            change(cx, |form| form.choices.title = !form.choices.title);
        }
    });
}

fn alt_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let form = &cx.state.export.form;
    let own = cx
        .state
        .export
        .preview
        .as_ref()
        .map_or("", |preview| preview.alt.as_str());
    let mut text = form.alt.clone().unwrap_or_else(|| own.to_owned());
    let name = cx.t("export-alt");
    ui.horizontal(|ui| {
        muted(ui, &name).on_hover_text(cx.t("export-alt-tip"));
        if form.alt.is_some()
            && quiet_button(ui, &cx.t("export-alt-reset"), &cx.t("export-alt-reset")).clicked()
        {
            change(cx, |form| form.alt = None);
        }
    });
    ScrollArea::vertical()
        .id_salt("export-alt")
        .max_height(ALT_HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let edit = TextEdit::multiline(&mut text)
                .desired_rows(7)
                .desired_width(f32::INFINITY);
            let response = named(ui.add(edit), &name, &text);
            if response.changed() {
                change(cx, |form| form.alt = Some(text.clone()));
            }
        });
}

fn named(response: Response, name: &str, text: &str) -> Response {
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        ..WidgetInfo::text_edit(true, text, text, "")
    });
    response
}

fn place_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &FigureSpec, format: &Format) {
    folder_ui(ui, cx);
    name_ui(ui, cx, work::file_name(cx, spec, format));
}

/// Where the file goes.
pub(super) fn folder_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let form = &cx.state.export.form;
    let mut folder = form.choices.folder.clone();
    row_ui(ui, &cx.t("export-folder"), |ui| {
        let edit = ui.add(TextEdit::singleline(&mut folder).desired_width(130.0));
        if named(edit, &cx.t("export-folder"), &folder).changed() {
            change(cx, |form| form.choices.folder.clone_from(&folder));
        }
        let browse = ui.button(cx.t("export-browse"));
        if browse.on_hover_text(cx.t("export-browse-tip")).clicked() {
            cx.push(Action::Browse(BrowseAction::Open(Purpose::ExportFolder)));
        }
    });
}

/// What the file is called.
pub(super) fn name_ui(ui: &mut Ui, cx: &Cx<'_>, mut name: String) {
    row_ui(ui, &cx.t("export-name"), |ui| {
        let edit = ui.add(TextEdit::singleline(&mut name).desired_width(206.0));
        if named(edit, &cx.t("export-name"), &name).changed() {
            change(cx, |form| form.name = Some(name.clone()));
        }
    });
}

/// What came of the attempt before, if nothing was written; returns whether a file is in the way.
pub(super) fn refused_ui(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let exists = cx.state.export.exists.is_some();
    if exists {
        warning_note(ui, &cx.t("export-exists"));
    }
    if let Some(reason) = &cx.state.export.failed {
        warning_note(ui, reason);
    }
    exists
}

/// The button that writes, or writes over what is in the way; returns whether it was pressed.
pub(super) fn save_ui(ui: &mut Ui, cx: &Cx<'_>, exists: bool) -> bool {
    let key = if exists {
        "export-replace"
    } else {
        "export-save"
    };
    let save = Button::new(cx.t(key)).fill(cx.tokens.selection);
    let response = ui.add(save);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.t(key)));
    response.clicked()
}

fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, spec: &'static FigureSpec, format: &Format) {
    ui.add_space(6.0);
    let on_screen = size_on_screen(ui, spec.id);
    let request = || work::request(cx, format, on_screen);
    let exists = refused_ui(ui, cx);
    ui.horizontal(|ui| {
        if save_ui(ui, cx, exists) {
            cx.push(Action::Start(work::save(cx, spec, request(), exists)));
        }
        let words = cx.t(if is_data(format) {
            "export-copy"
        } else {
            "export-copy-picture"
        });
        if ui
            .button(words)
            .on_hover_text(cx.t("export-copy-tip"))
            .clicked()
        {
            cx.push(Action::Start(work::copy(cx, spec, request())));
        }
    });
}
