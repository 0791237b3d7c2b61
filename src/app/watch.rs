//! Sees when the files of the open dataset change on disk.
//!
//! The folder is watched rather than the file, because many programs write a new file and put it
//! in the place of the old. A change is told once nothing more was written for a while, so that
//! half a file is not read.

use super::jobs::Waker;
use notify_debouncer_mini::{
    DebounceEventResult, DebouncedEventKind, Debouncer, new_debouncer,
    notify::{self, RecommendedWatcher, RecursiveMode},
};
use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf, absolute},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// How long nothing must be written before a change is told.
const QUIET: Duration = Duration::from_millis(400);

/// A watch over the open dataset; without a waker, as by default, it watches nothing.
#[derive(Default)]
pub struct FileWatch {
    waker: Option<Waker>,
    followed: Option<Followed>,
    changed: Arc<AtomicBool>,
}

/// What is watched, while it is.
struct Followed {
    path: PathBuf,
    /// Dropped with it, which ends the watch. None if the system would not watch.
    _watcher: Option<Debouncer<RecommendedWatcher>>,
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
        self.changed.store(false, Ordering::Relaxed);
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

    /// Whether there was a change since this was last asked.
    pub fn changed(&self) -> bool {
        self.changed.swap(false, Ordering::Relaxed)
    }
}

fn start(
    path: &Path,
    changed: Arc<AtomicBool>,
    waker: Waker,
) -> Result<Debouncer<RecommendedWatcher>, notify::Error> {
    let places = Places::of(path);
    let folders = places.folders.clone();
    let mut debouncer = new_debouncer(QUIET, move |events: DebounceEventResult| {
        let Ok(events) = events else {
            return;
        };
        // While a file is still being written, its changes are told as continuous.
        let done = |kind| kind == DebouncedEventKind::Any;
        if events
            .iter()
            .any(|event| done(event.kind) && places.holds(&event.path))
        {
            changed.store(true, Ordering::Relaxed);
            waker();
        }
    })?;
    for folder in &folders {
        debouncer
            .watcher()
            .watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(debouncer)
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
