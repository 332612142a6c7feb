//! What opens and closes: the menus and the search, each a `<details>`.

use super::{keys, property};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node};

/// Set while a menu is open only because the pointer is over it.
const HOVERED: &str = "data-hovered";

/// Whether a `<details>` shows what it holds. An attribute says it; as a property it would need a type of its own.
const OPEN: &str = "open";

/// The `<details>` that an event's listener stands on, stands in, or has within it.
fn details(event: &Event) -> Option<Element> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    match element.closest("details") {
        Ok(Some(details)) => Some(details),
        _ => element.query_selector("details").ok()?,
    }
}

/// Closes it on Escape and gives the focus back to what opened it.
pub fn close_on_escape(event: &Event) {
    let Some(details) = details(event)
        .filter(|details| details.has_attribute(OPEN) && keys::name(event) == "Escape")
    else {
        return;
    };
    event.prevent_default();
    close(&details);
    if let Ok(Some(summary)) = details.query_selector("summary") {
        let _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

/// Closes it when the focus goes elsewhere.
pub fn close_when_left(event: &Event) {
    let to = property::get(event, "relatedTarget");
    // Without a new target the window itself lost the focus, or a click hit something that takes none.
    if let Ok(to) = to.dyn_into::<Node>()
        && let Some(details) = details(event).filter(|details| !details.contains(Some(&to)))
    {
        close(&details);
    }
}

/// Opens it for a mouse that comes near. A convenience: click and keyboard are the way.
pub fn open_on_hover(event: &Event) {
    if is_mouse(event)
        && let Some(details) = details(event).filter(|details| !details.has_attribute(OPEN))
    {
        let _ = details.set_attribute(HOVERED, "");
        let _ = details.set_attribute(OPEN, "");
    }
}

/// Closes it when the mouse leaves, unless a click or a key had opened it.
pub fn close_after_hover(event: &Event) {
    if is_mouse(event)
        && let Some(details) = details(event).filter(|details| details.has_attribute(HOVERED))
    {
        close(&details);
    }
}

/// A click on the button of what the mouse has already opened keeps it open, rather than closing it under the hand.
pub fn keep_on_click(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.tag_name() == "SUMMARY")
        && let Some(details) = details(event).filter(|details| details.has_attribute(HOVERED))
    {
        event.prevent_default();
        let _ = details.remove_attribute(HOVERED);
    }
}

fn is_mouse(event: &Event) -> bool {
    property::text(event, "pointerType") == "mouse"
}

/// Opens it at a click on its button, there and then: left to the browser, it opens a moment later, and keys that the
/// reader has typed by then are lost. Tells whether it did; what was open is left to close by itself.
pub fn open_at_once(event: &Event) -> bool {
    let Some(details) = details(event).filter(|details| !details.has_attribute(OPEN)) else {
        return false;
    };
    event.prevent_default();
    let _ = details.set_attribute(OPEN, "");
    true
}

/// Closes everything in the header: nothing of it outlives a navigation.
pub fn close_all() {
    let Ok(open) = document().query_selector_all("header details[open]") else {
        return;
    };
    for place in 0..open.length() {
        if let Some(details) = open.item(place).and_then(|node| node.dyn_into().ok()) {
            close(&details);
        }
    }
}

fn close(details: &Element) {
    let _ = details.remove_attribute(OPEN);
    let _ = details.remove_attribute(HOVERED);
}
