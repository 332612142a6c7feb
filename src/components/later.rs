//! What stands further down a page.
//!
//! Who follows a link sees the top of the next page. It is built and painted first, and is there sooner for it: a phone
//! needs as long for what stands below.

use crate::{
    element::{Child, Element},
    setting::use_setting,
};
use leptos::prelude::*;

/// Puts something into an element, behind what is there, once the top of the page has been painted. Until then the
/// element is marked as busy, and the style sheet keeps what follows it out of sight. Natively all is built at once.
pub fn later<C: Child>(element: Element, child: impl Fn() -> C + Send + 'static) -> Element {
    match use_setting().top_is_painted {
        Some(is_painted) => element
            .live("aria-busy", move || {
                (!is_painted.get()).then(|| "true".to_owned())
            })
            .changing(move || is_painted.get().then(&child)),
        None => element.child(child()),
    }
}
