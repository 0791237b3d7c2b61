//! Background work: a named thread, progress, a stop flag, one typed message back.
//!
//! A newer job cancels the older; a stale or cancelled result is dropped; a panic in a job
//! becomes a message. Tests run jobs inline.

use crate::dataset::{
    catalog::Catalog,
    diagnostic::{Report, Severity},
    read::{self, Origin, Progress},
};
use std::{
    fmt,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
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

/// What a job was asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Read and check a dataset.
    Load(Origin),
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
    /// A checked dataset.
    Loaded {
        /// Where it came from.
        origin: Origin,
        /// Its records.
        catalog: Box<Catalog>,
        /// Number of warnings.
        warnings: usize,
    },
    /// The dataset has errors or could not be read: the whole report in words.
    Refused {
        /// Where it came from.
        origin: Origin,
        /// Number of errors.
        errors: usize,
        /// The first findings in words.
        report: String,
    },
    /// The job was cancelled.
    Cancelled,
    /// The job failed in a way that is a defect of the program.
    Panicked(String),
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Loaded {
                origin, warnings, ..
            } => {
                write!(f, "Loaded({origin:?}, {warnings} warnings)")
            }
            Self::Refused { origin, errors, .. } => {
                write!(f, "Refused({origin:?}, {errors} errors)")
            }
            Self::Cancelled => f.write_str("Cancelled"),
            Self::Panicked(text) => write!(f, "Panicked({text})"),
        }
    }
}

/// The running job, if any, and the way its result comes back.
pub struct Jobs {
    runner: Runner,
    waker: Waker,
    next_id: u64,
    running: Option<Running>,
    sender: Sender<JobResult>,
    receiver: Receiver<JobResult>,
}

struct Running {
    id: u64,
    task: Task,
    shared: Arc<Shared>,
}

/// What the window and the job's thread both see.
#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    progress: Mutex<Option<Progress>>,
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs")
            .field("running", &self.running.as_ref().map(|job| &job.task))
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
            running: None,
            sender,
            receiver,
        }
    }

    /// What is running.
    #[must_use]
    pub fn running(&self) -> Option<&Task> {
        self.running.as_ref().map(|job| &job.task)
    }

    /// How far the running job has come.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let shared = &self.running.as_ref()?.shared;
        *shared
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a job; a running one is cancelled.
    pub fn start(&mut self, task: Task) {
        self.cancel();
        self.next_id += 1;
        let (id, shared) = (self.next_id, Arc::new(Shared::default()));
        self.running = Some(Running {
            id,
            task: task.clone(),
            shared: Arc::clone(&shared),
        });
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
                let spawned = thread::Builder::new().name("load".to_owned()).spawn(work);
                if let Err(error) = spawned {
                    let outcome = Outcome::Panicked(error.to_string());
                    let _ = self.sender.send(JobResult { id, outcome });
                }
            }
        }
    }

    /// Asks the running job to stop and forgets it.
    pub fn cancel(&mut self) {
        if let Some(job) = self.running.take() {
            job.shared.stop.store(true, Ordering::Relaxed);
        }
    }

    /// The result of the running job, once; results of cancelled jobs are dropped.
    pub fn poll(&mut self) -> Option<JobResult> {
        while let Ok(result) = self.receiver.try_recv() {
            if self.running.as_ref().is_some_and(|job| job.id == result.id) {
                self.running = None;
                return Some(result);
            }
        }
        None
    }
}

/// How many findings a message shows.
const FINDINGS_SHOWN: usize = 10;

fn run(task: Task, shared: &Shared, waker: &Waker) -> Outcome {
    let Task::Load(origin) = task;
    let mut watch = |progress: Progress| {
        let mut slot = shared
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let new_stage = slot.is_none_or(|old| old.stage != progress.stage);
        *slot = Some(progress);
        drop(slot);
        if new_stage {
            waker();
        }
        if shared.stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let Ok(loaded) = read::load(&origin, &mut watch) else {
        return Outcome::Cancelled;
    };
    match loaded.catalog {
        Some(catalog) => {
            let warnings = loaded.report.count(Severity::Warning);
            Outcome::Loaded {
                origin,
                catalog: Box::new(catalog),
                warnings,
            }
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
