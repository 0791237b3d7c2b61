//! The language by example: how views read, and what is said of parts that are not understood.

use super::{DATASET, in_words, problem, understood};
use belt_explorer::{
    analysis::{
        prices::Prices,
        projects::{Column, InvestmentUnit, MoneyStage, YearBasis},
        trade::{Show, chart::Display, mirror::Margin},
        transit::{Ends, Holding, Question, Years},
    },
    app::{
        Tab, View,
        view::{
            OverviewRecord,
            text::{self, Expected, PARTS, Reason, Row, keys},
        },
    },
    dataset::schema::{Mode, RouteScope},
    i18n::Words,
};
use std::collections::BTreeSet;

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn a_filter_reads_as_one_would_type_it() {
    let text = "view:1 tab:projects status:operational -status:cancelled sector:pipelines,rail \
                text:\"china national\" years:2013..2019 chart.unit:share chart.stage:contracted \
                sort:name/asc select:khorgos-gateway";
    let view = understood(text);
    assert_eq!(text::write(&view, &DATASET), text);
    let filter = &view.projects.filter;
    assert_eq!(view.tab, Tab::Projects);
    assert_eq!(filter.facets["sector"].include, set(&["pipelines", "rail"]));
    assert_eq!(filter.facets["status"].include, set(&["operational"]));
    assert_eq!(filter.facets["status"].exclude, set(&["cancelled"]));
    assert_eq!(filter.years, Some((YearBasis::Announced, 2013, 2019)));
    assert_eq!(filter.text, "china national");
    assert_eq!(view.projects.chart.unit, InvestmentUnit::Share);
    assert_eq!(view.projects.chart.stage, MoneyStage::Contracted);
    assert_eq!(view.projects.sort.column, Column::Name);
    assert_eq!(view.projects.selected.as_deref(), Some("khorgos-gateway"));
}

#[test]
fn what_is_typed_by_hand_means_the_same() {
    let written =
        understood("view:1 sector:rail,pipelines text:\"china national\" years:2013..2019");
    for typed in [
        "sector:rail sector:pipelines \"china national\" year:2013..2019",
        "Year:announced/2013..2019\n  \"china national\"\tSECTOR:pipelines,rail view:1",
        "china years:2013..2019 national sector:pipelines sector:\"rail\"",
    ] {
        assert_eq!(understood(typed), written, "{typed}");
    }
}

#[test]
fn years_can_be_open() {
    let (first, last) = DATASET
        .projects
        .year_range(YearBasis::Announced)
        .expect("dated projects");
    let years = |text: &str| understood(text).projects.filter.years;
    let announced = |from, to| Some((YearBasis::Announced, from, to));
    assert_eq!(years("year:2013.."), announced(2013, last));
    assert_eq!(years("year:..2013"), announced(first, 2013));
    assert_eq!(years("year:2013"), announced(2013, 2013));
    assert_eq!(years("year:9998.."), announced(9998, 9998));
    let completed = Some((YearBasis::Completed, 2015, 2019));
    assert_eq!(years("years:completed/2015..2019"), completed);
    // Without a step the years are of the chart's, wherever it stands.
    assert_eq!(years("years:2015..2019 chart.basis:completed"), completed);
    for wrong in [
        "year:..",
        "year:2019..2013",
        "year:20x",
        "year:2013...",
        "year:99999",
    ] {
        let malformed = Reason::Malformed(Expected::Years);
        assert_eq!(problem(wrong), malformed, "{wrong}");
    }
}

#[test]
fn quotes_hold_blanks_commas_colons_and_quotes() {
    let mut view = View::default();
    for (plain, written) in [
        ("gas", "gas"),
        ("a b", "\"a b\""),
        ("a,b", "\"a,b\""),
        ("a:b", "\"a:b\""),
        ("say \"x\"", "\"say \\\"x\\\"\""),
        ("back\\slash", "\"back\\\\slash\""),
        ("two\nlines", "\"two\\nlines\""),
        ("-minus", "-minus"),
    ] {
        plain.clone_into(&mut view.projects.filter.text);
        let text = text::write(&view, &DATASET);
        assert_eq!(text, format!("view:1 text:{written}"));
        assert_eq!(understood(&text), view);
    }
}

#[test]
fn a_quote_left_open_is_a_fault_of_its_part_alone() {
    let reading = text::read("sector:rail text:\"china sort:name/asc", &DATASET);
    assert_eq!(
        in_words(&reading.problems),
        ["text:\"china: a quote is not closed"]
    );
    assert_eq!(reading.view, understood("sector:rail sort:name/asc"));
}

#[test]
fn records_without_a_value_can_be_asked_for() {
    let view = understood("region:not-stated");
    assert_eq!(view.projects.filter.facets["region"].include, set(&[""]));
    assert_eq!(text::write(&view, &DATASET), "view:1 region:not-stated");
    assert_eq!(understood("region:\"\""), view);
}

#[test]
fn a_value_is_never_on_both_sides() {
    let view = understood("sector:rail,pipelines -sector:rail");
    let choice = &view.projects.filter.facets["sector"];
    assert_eq!(choice.include, set(&["pipelines"]));
    assert_eq!(choice.exclude, set(&["rail"]));
}

#[test]
fn the_other_tabs_have_a_prefix() {
    let text = "view:1 tab:trade overview.all:yes overview.select:list/joint-list/2 trade.show:balance \
                trade.display:index/2013 trade.recorders:baci trade.years:2010..2020 \
                trade.prices:constant/2015 trade.margin:landlocked trade.select:2019 \
                sources.kind:statistics,news sources.years:2019 sources.sort:date/desc";
    let view = understood(text);
    assert_eq!(text::write(&view, &DATASET), text);
    assert!(view.overview.all_statements);
    let state = OverviewRecord::ListState("joint-list".into(), 1);
    assert_eq!(view.overview.selected, Some(state));
    let choice = &view.trade.choice;
    assert_eq!(choice.show, Show::Balance);
    assert_eq!(choice.display, Display::Index(2013));
    assert_eq!(choice.years, Some((2010, 2020)));
    assert_eq!(choice.prices, Prices::Constant(2015));
    assert_eq!(choice.margin, Margin::LANDLOCKED_NEIGHBOUR);
    assert_eq!(view.trade.selected_year, Some(2019));
    assert_eq!(view.sources.filter.years, Some((2019, 2019)));
    let own = understood("trade.margin:0.01/0.02/0.5").trade.choice.margin;
    assert_eq!(Some(own), Margin::new(0.01, 0.02, 0.5));
}

#[test]
fn of_the_question_about_transit_only_what_differs_is_written() {
    let own = Question::for_catalog(&DATASET.catalog);
    let mut view = View::default();
    let mut asked = own.clone();
    asked.modes = BTreeSet::from([Mode::Rail, Mode::Sea]);
    asked.scopes = BTreeSet::from([RouteScope::DoorToDoor]);
    asked.cargo.value_usd = 50_000.0;
    asked.cargo.holding = Holding::Market { h_per_day: 0.01 };
    view.transit.question = Some(asked.clone());
    let text = text::write(&view, &DATASET);
    assert_eq!(
        text,
        "view:1 transit.scopes:door transit.modes:rail,sea transit.value:50000 transit.holding:market/0.01"
    );
    assert_eq!(understood(&text).transit.question, Some(asked));
    let question = |text: &str| understood(text).transit.question;
    assert_eq!(question("transit.value:100000 transit.volume:off"), None);
    let all = question("transit.years:all").expect("differs");
    assert_eq!(all.years, None);
    let open = question("transit.years:2015..2016").expect("differs");
    assert_eq!(
        open.years,
        Some(Years {
            from: 2015,
            to: 2016
        })
    );
    let ends = question("transit.ends:any").expect("differs").ends;
    assert_eq!(ends, Ends::Any);
    let none = question("transit.scopes:none").expect("differs").scopes;
    assert!(none.is_empty());
}

/// One good value and one bad value of every part: a new part must be added here.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("view", "1", "one"),
    ("dataset", "kazakhstan-china", "elsewhere"),
    ("tab", "trade", "tarde"),
    ("group", "power", "powr"),
    ("status", "cancelled", "stopped"),
    ("programme", "joint-list", "no-list"),
    ("party", "", "nobody"),
    ("host", "", "nobody"),
    ("contractor", "", "nobody"),
    ("lender", "", "nobody"),
    ("region", "KZ-10", "XX-10"),
    ("sector", "rail", "rial"),
    ("instrument", "loan", "lone"),
    ("place", "town", "village"),
    ("evidence", "news", "press"),
    ("proof", "press", "news"),
    ("conflict", "yes", "maybe"),
    ("contested", "yes", "maybe"),
    ("counted", "stopped", "halted"),
    ("text", "gas", "\"gas"),
    ("chart.basis", "started", "ended"),
    ("years", "2013..", "2013..2012"),
    ("amount", "10.5..500,not-stated", "5..1"),
    ("area", "41..44,60..75", "44..41,60..75"),
    ("against", "\"sector:rail gas\"", "\"sector:rail"),
    ("against.axes", "own", "both"),
    ("picture", "map", "maps"),
    ("chart.unit", "share", "shares,money"),
    ("chart.by", "status", ""),
    ("chart.stage", "paid", "owed"),
    ("chart.prices", "constant/2015", "2015"),
    ("breakdown.by", "years", "year"),
    ("outcomes.by", "division", "sector"),
    ("map.at", "45,70,3", "45,70,300"),
    ("sort", "name", "name/up"),
    ("table.columns", "amount,name", "colour"),
    ("table.frozen", "2", "99"),
    ("table.group", "lender", "colour"),
    ("select", "khorgos-gateway", "khorgos-gatewya"),
    ("overview.all", "yes", "maybe"),
    ("overview.select", "claim/c001", "claim/c0001x"),
    ("trade.show", "balance", "balancing"),
    ("trade.display", "growth", "index/x"),
    ("trade.gap", "mean", "median"),
    ("trade.flow", "imports", "import"),
    ("trade.investment", "stock", "stocks"),
    ("trade.product", "HS-61+62", "HS-999"),
    ("trade.recorders", "baci", "nobody"),
    ("trade.years", "2010..", "..2020.."),
    ("trade.prices", "constant/2015", "constant"),
    ("trade.margin", "landlocked", "0.3/0.2/0.1"),
    ("trade.partners", "RUS,DEU", "XXX"),
    ("trade.ranking-year", "2019", "19xx"),
    ("trade.ranking-recorder", "baci", "baki"),
    ("trade.select", "2019", "-1"),
    ("transit.years", "all", "none"),
    ("transit.scopes", "door,terminal", "doors"),
    ("transit.forecasts", "yes", "1"),
    ("transit.modes", "rail,sea", "boat"),
    ("transit.ends", "any", "almaty"),
    ("transit.value", "50000", "-5"),
    ("transit.tonnes", "12.5", "0"),
    ("transit.feu", "0.5", "1e9"),
    ("transit.volume", "60", "big"),
    ("transit.holding", "owner/0.25/0", "owner/25"),
    ("transit.reliability", "0.4", "inf"),
    ("transit.carbon", "80", "NaN"),
    ("transit.picture", "value-cost", "value"),
    ("transit.sort", "days/desc", "day"),
    ("transit.select", "rail-manzhouli", "rail-manzholi"),
    ("sources.text", "customs", "\"customs"),
    ("sources.kind", "news", "press"),
    ("sources.publisher", "", "Nobody's Press"),
    ("sources.area", "events", "event"),
    ("sources.years", "..2015", "20..15"),
    ("sources.sort", "date/desc", "dates"),
    ("sources.select", "", "no-such-source"),
];

/// The first value of the dataset, where the table above names none.
fn first_of(key: &str) -> String {
    let sources = &DATASET.catalog.data().sources;
    let party = || {
        let mut facets = DATASET.projects.facets.iter().zip(keys().skip(3));
        let column = facets.find(|(_, facet)| *facet == key);
        column.map(|(column, _)| column.values[0].id.clone())
    };
    let publisher = || sources.iter().find_map(|source| source.publisher.clone());
    let value = match key {
        "party" | "host" | "contractor" | "lender" => party(),
        "sources.publisher" => publisher(),
        _ => Some(sources[0].id.clone()),
    };
    format!("\"{}\"", value.expect("the dataset has one"))
}

#[test]
fn every_part_is_read_and_written() {
    let examples: Vec<&str> = EXAMPLES.iter().map(|(key, ..)| *key).collect();
    assert_eq!(examples, keys().collect::<Vec<_>>());
    for (key, good, _) in EXAMPLES {
        let good = match *good {
            "" => first_of(key),
            good => good.to_owned(),
        };
        let view = understood(&format!("{key}:{good}"));
        if matches!(*key, "view" | "dataset") {
            assert_eq!(view, View::default());
            continue;
        }
        assert_ne!(view, View::default(), "{key}:{good} changes nothing");
        let written = text::write(&view, &DATASET);
        let part = format!("view:1 {key}:");
        assert!(written.starts_with(&part), "{written}");
        assert_eq!(understood(&written), view);
    }
}

#[test]
fn every_bad_part_is_one_problem_and_changes_nothing() {
    for (key, _, bad) in EXAMPLES {
        let part = format!("{key}:{bad}");
        let part = match *key {
            "sources.publisher" => "sources.publisher:\"Nobody's Press\"".to_owned(),
            _ => part,
        };
        let text = format!("tab:sources sector:pipelines {part}");
        let reading = text::read(&text, &DATASET);
        let words = in_words(&reading.problems);
        assert_eq!(words.len(), 1, "{part}: {words:?}");
        assert_eq!(reading.problems[0].part, part);
        if !matches!(*key, "tab" | "sector") {
            assert_eq!(
                reading.view,
                understood("tab:sources sector:pipelines"),
                "{part}"
            );
        }
    }
}

/// A tab given twice is a problem of its own, apart from a tab that does not exist.
#[test]
fn problems_are_said_in_words() {
    for (text, said) in [
        (
            "tarde.show:balance",
            "tarde.show:balance: there is no such part; did you mean “trade.show”?",
        ),
        (
            "https://example.org",
            "https://example.org: there is no such part",
        ),
        (
            "tab:project",
            "tab:project: “project” is none of overview, projects, trade, transit, sources; did you mean “projects”?",
        ),
        (
            "sector:rail,rial",
            "sector:rail,rial: the dataset has no “rial”; did you mean “rail”?",
        ),
        (
            "tab:trade tab:sources",
            "tab:sources: given twice; the first one counts",
        ),
        (
            "view:2 sector:rail",
            "view:2: this view was made by a later version of the program",
        ),
        ("view:0", "view:0: the version is a whole number from 1"),
        (
            "dataset:x",
            "dataset:x: this view was made of the dataset “x”, which is not the open one",
        ),
        (
            "-tab:trade",
            "-tab:trade: only facets can be excluded with a minus",
        ),
        ("-gas", "-gas: only facets can be excluded with a minus"),
        ("tab:", "tab:: a value is missing"),
        ("sector:rail,", "sector:rail,: a value is missing"),
        (
            "tab:trade,sources",
            "tab:trade,sources: only one value fits here",
        ),
        (
            "transit.feu:0",
            "transit.feu:0: the number must lie between 0.5 and 10,000",
        ),
    ] {
        let reading = text::read(text, &DATASET);
        assert_eq!(in_words(&reading.problems), [said]);
    }
}

#[test]
fn a_part_that_is_half_understood_keeps_that_half() {
    let view = text::read(
        "sector:rail,rial trade.partners:XXX,DEU sources.kind:news,press",
        &DATASET,
    )
    .view;
    assert_eq!(
        text::write(&view, &DATASET),
        "view:1 sector:rail trade.partners:DEU sources.kind:news"
    );
}

#[test]
fn a_list_of_problems_counts_what_it_does_not_show() {
    let text = "x:1 ".repeat(13);
    let problems = text::read(&text, &DATASET).problems;
    let list = text::list(&problems, &Words::new("en"));
    assert_eq!(list.lines().count(), 11);
    assert!(list.ends_with("and 3 more"), "{list}");
    let long = format!("x:{}", "y".repeat(500));
    let words = in_words(&text::read(&long, &DATASET).problems);
    assert!(words[0].chars().count() < 150, "{}", words[0]);
}

#[test]
fn the_table_has_a_row_for_each_choice_and_one_for_all_facets() {
    let facets = PARTS.iter().filter(|row| matches!(row, Row::Facets));
    assert_eq!(facets.count(), 1);
}

#[test]
fn the_table_is_laid_out_and_sorted_by_several_keys() {
    let text::Reading { view, problems } = text::read(
        "sort:sector,amount/desc,sector/desc table.columns:amount,name table.group:LENDER",
        &DATASET,
    );
    assert!(problems.is_empty(), "{problems:?}");
    let order = view.projects.order();
    let columns: Vec<Column> = order.iter().map(|key| key.column).collect();
    assert_eq!(
        columns,
        [Column::Sector, Column::Amount],
        "a column orders once"
    );
    assert!(order[1].descending);
    assert_eq!(view.projects.table.columns, [Column::Amount, Column::Name]);
    assert_eq!(view.projects.table.group.as_deref(), Some("lender"));
    let text::Reading { view, problems } = text::read(
        "sort:amount,soon table.group:colour table.columns:name,colour",
        &DATASET,
    );
    assert_eq!(problems.len(), 3);
    assert_eq!(view.projects.table.columns, [Column::Name]);
}
