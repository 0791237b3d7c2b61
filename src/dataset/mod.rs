//! A dataset: its file format, how it is read and checked, and the indexed form the rest works with.

pub mod catalog;
pub mod read;
pub mod schema;
