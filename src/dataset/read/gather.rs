//! Finds the files of a dataset and reads them as text, within limits.

use super::{Origin, ReadFile, SourceFile, Stage, Stopped, Watch, bytes, codes, tell};
use crate::dataset::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::dataset::embedded;
use crate::dataset::position::Lines;
use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

/// Largest file that is read.
pub(super) const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Most files that are read from one folder.
pub(super) const MAX_FILES: usize = 10_000;
/// Bytes read between two reports of progress.
const CHUNK_BYTES: u64 = 4 * 1024 * 1024;

/// Everything read, and what could not be.
#[derive(Default)]
pub(super) struct Gathered {
    pub texts: Vec<SourceFile>,
    pub files: Vec<ReadFile>,
    pub diagnostics: Vec<Diagnostic>,
    pub checksum: String,
}

/// A file that exists.
struct Found {
    path: PathBuf,
    bytes: u64,
}

/// Reads all files of a dataset.
pub(super) fn gather(origin: &Origin, watch: &mut Watch<'_>) -> Result<Gathered, Stopped> {
    let mut gathered = Gathered::default();
    let mut checksum = Checksum::new();
    match origin {
        Origin::Embedded => {
            let mut files: Vec<_> = embedded::files().collect();
            files.retain(|(name, _)| is_dataset_file(Path::new(name)));
            files.sort_by(|a, b| a.0.cmp(&b.0));
            for (name, contents) in files {
                checksum.add(&name, &contents);
                let shown = format!("{}/{name}", embedded::FOLDER);
                gathered.add(shown, name.into(), contents);
            }
        }
        Origin::Path(path) => {
            let found = gathered.find(path);
            let total = found.iter().map(|file| file.bytes).sum();
            let mut done = 0;
            for file in found {
                let Some(contents) = gathered.read(&file, &mut done, total, watch)? else {
                    continue;
                };
                checksum.add(&name_of(&file.path), &contents);
                let shown = file.path.display().to_string();
                gathered.add(shown, file.path, Cow::Owned(contents));
            }
        }
    }
    gathered.checksum = checksum.finish();
    Ok(gathered)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// `*.ron`, but not hidden files such as those an editor leaves.
fn is_dataset_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron") && !name_of(path).starts_with('.')
}

impl Gathered {
    fn fail(&mut self, kind: &'static Code, path: &Path, message: String, hint: &str) {
        self.diagnostics.push(Diagnostic {
            kind,
            message,
            place: Some(Place {
                file: path.display().to_string(),
                spot: None,
            }),
            hint: Some(hint.to_owned()),
        });
    }

    fn refused(&mut self, path: &Path, doing: &str, error: &io::Error) {
        if error.kind() == io::ErrorKind::NotFound {
            let message = "there is no such file or folder".to_owned();
            let hint = "look for a misspelling; the path is relative to the current folder";
            self.fail(&codes::NOT_FOUND, path, message, hint);
        } else {
            let message = format!("{doing} failed: {error}");
            let hint = "look at the permissions of the file and its folders";
            self.fail(&codes::UNREADABLE, path, message, hint);
        }
    }

    /// The files of a path, in the order of their names; those that cannot be read are reported.
    fn find(&mut self, path: &Path) -> Vec<Found> {
        let is_folder = match fs::metadata(path) {
            Ok(metadata) => metadata.is_dir(),
            Err(error) => {
                self.refused(path, "looking at the path", &error);
                return Vec::new();
            }
        };
        if !is_folder {
            return self.examine(path.to_owned()).into_iter().collect();
        }
        let paths = match list(path) {
            Ok(paths) => paths,
            Err(error) => {
                self.refused(path, "listing the folder", &error);
                return Vec::new();
            }
        };
        if paths.is_empty() {
            let message = "the folder has no files with the ending `.ron`".to_owned();
            let hint = "name a dataset file, or a folder that holds some";
            self.fail(&codes::NO_FILES, path, message, hint);
        }
        if paths.len() > MAX_FILES {
            let message = format!("the folder has {} `*.ron` files", paths.len());
            let hint = format!("at most {MAX_FILES} are read; is it the right folder?");
            self.fail(&codes::TOO_MANY_FILES, path, message, &hint);
            return Vec::new();
        }
        let found = paths.into_iter().filter_map(|path| self.examine(path));
        found.collect()
    }

    /// Looks at a file before it is opened: opening a pipe would wait for ever.
    fn examine(&mut self, path: PathBuf) -> Option<Found> {
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => {
                self.refused(&path, "looking at the file", &error);
                return None;
            }
        };
        if !metadata.is_file() {
            let message = "this is neither a regular file nor a folder of them".to_owned();
            let hint = "name a dataset file, or a folder that holds some";
            self.fail(&codes::NOT_A_FILE, &path, message, hint);
            return None;
        }
        let bytes = metadata.len();
        if bytes > MAX_FILE_BYTES {
            self.too_large(&path, bytes);
            return None;
        }
        Some(Found { path, bytes })
    }

    fn too_large(&mut self, path: &Path, bytes: u64) {
        let message = format!("the file has {bytes} bytes; at most {MAX_FILE_BYTES} are read");
        let hint = "split it: the files of a folder are joined";
        self.fail(&codes::TOO_LARGE, path, message, hint);
    }

    /// Reads one file; `None` if that fails.
    fn read(
        &mut self,
        file: &Found,
        done: &mut u64,
        total: u64,
        watch: &mut Watch<'_>,
    ) -> Result<Option<Vec<u8>>, Stopped> {
        let mut contents = Vec::with_capacity(usize::try_from(file.bytes).unwrap_or(0));
        let mut reader = match File::open(&file.path) {
            Ok(reader) => reader,
            Err(error) => {
                self.refused(&file.path, "opening the file", &error);
                return Ok(None);
            }
        };
        loop {
            tell(watch, Stage::Reading, *done, total.max(*done))?;
            match reader.by_ref().take(CHUNK_BYTES).read_to_end(&mut contents) {
                Ok(0) => return Ok(Some(contents)),
                Ok(read) => *done += bytes(read),
                Err(error) => {
                    self.refused(&file.path, "reading the file", &error);
                    return Ok(None);
                }
            }
            // The file may grow while it is read.
            if bytes(contents.len()) > MAX_FILE_BYTES {
                self.too_large(&file.path, bytes(contents.len()));
                return Ok(None);
            }
        }
    }

    /// Takes in the contents of a file as text.
    fn add(&mut self, shown: String, path: PathBuf, contents: Cow<'static, [u8]>) {
        self.files.push(ReadFile {
            shown: shown.clone(),
            bytes: bytes(contents.len()),
        });
        match into_text(contents) {
            Ok(text) => self.texts.push(SourceFile { shown, path, text }),
            Err(invalid) => self.diagnostics.push(not_utf8(shown, &invalid)),
        }
    }
}

/// The `*.ron` files of a folder by name.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_dataset_file(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Text without its byte-order mark.
fn into_text(contents: Cow<'static, [u8]>) -> Result<Cow<'static, str>, Vec<u8>> {
    const MARK: char = '\u{feff}';
    match contents {
        Cow::Borrowed(contents) => match str::from_utf8(contents) {
            Ok(text) => Ok(Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text))),
            Err(_) => Err(contents.to_owned()),
        },
        Cow::Owned(contents) => {
            let mut text = String::from_utf8(contents).map_err(FromUtf8Error::into_bytes)?;
            if text.starts_with(MARK) {
                text.drain(..MARK.len_utf8());
            }
            Ok(Cow::Owned(text))
        }
    }
}

fn not_utf8(shown: String, contents: &[u8]) -> Diagnostic {
    let valid = str::from_utf8(contents)
        .err()
        .map_or(0, |e| e.valid_up_to());
    let byte = contents.get(valid).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(contents);
    // Up to the invalid byte both texts are the same.
    let spot = Spot::new(&Lines::new(&text), &(valid..valid + '\u{fffd}'.len_utf8()));
    Diagnostic {
        kind: &codes::NOT_UTF8,
        message: format!("byte {} of the file, 0x{byte:02X}, is not UTF-8", valid + 1),
        place: Some(Place {
            file: shown,
            spot: Some(spot),
        }),
        hint: Some("save the file as UTF-8".to_owned()),
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo): tells datasets apart, does not resist forgery.
struct Checksum(u64);

impl Checksum {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, name: &str, contents: &[u8]) {
        // A zero byte after the name keeps it apart from the contents.
        for byte in name.bytes().chain([0]).chain(contents.iter().copied()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(self) -> String {
        format!("{:016x}", self.0)
    }
}
