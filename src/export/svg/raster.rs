//! From SVG to pixels and PNG, with the given fonts only.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{self, fontdb};

/// An image of 8-bit RGBA pixels, not premultiplied, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Why a picture could not be rasterised.
#[derive(Clone, Debug, PartialEq)]
pub enum RenderError {
    /// The SVG could not be read.
    Svg(String),
    /// Nothing, or more pixels than can be drawn.
    Size {
        /// In pixels.
        width: f32,
        /// In pixels.
        height: f32,
    },
    /// The PNG could not be encoded.
    Png(String),
}

/// The longest side that is drawn: four times a large screen.
const LONGEST_SIDE_PX: f32 = 16_384.0;

impl std::fmt::Display for RenderError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Svg(reason) => write!(out, "the picture is not readable SVG: {reason}"),
            Self::Size { width, height } => write!(
                out,
                "a picture of {width:.0} x {height:.0} pixels cannot be drawn: \
                 each side must have 1 to {LONGEST_SIDE_PX:.0} pixels"
            ),
            Self::Png(reason) => write!(out, "the picture could not be encoded as PNG: {reason}"),
        }
    }
}

impl std::error::Error for RenderError {}

impl Pixels {
    /// Red, green, blue and alpha of a pixel; `None` outside.
    #[must_use]
    pub fn pixel(&self, x: u32, y: u32) -> Option<[u8; 4]> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let first = (usize::try_from(y).ok()? * usize::try_from(self.width).ok()?
            + usize::try_from(x).ok()?)
            * 4;
        self.rgba.get(first..first + 4)?.try_into().ok()
    }
}

pub(super) fn pixels(
    svg: &str,
    fonts: &Arc<fontdb::Database>,
    scale: f32,
) -> Result<Pixels, RenderError> {
    let pixmap = rasterise(svg, fonts, scale)?;
    Ok(Pixels {
        width: pixmap.width(),
        height: pixmap.height(),
        rgba: pixmap
            .pixels()
            .iter()
            .map(PremultipliedColorU8::demultiply)
            .flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()])
            .collect(),
    })
}

pub(super) fn png(
    svg: &str,
    fonts: &Arc<fontdb::Database>,
    scale: f32,
) -> Result<Vec<u8>, RenderError> {
    rasterise(svg, fonts, scale)?
        .encode_png()
        .map_err(|error| RenderError::Png(error.to_string()))
}

fn rasterise(svg: &str, fonts: &Arc<fontdb::Database>, scale: f32) -> Result<Pixmap, RenderError> {
    let options = usvg::Options {
        fontdb: Arc::clone(fonts),
        ..usvg::Options::default()
    };
    let tree =
        usvg::Tree::from_str(svg, &options).map_err(|error| RenderError::Svg(error.to_string()))?;
    let width = (tree.size().width() * scale).round();
    let height = (tree.size().height() * scale).round();
    let drawable = 1.0..=LONGEST_SIDE_PX;
    if !(drawable.contains(&width) && drawable.contains(&height)) {
        return Err(RenderError::Size { width, height });
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both are whole numbers between 1 and LONGEST_SIDE_PX"
    )]
    let pixmap = Pixmap::new(width as u32, height as u32);
    let mut pixmap = pixmap.ok_or(RenderError::Size { width, height })?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    Ok(pixmap)
}
