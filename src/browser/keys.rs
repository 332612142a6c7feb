//! Walking through links and tabs by keys.

use super::{elements::elements, focus, property};
use leptos::prelude::document;
use web_sys::{Event, HtmlElement};

/// The name of the key, by the [UI Events](https://www.w3.org/TR/uievents-key/) specification.
#[must_use]
pub fn name(event: &Event) -> String {
    property::text(event, "key")
}

/// Moves the focus to the next or the previous link below a field, and from the first one back to the field.
pub fn walk_links(event: &Event, list: &str, field: &str) {
    event.prevent_default();
    let is_forward = name(event) == "ArrowDown";
    let Some(list) = document().get_element_by_id(list) else {
        return;
    };
    let links: Vec<HtmlElement> = elements(list.query_selector_all("a[href]"));
    let focused = document().active_element();
    let place = links
        .iter()
        .position(|link| Some(link.as_ref()) == focused.as_ref());
    let next = match (place, is_forward) {
        (None, true) => links.first(),
        (Some(place), true) => links.get(place + 1),
        (Some(0), false) => return focus::by_id(field),
        (Some(place), false) => links.get(place - 1),
        (None, false) => None,
    };
    if let Some(link) = next {
        let _ = link.focus();
    }
}

/// Where a key leads in a row of so many things that begins again at its end: arrows by the direction of the text, Home
/// and End.
#[must_use]
pub fn next_in_row(event: &Event, place: usize, count: usize) -> Option<usize> {
    let next = match (name(event).as_str(), focus::is_rtl()) {
        ("ArrowRight", false) | ("ArrowLeft", true) => (place + 1) % count,
        ("ArrowLeft", false) | ("ArrowRight", true) => (place + count - 1) % count,
        ("Home", _) => 0,
        ("End", _) => count - 1,
        _ => return None,
    };
    event.prevent_default();
    Some(next)
}
