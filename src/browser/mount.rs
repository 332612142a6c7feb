//! Taking over the page that the server sent.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The name of the element that holds the app.
const ROOT: &str = "app";

/// An empty element to build the app in, outside of the page.
#[must_use]
pub fn detached(lang: &str, direction: &str) -> Option<HtmlElement> {
    let root = document()
        .create_element("div")
        .ok()?
        .dyn_into::<HtmlElement>()
        .ok()?;
    let _ = root.set_attribute("id", ROOT);
    let _ = root.set_attribute("lang", lang);
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("dir", direction);
    }
    Some(root)
}

/// Puts what was built in the place of what is shown, in one step.
pub fn replace(root: &HtmlElement) {
    match document().get_element_by_id(ROOT) {
        Some(old) => {
            let _ = old.replace_with_with_node_1(root);
        }
        None => {
            if let Some(body) = document().body() {
                let _ = body.append_child(root);
            }
        }
    }
}
