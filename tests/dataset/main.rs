//! The dataset floor through its public surface: reading, joining, checking, places in files.

mod coverage;
mod format;
mod position;
mod reading;
mod robustness;
mod rules;
mod support;
