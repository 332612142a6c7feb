//! The search page.

use crate::{
    components::{
        search_box::search_form,
        story_card::{Size, story_cards},
    },
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::story::Preview;
use std::sync::Arc;

/// How many results are shown.
const SHOWN: usize = 40;

/// The field, and what was found for a query, the best first. The query is empty on a first visit.
pub fn search_page(query: &str, found: &[Arc<Preview>]) -> Element {
    let words = use_setting().words;
    let was_asked = !query.is_empty();
    let headline = if was_asked {
        fill(words.results_for, &[query])
    } else {
        words.search.to_owned()
    };
    let count = if found.is_empty() {
        words.no_results.to_owned()
    } else {
        (words.results)(found.len())
    };
    let shown = found.get(..SHOWN).unwrap_or(found);
    el("div")
        .class("page page--search")
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .child(headline),
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
            (was_asked && found.is_empty())
                .then(|| el("p").class("page__empty").child(words.search_again)),
        )
        .child(
            el("div")
                .class("page__stories")
                .child(story_cards(shown, Size::Row, 2)),
        )
}
