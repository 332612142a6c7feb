//! A page of a list: of a category, a tag, an author, or of all stories.

use crate::{
    components::{
        breadcrumb::Breadcrumb,
        pager::Pager,
        story_card::{Size, StoryCard},
        topics::TopicLink,
    },
    setting::{Setting, use_setting},
};
use content::{
    page::Listing,
    route::List,
};
use leptos::prelude::*;

/// What a list is called.
#[must_use]
pub fn name(listing: &Listing, setting: &Setting) -> String {
    listing.topic.as_ref().map_or_else(|| setting.words.all_stories.to_owned(), |topic| topic.name.clone())
}

/// A list's headline, what lies below it, and the stories of one of its pages.
#[component]
pub fn ListPage(
    /// What it shows.
    listing: Listing,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let name = name(&listing, &setting);
    let lang = listing.topic.as_ref().and_then(|topic| setting.lang_of_name(topic.lang.as_ref()));
    let label = match listing.list {
        List::Tag(_) => Some(words.tag),
        List::Author(_) => Some(words.author),
        List::All | List::Category(_) => None,
    };
    let label = label.map(|label| view! { <p class="page__label">{label}</p> });
    let description =
        (!listing.description.is_empty()).then(|| view! { <p class="page__standfirst">{listing.description.clone()}</p> });
    let below = (!listing.below.is_empty()).then(|| {
        let below = listing
            .below
            .iter()
            .cloned()
            .map(|topic| view! { <li><TopicLink topic class="page__below-link"/></li> })
            .collect_view();
        view! { <nav aria-label=words.sections><ul class="page__below">{below}</ul></nav> }
    });
    let count = (listing.total > 0).then(|| view! { <p class="page__count">{(words.stories)(listing.total)}</p> });
    let empty = listing.stories.is_empty().then(|| view! { <p class="page__empty">{words.empty_list}</p> });
    // The first story of the first page leads.
    let first_page = listing.page == 1;
    let stories = listing
        .stories
        .into_iter()
        .enumerate()
        .map(|(place, story)| {
            let size = if place == 0 && first_page { Size::Lead } else { Size::Row };
            view! { <StoryCard story size level=2/> }.into_any()
        })
        .collect_view();
    view! {
        <div class="page page--list">
            <Breadcrumb crumbs=listing.crumbs/>
            <header class="page__head">
                {label}
                <h1 class="page__headline" tabindex="-1" lang=lang>{name}</h1>
                {description}
                {below}
                {count}
            </header>
            {empty}
            <div class="page__stories">{stories}</div>
            <Pager list=listing.list page=listing.page pages=listing.pages/>
        </div>
    }
    .into_any()
}
