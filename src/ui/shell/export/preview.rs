//! What will be written, as it will look. Drawn in the background, by the very code that writes.

use super::{format, work};
use crate::{
    app::{
        Action,
        export::{Preview, PreviewContent},
        jobs::Image,
    },
    ui::{
        Cx,
        figures::FigureSpec,
        widgets::{muted, size_on_screen, warning_note},
    },
};
use eframe::egui::{
    ColorImage, Id, Label, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, pos2,
};

/// Starts a new preview when what would be written has changed.
pub(super) fn keep_fresh(ui: &Ui, cx: &Cx<'_>, spec: &'static FigureSpec) {
    let format = format(&cx.state.export.form, spec);
    let request = work::request(cx, format, size_on_screen(ui, spec.id));
    let pixels_per_point = ui.ctx().pixels_per_point();
    let key = work::preview_key(cx, spec, &request, pixels_per_point);
    let id = Id::unique("export-preview-wanted");
    let wanted = ui.data(|data| data.get_temp::<String>(id));
    let there = cx
        .state
        .export
        .preview
        .as_ref()
        .map(|preview| preview.key.as_str());
    if there == Some(&key) {
        return;
    }
    // What was wanted and did not come failed; trying again would only fail again.
    if wanted.as_deref() != Some(&key) {
        let work = work::preview(cx, spec, request, key.clone(), pixels_per_point);
        cx.push(Action::Start(work));
    }
    ui.data_mut(|data| data.insert_temp(id, key));
}

pub(super) fn preview_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(preview) = &cx.state.export.preview else {
        ui.horizontal(|ui| {
            ui.spinner();
            muted(ui, &cx.t("export-drawing"));
        });
        return;
    };
    match &preview.content {
        Ok(PreviewContent::Picture(image)) => picture_ui(ui, cx, preview, image),
        Ok(PreviewContent::Text(text)) => text_ui(ui, text),
        Err(reason) => {
            warning_note(ui, reason);
        }
    }
}

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, preview: &Preview, image: &Image) {
    let texture = texture(ui, preview, image);
    let pixels = texture.size_vec2() / ui.ctx().pixels_per_point();
    let room = ui.available_size();
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let name = cx.with("export-preview", &[("figure", (&preview.alt).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let scale = (room.x / pixels.x).min(room.y / pixels.y).min(1.0);
    let size = pixels * scale;
    let left = rect.center().x - size.x / 2.0;
    let place = Rect::from_min_size(pos2(left, rect.top() + 1.0), size);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter()
        .image(texture.id(), place, whole, eframe::egui::Color32::WHITE);
    ui.painter().rect_stroke(
        place,
        0.0,
        Stroke::new(1.0, cx.tokens.border),
        StrokeKind::Outside,
    );
}

/// The picture as a texture; made once for each preview.
fn texture(ui: &Ui, preview: &Preview, image: &Image) -> TextureHandle {
    let id = Id::unique("export-preview-texture");
    let known = ui.data(|data| data.get_temp::<(String, TextureHandle)>(id));
    if let Some((_, texture)) = known.filter(|(key, _)| *key == preview.key) {
        return texture;
    }
    let pixels = ColorImage::from_rgba_unmultiplied([image.width, image.height], &image.rgba);
    let texture = ui
        .ctx()
        .load_texture("export-preview", pixels, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, (preview.key.clone(), texture.clone())));
    texture
}

fn text_ui(ui: &mut Ui, text: &str) {
    ScrollArea::both()
        .id_salt("export-text")
        .auto_shrink(false)
        .max_height(ui.available_height())
        .show(ui, |ui| {
            ui.set_min_size(Vec2::ZERO);
            ui.add(Label::new(RichText::new(text).monospace()).extend());
        });
}
