//! The browser's print dialogue.

use leptos::prelude::window;

/// Opens it.
pub fn open() {
    let _ = window().print();
}
