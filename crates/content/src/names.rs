//! Numbers by name.

use serde_json::{Map, Value};

/// Numbers by name: the map that JSON objects are kept in, because a map of another kind would cost a reader
/// kilobytes.
#[derive(Debug, Default)]
pub(crate) struct Names(Map<String, Value>);

impl Names {
    /// The number of a name.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        usize::try_from(self.0.get(name)?.as_u64()?).ok()
    }

    /// Gives a name a number. Whether it had one before.
    pub(crate) fn insert(&mut self, name: &str, number: usize) -> bool {
        self.0.insert(name.to_owned(), number.into()).is_some()
    }
}
