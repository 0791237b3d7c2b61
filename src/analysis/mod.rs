//! Pure functions from a catalog and a question to an answer. No input or output, no clock, no drawing.

pub mod amount;
pub mod claims;
pub mod coverage;
pub mod geo;
pub mod levels;
pub mod map;
pub mod overview;
pub mod prices;
pub mod programme;
pub mod projects;
pub mod sources;
pub mod stats;
pub mod trade;
pub mod transit;
