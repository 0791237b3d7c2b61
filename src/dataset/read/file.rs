//! One file to text: whole, unchanged while it was read, and UTF-8.

use super::limits::{CHUNK_BYTES, LARGE_BYTES, MAX_EXCERPT};
use super::{Stage, Stopped, Watch, bytes, codes, tell};
use crate::dataset::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::dataset::position::Lines;
use memchr::memchr;
use std::borrow::Cow;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

/// A file that exists.
pub(super) struct Found {
    pub path: PathBuf,
    pub bytes: u64,
}

/// How much of all files is read.
pub(super) struct Counter {
    pub done: u64,
    pub total: u64,
}

/// Why a file was not read.
pub(super) enum Unread {
    /// The watcher wants it.
    Stopped,
    /// Something is wrong with the file.
    Because(Box<Diagnostic>),
}

impl From<Stopped> for Unread {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// A finding about a file as a whole.
pub(super) fn about(
    kind: &'static Code,
    path: &Path,
    message: impl Into<String>,
    hint: &str,
) -> Diagnostic {
    Diagnostic {
        kind,
        message: message.into(),
        place: Some(Place {
            file: path.display().to_string(),
            spot: None,
        }),
        hint: Some(hint.to_owned()),
    }
}

/// A finding about something the system did not allow.
pub(super) fn refused(path: &Path, doing: &str, error: &io::Error) -> Diagnostic {
    if path.is_symlink() && !path.exists() {
        let message = format!("this link leads to no file: {error}");
        let hint = "remove the link, or let it point to the file that is meant";
        return about(&codes::BROKEN_LINK, path, message, hint);
    }
    if error.kind() == io::ErrorKind::NotFound {
        let message = "there is no such file or folder";
        let hint = "look for a misspelling; the path is relative to the current folder";
        return about(&codes::NOT_FOUND, path, message, hint);
    }
    let message = format!("{doing} failed: {error}");
    let hint = "look at the permissions of the file and its folders";
    about(&codes::UNREADABLE, path, message, hint)
}

impl Found {
    /// Whether it is better not to have it in memory beside what it says.
    pub(super) fn is_large(&self) -> bool {
        self.bytes >= bytes(LARGE_BYTES)
    }

    /// The file as it is now, if it is as it was found.
    pub(super) fn open(&self) -> Option<(File, Metadata)> {
        let file = File::open(&self.path).ok()?;
        let metadata = file.metadata().ok()?;
        (metadata.is_file() && metadata.len() == self.bytes).then_some((file, metadata))
    }

    /// Whether nobody has written to the file since.
    pub(super) fn is_as(&self, before: &Metadata) -> bool {
        let now = fs::metadata(&self.path).ok();
        let now = now.and_then(|now| Some((now.len(), now.modified().ok()?)));
        now.is_some_and(|now| Some(now) == before.modified().ok().map(|then| (before.len(), then)))
    }

    /// Reads the file, and stops at the first sign that it is no text or not what was found.
    pub(super) fn read(
        &self,
        counter: &mut Counter,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<u8>, Unread> {
        let fail = |doing: &str, error: &io::Error| {
            Unread::Because(Box::new(refused(&self.path, doing, error)))
        };
        let mut reader = File::open(&self.path).map_err(|e| fail("opening the file", &e))?;
        let looking = "looking at the file";
        let before = reader.metadata().map_err(|e| fail(looking, &e))?;
        let mut contents = Vec::new();
        let room = usize::try_from(self.bytes).unwrap_or(usize::MAX);
        if contents.try_reserve_exact(room).is_err() {
            return Err(self.because(&codes::TOO_LARGE, "there is no memory for the file"));
        }
        loop {
            tell(watch, Stage::Reading, counter.done, counter.total)?;
            let from = contents.len();
            // One byte more than there should be tells a file that grows.
            let left = (self.bytes + 1).saturating_sub(bytes(from));
            let mut chunk = reader.by_ref().take(CHUNK_BYTES.min(left));
            let read = chunk.read_to_end(&mut contents);
            let read = read.map_err(|e| fail("reading the file", &e))?;
            if read == 0 {
                break;
            }
            counter.done = counter.total.min(counter.done + bytes(read));
            self.look_for_text(&contents, from)?;
        }
        let after = reader.metadata().map_err(|e| fail(looking, &e))?;
        self.is_unchanged(bytes(contents.len()), &before, &after)?;
        Ok(contents)
    }

    fn because(&self, kind: &'static Code, message: impl Into<String>) -> Unread {
        let hint = match kind.code {
            "nul-byte" => "RON is plain text; is it the right file, saved as UTF-8?",
            "changed-while-read" => "try again when nothing writes to it",
            _ => "split it: the files of a folder are joined",
        };
        Unread::Because(Box::new(about(kind, &self.path, message, hint)))
    }

    /// Looks at what was read last: two bytes tell UTF-16, a zero byte that it is no text.
    fn look_for_text(&self, contents: &[u8], from: usize) -> Result<(), Unread> {
        if contents.starts_with(b"\xff\xfe") || contents.starts_with(b"\xfe\xff") {
            // Told in full when it is turned into text.
            return Ok(());
        }
        let chunk = contents.get(from..).unwrap_or_default();
        match memchr(0, chunk) {
            Some(position) => {
                let message = format!("byte {} of the file is zero", from + position + 1);
                Err(self.because(&codes::NUL_BYTE, message))
            }
            None => Ok(()),
        }
    }

    fn is_unchanged(&self, read: u64, before: &Metadata, after: &Metadata) -> Result<(), Unread> {
        let had = self.bytes;
        let message = if read > had {
            format!("the file had {had} bytes, and more while it was read")
        } else if read < had {
            format!("the file had {had} bytes, and {read} when it was read")
        } else if before.modified().ok() == after.modified().ok() {
            return Ok(());
        } else {
            "the file was written to while it was read".to_owned()
        };
        Err(self.because(&codes::CHANGED, message))
    }
}

/// Text without its byte-order mark.
pub(super) fn into_text(contents: Cow<'static, [u8]>) -> Result<Cow<'static, str>, Vec<u8>> {
    const MARK: char = '\u{feff}';
    match contents {
        Cow::Borrowed(contents) => match str::from_utf8(contents) {
            Ok(text) => Ok(Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text))),
            Err(_) => Err(contents.to_owned()),
        },
        Cow::Owned(contents) => {
            let mut text = String::from_utf8(contents).map_err(FromUtf8Error::into_bytes)?;
            if text.starts_with(MARK) {
                text.drain(..MARK.len_utf8());
            }
            Ok(Cow::Owned(text))
        }
    }
}

/// Says which byte is not UTF-8, without turning all of the file into another text.
pub(super) fn not_utf8(shown: String, contents: &[u8]) -> Diagnostic {
    let error = str::from_utf8(contents).err();
    let valid = error.map_or(0, |error| error.valid_up_to());
    let byte = contents.get(valid).copied().unwrap_or_default();
    let before = contents.get(..valid).unwrap_or_default();
    let before = str::from_utf8(before).unwrap_or_default();
    let lines = Lines::new(before);
    let at = lines.line_column(valid);
    let (start, _) = lines.line(at.line);
    let utf16 = contents.starts_with(b"\xff\xfe") || contents.starts_with(b"\xfe\xff");
    let message = if utf16 {
        "the file is UTF-16, not UTF-8".to_owned()
    } else {
        format!("byte {} of the file, 0x{byte:02X}, is not UTF-8", valid + 1)
    };
    let rest = contents.get(start..).unwrap_or_default();
    Diagnostic {
        kind: &codes::NOT_UTF8,
        message,
        place: Some(Place {
            file: shown,
            spot: Some(Spot {
                line: at.line,
                column: at.column,
                length: 1,
                excerpt: line_of(rest).filter(|_| !utf16),
                near: None,
            }),
        }),
        hint: Some("save the file as UTF-8".to_owned()),
    }
}

/// The line that some bytes start with, if it is short enough to show.
fn line_of(bytes: &[u8]) -> Option<String> {
    let shown = bytes.get(..MAX_EXCERPT).unwrap_or(bytes);
    let end = shown.iter().position(|byte| *byte == b'\n');
    let whole = end.or_else(|| (shown.len() == bytes.len()).then_some(shown.len()))?;
    let line = String::from_utf8_lossy(shown.get(..whole)?);
    Some(line.trim_end_matches('\r').to_owned())
}
