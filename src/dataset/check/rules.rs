//! The table of rules. Codes are stable: people and programs filter by them.

use super::{Context, Rule, Sink, ids, sources};
use crate::dataset::diagnostic::{Code, Severity};

const fn rule(
    severity: Severity,
    code: &'static str,
    title: &'static str,
    explanation: &'static str,
    run: fn(&Context<'_>, &mut Sink<'_>),
) -> Rule {
    Rule {
        about: Code {
            code,
            severity,
            title,
            explanation,
        },
        run,
    }
}

use Severity::{Error, Note, Warning};

/// All rules, by subject.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    rule(Error, "malformed-id", "an id is empty or contains spaces",
        "Ids link records and appear in links and file names, so they are plain words.",
        ids::malformed),
    rule(Error, "duplicate-id", "two records of one section have the same id",
        "An id must lead to one record; with two, nobody knows which is meant.",
        ids::duplicate),
    rule(Warning, "similar-id", "two ids differ only by upper and lower case",
        "Such ids are usually one record entered twice, and are easily mixed up.",
        ids::similar),
    rule(Error, "unknown-id", "an id leads nowhere",
        "The record it names is not in the dataset: it is misspelt, or the record is missing.",
        ids::unknown),
    rule(Warning, "repeated-id", "a list names the same id twice",
        "The second mention says nothing, and can hide that another id was meant.",
        ids::repeated),

    rule(Error, "no-source", "something is stated without a source",
        "Every figure, event, claim and series must answer \"says who?\".",
        sources::missing),
    rule(Error, "bad-url", "an address is not http or https",
        "Addresses open in a browser when clicked; anything else is refused.",
        sources::bad_url),
    rule(Warning, "duplicate-url", "two sources have the same address",
        "One page entered twice makes one voice look like two.",
        sources::duplicate_url),
    rule(Note, "unused-source", "a source is cited by nothing",
        "It may be left over, or a figure that should cite it does not.",
        sources::unused),
];
