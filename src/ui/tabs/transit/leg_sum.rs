//! How far the legs of a route add up to what is quoted for the whole, in words.

use crate::{
    analysis::transit::{Band, legs::LegTotal},
    i18n::{day, decimal, grouped},
    ui::Cx,
};

/// A sum over the known legs beside what is quoted for the whole route.
pub(super) struct LegSum<'a> {
    /// What is added up.
    pub(super) name: String,
    /// The numbers.
    pub(super) total: &'a LegTotal,
    /// The sum, and of how many legs.
    pub(super) known: String,
    /// What sources quote for the whole; missing if nothing.
    pub(super) quoted: Option<String>,
    /// What is not located on any leg, or too much.
    pub(super) difference: Option<String>,
}

impl<'a> LegSum<'a> {
    /// The length.
    pub(super) fn km(cx: &Cx<'_>, total: &'a LegTotal) -> Self {
        Self::of(cx, cx.t("transit-totals-km"), total, |km| {
            format!("{} km", grouped(km))
        })
    }

    /// The time.
    pub(super) fn days(cx: &Cx<'_>, total: &'a LegTotal) -> Self {
        Self::of(cx, cx.t("transit-totals-days"), total, |days| {
            cx.with("transit-days-value", &[("days", (&day(days)).into())])
        })
    }

    fn of(
        cx: &Cx<'_>,
        name: String,
        total: &'a LegTotal,
        word: impl Fn(f64) -> String + Copy,
    ) -> Self {
        let known = total.known.map(|band| band_words(band, word));
        let known = known.unwrap_or_else(|| "–".to_owned());
        let values = [
            ("known", (&known).into()),
            ("n", total.n_known.into()),
            ("of", (total.n_known + total.n_missing).into()),
        ];
        let quoted = total.quoted.band.map(|band| {
            let quoted = band_words(band, word);
            let values = [
                ("quoted", (&quoted).into()),
                ("n", total.quoted.used.len().into()),
            ];
            cx.with("transit-totals-quoted", &values)
        });
        let difference = total.not_located.map(|difference| {
            let key = if difference >= 0.0 {
                "transit-totals-missing"
            } else {
                "transit-totals-above"
            };
            let words = word(difference.abs());
            cx.with(key, &[("difference", (&words).into())])
        });
        Self {
            name,
            known: cx.with("transit-totals-known", &values),
            quoted,
            difference,
            total,
        }
    }
}

/// A number with its range.
fn band_words(band: Band, word: impl Fn(f64) -> String) -> String {
    if band.high > band.low {
        let (low, high) = (decimal(band.low, 1), decimal(band.high, 1));
        format!("{} ({low}–{high})", word(band.typical))
    } else {
        word(band.typical)
    }
}
