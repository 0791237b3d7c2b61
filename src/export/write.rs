//! Files written whole or not at all, and never over another file unless that was asked for.
//!
//! Not here: what is in them, and in which folder (`package` builds folders of files).

use std::{
    error::Error,
    fmt,
    fs::{self, File, Permissions},
    io::{self, BufWriter, ErrorKind, Write},
    path::{Path, PathBuf},
};
use tempfile::{Builder, NamedTempFile};

/// Start of the names of unfinished files; hidden on most systems.
pub(super) const UNFINISHED: &str = ".belt-explorer-";
/// Bytes that are collected before the system is asked to write them.
const BUFFER_BYTES: usize = 1 << 16;

/// What happens to a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existing {
    /// It stays as it is, and nothing is written.
    #[default]
    Keep,
    /// The new one takes its place.
    Replace,
}

impl Existing {
    /// What a person chose who may have asked to write over things.
    #[must_use]
    pub fn replaced_if(asked: bool) -> Self {
        if asked { Self::Replace } else { Self::Keep }
    }
}

/// Why something was not written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// There is something of that name already.
    Exists(PathBuf),
    /// The folder that it should go into is not there.
    NoFolder(PathBuf),
    /// The system does not allow it.
    NoPermission(PathBuf),
    /// There is no room, or a limit is reached.
    Full(PathBuf),
    /// A file was wanted and there is a folder.
    IsFolder(PathBuf),
    /// A folder was wanted and there is a file.
    IsFile(PathBuf),
    /// The folder holds something that is not part of a package: the folder and the name in it.
    Foreign(PathBuf, String),
    /// A name that not every system can store: where it should go and the name.
    Name(PathBuf, String),
    /// Anything else, in the system's words.
    Other(PathBuf, String),
}

impl WriteError {
    /// Where it happened.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Exists(path)
            | Self::NoFolder(path)
            | Self::NoPermission(path)
            | Self::Full(path)
            | Self::IsFolder(path)
            | Self::IsFile(path)
            | Self::Foreign(path, _)
            | Self::Name(path, _)
            | Self::Other(path, _) => path,
        }
    }

    /// What the system reported while `path` was written.
    pub(super) fn from_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NoPermission(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full(path)
            }
            ErrorKind::IsADirectory => Self::IsFolder(path),
            _ => Self::Other(path, error.to_string()),
        }
    }

    /// What is wrong in words, with advice that fits the one who asked.
    #[must_use]
    pub fn with_hint(&self, hint: &str) -> String {
        let path = self.path().display();
        format!("cannot write {path}: {}\nhint: {hint}", self.why())
    }

    fn why(&self) -> String {
        match self {
            Self::Exists(_) => "it is there already".to_owned(),
            Self::NoFolder(path) => {
                format!("there is no folder {}", folder_of(path).display())
            }
            Self::NoPermission(_) => "writing there is not allowed".to_owned(),
            Self::Full(_) => "there is no room left".to_owned(),
            Self::IsFolder(_) => "that is a folder".to_owned(),
            Self::IsFile(_) => "that is a file, and a folder is to be written".to_owned(),
            Self::Foreign(_, name) => {
                format!("the folder holds `{name}`, which is not part of what is written")
            }
            Self::Name(_, name) => format!("`{name}` cannot be the name of a file"),
            Self::Other(_, text) => text.clone(),
        }
    }

    fn hint(&self) -> &'static str {
        match self {
            Self::Exists(_) => "choose another name, or say that it may be replaced",
            Self::NoFolder(_) => "create the folder first, or choose another",
            Self::NoPermission(_) => "choose a folder of your own",
            Self::Full(_) => "make room on the disk, or choose a folder on another one",
            Self::IsFolder(_) => "add the name of a file",
            Self::IsFile(_) => "choose another name",
            Self::Foreign(..) => "choose another folder; one with other files is never replaced",
            Self::Name(..) => "use letters, digits, hyphens and dots",
            Self::Other(..) => "try another folder",
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with_hint(self.hint()))
    }
}

impl Error for WriteError {}

/// Writes a file so that at every moment there is the whole new one or what was there before.
///
/// The bytes go into an unfinished file beside it, which then takes its name in one step; on an
/// error it is removed. With [`Existing::Keep`] another file of that name is never replaced, not
/// even one that appears at the same time. A link is followed: the file it points to is replaced
/// and the link stays. What is no file (a pipe, a terminal) is written to directly.
///
/// # Errors
///
/// If the file could not be written; then nothing has changed.
pub fn write_file(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), WriteError> {
    write_with(path, existing, |out| out.write_all(bytes))
}

/// Writes a file piece by piece under the same promises as [`write_file`], for what is too large
/// to be in memory at once.
///
/// # Errors
///
/// If the file could not be written; then nothing has changed.
pub fn write_with(
    path: &Path,
    existing: Existing,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    let fail = |error: &io::Error| WriteError::from_io(path, error);
    let before = fs::metadata(path).ok();
    match &before {
        Some(there) if there.is_dir() => return Err(WriteError::IsFolder(path.to_owned())),
        Some(there) if !there.is_file() => return write_through(path, contents),
        _ => {}
    }
    // A link that leads nowhere has no metadata of a file, and yet it is there.
    let taken = before.is_some() || fs::symlink_metadata(path).is_ok();
    if taken && existing == Existing::Keep {
        return Err(WriteError::Exists(path.to_owned()));
    }
    let permissions = before.map(|there| there.permissions());
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        return Err(WriteError::NoPermission(path.to_owned()));
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut unfinished = unfinished_file(&folder_of(&target)).map_err(|error| fail(&error))?;
    let written = write_all(unfinished.as_file_mut(), contents);
    written.map_err(|error| fail(&error))?;
    if let Some(permissions) = permissions {
        let kept = unfinished.as_file().set_permissions(permissions);
        kept.map_err(|error| fail(&error))?;
    }
    let synced = unfinished.as_file().sync_all();
    synced.map_err(|error| fail(&error))?;
    let moved = match existing {
        Existing::Keep => unfinished.persist_noclobber(&target),
        Existing::Replace => unfinished.persist(&target),
    };
    moved.map(|_| ()).map_err(|error| fail(&error.error))
}

/// Creates a folder and those it lies in, where they are missing.
///
/// # Errors
///
/// If it is neither there nor could be created.
pub fn create_folder(path: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => WriteError::IsFile(path.to_owned()),
        _ => WriteError::from_io(path, &error),
    })
}

/// The folder that a path lies in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        Some(_) => PathBuf::from("."),
        None => path.to_owned(),
    }
}

/// A pipe or a device cannot be replaced, and holds nothing that could be lost.
fn write_through(
    path: &Path,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    let opened = fs::OpenOptions::new().write(true).open(path);
    let written = opened.and_then(|mut file| write_all(&mut file, contents));
    written.map_err(|error| WriteError::from_io(path, &error))
}

fn write_all(
    file: &mut File,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER_BYTES, file);
    contents(&mut out)?;
    out.flush()
}

fn unfinished_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file: whatever the user's mask lets through. Else only the owner could
        // read it.
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
