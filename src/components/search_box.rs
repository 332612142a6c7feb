//! The search field, with results while the reader types.

use crate::{
    browser::{focus, keys},
    setting::use_setting,
};
use content::{route::Route, story::Preview};
use leptos::{ev::KeyboardEvent, prelude::*};
use std::sync::Arc;

/// Finds the stories that match a query.
pub type Find = Callback<String, Vec<Arc<Preview>>>;

/// How many results are shown while the reader types.
const LIVE: usize = 6;

/// A form that leads to the search page, so that it works without a script; with one, results appear below the
/// field. Arrow keys walk through them.
#[component]
pub fn SearchBox(
    /// The name of the field in the page: the box stands in more than one place.
    id: &'static str,
    /// What does the finding.
    find: Find,
    /// Where the reader is: what was typed does not go along to another place.
    here: Signal<Route>,
    /// What the field holds at first.
    #[prop(optional)]
    query: String,
    /// Whether results are shown while the reader types.
    #[prop(default = true)]
    live: bool,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let typed = RwSignal::new(query.clone());
    let first = query.clone();
    Effect::new(move |_| {
        here.track();
        typed.set(first.clone());
    });
    let action = setting.href(&Route::Search(String::new()));
    let results_id = id.to_owned() + "-results";
    let found = Memo::new(move |_| {
        let typed = typed.get();
        let is_asking = live && typed.trim().chars().count() > 1;
        is_asking.then(|| find.run(typed))
    });
    let walk = {
        let (list, id) = (results_id.clone(), id);
        move |event: KeyboardEvent| match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                keys::walk_links(&list, id, event.key() == "ArrowDown");
            }
            "Escape" if !typed.get_untracked().is_empty() && found.get_untracked().is_some() => {
                // The first Escape clears the results, the next one closes what the box stands in.
                event.stop_propagation();
                event.prevent_default();
                typed.set(String::new());
                focus::by_id(id);
            }
            _ => {}
        }
    };
    let results = move || {
        let found = found.get()?;
        let total = found.len();
        let items = found
            .into_iter()
            .take(LIVE)
            .map(|story| {
                let (href, lang) = (setting.href(&story.route()), setting.lang_of(&story.lang));
                view! { <li><a class="search-box__result" href=href lang=lang>{story.headline.clone()}</a></li> }
            })
            .collect_view();
        let all = setting.href(&Route::Search(typed.get_untracked().trim().to_owned()));
        let all = (total > 0).then(|| view! { <a class="search-box__all" href=all>{words.view_all_results}</a> });
        Some(view! { <ul class="search-box__list">{items}</ul>{all} })
    };
    // Announced, not only shown: how many results there are, or none.
    let status = move || match found.get().map(|found| found.len()) {
        None => String::new(),
        Some(0) => words.no_results.to_owned(),
        Some(count) => (words.results)(count),
    };
    view! {
        <search class="search-box" on:keydown=walk>
            <form class="search-box__form" action=action>
                <label class="search-box__label" for=id>{words.search_label}</label>
                <input
                    class="search-box__field"
                    type="search"
                    id=id
                    name="q"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words.search_hint
                    prop:value=move || typed.get()
                    value=query
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <button class="search-box__button" type="submit">{words.search}</button>
            </form>
            <p class="search-box__status" role="status">{status}</p>
            <div class="search-box__results" id=results_id>{results}</div>
        </search>
    }
    .into_any()
}
