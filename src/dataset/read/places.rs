//! Where in the files the findings are: the texts that are needed for it, and the places in them.

use super::gather::{self, Gathered};
use super::limits::{LARGE_BYTES, Limits};
use super::{Origin, SourceFile, Stopped, Watch, codes};
use crate::dataset::check::Finding;
use crate::dataset::diagnostic::{Diagnostic, Place, Spot};
use crate::dataset::place::{Root, Step};
use crate::dataset::position::{Lines, locate};
use crate::dataset::section::{Joined, Origins};

impl Gathered {
    /// Whether the texts take much memory, and can be read again when they are needed.
    pub(super) fn is_large_and_at_hand(&self) -> bool {
        let bytes = self.files.iter().map(|file| file.bytes);
        self.from_disk && bytes.sum::<u64>() >= super::bytes(LARGE_BYTES)
    }
}

/// The texts that findings have their places in. Where they were let go they are read once more;
/// if they have changed in between there are none, and the findings have no places.
pub(super) fn texts(
    origin: &Origin,
    gathered: &mut Gathered,
    findings: &[Finding],
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Vec<SourceFile>, Stopped> {
    let texts = std::mem::take(&mut gathered.texts);
    if findings.is_empty() || !texts.is_empty() {
        return Ok(texts);
    }
    let again = gather::gather(origin, limits, watch)?;
    if again.checksum == gathered.checksum {
        Ok(again.texts)
    } else {
        Ok(Vec::new())
    }
}

/// Says of each `meta` beyond the first where it is, and where the first is.
pub(super) fn surplus_meta(joined: &Joined, texts: &[SourceFile]) -> Vec<Diagnostic> {
    if joined.surplus_meta.is_empty() {
        // Looking for the first one would cost a pass over the text.
        return Vec::new();
    }
    let meta = [vec![Step::Field("meta")]];
    let place = |position: usize| {
        let file = texts.get(position)?;
        let span = locate(&file.text, &meta).pop().flatten()?;
        let lines = Lines::new(&file.text);
        Some(Place {
            file: file.shown.clone(),
            spot: Some(Spot::new(&lines, &span)),
        })
    };
    let first = joined.origins.meta().and_then(place);
    let first = first.map_or_else(String::new, |place| {
        let line = place.spot.map_or(1, |spot| spot.line);
        format!("; the first is at {}:{line}", place.file)
    });
    let surplus = joined.surplus_meta.iter();
    surplus
        .map(|position| Diagnostic {
            kind: &codes::SECOND_META,
            message: format!("the dataset has a second `meta`{first}"),
            place: place(*position),
            hint: Some("keep `meta` in one file only".to_owned()),
        })
        .collect()
}

/// Finds the place of each finding in the files: one pass over each file concerned.
pub(super) fn placed(
    findings: Vec<Finding>,
    origins: &Origins,
    texts: &[SourceFile],
) -> Vec<Diagnostic> {
    let mut by_file: Vec<Vec<(Vec<Step<'static>>, Finding)>> = Vec::new();
    by_file.resize_with(texts.len(), Vec::new);
    let mut diagnostics = Vec::with_capacity(findings.len());
    for finding in findings {
        match path_in_file(&finding, origins) {
            Some((file, path)) if file < by_file.len() => {
                if let Some(list) = by_file.get_mut(file) {
                    list.push((path, finding));
                }
            }
            _ => diagnostics.push(diagnostic(finding, None)),
        }
    }
    for (file, list) in texts.iter().zip(by_file) {
        if list.is_empty() {
            continue;
        }
        let (paths, list): (Vec<_>, Vec<_>) = list.into_iter().unzip();
        let lines = Lines::new(&file.text);
        let spans = locate(&file.text, &paths);
        for (finding, span) in list.into_iter().zip(spans) {
            let place = Place {
                file: file.shown.clone(),
                spot: span.map(|span| Spot::new(&lines, &span)),
            };
            diagnostics.push(diagnostic(finding, Some(place)));
        }
    }
    diagnostics
}

/// The file a finding is about, and the way to the value from the top of that file.
fn path_in_file(finding: &Finding, origins: &Origins) -> Option<(usize, Vec<Step<'static>>)> {
    let (file, mut path) = match finding.at.root() {
        Root::Dataset => return None,
        Root::Meta => (origins.meta()?, vec![Step::Field("meta")]),
        Root::Item(section, index) => {
            let (file, index) = origins.find(section, index)?;
            let fields = section.fields().iter().map(|field| Step::Field(field));
            (file, fields.chain([Step::Index(index)]).collect())
        }
    };
    path.extend(finding.at.steps());
    Some((file, path))
}

fn diagnostic(finding: Finding, place: Option<Place>) -> Diagnostic {
    Diagnostic {
        kind: finding.kind,
        message: finding.message,
        place,
        hint: finding.hint,
    }
}
