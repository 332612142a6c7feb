//! What stands below every page: the sections, the standing pages, the © line.

use crate::{
    components::menu::{menu_link, menu_tree},
    element::{Element, el},
    setting::{Setting, use_setting},
};
use content::{frame::Frame, route::Route};
use leptos::prelude::*;

/// The footer.
pub fn footer(frame: &Frame, here: ReadSignal<Route>) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let lang = setting.lang_of_name(None);
    let pages = frame
        .pages
        .iter()
        .map(|item| el("li").child(menu_link(item, "footer__page", here)));
    el("footer")
        .class("footer")
        .child(
            el("a")
                .class("footer__name")
                .attr("href", setting.href(&Route::Front))
                .maybe("lang", lang.clone())
                .child(frame.name.as_str()),
        )
        .child(
            el("nav")
                .class("footer__sections")
                .attr("aria-label", words.sections)
                .child(menu_tree(&frame.footer, here)),
        )
        .child(
            el("nav")
                .class("footer__pages")
                .attr("aria-label", words.pages)
                .child(el("ul").class("footer__list").each(pages)),
        )
        .child(
            el("p")
                .class("footer__rights")
                .child(rights(&setting))
                .child(" ")
                .child(
                    el("a")
                        .class("footer__top")
                        .attr("href", "#top")
                        .child(words.top),
                ),
        )
}

/// The © line: the years, the publisher, what is reserved.
pub fn rights(setting: &Setting) -> Vec<AnyView> {
    let year = setting.now.map(|now| u32::from(now.date().0));
    let years = match (setting.since, year) {
        (Some(since), Some(year)) if since < year => {
            ["© ", &since.to_string(), "–", &year.to_string(), " "].concat()
        }
        (Some(year), _) | (None, Some(year)) => ["© ", &year.to_string(), " "].concat(),
        (None, None) => "© ".to_owned(),
    };
    let publisher = el("span")
        .maybe("lang", setting.lang_of_name(None))
        .child(setting.publisher.as_ref());
    vec![
        years.into_any(),
        publisher.view(),
        [". ", setting.words.rights, "."].concat().into_any(),
    ]
}
