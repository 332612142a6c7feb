//! What only a browser can do, as small functions that say whether it worked.
//!
//! Natively they compile and are never called: components use them in event handlers and effects only.

pub mod abort;
pub mod clipboard;
pub mod clock;
pub mod console;
pub mod disclosure;
mod elements;
pub mod field;
pub mod focus;
pub mod head;
pub mod intent;
pub mod keys;
pub mod listener;
pub mod mount;
pub mod navigation;
pub mod page;
pub mod paper;
pub mod pieces;
pub mod preference;
pub mod print;
pub mod program;
mod property;
pub mod share;
