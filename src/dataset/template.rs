//! A dataset to start from: small, made up, with words on every field.

use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/template");

/// The template by section: names of files and what is in them, in the order of the names.
#[must_use]
pub fn files() -> Vec<(String, String)> {
    let files = FILES.files().filter_map(|file| {
        let name = file.path().file_name()?.to_str()?;
        Some((name.to_owned(), file.contents_utf8()?.to_owned()))
    });
    let mut files: Vec<_> = files.collect();
    files.sort();
    files
}

/// The template as one file.
#[must_use]
pub fn single_file() -> String {
    let mut text = String::new();
    for (position, (_, contents)) in files().iter().enumerate() {
        // Each file is its comment and then one pair of brackets around its sections.
        let (comment, sections) = contents.split_once("(\n").unwrap_or_default();
        let sections = sections.trim_end().strip_suffix(')').unwrap_or(sections);
        if position == 0 {
            text.push_str(comment);
            text.push_str("(\n");
        } else {
            text.push('\n');
            for line in comment.lines() {
                text.push_str("    ");
                text.push_str(line);
                text.push('\n');
            }
        }
        text.push_str(sections);
    }
    text.push_str(")\n");
    text
}
