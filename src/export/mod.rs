//! What leaves the program: pictures drawn without a window, numbers, citations, packages of
//! files. Knows nothing of tabs or commands; it is handed what the interface drew and which
//! numbers that shows.

pub mod data;
pub mod package;
pub mod svg;
pub mod write;
