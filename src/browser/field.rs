//! What stands in form fields.

use super::property;
use leptos::prelude::document;
use web_sys::Event;

/// What stands in a field, or is chosen in a list.
#[must_use]
pub fn get(id: &str) -> String {
    let field = document().get_element_by_id(id);
    field
        .map(|field| property::text(&field, "value"))
        .unwrap_or_default()
}

/// Writes into a field.
pub fn set(id: &str, text: &str) {
    if let Some(field) = document().get_element_by_id(id) {
        property::set(&field, "value", &text.into());
    }
}

/// Shows a value in a list to choose from, or ticks a box or not.
pub fn show(id: &str, value: &str, is_ticked: bool) {
    if let Some(field) = document().get_element_by_id(id) {
        let (name, value) = if field.tag_name() == "SELECT" {
            ("value", value.into())
        } else {
            ("checked", is_ticked.into())
        };
        property::set(&field, name, &value);
    }
}

/// Whether the box is ticked that the event comes from.
#[must_use]
pub fn is_ticked(event: &Event) -> bool {
    event
        .target()
        .is_some_and(|field| property::get(&field, "checked").is_truthy())
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
    let list = event.target();
    list.map(|list| property::text(&list, "value"))
        .unwrap_or_default()
}
