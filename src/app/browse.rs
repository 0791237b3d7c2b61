//! The dialog that looks for a dataset, or for a folder to write into.
//!
//! It is our own: it works the same with and without a desktop's portal, and the toolkit's other
//! file dialogs are for another version of it. Folders are listed in the background, since a
//! folder can be on a disk that answers late.

use super::{
    jobs::{Lane, Outcome, Work},
    state::Dialog,
};
use crate::dataset::read::is_dataset_file;
use directories::UserDirs;
use std::{
    cmp::Ordering,
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf, absolute},
    time::SystemTime,
};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// A dataset: a file, or a folder of files.
    #[default]
    Dataset,
    /// The folder that exports go to.
    ExportFolder,
}

/// A change of the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrowseAction {
    /// Show the dialog.
    Open(Purpose),
    /// Go to a folder, or take a file.
    Go(PathBuf),
    /// Other text in the field for the path.
    Type(String),
    /// Choose an entry without going there.
    Choose(Option<PathBuf>),
    /// Take a file or folder.
    Take(PathBuf),
    /// Forget the datasets opened lately.
    ForgetRecent,
}

/// The dialog.
#[derive(Debug, Default)]
pub struct Browser {
    /// What is looked for.
    pub purpose: Purpose,
    /// The dialog that asked, which comes back with what is found.
    pub back: Option<Dialog>,
    /// The text of the field for the path.
    pub typed: String,
    /// The folder that is shown, or why there is none.
    pub listing: Option<Result<Listing, String>>,
    /// The chosen entry.
    pub chosen: Option<PathBuf>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A folder with what is in it.
    Folder(Listing),
    /// A file.
    File(PathBuf),
}

/// What is in a folder, as far as the dialog shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// Folders, then dataset files, each by name.
    pub entries: Vec<Entry>,
    /// How many more there are than are shown.
    pub left_out: usize,
}

/// A folder or a dataset file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Size of a file in bytes.
    pub bytes: u64,
    /// When it was last changed, where the system says so.
    pub modified: Option<SystemTime>,
}

/// Entries shown of one folder.
const ENTRIES: usize = 5_000;

impl Listing {
    /// How many dataset files there are.
    #[must_use]
    pub fn dataset_files(&self) -> usize {
        let files = self.entries.iter().filter(|entry| !entry.is_folder);
        files.count()
    }
}

/// Work that finds out what a path leads to; a path that is not absolute starts at `from`.
#[must_use]
pub fn look(path: PathBuf, from: Option<PathBuf>) -> Work {
    Work::new(Lane::Browse, move |_| {
        let path = full(&path, from.as_deref());
        let said = |error: io::Error| format!("{}: {error}", path.display());
        Outcome::Listed(find(&path).map_err(said))
    })
}

/// The whole path; `~` is the person's own folder.
fn full(path: &Path, from: Option<&Path>) -> PathBuf {
    let home = path.strip_prefix("~").ok();
    let home = home.and_then(|rest| Some(UserDirs::new()?.home_dir().join(rest)));
    let path = home.unwrap_or_else(|| from.unwrap_or(Path::new("")).join(path));
    absolute(&path).unwrap_or(path)
}

fn find(path: &Path) -> io::Result<Found> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(Found::File(path.to_path_buf()));
    }
    let mut entries: Vec<Entry> = fs::read_dir(path)?
        .filter_map(|entry| seen(&entry.ok()?.path()))
        .collect();
    entries.sort_by(in_order);
    let left_out = entries.len().saturating_sub(ENTRIES);
    entries.truncate(ENTRIES);
    Ok(Found::Folder(Listing {
        folder: path.to_path_buf(),
        entries,
        left_out,
    }))
}

/// The entry at a path, if the dialog shows it: hidden ones and other files it does not.
fn seen(path: &Path) -> Option<Entry> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    if name.starts_with('.') {
        return None;
    }
    let metadata = fs::metadata(path).ok()?;
    let is_folder = metadata.is_dir();
    (is_folder || is_dataset_file(path)).then(|| Entry {
        name,
        path: path.to_path_buf(),
        is_folder,
        bytes: if is_folder { 0 } else { metadata.len() },
        modified: Metadata::modified(&metadata).ok(),
    })
}

fn in_order(a: &Entry, b: &Entry) -> Ordering {
    let key = |entry: &Entry| (!entry.is_folder, entry.name.to_lowercase());
    key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
}

/// Folders that people look in first: message key and path.
#[must_use]
pub fn places() -> Vec<(&'static str, PathBuf)> {
    let Some(user) = UserDirs::new() else {
        return Vec::new();
    };
    let home = ("place-home", Some(user.home_dir()));
    let documents = ("place-documents", user.document_dir());
    let downloads = ("place-downloads", user.download_dir());
    let all = [home, documents, downloads].into_iter();
    all.filter_map(|(key, path)| Some((key, path?.to_path_buf())))
        .collect()
}
