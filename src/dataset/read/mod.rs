//! From a file, a folder or the embedded files to a checked [`Catalog`], with everything found on the way.
//!
//! Finding files is in `gather`, reading one in `file`, RON in `parse` (plain files in [`quick`]), its errors in
//! `explain`, the places of findings in `places`; how much a dataset may be in `limits`. What must be true of it beyond its syntax is in
//! [`super::check`].

mod checksum;
mod codes;
mod explain;
mod file;
mod gather;
mod guard;
pub mod limits;
mod parse;
mod places;
pub mod quick;
mod version;

pub use codes::{CODES, CONTENTS};
pub use gather::is_dataset_file;
pub use parse::ron_options;

use super::catalog::Catalog;
use super::check;
use super::diagnostic::{Diagnostic, Report, shorten};
use super::index::Index;
use super::schema::Dataset;
use super::section;
use file::Unread;
use gather::Gathered;
use limits::Limits;
use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Where a dataset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The one that is part of the program.
    Embedded,
    /// A file, or a folder whose `*.ron` files are joined.
    Path(PathBuf),
}

impl Origin {
    /// The path as the user gave it, or a name for the embedded dataset.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Embedded => format!("{} (embedded)", super::embedded::FOLDER),
            Self::Path(path) => path.display().to_string(),
        }
    }
}

/// What is being done while a dataset loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Bytes are read; the unit is bytes.
    Reading,
    /// Files are parsed; the unit is bytes.
    Parsing,
    /// Rules are run; the unit is a rule, or some projects for many of them.
    Checking,
    /// The records are made ready to be asked; one unit.
    Indexing,
}

/// How far loading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
}

/// Gets told how far loading has come; stops it by answering [`ControlFlow::Break`].
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Loading was stopped by its watcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// The file, as the user named it or its folder.
    pub shown: String,
    /// Its size.
    pub bytes: u64,
}

/// What came of loading a dataset.
#[derive(Debug)]
pub struct Loaded {
    /// Where it came from.
    pub origin: Origin,
    /// The dataset; `None` if there are errors.
    pub catalog: Option<Catalog>,
    /// Everything that was found.
    pub report: Report,
    /// The files that could be read; empty if nothing could.
    pub files: Vec<ReadFile>,
    /// How many of everything there are in the files that could be parsed.
    pub counts: Vec<(&'static str, usize)>,
    /// Identifies the contents of the files: XXH64 over names and bytes, in hex.
    pub checksum: String,
}

/// A file's text on its way to a dataset.
struct SourceFile {
    shown: String,
    /// Where it is; of an embedded file, its name.
    path: PathBuf,
    text: Cow<'static, str>,
}

/// A file as it stands, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct ParsedFile {
    /// Where it is; of an embedded file, its name.
    pub path: PathBuf,
    /// Its text, without a byte-order mark.
    pub text: String,
    /// Its records.
    pub data: Dataset,
}

/// Reads the files of a dataset one by one, for those who compare or rewrite them. What the
/// records mean is not checked.
///
/// # Errors
/// With everything that could not be read or is no file of a dataset, if there is any.
pub fn files(origin: &Origin) -> Result<Vec<ParsedFile>, Report> {
    let limits = Limits::from_environment().unwrap_or_default();
    // Nobody watches, so nobody stops it.
    let gathered =
        gather::gather(origin, limits, &mut |_| ControlFlow::Continue(())).unwrap_or_default();
    let mut diagnostics = gathered.diagnostics;
    let mut files = Vec::with_capacity(gathered.texts.len());
    let version = version::diagnostic(&gathered.texts);
    for file in gathered.texts {
        match parse::parse(&file, limits) {
            Ok(data) => files.push(ParsedFile {
                path: file.path,
                text: file.text.into_owned(),
                data,
            }),
            Err(Unread::Because(diagnostic)) => diagnostics.push(*diagnostic),
            Err(Unread::Stopped) => {}
        }
    }
    if diagnostics.is_empty() {
        return Ok(files);
    }
    diagnostics.extend(version);
    Err(Report::new(diagnostics))
}

/// Loads and checks a dataset within the limits that the environment sets.
///
/// # Errors
/// Only when `watch` stops it; whatever is wrong with the dataset is in the report.
pub fn load(origin: &Origin, watch: &mut Watch<'_>) -> Result<Loaded, Stopped> {
    let (limits, bad_limit) = match Limits::from_environment() {
        Ok(limits) => (limits, None),
        Err(said) => (Limits::default(), Some(bad_limit(&said))),
    };
    let gathered = gather::gather_or_parse(origin, limits, watch)?;
    finish(origin.clone(), gathered, bad_limit, limits, watch)
}

/// Loads and checks a dataset within given limits.
///
/// # Errors
/// Only when `watch` stops it; whatever is wrong with the dataset is in the report.
pub fn load_within(
    origin: &Origin,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Loaded, Stopped> {
    let gathered = gather::gather_or_parse(origin, limits, watch)?;
    finish(origin.clone(), gathered, None, limits, watch)
}

/// Loads and checks a dataset whose files are in memory, each with its name.
///
/// # Errors
/// Only when `watch` stops it; whatever is wrong with the dataset is in the report.
pub fn load_files(
    files: Vec<(String, Vec<u8>)>,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Loaded, Stopped> {
    let named = files.into_iter();
    let named = named.map(|(name, contents)| (name.clone(), name, Cow::Owned(contents)));
    let gathered = gather::take_in(named);
    finish(Origin::Path(PathBuf::new()), gathered, None, limits, watch)
}

fn bad_limit(said: &str) -> Diagnostic {
    let variable = limits::MEMORY_VARIABLE;
    let message = format!("{variable} is `{said}`, which is no number of MB");
    Diagnostic {
        kind: &codes::BAD_LIMIT,
        message: shorten(message),
        place: None,
        hint: Some(format!(
            "set it to a whole number, such as {}",
            limits::MEMORY_MB
        )),
    }
}

/// From texts to a dataset.
fn finish(
    origin: Origin,
    mut gathered: Gathered,
    beforehand: Option<Diagnostic>,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Loaded, Stopped> {
    let mut diagnostics = std::mem::take(&mut gathered.diagnostics);
    let (parsed, errors) = match gathered.parsed.take() {
        Some(data) => (vec![data], Vec::new()),
        None => parse::parse_all(&gathered.texts, limits, watch)?,
    };
    diagnostics.extend(errors);

    let complete = diagnostics.is_empty();
    let joined = section::join(parsed);
    diagnostics.extend(beforehand);
    diagnostics.extend(places::surplus_meta(&joined, &gathered.texts));
    let mut omitted = Vec::new();
    let mut ids = Index::default();
    if complete {
        if diagnostics.is_empty() && gathered.is_large_and_at_hand() {
            // Most datasets have no findings, and then nobody needs the text again.
            gathered.texts.clear();
        }
        let found = check::run(&joined.data, watch)?;
        omitted = found.omitted;
        ids = found.index;
        let texts = places::texts(&origin, &mut gathered, &found.findings, limits, watch)?;
        diagnostics.extend(places::placed(found.findings, &joined.origins, &texts));
    } else if !gathered.texts.is_empty() {
        diagnostics.extend(version::diagnostic(&gathered.texts));
        diagnostics.push(Diagnostic {
            kind: &codes::NOT_CHECKED,
            message: "what the files mean was not checked, because not all of them could be read"
                .to_owned(),
            place: None,
            hint: Some("correct the errors, then check again".to_owned()),
        });
    }

    let report = Report::new(diagnostics).without(omitted);
    let counts = section::counts(&joined.data);
    let catalog = index(joined.data, ids, &report, watch)?;
    let checksum = || gathered.checksum.clone();
    Ok(Loaded {
        origin,
        catalog: catalog.map(|catalog| catalog.with_checksum(checksum())),
        report,
        files: gathered.files,
        counts,
        checksum: gathered.checksum,
    })
}

fn index(
    data: Dataset,
    ids: Index,
    report: &Report,
    watch: &mut Watch<'_>,
) -> Result<Option<Catalog>, Stopped> {
    tell(watch, Stage::Indexing, 0, 1)?;
    let usable = !report.has_errors();
    let catalog = usable.then(|| Catalog::with_index(data, ids));
    tell(watch, Stage::Indexing, 1, 1)?;
    Ok(catalog)
}

/// Tells the watcher how far things are.
pub(super) fn tell(
    watch: &mut Watch<'_>,
    stage: Stage,
    done: u64,
    total: u64,
) -> Result<(), Stopped> {
    match watch(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stopped),
    }
}

/// A length as the progress counts it.
fn bytes(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Every kind of finding there is, from reading and from the rules.
pub fn all_codes() -> impl Iterator<Item = &'static super::diagnostic::Code> {
    let rules = check::RULES.iter().map(|rule| &rule.about);
    CODES.iter().copied().chain(rules)
}
