//! Files of another version of the format, of which not even the fields may be known.
//!
//! This is the place for older versions too: once there is a version 2, files of version 1 are
//! turned into the present types here, before they are joined. Nothing is turned as long as there
//! is one version.

use super::SourceFile;
use crate::dataset::check::{RULES, other_version};
use crate::dataset::diagnostic::{Diagnostic, Place, Spot};
use crate::dataset::place::Step;
use crate::dataset::position::{Lines, locate};

/// What to say where files could not be parsed and one of them names another version: that is
/// why they could not. Files that can be parsed are left to the rules.
pub(super) fn diagnostic(files: &[SourceFile]) -> Option<Diagnostic> {
    let rule = RULES
        .iter()
        .find(|rule| rule.about.code == "schema-version")?;
    files.iter().find_map(|file| {
        let way = [vec![Step::Field("meta"), Step::Field("schema")]];
        let span = locate(&file.text, &way).pop().flatten()?;
        let found = file.text.get(span.clone())?.parse().ok()?;
        let (message, hint) = other_version(found)?;
        Some(Diagnostic {
            kind: &rule.about,
            message: format!("meta, schema: {message}"),
            place: Some(Place {
                file: file.shown.clone(),
                spot: Some(Spot::new(&Lines::new(&file.text), &span)),
            }),
            hint: Some(hint.to_owned()),
        })
    })
}
