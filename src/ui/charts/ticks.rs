//! Ticks at 1-2-5 steps, at most as many as asked for (`formulas` H1).

use eframe::egui::Rangef;
use egui_plot::GridMark;

/// The smallest step of 1, 2 or 5 times a power of ten that gives at most `most` steps over a range.
#[must_use]
pub fn nice_step(range: f64, most: usize) -> f64 {
    let most = f64::from(u32::try_from(most.max(1)).unwrap_or(1));
    let raw = range.abs().max(f64::MIN_POSITIVE) / most;
    let power = 10_f64.powf(raw.log10().floor());
    let fraction = raw / power;
    let factor = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|factor| fraction <= factor * (1.0 + 1e-9))
        .unwrap_or(10.0);
    factor * power
}

/// A step of whole years.
#[must_use]
pub fn year_step(range: f64, most: usize) -> f64 {
    nice_step(range, most).max(1.0)
}

/// The marks of an axis: multiples of the step inside the bounds.
#[must_use]
pub fn ticks_of(bounds: (f64, f64), step: f64) -> Vec<GridMark> {
    if !(step.is_finite() && step > 0.0 && bounds.0.is_finite() && bounds.1.is_finite()) {
        return Vec::new();
    }
    let first = (bounds.0 / step).ceil();
    let count = ((bounds.1 / step).floor() - first).clamp(0.0, 200.0);
    let mut marks = Vec::new();
    let mut position = 0.0;
    while position <= count {
        let value = (first + position) * step;
        let value = if value.abs() < step * 1e-9 {
            0.0
        } else {
            value
        };
        marks.push(GridMark {
            value,
            step_size: step,
        });
        position += 1.0;
    }
    marks
}

/// The marks of a logarithmic axis drawn in powers of ten: 1, 2 and 5 of each power inside the
/// bounds, or fewer of them where they would be more than `most`.
#[must_use]
pub fn log_ticks(bounds: (f64, f64), most: usize) -> Vec<GridMark> {
    if !(bounds.0.is_finite() && bounds.1.is_finite() && bounds.1 - bounds.0 <= 40.0) {
        return Vec::new();
    }
    let marks = |factors: &[f64]| {
        let mut marks = Vec::new();
        let mut power = bounds.0.floor();
        while power <= bounds.1 {
            for value in factors.iter().map(|factor| power + factor.log10()) {
                if value >= bounds.0 - 1e-9 && value <= bounds.1 + 1e-9 {
                    marks.push(GridMark {
                        value,
                        step_size: 1.0,
                    });
                }
            }
            power += 1.0;
        }
        marks
    };
    let dense = marks(&[1.0, 2.0, 5.0]);
    if dense.len() <= most {
        return dense;
    }
    let some = marks(&[1.0, 3.0]);
    if some.len() <= most {
        return some;
    }
    marks(&[1.0])
}

/// How close grid lines may come before egui hides them: they are few, so never.
pub(super) const SPACING: Rangef = Rangef { min: 1.0, max: 2.0 };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithmic_marks_thin_out() {
        let values = |most| -> Vec<f64> {
            log_ticks((3.0, 5.4), most)
                .iter()
                .map(|mark| 10_f64.powf(mark.value).round())
                .collect()
        };
        assert_eq!(
            values(8),
            [
                1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0, 200_000.0
            ]
        );
        assert_eq!(values(5), [1_000.0, 3_000.0, 10_000.0, 30_000.0, 100_000.0]);
        assert_eq!(values(3), [1_000.0, 10_000.0, 100_000.0]);
    }

    #[test]
    fn steps_are_one_two_five() {
        assert!((nice_step(27_000.0, 6) - 5_000.0).abs() < 1e-9);
        assert!((nice_step(1.0, 6) - 0.2).abs() < 1e-12);
        assert!((year_step(12.0, 8) - 2.0).abs() < 1e-12);
        let values: Vec<f64> = ticks_of((0.0, 27_000.0), 5_000.0)
            .iter()
            .map(|mark| mark.value)
            .collect();
        assert_eq!(
            values,
            [0.0, 5_000.0, 10_000.0, 15_000.0, 20_000.0, 25_000.0]
        );
    }
}
