//! Where the browser is.

use super::property;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Url};

/// The present address.
fn here() -> Option<Url> {
    Url::new(&href()).ok()
}

/// The present address from the host's root on, with its query.
#[must_use]
pub fn address() -> String {
    here().as_ref().map(from_root).unwrap_or_default()
}

/// An address from the host's root on, with its query.
pub(super) fn from_root(url: &Url) -> String {
    url.pathname() + &url.search()
}

/// Scheme and host of the present address.
#[must_use]
pub fn origin() -> String {
    here().map(|url| url.origin()).unwrap_or_default()
}

/// The path under which the site is published, `/` or `/civil/`, from the page's `<base>`; which is taken out, because
/// with it every `#place` would lead to the front page.
#[must_use]
pub fn take_base() -> String {
    // A page of an edition says it itself, and has no `<base>`.
    let said = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-base"));
    if let Some(base) = said {
        return base;
    }
    let Ok(Some(base)) = document().query_selector("base[href]") else {
        return "/".to_owned();
    };
    // What is written relative to it keeps its place.
    if let Ok(links) = document()
        .query_selector_all("link[rel~=icon], link[rel=apple-touch-icon], link[rel=alternate]")
    {
        let links =
            (0..links.length()).filter_map(|place| links.item(place)?.dyn_into::<Element>().ok());
        // The attribute is as it was written, the property complete.
        links.for_each(|link| {
            let _ = link.set_attribute("href", &property::text(&link, "href"));
        });
    }
    base.remove();
    let path = base.get_attribute("href").unwrap_or_default();
    if path.starts_with('/') && path.ends_with('/') {
        path
    } else {
        "/".to_owned()
    }
}

/// The whole present address.
#[must_use]
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// What the address has behind its `#`.
#[must_use]
pub fn fragment() -> String {
    let hash = here().map(|url| url.hash()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Takes the data out of the page that the server sent with it.
#[must_use]
pub fn data(id: &str) -> Option<String> {
    // A heading of a story may have the same id.
    let data = document()
        .query_selector(&["script#", id].concat())
        .ok()??;
    data.remove();
    data.text_content()
}

/// Whether the reader saves data, or the network is slow.
#[must_use]
pub fn is_sparing() -> bool {
    let get = |of: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let Some(network) = get(&window().navigator(), "connection") else {
        return false;
    };
    get(&network, "saveData").is_some_and(|saves| saves.is_truthy())
        || get(&network, "effectiveType")
            .and_then(|kind| kind.as_string())
            .is_some_and(|kind| kind.ends_with("2g"))
}

/// Does something when what was changed has been painted: the second frame begins after the first.
pub fn when_painted(act: impl FnOnce() + 'static) {
    request_animation_frame(|| request_animation_frame(act));
}

/// Goes to the place that the address names behind `#`, which was not there yet when the browser looked for it.
pub fn scroll_to_fragment() {
    let fragment = fragment();
    let id = content::url::percent_decode(&fragment);
    if let Some(place) = document().get_element_by_id(&id) {
        place.scroll_into_view();
    }
}

/// Whether the device knows that it is offline.
#[must_use]
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// The languages the reader has told the browser, the best first.
#[must_use]
pub fn languages() -> Vec<String> {
    window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}
