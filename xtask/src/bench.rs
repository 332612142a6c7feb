//! `cargo xtask bench`: how long things take, beside others of their kind.

mod load;
mod press;

use crate::command::{Done, Failure};

/// Measures what is named.
pub fn bench(words: &[String]) -> Done {
    match words.split_first() {
        Some((name, rest)) if name == "load" => load::load(rest),
        Some((name, rest)) if name == "press" => press::press(rest),
        _ => Err(Failure::new(
            "`bench` knows `load [ROUNDS]` and `press [NUMBER…]`",
        )),
    }
}
