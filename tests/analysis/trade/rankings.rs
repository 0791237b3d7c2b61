//! Partners and products of a year.

use super::support::{assert_close, ranking_of, world};
use belt_explorer::analysis::trade::Notice;
use belt_explorer::analysis::trade::ranking::{Base, Traded, partners, products};
use belt_explorer::dataset::schema::{Id, RecorderKind};

#[test]
fn partners_are_ranked_without_groups_and_the_world() {
    let ranking =
        partners(&world(), &ranking_of("arda-stat", Traded::Exports, 2020)).expect("data");
    let ids: Vec<&str> = ranking.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["CRO", "BEL"]);
    assert_eq!(ranking.rank("BEL"), Some(2));
    assert_eq!(ranking.rank("PRT"), None);
    assert_close(ranking.rows[1].share, 0.25);
    assert_eq!(ranking.territories[0].id, "PRT");
    assert_eq!(ranking.groups[0].id, "UNI");
    assert_eq!(
        (ranking.base, ranking.whole.value),
        (Base::Published, Some(400.0))
    );
    assert_eq!(ranking.listed.value, Some(300.0));
    assert_eq!((ranking.listed.n_used, ranking.listed.n_missing), (3, 1));
    assert_close(ranking.rest, 100.0);
    assert_close(ranking.coverage(), 0.75);
    let concentration = ranking.concentration.expect("shares");
    assert_close(concentration.low, 0.4 * 0.4 + 0.25 * 0.25 + 0.1 * 0.1);
    assert_close(concentration.high, concentration.low + 0.0625);
    let sources: Vec<Id> = ranking.sources().into_iter().collect();
    assert_eq!(sources, ["new", "world"]);
}

#[test]
fn a_turnover_needs_both_directions() {
    let ranking =
        partners(&world(), &ranking_of("arda-stat", Traded::Turnover, 2020)).expect("data");
    let rows: Vec<(&str, f64)> = ranking
        .rows
        .iter()
        .map(|r| (r.id.as_str(), r.point.value))
        .collect();
    assert_eq!(rows, [("BEL", 310.0), ("CRO", 200.0)]);
    assert_eq!(ranking.whole.value, Some(1000.0));
    assert_eq!(ranking.listed.n_missing, 2, "exports alone are no turnover");
}

#[test]
fn a_year_without_a_published_total_uses_what_is_listed() {
    let ranking =
        partners(&world(), &ranking_of("arda-stat", Traded::Exports, 2019)).expect("data");
    assert_eq!(
        (ranking.base, ranking.whole.value),
        (Base::Listed, Some(110.0))
    );
    assert_eq!(ranking.rest, None);
    let shares: f64 = ranking.rows.iter().filter_map(|row| row.share).sum();
    assert_close(shares, 1.0);
    assert!(partners(&world(), &ranking_of("nobody", Traded::Exports, 2019)).is_none());
}

#[test]
fn products_of_one_level_and_edition_with_the_rest_computed() {
    let catalog = world();
    let question = ranking_of("arda-stat", Traded::Exports, 2020);
    let ranking = products(&catalog, &question, "BEL", 2).expect("data");
    let ids: Vec<&str> = ranking.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(
        ids,
        ["HS1-27", "HS1-26"],
        "six digits and other editions stay out"
    );
    assert_close(ranking.rows[0].share, 0.5);
    assert_close(ranking.rest, 20.0);
    assert_close(ranking.coverage(), 0.8);
    assert_eq!(ranking.notices, [Notice::OtherEdition { n: 1 }]);
    assert!(ranking.groups.is_empty() && ranking.territories.is_empty());
}

#[test]
fn products_above_the_published_total_are_reported() {
    let question = ranking_of("arda-stat", Traded::Exports, 2021);
    let ranking = products(&world(), &question, "BEL", 2).expect("data");
    assert_eq!(ranking.notices, [Notice::PartsExceedWhole { excess: 20.0 }]);
    assert_eq!((ranking.rest, ranking.concentration), (None, None));
}

#[test]
fn reconciled_products_are_a_ranking_of_their_own() {
    let question = ranking_of("blend", Traded::Exports, 2020);
    let ranking = products(&world(), &question, "BEL", 2).expect("data");
    assert_eq!(ranking.recorder_kind, RecorderKind::Reconciled);
    let rows: Vec<&str> = ranking.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(rows, ["HS1-27", "HS1-74"]);
    assert_eq!(ranking.sources().into_iter().collect::<Vec<_>>(), ["blend"]);
}
