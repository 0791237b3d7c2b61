//! Forms of the Trade tab's choices.

use super::{
    Context,
    form::{Form, Number, Read, whole, year},
    problem::{Expected, Reason},
    token::Token,
    word::no_such_value,
};
use crate::analysis::{
    prices::Prices,
    trade::{chart::Display, find, mirror::Margin},
};

/// First and last year with a trade value.
pub(super) fn years(cx: &Context<'_>) -> Option<(i32, i32)> {
    let catalog = &cx.dataset.catalog;
    find::options(catalog, catalog.home()).years
}

/// `level`, `growth` or `index/<year>`.
pub(super) struct DisplayForm;

impl Form<Display> for DisplayForm {
    fn written(&self, value: &Display) -> String {
        match value {
            Display::Level => "level".to_owned(),
            Display::Growth => "growth".to_owned(),
            Display::Index(base) => format!("index/{base}"),
        }
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Display> {
        let display = match token.value()? {
            "level" => Display::Level,
            "growth" => Display::Growth,
            text => match text.strip_prefix("index/") {
                Some(base) => Display::Index(year(base)?),
                None => return Err(no_such_value(text, vec!["level", "growth", "index/2015"])),
            },
        };
        Ok(whole(display))
    }
}

/// `nominal` or `constant/<year>`.
pub(super) struct PricesForm;

impl Form<Prices> for PricesForm {
    fn written(&self, value: &Prices) -> String {
        match value {
            Prices::Nominal => "nominal".to_owned(),
            Prices::Constant(base) => format!("constant/{base}"),
        }
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Prices> {
        let prices = match token.value()? {
            "nominal" => Prices::Nominal,
            text => match text.strip_prefix("constant/") {
                Some(base) => Prices::Constant(year(base)?),
                None => return Err(no_such_value(text, vec!["nominal", "constant/2015"])),
            },
        };
        Ok(whole(prices))
    }
}

/// `world`, `landlocked`, or three fractions: lowest, typical, highest.
pub(super) struct MarginForm;

const MARGINS: [(&str, Margin); 2] = [
    ("world", Margin::WORLD),
    ("landlocked", Margin::LANDLOCKED_NEIGHBOUR),
];

impl Form<Margin> for MarginForm {
    fn written(&self, value: &Margin) -> String {
        let named = MARGINS.iter().find(|(_, margin)| margin == value);
        named.map_or_else(
            || format!("{}/{}/{}", value.low(), value.typical(), value.high()),
            |(name, _)| (*name).to_owned(),
        )
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Margin> {
        let text = token.value()?;
        if let Some((_, margin)) = MARGINS.iter().find(|(name, _)| *name == text) {
            return Ok(whole(*margin));
        }
        let malformed = || Reason::Malformed(Expected::Margin);
        let fraction = Number(0.0..=1.0);
        let fractions: Result<Vec<f64>, Reason> =
            text.split('/').map(|part| fraction.parse(part)).collect();
        let margin = match fractions.map_err(|_| malformed())?.as_slice() {
            [low, typical, high] => Margin::new(*low, *typical, *high),
            _ => None,
        };
        Ok(whole(margin.ok_or_else(malformed)?))
    }
}
