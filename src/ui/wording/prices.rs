//! Prices in words.

use crate::{analysis::prices::Prices, ui::Cx};

/// Unit and prices as the subtitle of a chart of amounts.
#[must_use]
pub fn with_prices(cx: &Cx<'_>, unit: &str, prices: Prices) -> String {
    match prices {
        Prices::Nominal => cx.with("sub-nominal", &[("unit", unit.into())]),
        Prices::Constant(year) => {
            let year = year.to_string();
            cx.with(
                "sub-constant",
                &[("unit", unit.into()), ("year", (&year).into())],
            )
        }
    }
}

/// Prices by themselves, as a cell of a table.
#[must_use]
pub fn prices_words(cx: &Cx<'_>, prices: Prices) -> String {
    match prices {
        Prices::Nominal => cx.t("trade-nominal"),
        Prices::Constant(year) => {
            let year = year.to_string();
            cx.with("trade-constant", &[("year", (&year).into())])
        }
    }
}
