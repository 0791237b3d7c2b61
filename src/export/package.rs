//! Packages: named files that belong together, as a folder or as a zip file.
//!
//! Both are written whole or not at all. Not here: what is in the files.

use super::write::{Existing, UNFINISHED, WriteError, folder_of, write_file};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Cursor, Write as _},
    path::Path,
};
use tempfile::{Builder, TempDir};
use zip::{CompressionMethod, DateTime, System, ZipWriter, write::SimpleFileOptions};

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Name inside the package; folders end in `/`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl PackFile {
    /// A file of a name and its contents.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// Writes a package as a folder.
///
/// The files go into an unfinished folder beside it, which then takes its name. With
/// [`Existing::Keep`] whatever has that name stays. [`Existing::Replace`] puts it in the place of
/// an earlier package only: a folder with any other file in it is never replaced.
///
/// # Errors
///
/// If a name is unusable or the folder could not be written; then nothing has changed.
pub fn write_folder(path: &Path, files: &[PackFile], existing: Existing) -> Result<(), WriteError> {
    let fail = |error: &io::Error| WriteError::from_io(path, error);
    check_names(path, files)?;
    let taken = fs::symlink_metadata(path).is_ok();
    if taken && existing == Existing::Keep {
        return Err(WriteError::Exists(path.to_owned()));
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if taken && !target.is_dir() {
        return Err(WriteError::IsFile(path.to_owned()));
    }
    if taken && let Some(name) = foreign(&target, files).map_err(|error| fail(&error))? {
        return Err(WriteError::Foreign(path.to_owned(), name));
    }
    let beside = folder_of(&target);
    let unfinished = unfinished_folder(&beside).map_err(|error| fail(&error))?;
    for file in files {
        fill(unfinished.path(), file).map_err(|error| fail(&error))?;
    }
    let moved = if taken {
        swap(unfinished.path(), &target, &beside)
    } else {
        claim(unfinished.path(), &target)
    };
    moved.map_err(|error| fail(&error))
}

/// Writes a package as a zip file.
///
/// # Errors
///
/// If a name is unusable or the file could not be written; then nothing has changed.
pub fn write_zip(path: &Path, files: &[PackFile], existing: Existing) -> Result<(), WriteError> {
    check_names(path, files)?;
    let bytes =
        zip_bytes(files).map_err(|error| WriteError::Other(path.to_owned(), error.to_string()))?;
    write_file(path, &bytes, existing)
}

/// A zip file of the files in their order; the same bytes for the same files on every system and
/// day, as all carry the first date that the format knows.
///
/// # Errors
///
/// If two files have one name, or the files are too large for the format.
pub fn zip_bytes(files: &[PackFile]) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .system(System::Unix)
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(&*file.name, options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// A name that every system can store, made of an id or a title: lower case, with hyphens for all
/// that is neither letter nor digit; `file` if nothing is left.
#[must_use]
pub fn file_name(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        // Some systems count bytes, up to 255, and an ending follows.
        if name.len() > 100 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() || is_reserved(name) {
        format!("file{}{name}", if name.is_empty() { "" } else { "-" })
    } else {
        name.to_owned()
    }
}

/// Names must be usable on every system, and inside the package.
fn check_names(path: &Path, files: &[PackFile]) -> Result<(), WriteError> {
    let mut seen = BTreeSet::new();
    for file in files {
        // Some systems do not tell upper case from lower case.
        let once = seen.insert(file.name.to_lowercase());
        if !once || !file.name.split('/').all(is_portable) {
            return Err(WriteError::Name(path.to_owned(), file.name.clone()));
        }
    }
    Ok(())
}

fn is_portable(part: &str) -> bool {
    let odd = |c: char| c.is_control() || "<>:\"\\|?*".contains(c);
    let stem = part.split('.').next().unwrap_or_default();
    !part.is_empty()
        && part.len() <= 255
        && !part.contains(odd)
        && !part.ends_with(['.', ' '])
        && !is_reserved(stem)
}

/// Whether Windows keeps the name for a device.
fn is_reserved(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let numbered = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']))
}

/// The name of something in a folder that no file of the package would replace.
fn foreign(folder: &Path, files: &[PackFile]) -> io::Result<Option<String>> {
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, inside)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{inside}{}", entry.file_name().to_string_lossy());
            let below = format!("{name}/");
            if entry.file_type()?.is_dir() && files.iter().any(|own| own.name.starts_with(&below)) {
                folders.push((entry.path(), below));
            } else if !files.iter().any(|own| own.name == name) {
                return Ok(Some(name));
            }
        }
    }
    Ok(None)
}

fn unfinished_folder(beside: &Path) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new folder: whatever the user's mask lets through.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(beside)
}

fn fill(folder: &Path, file: &PackFile) -> io::Result<()> {
    let path = folder.join(&file.name);
    fs::create_dir_all(folder_of(&path))?;
    let mut out = fs::File::create_new(path)?;
    out.write_all(&file.bytes)?;
    out.sync_all()
}

/// Gives a finished folder a name that must be free.
fn claim(finished: &Path, target: &Path) -> io::Result<()> {
    // Creating fails if anything has the name; renaming would replace an empty folder.
    fs::create_dir(target)?;
    if cfg!(windows) {
        // There a folder replaces nothing, so that the next step fails if the name is taken.
        fs::remove_dir(target)?;
    }
    fs::rename(finished, target).inspect_err(|_| {
        // Only an empty folder can be removed like this.
        let _ = fs::remove_dir(target);
    })
}

/// Puts a finished folder in the place of another, which is then removed.
fn swap(finished: &Path, target: &Path, beside: &Path) -> io::Result<()> {
    let hold = unfinished_folder(beside)?;
    let old = hold.path().join("old");
    fs::rename(target, &old)?;
    fs::rename(finished, target).inspect_err(|_| {
        // If even this fails, the old one is kept where it is.
        if fs::rename(&old, target).is_err() {
            let _ = hold.keep();
        }
    })
}
