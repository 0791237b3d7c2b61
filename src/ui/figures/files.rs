//! A figure or table in each format, with everything that makes it checkable: sources, citation,
//! dataset, view, and the recipe to make it again.

use super::{
    FigureDrawing, FigureError, FigureSpec, Snapshot, alt::alt_text, page, snapshot::Numbers,
};
use crate::{
    app::{
        recipe::{DatasetRef, DrawingRef, MOST_NUMBERS_BYTES, RECIPE_VERSION, Recipe},
        view::text,
    },
    dataset::schema::Meta,
    export::{
        citation::{self, CitationStyle, SourceRef, Work, WorkKind},
        data::{csv, json},
        format::{Format, FormatKind},
        metadata::{Annotations, annotate_svg, annotated_png},
        package::{PackFile, zip_bytes},
        readme::{DatasetFacts, Readme},
    },
    ui::{Cx, theme::Tokens},
};
use eframe::egui::Theme;

/// Pixels a point of the picture in a package.
const PACKAGE_SCALE: f32 = 2.0;

/// What is to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRequest {
    /// The format.
    pub format: Format,
    /// How a picture is drawn.
    pub drawing: FigureDrawing,
    /// Pixels a point of a picture of pixels.
    pub scale: f32,
    /// The alternative text, if a person changed it.
    pub alt: Option<String>,
}

/// Bytes of a figure in a format.
///
/// # Errors
/// When there is nothing to show, or it cannot be drawn.
pub fn file_bytes(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
) -> Result<Vec<u8>, FigureError> {
    snapshot.numbers(spec, |numbers| match request.format.kind {
        FormatKind::Csv => Ok(csv(&numbers.table).into_bytes()),
        FormatKind::Json => Ok(json_document(numbers).into_bytes()),
        FormatKind::Citation(style) => Ok(citation_of(numbers, style).into_bytes()),
        FormatKind::Svg => picture(snapshot, numbers, request, None),
        FormatKind::Png => picture(snapshot, numbers, request, Some(request.scale)),
        FormatKind::Zip => {
            let files = package(snapshot, numbers, request)?;
            zip_bytes(&files).map_err(|error| FigureError::Failed(error.to_string()))
        }
    })?
}

/// The files of a figure's package: picture, numbers, description, citations.
///
/// # Errors
/// As [`file_bytes`].
pub fn package_files(
    snapshot: &Snapshot,
    spec: &FigureSpec,
    request: &FileRequest,
) -> Result<Vec<PackFile>, FigureError> {
    snapshot.numbers(spec, |numbers| package(snapshot, numbers, request))?
}

/// The alternative text that a figure has of itself.
///
/// # Errors
/// When there is nothing to show.
pub fn own_alt_text(snapshot: &Snapshot, spec: &FigureSpec) -> Result<String, FigureError> {
    snapshot.numbers(spec, |numbers| {
        alt_text(numbers.cx, &numbers.caption, &numbers.table)
    })
}

/// How to cite the dataset itself.
#[must_use]
pub fn dataset_citation(snapshot: &Snapshot, style: CitationStyle) -> String {
    let state = snapshot.state_on(snapshot.view.tab, Theme::Light);
    let cx = Cx::new(&state, Tokens::for_theme(false));
    citation::write(&state.words, &dataset_work(&cx, Vec::new()), style)
}

/// A figure as a picture: SVG, or PNG at so many pixels a point.
fn picture(
    snapshot: &Snapshot,
    numbers: &Numbers<'_>,
    request: &FileRequest,
    scale: Option<f32>,
) -> Result<Vec<u8>, FigureError> {
    let drawn = snapshot.draw(numbers.spec, request.drawing)?;
    let annotations = annotations(snapshot, numbers, request);
    let Some(scale) = scale else {
        return Ok(annotate_svg(&drawn.svg, &annotations).into_bytes());
    };
    let failed = |error: String| FigureError::Failed(error);
    let pixels = drawn
        .pixels(scale)
        .map_err(|error| failed(error.to_string()))?;
    annotated_png(&pixels, scale, &annotations).map_err(failed)
}

fn annotations(snapshot: &Snapshot, numbers: &Numbers<'_>, request: &FileRequest) -> Annotations {
    let (cx, caption) = (numbers.cx, &numbers.caption);
    let own = || alt_text(cx, caption, &numbers.table);
    let rights = cx.catalog().meta().and_then(|meta| meta.licence.clone());
    Annotations {
        title: format!("{}. {}", caption.title, caption.subtitle),
        description: request.alt.clone().unwrap_or_else(own),
        language: cx.state.words.tag().to_owned(),
        source: page::source_line(cx, &caption.sources),
        rights: rights.unwrap_or_default(),
        recipe: recipe(snapshot, numbers, request).to_text(),
    }
}

/// How the figure was made.
fn recipe(snapshot: &Snapshot, numbers: &Numbers<'_>, request: &FileRequest) -> Recipe {
    let (cx, drawing) = (numbers.cx, request.drawing);
    let meta = cx.catalog().meta();
    let carried = csv(&numbers.table);
    Recipe {
        recipe: RECIPE_VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        dataset: DatasetRef {
            id: snapshot.dataset.id().to_owned(),
            version: meta.map(|meta| meta.version.clone()).unwrap_or_default(),
            checksum: cx.catalog().checksum().to_owned(),
        },
        figure: numbers.spec.id.to_owned(),
        view: text::write(&cx.state.view, &snapshot.dataset),
        language: snapshot.language.clone(),
        drawing: DrawingRef {
            width: drawing.points.x,
            height: drawing.points.y,
            dark: drawing.theme == Theme::Dark,
            title: drawing.with_title,
            alt: request.alt.clone(),
        },
        numbers: (carried.len() <= MOST_NUMBERS_BYTES).then_some(carried),
    }
}

/// What is cited when a figure is.
fn work(numbers: &Numbers<'_>) -> Work {
    let (cx, caption) = (numbers.cx, &numbers.caption);
    let filter = Some(caption.filter.clone()).filter(|filter| !filter.is_empty());
    let mut work = dataset_work(cx, numbers.sources());
    work.kind = WorkKind::Figure;
    work.id = format!("{}-{}", work.id, numbers.spec.id);
    work.container = Some(std::mem::take(&mut work.title));
    work.title = format!("{}. {}", caption.title, caption.subtitle);
    work.filter = filter;
    work
}

/// What is cited when the dataset is, with these sources.
pub(super) fn dataset_work(cx: &Cx<'_>, sources: Vec<SourceRef>) -> Work {
    let meta = cx.catalog().meta();
    let of = |text: fn(&Meta) -> &String| meta.map(|meta| text(meta).clone()).unwrap_or_default();
    Work {
        kind: WorkKind::Dataset,
        id: of(|meta| &meta.id),
        title: meta
            .map(|meta| cx.text(&meta.title).to_owned())
            .unwrap_or_default(),
        container: None,
        version: of(|meta| &meta.version),
        issued: meta.map_or_else(
            || crate::dataset::schema::PartialDate::from_year(0),
            |meta| meta.as_of,
        ),
        keeper: meta
            .map(|meta| meta.maintainers.clone())
            .unwrap_or_default(),
        licence: meta.and_then(|meta| meta.licence.clone()),
        filter: None,
        url: None,
        checksum: Some(cx.catalog().checksum().to_owned()).filter(|sum| !sum.is_empty()),
        sources,
    }
}

/// Which dataset the numbers are taken from.
pub(super) fn dataset_facts(cx: &Cx<'_>) -> DatasetFacts {
    let facts = cx.catalog().meta().map(|meta| DatasetFacts {
        title: cx.text(&meta.title).to_owned(),
        id: meta.id.clone(),
        version: meta.version.clone(),
        as_of: meta.as_of.to_string(),
        checksum: Some(cx.catalog().checksum().to_owned()),
        licence: meta.licence.clone(),
        credits: meta.attributions.clone(),
    });
    facts.unwrap_or_default()
}

fn citation_of(numbers: &Numbers<'_>, style: CitationStyle) -> String {
    citation::write(&numbers.cx.state.words, &work(numbers), style)
}

/// The numbers with what they are, for programs.
fn json_document(numbers: &Numbers<'_>) -> String {
    let (cx, caption) = (numbers.cx, &numbers.caption);
    let about = serde_json::json!({
        "figure": numbers.spec.id,
        "title": caption.title,
        "subtitle": caption.subtitle,
        "filter": caption.filter,
        "notes": caption.notes,
        "dataset": {
            "id": cx.state.dataset.id(),
            "version": cx.catalog().meta().map(|meta| &meta.version),
            "checksum": cx.catalog().checksum(),
            "licence": cx.catalog().meta().and_then(|meta| meta.licence.as_ref()),
        },
        "view": text::write(&cx.state.view, &cx.state.dataset),
    });
    let data = json(&numbers.table);
    // The numbers keep the very text that reads back to the same bits.
    format!(
        "{{\n\"about\": {about:#},\n\"data\": {}\n}}\n",
        data.trim_end()
    )
}

fn package(
    snapshot: &Snapshot,
    numbers: &Numbers<'_>,
    request: &FileRequest,
) -> Result<Vec<PackFile>, FigureError> {
    let id = numbers.spec.id;
    let mut files = Vec::new();
    if numbers.spec.picture.is_some() {
        let svg = picture(snapshot, numbers, request, None)?;
        let png = picture(snapshot, numbers, request, Some(PACKAGE_SCALE))?;
        files.push((format!("{id}.svg"), svg, "package-svg"));
        files.push((format!("{id}.png"), png, "package-png"));
    }
    files.push((
        format!("{id}.csv"),
        csv(&numbers.table).into_bytes(),
        "package-csv",
    ));
    files.push((
        format!("{id}.json"),
        json_document(numbers).into_bytes(),
        "package-json",
    ));
    for style in CitationStyle::ALL {
        let name = match style {
            CitationStyle::Plain => "citation.txt",
            CitationStyle::BibTex => "citation.bib",
            CitationStyle::Ris => "citation.ris",
            CitationStyle::CslJson => "citation.csl.json",
        };
        let text = citation_of(numbers, style).into_bytes();
        files.push((name.to_owned(), text, "package-citation"));
    }
    let named = files
        .iter()
        .map(|(name, _, about)| (name.clone(), numbers.cx.t(about)));
    let readme = readme(numbers, named.collect()).markdown(&numbers.cx.state.words);
    let all = std::iter::once(PackFile::new("README.md", readme));
    Ok(all
        .chain(
            files
                .into_iter()
                .map(|(name, bytes, _)| PackFile::new(name, bytes)),
        )
        .collect())
}

fn readme(numbers: &Numbers<'_>, files: Vec<(String, String)>) -> Readme {
    let (cx, caption) = (numbers.cx, &numbers.caption);
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Readme {
        title: caption.title.clone(),
        subtitle: some(&caption.subtitle),
        definition: None,
        filter: some(&caption.filter),
        files,
        columns: numbers.table.columns.clone(),
        conventions: caption.notes.clone(),
        sources: numbers.sources(),
        dataset: dataset_facts(cx),
        view: Some(text::write(&cx.state.view, &cx.state.dataset)),
        citation: citation_of(numbers, CitationStyle::Plain),
    }
}
