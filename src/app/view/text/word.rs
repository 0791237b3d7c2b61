//! The words that stand for choices among a few: one table an enumeration.

use super::{
    problem::{Expected, Reason},
    token::{Item, Token},
};
use crate::{
    analysis::{
        projects::{
            BreakdownBy, Column, InvestmentUnit, MoneyStage, OutcomesBy, StackBy, YearBasis,
        },
        sources::{Area, SourceColumn},
        trade::{InvestmentRole, Show, chart::GapBase, ranking::Traded},
        transit::rows::RowOrder,
    },
    app::view::{ComparedAxes, ProjectsPicture, Tab, TransitPicture},
    dataset::{
        schema::{Mode, RouteScope, SourceKind},
        suggest::did_you_mean,
    },
};

/// Values that each have a word.
pub(super) trait Word: Copy + 'static {
    /// All values with their words.
    const WORDS: &'static [(Self, &'static str)];

    /// The word for a value.
    fn word(self) -> &'static str;
}

/// Rows of words; the `match` fails to compile when a value has none.
macro_rules! words {
    ($($type:ident { $($value:ident: $word:literal,)+ })+) => {$(
        impl Word for $type {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$value, $word)),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }
    )+};
}

words! {
    Tab {
        Overview: "overview",
        Projects: "projects",
        Trade: "trade",
        Transit: "transit",
        Sources: "sources",
    }
    YearBasis {
        Announced: "announced",
        Started: "started",
        Completed: "completed",
    }
    InvestmentUnit {
        Money: "money",
        Count: "count",
        Cumulative: "cumulative",
        Share: "share",
        Change: "change",
    }
    StackBy {
        Group: "group",
        Status: "status",
        Instrument: "instrument",
        Party: "party",
        Host: "host",
        Lender: "lender",
        Contractor: "contractor",
        Region: "region",
    }
    BreakdownBy {
        Status: "status",
        Years: "years",
    }
    OutcomesBy {
        Cohort: "cohort",
        Division: "division",
    }
    ComparedAxes {
        Shared: "shared",
        Own: "own",
    }
    ProjectsPicture {
        Breakdown: "breakdown",
        Chart: "chart",
        Map: "map",
        Outcomes: "outcomes",
        Schedule: "schedule",
        Sizes: "sizes",
    }
    MoneyStage {
        Latest: "latest",
        Announced: "announced",
        Contracted: "contracted",
        Financed: "financed",
        Paid: "paid",
        Unstated: "unstated",
    }
    Column {
        Name: "name",
        Sector: "sector",
        Status: "status",
        Year: "year",
        Amount: "amount",
        Sources: "sources",
        Region: "region",
        Party: "party",
        Completed: "completed",
        Started: "started",
        Host: "host",
        Lender: "lender",
        Contractor: "contractor",
        Instrument: "instrument",
        Programme: "programme",
    }
    Show {
        ToHome: "to-home",
        ToPartner: "to-partner",
        Turnover: "turnover",
        Balance: "balance",
        Share: "share",
        Partners: "partners",
        Products: "products",
        Investment: "investment",
    }
    GapBase {
        Amount: "amount",
        Exporter: "exporter",
        Importer: "importer",
        Mean: "mean",
    }
    Traded {
        Exports: "exports",
        Imports: "imports",
        Turnover: "turnover",
    }
    InvestmentRole {
        Flow: "flow",
        Stock: "stock",
        Deals: "deals",
    }
    RouteScope {
        Section: "section",
        TerminalToTerminal: "terminal",
        DoorToDoor: "door",
        OtherPair: "other",
        Unstated: "unstated",
    }
    Mode {
        Rail: "rail",
        Multimodal: "multimodal",
        Road: "road",
        Sea: "sea",
        Air: "air",
        Ferry: "ferry",
        Waterway: "waterway",
    }
    TransitPicture {
        TimeCost: "time-cost",
        ValueCost: "value-cost",
    }
    RowOrder {
        Name: "name",
        Days: "days",
        Cost: "cost",
        Generalised: "generalised",
        Emissions: "emissions",
        Figures: "figures",
        Years: "years",
        Standing: "standing",
    }
    SourceKind {
        Official: "official",
        Statistics: "statistics",
        Dataset: "dataset",
        Research: "research",
        Company: "company",
        News: "news",
        Wiki: "wiki",
    }
    Area {
        Projects: "projects",
        Lists: "lists",
        Series: "series",
        Transit: "transit",
        Claims: "claims",
        Events: "events",
    }
    SourceColumn {
        Title: "title",
        Publisher: "publisher",
        Date: "date",
        Kind: "kind",
        Figures: "figures",
        Records: "records",
        Conflicts: "conflicts",
    }
}

impl Word for bool {
    const WORDS: &'static [(Self, &'static str)] = &[(true, "yes"), (false, "no")];

    fn word(self) -> &'static str {
        if self { "yes" } else { "no" }
    }
}

/// The value that a word stands for.
pub(super) fn value_of<T: Word>(word: &str) -> Result<T, Reason> {
    let known = T::WORDS.iter();
    let found = known
        .clone()
        .find(|(_, own)| own.eq_ignore_ascii_case(word));
    found.map(|(value, _)| *value).ok_or_else(|| {
        let allowed: Vec<&'static str> = known.map(|(_, own)| *own).collect();
        no_such_value(word, allowed)
    })
}

/// The reason that lists what could be written instead.
pub(super) fn no_such_value(found: &str, allowed: Vec<&'static str>) -> Reason {
    let suggestion = did_you_mean(found, allowed.iter().copied());
    Reason::NoSuchValue {
        found: found.to_owned(),
        suggestion: suggestion.map(str::to_owned),
        allowed,
    }
}

/// What stands for an empty set.
const NONE: &str = "none";

/// A set of values as it is written.
pub(super) fn set_written<T: Word>(values: impl IntoIterator<Item = T>) -> String {
    let words: Vec<&str> = values.into_iter().map(Word::word).collect();
    if words.is_empty() {
        NONE.to_owned()
    } else {
        words.join(",")
    }
}

/// The values of a set, and why others were left out.
pub(super) fn set_read<T: Word>(token: &Token<'_>) -> Result<(Vec<T>, Vec<Reason>), Reason> {
    let (mut values, mut left_out) = (Vec::new(), Vec::new());
    match token.values()? {
        [Item { text, .. }] if text == NONE => {}
        items => {
            for item in items {
                match value_of(&item.text) {
                    Ok(value) => values.push(value),
                    Err(reason) => left_out.push(reason),
                }
            }
            // A set of which nothing is understood is no empty set.
            if values.is_empty() {
                return Err(left_out.pop().unwrap_or(Reason::Malformed(Expected::Value)));
            }
        }
    }
    Ok((values, left_out))
}
