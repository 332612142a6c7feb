//! Where the browser is.

use leptos::prelude::{document, window};

/// The present address from the host's root on, with its query.
#[must_use]
pub fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Scheme and host of the present address.
#[must_use]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The path under which the site is published, from the page's `<base>`: `/` or `/civil/`.
#[must_use]
pub fn base() -> String {
    let path = document().query_selector("base[href]").ok().flatten().and_then(|base| base.get_attribute("href"));
    path.filter(|path| path.starts_with('/') && path.ends_with('/')).unwrap_or_else(|| "/".to_owned())
}

/// Whether the device knows that it is offline.
#[must_use]
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// The languages the reader has told the browser, the best first.
#[must_use]
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
