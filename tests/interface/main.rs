//! State, actions and the window, found by accessible names.

mod app;
mod breakdown;
#[path = "../common/mod.rs"]
mod common;
mod compare;
mod export;
mod findings;
mod fonts;
mod links;
mod map;
mod monkey;
mod opening;
mod overview_sources;
mod pictures;
mod projects;
mod record;
mod saved;
mod search;
mod shell;
mod stopped;
mod table;
mod theme;
mod trade;
mod transit;
mod view_text;
