//! The sections of a file, record by record.

use super::cursor::Cursor;
use super::share::{Shared, Slices, pattern};
use super::stream::{Stream, without_mark};
use super::value::Values;
use super::{Ask, Common, Quit};
use crate::dataset::position::first_value;
use crate::dataset::read::guard::Guard;
use crate::dataset::read::ron_options;
use crate::dataset::schema::Dataset;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use std::ops::ControlFlow;

/// Records read between two questions whether to go on.
const RECORDS_A_REPORT: u32 = 64;
/// Longest value that goes to the full reader by itself, in bytes.
const MAX_FULL_BYTES: usize = 1 << 22;

/// Reads sections and records, one after the other.
pub(super) struct Reader<'t, 'c, 'k> {
    pub(super) values: Values<'t>,
    pub(super) common: &'c Common,
    ask: &'k mut Ask<'k>,
    records: u32,
    /// The file that the text is a window of.
    file: Option<&'c Stream<'c>>,
    /// Where in the file the text starts.
    base: usize,
    /// Where a list ends that was read beyond the text.
    behind: Option<usize>,
}

/// What of a file is read by now.
#[derive(Default)]
pub(super) struct Progress {
    pub(super) data: Dataset,
    /// Where the last section that is read ends.
    pub(super) done: usize,
    seen: Vec<String>,
}

/// Where reading sections has led.
pub(super) enum Step {
    /// To the end of the text, and of the dataset.
    End,
    /// Behind a list that ends there in the file.
    Behind(usize),
}

/// Reads the list of each section by its name.
macro_rules! sections {
    ($reader:ident, $data:ident, $name:ident: $($section:ident)*) => {
        match $name {
            $(stringify!($section) => $data.$section = $reader.list()?,)*
            "meta" => $data.meta = $reader.value()?,
            "transit" => $data.transit = $reader.value()?,
            _ => return Err(Quit::Surprise),
        }
    };
}

impl<'t, 'c, 'k> Reader<'t, 'c, 'k> {
    pub(super) fn new(cursor: Cursor<'t>, common: &'c Common, ask: &'k mut Ask<'k>) -> Self {
        Self {
            values: Values::new(cursor),
            common,
            ask,
            records: 0,
            file: None,
            base: 0,
            behind: None,
        }
    }

    /// For a window of a file that starts at a place of it.
    pub(super) fn of_file(
        window: &'t str,
        base: usize,
        file: &'c Stream<'c>,
        ask: &'k mut Ask<'k>,
    ) -> Self {
        let mut cursor = Cursor::new(window);
        if base == 0 {
            cursor = cursor.moved_to(without_mark(window));
        }
        Self {
            file: Some(file),
            base,
            ..Self::new(cursor, file.common(), ask)
        }
    }

    pub(super) fn cursor(&mut self) -> &mut Cursor<'t> {
        &mut self.values.cursor
    }

    /// A whole file.
    pub(super) fn dataset(mut self) -> Result<Dataset, Quit> {
        let mut progress = Progress::default();
        let step = self.sections(&mut progress)?;
        self.settle()?;
        match step {
            Step::End => Ok(progress.data),
            Step::Behind(_) => Err(Quit::Surprise),
        }
    }

    /// Sections, from the start of a file or from behind the last one that is done.
    pub(super) fn sections(&mut self, progress: &mut Progress) -> Result<Step, Quit> {
        loop {
            self.cursor().skip_blank()?;
            let may_follow = if progress.seen.is_empty() {
                self.cursor().expect(b'(')?;
                true
            } else {
                self.cursor().comma()?
            };
            self.cursor().skip_blank()?;
            if self.cursor().eat(b')') {
                self.cursor().skip_blank()?;
                let is_end = self.cursor().peek().is_none();
                return if is_end {
                    Ok(Step::End)
                } else {
                    Err(Quit::Surprise)
                };
            }
            let name = self.cursor().word()?;
            if !may_follow || progress.seen.iter().any(|seen| seen == name) {
                return Err(Quit::Surprise);
            }
            self.section(name, &mut progress.data)?;
            progress.seen.push(name.to_owned());
            if let Some(behind) = self.behind.take() {
                progress.done = behind;
                return Ok(Step::Behind(behind));
            }
            progress.done = self.base + self.cursor().at();
        }
    }

    fn section(&mut self, name: &str, data: &mut Dataset) -> Result<(), Quit> {
        self.cursor().skip_blank()?;
        self.cursor().expect(b':')?;
        self.cursor().skip_blank()?;
        sections!(self, data, name:
            countries regions sector_groups sectors statuses recorders measures sources
            organisations projects programmes products series statements claims events);
        Ok(())
    }

    /// The records of a section. A list of one piece is read here, a longer one by all threads.
    fn list<T: DeserializeOwned + Send>(&mut self) -> Result<Vec<T>, Quit> {
        self.cursor().expect(b'[')?;
        let from = self.cursor().at();
        let sharing = self.common.sharing;
        let mut list = Vec::new();
        loop {
            self.cursor().skip_blank()?;
            if self.cursor().eat(b']') {
                list.shrink_to_fit();
                return Ok(list);
            }
            let at = self.cursor().at();
            // A file is never in memory as a whole, whoever reads it.
            if (sharing.threads > 1 || self.file.is_some())
                && at - from >= sharing.piece_bytes
                && let Some(pattern) = pattern(self.cursor().text(), at)
            {
                return self.rest(at, pattern, list);
            }
            list.push(self.record()?);
            if !self.cursor().comma()? {
                self.cursor().expect(b']')?;
                list.shrink_to_fit();
                return Ok(list);
            }
        }
    }

    /// The rest of a long list, whose next record starts at a place, by all threads.
    fn rest<T: DeserializeOwned + Send>(
        &mut self,
        at: usize,
        pattern: &'t str,
        list: Vec<T>,
    ) -> Result<Vec<T>, Quit> {
        if let Some(file) = self.file {
            let first = self.base + at;
            let shared = Shared::new(file.cut(first, pattern), first, self.common, list);
            let (list, end) = shared.read(self.ask)?;
            self.behind = Some(end);
            return Ok(list);
        }
        let text = self.cursor().text();
        let pieces = Slices::new(text, at, pattern, self.common.sharing.piece_bytes);
        let (list, end) = Shared::new(pieces, at, self.common, list).read(self.ask)?;
        *self.cursor() = self.cursor().moved_to(end);
        Ok(list)
    }

    /// One record of a list.
    pub(super) fn record<T: DeserializeOwned>(&mut self) -> Result<T, Quit> {
        self.records = self.records.wrapping_add(1);
        if self.records.is_multiple_of(RECORDS_A_REPORT) {
            self.settle()?;
            if (self.ask)(self.base + self.values.cursor.at()).is_break() {
                return Err(Quit::Stopped);
            }
        }
        self.values.taken += size_of::<T>();
        self.value()
    }

    /// A value: in the plain way, or else by the full reader.
    fn value<T: DeserializeOwned>(&mut self) -> Result<T, Quit> {
        let (start, taken) = (*self.cursor(), self.values.taken);
        if let Ok(value) = T::deserialize(&mut self.values) {
            return Ok(value);
        }
        let text = start.text();
        let most = text.len().min(start.at() + MAX_FULL_BYTES);
        let most = text.floor_char_boundary(most);
        let text = text.get(start.at()..most).ok_or(Quit::Surprise)?;
        let length = first_value(text).ok_or(Quit::Surprise)?;
        let text = text.get(..length).ok_or(Quit::Surprise)?;
        let (value, used) = self.full(text)?;
        *self.cursor() = start.moved_to(start.at() + length);
        self.values.taken = taken + used;
        Ok(value)
    }

    fn full<T: for<'de> Deserialize<'de>>(&self, text: &str) -> Result<(T, usize), Quit> {
        let mut go_on = |_| ControlFlow::Continue(());
        let guard = Guard::new(text, self.common.limit, 0, &mut go_on);
        let seed = guard.around(PhantomData::<T>);
        let value = ron_options().from_str_seed(text, seed);
        let used = usize::try_from(guard.used()).unwrap_or(usize::MAX);
        value.map(|value| (value, used)).map_err(|_| Quit::Surprise)
    }

    /// Adds what was taken to what all threads take.
    pub(super) fn settle(&mut self) -> Result<(), Quit> {
        let taken = std::mem::take(&mut self.values.taken);
        self.common.take(u64::try_from(taken).unwrap_or(u64::MAX))
    }
}
