//! The export command: figures and tables as files, without a window, a display or a GPU.

use super::{
    NOTHING_DONE,
    open::{self, Size, Theme, is_folder, say, with_force},
};
use crate::{
    app::{
        AppState, View,
        jobs::{Jobs, Runner},
        recipe::Recipe,
        settings::Settings,
        state::OpenDataset,
    },
    export::{
        format::{FORMATS, Format, FormatKind, PNG},
        metadata::read_recipe,
        package::write_folder,
        write::{Existing, write_file},
    },
    ui::figures::{
        FigureDrawing, FigureSize, FigureSpec, FileRequest, PAGE, SIZES, Snapshot,
        dataset_citation, figure, figures, file_bytes, package_files,
    },
};
use clap::Args;
use eframe::egui::{Vec2, vec2};
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

/// What to name for a citation of the dataset itself.
const DATASET: &str = "dataset";

/// Write figures and tables as pictures, data, citations or packages
///
/// The ending of the file says the format: .svg .png .csv .json .zip .txt .bib .ris .csl.json.
/// A path that ends in a slash becomes a folder with everything.
///
/// Exit code: 0 when it is written, 1 if the dataset has errors, 2 for wrong use or if nothing
/// could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The dataset [default: the one in the program]
    dataset: Option<PathBuf>,
    /// Id of the figure or table; `--list` prints them; `dataset` for its citation
    #[arg(long, value_name = "ID", alias = "table", required_unless_present_any = ["list", "from"])]
    figure: Option<String>,
    /// Make a figure again from its file: its view, size, theme and words
    #[arg(long, value_name = "FILE", conflicts_with_all = ["figure", "view", "list"])]
    from: Option<PathBuf>,
    /// Print what can be exported, and write nothing
    #[arg(long)]
    list: bool,
    /// What to show: a view as text, such as `view:1 tab:trade trade.show:balance`
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
    /// column, page, square, slide, or width and height in points such as 900x500 [default: page]
    #[arg(long, value_parser = size)]
    size: Option<Points>,
    /// Pixels a point, for PNG
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    scale: f32,
    /// Light or dark [default: light]
    #[arg(long, value_enum)]
    theme: Option<Theme>,
    /// Leave title, subtitle and filter out of the picture
    #[arg(long)]
    no_title: bool,
    /// Alternative text in place of the one made from the numbers
    #[arg(long, value_name = "TEXT")]
    alt: Option<String>,
    /// The file to write, or a folder
    #[arg(long, required_unless_present = "list")]
    out: Option<PathBuf>,
    /// Write over what is there
    #[arg(long)]
    force: bool,
}

/// A size in points.
#[derive(Debug, Clone, Copy)]
struct Points(Vec2);

fn size(text: &str) -> Result<Points, String> {
    if let Some(size) = FigureSize::of(text) {
        return Ok(Points(size.points));
    }
    let known: Vec<&str> = SIZES.iter().map(|size| size.id).collect();
    let size = text.parse::<Size>();
    size.map(|Size(points)| Points(points))
        .map_err(|error| format!("{error}, nor one of {}", known.join(", ")))
}

fn scale(text: &str) -> Result<f32, String> {
    let scale: Option<f32> = text.parse().ok();
    scale
        .filter(|scale| (0.25..=8.0).contains(scale))
        .ok_or_else(|| "write a number from 0.25 to 8".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let dataset = match open::dataset(arguments.dataset.clone()) {
        Ok(dataset) => dataset,
        Err(code) => return code,
    };
    let done = if arguments.list {
        list(arguments, &dataset);
        Ok(())
    } else {
        export(arguments, dataset)
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&problem);
            ExitCode::from(NOTHING_DONE)
        }
    }
}

/// What is to be exported, and how.
struct Order {
    spec: &'static FigureSpec,
    snapshot: Snapshot,
    drawing: FigureDrawing,
    alt: Option<String>,
}

fn export(arguments: &Arguments, dataset: OpenDataset) -> Result<(), String> {
    let Some(out) = &arguments.out else {
        return Err("where to?\nhint: name a file or a folder with --out".to_owned());
    };
    if arguments.figure.as_deref() == Some(DATASET) {
        return cite_dataset(arguments, dataset, out);
    }
    let order = match &arguments.from {
        Some(file) => again(arguments, dataset, file)?,
        None => asked(arguments, dataset)?,
    };
    let existing = Existing::replaced_if(arguments.force);
    let request = |format: Format| FileRequest {
        format,
        drawing: order.drawing,
        scale: arguments.scale,
        alt: order.alt.clone(),
    };
    let (spec, snapshot) = (order.spec, &order.snapshot);
    let failed = |error: &dyn std::fmt::Display| format!("cannot export `{}`: {error}", spec.id);
    let written = if is_folder(out) {
        // The format of a package does not matter where it is a folder.
        let files = package_files(snapshot, spec, &request(PNG)).map_err(|error| failed(&error))?;
        write_folder(out, &files, existing)
    } else {
        let format = format_of(out)?;
        let bytes = file_bytes(snapshot, spec, &request(format)).map_err(|error| failed(&error))?;
        write_file(out, &bytes, existing)
    };
    written.map_err(|error| with_force(&error, arguments.force))
}

/// The dataset itself has no picture and no one table, but it can be cited.
fn cite_dataset(arguments: &Arguments, dataset: OpenDataset, out: &Path) -> Result<(), String> {
    let FormatKind::Citation(style) = format_of(out)?.kind else {
        return Err(format!(
            "cannot export `{DATASET}` as {}: it can only be cited\nhint: end the name in .txt .bib .ris or .csl.json",
            out.display()
        ));
    };
    let text = dataset_citation(&snapshot(dataset, View::default(), "en"), style);
    let existing = Existing::replaced_if(arguments.force);
    let written = write_file(out, text.as_bytes(), existing);
    written.map_err(|error| with_force(&error, arguments.force))
}

fn format_of(out: &Path) -> Result<Format, String> {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    Format::of_name(&name).copied().ok_or_else(|| {
        let known: Vec<&str> = FORMATS.iter().map(|format| format.ending).collect();
        format!(
            "{} does not say a format\nhint: end the name in one of {}, or in a slash for a folder",
            out.display(),
            known.join(" ")
        )
    })
}

fn asked(arguments: &Arguments, dataset: OpenDataset) -> Result<Order, String> {
    let id = arguments.figure.as_deref().unwrap_or_default();
    let spec = known(id)?;
    let view = arguments
        .view
        .as_deref()
        .map(|view| open::view(view, &dataset));
    Ok(Order {
        spec,
        snapshot: snapshot(dataset, view.unwrap_or_default(), "en"),
        drawing: FigureDrawing {
            points: arguments.size.map_or(PAGE.points, |Points(points)| points),
            theme: arguments.theme.unwrap_or(Theme::Light).into(),
            with_title: !arguments.no_title,
        },
        alt: arguments.alt.clone(),
    })
}

/// The order that a figure's file carries, changed where the command line says so.
fn again(arguments: &Arguments, dataset: OpenDataset, file: &Path) -> Result<Order, String> {
    let of_file = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let recipe = read_recipe(file).map_err(|error| of_file(&error))?;
    let spec = known(&recipe.figure).map_err(|error| of_file(&error))?;
    same_dataset(&recipe, &dataset).map_err(|error| of_file(&error))?;
    let view = open::view(&recipe.view, &dataset);
    let drawing = &recipe.drawing;
    let points = vec2(
        drawing.width.clamp(200.0, 8000.0),
        drawing.height.clamp(200.0, 8000.0),
    );
    let own = if drawing.dark {
        Theme::Dark
    } else {
        Theme::Light
    };
    Ok(Order {
        spec,
        snapshot: snapshot(dataset, view, &recipe.language),
        drawing: FigureDrawing {
            points: arguments.size.map_or(points, |Points(points)| points),
            theme: arguments.theme.unwrap_or(own).into(),
            with_title: drawing.title && !arguments.no_title,
        },
        alt: arguments.alt.clone().or(recipe.drawing.alt),
    })
}

/// A figure of another dataset cannot be made again; one of another state of it can, with a warning.
fn same_dataset(recipe: &Recipe, dataset: &OpenDataset) -> Result<(), String> {
    let then = &recipe.dataset;
    if then.id != dataset.id() {
        return Err(format!(
            "it was made from the dataset `{}`, not from `{}`\nhint: name that dataset before the options",
            then.id,
            dataset.id()
        ));
    }
    if then.checksum != dataset.catalog.checksum() {
        let now = dataset
            .catalog
            .meta()
            .map_or("", |meta| meta.version.as_str());
        say(&format!(
            "warning: the figure was made from version {} of the dataset; this is version {now} with other contents",
            then.version
        ));
    }
    Ok(())
}

fn known(id: &str) -> Result<&'static FigureSpec, String> {
    figure(id).ok_or_else(|| {
        let known: Vec<&str> = figures().map(|spec| spec.id).collect();
        format!(
            "there is no figure or table `{id}`\nhint: one of {}",
            known.join(", ")
        )
    })
}

fn snapshot(dataset: OpenDataset, view: View, language: &str) -> Snapshot {
    Snapshot {
        dataset,
        language: language.to_owned(),
        view,
    }
}

/// Prints what can be exported for the view.
fn list(arguments: &Arguments, dataset: &OpenDataset) {
    let view = arguments
        .view
        .as_deref()
        .map(|view| open::view(view, dataset));
    let shot = snapshot(dataset.clone(), view.unwrap_or_default(), "en");
    let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
    let words = AppState::new(dataset.clone(), Settings::default(), View::default(), jobs).words;
    let width = figures().map(|spec| spec.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for spec in figures() {
        let kind = if spec.picture.is_some() {
            "figure"
        } else {
            "table"
        };
        let name = words.t(spec.name);
        let about = match shot.data(spec) {
            Ok((_, table)) => format!("{name}, {} rows", table.rows.len()),
            Err(error) => format!("{name} ({error})"),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{:<width$}  {kind:<6}  {about}", spec.id);
    }
    // The reader may have gone away.
    let _ = std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes());
}
