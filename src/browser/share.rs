//! The system's share sheet.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Whether the system offers one.
#[must_use]
pub fn is_offered() -> bool {
    js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// Opens it. A reader who closes it again has not made an error, so nothing is reported.
pub fn open(title: &str, address: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let closed = window().navigator().share_with_data(&data);
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(closed).await;
    });
}
