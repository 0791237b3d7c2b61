//! Work on many rows shared among the processor's cores.

use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    sync::{Mutex, PoisonError},
    thread,
};

/// Does each of several tasks, and gives what came of them in order. Starting a thread costs
/// some hundredths of a millisecond, so short work is not `shared`.
pub(super) fn each<T: Send>(
    tasks: usize,
    shared: bool,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if shared { cores.min(tasks) } else { 1 };
    if threads <= 1 {
        return (0..tasks).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(tasks));
    let take = || {
        loop {
            let task = next.fetch_add(1, Ordering::Relaxed);
            if task >= tasks {
                return;
            }
            let result = work(task);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((task, result));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take);
        }
        take();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(task, _)| *task);
    done.into_iter().map(|(_, result)| result).collect()
}
