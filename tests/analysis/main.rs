//! Answers from data, without a window: on the embedded dataset and on small made-up worlds.

mod breakdown;
mod claims;
#[path = "../common/mod.rs"]
mod common;
mod compare;
mod facets;
mod filtering;
mod investment;
mod map;
mod pictures;
mod projects;
mod related;
mod sources;
mod stats;
mod trade;
mod trade_default;
mod transit;
