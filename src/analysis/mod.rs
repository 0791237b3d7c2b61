//! Pure functions from a catalog and a question to an answer. No input or output, no clock, no drawing.

pub mod geo;
pub mod projects;
pub mod transit;
