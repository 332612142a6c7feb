//! What the reader chose on this device. Nothing else is stored, and nothing of it is sent anywhere.

use leptos::prelude::{document, window};

/// The appearance of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Its name in the page and in the storage.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a name; the device's own for anything unknown.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

const THEME: &str = "theme";
const LANGUAGE: &str = "language";
const PRINT: &str = "print";

/// The theme the reader chose.
#[must_use]
pub fn theme() -> Theme {
    Theme::parse(&read(THEME).unwrap_or_default())
}

/// Remembers and shows a theme.
pub fn set_theme(theme: Theme) {
    write(THEME, (theme != Theme::Auto).then_some(theme.name()));
    show_theme(theme);
}

/// Shows a theme.
pub fn show_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.name()),
    };
}

/// The language of the interface the reader chose.
#[must_use]
pub fn language() -> Option<String> {
    read(LANGUAGE)
}

/// Remembers a language.
pub fn set_language(tag: &str) {
    write(LANGUAGE, Some(tag));
}

/// How the reader likes sheets to be printed, as [`content::print::Choices::write`] writes it.
#[must_use]
pub fn print() -> String {
    read(PRINT).unwrap_or_default()
}

/// Remembers how sheets are to be printed; nothing for as usual.
pub fn set_print(choices: &str) {
    write(PRINT, (!choices.is_empty()).then_some(choices));
}

/// A browser may keep its storage closed: then nothing is remembered, and nothing else happens.
fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

fn write(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
