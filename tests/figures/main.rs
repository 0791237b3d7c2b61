//! Everything that leaves the application as a picture, a table, a citation or a report.

mod all;
mod citations;
#[path = "../common/mod.rs"]
mod common;
mod export_command;
mod export_data;
mod export_files;
mod figure_checks;
mod overview;
mod pictures;
mod projects;
mod readme;
mod record;
mod render;
mod render_command;
mod report;
mod sources;
#[path = "../support/mod.rs"]
mod support;
mod trade;
mod transit;
