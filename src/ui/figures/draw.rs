//! A figure as a picture, on any thread and without a window.

use super::{
    FigureSpec, Snapshot,
    page::{Around, page_ui},
};
use crate::{
    export::svg::{Picture, draw_ui},
    ui::{Cx, theme},
};
use eframe::egui::{Context, Theme, ThemePreference, Vec2, vec2};
use std::fmt;

/// A figure grows to its contents, but not without end.
const HIGHEST: f32 = 6_000.0;

/// How a figure is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureDrawing {
    /// Width and least height in points.
    pub points: Vec2,
    /// Light or dark.
    pub theme: Theme,
    /// Whether title, subtitle and filter stand above the picture.
    pub with_title: bool,
}

/// Why a figure cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureError {
    /// There is nothing to draw; the reason in words.
    Nothing(String),
    /// It is a table without a picture.
    NoPicture,
    /// No font has these characters.
    MissingGlyphs(String),
    /// It could not be drawn or packed; the reason in words.
    Failed(String),
}

impl fmt::Display for FigureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(reason) => write!(out, "there is nothing to show: {reason}"),
            Self::NoPicture => write!(
                out,
                "it is a table and has no picture\nhint: write it as .csv or .json"
            ),
            Self::Failed(reason) => out.write_str(reason),
            Self::MissingGlyphs(missing) => {
                write!(out, "no font of the program has the characters `{missing}`")
            }
        }
    }
}

impl std::error::Error for FigureError {}

impl Snapshot {
    /// A figure as a picture.
    ///
    /// # Errors
    /// When there is nothing to draw, or a character that no font has.
    pub fn draw(&self, spec: &FigureSpec, drawing: FigureDrawing) -> Result<Picture, FigureError> {
        let around = if drawing.with_title {
            Around::Everything
        } else {
            Around::Foot
        };
        self.draw_within(spec, drawing, around)
    }

    /// A figure as a picture with a part of the words around it.
    pub(super) fn draw_within(
        &self,
        spec: &FigureSpec,
        drawing: FigureDrawing,
        around: Around,
    ) -> Result<Picture, FigureError> {
        let Some(picture) = spec.picture else {
            return Err(FigureError::NoPicture);
        };
        let state = self.state(spec, drawing.theme);
        let dark = drawing.theme == Theme::Dark;
        let cx = Cx::new(&state, theme::Tokens::for_theme(dark));
        let caption = (spec.caption)(&cx).map_err(FigureError::Nothing)?;
        let ctx = Context::default();
        theme::install(&ctx);
        ctx.set_theme(if dark {
            ThemePreference::Dark
        } else {
            ThemePreference::Light
        });
        let page = |shown: Vec2, room: Vec2| {
            let mut needed = 0.0_f32;
            let drawn = draw_ui(&ctx, shown, |ui| {
                needed = page_ui(ui, &cx, &caption, picture, around, room);
            });
            (drawn, needed.ceil().min(HIGHEST))
        };
        let size = drawing.points;
        let (mut drawn, needed) = page(size, size);
        let fitting = vec2(size.x, needed);
        if needed > size.y {
            (drawn, _) = page(fitting, fitting);
        } else if around == Around::Nothing && needed < size.y {
            // Nothing stands at the foot of the page, so it ends where the picture does.
            (drawn, _) = page(fitting, size);
        }
        if drawn.missing_glyphs.is_empty() {
            Ok(drawn)
        } else {
            let missing = drawn.missing_glyphs.iter().collect();
            Err(FigureError::MissingGlyphs(missing))
        }
    }
}
