//! Changes of the Trade tab.

use crate::app::{action::TradeAction, view::TradeView};

pub(super) fn apply(view: &mut TradeView, action: TradeAction) {
    match action {
        TradeAction::Choose(choice) => view.choice = *choice,
        TradeAction::Freight(margin) => view.choice.margin = margin,
        TradeAction::SelectYear(year) => view.selected_year = year,
    }
}
