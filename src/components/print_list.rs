//! A list of stories on paper: headlines, standfirsts, addresses.

use crate::{
    components::byline::day,
    element::{Element, el},
    setting::use_setting,
};
use content::story::Preview;
use std::sync::Arc;

/// The site's name, what the list is called, and each story once.
pub fn print_list<'a>(title: &str, stories: impl Iterator<Item = &'a Arc<Preview>>) -> Element {
    let setting = use_setting();
    let mut shown: Vec<&str> = Vec::new();
    let mut list = el("div")
        .class("print-list")
        .child(
            el("p")
                .class("sheet__site")
                .maybe("lang", setting.lang_of_name(None))
                .child(setting.name.as_ref()),
        )
        .child((title != &*setting.name).then(|| el("h1").class("print-list__title").child(title)));
    for story in stories {
        if shown.contains(&story.path.as_str()) {
            continue;
        }
        shown.push(&story.path);
        let standfirst = (!story.standfirst.is_empty()).then(|| {
            el("p")
                .class("print-list__standfirst")
                .child(story.standfirst.as_str())
        });
        let item = el("div")
            .class("print-list__story")
            .maybe("lang", setting.lang_of(&story.lang))
            .attr("dir", story.lang.direction())
            .child(
                el("h2")
                    .class("print-list__headline")
                    .child(story.headline.as_str()),
            )
            .child(standfirst)
            .child(
                el("p")
                    .class("print-list__address")
                    .child(story.published.map(|moment| (day(moment), ". ")))
                    .child(setting.canonical(&story.route())),
            );
        list = list.child(item);
    }
    list
}
