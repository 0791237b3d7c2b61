//! Claim check, lists and the overview: the worked examples of their definitions, and the default dataset.

use belt_explorer::analysis::claims::{
    CandidateOrigin, ClaimCheck, Fit, Interval, Verdict, check_claim, check_statement,
};
use belt_explorer::analysis::overview::overview;
use belt_explorer::analysis::programme::{Rest, Split, latest_range, main_programme, points};
use belt_explorer::dataset::catalog::Catalog;
use belt_explorer::dataset::read::{self, Origin};
use belt_explorer::dataset::schema::{
    Dataset, Ids, ListNumber, ListPart, PartialDate, ProgrammeState, Qualifier, Scope, Stage,
    StatePart,
};
use std::ops::ControlFlow;

fn close(actual: f64, expected: f64) {
    assert!(
        (actual - expected).abs() < 1e-6,
        "{actual} is not {expected}"
    );
}

fn bounds(interval: Interval) -> (f64, f64) {
    (interval.low, interval.high)
}

fn is_about(interval: Interval, low: f64, high: f64) {
    close(interval.low, low);
    close(interval.high, high);
}

#[test]
fn a_plain_number_means_half_a_unit_of_its_last_digit() {
    is_about(Interval::stated(12.0, None), 11.5, 12.5);
    is_about(Interval::stated(5.5, None), 5.45, 5.55);
    let jobs = Interval::stated(20_000.0, None);
    is_about(jobs, 15_000.0, 25_000.0);
    assert!(jobs.ambiguous_zeros && !Interval::stated(12.0, None).ambiguous_zeros);
    // The upper bound is the start of the next rounding: 12.5 is already 13.
    assert_eq!(Interval::stated(12.0, None).fit(11.5, 11.5), Fit::Match);
    assert!(matches!(
        Interval::stated(12.0, None).fit(12.5, 12.5),
        Fit::ClaimBelow(_)
    ));
    is_about(Interval::stated(0.0, None), -0.5, 0.5);
}

#[test]
fn words_widen_a_number() {
    is_about(Interval::stated(27.6, Some(Qualifier::About)), 24.84, 30.36);
    // Ten per cent, and at least the rounding: of 5 that is more.
    is_about(Interval::stated(5.0, Some(Qualifier::About)), 4.5, 5.5);
    is_about(Interval::stated(20.0, Some(Qualifier::About)), 15.0, 25.0);
    is_about(Interval::stated(40.0, Some(Qualifier::Nearly)), 36.0, 40.0);
    assert!(matches!(
        Interval::stated(40.0, Some(Qualifier::Nearly)).fit(40.0, 40.0),
        Fit::ClaimBelow(_)
    ));
    let over = Interval::stated(24.0, Some(Qualifier::MoreThan));
    assert_eq!(bounds(over), (24.0, f64::INFINITY));
    assert_eq!(over.fit(24.0, 24.0), Fit::Match);
    let most = Interval::stated(24.0, Some(Qualifier::UpTo));
    assert_eq!(bounds(most), (f64::NEG_INFINITY, 24.0));
    assert_eq!(most.fit(24.0, 24.0), Fit::Match);
}

#[test]
fn two_to_three_times_is_a_range_of_the_base() {
    is_about(Interval::rounded(15.0).times(2.0, 3.0), 29.0, 46.5);
}

#[test]
fn the_deviation_is_a_share_of_the_number_it_is_compared_with() {
    let claim = Interval::rounded(12.0);
    assert_eq!(claim.fit(11.7, 11.7), Fit::Match);
    let Fit::ClaimBelow(Some(share)) = claim.fit(19.9, 19.9) else {
        panic!("12 is below 19.9")
    };
    close(share, 0.371_859);
    let Fit::ClaimAbove(Some(share)) = claim.fit(10.0, 10.0) else {
        panic!("12 is above 10")
    };
    close(share, 0.15);
    // A range counts with its nearest end.
    assert_eq!(claim.fit(5.0, 11.6), Fit::Match);
    let Fit::ClaimBelow(Some(share)) = claim.fit(25.0, 30.0) else {
        panic!("12 is below 25 to 30")
    };
    close(share, 0.5);
    assert_eq!(claim.fit(0.0, 0.0), Fit::ClaimAbove(None));
}

/// A dataset with a claim of 12 and the two series of the worked example.
fn example(checks: &str) -> Catalog {
    let text = format!(
        r#"#![enable(implicit_some)]
        (
            series: [
                (id: "a", measure: "m", recorder: "r", unit: "USD m", sources: ["s"], values: {{2018: 11700, 2017: 10000}}),
                (id: "b", measure: "m", recorder: "r", unit: "USD m", sources: ["t"], values: {{2018: 19900}},
                    marks: {{2018: (kind: Estimate, sources: ["u"])}}),
                (id: "part", measure: "m", recorder: "r", unit: "USD m", sources: ["s"], values: {{2018: 11900}},
                    marks: {{2018: (kind: PartialYear)}}),
            ],
            claims: [(id: "c", date: "2019", speaker: {{}}, text: {{}}, topic: "turnover", value: 12, unit: "USD bn",
                sources: ["s"], checks: [{checks}])],
        )"#
    );
    Catalog::build(ron::from_str::<Dataset>(&text).expect("a dataset"))
}

fn check(catalog: &Catalog) -> ClaimCheck {
    check_claim(catalog, 0, &catalog.data().claims[0])
}

#[test]
fn a_verdict_names_the_definitions() {
    let own = r#"(label: {"en": "own"}, series: ["a"], year: 2018, factor: 0.001)"#;
    let other = r#"(label: {"en": "other"}, series: ["b"], year: 2018, factor: 0.001)"#;
    let both = check(&example(&format!("{own}, {other}")));
    assert_eq!(both.verdict, Verdict::MatchesOnlyUnder { matching: 1 });
    assert_eq!(both.candidates[0].fit, Fit::Match);
    assert!(both.candidates[1].estimated);
    // A year with sources of its own rests on these alone.
    assert!(both.candidates[1].sources.iter().eq(["u"]));
    assert_eq!(check(&example(own)).verdict, Verdict::Matches);
    let Verdict::BelowAll(Some(share)) = check(&example(other)).verdict else {
        panic!("below")
    };
    close(share, 0.371_859);
    assert_eq!(check(&example("")).verdict, Verdict::CannotBeChecked);
}

#[test]
fn sums_over_years_name_what_is_missing_and_part_years_do_not_count() {
    let since = r#"(label: {}, series: ["a"], since: 2015, year: 2018, factor: 0.001)"#;
    let sum = check(&example(since));
    close(sum.candidates[0].low, 21.7);
    assert_eq!(sum.candidates[0].missing_years, [2015, 2016]);
    let part = check(&example(
        r#"(label: {}, series: ["part"], year: 2018, factor: 0.001)"#,
    ));
    assert_eq!(
        (part.verdict, part.unmet.as_slice()),
        (Verdict::CannotBeChecked, &[0][..])
    );
    // In a single year every series must have its number.
    let two = check(&example(
        r#"(label: {}, series: ["a", "b"], year: 2017, factor: 0.001)"#,
    ));
    assert_eq!(two.unmet, [0]);
}

fn part(count: impl Into<Option<u32>>, money_m: impl Into<Option<f64>>) -> StatePart {
    StatePart {
        count: count.into(),
        money_m: money_m.into(),
        qualifier: None,
    }
}

fn statement_of_2019() -> ProgrammeState {
    ProgrammeState {
        date: PartialDate::from_year(2019),
        said_by: [].into(),
        scope: Scope::List,
        total: part(55, 27_000.0),
        implemented: part(12, None),
        launching: part(5, 310.0),
        under_way: part(11, 5_500.0),
        preparation: StatePart::default(),
        jobs: Some(20_000),
        sources: Ids::new(),
        note: None,
    }
}

#[test]
fn a_list_is_split_only_as_far_as_it_is_stated() {
    let split = Split::of(&statement_of_2019());
    close(
        split.share_of(&[ListPart::Implemented]).expect("a share"),
        0.218_182,
    );
    let begun = [
        ListPart::Implemented,
        ListPart::Launching,
        ListPart::UnderWay,
    ];
    close(split.share_of(&begun).expect("a share"), 0.509_091);
    assert_eq!(split.share_of(&[ListPart::Preparation]), None);
    close(
        split.average_m(ListPart::Total).expect("an average"),
        490.909_091,
    );
    close(
        split.average_m(ListPart::Launching).expect("an average"),
        62.0,
    );
    close(
        split.average_m(ListPart::UnderWay).expect("an average"),
        500.0,
    );
    assert_eq!(split.average_m(ListPart::Implemented), None);
    assert_eq!(split.rest_count, Rest::NotStated(27.0));
    assert_eq!(split.rest_money_m, Rest::NotStated(21_190.0));
    assert!(!split.exceeds());
}

#[test]
fn parts_above_the_whole_are_noticed() {
    let mut state = statement_of_2019();
    state.implemented = part(12, 3_800.0);
    state.preparation = part(27, 18_100.0);
    let split = Split::of(&state);
    assert_eq!(split.rest_count, Rest::Left(0.0));
    assert_eq!(split.rest_money_m, Rest::Left(-710.0));
    assert!(split.exceeds());
    assert_eq!(
        Split::of(&ProgrammeState {
            total: StatePart::default(),
            ..state
        })
        .rest_count,
        Rest::Unknown
    );
}

fn default_dataset() -> Catalog {
    let loaded = read::load(&Origin::Embedded, &mut |_| ControlFlow::Continue(()));
    loaded.expect("not stopped").catalog.expect("no errors")
}

#[test]
fn the_headline_statement_has_a_verdict_for_every_number() {
    let catalog = default_dataset();
    let headline = catalog
        .meta()
        .and_then(|meta| meta.headline_statement.clone())
        .expect("a headline");
    let checks = check_statement(&catalog, &headline);
    let of = |id: &str| {
        let position = catalog.claim_index(id).expect("a claim");
        checks
            .iter()
            .find(|check| check.claim == position)
            .expect("checked")
    };
    let turnover = of("c002");
    assert_eq!(turnover.verdict, Verdict::MatchesOnlyUnder { matching: 1 });
    let sum = |ids: [&str; 2]| -> f64 {
        ids.iter()
            .map(|id| catalog.series(id).expect("a series").values[&2018])
            .sum::<f64>()
            / 1000.0
    };
    close(
        turnover.candidates[0].low,
        sum(["trade-kaz-export-chn-dots", "trade-kaz-import-chn-dots"]),
    );
    close(
        turnover.candidates[1].low,
        sum(["trade-chn-export-kaz-dots", "trade-chn-import-kaz-dots"]),
    );
    // 5.5 of the prime minister against 7.1 of the embassy.
    let under_way = of("c007");
    assert!(matches!(
        under_way.verdict,
        Verdict::MatchesOnlyUnder { .. }
    ));
    assert!(
        under_way
            .candidates
            .iter()
            .all(|c| matches!(c.origin, CandidateOrigin::List { .. }))
    );
    assert!(
        under_way
            .candidates
            .iter()
            .any(|c| (c.low - 7.1).abs() < 1e-9)
    );
    for check in &checks {
        let claim = &catalog.data().claims[check.claim];
        let number = claim.value.or(claim.low).or(claim.high);
        assert_eq!(
            number.is_none(),
            check.verdict == Verdict::NoNumber,
            "{}",
            claim.id
        );
        assert!(
            check.unmet.is_empty(),
            "{}: a check finds no number",
            claim.id
        );
    }
    let compared = checks
        .iter()
        .filter(|check| !check.candidates.is_empty())
        .count();
    assert!(compared >= 9, "{compared} claims are compared");
}

#[test]
fn only_a_part_year_leaves_a_check_of_the_default_dataset_without_a_number() {
    let catalog = default_dataset();
    let claims = catalog.data().claims.iter().enumerate();
    let unmet: Vec<&str> = claims
        .filter(|(position, claim)| !check_claim(&catalog, *position, claim).unmet.is_empty())
        .map(|(_, claim)| claim.id.as_str())
        .collect();
    // The deals of 2025 are listed up to the middle of the year; the claim is about all of it.
    assert_eq!(unmet, ["c106"]);
}

#[test]
fn the_overview_counts_what_the_dataset_says() {
    let catalog = default_dataset();
    let overview = overview(&catalog);
    let turnover = overview.turnover.expect("turnover");
    assert_eq!(turnover.marks.len(), 2, "one mark a side");
    let stages = overview.stages;
    assert_eq!(stages.total(), catalog.data().projects.len());
    let done = catalog.data().projects.iter().filter(|project| {
        let last = project
            .status
            .last()
            .and_then(|entry| catalog.status(&entry.status));
        last.is_some_and(|status| status.stage == Stage::Done)
    });
    assert_eq!(stages.done, done.count());
    let dates: Vec<_> = overview
        .events
        .iter()
        .map(|at| catalog.data().events[*at].date)
        .collect();
    assert!(dates.is_sorted() && dates.len() == catalog.data().events.len());
    let list = overview.list.expect("a list");
    let programme = main_programme(&catalog).expect("a programme");
    assert_eq!(programme.id, list.programme);
    let count = latest_range(programme, ListNumber::Count, 2).expect("counts");
    assert!(
        count
            .values
            .iter()
            .any(|(_, value)| (*value - count.latest).abs() < 1e-9)
    );
    assert!(
        points(programme)
            .iter()
            .any(|point| point.scope == Scope::Wider && point.count == Some(224.0))
    );
}
