//! What was computed lately from something that does not change, so that it is not computed again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The last results by what they depend on. A copy starts without them, and they make no difference
/// between two tables.
#[derive(Debug)]
pub(super) struct Lately<K, V>(Mutex<Vec<(K, Arc<V>)>>);

impl<K, V> Default for Lately<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<K, V> Clone for Lately<K, V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<K, V> PartialEq for Lately<K, V> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<K: PartialEq, V> Lately<K, V> {
    fn entries(&self) -> MutexGuard<'_, Vec<(K, Arc<V>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was kept for a key.
    pub(super) fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut entries = self.entries();
        let at = entries.iter().position(|(own, _)| own == key)?;
        // What was asked for last stays longest.
        let entry = entries.remove(at);
        let value = Arc::clone(&entry.1);
        entries.push(entry);
        Some(value)
    }

    /// Keeps a value, and no more than `most`.
    pub(super) fn keep(&self, key: K, value: V, most: usize) -> Arc<V> {
        let value = Arc::new(value);
        let mut entries = self.entries();
        if entries.len() >= most {
            entries.remove(0);
        }
        entries.push((key, Arc::clone(&value)));
        value
    }

    /// Keeps a value instead of the one that was kept for its key, and no more than `most`.
    pub(super) fn replace(&self, key: K, value: V, most: usize) {
        self.entries().retain(|(own, _)| *own != key);
        self.keep(key, value, most);
    }

    /// What was kept for a key, or what is computed now.
    pub(super) fn get_or_compute(
        &self,
        key: K,
        most: usize,
        compute: impl FnOnce(&K) -> V,
    ) -> Arc<V> {
        if let Some(value) = self.get(&key) {
            return value;
        }
        let value = compute(&key);
        self.keep(key, value, most)
    }
}
