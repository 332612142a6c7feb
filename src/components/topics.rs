//! The categories and tags of a story as links.

use crate::setting::use_setting;
use content::{route::Route, story::Topic};
use leptos::prelude::*;

/// One topic as a link to the list of its stories.
#[component]
pub fn TopicLink(
    /// The topic.
    topic: Topic,
    /// The class of the link.
    class: &'static str,
) -> impl IntoView {
    let setting = use_setting();
    let lang = setting.lang_of_name(topic.lang.as_ref());
    let href = setting.href(&Route::of_list(topic.list, 1));
    view! { <a class=class href=href lang=lang>{topic.name}</a> }
}

/// A list of topics under a heading word.
#[component]
pub fn Topics(
    /// The topics; without any, nothing is shown.
    topics: Vec<Topic>,
    /// What they are called, for instance "In".
    label: &'static str,
) -> impl IntoView {
    if topics.is_empty() {
        return ().into_any();
    }
    let items =
        topics.into_iter().map(|topic| view! { <li><TopicLink topic class="topics__link"/></li> }).collect_view();
    view! {
        <div class="topics">
            <span class="topics__label">{label}</span>
            <ul class="topics__list">{items}</ul>
        </div>
    }
    .into_any()
}
