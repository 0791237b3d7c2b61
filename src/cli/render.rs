//! The render command: tabs of the window as pictures, without a window, a display or a GPU.

use super::{
    NOTHING_DONE,
    open::{self, Size, Theme, say},
};
use crate::{
    app::{
        Action, AppState, View,
        jobs::{Jobs, Runner},
        settings::{Settings, ThemeChoice},
        state::OpenDataset,
        update,
    },
    export::{
        svg::{Picture, draw_ui},
        write::{Existing, create_folder, write_file},
    },
    ui::{
        Window,
        tabs::{TABS, TabSpec},
    },
};
use clap::Args;
use eframe::egui::Context;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

/// Draw tabs as pictures, without a window
///
/// Exit code: 0 when all pictures are written, 1 if the dataset has errors, 2 for wrong use or
/// if nothing could be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The dataset [default: the one in the program]
    dataset: Option<PathBuf>,
    /// Id of the tab, or `all` [default: the view's own for one file, else all]
    #[arg(long, value_parser = tab_id)]
    tab: Option<String>,
    /// What to show: a view as text, such as `view:1 tab:trade trade.show:balance`
    #[arg(long, value_name = "TEXT")]
    view: Option<String>,
    /// Size of the window in points
    #[arg(long, default_value = "1280x800")]
    size: Size,
    /// Pixels a point, for PNG
    #[arg(long, default_value_t = 1.0)]
    scale: f32,
    /// Light or dark
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// A file ending in .png or .svg, or a folder for one PNG a tab
    #[arg(long)]
    out: PathBuf,
}

fn tab_id(text: &str) -> Result<String, String> {
    let known: Vec<&str> = TABS.iter().map(|spec| spec.id).collect();
    if text == "all" || known.contains(&text) {
        Ok(text.to_owned())
    } else {
        Err(format!(
            "there is no such tab; write all, {}",
            known.join(", ")
        ))
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let dataset = match open::dataset(arguments.dataset.clone()) {
        Ok(dataset) => dataset,
        Err(code) => return code,
    };
    let view = arguments.view.as_deref();
    let view = view.map(|view| open::view(view, &dataset));
    match draw_all(arguments, &dataset, view.as_ref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&problem);
            ExitCode::from(NOTHING_DONE)
        }
    }
}

/// The tabs to draw: those asked for, else for one file the view's own, else all.
fn wanted(tab: Option<&str>, view: Option<&View>, file: bool) -> Vec<&'static TabSpec> {
    let own = view.filter(|_| file).map(|view| view.tab);
    let wanted = |spec: &&TabSpec| match (tab, own) {
        (Some(id), _) => id == "all" || id == spec.id,
        (None, Some(tab)) => tab == spec.tab,
        (None, None) => true,
    };
    TABS.iter().filter(wanted).collect()
}

fn draw_all(
    arguments: &Arguments,
    dataset: &OpenDataset,
    view: Option<&View>,
) -> Result<(), String> {
    let file = arguments
        .out
        .extension()
        .is_some_and(|ending| ending == "png" || ending == "svg");
    let tabs = wanted(arguments.tab.as_deref(), view, file);
    if file && tabs.len() > 1 {
        return Err(format!(
            "{} is one file and there are {} tabs\nhint: name a tab with --tab, or a folder with --out",
            arguments.out.display(),
            tabs.len()
        ));
    }
    for spec in tabs {
        let view = view.cloned().unwrap_or_default();
        let picture = draw(arguments, dataset, view, spec);
        if !picture.missing_glyphs.is_empty() {
            let missing: String = picture.missing_glyphs.iter().collect();
            return Err(format!(
                "no font has the characters `{missing}` of the tab {}",
                spec.id
            ));
        }
        let path = if file {
            arguments.out.clone()
        } else {
            arguments.out.join(format!("{}.png", spec.id))
        };
        write(&path, &picture, arguments.scale)?;
    }
    Ok(())
}

/// A tab as a person would see it.
fn draw(arguments: &Arguments, dataset: &OpenDataset, view: View, spec: &TabSpec) -> Picture {
    let settings = Settings {
        theme: match arguments.theme {
            Theme::Light => ThemeChoice::Light,
            Theme::Dark => ThemeChoice::Dark,
        },
        ..Settings::default()
    };
    let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
    let mut state = AppState::new(dataset.clone(), settings, view, jobs);
    update::apply(&mut state, Action::ShowTab(spec.tab));
    let ctx = Context::default();
    let mut window = Window::new(&ctx, state);
    draw_ui(&ctx, arguments.size.0, |ui| window.frame(ui))
}

/// Writes a picture, over an earlier one too, and creates the folder that it goes into.
fn write(path: &Path, picture: &Picture, scale: f32) -> Result<(), String> {
    let bytes = if path.extension().is_some_and(|ending| ending == "svg") {
        picture.svg.clone().into_bytes()
    } else {
        picture
            .png(scale)
            .map_err(|error| format!("cannot draw {}: {error}", path.display()))?
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let written = folder.map_or(Ok(()), create_folder);
    written
        .and_then(|()| write_file(path, &bytes, Existing::Replace))
        .map_err(|error| error.to_string())
}
