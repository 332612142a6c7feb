//! What opens and closes: the menus and the search, each a `<details>`.

use leptos::{
    ev::{FocusEvent, KeyboardEvent, PointerEvent},
    html,
    prelude::{Get, GetUntracked, NodeRef, document},
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement, Node};

/// Set while a menu is open only because the pointer is over it.
const HOVERED: &str = "data-hovered";

/// Closes it on Escape and gives the focus back to what opened it.
pub fn close_on_escape(event: &KeyboardEvent, node: NodeRef<html::Details>) {
    let Some(details) = node.get_untracked().filter(|details| event.key() == "Escape" && details.open()) else { return };
    event.prevent_default();
    close(&details);
    if let Ok(Some(summary)) = details.query_selector("summary") {
        let _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

/// Closes it when the focus goes elsewhere.
pub fn close_when_left(event: &FocusEvent, node: NodeRef<html::Details>) {
    let Some(details) = node.get_untracked() else { return };
    // Without a new target the window itself lost the focus, or a click hit something that takes none.
    if let Some(target) = event.related_target().and_then(|target| target.dyn_into::<Node>().ok())
        && !details.contains(Some(&target))
    {
        close(&details);
    }
}

/// Opens it for a mouse that comes near. A convenience: click and keyboard are the way.
pub fn open_on_hover(event: &PointerEvent, node: NodeRef<html::Details>) {
    if event.pointer_type() == "mouse"
        && let Some(details) = node.get_untracked().filter(|details| !details.open())
    {
        let _ = details.set_attribute(HOVERED, "");
        details.set_open(true);
    }
}

/// Closes it when the mouse leaves, unless a click or a key had opened it.
pub fn close_after_hover(event: &PointerEvent, node: NodeRef<html::Details>) {
    if event.pointer_type() == "mouse"
        && let Some(details) = node.get_untracked().filter(|details| details.has_attribute(HOVERED))
    {
        close(&details);
    }
}

/// Whether it is open.
#[must_use]
pub fn is_open(node: NodeRef<html::Details>) -> bool {
    node.get().is_some_and(|details| details.open())
}

/// Closes everything in the header: nothing of it outlives a navigation.
pub fn close_all() {
    let Ok(open) = document().query_selector_all("header details[open]") else { return };
    for place in 0..open.length() {
        if let Some(details) = open.item(place).and_then(|node| node.dyn_into::<HtmlDetailsElement>().ok()) {
            close(&details);
        }
    }
}

fn close(details: &HtmlDetailsElement) {
    details.set_open(false);
    let _ = details.remove_attribute(HOVERED);
}
