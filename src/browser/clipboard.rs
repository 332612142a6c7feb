//! The clipboard.

use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard, then says whether it worked: a browser may refuse.
pub fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        // Outside a secure context the property is missing, whatever its type says.
        let has_clipboard =
            js_sys::Reflect::has(&window().navigator(), &"clipboard".into()).unwrap_or(false);
        let copied = has_clipboard
            && JsFuture::from(window().navigator().clipboard().write_text(&text))
                .await
                .is_ok();
        then(copied);
    });
}
