//! The way from the front page down to where the reader is.

use crate::{components::topics::TopicLink, setting::use_setting};
use content::{route::Route, story::Topic};
use leptos::prelude::*;

/// Home › POLITICS › DIPLOMACY, by the WAI-ARIA breadcrumb pattern. The page itself is not repeated: its headline
/// follows right below.
#[component]
pub fn Breadcrumb(
    /// The categories from the top down.
    crumbs: Vec<Topic>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let items =
        crumbs.into_iter().map(|topic| view! { <li><TopicLink topic class="breadcrumb__link"/></li> }).collect_view();
    view! {
        <nav class="breadcrumb" aria-label=words.breadcrumb>
            <ol class="breadcrumb__list">
                <li><a class="breadcrumb__link" href=setting.href(&Route::Front)>{words.home}</a></li>
                {items}
            </ol>
        </nav>
    }
}
