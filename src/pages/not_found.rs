//! Nothing at this address.

use crate::{
    components::{
        search_box::{Find, SearchBox},
        story_card::{Size, StoryCard},
    },
    setting::use_setting,
};
use content::{route::Route, story::Preview};
use leptos::prelude::*;
use std::sync::Arc;

/// Says so, and offers the way on: search, front page, the newest stories.
#[component]
pub fn NotFoundPage(
    /// The newest stories.
    recent: Vec<Arc<Preview>>,
    /// What does the finding.
    find: Find,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let has_recent = !recent.is_empty();
    let stories = recent
        .into_iter()
        .map(|story| view! { <StoryCard story size=Size::Brief level=3/> }.into_any())
        .collect_view();
    view! {
        <div class="page page--not-found">
            <h1 class="page__headline" tabindex="-1">{words.not_found}</h1>
            <p class="page__standfirst">{words.not_found_text}</p>
            <SearchBox id="page-search" find here/>
            <p><a class="page__way-on" href=setting.href(&Route::Front)>{words.to_front_page}</a></p>
            {has_recent.then(|| view! { <h2 class="page__title">{words.latest}</h2> })}
            <div class="page__stories">{stories}</div>
        </div>
    }
    .into_any()
}
