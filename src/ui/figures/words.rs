//! Words that captions and tables of figures share.

use crate::{dataset::schema::Qualifier, ui::Cx};

/// On paper nothing can be pointed at, so the tooltip's words follow the short ones.
#[must_use]
pub fn figure_note(short: &str, full: &str) -> String {
    if short == full {
        short.to_owned()
    } else {
        format!("{short}: {full}")
    }
}

/// A yes or a no in a cell.
#[must_use]
pub fn yes_no(cx: &Cx<'_>, yes: bool) -> String {
    cx.t(if yes { "data-yes" } else { "data-no" })
}

/// The words that qualify a number, as a word for programs; empty for none.
#[must_use]
pub fn qualifier_id(qualifier: Option<Qualifier>) -> &'static str {
    match qualifier {
        None => "",
        Some(Qualifier::About) => "about",
        Some(Qualifier::Nearly) => "nearly",
        Some(Qualifier::MoreThan) => "more-than",
        Some(Qualifier::UpTo) => "up-to",
    }
}
