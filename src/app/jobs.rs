//! Background work: a named thread, progress, a stop flag, one typed message back.
//!
//! Jobs run in lanes, one at a time in each: a newer job cancels the older of its lane. A stale
//! or cancelled result is dropped; a panic in a job becomes a message. Tests run jobs inline.
//! What is done for an export comes from the floors above as a closure with a typed result.

use super::{
    browse::Found, export::Preview, findings::Refused, recipe::Reopened, state::OpenDataset,
};
use crate::dataset::read::{self, Origin, Progress};
use std::{
    collections::BTreeMap,
    fmt,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// How jobs run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Runner {
    /// Each on a thread of its own.
    #[default]
    Threads,
    /// At once, on the caller's thread: for tests.
    Inline,
}

/// Called when a result is ready, so that a sleeping window looks.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Jobs of different lanes do not disturb each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Reading a dataset, or a figure to be opened again.
    Load,
    /// Writing files, or putting a picture on the clipboard.
    Export,
    /// Drawing the preview of an export.
    Preview,
    /// Listing a folder.
    Browse,
}

/// Why a dataset is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A person wants to see it.
    Asked,
    /// Its files changed on disk.
    Changed,
}

/// What a job is asked to do.
#[derive(Debug)]
pub enum Task {
    /// Read and check a dataset.
    Load(Origin, Why),
    /// Draw or write something.
    Work(Work),
}

/// Work that a floor above wants done.
pub struct Work {
    lane: Lane,
    run: Box<dyn FnOnce(&mut WorkWatch<'_>) -> Outcome + Send>,
}

/// Gets told how many of how many steps are done; stops the work by answering
/// [`ControlFlow::Break`].
pub type WorkWatch<'a> = dyn FnMut(u64, u64) -> ControlFlow<()> + 'a;

impl Work {
    /// Work in a lane.
    pub fn new(
        lane: Lane,
        run: impl FnOnce(&mut WorkWatch<'_>) -> Outcome + Send + 'static,
    ) -> Self {
        Self {
            lane,
            run: Box::new(run),
        }
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Work({:?})", self.lane)
    }
}

impl Task {
    fn lane(&self) -> Lane {
        match self {
            Self::Load(..) => Lane::Load,
            Self::Work(work) => work.lane,
        }
    }
}

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobProgress {
    /// A dataset is read.
    Loading(Progress),
    /// So many of so many steps are done.
    Steps(u64, u64),
}

/// An image of 8-bit RGBA pixels, not premultiplied, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Why nothing was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotExported {
    /// A file is there and may not be overwritten.
    Exists(PathBuf),
    /// Anything else, in words.
    Failed(String),
}

/// A finished job.
#[derive(Debug)]
pub struct JobResult {
    id: u64,
    /// The lane it ran in.
    pub lane: Lane,
    /// What came out.
    pub outcome: Outcome,
}

/// What came out of a job.
pub enum Outcome {
    /// A checked dataset, ready for use.
    Loaded(Box<OpenDataset>, Why),
    /// The dataset has errors or could not be read.
    Refused(Refused, Why),
    /// What a path of the dialog for files leads to.
    Listed(Result<Found, String>),
    /// A file or folder was written.
    Exported(PathBuf),
    /// Nothing was written.
    NotExported(NotExported),
    /// A picture for the clipboard.
    ForClipboard(Image),
    /// A text for the clipboard.
    TextForClipboard(String),
    /// A preview.
    Previewed(Box<Preview>),
    /// A figure's way to be made was found in its file.
    Reopened(Box<Reopened>),
    /// The job was cancelled.
    Cancelled,
    /// The job failed in a way that is a defect of the program.
    Panicked(String),
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Loaded(dataset, why) => write!(f, "Loaded({:?}, {why:?})", dataset.origin),
            Self::Refused(refused, why) => write!(f, "Refused({:?}, {why:?})", refused.origin),
            Self::Listed(found) => write!(f, "Listed({found:?})"),
            Self::Exported(path) => write!(f, "Exported({})", path.display()),
            Self::NotExported(why) => write!(f, "NotExported({why:?})"),
            Self::ForClipboard(image) => {
                write!(f, "ForClipboard({}x{})", image.width, image.height)
            }
            Self::TextForClipboard(text) => write!(f, "TextForClipboard({} bytes)", text.len()),
            Self::Reopened(figure) => write!(f, "Reopened({})", figure.file),
            Self::Previewed(preview) => write!(f, "Previewed({})", preview.key),
            Self::Cancelled => f.write_str("Cancelled"),
            Self::Panicked(text) => write!(f, "Panicked({text})"),
        }
    }
}

/// The running jobs, and the way their results come back.
pub struct Jobs {
    runner: Runner,
    waker: Waker,
    next_id: u64,
    running: BTreeMap<Lane, Running>,
    sender: Sender<JobResult>,
    receiver: Receiver<JobResult>,
}

struct Running {
    id: u64,
    shared: Arc<Shared>,
}

/// What the window and the job's thread both see.
#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    progress: Mutex<Option<JobProgress>>,
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs")
            .field("running", &self.running.keys())
            .finish_non_exhaustive()
    }
}

impl Jobs {
    /// No job yet.
    #[must_use]
    pub fn new(runner: Runner, waker: Waker) -> Self {
        let (sender, receiver) = channel();
        Self {
            runner,
            waker,
            next_id: 0,
            running: BTreeMap::new(),
            sender,
            receiver,
        }
    }

    /// Whether a job is running in a lane.
    #[must_use]
    pub fn is_running(&self, lane: Lane) -> bool {
        self.running.contains_key(&lane)
    }

    /// How far the job running in a lane has come.
    #[must_use]
    pub fn progress(&self, lane: Lane) -> Option<JobProgress> {
        let shared = &self.running.get(&lane)?.shared;
        *shared
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a job; the one running in its lane is cancelled.
    pub fn start(&mut self, task: Task) {
        let lane = task.lane();
        self.cancel(lane);
        self.next_id += 1;
        let (id, shared) = (self.next_id, Arc::new(Shared::default()));
        let running = Running {
            id,
            shared: Arc::clone(&shared),
        };
        self.running.insert(lane, running);
        let (sender, waker) = (self.sender.clone(), Arc::clone(&self.waker));
        let work = move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| run(task, &shared, &waker)))
                .unwrap_or_else(|panic| Outcome::Panicked(panic_text(panic.as_ref())));
            // The window may be gone by now; then nobody waits for the result.
            let _ = sender.send(JobResult { id, lane, outcome });
            waker();
        };
        match self.runner {
            Runner::Inline => work(),
            Runner::Threads => {
                let name = format!("{lane:?}").to_lowercase();
                let spawned = thread::Builder::new().name(name).spawn(work);
                if let Err(error) = spawned {
                    let outcome = Outcome::Panicked(error.to_string());
                    let _ = self.sender.send(JobResult { id, lane, outcome });
                }
            }
        }
    }

    /// Asks the job running in a lane to stop and forgets it.
    pub fn cancel(&mut self, lane: Lane) {
        if let Some(job) = self.running.remove(&lane) {
            job.shared.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Frees what is no longer needed. A large dataset takes its time, which the window has not.
    pub fn discard(&self, old: impl Send + 'static) {
        if self.runner == Runner::Threads {
            // Where no thread can be had, it is freed here.
            let _ = thread::Builder::new().spawn(move || drop(old));
        }
    }

    /// The result of a running job, once; results of cancelled jobs are dropped.
    pub fn poll(&mut self) -> Option<JobResult> {
        while let Ok(result) = self.receiver.try_recv() {
            let lane = self.running.iter().find(|(_, job)| job.id == result.id);
            if let Some(lane) = lane.map(|(lane, _)| *lane) {
                self.running.remove(&lane);
                return Some(result);
            }
        }
        None
    }
}

fn run(task: Task, shared: &Shared, waker: &Waker) -> Outcome {
    match task {
        Task::Load(origin, why) => load(origin, why, shared, waker),
        Task::Work(work) => (work.run)(&mut |done, total| {
            shared.tell(JobProgress::Steps(done, total));
            waker();
            shared.go_on()
        }),
    }
}

impl Shared {
    /// Notes how far the job has come; returns how far it was.
    fn tell(&self, progress: JobProgress) -> Option<JobProgress> {
        let mut slot = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        slot.replace(progress)
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn load(origin: Origin, why: Why, shared: &Shared, waker: &Waker) -> Outcome {
    let mut watch = |progress: Progress| {
        let before = shared.tell(JobProgress::Loading(progress));
        let same_stage =
            |old| matches!(old, JobProgress::Loading(old) if old.stage == progress.stage);
        if !before.is_some_and(same_stage) {
            waker();
        }
        shared.go_on()
    };
    let Ok(loaded) = read::load(&origin, &mut watch) else {
        return Outcome::Cancelled;
    };
    let Some(catalog) = loaded.catalog else {
        let report = Arc::new(loaded.report);
        return Outcome::Refused(Refused { origin, report }, why);
    };
    let dataset = OpenDataset::new(origin, catalog, loaded.report);
    Outcome::Loaded(Box::new(dataset), why)
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
