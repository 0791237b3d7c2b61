//! A linear or logarithmic axis: from values to what `egui_plot` draws, its ticks and its title.

use super::ticks::{log_ticks, nice_step, ticks_of};
use crate::ui::theme::{Tokens, size};
use eframe::egui::{FontId, Galley, Painter, Rect, vec2};
use egui_plot::GridMark;
use std::sync::Arc;

/// How values lie on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Evenly, from zero.
    Linear,
    /// Equal distances for equal ratios.
    Logarithmic,
}

/// From which ratio of the largest to the smallest value on an axis is logarithmic.
const LARGE_RATIO: f64 = 25.0;

impl Scale {
    /// Logarithmic where the values lie far apart and are all above zero.
    #[must_use]
    pub fn for_range(low: f64, high: f64) -> Self {
        if low > 0.0 && high / low > LARGE_RATIO {
            Self::Logarithmic
        } else {
            Self::Linear
        }
    }

    /// Position of a value on the axis.
    #[must_use]
    pub fn position(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Logarithmic => value.max(f64::MIN_POSITIVE).log10(),
        }
    }

    /// The value at a position.
    #[must_use]
    pub fn value(self, position: f64) -> f64 {
        match self {
            Self::Linear => position,
            Self::Logarithmic => 10_f64.powf(position),
        }
    }

    /// First and last position for values from `low` to `high`: a linear axis starts at zero.
    #[must_use]
    pub fn bounds(self, low: f64, high: f64) -> (f64, f64) {
        match self {
            Self::Linear => (0.0, high.max(f64::MIN_POSITIVE) * 1.05),
            Self::Logarithmic => (self.position(low) - 0.08, self.position(high) + 0.08),
        }
    }

    /// At most about `most` marks at positions between the bounds.
    #[must_use]
    pub fn ticks(self, bounds: (f64, f64), most: usize) -> Vec<GridMark> {
        match self {
            Self::Linear => {
                let step = nice_step(bounds.1 - bounds.0, most);
                ticks_of(bounds, step)
            }
            Self::Logarithmic => log_ticks(bounds, most),
        }
    }
}

/// What the axes show, in two corners of the frame: laid out before names look for room, painted
/// over lines so that none strikes them through.
pub(super) struct AxisTitles {
    titles: [(Rect, Arc<Galley>); 2],
}

impl AxisTitles {
    /// The title of the horizontal axis at its right end, that of the vertical one at its top.
    pub(super) fn new(painter: &Painter, tokens: &Tokens, [x, y]: [&str; 2], frame: Rect) -> Self {
        let layout = |text: &str| {
            let font = FontId::proportional(size::SMALL - 1.0);
            painter.layout_no_wrap(text.to_owned(), font, tokens.muted)
        };
        let (x, y) = (layout(x), layout(y));
        // Above the marks on the ground.
        let right = frame.right_bottom() - vec2(4.0, 9.0) - x.size();
        let left = frame.left_top() + vec2(6.0, 3.0);
        let place = |at, galley: Arc<Galley>| (Rect::from_min_size(at, galley.size()), galley);
        Self {
            titles: [place(right, x), place(left, y)],
        }
    }

    /// Where they stand.
    pub(super) fn rects(&self) -> [Rect; 2] {
        self.titles.each_ref().map(|(rect, _)| *rect)
    }

    /// Paints them on a ground of their own.
    pub(super) fn paint(&self, painter: &Painter, tokens: &Tokens) {
        for (rect, galley) in &self.titles {
            let ground = rect.expand2(vec2(2.0, 0.0));
            painter.rect_filled(ground, 2.0, tokens.surface.gamma_multiply(0.85));
            painter.galley(rect.min, Arc::clone(galley), tokens.muted);
        }
    }
}
