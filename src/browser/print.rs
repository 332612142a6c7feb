//! Printing.

use super::{
    listener::Listener,
    mount::{self, Place},
    paper,
};
use leptos::prelude::{document, window};
use std::{any::Any, cell::RefCell, rc::Rc};

/// Opens the browser's print dialogue.
pub fn open() {
    let _ = window().print();
}

/// Puts something on paper in place of the page, as long as the browser prints. `fill` gets the empty element, and gives
/// what keeps its content alive, or nothing where the page itself is to be printed.
pub fn listen(fill: impl Fn(Place) -> Option<Box<dyn Any>> + 'static) {
    let kept = Rc::new(RefCell::new(None));
    let printed = kept.clone();
    let before = move || {
        let (Some(body), Some(place)) = (document().body(), mount::place()) else {
            return;
        };
        place.set_class_name("paper");
        paper::dress();
        if let Some(content) = fill(place.clone()) {
            let _ = body.append_child(&place);
            paper::keep_whole(&place);
            *kept.borrow_mut() = Some((place, content));
        }
    };
    let after = move || {
        let printed: Option<(Place, Box<dyn Any>)> = printed.borrow_mut().take();
        if let Some((place, _content)) = printed {
            place.remove();
        }
    };
    // For as long as the page lives.
    std::mem::forget((
        Listener::new("beforeprint", Box::new(before)),
        Listener::new("afterprint", Box::new(after)),
    ));
}
