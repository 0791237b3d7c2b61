//! Belt Explorer: what two countries really do together, every figure next to its source.
//!
//! The floors of the house, from the ground up; each uses only those below it:
//! [`dataset`] (file format, reading, checking, catalog), [`analysis`] (pure questions and
//! answers), [`i18n`] (words and numbers), [`app`] (state, actions, undo, jobs), [`export`]
//! (pictures without a window), [`ui`] (the window), [`cli`] (the commands).

// Tests may stop with a message where the program may not.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod analysis;
pub mod app;
pub mod cli;
pub mod dataset;
pub mod export;
pub mod i18n;
pub mod ui;
