//! What a reader can choose for this device: appearance and language of the interface.

use crate::{
    browser::{
        field,
        preference::{self, Theme},
    },
    element::{Element, effect, el},
    setting::use_setting,
    words,
};
use leptos::prelude::*;

/// Two lists to choose from. They need a script, so they appear with it. `id` begins the names of the fields: the
/// lists stand in more than one place.
pub fn preferences(id: &'static str, on_language_chosen: Callback<String>) -> Element {
    let words = use_setting().words;
    // The name of the theme; nothing where there is no script yet that could change it.
    let chosen = RwSignal::new(String::new());
    effect(move || chosen.set(preference::theme().name().to_owned()));

    let languages = words::ALL.map(|other| {
        let option = el("option")
            .attr("value", other.lang)
            .attr("lang", other.lang);
        option
            .flag("selected", other.lang == words.lang)
            .child(other.name)
    });
    let languages = select(id, "-language", languages.into()).on("change", move |event| {
        on_language_chosen.run(field::chosen(&event))
    });
    let themes = [
        (Theme::Auto, words.theme_auto),
        (Theme::Light, words.theme_light),
        (Theme::Dark, words.theme_dark),
    ];
    let themes = themes.map(|(theme, name)| {
        el("option")
            .attr("value", theme.name())
            .live("selected", move || {
                (chosen.get() == theme.name()).then(String::new)
            })
            .child(name)
    });
    let themes = select(id, "-theme", themes.into()).on("change", |event| {
        preference::set_theme(Theme::parse(&field::chosen(&event)))
    });
    let label = |name: &str, text: &'static str| {
        el("label")
            .class("preferences__label")
            .attr("for", [id, name].concat())
            .child(text)
    };
    el("div")
        .class("preferences")
        .live("hidden", move || chosen.get().is_empty().then(String::new))
        .child(label("-language", words.language))
        .child(languages)
        .child(label("-theme", words.theme))
        .child(themes)
}

fn select(id: &str, name: &str, options: Vec<Element>) -> Element {
    el("select")
        .class("preferences__field")
        .attr("id", [id, name].concat())
        .child(options)
}
