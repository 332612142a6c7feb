//! The search field, with results while the reader types.

use crate::{
    browser::{field, focus, keys},
    element::{Element, effect, el},
    setting::use_setting,
};
use content::{route::Route, search::Results, story::Preview};
use leptos::prelude::*;
use std::sync::Arc;

/// Finds the first [`LIVE`] stories that match a query; nothing as long as there is nothing to look through.
pub type Find = Callback<String, Option<Results>>;

/// How many results are shown while the reader types.
pub const LIVE: usize = 6;

/// A form that leads to the search page, so that it works without a script; with one, results appear below the field
/// while the reader types, and arrow keys walk through them. `id` names the field: the box stands in several places.
/// What was typed does not go along when the reader goes elsewhere.
pub fn search_box(id: &'static str, find: Find, here: ReadSignal<Route>) -> Element {
    let found = RwSignal::new(None);
    effect(move || {
        here.track();
        found.set(None);
        field::set(id, "");
    });
    let results_id = id.to_owned() + "-results";
    let list_id = results_id.clone();
    let on_key = move |event: web_sys::Event| match keys::name(&event).as_str() {
        "ArrowDown" | "ArrowUp" => keys::walk_links(&event, &list_id, id),
        "Escape" if found.with_untracked(Option::is_some) => {
            // The first Escape clears the results, the next one closes what the box stands in.
            event.stop_propagation();
            event.prevent_default();
            found.set(None);
            field::set(id, "");
            focus::by_id(id);
        }
        _ => {}
    };
    let on_typed = move |_| {
        let typed = field::get(id);
        let is_asking = typed.trim().chars().count() > 1;
        found.set(is_asking.then(|| find.run(typed)).flatten());
    };
    let words = use_setting().words;
    // Announced, not only shown: how many results there are, or none.
    let status = move || {
        found.with(
            |found: &Option<Results>| match found.as_ref().map(|found| found.total) {
                None => String::new(),
                Some(0) => words.no_results.to_owned(),
                Some(count) => (words.results)(count),
            },
        )
    };
    el("search")
        .class("search-box")
        .on("keydown", on_key)
        // What is looked through may have to be loaded first.
        .on("focusin", move |_| drop(find.run(String::new())))
        .child(search_form(id, "").on("input", on_typed))
        .child(
            el("p")
                .class("search-box__status")
                .attr("role", "status")
                .changing(status),
        )
        .child(
            el("div")
                .class("search-box__results")
                .attr("id", results_id)
                .changing(move || found.with(|found| found.as_ref().map(results))),
        )
}

#[inline(never)] // Seldom run: decision 17.
fn results(found: &Results) -> (Element, Option<Element>) {
    let setting = use_setting();
    let result = |story: &Arc<Preview>| {
        let link = el("a")
            .class("search-box__result")
            .attr("href", setting.href(&story.route()))
            .maybe("lang", setting.lang_of(&story.lang))
            .attr("dir", "auto")
            .child(story.headline.as_str());
        el("li").child(link)
    };
    let items = found.stories.iter().map(result);
    let all = (found.total > 0).then(|| {
        el("a")
            .class("search-box__all")
            .attr(
                "href",
                setting.href(&Route::Search(found.query.trim().to_owned(), 1)),
            )
            .child(setting.words.view_all_results)
    });
    (el("ul").class("search-box__list").each(items), all)
}

/// The form alone, as the search page has it, with what was searched for.
pub fn search_form(id: &'static str, query: &str) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let field = el("input")
        .class("search-box__field")
        .attr("type", "search")
        .attr("id", id)
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("placeholder", words.search_hint)
        .attr("value", query);
    el("form")
        .class("search-box__form")
        .attr("action", setting.href(&Route::Search(String::new(), 1)))
        .child(
            el("label")
                .class("search-box__label")
                .attr("for", id)
                .child(words.search_label),
        )
        .child(field)
        .child(
            el("button")
                .class("search-box__button")
                .attr("type", "submit")
                .child(words.search),
        )
}
