//! Listening to the window for a while.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Listens to an event of the window until it is dropped.
pub struct Listener {
    name: &'static str,
    heard: Closure<dyn Fn(JsValue)>,
}

impl Listener {
    /// Calls back at an event.
    #[must_use]
    pub fn new(name: &'static str, heard: Box<dyn Fn()>) -> Self {
        let heard = Closure::<dyn Fn(JsValue)>::new(move |_| heard());
        let _ = window().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        Self { name, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = window()
            .remove_event_listener_with_callback(self.name, self.heard.as_ref().unchecked_ref());
    }
}
