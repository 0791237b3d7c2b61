//! Forms of the Transit tab's choices. What is asked is told apart from the dataset's own question part by part.

use super::{
    Context,
    form::{Form, Number, Read, whole},
    known::NODE,
    problem::{Expected, Reason},
    token::{Token, list},
};
use crate::{
    analysis::transit::{Ends, Holding},
    app::derived::transit::years_of_figures,
};

/// First and last year of a figure about days or cost.
pub(super) fn years(cx: &Context<'_>) -> Option<(i32, i32)> {
    years_of_figures(&cx.dataset.catalog)
}

/// `any`, or the two nodes near which routes end.
pub(super) struct EndsForm;

impl Form<Ends> for EndsForm {
    fn written(&self, value: &Ends) -> String {
        match value {
            Ends::Any => "any".to_owned(),
            Ends::Near {
                origin,
                destination,
            } => list([origin, destination]),
        }
    }

    fn read(&self, token: &Token<'_>, cx: &Context<'_>) -> Read<Ends> {
        let ends = match token.values()? {
            [only] if only.text == "any" => Ends::Any,
            [origin, destination] => Ends::Near {
                origin: NODE.check(cx.dataset, &origin.text)?,
                destination: NODE.check(cx.dataset, &destination.text)?,
            },
            _ => return Err(Reason::Malformed(Expected::Ends)),
        };
        Ok(whole(ends))
    }
}

/// `owner/<rate for a year>/<loss for a day>` or `market/<share for a day>`, as fractions.
pub(super) struct HoldingForm;

impl Form<Holding> for HoldingForm {
    fn written(&self, value: &Holding) -> String {
        match value {
            Holding::Accounting {
                r_per_year,
                d_per_day,
            } => format!("owner/{r_per_year}/{d_per_day}"),
            Holding::Market { h_per_day } => format!("market/{h_per_day}"),
        }
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Holding> {
        let parts: Vec<&str> = token.value()?.split('/').collect();
        let (yearly, daily) = (Number(Holding::YEARLY), Number(Holding::DAILY));
        let holding = match parts.as_slice() {
            ["owner", rate, loss] => Holding::Accounting {
                r_per_year: yearly.parse(rate)?,
                d_per_day: daily.parse(loss)?,
            },
            ["market", share] => Holding::Market {
                h_per_day: daily.parse(share)?,
            },
            _ => return Err(Reason::Malformed(Expected::Holding)),
        };
        Ok(whole(holding))
    }
}
