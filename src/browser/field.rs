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

/// What is chosen in a list.
#[must_use]
pub fn value(id: &str) -> String {
    let list = document()
        .get_element_by_id(id)
        .and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}

/// Writes into a field.
pub fn set(id: &str, text: &str) {
    if let Some(field) = input(id) {
        field.set_value(text);
    }
}

/// Shows a value in a list to choose from, or ticks a box or not.
pub fn show(id: &str, value: &str, is_ticked: bool) {
    let Some(field) = document().get_element_by_id(id) else {
        return;
    };
    match field.dyn_into::<HtmlSelectElement>() {
        Ok(list) => list.set_value(value),
        Err(field) => {
            if let Ok(field) = field.dyn_into::<HtmlInputElement>() {
                field.set_checked(is_ticked);
            }
        }
    }
}

/// Whether the box is ticked that the event comes from.
#[must_use]
pub fn is_ticked(event: &Event) -> bool {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}

/// What was chosen in the list that the event comes from.
#[must_use]
pub fn chosen(event: &Event) -> String {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
