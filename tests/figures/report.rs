//! The report: one page that needs nothing beside itself, that every browser reads without an
//! error, and in which every link leads somewhere.

use crate::common;

use belt_explorer::{
    app::{View, state::OpenDataset, view::text},
    dataset::{read::Origin, schema::SourceKind},
    export::{
        citation::SourceRef,
        data::{Cell, Column, ColumnRole, DataTable},
        html::web_link,
        readme::DatasetFacts,
        report::{
            About, Chapter, Cited, Conflict, ConflictGroup, Drawing, FigurePart, Look, Report,
            StatedValue, for_people,
        },
    },
    i18n::Words,
    ui::figures::{Snapshot, figures, report_html},
};
use eframe::egui::Theme;
use scraper::{ElementRef, Html, Selector};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// Shown in another shape: a table that is too long, and the list of the sources that are cited.
const OTHERWISE: [&str; 2] = ["project-figures", "sources"];

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good")
}

pub(crate) fn snapshot(origin: Origin, view: &str) -> Snapshot {
    let catalog = common::load(&origin);
    let dataset = OpenDataset::new(
        origin,
        catalog,
        belt_explorer::dataset::diagnostic::Report::default(),
    );
    let view = match view {
        "" => View::default(),
        written => text::read(written, &dataset).view,
    };
    Snapshot {
        dataset,
        language: "en".to_owned(),
        view,
    }
}

pub(crate) fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

fn values<'a>(page: &'a Html, attribute: &str) -> Vec<&'a str> {
    let found = all(page, &format!("[{attribute}]"));
    found.iter().filter_map(|one| one.attr(attribute)).collect()
}

/// What holds for every report, whatever is in it.
pub(crate) fn assert_sound(html: &str) -> Html {
    let page = Html::parse_document(html);
    assert_eq!(page.errors, [""; 0], "the parser had to guess");
    let ids = values(&page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    for link in all(&page, "a") {
        let target = link.attr("href").expect("a link leads somewhere");
        match target.strip_prefix('#') {
            Some(id) => assert!(unique.contains(id), "nothing is at #{id}"),
            None => assert!(
                target.starts_with("https://") || target.starts_with("http://"),
                "{target}"
            ),
        }
    }
    for attribute in ["aria-labelledby", "aria-describedby"] {
        for value in values(&page, attribute) {
            assert!(unique.contains(value), "nothing has the id {value}");
        }
    }
    for reference in html.split("url(#").skip(1) {
        let id = reference.split(')').next().unwrap_or_default();
        assert!(unique.contains(id), "nothing has the id {id}");
    }
    assert_alone(&page, html);
    page
}

/// Nothing runs, and nothing is fetched.
fn assert_alone(page: &Html, html: &str) {
    for forbidden in [
        "script", "iframe", "object", "embed", "link", "form", "base",
    ] {
        assert!(all(page, forbidden).is_empty(), "<{forbidden}>");
    }
    for element in all(page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}={value}");
            let loads = ["src", "srcset", "data", "poster", "xlink:href"].contains(&name)
                || name == "href" && element.value().name() != "a";
            assert!(!loads || value.starts_with("data:"), "{name}={value}");
        }
    }
    let style = html.split("<style>").nth(1).expect("a style sheet");
    let style = style.split("</style>").next().unwrap_or_default();
    assert!(!style.contains("http") && !style.contains("@import"));
    for address in style.split("url(").skip(1) {
        assert!(address.starts_with("data:font/otf;base64,"));
    }
    assert!(html.contains("default-src 'none'"));
    assert!(!html.contains("Unknown localization key"));
}

/// Every figure that has something to show is there, with its tab, its picture and its numbers.
fn assert_complete(page: &Html, snapshot: &Snapshot) -> usize {
    let mut shown = 0;
    for spec in figures() {
        let sections = all(page, &format!("#figure-{}", spec.id));
        let Ok((caption, table)) = snapshot.data(spec) else {
            assert!(sections.is_empty(), "{}", spec.id);
            continue;
        };
        if OTHERWISE.contains(&spec.id) {
            assert!(sections.is_empty(), "{}", spec.id);
            continue;
        }
        shown += 1;
        let [section] = sections.as_slice() else {
            panic!("{} is not there once", spec.id);
        };
        let text: String = section.text().collect();
        assert!(text.contains(&caption.title), "{}", spec.id);
        let within = |selector: &str| {
            let selector = Selector::parse(selector).expect("a selector");
            section.select(&selector).count()
        };
        assert_eq!(
            within("svg[role=img] > title"),
            usize::from(spec.picture.is_some())
        );
        assert_eq!(within("svg > desc"), usize::from(spec.picture.is_some()));
        assert_eq!(within("tbody > tr"), table.rows.len(), "{}", spec.id);
        assert_eq!(
            within("table > caption"),
            usize::from(!table.rows.is_empty())
        );
    }
    shown
}

/// The numbers in brackets are those of the list at the end.
fn assert_sources_resolve(page: &Html) -> usize {
    let list = all(page, "#sources > ol > li");
    for link in all(page, "a[href^=\"#source-\"]") {
        let id = link
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        let at = list.iter().position(|entry| entry.attr("id") == Some(id));
        let number = at.expect("a source in the list") + 1;
        assert_eq!(link.text().collect::<String>(), format!("[{number}]"));
    }
    list.len()
}

#[test]
fn the_embedded_dataset_makes_a_sound_and_complete_page() {
    let snapshot = snapshot(Origin::Embedded, "");
    let html = report_html(&snapshot, Theme::Light);
    let page = assert_sound(&html);
    assert!(assert_complete(&page, &snapshot) > 5);
    assert!(assert_sources_resolve(&page) > 100);
    assert!(all(&page, ".conflicts tbody").len() > 10);
    let meta = snapshot.dataset.catalog.meta().expect("a dataset");
    for said in [
        meta.version.as_str(),
        snapshot.dataset.catalog.checksum(),
        "view:1 dataset:",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert_eq!(
        html,
        report_html(&snapshot, Theme::Light),
        "it is not the same twice"
    );
}

#[test]
fn another_pair_of_countries_makes_a_sound_and_complete_page() {
    for (origin, view) in [
        (Origin::Path(fixture()), ""),
        (
            Origin::Path(fixture()),
            "view:1 tab:trade trade.show:turnover",
        ),
        (
            Origin::Path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trade.ron")),
            "",
        ),
    ] {
        let snapshot = snapshot(origin, view);
        for theme in [Theme::Light, Theme::Dark] {
            let page = assert_sound(&report_html(&snapshot, theme));
            assert!(assert_complete(&page, &snapshot) > 0);
            assert_sources_resolve(&page);
        }
    }
}

#[test]
fn a_page_has_landmarks_heads_and_one_language() {
    let html = report_html(&snapshot(Origin::Path(fixture()), ""), Theme::Light);
    let page = Html::parse_document(&html);
    for (selector, count) in [
        ("html[lang=en]", 1),
        ("h1", 1),
        ("main", 1),
        ("nav[aria-labelledby]", 1),
        ("header", 1),
        ("footer", 1),
        ("body > a.skip[href=\"#main\"]:first-child", 1),
        ("table:not(:has(caption))", 0),
        ("th:not([scope])", 0),
        ("section:not([aria-label], [aria-labelledby])", 0),
        ("section.scroll:not([tabindex=\"0\"])", 0),
    ] {
        assert_eq!(all(&page, selector).len(), count, "{selector}");
    }
    let levels = all(&page, "h1, h2, h3");
    let levels: Vec<u8> = levels
        .iter()
        .map(|head| head.value().name().as_bytes()[1])
        .collect();
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
}

#[test]
fn the_dark_page_is_dark_on_screen_and_light_on_paper() {
    let html = report_html(&snapshot(Origin::Path(fixture()), ""), Theme::Dark);
    let (screen, paper) = html
        .split_once("@media print { :root {")
        .expect("two palettes");
    assert!(screen.contains("color-scheme: dark"));
    assert!(paper.trim_start().starts_with("color-scheme: light"));
}

/// Everything that could break out of its place.
const HOSTILE: &str = "</title></style><script>alert(1)</script> \" onload=\"x\" ' & &lt; ]]> <!-- \
                       url(#d0) id=\"d1\" \u{0} \u{fffe}";

fn hostile_table() -> DataTable {
    let mut table = DataTable::new(vec![
        Column::with_role("name", HOSTILE, ColumnRole::Series).unit(HOSTILE),
        Column::plain("note", HOSTILE),
        Column::with_role("source_ids", HOSTILE, ColumnRole::Sources),
    ]);
    table.rows = vec![
        vec![
            Cell::text(HOSTILE),
            Cell::text(HOSTILE),
            Cell::list(["a", HOSTILE]),
        ],
        vec![Cell::text("b"), Cell::Missing, Cell::list(["a"])],
    ];
    table
}

fn hostile_report() -> Report {
    let text = || HOSTILE.to_owned();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" viewBox=\"0 0 9 9\" \
               xml:space=\"preserve\">\n<defs>\n<clipPath id=\"d0\"><rect width=\"9\" height=\"9\"/></clipPath>\n\
               </defs>\n<g clip-path=\"url(#d0)\">\n<text>x</text>\n</g>\n</svg>\n";
    let figure = |id: &str| FigurePart {
        id: id.to_owned(),
        title: text(),
        subtitle: text(),
        filter: text(),
        picture: Some(Drawing::Done {
            svg: svg.to_owned(),
            alt: text(),
        }),
        notes: vec![text()],
        sources: vec!["a".to_owned()],
        table: hostile_table(),
        same: vec![(text(), text())],
    };
    let failed = FigurePart {
        picture: Some(Drawing::Failed(text())),
        ..figure("failed")
    };
    let source = SourceRef {
        id: "a".to_owned(),
        title: text(),
        publisher: Some(text()),
        date: None,
        url: Some("javascript:alert(1)".to_owned()),
        kind: SourceKind::News,
        licence: Some(text()),
    };
    let stated = StatedValue {
        value: text(),
        remark: text(),
        sources: vec!["a".to_owned()],
    };
    Report {
        about: About {
            dataset: DatasetFacts {
                title: text(),
                version: text(),
                ..DatasetFacts::default()
            },
            description: text(),
            countries: [text(), text()],
            notes: vec![text()],
            ..About::default()
        },
        view: text(),
        citation: text(),
        chapters: vec![Chapter {
            id: "tab".to_owned(),
            title: text(),
            figures: vec![figure("one"), figure("two"), failed],
            absent: vec![(text(), text())],
        }],
        conflicts: vec![ConflictGroup {
            title: text(),
            rule: text(),
            conflicts: vec![Conflict {
                of: text(),
                what: text(),
                values: vec![stated.clone(), stated],
                spread: text(),
            }],
        }],
        sources: vec![Cited {
            source,
            kind: text(),
        }],
    }
}

#[test]
fn hostile_text_stays_text() {
    let html = hostile_report().html(&Words::new("en"), &Look::default());
    let page = Html::parse_document(&html);
    assert_eq!(page.errors, [""; 0]);
    assert!(all(&page, "script").is_empty());
    for element in all(&page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}={value}");
            assert!(!value.starts_with("javascript:"), "{name}={value}");
        }
    }
    // The ids of two pictures differ, and each refers to its own.
    for id in ["svg-one-d0", "svg-two-d0"] {
        assert_eq!(all(&page, &format!("#{id}")).len(), 1);
        assert_eq!(all(&page, &format!("g[clip-path=\"url(#{id})\"]")).len(), 1);
    }
    let shown: String = page.root_element().text().collect();
    assert!(shown.contains("<script>alert(1)</script> \" onload=\"x\" ' & &lt; ]]> <!-- url(#d0)"));
    assert!(shown.contains("javascript:alert(1)"));
}

#[test]
fn only_addresses_of_the_web_become_links() {
    assert_eq!(
        web_link("https://a.example/x?a=1&b=[2] \"<"),
        "<a href=\"https://a.example/x?a=1&amp;b=%5B2%5D%20%22%3C\">https://a.example/x?a=1&amp;b=[2] \"&lt;</a>"
    );
    for other in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc",
        "//a",
        "https://",
        "",
    ] {
        assert!(!web_link(other).contains("<a"), "{other}");
    }
}

#[test]
fn sources_are_numbered_in_the_order_of_the_page() {
    let report = hostile_report();
    assert_eq!(report.cited(), ["a", HOSTILE]);
}

#[test]
fn columns_for_programs_and_what_repeats_are_taken_out() {
    let mut table = DataTable::new(vec![
        Column::plain("sector_id", "Sector id"),
        Column::with_role("sector", "Sector", ColumnRole::Series),
        Column::plain("stage", "Stage"),
        Column::plain("note", "Note"),
        Column::with_role("source_ids", "Source ids", ColumnRole::Sources),
    ]);
    for sector in ["Rail", "Power"] {
        let id = sector.to_lowercase();
        table.rows.push(vec![
            Cell::text(id),
            Cell::text(sector),
            Cell::text("paid"),
            Cell::Missing,
            Cell::list(["a"]),
        ]);
    }
    let (narrow, same) = for_people(&table, "Sources");
    let names: Vec<&str> = narrow
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(names, ["Sector", "Sources"]);
    assert_eq!(same, [("Stage".to_owned(), "paid".to_owned())]);
    assert_eq!(narrow.sources(), table.sources());
    let more = Column::with_role(
        "checked_source_ids",
        "Sources of the check",
        ColumnRole::Sources,
    );
    let mut two = table.clone();
    two.columns.push(more);
    for row in &mut two.rows {
        row.push(Cell::list(["b"]));
    }
    let (two, _) = for_people(&two, "Sources");
    let names: Vec<&str> = two
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(names, ["Sector", "Source ids", "Sources of the check"]);
    // One row has nothing that repeats.
    table.rows.truncate(1);
    let (narrow, same) = for_people(&table, "Sources");
    assert_eq!((narrow.columns.len(), same.len()), (3, 0));
}

fn report(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_belt-explorer"));
    command.arg("report").args(arguments);
    command.output().expect("the program runs")
}

#[test]
fn the_command_writes_a_page_and_never_over_another_by_accident() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.html");
    let out = path.to_string_lossy().into_owned();
    let dataset = fixture().to_string_lossy().into_owned();
    let done = report(&[&dataset, "--theme", "dark", "--out", &out]);
    assert!(done.status.success(), "{done:?}");
    let page = std::fs::read_to_string(&path).expect("a page");
    assert_eq!(
        page,
        report_html(&snapshot(Origin::Path(fixture()), ""), Theme::Dark)
    );
    let again = report(&[&dataset, "--out", &out]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("hint: `--force` writes over it"));
    assert!(
        report(&[&dataset, "--out", &out, "--force"])
            .status
            .success()
    );
    let other = report(&[&dataset, "--out", &format!("{out}.pdf")]);
    assert_eq!(other.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&other.stderr).contains("hint: end the name in .html"));
}
