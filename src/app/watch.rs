//! Sees when the files of the open dataset change on disk.
//!
//! The folder is watched rather than the file, because many programs write a new file and put it
//! in the place of the old. A change is told once nothing more was written for a while, so that
//! half a file is not read.

use super::jobs::Waker;
use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
    recommended_watcher,
};
use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf, absolute},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How long nothing must be written before a change is told.
const QUIET: Duration = Duration::from_millis(400);

/// When the last change was, if there is one that was not told.
type LastChange = Arc<Mutex<Option<Instant>>>;

/// Whether there was a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// None, or it was told before.
    None,
    /// One, but it may go on: ask again after so long.
    GoingOn(Duration),
    /// One, and nothing more was written since.
    Done,
}

/// A watch over the open dataset; without a waker, as by default, it watches nothing.
#[derive(Default)]
pub struct FileWatch {
    waker: Option<Waker>,
    followed: Option<Followed>,
    changed: LastChange,
}

/// What is watched, while it is.
struct Followed {
    path: PathBuf,
    /// Dropped with it, which ends the watch. None if the system would not watch.
    _watcher: Option<RecommendedWatcher>,
}

impl fmt::Debug for FileWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.followed.as_ref().map(|followed| &followed.path);
        f.debug_struct("FileWatch")
            .field("path", &path)
            .finish_non_exhaustive()
    }
}

impl FileWatch {
    /// A watch that calls `waker` when there is a change.
    #[must_use]
    pub fn new(waker: Waker) -> Self {
        Self {
            waker: Some(waker),
            ..Self::default()
        }
    }

    /// Watches the file or folder at a path, and nothing else; `None` ends the watch. Nothing
    /// happens if it is watched already.
    ///
    /// # Errors
    /// If the system does not watch it; it is not tried again until something else is followed.
    pub fn follow(&mut self, path: Option<&Path>) -> Result<(), notify::Error> {
        let Some(waker) = &self.waker else {
            return Ok(());
        };
        let followed = self
            .followed
            .as_ref()
            .map(|followed| followed.path.as_path());
        if followed == path {
            return Ok(());
        }
        self.followed = None;
        *lock(&self.changed) = None;
        let Some(path) = path else {
            return Ok(());
        };
        let watcher = start(path, Arc::clone(&self.changed), Arc::clone(waker));
        let (watcher, outcome) = match watcher {
            Ok(watcher) => (Some(watcher), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.followed = Some(Followed {
            path: path.to_path_buf(),
            _watcher: watcher,
        });
        outcome
    }

    /// Whether there was a change that was not told yet.
    pub fn poll(&self) -> Change {
        let mut last = lock(&self.changed);
        let Some(at) = *last else {
            return Change::None;
        };
        let rest = QUIET.saturating_sub(at.elapsed());
        if rest > Duration::ZERO {
            return Change::GoingOn(rest);
        }
        *last = None;
        Change::Done
    }
}

fn lock(last: &Mutex<Option<Instant>>) -> std::sync::MutexGuard<'_, Option<Instant>> {
    last.lock().unwrap_or_else(PoisonError::into_inner)
}

fn start(
    path: &Path,
    changed: LastChange,
    waker: Waker,
) -> Result<RecommendedWatcher, notify::Error> {
    let places = Places::of(path);
    let folders = places.folders.clone();
    let mut watcher = recommended_watcher(move |event: Result<Event, notify::Error>| {
        let ours = |event: &Event| event.paths.iter().any(|path| places.holds(path));
        if event.is_ok_and(|event| writes(event.kind) && ours(&event)) {
            // One that is known already is waited for already.
            if lock(&changed).replace(Instant::now()).is_none() {
                waker();
            }
        }
    })?;
    for folder in &folders {
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}

/// Reading a file is no change of it: otherwise reading it again would never end.
fn writes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// Which files matter: one file, under its name and the one it may be a link to, or all dataset
/// files of a folder.
struct Places {
    folders: BTreeSet<PathBuf>,
    /// None if all dataset files of the folders matter.
    files: Option<BTreeSet<PathBuf>>,
}

impl Places {
    fn of(path: &Path) -> Self {
        let named = absolute(path).unwrap_or_else(|_| path.to_path_buf());
        if named.is_dir() {
            return Self {
                folders: [named].into(),
                files: None,
            };
        }
        let files: BTreeSet<PathBuf> = [Some(named.clone()), named.canonicalize().ok()]
            .into_iter()
            .flatten()
            .collect();
        let folders = files.iter().filter_map(|file| file.parent());
        Self {
            folders: folders.map(Path::to_path_buf).collect(),
            files: Some(files),
        }
    }

    fn holds(&self, path: &Path) -> bool {
        match &self.files {
            Some(files) => files.contains(path),
            None => crate::dataset::read::is_dataset_file(path),
        }
    }
}
