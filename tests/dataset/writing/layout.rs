//! The layout: comments stay, meaning stays, and a second time changes nothing.

use super::{ron_files, root};
use belt_explorer::dataset::format::{Refusal, format};
use belt_explorer::dataset::read::ron_options;
use belt_explorer::dataset::schema::Dataset;
use proptest::prelude::*;
use std::fs;

fn formatted(text: &str) -> String {
    let once = format(text).unwrap_or_else(|refusal| panic!("{refusal:?}: {text}"));
    let twice = format(&once).unwrap_or_else(|refusal| panic!("{refusal:?}: {once}"));
    assert_eq!(once, twice, "a second time changes it");
    once
}

#[track_caller]
fn becomes(text: &str, expected: &str) {
    assert_eq!(formatted(text), expected);
}

#[test]
fn a_packed_file_becomes_one_record_a_line() {
    becomes(
        r#"(countries:[(id:"A",name:{"en":"Aland"},),(id:"B",name:{"en":"Bland"})],events:[])"#,
        "(
    countries: [
        (id: \"A\", name: {\"en\": \"Aland\"}),
        (id: \"B\", name: {\"en\": \"Bland\"}),
    ],
    events: [],
)
",
    );
}

#[test]
fn what_is_open_stays_open_and_what_is_too_long_opens() {
    let long = "x".repeat(100);
    becomes(
        &format!(
            "(countries: [(\n  id: \"A\", name: {{\"en\": \"Aland\"}}), (id: \"B\", name: {{\"en\": \"{long}\"}})])"
        ),
        &format!(
            "(
    countries: [
        (
            id: \"A\",
            name: {{\"en\": \"Aland\"}},
        ),
        (
            id: \"B\",
            name: {{
                \"en\": \"{long}\",
            }},
        ),
    ],
)
"
        ),
    );
}

#[test]
fn comments_stay_where_they_belong() {
    becomes(
        "// top
#![enable(implicit_some)]
/* second */

( // first section
countries: [ // all of them


  // about A
  (id: \"A\", /* its name */ name: {\"en\": \"Aland\"}), // beside A
  (id: /* odd */ \"B\", name: {\"en\": \"Bland\"} // in B
  )
  // after all
  ,
  // below
],
regions: [/* none */], events: [
// yet
]) // end
// footer",
        "// top
#![enable(implicit_some)]
/* second */

(
    // first section
    countries: [
        // all of them

        // about A
        (
            id: \"A\", /* its name */
            name: {\"en\": \"Aland\"},
        ), // beside A
        (
            // odd
            id: \"B\",
            name: {\"en\": \"Bland\"}, // in B
        ),
        // after all
        // below
    ],
    /* none */
    regions: [],
    events: [
        // yet
    ],
) // end
// footer
"
        .replace("// odd", "/* odd */")
        .as_str(),
    );
}

#[test]
fn years_fill_their_lines_and_keep_their_comments() {
    let years: Vec<_> = (1990..2012)
        .map(|year| format!("{year}: {year}.5"))
        .collect();
    let series = |values: &str| {
        format!(
            "(series: [(\nid: \"s\", measure: \"m\", recorder: \"r\", unit: \"t\", sources: [\"x\"], values: {{\n{values}}})])"
        )
    };
    let text = formatted(&series(&years.join(",\n")));
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(".5")).collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines.iter().all(|line| line.len() <= 99), "{text}");
    let text = formatted(&series(
        "1990: 1, // first\n1991: 2, 1992: 3,\n\n// later\n1993: 4, 1994: 5",
    ));
    let expected = "            values: {
                1990: 1, // first
                1991: 2, 1992: 3,

                // later
                1993: 4, 1994: 5,
            },
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn words_texts_and_numbers_are_copied_as_they_are() {
    let text = r##"(events: [(id: r#"a"b"#, date: "2019", title: Some({"en": "\u{41} \"//\" /* no comment */ ','"}), kind: Trade, sources: ["x"])])"##;
    let text = text.replace("Some({", "{").replace("\"}),", "\"},");
    let out = formatted(&text);
    for part in [r##"r#"a"b"#"##, r#""\u{41} \"//\" /* no comment */ ','""#] {
        assert!(out.contains(part), "{out}");
    }
    let meta = r#"(meta: Meta(schema: 0x1, id: "x", version: "1", title: {}, home: "A", partner: "B", as_of: "2019", licence: Some("two
lines"), currency: "USD", price_base: Some(2_015)))"#;
    let out = formatted(meta);
    for part in [
        "meta: Meta(\n",
        "schema: 0x1,",
        "licence: Some(",
        "\"two\nlines\"",
        "Some(2_015)",
    ] {
        assert!(out.contains(part), "no {part} in {out}");
    }
}

#[test]
fn other_line_ends_and_tabs_become_the_usual_ones() {
    becomes(
        "(\r\n\tevents: [],\r\n\r\n\r\n\r\n\tclaims: [], // c\r\n)\r\n",
        "(\n    events: [],\n\n    claims: [], // c\n)\n",
    );
}

#[test]
fn what_is_no_dataset_is_refused() {
    for text in ["", "(", "(eventz: [])", "(events: [)]", "() ()"] {
        assert_eq!(format(text), Err(Refusal::Unreadable), "{text}");
    }
    assert_eq!(format("()").as_deref(), Ok("()\n"));
}

#[test]
fn every_dataset_of_the_tests_keeps_its_meaning() {
    let options = ron_options();
    for folder in [
        "tests/fixtures/good",
        "tests/fixtures",
        "tests/fixtures/bad",
    ] {
        for path in ron_files(&root().join(folder)) {
            let text = fs::read_to_string(&path).expect("a text");
            let Ok(before) = options.from_str::<Dataset>(&text) else {
                continue;
            };
            let out = format(&text).unwrap_or_else(|_| panic!("{} is refused", path.display()));
            // As text, because a number that is none differs from itself.
            let after = options.from_str::<Dataset>(&out).expect("a dataset");
            assert_eq!(format!("{after:?}"), format!("{before:?}"));
            assert_eq!(format(&out), Ok(out.clone()), "{}", path.display());
        }
    }
}

/// What can stand between two tokens.
fn blank() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just(" ".to_owned()),
        3 => Just("\n".to_owned()),
        1 => Just("\n\n\n".to_owned()),
        1 => Just("\t".to_owned()),
        1 => "// [a-z,:()\\[\\]{}\"/*]{0,8}\n",
        1 => "/\\* ?[a-z,:()\\[\\]{}\"]{0,8}\n?[a-z]{0,3} \\*/",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

const TOKENS: &[&str] = &[
    "(",
    "series",
    ":",
    "[",
    "(",
    "id",
    ":",
    "\"a, // b\"",
    ",",
    "measure",
    ":",
    "r#\"m\"#",
    ",",
    "recorder",
    ":",
    "\"r\"",
    ",",
    "unit",
    ":",
    "\"t\"",
    ",",
    "months",
    ":",
    "(",
    "1",
    ",",
    "6",
    ")",
    ",",
    "sources",
    ":",
    "[",
    "\"x\"",
    ",",
    "\"y\"",
    "]",
    ",",
    "values",
    ":",
    "{",
    "2019",
    ":",
    "-1.5",
    ",",
    "2020",
    ":",
    "1e3",
    ",",
    "}",
    ",",
    "marks",
    ":",
    "{",
    "2019",
    ":",
    "(",
    "kind",
    ":",
    "Note",
    ")",
    "}",
    ",",
    ")",
    ",",
    "]",
    ",",
    "claims",
    ":",
    "[",
    "]",
    ")",
];

proptest! {
    /// Whatever white space and comments stand between the tokens: all comments are kept in
    /// their order, the data is the same, and a second time changes nothing.
    #[test]
    fn any_layout_keeps_words_and_comments(blanks in prop::collection::vec(blank(), TOKENS.len() + 1)) {
        let mut text = blanks[0].clone();
        for (token, blank) in TOKENS.iter().zip(&blanks[1..]) {
            text.push_str(token);
            text.push_str(blank);
        }
        let once = format(&text);
        prop_assert!(once.is_ok(), "{once:?}\n{text}");
        let once = once.expect("just looked at");
        prop_assert_eq!(format(&once), Ok(once.clone()));
        let options = ron_options();
        prop_assert_eq!(options.from_str::<Dataset>(&text).ok(), options.from_str::<Dataset>(&once).ok());
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect::<String>();
        let (mut before, mut after): (Vec<_>, Vec<_>) = (letters(&text).chars().collect(), letters(&once).chars().collect());
        before.sort_unstable();
        after.sort_unstable();
        prop_assert_eq!(before, after);
    }
}
