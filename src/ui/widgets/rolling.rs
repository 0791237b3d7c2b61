//! Columns of a table that is wider than its room: the first stay, the others roll sideways below a bar of their
//! own. Not here: rows, and what stands in cells.

use super::table::GAP;
use crate::ui::Cx;
use eframe::egui::{
    Align, CursorIcon, Id, Key, Layout, Memory, PointerButton, Rect, Response, Role, ScrollArea,
    Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, scroll_area::ScrollBarVisibility,
    style::ScrollStyle, vec2,
};
use egui_extras::TableRow;

/// Room below the rows for the bar.
pub const BAR_HEIGHT: f32 = 12.0;
/// Least room for what rolls: if the columns that stay leave less, fewer stay.
const ROLLED_WIDTH: f32 = 140.0;
/// How far a key rolls.
const STEP: f32 = 80.0;
/// Room at each side of the end of a column in which it is grabbed.
const GRAB: f32 = 5.0;
/// Narrowest and widest a column can be made.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 36..=900;

/// Where the columns stand.
pub struct Rolling {
    id: Id,
    widths: Vec<f32>,
    frozen: usize,
    room: f32,
    offset: f32,
}

impl Rolling {
    /// Columns of these widths, of which the first `frozen` stay if not all have room.
    #[must_use]
    pub fn new(ui: &Ui, id: Id, widths: Vec<f32>, frozen: usize, room: f32) -> Self {
        let mut rolling = Self {
            id,
            frozen: widths.len(),
            widths,
            room,
            offset: 0.0,
        };
        if rolling.left_of(rolling.widths.len()) - GAP > room + 0.5 {
            let leaves = |count: &usize| room - rolling.left_of(*count) >= ROLLED_WIDTH;
            let wanted = (0..=frozen.min(rolling.widths.len() - 1)).rev();
            rolling.frozen = wanted.into_iter().find(leaves).unwrap_or(0);
            let offset: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            rolling.offset = offset.clamp(0.0, rolling.farthest());
        }
        rolling
    }

    /// Whether some columns roll.
    #[must_use]
    pub fn rolls(&self) -> bool {
        self.frozen < self.widths.len()
    }

    /// The widths of all columns.
    #[must_use]
    pub fn widths(&self) -> &[f32] {
        &self.widths
    }

    /// The widths of the columns for the table: those that stay, then one for all that roll, or for what is left.
    pub fn table_widths(&self) -> impl Iterator<Item = f32> {
        let rest = if self.rolls() {
            Some(self.view())
        } else {
            let left = self.room - self.left_of(self.frozen);
            (left > 0.0).then_some(left)
        };
        let stay = self.widths.iter().take(self.frozen).copied();
        stay.chain(rest)
    }

    /// A row: `cell` draws the column at a position.
    pub fn row(&self, row: &mut TableRow<'_, '_>, mut cell: impl FnMut(&mut Ui, usize)) {
        for at in 0..self.frozen {
            row.col(|ui| cell(ui, at));
        }
        if self.rolls() {
            row.col(|ui| self.rolled(ui, &mut cell));
        } else if self.room > self.left_of(self.frozen) {
            row.col(|_| ());
        }
    }

    /// The cells that roll, those out of sight too: the keyboard must find their heads.
    fn rolled(&self, ui: &mut Ui, cell: &mut impl FnMut(&mut Ui, usize)) {
        let room = ui.max_rect();
        let clip = ui.clip_rect().intersect(room);
        let start = room.left() - self.offset - self.left_of(self.frozen);
        for (at, width) in self.widths.iter().enumerate().skip(self.frozen) {
            let min = pos2(start + self.left_of(at), room.top());
            let place = Rect::from_min_size(min, vec2(*width, room.height()));
            let builder = UiBuilder::new().max_rect(place).id_salt(at);
            let mut ui = ui.new_child(builder.layout(*ui.layout()));
            ui.set_clip_rect(clip.intersect(place.expand2(vec2(1.0, 0.0))));
            cell(&mut ui, at);
        }
    }

    /// Rolls so that a column is in sight.
    pub fn show(&self, ui: &Ui, at: usize) {
        if at < self.frozen {
            return;
        }
        let left = self.left_of(at) - self.left_of(self.frozen);
        let width = self.widths.get(at).copied().unwrap_or_default();
        let last = left + width - self.view();
        self.keep(ui, self.offset.max(last).min(left));
    }

    /// The bar below the rows, and what rolls them from elsewhere: the wheel over `rows` and the keys.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &Cx<'_>, rows: Rect) {
        if !self.rolls() {
            return;
        }
        let mut wanted = self.offset + moved(ui, rows);
        let left = self.left_of(self.frozen);
        let size = vec2(ui.available_width(), BAR_HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.add_space(left);
            ui.spacing_mut().scroll = ScrollStyle {
                bar_width: 7.0,
                bar_inner_margin: 2.0,
                bar_outer_margin: 0.0,
                foreground_color: true,
                ..ScrollStyle::solid()
            };
            // As strong as a bar that is not in use elsewhere.
            ui.visuals_mut().widgets.inactive.fg_stroke.color = cx.tokens.muted.gamma_multiply(0.6);
            let area = ScrollArea::horizontal()
                .id_salt(self.id)
                .max_width(self.view())
                .auto_shrink([false, true])
                .scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible)
                .horizontal_scroll_offset(wanted.clamp(0.0, self.farthest()));
            let content = self.left_of(self.widths.len()) - GAP - left;
            let out = area.show(ui, |ui| ui.allocate_space(vec2(content, 0.0)));
            wanted = out.state.clamped_offset().x;
        });
        self.keep(ui, wanted);
    }

    fn keep(&self, ui: &Ui, offset: f32) {
        let offset = offset.clamp(0.0, self.farthest());
        if (offset - self.offset).abs() > 0.01 {
            ui.data_mut(|data| data.insert_temp(self.id, offset));
            ui.ctx().request_repaint();
        }
    }

    /// Lines at the ends of heads: the place where a column is made wider or narrower. `name` is that of the column
    /// at a position; returns the column, and its new width unless it was clicked twice.
    pub fn handles_ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        heads: Rect,
        name: impl Fn(usize) -> String,
    ) -> Option<(usize, Option<u16>)> {
        let mut wanted = None;
        for at in 0..self.widths.len() {
            let (Some(end), Some(width)) = (self.end(at, heads.left()), self.widths.get(at)) else {
                continue;
            };
            let line = Rect::from_x_y_ranges(end - GRAB..=end + GRAB, heads.y_range());
            // Both buttons of a keyboard's Tab would be one too many: its way is the list of columns.
            let sense = Sense::CLICK | Sense::DRAG;
            let response = ui
                .interact(line, self.id.with(("width", at)), sense)
                .on_hover_cursor(CursorIcon::ResizeColumn);
            let label = cx.with("column-width", &[("column", (&name(at)).into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &label));
            line_ui(ui, cx, &response, end, heads);
            let to = response.interact_pointer_pos().filter(|_| {
                response.dragged_by(PointerButton::Primary) && response.drag_delta().x != 0.0
            });
            if response.double_clicked() {
                wanted = Some((at, None));
            } else if let Some(to) = to {
                wanted = Some((at, Some(self.limited(at, width + to.x - end))));
            }
            let tip = cx.with("column-width-tip", &[("column", (&name(at)).into())]);
            response.on_hover_text(tip);
        }
        wanted
    }

    /// The line between what stays and what rolls, and the shade that says that something lies behind it.
    pub fn edge_ui(&self, ui: &Ui, cx: &Cx<'_>, rows: Rect) {
        if !self.rolls() || self.frozen == 0 {
            return;
        }
        let end = rows.left() + self.left_of(self.frozen) - GAP * 0.5;
        let (width, color) = if self.offset > 0.5 {
            (1.5, cx.tokens.muted)
        } else {
            (1.0, cx.tokens.border)
        };
        ui.painter()
            .vline(end, rows.y_range(), Stroke::new(width, color));
    }

    /// A width that leaves room for what rolls.
    fn limited(&self, at: usize, width: f32) -> u16 {
        let mut most = f32::from(*WIDTHS.end());
        if at < self.frozen && self.rolls() {
            let own = self.widths.get(at).copied().unwrap_or_default();
            most = most.min((own + self.view() - ROLLED_WIDTH).max(own));
        }
        whole(width.clamp(f32::from(*WIDTHS.start()), most))
    }

    /// Where a column ends on screen; nothing if that is out of sight.
    fn end(&self, at: usize, left: f32) -> Option<f32> {
        let end = left + self.left_of(at + 1) - GAP * 0.5;
        if at < self.frozen {
            return Some(end);
        }
        let (end, from) = (end - self.offset, left + self.left_of(self.frozen));
        (from..=from + self.view() + GAP)
            .contains(&end)
            .then_some(end)
    }

    /// Where a column begins, from the left of the first.
    fn left_of(&self, at: usize) -> f32 {
        self.widths.iter().take(at).map(|width| width + GAP).sum()
    }

    /// Width of what is seen of the columns that roll.
    fn view(&self) -> f32 {
        (self.room - self.left_of(self.frozen)).max(1.0)
    }

    fn farthest(&self) -> f32 {
        (self.left_of(self.widths.len()) - GAP - self.room).max(0.0)
    }
}

/// How far the wheel and the keys roll in this frame.
fn moved(ui: &Ui, rows: Rect) -> f32 {
    let layer = ui.layer_id();
    let mut moved = 0.0;
    if ui.rect_contains_pointer(rows) {
        moved -= ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.x));
    }
    let free = |memory: &Memory| memory.focused().is_none() && memory.allows_interaction(layer);
    if ui.memory(free) {
        let pressed = |key| ui.input(|input| f32::from(input.key_pressed(key)));
        moved += STEP * (pressed(Key::ArrowRight) - pressed(Key::ArrowLeft));
    }
    moved
}

fn line_ui(ui: &Ui, cx: &Cx<'_>, response: &Response, end: f32, heads: Rect) {
    let active = response.hovered() || response.dragged();
    let color = if active {
        cx.tokens.accent
    } else {
        cx.tokens.border
    };
    let ends = heads.shrink2(vec2(0.0, if active { 1.0 } else { 5.0 }));
    let stroke = Stroke::new(if active { 2.0 } else { 1.0 }, color);
    ui.painter().vline(end, ends.y_range(), stroke);
}

/// A width in whole points.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "limited to the widths there are"
)]
pub fn whole(width: f32) -> u16 {
    let (least, most) = (f32::from(*WIDTHS.start()), f32::from(*WIDTHS.end()));
    width.round().clamp(least, most) as u16
}
