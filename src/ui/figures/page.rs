//! A figure as a page: title, subtitle, filter, legend, picture, notes, sources and credit, each
//! in full. What does not fit makes the page higher; nothing is cut off.

use super::{Caption, FigurePicture};
use crate::{
    dataset::schema::Source,
    i18n::short_date,
    ui::{
        Cx,
        theme::{semibold, size},
    },
};
use eframe::egui::{Align, Color32, FontId, Galley, Layout, Rect, Ui, UiBuilder, Vec2, pos2, vec2};
use std::{collections::BTreeMap, sync::Arc};

/// Room around everything.
const MARGIN: Vec2 = vec2(28.0, 24.0);
/// Room between the blocks.
const GAP: f32 = 10.0;
/// Room between lines of one block.
const LINE_GAP: f32 = 4.0;
/// Least height of a picture.
const LEAST_PICTURE: f32 = 180.0;
/// Publishers named in the source line before the rest is counted.
const PUBLISHERS: usize = 8;
/// From this width on a page is looked at from afar: its title is larger.
const WIDE: f32 = 1200.0;

/// Which words stand around a picture; its legend is part of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Title, subtitle and filter above, notes and sources below.
    Everything,
    /// Notes and sources below.
    Foot,
    /// None: whatever the picture stands in says them.
    Nothing,
}

/// Draws the page at the top of `ui`, as if it had this room; returns the height it needs. A
/// picture alone may need less than its room.
pub(super) fn page_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    caption: &Caption,
    picture: FigurePicture,
    around: Around,
    room: Vec2,
) -> f32 {
    let page = Rect::from_min_size(ui.max_rect().min, room);
    ui.painter().rect_filled(page, 0.0, cx.tokens.surface);
    let inner = page.shrink2(MARGIN);
    let foot = match around {
        Around::Everything | Around::Foot => foot(ui, cx, caption, inner.width()),
        Around::Nothing => Vec::new(),
    };
    let mut top = inner.top();
    if around == Around::Everything {
        let head = head(ui, cx, caption, inner.width());
        top = paint(ui, &head, pos2(inner.left(), top)) + GAP;
    }
    if let Some(legend) = picture.legend {
        let rect = Rect::from_min_max(pos2(inner.left(), top), inner.right_bottom());
        top = block_ui(ui, rect, |ui| legend(ui, cx)) + GAP;
    }
    let left = inner.bottom() - height(&foot) - GAP - top;
    let drawn = left.max(LEAST_PICTURE);
    let rect = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), drawn));
    let end = block_ui(ui, rect, |ui| (picture.plot)(ui, cx, drawn));
    if around == Around::Nothing {
        return end + MARGIN.y - page.top();
    }
    let foot_top = (end + GAP).max(inner.bottom() - height(&foot));
    let bottom = paint(ui, &foot, pos2(inner.left(), foot_top));
    bottom + MARGIN.y - page.top()
}

/// Draws in a part of the page; returns where it ends.
fn block_ui(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) -> f32 {
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::top_down(Align::LEFT));
    let mut child = ui.new_child(builder);
    child.set_width(rect.width());
    content(&mut child);
    child.min_rect().bottom()
}

fn head(ui: &Ui, cx: &Cx<'_>, caption: &Caption, width: f32) -> Vec<Arc<Galley>> {
    let title = if width > WIDE { 22.0 } else { size::TITLE };
    let mut lines = vec![layout(
        ui,
        &caption.title,
        semibold(title),
        cx.tokens.text,
        width,
    )];
    let plain = FontId::proportional;
    if !caption.subtitle.is_empty() {
        let font = plain(size::BODY);
        lines.push(layout(ui, &caption.subtitle, font, cx.tokens.muted, width));
    }
    if !caption.filter.is_empty() {
        let words = cx.with("figure-filter", &[("filter", (&caption.filter).into())]);
        lines.push(layout(ui, &words, plain(size::BODY), cx.tokens.text, width));
    }
    lines
}

fn foot(ui: &Ui, cx: &Cx<'_>, caption: &Caption, width: f32) -> Vec<Arc<Galley>> {
    let texts = [
        sentences(&caption.notes),
        source_line(cx, &caption.sources),
        credit_line(cx),
    ];
    let small = |text: &String| {
        let font = FontId::proportional(size::SMALL);
        layout(ui, text, font, cx.tokens.muted, width)
    };
    texts
        .iter()
        .filter(|text| !text.is_empty())
        .map(small)
        .collect()
}

/// The notes as running text: each begins with a capital letter and ends with a stop.
fn sentences(notes: &[String]) -> String {
    let sentence = |note: &String| {
        let mut letters = note.chars();
        let first = letters.next()?;
        let stop = if note.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        let first: String = first.to_uppercase().collect();
        Some(format!("{first}{}{stop}", letters.as_str()))
    };
    let all: Vec<String> = notes.iter().filter_map(sentence).collect();
    all.join(" ")
}

fn layout(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.to_owned(), font, color, width)
}

fn height(lines: &[Arc<Galley>]) -> f32 {
    let gaps = f32::from(u8::try_from(lines.len().saturating_sub(1)).unwrap_or(u8::MAX));
    lines.iter().map(|line| line.size().y).sum::<f32>() + gaps * LINE_GAP
}

/// Paints the lines below each other; returns where they end.
fn paint(ui: &Ui, lines: &[Arc<Galley>], mut at: eframe::egui::Pos2) -> f32 {
    for line in lines {
        ui.painter()
            .galley(at, Arc::clone(line), Color32::PLACEHOLDER);
        at.y += line.size().y + LINE_GAP;
    }
    if lines.is_empty() {
        at.y
    } else {
        at.y - LINE_GAP
    }
}

/// Who says what is drawn: the publishers, those with most sources first, and how many sources there are.
pub(super) fn source_line(cx: &Cx<'_>, ids: &[impl AsRef<str>]) -> String {
    let sources: Vec<&Source> = ids
        .iter()
        .filter_map(|id| cx.catalog().source(id.as_ref()))
        .collect();
    if sources.is_empty() {
        return String::new();
    }
    let mut publishers: BTreeMap<&str, usize> = BTreeMap::new();
    for source in &sources {
        let name = source.publisher.as_deref().unwrap_or(&source.title);
        *publishers.entry(name).or_default() += 1;
    }
    let mut publishers: Vec<(&str, usize)> = publishers.into_iter().collect();
    publishers.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let named: Vec<&str> = publishers
        .iter()
        .take(PUBLISHERS)
        .map(|(name, _)| *name)
        .collect();
    let more = publishers.len() - named.len();
    let named = named.join("; ");
    let values = [
        ("publishers", (&named).into()),
        ("more", more.into()),
        ("count", sources.len().into()),
    ];
    cx.with("figure-sources", &values)
}

/// The dataset, its version and date, its licence, and the program.
pub(super) fn credit_line(cx: &Cx<'_>) -> String {
    let Some(meta) = cx.catalog().meta() else {
        return String::new();
    };
    let date = short_date(meta.as_of);
    let values = [
        ("title", cx.text(&meta.title).into()),
        ("version", (&meta.version).into()),
        ("date", (&date).into()),
    ];
    let credit = cx.with("figure-credit", &values);
    match &meta.licence {
        Some(licence) => format!("{credit} {licence}"),
        None => credit,
    }
}
