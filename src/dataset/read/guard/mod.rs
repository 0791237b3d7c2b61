//! Stands between the RON reader and the records: counts what is made and can stop it at any value.
//!
//! It changes nothing that is read. It asks the watcher every so often, keeps the memory of the
//! records within the limit, and refuses texts that are too long and keys given twice, which a
//! map would otherwise swallow.

mod forward;

use super::limits::{MAX_TEXT_BYTES, VALUES_A_REPORT};
use forward::Guarded;
use serde::de::Error;
use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;

/// Why reading was broken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trip {
    /// The watcher wants it.
    Stopped,
    /// The records take more memory than they may.
    Memory,
    /// A text of so many bytes.
    LongText(usize),
    /// A map has this key already.
    Twice(String),
}

/// Is told how many bytes of the text are done; stops by answering [`ControlFlow::Break`].
pub(super) type Ask<'g> = dyn FnMut(usize) -> ControlFlow<()> + 'g;

/// What is counted while one file is read.
pub(super) struct Guard<'g> {
    text: &'g str,
    limit: u64,
    used: Cell<u64>,
    values: Cell<u32>,
    at: Cell<usize>,
    ask: RefCell<&'g mut Ask<'g>>,
    trip: RefCell<Option<Trip>>,
    key: RefCell<Option<String>>,
}

impl<'g> Guard<'g> {
    /// A guard for a text that may take `limit` bytes of memory, of which some are used.
    pub(super) fn new(text: &'g str, limit: u64, used: u64, ask: &'g mut Ask<'g>) -> Self {
        Self {
            text,
            limit,
            used: Cell::new(used),
            values: Cell::new(0),
            at: Cell::new(0),
            ask: RefCell::new(ask),
            trip: RefCell::new(None),
            key: RefCell::new(None),
        }
    }

    /// Puts the guard between a reader and what it makes.
    pub(super) fn around<X>(&self, inner: X) -> Guarded<'_, 'g, X> {
        self.of_role(inner, Role::Value)
    }

    /// Bytes of memory that the records take by now, roughly.
    pub(super) fn used(&self) -> u64 {
        self.used.get()
    }

    /// Why reading was broken off, if it was.
    pub(super) fn trip(&self) -> Option<Trip> {
        self.trip.borrow().clone()
    }

    fn of_role<X>(&self, inner: X, role: Role) -> Guarded<'_, 'g, X> {
        Guarded::new(self, role, inner)
    }

    fn refuse<E: Error>(&self, why: Trip) -> E {
        self.trip.replace(Some(why));
        E::custom("refused")
    }

    /// One more value.
    fn step<E: Error>(&self) -> Result<(), E> {
        let values = self.values.get().wrapping_add(1);
        self.values.set(values);
        if values.is_multiple_of(VALUES_A_REPORT) {
            let ask = &mut **self.ask.borrow_mut();
            if ask(self.at.get()).is_break() {
                return Err(self.refuse(Trip::Stopped));
            }
        }
        Ok(())
    }

    fn take<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let used = self.used.get().saturating_add(bytes);
        self.used.set(used);
        if used > self.limit {
            return Err(self.refuse(Trip::Memory));
        }
        Ok(())
    }

    /// A list or map doubles when it is full.
    fn element<T, E: Error>(&self) -> Result<(), E> {
        self.take(2 * size_of::<T>())
    }

    fn text<E: Error>(&self, text: &str, role: Role) -> Result<(), E> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(self.refuse(Trip::LongText(text.len())));
        }
        match role {
            Role::Name => Ok(()),
            Role::Key => {
                self.key.replace(Some(text.to_owned()));
                self.take(2 * text.len())
            }
            Role::Value => self.take(text.len()),
        }
    }

    /// Notes how far a text that was not copied is in the file.
    fn seen(&self, text: &str) {
        let offset = text.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
        if let Some(offset) = offset.filter(|offset| *offset < self.text.len()) {
            self.at.set(offset);
        }
    }
}

/// What a value is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It is kept.
    Value,
    /// It names a field or a variant.
    Name,
    /// It is the key of a map.
    Key,
}
