//! The quick reader: the plain part of RON that datasets are mostly written in, on all cores.
//!
//! It makes the same records as the full reader or none at all, and never says what is wrong. A
//! record that is not plain (an escape in a text, a raw string, a comment between slashes and
//! stars) goes to the full reader by itself. Whatever is still not understood, or a limit that
//! is reached, leaves the whole file to the full reader, whose findings are the ones people see.
//!
//! Tokens are cut in `cursor`, values made in `value`, the lists of records gone through in
//! `lists`, and shared among threads in `share`. A large file is read in `stream` at the same time.

mod cursor;
mod lists;
mod share;
mod stream;
mod value;

use super::checksum::Checksum;
use crate::dataset::schema::Dataset;
use cursor::Cursor;
use lists::Reader;
use std::fs::File;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread;

pub(super) use stream::read as read_file;

/// Bytes of a list that one thread takes at a time.
const PIECE_BYTES: usize = 1 << 20;
/// More threads than this would wait for memory, not work.
const MAX_THREADS: usize = 8;

/// How the work is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sharing {
    /// Threads, the caller's included.
    pub threads: usize,
    /// Bytes of a list that one thread takes at a time; shorter lists are not shared.
    pub piece_bytes: usize,
}

impl Default for Sharing {
    fn default() -> Self {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            threads: threads.min(MAX_THREADS),
            piece_bytes: PIECE_BYTES,
        }
    }
}

/// Why the quick reader gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quit {
    /// There is something that it does not understand, or too much of it.
    Surprise,
    /// The watcher wants it.
    Stopped,
}

/// Is told how many bytes of the text are done; stops by answering [`ControlFlow::Break`].
pub(super) type Ask<'a> = dyn FnMut(usize) -> ControlFlow<()> + 'a;

/// What all threads see.
pub(super) struct Common {
    sharing: Sharing,
    /// Bytes of memory that may be taken.
    limit: u64,
    /// Bytes of memory that the records take by now.
    used: AtomicU64,
    /// Bytes of the text that other threads have done.
    done: AtomicUsize,
    /// Nobody needs to go on.
    stop: AtomicBool,
}

impl Common {
    /// Nothing done yet; of `limit` bytes of memory some are used.
    pub(super) fn new(sharing: Sharing, limit: u64, used: u64) -> Self {
        Self {
            sharing,
            limit,
            used: AtomicU64::new(used),
            done: AtomicUsize::new(0),
            stop: AtomicBool::new(false),
        }
    }

    /// Bytes of memory that are taken by now.
    pub(super) fn used(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }

    /// Takes some more memory.
    fn take(&self, bytes: u64) -> Result<(), Quit> {
        let before = self.used.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > self.limit {
            return Err(Quit::Surprise);
        }
        Ok(())
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Reads a file.
pub(super) fn read(text: &str, common: &Common, ask: &mut Ask<'_>) -> Result<Dataset, Quit> {
    Reader::new(Cursor::new(text), common, ask).dataset()
}

/// What the quick reader makes of a file without having it in memory as a whole.
#[must_use]
pub fn dataset_of_file(path: &Path, sharing: Sharing) -> Option<Dataset> {
    let file = File::open(path).ok()?;
    let length = usize::try_from(file.metadata().ok()?.len()).ok()?;
    let common = Common::new(sharing, u64::MAX, 0);
    let mut go_on = |_| ControlFlow::Continue(());
    let read = read_file(file, length, Checksum::new(), &common, &mut go_on);
    read.ok().map(|(data, _)| data)
}

/// What the quick reader makes of a text; `None` where it leaves it to the full one.
#[must_use]
pub fn dataset(text: &str, sharing: Sharing) -> Option<Dataset> {
    let common = Common::new(sharing, u64::MAX, 0);
    read(text, &common, &mut |_| ControlFlow::Continue(())).ok()
}
