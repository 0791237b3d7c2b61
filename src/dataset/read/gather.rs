//! Finds the files of a dataset and reads them as text, within limits.

use super::checksum::Checksum;
use super::file::{Counter, Found, Unread, about, into_text, not_utf8, refused};
use super::limits::{Limits, MAX_ENTRIES, MAX_FILES};
use super::parse::parse_file;
use super::{Origin, ReadFile, SourceFile, Stage, Stopped, Watch, bytes, codes, tell};
use crate::dataset::diagnostic::Diagnostic;
use crate::dataset::embedded;
use crate::dataset::schema::Dataset;
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Entries of a folder that are listed between two reports of progress.
const ENTRIES_A_REPORT: usize = 1_024;

/// Everything read, and what could not be.
#[derive(Default)]
pub(super) struct Gathered {
    pub texts: Vec<SourceFile>,
    pub files: Vec<ReadFile>,
    pub diagnostics: Vec<Diagnostic>,
    pub checksum: String,
    /// What the one file says, where it was parsed while it was read; it has no text then.
    pub parsed: Option<Dataset>,
    /// Whether the texts come from files that can be read again.
    pub from_disk: bool,
}

/// Reads all files of a dataset.
pub(super) fn gather(
    origin: &Origin,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Gathered, Stopped> {
    match origin {
        Origin::Embedded => {
            let mut files: Vec<_> = embedded::files().collect();
            files.retain(|(name, _)| is_dataset_file(Path::new(name)));
            files.sort_by(|a, b| a.0.cmp(&b.0));
            let named = files.into_iter().map(|(name, contents)| {
                let shown = format!("{}/{name}", embedded::FOLDER);
                (name, shown, contents)
            });
            Ok(take_in(named))
        }
        Origin::Path(path) => gather_path(path, limits, false, watch),
    }
}

/// The same, but a large file that is all there is may be parsed while it is read.
pub(super) fn gather_or_parse(
    origin: &Origin,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Gathered, Stopped> {
    match origin {
        Origin::Embedded => gather(origin, limits, watch),
        Origin::Path(path) => gather_path(path, limits, true, watch),
    }
}

/// Takes in files that are in memory: the name that counts, the name shown, the contents.
pub(super) fn take_in(
    files: impl Iterator<Item = (String, String, Cow<'static, [u8]>)>,
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut checksum = Checksum::new();
    for (name, shown, contents) in files {
        checksum.add(&name, &contents);
        let path = PathBuf::from(name);
        gathered.add(shown, path, contents);
    }
    gathered.checksum = checksum.finish();
    gathered
}

fn gather_path(
    path: &Path,
    limits: Limits,
    may_parse: bool,
    watch: &mut Watch<'_>,
) -> Result<Gathered, Stopped> {
    let mut gathered = Gathered {
        from_disk: true,
        ..Gathered::default()
    };
    let mut checksum = Checksum::new();
    let found = gathered.find(path, watch)?;
    let total = found
        .iter()
        .map(|file| file.bytes)
        .fold(0, u64::saturating_add);
    let found = gathered.within(found, path, total, limits);
    if let [file] = found.as_slice()
        && may_parse
        && file.is_large()
        && let Some((data, checksum)) = parse_file(file, limits, watch)?
    {
        gathered.files.push(ReadFile {
            shown: file.path.display().to_string(),
            bytes: file.bytes,
        });
        gathered.parsed = Some(data);
        gathered.checksum = checksum.finish();
        return Ok(gathered);
    }
    let mut counter = Counter { done: 0, total };
    for file in found {
        match file.read(&mut counter, watch) {
            Ok(contents) => {
                checksum.add(&name_of(&file.path), &contents);
                let shown = file.path.display().to_string();
                gathered.add(shown, file.path, Cow::Owned(contents));
            }
            Err(Unread::Because(diagnostic)) => gathered.diagnostics.push(*diagnostic),
            Err(Unread::Stopped) => return Err(Stopped),
        }
    }
    gathered.checksum = checksum.finish();
    Ok(gathered)
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// `*.ron`, but not hidden files such as those an editor leaves.
pub fn is_dataset_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron") && !name_of(path).starts_with('.')
}

impl Gathered {
    /// The files of a path, in the order of their names; those that cannot be read are reported.
    fn find(&mut self, path: &Path, watch: &mut Watch<'_>) -> Result<Vec<Found>, Stopped> {
        let is_folder = match fs::metadata(path) {
            Ok(metadata) => metadata.is_dir(),
            Err(error) => {
                self.diagnostics
                    .push(refused(path, "looking at the path", &error));
                return Ok(Vec::new());
            }
        };
        if !is_folder {
            return Ok(self.examine(path.to_owned()).into_iter().collect());
        }
        let paths = match list(path, watch)? {
            Ok(paths) => paths,
            Err(error) => {
                self.diagnostics
                    .push(refused(path, "listing the folder", &error));
                return Ok(Vec::new());
            }
        };
        match paths {
            Listed::Files(paths) if paths.is_empty() => {
                let message = "the folder has no files with the ending `.ron`";
                let hint = "name a dataset file, or a folder that holds some";
                self.diagnostics
                    .push(about(&codes::NO_FILES, path, message, hint));
                Ok(Vec::new())
            }
            Listed::Files(paths) => {
                let found = paths.into_iter().filter_map(|path| self.examine(path));
                Ok(found.collect())
            }
            Listed::TooMany(message) => {
                let hint = "is it the right folder? files can be joined into one";
                self.diagnostics
                    .push(about(&codes::TOO_MANY_FILES, path, message, hint));
                Ok(Vec::new())
            }
        }
    }

    /// Looks at a file before it is opened: opening a pipe would wait for ever.
    fn examine(&mut self, path: PathBuf) -> Option<Found> {
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => {
                self.diagnostics
                    .push(refused(&path, "looking at the file", &error));
                return None;
            }
        };
        if !metadata.is_file() {
            let message = "this is neither a regular file nor a folder of them";
            let hint = "name a dataset file, or a folder that holds some";
            self.diagnostics
                .push(about(&codes::NOT_A_FILE, &path, message, hint));
            return None;
        }
        let bytes = metadata.len();
        Some(Found { path, bytes })
    }

    /// The files if they are not too large: each for itself, and all together.
    fn within(
        &mut self,
        mut found: Vec<Found>,
        path: &Path,
        total: u64,
        limits: Limits,
    ) -> Vec<Found> {
        let most = limits.files();
        let mb = limits.memory_mb();
        let hint = format!(
            "split a dataset of several subjects, or allow more memory than {mb} MB with `--limit-mb`"
        );
        let before = found.len();
        found.retain(|file| {
            let fits = file.bytes <= most;
            if !fits {
                let message = format!("the file has {} bytes; at most {most} are read", file.bytes);
                let finding = about(&codes::TOO_LARGE, &file.path, message, &hint);
                self.diagnostics.push(finding);
            }
            fits
        });
        if found.len() == before && total > most {
            let message = format!("its files have {total} bytes together; at most {most} are read");
            self.diagnostics
                .push(about(&codes::TOO_LARGE, path, message, &hint));
            found.clear();
        }
        found
    }

    /// Takes in the contents of a file as text.
    fn add(&mut self, shown: String, path: PathBuf, contents: Cow<'static, [u8]>) {
        self.files.push(ReadFile {
            shown: shown.clone(),
            bytes: bytes(contents.len()),
        });
        match into_text(contents) {
            Ok(text) if text.trim().is_empty() => {
                let hint = "write a dataset, at least `(meta: (…))`, or remove the file";
                let finding = about(
                    &codes::EMPTY_FILE,
                    Path::new(&shown),
                    "the file is empty",
                    hint,
                );
                self.diagnostics.push(finding);
            }
            Ok(text) => self.texts.push(SourceFile { shown, path, text }),
            Err(invalid) => self.diagnostics.push(not_utf8(shown, &invalid)),
        }
    }
}

/// What a folder holds.
enum Listed {
    /// The `*.ron` files by name.
    Files(Vec<PathBuf>),
    /// More than is read.
    TooMany(String),
}

/// Lists a folder, no further than it may hold.
fn list(folder: &Path, watch: &mut Watch<'_>) -> Result<io::Result<Listed>, Stopped> {
    let mut paths = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return Ok(Err(error)),
    };
    for (count, entry) in entries.enumerate() {
        if count % ENTRIES_A_REPORT == 0 {
            tell(watch, Stage::Reading, 0, 0)?;
        }
        if count == MAX_ENTRIES {
            let message = format!("the folder has more than {MAX_ENTRIES} entries");
            return Ok(Ok(Listed::TooMany(message)));
        }
        match entry {
            Ok(entry) if is_dataset_file(&entry.path()) => paths.push(entry.path()),
            Ok(_) => {}
            Err(error) => return Ok(Err(error)),
        }
        if paths.len() > MAX_FILES {
            let message = format!("the folder has more than {MAX_FILES} `*.ron` files");
            return Ok(Ok(Listed::TooMany(message)));
        }
    }
    paths.sort();
    Ok(Ok(Listed::Files(paths)))
}
