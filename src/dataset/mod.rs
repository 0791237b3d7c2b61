//! A dataset: its file format, how it is read and checked, and the indexed form the rest works with.

pub mod catalog;
pub mod check;
pub mod diagnostic;
pub mod diff;
mod embedded;
pub mod format;
pub mod generate;
mod index;
pub mod place;
pub mod position;
pub mod read;
pub mod schema;
pub mod section;
pub mod suggest;
pub mod template;
