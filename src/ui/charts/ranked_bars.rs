//! A ranking as a list: rank, name, bar, amount and share, a row each. Names are never cut: they
//! wrap, and the list is as high as it needs to be.

use crate::ui::theme::{Tokens, semibold, size};
use eframe::egui::{
    Color32, CornerRadius, FontId, Galley, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2,
};
use std::sync::Arc;

/// Room between columns.
const GAP: f32 = 12.0;
/// Room above and below the words of a row.
const PADDING: f32 = 3.0;
/// Height of a bar.
const BAR: f32 = 11.0;
/// Names take at most this part of the width, the bars at least what is left.
const NAME_SHARE: f32 = 0.45;

/// The state of the list.
pub struct RankedBars {
    /// Heads of the columns of names, amounts and shares.
    pub heads: [String; 3],
    /// The rows, in order.
    pub rows: Vec<RankedRow>,
}

/// A row.
pub enum RankedRow {
    /// A part with its numbers.
    Bar(RankedBar),
    /// A heading over the rows that follow.
    Heading(String),
}

/// A part with its numbers.
pub struct RankedBar {
    /// Its rank; empty outside the ranks.
    pub rank: String,
    /// Its name.
    pub name: String,
    /// Its amount, as text.
    pub value: String,
    /// Its share, as text.
    pub share: String,
    /// Length of its bar, 0 to 1; none draws no bar.
    pub length: Option<f32>,
    /// Colour of the bar.
    pub color: Color32,
    /// Whether it stands out.
    pub strong: bool,
}

/// Where the columns lie, from the left edge of the list.
struct Columns {
    /// Right edge of the ranks.
    rank: f32,
    name: f32,
    name_width: f32,
    bar: f32,
    bar_width: f32,
    /// Right edges.
    value: f32,
    share: f32,
}

/// Draws the list over the whole width.
pub fn ranked_bars_ui(ui: &mut Ui, list: &RankedBars) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::of(ui, list, ui.available_width());
    heads_ui(ui, list, &columns);
    for row in &list.rows {
        match row {
            RankedRow::Bar(bar) => bar_ui(ui, bar, &columns),
            RankedRow::Heading(words) => heading_ui(ui, words, &columns),
        }
    }
}

impl Columns {
    /// As wide as the longest words need, with the bars taking the rest.
    fn of(ui: &Ui, list: &RankedBars, width: f32) -> Self {
        let bars = || {
            list.rows.iter().filter_map(|row| match row {
                RankedRow::Bar(bar) => Some(bar),
                RankedRow::Heading(_) => None,
            })
        };
        let widest = |words: &mut dyn Iterator<Item = &String>| {
            let font = || semibold(size::TABLE);
            let widths = words.map(|text| line(ui, text, font(), f32::INFINITY).size().x);
            widths.fold(0.0, f32::max)
        };
        let [head_name, head_value, head_share] = &list.heads;
        let rank = widest(&mut bars().map(|bar| &bar.rank));
        let names = widest(&mut bars().map(|bar| &bar.name).chain([head_name]));
        let values = widest(&mut bars().map(|bar| &bar.value).chain([head_value]));
        let shares = widest(&mut bars().map(|bar| &bar.share).chain([head_share]));
        let name = if rank > 0.0 { rank + GAP * 0.7 } else { 0.0 };
        let name_width = names.min(width * NAME_SHARE - name).max(40.0);
        let bar = name + name_width + GAP;
        let value = width - shares - GAP;
        Self {
            rank,
            name,
            name_width,
            bar,
            bar_width: (value - values - GAP - bar).max(0.0),
            value,
            share: width,
        }
    }
}

fn line(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    let painter = ui.painter();
    painter.layout(text.to_owned(), font, Color32::PLACEHOLDER, width)
}

fn heads_ui(ui: &mut Ui, list: &RankedBars, columns: &Columns) {
    let tokens = Tokens::of(ui);
    let [name, value, share] = &list.heads;
    let font = || FontId::proportional(size::SMALL);
    let [name, value, share] =
        [name, value, share].map(|text| line(ui, text, font(), f32::INFINITY));
    let wanted = Vec2::new(ui.available_width(), name.size().y + 2.0 * PADDING);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let top = rect.left_top() + Vec2::new(0.0, PADDING);
    let painter = ui.painter();
    painter.galley(top + Vec2::new(columns.name, 0.0), name, tokens.muted);
    right(ui, top, columns.value, value, tokens.muted);
    right(ui, top, columns.share, share, tokens.muted);
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), (1.0, tokens.border));
}

fn heading_ui(ui: &mut Ui, words: &str, columns: &Columns) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let galley = line(ui, words, semibold(size::TABLE), width - columns.name);
    let wanted = Vec2::new(width, galley.size().y + 4.0 * PADDING);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let at = rect.left_top() + Vec2::new(columns.name, 3.0 * PADDING);
    ui.painter().galley(at, galley, tokens.text);
}

fn bar_ui(ui: &mut Ui, bar: &RankedBar, columns: &Columns) {
    let tokens = Tokens::of(ui);
    let font = || {
        if bar.strong {
            semibold(size::TABLE)
        } else {
            FontId::proportional(size::TABLE)
        }
    };
    let name = line(ui, &bar.name, font(), columns.name_width);
    let wanted = Vec2::new(ui.available_width(), name.size().y + 2.0 * PADDING);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let words = format!("{} {}: {}, {}", bar.rank, bar.name, bar.value, bar.share);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.trim()));
    let top = rect.left_top() + Vec2::new(0.0, PADDING);
    let [rank, value, share] =
        [&bar.rank, &bar.value, &bar.share].map(|text| line(ui, text, font(), f32::INFINITY));
    // Numbers and bar stand beside the first line of the name.
    let middle = top.y + value.size().y / 2.0;
    right(ui, top, columns.rank, rank, tokens.muted);
    right(ui, top, columns.value, value, tokens.text);
    right(ui, top, columns.share, share, tokens.muted);
    let at = top + Vec2::new(columns.name, 0.0);
    ui.painter().galley(at, name, tokens.text);
    if let Some(length) = bar.length.filter(|length| *length > 0.0) {
        // What has an amount never looks like nothing.
        let length = (columns.bar_width * length.clamp(0.0, 1.0)).max(1.0);
        let corner = pos2(rect.left() + columns.bar, middle - BAR / 2.0);
        let filled = Rect::from_min_size(corner, Vec2::new(length, BAR));
        ui.painter()
            .rect_filled(filled, CornerRadius::same(2), bar.color);
    }
}

/// Paints words that end at an edge.
fn right(ui: &Ui, top: Pos2, edge: f32, galley: Arc<Galley>, color: Color32) {
    let at = top + Vec2::new(edge - galley.size().x, 0.0);
    ui.painter().galley(at, galley, color);
}
