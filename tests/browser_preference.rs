//! What a reader chose on this device is remembered.

#![cfg(target_arch = "wasm32")]

use civil_today::browser::preference::{Theme, language, set_language, set_theme, theme};
use leptos::prelude::document;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The theme that the page's root element names.
fn shown() -> Option<String> {
    document().document_element()?.get_attribute("data-theme")
}

#[wasm_bindgen_test]
fn a_chosen_theme_is_shown_and_remembered_until_the_device_decides_again() {
    set_theme(Theme::Dark);
    assert_eq!((theme(), shown().as_deref()), (Theme::Dark, Some("dark")));
    set_theme(Theme::Auto);
    assert_eq!((theme(), shown()), (Theme::Auto, None));
}

#[wasm_bindgen_test]
fn a_chosen_language_is_remembered() {
    set_language("mk");
    assert_eq!(language().as_deref(), Some("mk"));
}
