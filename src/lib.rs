//! Belt Explorer: what two countries really do together, every figure next to its source.
//!
//! The floors of the house, from the ground up; each uses only those below it:
//! [`dataset`] (file format, reading, checking, catalog).

pub mod analysis;
pub mod app;
pub mod dataset;
pub mod i18n;
pub mod ui;
