//! The search page.

use crate::{
    components::{
        search_box::{Find, SearchBox},
        story_card::{Size, StoryCard},
    },
    setting::use_setting,
    words::fill,
};
use content::{route::Route, story::Preview};
use leptos::prelude::*;
use std::sync::Arc;

/// How many results are shown.
const SHOWN: usize = 40;

/// The field, and what was found.
#[component]
pub fn SearchPage(
    /// What was searched for; empty on a first visit.
    query: String,
    /// What was found, the best first.
    found: Vec<Arc<Preview>>,
    /// What does the finding while the reader types.
    find: Find,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let words = use_setting().words;
    let asked = !query.is_empty();
    let headline = if asked { fill(words.results_for, &[&query]) } else { words.search.to_owned() };
    let count = match found.len() {
        0 => words.no_results.to_owned(),
        count => (words.results)(count),
    };
    let count = asked.then(|| view! { <p class="page__count" role="status">{count}</p> });
    let hint = (asked && found.is_empty()).then(|| view! { <p class="page__empty">{words.search_again}</p> });
    let stories = found
        .into_iter()
        .take(SHOWN)
        .map(|story| view! { <StoryCard story size=Size::Row level=2/> }.into_any())
        .collect_view();
    view! {
        <div class="page page--search">
            <h1 class="page__headline" tabindex="-1">{headline}</h1>
            <SearchBox id="page-search" find here query live=false/>
            {count}
            {hint}
            <div class="page__stories">{stories}</div>
        </div>
    }
    .into_any()
}
