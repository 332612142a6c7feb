//! The search page.

use crate::{
    components::{
        pager::pager,
        search_box::search_form,
        story_card::{Size, story_cards},
    },
    element::{Element, el},
    setting::use_setting,
    words::{Words, fill},
};
use content::{route::Route, search::Results};

/// What the page is called: by what was searched for.
#[must_use]
pub fn name(results: &Results, words: &Words) -> String {
    if results.query.is_empty() {
        words.search.to_owned()
    } else {
        fill(words.results_for, &[&results.query])
    }
}

/// The field, and a page of what was found. The query is empty on a first visit.
#[inline(never)] // Seldom run: decision 17.
pub fn search_page(results: &Results) -> Element {
    let words = use_setting().words;
    let query = results.query.as_str();
    let was_asked = !query.is_empty();
    let is_empty = results.total == 0;
    let count = if is_empty {
        words.no_results.to_owned()
    } else {
        (words.results)(results.total)
    };
    el("div")
        .class("page page--search")
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .child(name(results, words)),
        )
        .child(
            el("search")
                .class("search-box")
                .child(search_form("page-search", query)),
        )
        .child(was_asked.then(|| {
            el("p")
                .class("page__count")
                .attr("role", "status")
                .child(count)
        }))
        .child(
            (was_asked && is_empty).then(|| el("p").class("page__empty").child(words.search_again)),
        )
        .child(
            el("div")
                .class("page__stories")
                .child(story_cards(&results.stories, Size::Row, 2)),
        )
        .child(pager(
            &Route::Search(query.to_owned(), 1),
            results.page,
            results.pages,
        ))
}
