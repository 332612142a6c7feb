//! What a reader is about to do, as far as it shows.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event};

/// Calls back with the address of a link within this host that the reader points at, touches or reaches by the
/// keyboard.
pub fn on_link(heard: impl Fn(&str) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='/']").ok()?);
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            heard(&address);
        }
    })
    .into_js_value();
    for event in ["pointerover", "pointerdown", "focusin"] {
        let _ = document().add_event_listener_with_callback(event, hear.unchecked_ref());
    }
}
