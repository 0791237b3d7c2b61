//! The diff command: what differs between two datasets, for people and for programs.

use super::{NOTHING_DONE, open::say};
use crate::dataset::{
    diff::{Change, Counted, What, compare, counts, shown},
    read::{self, Origin},
    schema::Dataset,
    section,
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Print what was added, removed and changed from one dataset to another
///
/// Records are compared by id, and what has no id, such as figures, by content. Numbers in brackets
/// count from 0: of what was added in the new dataset, else in the old one.
///
/// Exit code: 0 without differences, 1 with some, 2 for wrong use or a dataset that cannot be read.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A RON file, or a folder of them
    old: PathBuf,
    /// Another
    new: PathBuf,
    /// How to print: text for people; json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let (Some(old), Some(new)) = (dataset(&arguments.old), dataset(&arguments.new)) else {
        return ExitCode::from(NOTHING_DONE);
    };
    let changes = compare(&old, &new);
    let text = match arguments.format {
        Format::Text => text(&changes),
        Format::Json => json(arguments, &changes),
    };
    let mut out = io::stdout().lock();
    // Nobody is left to tell when the output is closed.
    if writeln!(out, "{}", text.trim_end())
        .and_then(|()| out.flush())
        .is_err()
    {
        return ExitCode::from(NOTHING_DONE);
    }
    ExitCode::from(u8::from(!changes.is_empty()))
}

/// The records of a dataset; what they mean is not checked, so that work in progress can be
/// compared. Nothing after its errors are printed.
fn dataset(path: &Path) -> Option<Dataset> {
    match read::files(&Origin::Path(path.to_owned())) {
        Ok(files) => Some(section::join(files.into_iter().map(|file| file.data)).data),
        Err(report) => {
            super::open::errors(&report);
            say(&format!("{} was not read", path.display()));
            None
        }
    }
}

fn text(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "no differences".to_owned();
    }
    let mut text = String::new();
    let mut section = "";
    for change in changes {
        if change.section != section {
            if !section.is_empty() {
                text.push('\n');
            }
            section = &change.section;
        }
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", line(change));
    }
    text.push('\n');
    text.push_str(&table(&counts(changes)));
    text
}

fn line(change: &Change) -> String {
    let whole = change.inside.is_empty();
    match &change.what {
        What::Added(new) if whole => format!("+ {change}{}", title(new)),
        What::Removed(old) if whole => format!("- {change}{}", title(old)),
        What::Added(new) => format!("+ {change}: {}", shown(new)),
        What::Removed(old) => format!("- {change}: {}", shown(old)),
        What::Changed(old, new) => format!("~ {change}: {} -> {}", shown(old), shown(new)),
        What::Reordered => format!("~ {change}: in another order"),
    }
}

/// What a record is called, in the first language it has; all of it where it has no name.
fn title(record: &Value) -> String {
    let named = ["name", "title", "text"]
        .iter()
        .find_map(|field| record.get(field));
    let name = match named {
        Some(Value::Object(languages)) => languages.get("en").or_else(|| languages.values().next()),
        other => other,
    };
    match name {
        Some(name) => format!(" {}", shown(name)),
        None => format!(": {}", shown(record)),
    }
}

fn table(counts: &[Counted]) -> String {
    let names = counts.iter().map(|own| own.name.len());
    let width = names.max().unwrap_or(0);
    let mut text = String::new();
    let row = |text: &mut String, name: &str, cells: [&str; 3]| {
        let [added, removed, changed] = cells;
        let _ = writeln!(text, "{name:<width$} {added:>8} {removed:>8} {changed:>8}");
    };
    row(&mut text, "", ["added", "removed", "changed"]);
    for own in counts {
        let cells = [own.added, own.removed, own.changed].map(|count| count.to_string());
        let [added, removed, changed] = &cells;
        row(&mut text, own.name, [added, removed, changed]);
    }
    text
}

/// The comparison as programs see it.
#[derive(Serialize)]
struct Json<'a> {
    old: String,
    new: String,
    same: bool,
    counts: BTreeMap<&'a str, JsonCounts>,
    changes: Vec<JsonChange<'a>>,
}

#[derive(Serialize)]
struct JsonCounts {
    added: usize,
    removed: usize,
    changed: usize,
}

#[derive(Serialize)]
struct JsonChange<'a> {
    section: &'a str,
    record: Option<&'a str>,
    path: String,
    what: &'a str,
    old: Option<&'a Value>,
    new: Option<&'a Value>,
}

fn json(arguments: &Arguments, changes: &[Change]) -> String {
    let counts = counts(changes);
    let counts = counts.iter().map(|own| {
        let numbers = JsonCounts {
            added: own.added,
            removed: own.removed,
            changed: own.changed,
        };
        (own.name, numbers)
    });
    let listed = changes.iter().map(|change| JsonChange {
        section: &change.section,
        record: change.record.as_deref(),
        path: change.to_string(),
        what: change.what.word(),
        old: change.what.before(),
        new: change.what.after(),
    });
    let json = Json {
        old: arguments.old.display().to_string(),
        new: arguments.new.display().to_string(),
        same: changes.is_empty(),
        counts: counts.collect(),
        changes: listed.collect(),
    };
    // Texts and numbers only: nothing here can fail.
    serde_json::to_string_pretty(&json).unwrap_or_default()
}
