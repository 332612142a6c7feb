//! Properties by their names.
//!
//! As a type of `web_sys` each kind of element and event would bring its own check and its own getters, half a hundred
//! bytes for each; what is read here and there only once is read by its name.

use wasm_bindgen::JsValue;

/// A property; `undefined` where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A property that is a text; nothing where it is none.
pub(super) fn text(of: &JsValue, name: &str) -> String {
    get(of, name).as_string().unwrap_or_default()
}

/// Gives a property a value.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(of, &name.into(), value);
}
