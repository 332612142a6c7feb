//! What a reader is about to do, as far as it shows.

use super::property;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, IntersectionObserver};

/// Heard when the pointer leaves an element, and from a finger that begins to scroll.
const LEFT: &str = "pointerout";

/// Calls back with the address of a link within this host that the reader points at, touches or reaches by the
/// keyboard; and with nothing when the reader comes to something else, leaves it, or begins to scroll.
pub fn on_link(heard: impl Fn(Option<&str>) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event
            .target()
            .filter(|_| event.type_() != LEFT)
            .and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='/']").ok()?);
        heard(link.and_then(|link| link.get_attribute("href")).as_deref());
    })
    .into_js_value();
    for event in ["pointerover", "pointerdown", "focusin", LEFT] {
        let _ = document().add_event_listener_with_callback(event, hear.unchecked_ref());
    }
}

/// Tells which of the page's headlines stand in view.
pub struct Headlines(IntersectionObserver);

impl Headlines {
    /// Calls back with the address of a headline, and whether it has come into view or left it.
    pub fn new(seen: impl Fn(&str, bool) + 'static) -> Option<Self> {
        let seen = Closure::<dyn Fn(JsValue)>::new(move |entries: JsValue| {
            for entry in js_sys::Array::from(&entries) {
                let link = property::get(&entry, "target").unchecked_into::<Element>();
                if let Some(address) = link.get_attribute("href") {
                    seen(
                        &address,
                        property::get(&entry, "isIntersecting").is_truthy(),
                    );
                }
            }
        });
        let observer = IntersectionObserver::new(seen.into_js_value().unchecked_ref());
        observer.ok().map(Self)
    }

    /// Watches the headlines of the page as it is now, and no others.
    pub fn watch(&self) {
        self.0.disconnect();
        let Ok(links) = document().query_selector_all("main .story-card__link") else {
            return;
        };
        for place in 0..links.length() {
            if let Some(link) = links.item(place) {
                self.0.observe(link.unchecked_ref());
            }
        }
    }
}
