//! What a reader can choose for this device: appearance and language of the interface.

use crate::{
    browser::preference::{self, Theme},
    setting::use_setting,
    words,
};
use leptos::prelude::*;

/// Two lists to choose from. They need a script, so they appear with it.
#[component]
pub fn Preferences(
    /// Begins the names of the fields: the lists stand in more than one place.
    id: &'static str,
    /// Called with the tag of the language that was chosen.
    on_language_chosen: Callback<String>,
) -> impl IntoView {
    let words = use_setting().words;
    let ready = RwSignal::new(false);
    let theme = RwSignal::new(Theme::Auto);
    Effect::new(move |_| {
        theme.set(preference::theme());
        ready.set(true);
    });
    let themes = [(Theme::Auto, words.theme_auto), (Theme::Light, words.theme_light), (Theme::Dark, words.theme_dark)]
        .map(|(choice, label)| {
            view! { <option value=choice.name() selected=move || theme.get() == choice>{label}</option> }
        });
    let languages = words::ALL.map(|other| {
        view! { <option value=other.lang lang=other.lang selected=other.lang == words.lang>{other.name}</option> }
    });
    let on_theme_chosen = move |event| {
        let choice = Theme::parse(&event_target_value(&event));
        theme.set(choice);
        preference::set_theme(choice);
    };
    view! {
        <div class="preferences" hidden=move || !ready.get()>
            <label class="preferences__label" for=[id, "-language"].concat()>{words.language}</label>
            <select
                class="preferences__field"
                id=[id, "-language"].concat()
                on:change=move |event| on_language_chosen.run(event_target_value(&event))
            >
                {languages}
            </select>
            <label class="preferences__label" for=[id, "-theme"].concat()>{words.theme}</label>
            <select class="preferences__field" id=[id, "-theme"].concat() on:change=on_theme_chosen>
                {themes}
            </select>
        </div>
    }
    .into_any()
}
