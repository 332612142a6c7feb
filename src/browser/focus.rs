//! Where the keyboard is.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Gives the focus to an element.
pub fn by_id(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Gives the focus to the page's headline, so that a screen reader says where the reader has come to. The page is not
/// scrolled by it. It is the last one: a story that was built ahead has the page before it beside it for a moment.
pub fn headline() {
    let Ok(headlines) = document().query_selector_all("main h1") else {
        return;
    };
    if let Some(headline) = headlines.item(headlines.length().wrapping_sub(1)) {
        unscrolled(&headline.unchecked_into());
    }
}

/// Gives the focus to an element without scrolling to it.
pub fn unscrolled(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Takes the focus from what is about to leave the page. Else the browser would do it when it has to, and lay out the old
/// and the new content together before: a fifth of the time in which a story opens.
pub fn let_go() {
    if let Some(focused) = document().active_element()
        && let Ok(Some(_)) = focused.closest("main")
    {
        let _ = focused.unchecked_into::<HtmlElement>().blur();
    }
}

/// Whether the page runs from right to left.
#[must_use]
pub fn is_rtl() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"))
}
