//! The print desk: what stands on a story's printed sheet, and what its reader decided about it.
//!
//! A [`Layout`] is what was decided: the pieces taken off and each [`Choice`]. It is written into the fragment of the
//! address, so that everyone who follows it sees the same sheet. A [`Sheet`] is a story laid out by it.

mod history;
mod key;
mod layout;
mod sheet;

pub use history::History;
pub use key::Key;
pub use layout::{Choice, Choices, Layout};
pub use sheet::{Footnote, Group, Piece, Sheet};
