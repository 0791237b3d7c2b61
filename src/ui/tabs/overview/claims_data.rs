//! The claims as data: one row for each number a claim was compared with, and one for a claim
//! without any.

use crate::dataset::schema::Id;
use crate::{
    analysis::claims::{Candidate, CandidateOrigin, ClaimCheck, Fit},
    dataset::schema::Claim,
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{
        Cx,
        figures::{qualifier_id, yes_no},
        wording,
    },
};

/// The claims of the headline statement.
pub(super) fn claims_table(cx: &Cx<'_>) -> DataTable {
    let sources = ColumnRole::Sources;
    let mut out = DataTable::new(vec![
        Column::with_role("claim_number", cx.t("data-claim-number"), ColumnRole::Axis),
        Column::plain("claim_id", cx.t("data-claim-id")),
        Column::with_role("claim", cx.t("inspect-claim"), ColumnRole::Series),
        Column::plain("said_by", cx.t("inspect-said")),
        Column::plain("said_on", cx.t("data-said-on")),
        Column::plain("about", cx.t("inspect-period")),
        Column::with_role("value", cx.t("data-value"), ColumnRole::Value),
        Column::with_role("low", cx.t("data-low"), ColumnRole::Range),
        Column::with_role("high", cx.t("data-high"), ColumnRole::Range),
        Column::plain("qualifier", cx.t("data-qualifier")),
        Column::plain("unit", cx.t("data-unit")),
        Column::with_role("can_mean_low", cx.t("data-mean-low"), ColumnRole::Range),
        Column::with_role("can_mean_high", cx.t("data-mean-high"), ColumnRole::Range),
        Column::plain("drawn", cx.t("data-drawn")),
        Column::plain("verdict", cx.t("inspect-verdict")),
        Column::with_role(
            "compared_with",
            cx.t("inspect-compared"),
            ColumnRole::Series,
        ),
        Column::plain("origin", cx.t("data-origin")),
        Column::plain("origin_ids", cx.t("data-origin-ids")),
        Column::with_role("compared_low", cx.t("data-compared-low"), ColumnRole::Range),
        Column::with_role(
            "compared_high",
            cx.t("data-compared-high"),
            ColumnRole::Range,
        ),
        Column::plain("fits", cx.t("data-fits")),
        Column::plain("claim_differs_by", cx.t("data-differs")).unit(cx.t("data-fraction")),
        Column::plain("estimated", cx.t("data-estimated")),
        Column::plain("years_without_number", cx.t("data-missing-years")),
        Column::with_role("source_ids", cx.t("data-claim-sources"), sources),
        Column::with_role(
            "compared_source_ids",
            cx.t("data-compared-sources"),
            sources,
        ),
    ]);
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return out;
    };
    let all = &cx.catalog().data().claims;
    for (at, check) in overview.claims.iter().enumerate() {
        let Some(claim) = all.get(check.claim) else {
            continue;
        };
        let candidates: Vec<Option<&Candidate>> = if check.candidates.is_empty() {
            vec![None]
        } else {
            check.candidates.iter().map(Some).collect()
        };
        for candidate in candidates {
            let mut row = claim_cells(cx, at + 1, check, claim);
            row.extend(candidate_cells(cx, claim, candidate));
            row.push(Cell::list(&claim.sources));
            let sources = candidate.map(|candidate| candidate.sources.iter());
            row.push(Cell::list(sources.into_iter().flatten()));
            out.rows.push(row);
        }
    }
    out
}

fn claim_cells(cx: &Cx<'_>, number: usize, check: &ClaimCheck, claim: &Claim) -> Vec<Cell> {
    let interval = check.interval;
    vec![
        Cell::count(number),
        Cell::text(&claim.id),
        Cell::text(cx.text(&claim.text)),
        Cell::text(cx.text(&claim.speaker)),
        Cell::text(claim.date.to_string()),
        Cell::text(claim.period.clone().unwrap_or_default()),
        Cell::number(claim.value),
        Cell::number(claim.low),
        Cell::number(claim.high),
        Cell::text(qualifier_id(claim.qualifier)),
        Cell::text(claim.unit.clone().unwrap_or_default()),
        // An end that is open has no number.
        Cell::number(interval.map(|interval| interval.low)),
        Cell::number(interval.map(|interval| interval.high)),
        Cell::text(yes_no(cx, interval.is_some())),
        Cell::text(wording::verdict(cx, check)),
    ]
}

fn candidate_cells(cx: &Cx<'_>, claim: &Claim, candidate: Option<&Candidate>) -> Vec<Cell> {
    let Some(candidate) = candidate else {
        return vec![Cell::Missing; 9];
    };
    let (origin, ids) = origin(claim, candidate);
    let (fits, share) = match candidate.fit {
        Fit::Match => ("data-yes", None),
        Fit::ClaimBelow(share) => ("data-claim-below", share),
        Fit::ClaimAbove(share) => ("data-claim-above", share),
    };
    let years = candidate.missing_years.iter().map(i32::to_string);
    vec![
        Cell::text(wording::candidate_label(cx, candidate)),
        Cell::text(cx.t(origin)),
        Cell::list(ids),
        Cell::number(candidate.low),
        Cell::number(candidate.high),
        Cell::text(cx.t(fits)),
        Cell::number(share),
        Cell::text(yes_no(cx, candidate.estimated)),
        Cell::list(years),
    ]
}

/// What a number is made of, and the ids of that.
fn origin(claim: &Claim, candidate: &Candidate) -> (&'static str, Vec<String>) {
    match &candidate.origin {
        CandidateOrigin::Series => {
            let check = claim.checks.get(candidate.check);
            let ids = check.map(|check| check.series.iter().map(Id::to_string).collect());
            ("data-origin-series", ids.unwrap_or_default())
        }
        CandidateOrigin::List { programme, .. } => ("data-origin-list", vec![programme.clone()]),
        CandidateOrigin::Route { route, .. } => ("data-origin-route", vec![route.clone()]),
    }
}
