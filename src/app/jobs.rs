//! Background work: a named thread, progress, a stop flag, one typed message back.
//!
//! Jobs run in lanes, one at a time in each: a newer job cancels the older of its lane. A stale
//! or cancelled result is dropped; a panic in a job becomes a message. Tests run jobs inline.
//! What is done for an export comes from the floors above as a closure with a typed result.

use super::{export::Preview, recipe::Reopened, state::OpenDataset};
use crate::dataset::{
    diagnostic::{Report, Severity},
    read::{self, Origin, Progress},
};
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
}

/// What a job is asked to do.
#[derive(Debug)]
pub enum Task {
    /// Read and check a dataset.
    Load(Origin),
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
            Self::Load(_) => Lane::Load,
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
    /// What came out.
    pub outcome: Outcome,
}

/// What came out of a job.
pub enum Outcome {
    /// A checked dataset with its columns, ready to be shown.
    Loaded(Box<OpenDataset>),
    /// The dataset has errors or could not be read: the whole report in words.
    Refused {
        /// Where it came from.
        origin: Origin,
        /// Number of errors.
        errors: usize,
        /// The first findings in words.
        report: String,
    },
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
            Self::Loaded(dataset) => {
                let (origin, warnings) = (&dataset.origin, dataset.warnings);
                write!(f, "Loaded({origin:?}, {warnings} warnings)")
            }
            Self::Refused { origin, errors, .. } => {
                write!(f, "Refused({origin:?}, {errors} errors)")
            }
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
            let _ = sender.send(JobResult { id, outcome });
            waker();
        };
        match self.runner {
            Runner::Inline => work(),
            Runner::Threads => {
                let name = format!("{lane:?}").to_lowercase();
                let spawned = thread::Builder::new().name(name).spawn(work);
                if let Err(error) = spawned {
                    let outcome = Outcome::Panicked(error.to_string());
                    let _ = self.sender.send(JobResult { id, outcome });
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

impl Jobs {
    /// Lets go of something large where nobody waits for it: giving back the memory of a million
    /// records takes longer than a frame.
    pub fn discard(&self, large: impl Send + 'static) {
        match self.runner {
            Runner::Inline => drop(large),
            Runner::Threads => {
                // Without a thread it is let go here.
                let _ = thread::Builder::new()
                    .name("discard".to_owned())
                    .spawn(move || drop(large));
            }
        }
    }
}

/// How many findings a message shows.
const FINDINGS_SHOWN: usize = 10;

fn run(task: Task, shared: &Shared, waker: &Waker) -> Outcome {
    match task {
        Task::Load(origin) => load(origin, shared, waker),
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

fn load(origin: Origin, shared: &Shared, waker: &Waker) -> Outcome {
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
    match loaded.catalog {
        Some(catalog) => {
            let warnings = loaded.report.count(Severity::Warning);
            // The columns of many projects take a while too; the number comes with the dataset
            // taking the place of another.
            let dataset = OpenDataset::new(origin, catalog, warnings, 0);
            Outcome::Loaded(Box::new(dataset))
        }
        None => Outcome::Refused {
            origin,
            errors: loaded.report.count(Severity::Error),
            report: first_errors(&loaded.report),
        },
    }
}

/// The first errors in words, with the lines they are about.
fn first_errors(report: &Report) -> String {
    let errors = report
        .findings()
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let shown = errors
        .take(FINDINGS_SHOWN)
        .map(|finding| finding.render(false));
    shown.collect::<Vec<_>>().join("\n\n")
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
