//! The sections of a file, record by record.

use super::cursor::Cursor;
use super::share::{Shared, pattern};
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
        }
    }

    pub(super) fn cursor(&mut self) -> &mut Cursor<'t> {
        &mut self.values.cursor
    }

    /// A whole file.
    pub(super) fn dataset(mut self) -> Result<Dataset, Quit> {
        let mut data = Dataset::default();
        let mut seen: Vec<&str> = Vec::new();
        self.cursor().skip_blank()?;
        self.cursor().expect(b'(')?;
        let mut had_comma = true;
        loop {
            self.cursor().skip_blank()?;
            if self.cursor().eat(b')') {
                break;
            }
            let name = self.cursor().word()?;
            if !had_comma || seen.contains(&name) {
                return Err(Quit::Surprise);
            }
            seen.push(name);
            self.cursor().skip_blank()?;
            self.cursor().expect(b':')?;
            self.cursor().skip_blank()?;
            sections!(self, data, name:
                countries regions sector_groups sectors statuses recorders measures sources
                organisations projects programmes products series statements claims events);
            had_comma = self.cursor().comma()?;
        }
        self.cursor().skip_blank()?;
        self.settle()?;
        match self.cursor().peek() {
            None => Ok(data),
            Some(_) => Err(Quit::Surprise),
        }
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
            if sharing.threads > 1
                && at - from >= sharing.piece_bytes
                && let Some(pattern) = pattern(self.cursor().text(), at)
            {
                let shared = Shared::new(*self.cursor(), pattern, self.common, list);
                let (list, end) = shared.read(self.ask)?;
                *self.cursor() = self.cursor().moved_to(end);
                return Ok(list);
            }
            list.push(self.record()?);
            if !self.cursor().comma()? {
                self.cursor().expect(b']')?;
                list.shrink_to_fit();
                return Ok(list);
            }
        }
    }

    /// One record of a list.
    pub(super) fn record<T: DeserializeOwned>(&mut self) -> Result<T, Quit> {
        self.records = self.records.wrapping_add(1);
        if self.records.is_multiple_of(RECORDS_A_REPORT) {
            self.settle()?;
            if (self.ask)(self.values.cursor.at()).is_break() {
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
