//! The reader's side of CIVIL Today: a whole news site, rendered from a JSON Feed in the browser.
//!
//! Who may import whom, from left to right only:
//!
//! ```text
//! app -> pages -> components -> setting, words, browser
//! app, pages -> feed -> content
//! ```
//!
//! `browser` is the only room that names `web_sys`, `feed` the only one that fetches; `tests/borders.rs` holds both.
//! With the feature `csr` the app runs in a browser, with `ssr` the same components render to HTML natively.

pub mod app;
pub mod browser;
pub mod components;
pub mod element;
pub mod feed;
pub mod head;
pub mod pages;
pub mod setting;
pub mod words;
