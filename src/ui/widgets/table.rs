//! What all tables share: columns that show where there is room, heads that sort, keys that move.

use crate::ui::{
    Cx,
    theme::{semibold, size},
};
use eframe::egui::{
    Align, Key, Label, Layout, Memory, Response, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
};
use egui_extras::{Column, TableBuilder};

/// Height of a row.
pub const ROW_HEIGHT: f32 = 25.0;

/// Room between columns.
pub const GAP: f32 = 10.0;

/// A column as a table shows it.
pub struct ColumnSpec<C> {
    /// Which column.
    pub column: C,
    /// Message key of its name.
    pub name: &'static str,
    /// Its width; 0 takes what the others leave.
    pub width: f32,
    /// Whether its values stand at the right, as numbers do.
    pub right: bool,
    /// Least width of the table at which it is shown.
    pub from: f32,
}

impl<C> ColumnSpec<C> {
    /// How values stand in the column.
    #[must_use]
    pub fn layout(&self) -> Layout {
        if self.right {
            Layout::right_to_left(Align::Center)
        } else {
            Layout::left_to_right(Align::Center)
        }
    }
}

/// The columns that have room in a table of this width.
#[must_use]
pub fn shown_columns<C>(
    columns: &'static [ColumnSpec<C>],
    room: f32,
) -> Vec<&'static ColumnSpec<C>> {
    columns
        .iter()
        .filter(|column| room >= column.from)
        .collect()
}

/// A table that fills its room, whose rows can be clicked and of which only visible rows are laid
/// out. `widths` are the columns', 0 for the one that takes the rest.
pub fn table<'a>(
    ui: &'a mut Ui,
    cx: &Cx<'_>,
    widths: impl Iterator<Item = f32>,
    scroll_to: Option<usize>,
) -> TableBuilder<'a> {
    ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
    // A selected row keeps the colour of its text; only its ground changes.
    ui.visuals_mut().selection.stroke.color = cx.tokens.text;
    let mut table = TableBuilder::new(ui)
        .sense(Sense::click())
        .auto_shrink([false, false])
        .cell_layout(Layout::left_to_right(Align::Center));
    for width in widths {
        table = table.column(if width == 0.0 {
            Column::remainder().clip(true)
        } else {
            Column::exact(width).clip(true)
        });
    }
    match scroll_to {
        Some(row) => table.scroll_to_row(row, None),
        None => table,
    }
}

/// The head of a column; a click is for the caller to read. `sorted` is whether the table is
/// sorted by it, and then whether the largest come first.
pub fn head_ui<C>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    spec: &ColumnSpec<C>,
    sorted: Option<bool>,
    tip: Option<String>,
) -> Response {
    let name = head_name(cx, spec);
    let arrow = match sorted {
        None => "",
        Some(true) => " ↓",
        Some(false) => " ↑",
    };
    let color = if sorted.is_some() {
        cx.tokens.text
    } else {
        cx.tokens.muted
    };
    ui.with_layout(spec.layout(), |ui| {
        let text = RichText::new(format!("{name}{arrow}"))
            .font(semibold(size::SMALL))
            .color(color);
        let response = ui.add(
            Label::new(text)
                .sense(Sense::click())
                .selectable(false)
                .truncate(),
        );
        let label = cx.with("sort-by", &[("column", (&name).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        let tip = tip.map_or(label.clone(), |tip| format!("{tip}\n{label}"));
        response.on_hover_text(tip)
    })
    .inner
}

/// The name of a column.
#[must_use]
pub fn head_name<C>(cx: &Cx<'_>, spec: &ColumnSpec<C>) -> String {
    let values = [
        ("currency", cx.currency().into()),
        ("home", cx.home().into()),
        ("partner", cx.partner().into()),
    ];
    cx.with(spec.name, &values)
}

/// The keys that move among rows.
const MOVES: [Key; 6] = [
    Key::Home,
    Key::End,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::PageDown,
    Key::PageUp,
];

/// Where arrows, Home, End and the page keys move to among `count` rows. `current` looks
/// for the row to start from, and is asked only when a key is pressed: there can be a million rows.
/// Nothing while a field has the focus: there the keys are the field's.
#[must_use]
pub fn moved_by_keys(
    ui: &Ui,
    current: impl FnOnce() -> Option<usize>,
    count: usize,
) -> Option<usize> {
    let last = count.checked_sub(1)?;
    // Under a dialog nothing moves.
    let layer = ui.layer_id();
    let free = |memory: &Memory| memory.focused().is_none() && memory.allows_interaction(layer);
    if !ui.ctx().memory(free) {
        return None;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let key = MOVES.into_iter().find(|key| pressed(*key))?;
    let to = match (key, current()) {
        (Key::Home, _) | (Key::ArrowDown, None) => 0,
        (Key::End, _) => last,
        (Key::ArrowDown, Some(at)) => (at + 1).min(last),
        (Key::ArrowUp, Some(at)) => at.saturating_sub(1),
        (Key::PageDown, Some(at)) => (at + 10).min(last),
        (Key::PageUp, Some(at)) => at.saturating_sub(10),
        _ => return None,
    };
    Some(to)
}
