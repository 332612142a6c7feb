//! The front page.

use crate::{
    components::{
        later::later,
        story_card::{Size, story_card, story_cards},
        topics::topic_link,
    },
    element::{Element, el},
    setting::use_setting,
};
use content::{
    page::{Front, Section},
    route::{List, Route},
};

/// A lead story with others beside it, then the newest, then a section for each main category. The site's name is the
/// page's headline: the masthead shows it, and screen readers find it here.
pub fn front_page(front: &Front, name: &str) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let page = el("div").class("page page--front");
    let headline = el("h1").attr("tabindex", "-1").child(name);
    let Some(lead) = &front.lead else {
        return page
            .child(headline.class("page__headline"))
            .child(el("p").class("page__empty").child(words.empty_site));
    };
    let more = front.more.then(|| {
        el("a")
            .class("front__more")
            .attr("rel", "next")
            .attr("href", setting.href(&Route::of_list(List::All, 2)))
            .child(words.all_stories)
    });
    let latest = el("section")
        .class("front__latest")
        .attr("aria-labelledby", "latest")
        .child(
            el("h2")
                .class("front__title")
                .attr("id", "latest")
                .child(words.latest),
        )
        .child(el("div").class("front__latest-list").child(story_cards(
            &front.latest,
            Size::Brief,
            3,
        )))
        .child(more);
    let top = el("div")
        .class("front__top")
        .child(
            el("div")
                .class("front__lead")
                .child(story_card(lead, Size::Lead, 2)),
        )
        .child(el("div").class("front__secondary").child(story_cards(
            &front.secondary,
            Size::Second,
            2,
        )))
        .child(latest);
    let sections = front.sections.clone();
    later(
        page.child(headline.class("visually-hidden")).child(top),
        move || sections.iter().map(section).collect::<Vec<_>>(),
    )
}

fn section(section: &Section) -> Element {
    let mut stories = section.stories.iter();
    let first = stories.next().map(|story| story_card(story, Size::Card, 3));
    let others = story_cards(stories.as_slice(), Size::Small, 3);
    el("section")
        .class("front__section")
        .child(
            el("h2")
                .class("front__title")
                .child(topic_link(&section.topic, "front__title-link")),
        )
        .child(
            el("div")
                .class("front__section-stories")
                .child(first)
                .child(others),
        )
}
