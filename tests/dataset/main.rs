//! The dataset floor through its public surface and its commands: reading, joining, checking, places in files, writing.

mod check_command;
mod codes;
#[path = "../common/mod.rs"]
mod common;
mod coverage;
mod embedded;
mod format;
mod format_docs;
mod hostile;
mod mistakes;
mod mutation;
mod position;
mod quick;
mod reading;
mod refused;
mod robustness;
mod rules;
mod sharing;
mod streamed;
mod support;
mod writing;
