//! What the program knows while it runs: the open dataset, the view of it, settings, history, jobs.
//!
//! No widgets; files are only touched by jobs and by the watch over the open files. Intent comes in as an [`Action`]; [`update::apply`]
//! is the only thing that changes [`AppState`].

pub mod action;
pub mod browse;
pub mod commands;
pub mod derived;
pub mod export;
pub mod findings;
pub mod history;
pub mod jobs;
pub mod recipe;
pub mod saved;
pub mod settings;
pub mod state;
pub mod trail;
pub mod update;
pub mod view;
pub mod watch;

pub use action::{Action, Effect};
pub use state::AppState;
pub use view::{Tab, View};
