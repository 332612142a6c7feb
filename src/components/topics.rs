//! The categories and tags of a story as links.

use crate::{
    element::{Element, el},
    setting::use_setting,
};
use content::{route::Route, story::Topic};

/// One topic as a link to the list of its stories.
pub fn topic_link(topic: &Topic, class: &'static str) -> Element {
    let setting = use_setting();
    el("a")
        .class(class)
        .attr("href", setting.href(&Route::of_list(topic.list.clone(), 1)))
        .maybe("lang", setting.lang_of_name(topic.lang.as_ref()))
        .child(topic.name.as_str())
}

/// A list of topics behind what they are called, for instance "In"; nothing where there are none.
pub fn topics(topics: &[Topic], label: &'static str) -> Option<Element> {
    let items = topics
        .iter()
        .map(|topic| el("li").child(topic_link(topic, "topics__link")));
    (!topics.is_empty()).then(|| {
        el("div")
            .class("topics")
            .child(el("span").class("topics__label").child(label))
            .child(el("ul").class("topics__list").each(items))
    })
}
