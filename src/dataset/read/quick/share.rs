//! A long list shared among threads: cut into pieces, read, and put together in order.
//!
//! Where records start is guessed from the line on which the first one starts. A wrong guess leaves
//! the piece before it without an end, so a bracket in a text cannot mislead. Pieces beyond the end
//! of the list are dropped.

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
pub(super) struct Shared<'c, C, T> {
    cutter: C,
    /// Where the next record starts.
    first: usize,
    common: &'c Common,
    joined: Mutex<Joined<T>>,
}

/// Cuts what is left of a list into pieces that end where a record seems to start.
pub(super) trait Cutter: Sync {
    /// How the text of a piece is kept.
    type Text: AsRef<str>;

    /// The next piece; none after the last one.
    fn next(&self) -> Result<Option<Piece<Self::Text>>, Quit>;

    /// Takes back the text of a piece that was read.
    fn give_back(&self, text: Self::Text);

    /// Where the whole text ends, beyond which no piece can reach.
    fn end(&self) -> usize;
}

/// A part of the list.
pub(super) struct Piece<S> {
    pub(super) number: usize,
    /// Where in the whole text it starts.
    pub(super) start: usize,
    pub(super) text: S,
}

/// A list in a text that is in memory.
pub(super) struct Slices<'t> {
    text: &'t str,
    pattern: &'t str,
    piece_bytes: usize,
    /// The number of the next piece, and where it starts.
    next: Mutex<(usize, Option<usize>)>,
}

impl<'t> Slices<'t> {
    /// A list whose next record starts at a place.
    pub(super) fn new(text: &'t str, at: usize, pattern: &'t str, piece_bytes: usize) -> Self {
        Self {
            text,
            pattern,
            piece_bytes,
            next: Mutex::new((0, Some(at))),
        }
    }
}

impl<'t> Cutter for Slices<'t> {
    type Text = &'t str;

    fn next(&self) -> Result<Option<Piece<&'t str>>, Quit> {
        let mut next = locked(&self.next);
        let (number, Some(start)) = *next else {
            return Ok(None);
        };
        let from = start + self.piece_bytes.max(1);
        let from = self.text.ceil_char_boundary(from.min(self.text.len()));
        let found = self
            .text
            .get(from..)
            .and_then(|rest| rest.find(self.pattern));
        let end = found.map(|end| from + end + self.pattern.len() - 1);
        *next = (number + 1, end);
        let text = self.text.get(start..end.unwrap_or(self.text.len()));
        let text = text.ok_or(Quit::Surprise)?;
        Ok(Some(Piece {
            number,
            start,
            text,
        }))
    }

    fn give_back(&self, _: &'t str) {}

    fn end(&self) -> usize {
        self.text.len()
    }
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

impl<'c, C: Cutter, T: DeserializeOwned + Send> Shared<'c, C, T> {
    /// A list of which some records are read and the next one starts at a place.
    pub(super) fn new(cutter: C, first: usize, common: &'c Common, list: Vec<T>) -> Self {
        common.stop.store(false, Ordering::Relaxed);
        common.done.store(0, Ordering::Relaxed);
        Self {
            cutter,
            first,
            common,
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
            self.work(&mut |_| {
                // The caller is told how much all have done; where it is itself says little.
                stopped |= ask(self.first + common.done.load(Ordering::Relaxed)).is_break();
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
        while !self.common.is_stopped() {
            let piece = match self.cutter.next() {
                Ok(Some(piece)) => piece,
                Ok(None) => return,
                Err(quit) => {
                    locked(&self.joined).end.get_or_insert(Err(quit));
                    self.common.stop.store(true, Ordering::Relaxed);
                    return;
                }
            };
            let read = self.read_piece(piece.start, piece.text.as_ref(), ask);
            if matches!(read, Err(Quit::Stopped)) {
                return;
            }
            let length = piece.text.as_ref().len();
            self.common.done.fetch_add(length, Ordering::Relaxed);
            self.cutter.give_back(piece.text);
            self.join(piece.number, read);
        }
    }

    fn read_piece(&self, start: usize, text: &str, ask: &mut Ask<'_>) -> Result<Read<T>, Quit> {
        let mut reader = Reader::new(Cursor::new(text), self.common, ask);
        let mut records = locked(&self.joined).spare.pop().unwrap_or_default();
        let behind = loop {
            // A wrong guess is in the middle of a record, which then has no end.
            if reader.cursor().at() == text.len() {
                break None;
            }
            if reader.cursor().eat(b']') {
                break Some(start + reader.cursor().at());
            }
            records.push(reader.record()?);
            if !reader.cursor().comma()? {
                reader.cursor().expect(b']')?;
                break Some(start + reader.cursor().at());
            }
        };
        reader.settle()?;
        Ok(Read {
            records,
            span: start..start + reader.cursor().at(),
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
        let left = self.cutter.end().saturating_sub(read.span.start);
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
