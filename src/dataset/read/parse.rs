//! RON text to the types of the file format.

use super::checksum::Checksum;
use super::explain::{explain, tripped};
use super::file::{Found, Unread};
use super::gather::name_of;
use super::guard::{Ask, Guard, Trip};
use super::limits::Limits;
use super::quick::{self, Common, Quit, Sharing};
use super::{SourceFile, Stage, Stopped, Watch, bytes, tell};
use crate::dataset::diagnostic::Diagnostic;
use crate::dataset::schema::Dataset;
use ron::extensions::Extensions;
use std::marker::PhantomData;
use std::ops::ControlFlow;

/// How dataset files are read and written: optional values stand without `Some`.
#[must_use]
pub fn ron_options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// Parses all files; the errors come beside those that could be parsed.
pub(super) fn parse_all(
    files: &[SourceFile],
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<(Vec<Dataset>, Vec<Diagnostic>), Stopped> {
    let total = files.iter().map(|file| bytes(file.text.len())).sum();
    // The texts stay in memory until the findings have their places.
    let mut used = total;
    let mut done = 0;
    let mut parsed = Vec::with_capacity(files.len());
    let mut errors = Vec::new();
    for file in files {
        tell(watch, Stage::Parsing, done, total)?;
        let mut ask = |at| match tell(watch, Stage::Parsing, done + bytes(at), total) {
            Ok(()) => ControlFlow::Continue(()),
            Err(Stopped) => ControlFlow::Break(()),
        };
        match read(file, limits, &mut used, &mut ask) {
            Ok(data) => parsed.push(data),
            Err(Unread::Because(error)) => errors.push(*error),
            Err(Unread::Stopped) => return Err(Stopped),
        }
        done += bytes(file.text.len());
    }
    tell(watch, Stage::Parsing, done, total)?;
    Ok((parsed, errors))
}

/// Parses a large file while it is read; nothing where that is not plain, or changes meanwhile.
pub(super) fn parse_file(
    found: &Found,
    limits: Limits,
    watch: &mut Watch<'_>,
) -> Result<Option<(Dataset, Checksum)>, Stopped> {
    let Some((file, before)) = found.open() else {
        return Ok(None);
    };
    let Ok(length) = usize::try_from(found.bytes) else {
        return Ok(None);
    };
    let mut checksum = Checksum::new();
    checksum.start(&name_of(&found.path));
    // What was cut off at the end of a window is read again, which is no step back.
    let mut furthest = 0;
    let mut ask = |at| {
        furthest = furthest.max(bytes(at));
        match tell(watch, Stage::Parsing, furthest, found.bytes) {
            Ok(()) => ControlFlow::Continue(()),
            Err(Stopped) => ControlFlow::Break(()),
        }
    };
    let common = Common::new(Sharing::default(), limits.memory(), 0);
    match quick::read_file(file, length, checksum, &common, &mut ask) {
        Ok(parsed) => Ok(found.is_as(&before).then_some(parsed)),
        Err(Quit::Surprise) => Ok(None),
        Err(Quit::Stopped) => Err(Stopped),
    }
}

/// Parses one file; nobody watches.
pub(super) fn parse(file: &SourceFile, limits: Limits) -> Result<Dataset, Unread> {
    let mut used = bytes(file.text.len());
    read(file, limits, &mut used, &mut |_| ControlFlow::Continue(()))
}

/// Parses one file the quick way if it is plain, else in full; adds the memory that its records
/// take to what is used.
fn read(
    file: &SourceFile,
    limits: Limits,
    used: &mut u64,
    ask: &mut Ask<'_>,
) -> Result<Dataset, Unread> {
    let common = Common::new(Sharing::default(), limits.memory(), *used);
    match quick::read(&file.text, &common, ask) {
        Ok(data) => {
            *used = common.used();
            return Ok(data);
        }
        Err(Quit::Stopped) => return Err(Unread::Stopped),
        Err(Quit::Surprise) => {}
    }
    let guard = Guard::new(&file.text, limits.memory(), *used, ask);
    let data = read_in_full(file, &guard, limits);
    *used = guard.used();
    data
}

fn read_in_full(file: &SourceFile, guard: &Guard<'_>, limits: Limits) -> Result<Dataset, Unread> {
    let seed = guard.around(PhantomData::<Dataset>);
    let outcome = ron_options().from_str_seed(&file.text, seed);
    outcome.map_err(|error| match guard.trip() {
        Some(Trip::Stopped) => Unread::Stopped,
        Some(trip) => Unread::Because(Box::new(tripped(file, &error, &trip, limits))),
        None => Unread::Because(Box::new(explain(file, &error))),
    })
}
