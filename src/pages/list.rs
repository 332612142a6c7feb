//! A page of a list: of a category, a tag, an author, or of all stories.

use crate::{
    components::{
        breadcrumb::breadcrumb,
        later::later,
        pager::pager,
        story_card::{Size, story_card, story_cards},
        topics::topic_link,
    },
    element::{Element, el},
    setting::{Setting, use_setting},
    words::fill,
};
use content::{
    page::Listing,
    route::{List, Route},
};

/// How many stories fill the first screen at least.
const AT_ONCE: usize = 8;

/// What a list is called.
#[must_use]
pub fn name<'a>(listing: &'a Listing, setting: &Setting) -> &'a str {
    listing
        .topic
        .as_ref()
        .map_or(setting.words.all_stories, |topic| &topic.name)
}

/// A list's headline, what lies below it, and the stories of one of its pages.
pub fn list_page(listing: &Listing) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let label = match listing.list {
        List::Tag(_) => Some(words.tag),
        List::Author(_) => Some(words.author),
        List::All | List::Category(_) => None,
    };
    let topics = listing
        .below
        .iter()
        .map(|topic| el("li").child(topic_link(topic, "page__below-link")));
    let below = (!listing.below.is_empty()).then(|| {
        el("nav")
            .attr(
                "aria-label",
                fill(words.more_in, &[name(listing, &setting)]),
            )
            .child(el("ul").class("page__below").each(topics))
    });
    let head = el("header")
        .class("page__head")
        .child(label.map(|label| el("p").class("page__label").child(label)))
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .maybe(
                    "lang",
                    listing
                        .topic
                        .as_ref()
                        .and_then(|topic| setting.lang_of_name(topic.lang.as_ref())),
                )
                .child(name(listing, &setting)),
        )
        .child((!listing.description.is_empty()).then(|| {
            el("p")
                .class("page__standfirst")
                .child(listing.description.as_str())
        }))
        .child(below)
        .child((listing.total > 0).then(|| {
            el("p")
                .class("page__count")
                .child((words.stories)(listing.total))
        }));
    let empty = listing
        .stories
        .is_empty()
        .then(|| el("p").class("page__empty").child(words.empty_list));
    let at_once = listing.stories.iter().take(AT_ONCE).enumerate();
    let at_once = at_once.map(|(place, story)| {
        // The first story of the first page leads.
        let size = if place == 0 && listing.page == 1 {
            Size::Lead
        } else {
            Size::Row
        };
        story_card(story, size, 2)
    });
    let others: Vec<_> = listing.stories.iter().skip(AT_ONCE).cloned().collect();
    let stories = later(el("div").class("page__stories").each(at_once), move || {
        story_cards(&others, Size::Row, 2)
    });
    el("div")
        .class("page page--list")
        .child(breadcrumb(&listing.crumbs))
        .child(head)
        .child(empty)
        .child(stories)
        .child(pager(
            &Route::of_list(listing.list.clone(), listing.page),
            listing.page,
            listing.pages,
        ))
}
