//! The window. Reads the state and the derived results; returns actions. No business logic, no files.

pub mod charts;
mod cx;
mod drop;
mod effects;
pub mod figures;
pub mod shell;
pub mod tabs;
pub mod theme;
pub mod widgets;
pub mod window;
pub mod wording;

pub use cx::Cx;
pub use window::Window;
