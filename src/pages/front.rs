//! The front page.

use crate::{
    components::{
        story_card::{Size, StoryCard},
        topics::TopicLink,
    },
    setting::use_setting,
};
use content::{
    page::{Front, Section},
    route::{List, Route},
    story::Preview,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A lead story with others beside it, then the newest, then a section for each main category.
#[component]
pub fn FrontPage(
    /// What it shows.
    front: Front,
    /// The site's name: the page's headline, which the masthead shows and screen readers find here.
    name: String,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let Some(lead) = front.lead else {
        return view! {
            <div class="page page--front">
                <h1 class="page__headline" tabindex="-1">{name}</h1>
                <p class="page__empty">{words.empty_site}</p>
            </div>
        }
        .into_any();
    };
    let secondary = cards(front.secondary, Size::Second, 2);
    let latest = cards(front.latest, Size::Brief, 3);
    let all = setting.href(&Route::of_list(List::All, 2));
    let more = front.more.then(|| view! { <a class="front__more" rel="next" href=all>{words.all_stories}</a> });
    let sections = front.sections.into_iter().map(|section| view! { <FrontSection section/> }).collect_view();
    view! {
        <div class="page page--front">
            <h1 class="visually-hidden" tabindex="-1">{name}</h1>
            <div class="front__top">
                <div class="front__lead"><StoryCard story=lead size=Size::Lead level=2/></div>
                <div class="front__secondary">{secondary}</div>
                <section class="front__latest" aria-labelledby="latest">
                    <h2 class="front__title" id="latest">{words.latest}</h2>
                    <div class="front__latest-list">{latest}</div>
                    {more}
                </section>
            </div>
            {sections}
        </div>
    }
    .into_any()
}

#[component]
fn FrontSection(section: Section) -> impl IntoView {
    let mut stories = section.stories.into_iter();
    let first = stories.next().map(|story| view! { <StoryCard story size=Size::Card level=3/> });
    let others = cards(stories.collect(), Size::Small, 3);
    view! {
        <section class="front__section">
            <h2 class="front__title"><TopicLink topic=section.topic class="front__title-link"/></h2>
            <div class="front__section-stories">{first}{others}</div>
        </section>
    }
    .into_any()
}

fn cards(stories: Vec<Arc<Preview>>, size: Size, level: u8) -> Vec<AnyView> {
    stories.into_iter().map(|story| view! { <StoryCard story size level/> }.into_any()).collect()
}
