//! Figures as files: complete, unclipped, made again byte for byte, and honest about changed data.

use crate::common;
use crate::support;

use belt_explorer::{
    app::{AppState, View, state::OpenDataset, view::text},
    dataset::{catalog::Catalog, read::Origin, schema::Dataset},
    export::{
        citation::CitationStyle,
        data::ColumnRole,
        format::{FORMATS, Format, FormatKind},
        metadata::{RecipeError, recipe_of},
    },
    ui::figures::{
        FigureDrawing, FigureSize, FigureSpec, FileRequest, SIZES, Snapshot, figures, file_bytes,
        package_files, reopened,
    },
};
use eframe::egui::{Theme, Vec2, vec2};
use std::collections::BTreeSet;

/// Views that together show every figure.
pub(super) const VIEWS: &[&str] = &[
    "view:1",
    "view:1 group:mining-metals years:2005..2015 chart.unit:cumulative chart.stage:announced",
    "view:1 chart.unit:share chart.by:status -status:operational",
    "view:1 chart.unit:count text:rail",
    "view:1 chart.unit:change chart.prices:constant/2020 outcomes.by:division chart.by:host",
    "view:1 chart.by:lender breakdown.by:years chart.unit:count",
    "view:1 chart.by:region map.at:44,77,6 area:40..55,46..88",
    "view:1 group:mining-metals against:\"group:oil-gas-pipelines years:2005..2016\" chart.stage:announced",
    "view:1 status:operational against:\"\" against.axes:own chart.by:lender outcomes.by:division",
    "view:1 text:nothing-like-it against:\"group:power\" breakdown.by:years",
    "view:1 trade.show:balance trade.prices:constant/2020",
    "view:1 trade.show:partners",
    "view:1 trade.show:products",
    "view:1 trade.show:investment",
    "view:1 transit.value:20000 transit.modes:rail,sea",
];

pub(super) fn snapshot(state: &AppState, view: &str) -> Snapshot {
    let reading = text::read(view, &state.dataset);
    assert_eq!(reading.problems, [], "{view}");
    Snapshot {
        view: reading.view,
        ..Snapshot::of(state)
    }
}

fn drawing(points: Vec2, theme: Theme) -> FigureDrawing {
    FigureDrawing {
        points,
        theme,
        with_title: true,
    }
}

pub(super) fn request(format: &str, size: &str) -> FileRequest {
    FileRequest {
        format: *Format::of(format).expect("a format"),
        drawing: drawing(FigureSize::of(size).expect("a size").points, Theme::Light),
        scale: 1.0,
        alt: None,
    }
}

/// Every figure of every view that has something to show.
fn shown(state: &AppState) -> Vec<(Snapshot, &'static FigureSpec, &'static str)> {
    let mut all = Vec::new();
    for view in VIEWS {
        let snapshot = snapshot(state, view);
        for spec in figures() {
            if snapshot.data(spec).is_ok() {
                all.push((snapshot.clone(), spec, *view));
            }
        }
    }
    let met: BTreeSet<&str> = all.iter().map(|(_, spec, _)| spec.id).collect();
    let ids: BTreeSet<&str> = figures().map(|spec| spec.id).collect();
    assert_eq!(met, ids, "the views show every figure");
    all
}

#[test]
fn ids_and_formats_are_each_there_once() {
    let ids: Vec<&str> = figures().map(|spec| spec.id).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for format in FORMATS {
        let named = Format::of_name(&format!("Figure{}", format.ending.to_uppercase()));
        assert_eq!(named, Some(format));
    }
    assert_eq!(Format::of_name("figure"), None);
}

#[test]
fn every_figure_is_made_again_byte_for_byte() {
    let state = common::state();
    for (snapshot, spec, view) in shown(&state) {
        let csv = file_bytes(&snapshot, spec, &request("csv", "page")).expect("numbers");
        if spec.picture.is_none() {
            continue;
        }
        for format in ["svg", "png"] {
            let request = request(format, "column");
            let bytes = file_bytes(&snapshot, spec, &request).expect("a picture");
            let recipe = recipe_of(&bytes).expect("a recipe");
            assert_eq!(recipe.figure, spec.id);
            let figure = reopened(&Snapshot::of(&state), "figure".to_owned(), recipe);
            assert_eq!(figure.problems, [], "{} of {view}", spec.id);
            assert_eq!(
                figure.changes.as_deref().unwrap_or_default(),
                [],
                "{} of {view}",
                spec.id
            );
            let again = Snapshot {
                view: figure.view.expect("the same dataset"),
                ..snapshot.clone()
            };
            let picture = file_bytes(&again, spec, &request).expect("a picture");
            assert!(
                picture == bytes,
                "{} of {view} as {format} is another",
                spec.id
            );
            let numbers = file_bytes(&again, spec, &self::request("csv", "page")).expect("numbers");
            assert_eq!(numbers, csv, "{} of {view}", spec.id);
        }
    }
}

#[test]
fn no_figure_is_clipped_at_any_size() {
    let state = common::state();
    for (snapshot, spec, view) in shown(&state) {
        if spec.picture.is_none() {
            continue;
        }
        for size in SIZES {
            let picture = snapshot
                .draw(spec, drawing(size.points, Theme::Light))
                .unwrap_or_else(|error| panic!("{} of {view}: {error}", spec.id));
            let clipped = support::clipped_texts(&picture);
            assert_eq!(clipped, [""; 0], "{} of {view} at {}", spec.id, size.id);
        }
    }
}

#[test]
fn dark_figures_and_figures_without_a_title_are_drawn() {
    let state = common::state();
    let snapshot = snapshot(&state, "view:1");
    for spec in figures().filter(|spec| spec.picture.is_some()) {
        let Ok((caption, _)) = snapshot.data(spec) else {
            continue;
        };
        let points = vec2(960.0, 640.0);
        let light = snapshot
            .draw(spec, drawing(points, Theme::Light))
            .expect("light");
        let dark = snapshot
            .draw(spec, drawing(points, Theme::Dark))
            .expect("dark");
        assert_ne!(light.svg, dark.svg);
        let untitled = FigureDrawing {
            with_title: false,
            ..drawing(points, Theme::Light)
        };
        let untitled = snapshot.draw(spec, untitled).expect("without a title");
        let words = |svg: &str| support::words(svg);
        let top = words(&light.svg)
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(caption.title.starts_with(&top), "{}", spec.id);
        let lines = |svg: &str| words(svg).lines().count();
        assert!(lines(&untitled.svg) < lines(&light.svg), "{}", spec.id);
    }
}

#[test]
fn a_figure_says_what_it_shows_from_whom_and_when() {
    let state = common::state();
    for (snapshot, spec, view) in shown(&state) {
        if spec.picture.is_none() {
            continue;
        }
        let (caption, table) = snapshot.data(spec).expect("numbers");
        assert!(
            !caption.subtitle.is_empty(),
            "{} of {view} has no unit",
            spec.id
        );
        assert!(
            !caption.sources.is_empty(),
            "{} of {view} has no source",
            spec.id
        );
        for id in caption.sources.iter().chain(&table.sources()) {
            let known = state.dataset.catalog.source(id);
            assert!(known.is_some(), "{} of {view}: {id}", spec.id);
        }
        let svg = file_bytes(&snapshot, spec, &request("svg", "page")).expect("a picture");
        let svg = String::from_utf8(svg).expect("text");
        let words = support::words(&svg).replace('\n', " ");
        assert!(words.contains("Sources: "), "{} of {view}", spec.id);
        assert!(
            words.contains("version 2026.11, facts up to Oct 2026"),
            "{words}"
        );
        if !caption.filter.is_empty() {
            assert!(words.contains("Filter: "), "{} of {view}", spec.id);
        }
        let described = svg
            .split("<desc id=\"desc\">")
            .nth(1)
            .expect("a description");
        let described = described.split("</desc>").next().expect("its end");
        assert!(
            described.chars().any(|letter| letter.is_ascii_digit()),
            "{described}"
        );
        assert!(described.len() > caption.title.len() + caption.subtitle.len());
    }
}

#[test]
fn tables_are_whole_and_their_columns_named_once() {
    let state = common::state();
    for (snapshot, spec, view) in shown(&state) {
        let (_, table) = snapshot.data(spec).expect("numbers");
        let keys: BTreeSet<&str> = table
            .columns
            .iter()
            .map(|column| column.key.as_str())
            .collect();
        assert_eq!(keys.len(), table.columns.len(), "{} of {view}", spec.id);
        let plain = |key: &str| {
            key.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        };
        assert!(keys.iter().all(|key| plain(key)), "{keys:?}");
        assert!(!table.rows.is_empty(), "{} of {view}", spec.id);
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{} of {view}", spec.id);
        }
        if spec.picture.is_some() {
            let drawn = |at: &usize| {
                let role = table.columns[*at].role;
                matches!(role, ColumnRole::Value | ColumnRole::Range)
            };
            let numbers: Vec<usize> = (0..table.columns.len()).filter(drawn).collect();
            let any = table.rows.iter().any(|row| {
                let mut numbers = numbers.iter().map(|at| row[*at].as_number());
                numbers.any(|number| number.is_some())
            });
            assert!(any, "{} of {view} has no number", spec.id);
        }
    }
}

#[test]
fn a_package_holds_everything_and_the_same_bytes_each_time() {
    let state = common::state();
    let snapshot = snapshot(&state, VIEWS[1]);
    let spec = figures()
        .find(|spec| spec.id == "investment")
        .expect("a figure");
    let request = request("zip", "page");
    let files = package_files(&snapshot, spec, &request).expect("a package");
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "README.md",
            "investment.svg",
            "investment.png",
            "investment.csv",
            "investment.json",
            "citation.txt",
            "citation.bib",
            "citation.ris",
            "citation.csl.json"
        ]
    );
    let readme = String::from_utf8(files[0].bytes.clone()).expect("text");
    for said in [
        "kazakhstan-china",
        "2026.11",
        "CC BY 4.0",
        "value_usd_m",
        "group:mining-metals",
        "is not known",
    ] {
        assert!(readme.contains(said), "no {said} in {readme}");
    }
    let zip = file_bytes(&snapshot, spec, &request).expect("an archive");
    assert!(zip == file_bytes(&snapshot, spec, &request).expect("an archive"));
    for style in CitationStyle::ALL {
        let format = FORMATS
            .iter()
            .find(|format| format.kind == FormatKind::Citation(style));
        let format = format.expect("a format for each style");
        let request = FileRequest {
            format: *format,
            ..request.clone()
        };
        let citation = file_bytes(&snapshot, spec, &request).expect("a citation");
        let citation = String::from_utf8(citation).expect("text");
        assert!(citation.contains("Investment over time"), "{citation}");
        assert!(citation.contains("2026.11"), "{citation}");
    }
}

/// The embedded dataset with something changed.
fn changed(change: impl FnOnce(&mut Dataset)) -> OpenDataset {
    let mut data = common::embedded().data().clone();
    change(&mut data);
    let catalog = Catalog::build(data).with_checksum("another".to_owned());
    OpenDataset {
        revision: 1,
        ..OpenDataset::new(
            Origin::Embedded,
            catalog,
            belt_explorer::dataset::diagnostic::Report::default(),
        )
    }
}

#[test]
fn a_figure_says_which_of_its_numbers_have_changed() {
    let state = common::state();
    let spec = figures()
        .find(|spec| spec.id == "ladder")
        .expect("a figure");
    let now = snapshot(&state, "view:1");
    let bytes = file_bytes(&now, spec, &request("svg", "page")).expect("a picture");
    let recipe = recipe_of(&bytes).expect("a recipe");
    let later = Snapshot {
        dataset: changed(|data| {
            // Everything that was paid is doubled.
            for figure in data
                .projects
                .iter_mut()
                .flat_map(|project| &mut project.figures)
            {
                if figure.kind == belt_explorer::dataset::schema::FigureKind::Paid {
                    figure.value = figure.value.map(|value| 2.0 * value);
                }
            }
        }),
        ..now.clone()
    };
    let figure = reopened(&later, "figure.svg".to_owned(), recipe.clone());
    let changes = figure.changes.expect("it carries its numbers");
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert!(changes[0].place.contains("Paid or final"), "{changes:?}");
    assert!(changes[0].then.is_some() && changes[0].now.is_some());
    // A view of another dataset is not forced upon this one.
    let other = Snapshot {
        dataset: changed(|data| {
            data.meta.as_mut().expect("meta").id = "elsewhere".to_owned();
        }),
        ..now
    };
    let figure = reopened(&other, "figure.svg".to_owned(), recipe);
    assert_eq!(figure.view, None);
}

#[test]
fn other_pictures_have_no_recipe() {
    type Case = (&'static [u8], fn(&RecipeError) -> bool);
    let none: [Case; 5] = [
        (b"", |error| *error == RecipeError::NotAPicture),
        (b"hello", |error| *error == RecipeError::NotAPicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", |error| *error == RecipeError::NoRecipe),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><metadata><belt-explorer-recipe>{}</belt-explorer-recipe></metadata></svg>", |error| matches!(error, RecipeError::Broken(_))),
        (b"\x89PNG\r\n\x1a\n", |error| matches!(error, RecipeError::Broken(_))),
    ];
    for (bytes, expected) in none {
        let error = recipe_of(bytes).expect_err("no recipe");
        assert!(expected(&error), "{error}");
    }
}

#[test]
fn a_view_of_nothing_is_refused_with_the_reason() {
    let state = common::state();
    let snapshot = snapshot(&state, "view:1 text:nothing-has-this-name");
    let spec = figures()
        .find(|spec| spec.id == "investment")
        .expect("a figure");
    let error = file_bytes(&snapshot, spec, &request("svg", "page")).expect_err("nothing");
    assert!(
        error.to_string().contains("No project passes the filter"),
        "{error}"
    );
    let empty = View::default();
    assert_ne!(snapshot.view, empty);
}
