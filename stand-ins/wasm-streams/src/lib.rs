//! Stands in for `wasm-streams`, and streams nothing.
//!
//! Leptos' server functions can stream, and so every app depends on that crate, also one that has no server. Three of
//! its types are classes for JavaScript, which the linker has to keep though nothing calls them: with their glue they
//! were 5,300 bytes of what a reader loads (docs/decisions/0012). Here is what `server_fn` names, so that it compiles;
//! none of it gets into the program. An app with server functions that stream needs the real crate: delete this folder
//! and its line in the root Cargo.toml.

use futures_util::stream::{Pending, Stream};
use wasm_bindgen::JsValue;

const WHY: &str = "server functions that stream need the real wasm-streams: see stand-ins/";

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser's.
    #[must_use]
    pub fn from_raw(stream: web_sys::ReadableStream) -> Self {
        Self(stream)
    }

    /// The stream of the browser's.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would read it.
    ///
    /// # Panics
    /// Always.
    #[must_use]
    pub fn into_stream(self) -> Pending<Result<JsValue, JsValue>> {
        panic!("{WHY}")
    }

    /// Would hand a stream on to the browser.
    ///
    /// # Panics
    /// Always.
    #[must_use]
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        panic!("{WHY}")
    }
}
