//! Elements that were looked for, as a list.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::NodeList;

/// What `querySelectorAll` found, as far as it is of this type; nothing where it could not look.
pub(super) fn elements<T: JsCast>(found: Result<NodeList, JsValue>) -> Vec<T> {
    let Ok(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.item(place)?.dyn_into().ok())
        .collect()
}
