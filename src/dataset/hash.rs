//! A quick hash for ids and names, of which a large dataset has millions.
//!
//! The standard library's hash is made for input that somebody chooses to be slow; this one is
//! several times faster and still starts at random, so that a file cannot be made to fit it.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A map from ids or names.
pub(super) type IdMap<K, V> = HashMap<K, V, IdHash>;

/// Starts hashers; all of one map in the same way.
#[derive(Debug, Clone)]
pub(super) struct IdHash(u64);

impl Default for IdHash {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0))
    }
}

impl BuildHasher for IdHash {
    type Hasher = IdHasher;

    fn build_hasher(&self) -> IdHasher {
        IdHasher {
            state: self.0,
            start: self.0.rotate_left(32) | 1,
        }
    }
}

/// Multiplies and folds eight bytes at a time (as wyhash by Wang Yi does).
#[derive(Debug)]
pub(super) struct IdHasher {
    state: u64,
    start: u64,
}

/// An odd number with as many ones as zeros, without a pattern.
const FACTOR: u64 = 0xa076_1d64_78bd_642f;

impl IdHasher {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.state ^ word) * u128::from(self.start ^ FACTOR);
        let (low, high) = (product & u128::from(u64::MAX), product >> 64);
        self.state = u64::try_from(low ^ high).unwrap_or_default();
    }
}

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        // The length tells `a` from `a` with a zero byte.
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.mix(u64::from_le_bytes(last) ^ length.rotate_left(56));
    }

    fn write_u8(&mut self, byte: u8) {
        self.state = self.state.rotate_left(7) ^ u64::from(byte);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn write_isize(&mut self, number: isize) {
        self.mix(number.cast_unsigned().try_into().unwrap_or(u64::MAX));
    }

    fn finish(&self) -> u64 {
        let mut last = Self { ..*self };
        last.mix(self.start);
        last.state
    }
}
