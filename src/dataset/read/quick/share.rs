//! A long list shared among threads: cut into pieces, read, and put together in order.
//!
//! Where records start is guessed from the line on which the first one starts. A guess is right
//! if the piece before it ends there and nowhere else, which is looked at when the pieces are put
//! together, so a bracket in a text cannot mislead. Pieces beyond the end of the list are dropped.

use super::cursor::Cursor;
use super::lists::Reader;
use super::{Ask, Common, Quit};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// The end of a line, and the start of the next up to the bracket of a record at `at`; `None` if
/// something else stands between.
pub(super) fn pattern(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let line = before.rfind('\n')?;
    let is_blank = before.get(line + 1..)?.bytes().all(|byte| byte == b' ');
    let pattern = text.get(line..=at)?;
    (is_blank && pattern.ends_with('(')).then_some(pattern)
}

/// A list that is being read by several threads.
pub(super) struct Shared<'t, 'c, T> {
    start: Cursor<'t>,
    pattern: &'t str,
    common: &'c Common,
    pieces: Mutex<Pieces>,
    joined: Mutex<Joined<T>>,
}

/// What is left to be read.
struct Pieces {
    next: usize,
    /// Where the next piece starts; `None` after the last one.
    at: Option<usize>,
}

/// A part of the list.
struct Piece {
    number: usize,
    start: usize,
    /// Where the next one starts.
    end: Option<usize>,
}

/// What came of a piece.
struct Read<T> {
    records: Vec<T>,
    /// Where in the text it started and ended.
    span: Range<usize>,
    /// What is behind the list, if it ends here.
    behind: Option<usize>,
}

/// The records of the pieces that are read, in order.
struct Joined<T> {
    next: usize,
    waiting: BTreeMap<usize, Result<Read<T>, Quit>>,
    list: Vec<T>,
    /// Lists of pieces that are joined: memory that was used once is faster than new memory.
    spare: Vec<Vec<T>>,
    end: Option<Result<usize, Quit>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'t, 'c, T: DeserializeOwned + Send> Shared<'t, 'c, T> {
    /// A list of which some records are read and the next one starts at the cursor.
    pub(super) fn new(
        start: Cursor<'t>,
        pattern: &'t str,
        common: &'c Common,
        list: Vec<T>,
    ) -> Self {
        common.stop.store(false, Ordering::Relaxed);
        common.done.store(0, Ordering::Relaxed);
        Self {
            start,
            pattern,
            common,
            pieces: Mutex::new(Pieces {
                next: 0,
                at: Some(start.at()),
            }),
            joined: Mutex::new(Joined {
                next: 0,
                waiting: BTreeMap::new(),
                list,
                spare: Vec::new(),
                end: None,
            }),
        }
    }

    /// All records, and the place behind the list.
    pub(super) fn read(self, ask: &mut Ask<'_>) -> Result<(Vec<T>, usize), Quit> {
        let common = self.common;
        let mut stopped = false;
        thread::scope(|scope| {
            for _ in 1..common.sharing.threads {
                scope.spawn(|| self.work(&mut |_| common.go_on()));
            }
            let first = self.start.at();
            self.work(&mut |_| {
                // The caller is told how much all have done; where it is itself says little.
                stopped |= ask(first + common.done.load(Ordering::Relaxed)).is_break();
                if stopped {
                    common.stop.store(true, Ordering::Relaxed);
                }
                common.go_on()
            });
        });
        if stopped {
            return Err(Quit::Stopped);
        }
        let joined = self.joined.into_inner();
        let mut joined = joined.unwrap_or_else(PoisonError::into_inner);
        let end = joined.end.unwrap_or(Err(Quit::Surprise))?;
        joined.list.shrink_to_fit();
        Ok((joined.list, end))
    }

    /// Reads pieces as long as there are some.
    fn work(&self, ask: &mut Ask<'_>) {
        while !self.common.is_stopped()
            && let Some(piece) = self.next_piece()
        {
            let read = self.read_piece(&piece, ask);
            if matches!(read, Err(Quit::Stopped)) {
                return;
            }
            let end = piece.end.unwrap_or(piece.start);
            let length = end - piece.start;
            self.common.done.fetch_add(length, Ordering::Relaxed);
            self.join(piece.number, read);
        }
    }

    fn next_piece(&self) -> Option<Piece> {
        let mut pieces = locked(&self.pieces);
        let start = pieces.at?;
        let text = self.start.text();
        let from = start + self.common.sharing.piece_bytes.max(1);
        let from = text.ceil_char_boundary(from.min(text.len()));
        let end = text.get(from..).and_then(|rest| rest.find(self.pattern));
        let end = end.map(|end| from + end + self.pattern.len() - 1);
        let number = pieces.next;
        pieces.next += 1;
        pieces.at = end;
        Some(Piece { number, start, end })
    }

    fn read_piece(&self, piece: &Piece, ask: &mut Ask<'_>) -> Result<Read<T>, Quit> {
        let cursor = self.start.moved_to(piece.start);
        let mut reader = Reader::new(cursor, self.common, ask);
        let mut records = locked(&self.joined).spare.pop().unwrap_or_default();
        let behind = loop {
            if piece.end.is_some_and(|end| reader.cursor().at() >= end) {
                if piece.end == Some(reader.cursor().at()) {
                    break None;
                }
                return Err(Quit::Surprise);
            }
            if reader.cursor().eat(b']') {
                break Some(reader.cursor().at());
            }
            records.push(reader.record()?);
            if !reader.cursor().comma()? {
                reader.cursor().expect(b']')?;
                break Some(reader.cursor().at());
            }
        };
        reader.settle()?;
        let span = piece.start..reader.cursor().at();
        Ok(Read {
            records,
            span,
            behind,
        })
    }

    /// Puts a piece, and those that waited for it, at the end of the list.
    fn join(&self, number: usize, read: Result<Read<T>, Quit>) {
        let mut joined = locked(&self.joined);
        joined.waiting.insert(number, read);
        while joined.end.is_none() {
            let next = joined.next;
            let Some(read) = joined.waiting.remove(&next) else {
                return;
            };
            joined.next += 1;
            match read {
                Ok(mut read) => {
                    self.make_room(&mut joined.list, &read);
                    joined.list.append(&mut read.records);
                    joined.spare.push(read.records);
                    joined.end = read.behind.map(Ok);
                }
                Err(quit) => joined.end = Some(Err(quit)),
            }
        }
        self.common.stop.store(true, Ordering::Relaxed);
    }

    /// Makes room for all records that may still come, if there is too little for those of a
    /// piece: a long list that grows step by step is copied again and again, and for a while
    /// stands in memory twice. Memory that is not written to costs nothing.
    fn make_room(&self, list: &mut Vec<T>, read: &Read<T>) {
        let (had, bytes) = (read.records.len(), read.span.len().max(1));
        if list.capacity() - list.len() >= had {
            return;
        }
        let left = self.start.text().len().saturating_sub(read.span.start);
        let likely = left.div_ceil(bytes).saturating_mul(had);
        // Without so much room the list grows as any other.
        let _ = list.try_reserve_exact(likely);
    }
}

impl Common {
    fn go_on(&self) -> ControlFlow<()> {
        if self.is_stopped() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
