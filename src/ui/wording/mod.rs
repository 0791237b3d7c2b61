//! Answers and enumerations in words. Message keys stand here, next to what they name.

mod project;
pub mod transit;

pub use project::{
    figure_kind, figure_value, filter_part, filter_sentence, label, milestone, quantity, role,
    stage, unit_words, year_basis,
};
