//! Navigation within the site, on the platform's [Navigation API](https://html.spec.whatwg.org/#navigation-api).
//!
//! The browser keeps doing what it does well: history, scroll positions, fragments, opening in a new tab. We only
//! say what a place shows. Where the API is missing, links are ordinary links and load pages.

use super::{listener::Listener, page, property};
use leptos::prelude::{document, window};
use std::{cell::Cell, future::Future, pin::Pin};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Event, EventTarget, Url};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Event)]
    type NavigateEvent;
    #[wasm_bindgen(method, getter, js_name = canIntercept)]
    fn can_intercept(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter, js_name = hashChange)]
    fn is_hash_change(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter, js_name = downloadRequest)]
    fn download_request(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = formData)]
    fn form_data(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = navigationType)]
    fn navigation_type(this: &NavigateEvent) -> String;
    #[wasm_bindgen(method, getter)]
    fn destination(this: &NavigateEvent) -> Destination;
    #[wasm_bindgen(method)]
    fn intercept(this: &NavigateEvent, options: &JsValue);

    type Destination;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Destination) -> String;
}

/// What arrives at a place: a task that is done when the place is shown.
pub type Arrival = Pin<Box<dyn Future<Output = ()>>>;

/// Where on a page the reader arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At its top.
    Top,
    /// At the place that the address names behind `#`.
    Fragment,
    /// Where the reader left it, by Back and Forward.
    Left,
}

/// Asks, for each navigation within this host, whether the app shows the place itself. It gets the address from the
/// host's root on, with its query, and the spot on the page; `None` leaves the navigation to the browser. The browser
/// scrolls once the arrival is done.
pub fn listen(arrive: impl Fn(&str, Spot) -> Option<Arrival> + 'static) {
    let Some(navigation) = navigation() else {
        return;
    };
    let on_navigate = move |event: NavigateEvent| {
        let is_ours = event.can_intercept()
            && !event.is_hash_change()
            && !IS_STAYING.get()
            && event.download_request().is_null()
            && event.form_data().is_null()
            && event.navigation_type() != "reload";
        if !is_ours {
            return;
        }
        let Ok(url) = Url::new(&event.destination().url()) else {
            return;
        };
        let spot = if !url.hash().is_empty() {
            Spot::Fragment
        } else if event.navigation_type() == "traverse" {
            Spot::Left
        } else {
            Spot::Top
        };
        let Some(arrival) = arrive(&page::from_root(&url), spot) else {
            return;
        };
        let options = js_sys::Object::new();
        // Nothing may change before the handler is called: until then the browser has not yet noted how far the page
        // that is left was scrolled.
        let handler = Closure::once_into_js(move || {
            future_to_promise(async move {
                hold_height();
                arrival.await;
                page::when_painted(release_height);
                Ok(JsValue::UNDEFINED)
            })
        });
        for (name, value) in [
            ("handler", handler),
            ("scroll", "after-transition".into()),
            // The focus goes to the headline, which is not the browser's way.
            ("focusReset", "manual".into()),
        ] {
            property::set(&options, name, &value);
        }
        event.intercept(&options);
    };
    let on_navigate = Closure::<dyn Fn(NavigateEvent)>::new(on_navigate).into_js_value();
    let _ = navigation.add_event_listener_with_callback("navigate", on_navigate.unchecked_ref());
}

thread_local! {
    /// Set while the address changes and the page does not.
    static IS_STAYING: Cell<bool> = const { Cell::new(false) };
}

/// Writes a fragment into the address of the page, without a step in the history and without moving.
pub fn set_fragment(fragment: &str) {
    let mut address = super::page::address();
    if !fragment.is_empty() {
        address.push('#');
        address.push_str(fragment);
    }
    IS_STAYING.set(true);
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
    IS_STAYING.set(false);
}

/// Keeps the page as high as it is. A shorter page would move the reader up before the browser has looked up where the
/// reader was on it, and the browser would then note the wrong place.
fn hold_height() {
    if let Some(body) = document().body() {
        let height = body.scroll_height().to_string() + "px";
        let _ = body.style().set_property("min-block-size", &height);
    }
}

/// Lets the page be as high as it needs to be, once the browser has scrolled.
fn release_height() {
    if let Some(body) = document().body() {
        let _ = body.style().remove_property("min-block-size");
    }
}

fn navigation() -> Option<EventTarget> {
    property::get(&window(), "navigation").dyn_into().ok()
}

/// Calls back when the network comes back.
pub fn on_network(returned: impl Fn() + 'static) {
    // For as long as the page lives.
    std::mem::forget(Listener::new("online", Box::new(returned)));
}

/// Calls back when the reader comes back to the page.
pub fn on_return(returned: impl Fn() + 'static) {
    let returned = Closure::<dyn Fn(Event)>::new(move |_| {
        if !document().hidden() {
            returned();
        }
    })
    .into_js_value();
    let _ =
        document().add_event_listener_with_callback("visibilitychange", returned.unchecked_ref());
}
