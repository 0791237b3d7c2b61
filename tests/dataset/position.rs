//! Places of values in a text: against texts written with known places, and against anything.

use belt_explorer::dataset::place::Step;
use belt_explorer::dataset::position::{LineColumn, Lines, enclosing, locate};
use proptest::prelude::*;
use std::ops::Range;

fn one<'t>(text: &'t str, path: &[Step<'_>]) -> Option<&'t str> {
    let span = locate(text, &[path.to_vec()]).pop().flatten()?;
    text.get(span)
}

const fn field(name: &'static str) -> Step<'static> {
    Step::Field(name)
}

#[test]
fn values_are_found_through_everything_ron_allows() {
    let text = r##"#![enable(implicit_some)]
    /* outer /* inner ) */ ] */ Dataset(
        a: [ "]", r#"x"]"#, ']', '\'', (1, 2.5), ], // ( comment
        b: Some(Inner(r#type: -1e-5, d: { 2019: 5, 2020 : (kind: Note), })),
        c: b"\"", e: (),
    )"##;
    let a = field("a");
    let b = field("b");
    assert_eq!(one(text, &[a, Step::Index(1)]), Some(r##"r#"x"]"#"##));
    assert_eq!(one(text, &[a, Step::Index(2)]), Some("']'"));
    assert_eq!(one(text, &[a, Step::Index(3)]), Some(r"'\''"));
    assert_eq!(one(text, &[a, Step::Index(4), Step::Index(1)]), Some("2.5"));
    assert_eq!(one(text, &[b, field("type")]), Some("-1e-5"));
    assert_eq!(one(text, &[b, field("d"), Step::Key(2019)]), Some("5"));
    assert_eq!(
        one(text, &[b, field("d"), Step::Key(2020), field("kind")]),
        Some("Note")
    );
    assert_eq!(one(text, &[field("c")]), Some(r#"b"\"""#));
    assert_eq!(one(text, &[field("e")]), Some("()"));
    assert!(one(text, &[b]).is_some_and(|found| found.starts_with("Some(")));
}

#[test]
fn what_is_absent_is_found_at_the_record_around_it() {
    let text = r#"(projects: [(id: "a", size: 5), (id: "b", figures: [(value: 1)])])"#;
    let record = |index| [field("projects"), Step::Index(index)];
    let path = |index, rest: &[Step<'static>]| [record(index).as_slice(), rest].concat();
    assert_eq!(one(text, &path(0, &[field("sources")])), Some("\"a\""));
    assert_eq!(one(text, &path(0, &[])), Some("\"a\""));
    let figure = [field("figures"), Step::Index(0), field("sources")];
    assert_eq!(one(text, &path(1, &figure)), Some("(value: 1)"));
    assert_eq!(
        one(text, &path(7, &[field("size")])).map(|s| &s[..1]),
        Some("[")
    );
    assert_eq!(one(text, &[field("events"), Step::Index(0)]), None);
}

#[test]
fn lines_and_columns_count_characters() {
    let lines = Lines::new("ab\nдом x\r\n\n");
    let at = |line, column| LineColumn { line, column };
    assert_eq!(lines.line_column(0), at(1, 1));
    assert_eq!(lines.line_column(3), at(2, 1));
    assert_eq!(lines.line_column("ab\nдом ".len()), at(2, 5));
    assert_eq!(lines.line_column(4), at(2, 1), "inside a character");
    assert_eq!(lines.line_column(1_000), at(4, 1));
    assert_eq!(lines.line(2), (3, "дом x"));
    assert_eq!(lines.offset(at(2, 5)), "ab\nдом ".len());
}

#[test]
fn the_innermost_open_bracket_is_found() {
    let text = "(a: [1, (b: \")\", c: 2)])";
    let inner = text.find("c:").expect("it is there");
    assert_eq!(enclosing(text, inner).map(|span| span.start), Some(8));
    assert_eq!(enclosing(text, 6).map(|span| span.start), Some(4));
    assert_eq!(enclosing(text, text.len()), None);
}

/// A value to be written.
#[derive(Debug, Clone)]
enum Tree {
    Plain(String),
    Struct(Option<&'static str>, Vec<Tree>),
    List(Vec<Tree>),
    Map(Vec<Tree>),
    Some(Box<Tree>),
}

const FIELDS: [&str; 6] = ["a", "values", "r#type", "b_2", "Some", "x"];

fn tree() -> impl Strategy<Value = Tree> {
    let plain = prop_oneof![
        "-?[0-9]{1,4}(\\.[0-9]{1,3})?",
        "[A-Z][a-z]{0,5}",
        "[ -~àß道]{0,12}".prop_map(|text| format!("{text:?}")),
        "[ -!$-~]{0,12}".prop_map(|text| format!("r##\"{text}\"##")),
        Just("'\"'".to_owned()),
        Just("'\\\\'".to_owned()),
        Just("()".to_owned()),
    ];
    // `Some` alone would be taken for the start of `Some(…)`'s contents by nobody.
    plain
        .prop_map(Tree::Plain)
        .prop_recursive(4, 40, 5, |inner| {
            let many = prop::collection::vec(inner.clone(), 0..5);
            prop_oneof![
                (prop::option::of(Just("Name")), many.clone())
                    .prop_map(|(n, v)| Tree::Struct(n, v)),
                many.clone().prop_map(Tree::List),
                many.prop_map(Tree::Map),
                inner.prop_map(|value| Tree::Some(Box::new(value))),
            ]
        })
}

/// Writes trees with blanks and comments between all tokens, and notes where values are.
struct Writer<'n> {
    text: String,
    noise: std::iter::Cycle<std::slice::Iter<'n, usize>>,
    spans: Vec<(Vec<Step<'static>>, Range<usize>)>,
}

const NOISE: [&str; 6] = [
    "",
    " ",
    "\n\t",
    "// (\"\n",
    "/* [ /* \" */ } */",
    "\u{2028}",
];

impl Writer<'_> {
    fn token(&mut self, token: &str) {
        let noise = self.noise.next().copied().unwrap_or(0);
        self.text.push_str(NOISE[noise % NOISE.len()]);
        self.text.push_str(token);
    }

    fn write(&mut self, tree: &Tree, path: &[Step<'static>]) {
        let before = self.text.len();
        match tree {
            Tree::Plain(text) => self.token(text),
            Tree::Struct(name, values) => {
                if let Some(name) = name {
                    self.token(name);
                }
                self.token("(");
                for (name, value) in FIELDS.iter().zip(values) {
                    self.token(name);
                    let step = field(name.strip_prefix("r#").unwrap_or(name));
                    self.entry(":", value, path, step);
                }
                self.token(")");
            }
            Tree::List(values) => {
                self.token("[");
                for (index, value) in values.iter().enumerate() {
                    self.entry("", value, path, Step::Index(index));
                }
                self.token("]");
            }
            Tree::Map(values) => {
                self.token("{");
                for (key, value) in (1990_i64..).zip(values) {
                    self.token(&key.to_string());
                    self.entry(":", value, path, Step::Key(key));
                }
                self.token("}");
            }
            Tree::Some(value) => {
                self.token("Some");
                self.token("(");
                self.write(value, path);
                self.token(")");
            }
        }
        // What was noted of the inside of `Some` is the whole of it.
        self.spans.retain(|(known, _)| known != path);
        let start = before + noise_length(&self.text[before..]);
        self.spans.push((path.to_vec(), start..self.text.len()));
    }

    fn entry(&mut self, colon: &str, value: &Tree, path: &[Step<'static>], step: Step<'static>) {
        self.token(colon);
        let path = [path, &[step]].concat();
        self.write(value, &path);
        self.token(",");
    }
}

/// Bytes of the one noise that a text starts with.
fn noise_length(text: &str) -> usize {
    let noise = NOISE.iter().filter(|noise| text.starts_with(**noise));
    noise.map(|noise| noise.len()).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_is_found_where_it_was_written(
        tree in tree(),
        noise in prop::collection::vec(0..NOISE.len(), 1..30),
    ) {
        // Words next to each other need a blank between them.
        let noise: Vec<usize> = noise.iter().map(|n| if *n == 0 { 1 } else { *n }).collect();
        let mut writer = Writer { text: String::new(), noise: noise.iter().cycle(), spans: Vec::new() };
        writer.write(&tree, &[]);
        let Writer { text, mut spans, .. } = writer;
        // The top itself is nobody's value.
        spans.retain(|(path, _)| !path.is_empty());
        let paths: Vec<_> = spans.iter().map(|(path, _)| path.clone()).collect();
        let found = locate(&text, &paths);
        for ((path, span), found) in spans.iter().zip(found) {
            let found = found.and_then(|found| text.get(found));
            prop_assert_eq!(found, text.get(span.clone()), "{:?} in {}", path, text);
        }
    }

    #[test]
    fn no_text_breaks_the_scanner(text in "[\\[\\](){}:,\"'#/*\\\\rb a0é\n]{0,60}", offset in 0..80_usize) {
        let paths = [
            vec![field("a")],
            vec![Step::Index(0), field("a"), Step::Key(0)],
            vec![Step::Key(0)],
            vec![],
        ];
        for span in locate(&text, &paths).into_iter().flatten() {
            prop_assert!(text.get(span).is_some());
        }
        if let Some(span) = enclosing(&text, offset) {
            prop_assert!(span.start < text.len());
        }
    }
}
