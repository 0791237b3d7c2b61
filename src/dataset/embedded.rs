//! The dataset that is part of the program.

use include_dir::{Dir, include_dir};
use std::borrow::Cow;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/kazakhstan-china");

/// The name under which the embedded files are shown.
pub const FOLDER: &str = "kazakhstan-china";

/// Names and contents of the embedded files, in no particular order.
pub(super) fn files() -> impl Iterator<Item = (String, Cow<'static, [u8]>)> {
    FILES.files().filter_map(|file| {
        let name = file.path().file_name()?.to_str()?;
        Some((name.to_owned(), Cow::Borrowed(file.contents())))
    })
}
