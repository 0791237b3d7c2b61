//! Which values of a facet are listed, in which order. A facet can have very many, and this is asked in every
//! frame.

use crate::{
    analysis::projects::{Facet, FacetColumn, FacetResult, fold},
    ui::{Cx, wording},
};
use eframe::egui::{Id, Ui};
use std::{cmp::Reverse, ops::Range, sync::Arc};

/// A facet with its counts.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) facet: &'a Facet,
    pub(super) column: &'a FacetColumn,
    pub(super) result: &'a FacetResult,
}

/// From how many rows on only those are laid out that can be seen.
const MANY: usize = 200;

/// What the order of all values answers: dataset, counts, language, what is looked for.
type Asked = (u64, usize, String, String);

impl Counted<'_> {
    /// Sectors and states keep the dataset's order; open lists go by how much they hold.
    fn place(&self, value: usize) -> (bool, Reverse<usize>, usize) {
        if !self.facet.by_count {
            return (false, Reverse(0), value);
        }
        let count = self.result.values.get(value).map_or(0, |own| own.count);
        let stated = self.column.values.get(value);
        let is_stated = stated.is_some_and(|own| !own.id.is_empty());
        (!is_stated, Reverse(count), value)
    }

    /// The first values, and behind them those that are chosen.
    pub(super) fn first(&self, cx: &Cx<'_>, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.column.values.len()).collect();
        if count < order.len() {
            order.select_nth_unstable_by_key(count, |value| self.place(*value));
            order.truncate(count);
        }
        order.sort_unstable_by_key(|value| self.place(*value));
        let choice = cx.state.view.projects.filter.facets.get(self.facet.id);
        let ids = choice
            .iter()
            .flat_map(|own| own.include.union(&own.exclude));
        let chosen = ids.filter_map(|id| self.column.position(id));
        let mut chosen: Vec<usize> = chosen.filter(|value| !order.contains(value)).collect();
        chosen.sort_unstable_by_key(|value| self.place(*value));
        order.extend(chosen);
        order
    }

    /// All values whose names have `wanted` in them; kept until something else is asked.
    pub(super) fn all(&self, ui: &Ui, cx: &Cx<'_>, wanted: &str) -> Arc<Vec<usize>> {
        let id = Id::unique(("facet-order", self.facet.id));
        let computed = cx.state.derived.projects.a.filtered.computed();
        let language = cx.state.words.tag().to_owned();
        let asked: Asked = (cx.state.dataset.revision, computed, language, fold(wanted));
        let known: Option<(Asked, Arc<Vec<usize>>)> = ui.data(|data| data.get_temp(id));
        if let Some((_, order)) = known.filter(|(own, _)| *own == asked) {
            return order;
        }
        let mut order: Vec<usize> = (0..self.column.values.len()).collect();
        if !asked.3.is_empty() {
            let name = |value: &usize| {
                let value = self.column.values.get(*value);
                value.map_or_else(String::new, |value| wording::label(cx, &value.label))
            };
            order.retain(|value| fold(&name(value)).contains(&asked.3));
        }
        order.sort_unstable_by_key(|value| self.place(*value));
        let order = Arc::new(order);
        ui.data_mut(|data| data.insert_temp(id, (asked, Arc::clone(&order))));
        order
    }
}

/// Which of so many rows of a height are to be laid out: all, or of many those that can be seen.
pub(super) fn visible(ui: &Ui, rows: usize, height: f32) -> Range<usize> {
    if rows <= MANY {
        return 0..rows;
    }
    let top = ui.cursor().top();
    let seen = ui.clip_rect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below zero it is the first row, and beyond all the last"
    )]
    let row = |y: f32| ((y - top) / height).floor().max(0.0) as usize;
    row(seen.top()).min(rows)..(row(seen.bottom()) + 1).min(rows)
}
