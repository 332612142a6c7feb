//! The way from the front page down to where the reader is.

use crate::{
    components::topics::topic_link,
    element::{Element, el},
    setting::use_setting,
};
use content::{route::Route, story::Topic};

/// Home › POLITICS › DIPLOMACY, by the WAI-ARIA breadcrumb pattern. The page itself is not repeated: its headline
/// follows right below.
pub fn breadcrumb(crumbs: &[Topic]) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let home = el("a")
        .class("breadcrumb__link")
        .attr("href", setting.href(&Route::Front))
        .child(words.home);
    let items = crumbs
        .iter()
        .map(|topic| el("li").child(topic_link(topic, "breadcrumb__link")));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", words.breadcrumb)
        .child(
            el("ol")
                .class("breadcrumb__list")
                .child(el("li").child(home))
                .each(items),
        )
}
