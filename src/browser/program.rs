//! Whether all of the program is there.
//!
//! A finished program comes in two parts (docs/decisions/0017). If something of the second is called before it has come,
//! the browser does nothing else until it has.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, closure::Closure};

/// Does something once all of the program is there: what the reader has not asked for, and need not wait for. Where the
/// second part cannot be had it is never done.
pub fn when_complete(act: impl FnOnce() + 'static) {
    // The loader takes the attribute away when it has done its work; a plain build never has it.
    if matches!(document().query_selector("script[data-rest]"), Ok(None)) {
        act();
    } else {
        let act = Closure::once_into_js(act);
        let _ = window().add_event_listener_with_callback("rest", act.unchecked_ref());
    }
}
