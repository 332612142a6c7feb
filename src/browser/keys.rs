//! Walking through links by arrow keys.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the next or the previous link below a field, and from the first one back to the field.
pub fn walk_links(list: &str, field: &str, forward: bool) {
    let Some(list) = document().get_element_by_id(list) else { return };
    let Ok(links) = list.query_selector_all("a[href]") else { return };
    let links: Vec<HtmlElement> =
        (0..links.length()).filter_map(|place| links.item(place)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let place = links.iter().position(|link| Some(link.as_ref()) == focused.as_ref());
    let next = match (place, forward) {
        (None, true) => links.first(),
        (Some(place), true) => links.get(place + 1),
        (Some(place), false) if place > 0 => links.get(place - 1),
        (Some(_), false) => {
            super::focus::by_id(field);
            None
        }
        (None, false) => None,
    };
    if let Some(link) = next {
        let _ = link.focus();
    }
}
