//! The export dialog's jobs: each takes what is on screen at that moment along and runs anywhere.

use crate::{
    app::{
        export::{ON_SCREEN, Preview, PreviewContent},
        jobs::{Image, Lane, NotExported, Outcome, Work, WorkWatch},
        view::text,
    },
    export::{
        data::tsv,
        format::{Format, FormatKind},
        package::file_name as safe_name,
        svg::Pixels,
        write::{Existing, WriteError, write_file},
    },
    ui::{
        Cx,
        figures::{
            FigureDrawing, FigureError, FigureSize, FigureSpec, FileRequest, PAGE, Snapshot,
            file_bytes, own_alt_text, record_html,
        },
    },
};
use eframe::egui::{Theme, Vec2, vec2};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// Room for the preview, in points.
const PREVIEW: Vec2 = vec2(540.0, 470.0);
/// Most lines and characters of a line of a text file's preview.
const PREVIEW_LINES: (usize, usize) = (60, 240);

/// Name of the file: as a person wrote it, or from dataset and figure.
pub(super) fn file_name(cx: &Cx<'_>, spec: &FigureSpec, format: &Format) -> String {
    let own = || {
        format!(
            "{}{}",
            safe_name(&format!("{}-{}", cx.state.dataset.id(), spec.id)),
            format.ending
        )
    };
    cx.state.export.form.name.clone().unwrap_or_else(own)
}

/// The size that is chosen; `on_screen` is that of the figure on screen, if it is there.
fn points(cx: &Cx<'_>, on_screen: Option<Vec2>) -> Vec2 {
    let chosen = &cx.state.export.form.choices.size;
    let named = FigureSize::of(chosen).map_or(PAGE.points, |size| size.points);
    on_screen
        .filter(|_| chosen == ON_SCREEN)
        .map_or(named, Vec2::round)
}

/// What is asked for in the dialog.
pub(super) fn request(cx: &Cx<'_>, format: &Format, on_screen: Option<Vec2>) -> FileRequest {
    let form = &cx.state.export.form;
    FileRequest {
        format: *format,
        drawing: FigureDrawing {
            points: points(cx, on_screen),
            theme: if form.choices.dark {
                Theme::Dark
            } else {
                Theme::Light
            },
            with_title: form.choices.title,
        },
        scale: f32::from(form.choices.scale.clamp(1, 8)),
        alt: form.alt.clone(),
    }
}

/// Says of what a preview is: the same words, the same picture.
pub(super) fn preview_key(
    cx: &Cx<'_>,
    spec: &FigureSpec,
    request: &FileRequest,
    pixels_per_point: f32,
) -> String {
    let drawing = request.drawing;
    let view = text::write(&cx.state.view, &cx.state.dataset);
    format!(
        "{} {} {} {}x{} {} {} {pixels_per_point} {} {view}",
        cx.state.dataset.revision,
        spec.id,
        request.format.id,
        drawing.points.x,
        drawing.points.y,
        drawing.theme == Theme::Dark,
        drawing.with_title,
        cx.state.words.tag(),
    )
}

/// Draws what would be written, as large as there is room for.
pub(super) fn preview(
    cx: &Cx<'_>,
    spec: &'static FigureSpec,
    request: FileRequest,
    key: String,
    pixels_per_point: f32,
) -> Work {
    let snapshot = Snapshot::of(cx.state);
    Work::new(Lane::Preview, move |_| {
        let content = match request.format.kind {
            FormatKind::Csv | FormatKind::Json | FormatKind::Citation(_) => {
                beginning(&snapshot, spec, &request)
            }
            FormatKind::Zip if spec.picture.is_none() => beginning(
                &snapshot,
                spec,
                &FileRequest {
                    format: *Format::of("csv").unwrap_or(&request.format),
                    ..request.clone()
                },
            ),
            FormatKind::Svg | FormatKind::Png | FormatKind::Zip => {
                drawn(&snapshot, spec, &request, pixels_per_point)
            }
        };
        Outcome::Previewed(Box::new(Preview {
            key,
            content: content.map_err(|error| error.to_string()),
            alt: own_alt_text(&snapshot, spec).unwrap_or_default(),
        }))
    })
}

fn drawn(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
    pixels_per_point: f32,
) -> Result<PreviewContent, FigureError> {
    let picture = snapshot.draw(spec, request.drawing)?;
    let fits = (PREVIEW.x / picture.size.x)
        .min(PREVIEW.y / picture.size.y)
        .min(1.0);
    let pixels = picture.pixels(fits * pixels_per_point);
    let pixels = pixels.map_err(|error| FigureError::Failed(error.to_string()))?;
    Ok(PreviewContent::Picture(image(pixels)))
}

fn image(pixels: Pixels) -> Image {
    let side = |side: u32| usize::try_from(side).unwrap_or(0);
    Image {
        width: side(pixels.width),
        height: side(pixels.height),
        rgba: pixels.rgba,
    }
}

fn beginning(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
) -> Result<PreviewContent, FigureError> {
    let bytes = file_bytes(snapshot, spec, request)?;
    let text = String::from_utf8_lossy(&bytes);
    let (lines, characters) = PREVIEW_LINES;
    let cut = |line: &str| -> String {
        let mut cut: String = line.chars().take(characters).collect();
        if cut.len() < line.len() {
            cut.push('…');
        }
        cut
    };
    let mut shown: Vec<String> = text.lines().take(lines).map(cut).collect();
    if text.lines().nth(lines).is_some() {
        shown.push("…".to_owned());
    }
    Ok(PreviewContent::Text(shown.join("\n")))
}

/// Writes the file.
pub(super) fn save(
    cx: &Cx<'_>,
    spec: &'static FigureSpec,
    request: FileRequest,
    replace: bool,
) -> Work {
    let format = request.format;
    let snapshot = Snapshot::of(cx.state);
    let mut name = file_name(cx, spec, &format);
    if !name.to_lowercase().ends_with(format.ending) {
        name.push_str(format.ending);
    }
    let path = PathBuf::from(&cx.state.export.form.choices.folder).join(name);
    let existing = Existing::replaced_if(replace);
    Work::new(Lane::Export, move |watch| {
        saved(&snapshot, spec, &request, &path, existing, watch)
    })
}

fn saved(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
    path: &Path,
    existing: Existing,
    watch: &mut WorkWatch<'_>,
) -> Outcome {
    if watch(0, 2) == ControlFlow::Break(()) {
        return Outcome::Cancelled;
    }
    let bytes = match file_bytes(snapshot, spec, request) {
        Ok(bytes) => bytes,
        Err(error) => return failed(&error),
    };
    if watch(1, 2) == ControlFlow::Break(()) {
        return Outcome::Cancelled;
    }
    written(path, &bytes, existing)
}

fn written(path: &Path, bytes: &[u8], existing: Existing) -> Outcome {
    match write_file(path, bytes, existing) {
        Ok(()) => Outcome::Exported(path.to_owned()),
        Err(WriteError::Exists(path)) => Outcome::NotExported(NotExported::Exists(path)),
        Err(error) => failed(&error),
    }
}

fn failed(error: &dyn std::error::Error) -> Outcome {
    Outcome::NotExported(NotExported::Failed(error.to_string()))
}

/// Ending of pages.
const PAGE_ENDING: &str = ".html";

/// Name of the file of a record's page: as a person wrote it, or from dataset and project.
pub(super) fn record_name(cx: &Cx<'_>, project: &str) -> String {
    let own = || {
        let name = safe_name(&format!("{}-{project}", cx.state.dataset.id()));
        format!("{name}{PAGE_ENDING}")
    };
    cx.state.export.form.name.clone().unwrap_or_else(own)
}

/// Writes the page of a record.
pub(super) fn save_record(cx: &Cx<'_>, project: &str, replace: bool) -> Work {
    let snapshot = Snapshot::of(cx.state);
    let mut name = record_name(cx, project);
    if !name.to_lowercase().ends_with(PAGE_ENDING) {
        name.push_str(PAGE_ENDING);
    }
    let path = PathBuf::from(&cx.state.export.form.choices.folder).join(name);
    let (existing, project) = (Existing::replaced_if(replace), project.to_owned());
    let gone = cx.t("record-gone");
    Work::new(Lane::Export, move |watch| {
        if watch(0, 2) == ControlFlow::Break(()) {
            return Outcome::Cancelled;
        }
        let Some(page) = record_html(&snapshot, &project) else {
            return Outcome::NotExported(NotExported::Failed(gone));
        };
        if watch(1, 2) == ControlFlow::Break(()) {
            return Outcome::Cancelled;
        }
        written(&path, page.as_bytes(), existing)
    })
}

/// Puts it on the clipboard: pictures as pixels, numbers as tab-separated text.
pub(super) fn copy(cx: &Cx<'_>, spec: &'static FigureSpec, request: FileRequest) -> Work {
    let snapshot = Snapshot::of(cx.state);
    Work::new(Lane::Export, move |_| {
        let copied = match request.format.kind {
            FormatKind::Csv => snapshot
                .data(spec)
                .map(|(_, table)| Outcome::TextForClipboard(tsv(&table))),
            FormatKind::Json | FormatKind::Citation(_) => file_bytes(&snapshot, spec, &request)
                .map(|bytes| {
                    Outcome::TextForClipboard(String::from_utf8_lossy(&bytes).into_owned())
                }),
            FormatKind::Zip if spec.picture.is_none() => snapshot
                .data(spec)
                .map(|(_, table)| Outcome::TextForClipboard(tsv(&table))),
            FormatKind::Svg | FormatKind::Png | FormatKind::Zip => {
                pixels(&snapshot, spec, &request)
            }
        };
        copied.unwrap_or_else(|error| failed(&error))
    })
}

fn pixels(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
) -> Result<Outcome, FigureError> {
    let picture = snapshot.draw(spec, request.drawing)?;
    let pixels = picture.pixels(request.scale);
    let pixels = pixels.map_err(|error| FigureError::Failed(error.to_string()))?;
    Ok(Outcome::ForClipboard(image(pixels)))
}
