//! Several rows of a table marked at once, to be copied: Shift+click for a run, Ctrl+click for one more.

use crate::{app::Action, ui::Cx};
use eframe::egui::Modifiers;
use std::collections::BTreeSet;

/// Marks rows if the click asks for it; otherwise takes marks away and returns true, so that the
/// caller does what a plain click does.
///
/// `anchor` is the position of the row in the inspector, and `id_at` the id of the row at a position.
pub fn plain_click(
    cx: &Cx<'_>,
    modifiers: Modifiers,
    at: usize,
    anchor: Option<usize>,
    id_at: impl Fn(usize) -> Option<String>,
) -> bool {
    let marked = &cx.state.marked;
    if modifiers.shift {
        let from = anchor.unwrap_or(at);
        let run = from.min(at)..=from.max(at);
        cx.push(Action::MarkRows(run.filter_map(id_at).collect()));
        return false;
    }
    if modifiers.command {
        let mut marked: BTreeSet<String> = marked.clone();
        if marked.is_empty() {
            marked.extend(anchor.and_then(&id_at));
        }
        if let Some(id) = id_at(at).filter(|id| !marked.remove(id)) {
            marked.insert(id);
        }
        cx.push(Action::MarkRows(marked));
        return false;
    }
    if !marked.is_empty() {
        cx.push(Action::MarkRows(BTreeSet::new()));
    }
    true
}
