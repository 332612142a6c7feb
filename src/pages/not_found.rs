//! Nothing at this address.

use crate::{
    components::{
        search_box::search_form,
        story_card::{Size, story_cards},
    },
    element::{Element, el},
    setting::use_setting,
};
use content::{route::Route, story::Preview};
use std::sync::Arc;

/// Says so, and offers the way on: search, front page, the newest stories.
pub fn not_found_page(recent: &[Arc<Preview>]) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let latest = (!recent.is_empty()).then(|| el("h2").class("page__title").child(words.latest));
    let home = el("a")
        .class("page__way-on")
        .attr("href", setting.href(&Route::Front))
        .child(words.to_front_page);
    el("div")
        .class("page page--not-found")
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .child(words.not_found),
        )
        .child(
            el("p")
                .class("page__standfirst")
                .child(words.not_found_text),
        )
        .child(
            el("search")
                .class("search-box")
                .child(search_form("page-search", "")),
        )
        .child(el("p").child(home))
        .child(latest)
        .child(
            el("div")
                .class("page__stories")
                .child(story_cards(recent, Size::Brief, 3)),
        )
}
