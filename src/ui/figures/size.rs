//! The sizes a figure is offered in, in points of the interface.

use eframe::egui::{Vec2, vec2};

/// A size on offer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureSize {
    /// Stable id, for the command line and the recipe.
    pub id: &'static str,
    /// Message key of its name.
    pub name: &'static str,
    /// Width and least height in points; a list may be longer.
    pub points: Vec2,
}

/// The size that is offered first.
pub const PAGE: FigureSize = FigureSize {
    id: "page",
    name: "figure-size-page",
    points: vec2(960.0, 640.0),
};

/// The sizes, in order. What is on screen has no size of its own, so it is not among them.
pub const SIZES: &[FigureSize] = &[
    FigureSize {
        id: "column",
        name: "figure-size-column",
        points: vec2(540.0, 440.0),
    },
    PAGE,
    FigureSize {
        id: "square",
        name: "figure-size-square",
        points: vec2(800.0, 800.0),
    },
    FigureSize {
        id: "slide",
        name: "figure-size-slide",
        points: vec2(1280.0, 720.0),
    },
];

impl FigureSize {
    /// The size with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        SIZES.iter().find(|size| size.id == id)
    }
}
