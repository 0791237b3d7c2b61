//! A large file read while it is parsed: no thread waits for the file, and it is never in memory as a whole.
//!
//! What stands at the top of a file is read through a window of it. Where a window ends in the
//! middle of something, that is read again through one that starts there, or a larger one. A long
//! list is cut into pieces as they come from the file, which all threads read.

use super::lists::{Progress, Reader, Step};
use super::share::{Cutter, Piece};
use super::{Ask, Common, Quit};
use crate::dataset::read::checksum::Checksum;
use crate::dataset::schema::Dataset;
use memchr::{memchr, memmem};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A window is so many pieces long.
const PIECES_A_WINDOW: usize = 4;
/// How much longer it is where something does not fit.
const GROWTH: usize = 4;
/// Longest window and longest piece, in bytes.
const LONGEST: usize = 1 << 26;
const MARK: &str = "\u{feff}";

/// A file on its way to a dataset.
pub(super) struct Stream<'c> {
    common: &'c Common,
    length: usize,
    state: Mutex<State>,
}

/// Where reading is.
struct State {
    file: File,
    checksum: Checksum,
    /// The checksum goes over so many bytes by now.
    summed: usize,
    /// Texts of pieces that are read: memory that was used once is faster than new memory.
    spare: Vec<Vec<u8>>,
}

/// Reads a file of so many bytes; gives its records, and the checksum with the file added.
pub(in crate::dataset::read) fn read(
    file: File,
    length: usize,
    checksum: Checksum,
    common: &Common,
    ask: &mut Ask<'_>,
) -> Result<(Dataset, Checksum), Quit> {
    let stream = Stream {
        common,
        length,
        state: Mutex::new(State {
            file,
            checksum,
            summed: 0,
            spare: Vec::new(),
        }),
    };
    let data = stream.dataset(ask)?;
    let state = stream.state.into_inner();
    let mut state = state.unwrap_or_else(PoisonError::into_inner);
    // Something after the end, or less than there was, is for the full reader to name.
    let at_end = state
        .file
        .seek(SeekFrom::End(0))
        .map_err(|_| Quit::Surprise);
    if state.summed != length || at_end? != length as u64 {
        return Err(Quit::Surprise);
    }
    Ok((data, state.checksum))
}

impl State {
    fn append(&mut self, from: usize, bytes: usize, to: &mut Vec<u8>) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(from as u64))?;
        to.reserve(bytes);
        let mut part = self.file.by_ref().take(bytes as u64);
        part.read_to_end(to).map(drop)
    }

    /// Adds some bytes of the file from a place on to a list; fewer at the end of the file.
    fn add(&mut self, from: usize, bytes: usize, to: &mut Vec<u8>) -> Result<(), Quit> {
        let before = to.len();
        self.append(from, bytes, to).map_err(|_| Quit::Surprise)?;
        let new = to.get(before..).unwrap_or_default();
        // Windows and pieces overlap; each byte counts once.
        if from <= self.summed && from + new.len() > self.summed {
            self.checksum
                .go_on(new.get(self.summed - from..).unwrap_or_default());
            self.summed = from + new.len();
        }
        Ok(())
    }
}

impl Stream<'_> {
    pub(super) fn common(&self) -> &Common {
        self.common
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn dataset(&self, ask: &mut Ask<'_>) -> Result<Dataset, Quit> {
        let usual = self
            .common
            .sharing
            .piece_bytes
            .saturating_mul(PIECES_A_WINDOW);
        let (mut at, mut size) = (0, usual);
        let mut progress = Progress::default();
        loop {
            let window = self.window(at, size)?;
            let is_last = at + window.len() == self.length;
            let mut reader = Reader::of_file(&window, at, self, ask);
            let step = reader.sections(&mut progress);
            reader.settle()?;
            match step {
                Ok(Step::End) if is_last => return Ok(progress.data),
                Ok(Step::Behind(place)) => (at, size) = (place, usual),
                // What was done is done; the rest may have been cut off.
                Ok(Step::End) | Err(Quit::Surprise) if progress.done > at => {
                    (at, size) = (progress.done, usual);
                }
                Ok(Step::End) | Err(Quit::Surprise) if !is_last && size < LONGEST => size *= GROWTH,
                Ok(Step::End) => return Err(Quit::Surprise),
                Err(quit) => return Err(quit),
            }
        }
    }

    /// Some text of the file from a place on.
    fn window(&self, at: usize, size: usize) -> Result<String, Quit> {
        let mut bytes = Vec::new();
        self.state().add(at, size, &mut bytes)?;
        let is_last = at + bytes.len() >= self.length;
        if let Err(error) = str::from_utf8(&bytes) {
            // A letter can be cut in two by the end of a window.
            if is_last || error.error_len().is_some() {
                return Err(Quit::Surprise);
            }
            bytes.truncate(error.valid_up_to());
        }
        text(bytes)
    }

    /// The pieces of a list whose next record starts at a place.
    pub(super) fn cut<'s>(&'s self, at: usize, pattern: &'s str) -> Pieces<'s> {
        Pieces {
            stream: self,
            pattern,
            cut: Mutex::new(Cut {
                number: 0,
                at,
                rest: Vec::new(),
                is_over: false,
            }),
        }
    }
}

/// Bytes as plain text, which has no zeros.
fn text(bytes: Vec<u8>) -> Result<String, Quit> {
    if memchr(0, &bytes).is_some() {
        return Err(Quit::Surprise);
    }
    String::from_utf8(bytes).map_err(|_| Quit::Surprise)
}

/// A list in a file that is cut into pieces as it is read.
pub(super) struct Pieces<'s> {
    stream: &'s Stream<'s>,
    pattern: &'s str,
    cut: Mutex<Cut>,
}

/// What is left of a list.
struct Cut {
    number: usize,
    /// Where in the file the next piece starts.
    at: usize,
    /// What is read of it already.
    rest: Vec<u8>,
    is_over: bool,
}

impl Pieces<'_> {
    /// The bytes of the next piece: up to the last place in them where a record may start.
    fn bytes(&self) -> Result<Option<(usize, usize, Vec<u8>)>, Quit> {
        let mut cut = self.cut.lock().unwrap_or_else(PoisonError::into_inner);
        if cut.is_over {
            return Ok(None);
        }
        let mut state = self.stream.state();
        let mut bytes = state.spare.pop().unwrap_or_default();
        bytes.clear();
        bytes.append(&mut cut.rest);
        let size = self.stream.common.sharing.piece_bytes.max(1);
        loop {
            let before = bytes.len();
            state.add(cut.at + before, size, &mut bytes)?;
            if cut.at + bytes.len() >= self.stream.length || bytes.len() == before {
                cut.is_over = true;
                break;
            }
            // Not at its very start, which is where the piece starts.
            let pattern = self.pattern.as_bytes();
            let from = (before + 1).saturating_sub(pattern.len()).max(1);
            let new = bytes.get(from..).unwrap_or_default();
            if let Some(found) = memmem::rfind(new, pattern) {
                cut.rest = bytes.split_off(from + found + pattern.len() - 1);
                break;
            }
            if bytes.len() > LONGEST {
                return Err(Quit::Surprise);
            }
        }
        let (number, at) = (cut.number, cut.at);
        cut.number += 1;
        cut.at += bytes.len();
        Ok(Some((number, at, bytes)))
    }
}

impl Cutter for Pieces<'_> {
    type Text = String;

    fn next(&self) -> Result<Option<Piece<String>>, Quit> {
        let Some((number, start, bytes)) = self.bytes()? else {
            return Ok(None);
        };
        let text = text(bytes)?;
        Ok(Some(Piece {
            number,
            start,
            text,
        }))
    }

    fn give_back(&self, text: String) {
        self.stream.state().spare.push(text.into_bytes());
    }

    fn end(&self) -> usize {
        self.stream.length
    }
}

/// The mark that can stand at the start of a file.
pub(super) fn without_mark(text: &str) -> usize {
    if text.starts_with(MARK) {
        MARK.len()
    } else {
        0
    }
}
