//! What stands further down a page.
//!
//! Who follows a link sees the top of the next page. It is built and painted first, and is there sooner for it: a phone
//! needs as long for what stands below.

use crate::element::{Child, Element};
use leptos::prelude::*;

/// Whether the top of the page has been painted: a context for [`later`]. Where it is not given, as when a page is
/// rendered natively, everything is built at once.
#[derive(Clone)]
pub struct TopIsPainted(pub ReadSignal<bool>);

/// Puts something into an element, behind what is there, once the top of the page has been painted. Until then the
/// element is marked as busy, and the style sheet keeps what follows it out of sight.
pub fn later<C: Child>(element: Element, child: impl Fn() -> C + Send + 'static) -> Element {
    match use_context::<TopIsPainted>() {
        Some(TopIsPainted(is_painted)) => element
            .live("aria-busy", move || {
                (!is_painted.get()).then(|| "true".to_owned())
            })
            .changing(move || is_painted.get().then(&child)),
        None => element.child(child()),
    }
}
