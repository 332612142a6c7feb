//! What stands in form fields.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What stands in a field.
#[must_use]
pub fn get(id: &str) -> String {
    input(id).map(|field| field.value()).unwrap_or_default()
}

/// Writes into a field.
pub fn set(id: &str, text: &str) {
    if let Some(field) = input(id) {
        field.set_value(text);
    }
}

/// Has the field that has the focus asked once more: there is something new to be found.
pub fn ask_again() {
    let form = document()
        .active_element()
        .and_then(|field| field.closest("form").ok()?);
    if let (Some(form), Ok(event)) = (form, Event::new("input")) {
        let _ = form.dispatch_event(&event);
    }
}

/// What was chosen in the list that the event comes from.
#[must_use]
pub fn chosen(event: &Event) -> String {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
