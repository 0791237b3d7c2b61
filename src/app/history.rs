//! Undo and redo: whole views, remembered in one place.

use super::view::View;

/// How many steps are kept.
const LIMIT: usize = 200;

/// A view that can be returned to, and what was done after it.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    view: View,
    label: &'static str,
    merge_key: Option<&'static str>,
}

/// The steps behind and ahead.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// Whether the next change may join the last step.
    open: bool,
}

impl History {
    /// Remembers the view from before a change.
    pub fn record(&mut self, before: View, label: &'static str, merge_key: Option<&'static str>) {
        self.future.clear();
        let joins = self.open
            && merge_key.is_some()
            && self
                .past
                .last()
                .is_some_and(|last| last.merge_key == merge_key);
        self.open = true;
        if joins {
            return;
        }
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push(Step {
            view: before,
            label,
            merge_key,
        });
    }

    /// Ends a run of changes that are one step, such as typing or dragging.
    pub fn close_step(&mut self) {
        self.open = false;
    }

    /// The view before the last change; `now` is kept for redo.
    pub fn undo(&mut self, now: &View) -> Option<View> {
        let step = self.past.pop()?;
        self.open = false;
        self.future.push(Step {
            view: now.clone(),
            ..step.clone()
        });
        Some(step.view)
    }

    /// The view after the change last undone; `now` is kept for undo.
    pub fn redo(&mut self, now: &View) -> Option<View> {
        let step = self.future.pop()?;
        self.open = false;
        self.past.push(Step {
            view: now.clone(),
            ..step.clone()
        });
        Some(step.view)
    }

    /// Message key of what undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&'static str> {
        self.past.last().map(|step| step.label)
    }

    /// Message key of what redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&'static str> {
        self.future.last().map(|step| step.label)
    }
}
