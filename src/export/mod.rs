//! What leaves the program: pictures drawn without a window. Knows nothing of tabs, commands
//! or the dataset; it is handed what the interface drew.

pub mod data;
pub mod metadata;
pub mod recipe;
pub mod svg;
