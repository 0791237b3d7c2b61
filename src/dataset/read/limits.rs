//! How much a dataset may be: every limit of reading and checking, in one place.
//!
//! A limit keeps a mistaken or hostile file from taking the machine's memory or time. What is
//! beyond one is reported, never cut off in silence. `docs/codes.md` explains them to people.

use std::env;

/// Memory that the files of a dataset and the records made of them may take, in MB.
pub const MEMORY_MB: u64 = 4_096;
/// The environment variable that replaces [`MEMORY_MB`].
pub const MEMORY_VARIABLE: &str = "BELT_EXPLORER_LIMIT_MB";
/// Most files that are read from one folder.
pub const MAX_FILES: usize = 10_000;
/// Most entries of a folder that are looked at, of whatever kind.
pub const MAX_ENTRIES: usize = 1_000_000;
/// Longest single text in a file, in bytes: a name, an address, a note.
pub const MAX_TEXT_BYTES: usize = 1024 * 1024;
/// Bytes from which on a file is parsed while it is read, and text is let go before the rules run,
/// if it can be read again.
pub const LARGE_BYTES: usize = 16 * 1024 * 1024;
/// Bytes read between two reports of progress.
pub const CHUNK_BYTES: u64 = 4 * 1024 * 1024;
/// Values parsed between two reports of progress.
pub const VALUES_A_REPORT: u32 = 1_024;
/// Most findings of one kind that are kept; the rest is counted.
pub const MAX_OF_A_KIND: usize = 10_000;
/// Longest message or hint, in characters.
pub const MAX_MESSAGE: usize = 400;
/// Longest line that is quoted, in bytes.
pub const MAX_EXCERPT: usize = 2_000;
/// Longest word for which a similar one is looked for, in bytes.
pub const MAX_WORD: usize = 100;
/// Comparisons of words made by one rule to say "did you mean".
pub const MAX_COMPARISONS: usize = 1_000_000;
/// Most earlier records that a record is compared with, where each is compared with each.
pub const MAX_RIVALS: usize = 100;

/// What a dataset may take; the rest of the limits is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    memory_mb: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self::of_mb(MEMORY_MB)
    }
}

impl Limits {
    /// So many MB (of 1024 × 1024 bytes) of memory; at least one.
    #[must_use]
    pub fn of_mb(mb: u64) -> Self {
        Self {
            memory_mb: mb.max(1),
        }
    }

    /// What the environment asks for, else the default.
    ///
    /// # Errors
    /// With what the environment says, if that is not a number of MB.
    pub fn from_environment() -> Result<Self, String> {
        let Some(said) = env::var_os(MEMORY_VARIABLE) else {
            return Ok(Self::default());
        };
        let said = said.to_string_lossy();
        match said.trim().parse() {
            Ok(mb) if mb > 0 => Ok(Self::of_mb(mb)),
            _ => Err(said.into_owned()),
        }
    }

    /// Bytes that the files and the records made of them may take.
    #[must_use]
    pub fn memory(self) -> u64 {
        self.memory_mb.saturating_mul(1024 * 1024)
    }

    /// Bytes that the files alone may have.
    #[must_use]
    pub fn files(self) -> u64 {
        self.memory() / 2
    }

    /// The limit as people give it.
    #[must_use]
    pub fn memory_mb(self) -> u64 {
        self.memory_mb
    }
}
