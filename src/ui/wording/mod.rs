//! Answers and enumerations in words. Message keys stand here, next to what they name.

mod claim;
mod prices;
mod project;
mod source;
pub mod trade;
mod trade_marks;
pub mod transit;

pub use claim::{
    candidate_label, candidate_value, claim_number, claim_value, event_kind, interval_words,
    list_part, verdict,
};
pub use prices::{prices_words, with_prices};
pub use project::{
    amount_words, facet_name, figure_kind, figure_value, filter_part, filter_sentence, label,
    milestone, precision, quantity, role, stage, unit_words, year_basis,
};
pub use source::{area, source_kind};
