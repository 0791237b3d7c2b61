//! Belt Explorer: what two countries really do together, every figure next to its source.
//!
//! The floors of the house, from the ground up; each uses only those below it:
//! [`dataset`] (file format, reading, checking, catalog), [`cli`] (the commands).

pub mod cli;
pub mod dataset;
