//! Who wrote a story and when.

use crate::{
    element::{Element, el},
    setting::use_setting,
};
use content::{
    date::Moment,
    route::{List, Route},
    story::Author,
};

/// The authors, each with a link to the page of all they wrote; nothing where there are none.
pub fn byline(authors: &[Author]) -> Option<Element> {
    let setting = use_setting();
    let words = setting.words;
    let mut line = el("p").class("byline").child(words.by).child(" ");
    for (place, author) in authors.iter().enumerate() {
        let href = setting.href(&Route::of_list(List::Author(author.slug.clone()), 1));
        line = match place {
            0 => line,
            place if place + 1 == authors.len() => line.child([" ", words.and, " "].concat()),
            _ => line.child(", "),
        };
        line = line.child(
            el("a")
                .class("byline__author")
                .attr("rel", "author")
                .attr("href", href)
                .child(author.name.as_str()),
        );
    }
    (!authors.is_empty()).then_some(line)
}

/// A day in the interface's language, as it was where the newsroom wrote it.
pub fn day(moment: Moment) -> Element {
    time(moment, moment.long_date(use_setting().words.lang))
}

/// A day and the time of day, in the offset the newsroom wrote it in.
pub fn day_and_time(moment: Moment) -> Element {
    let day = moment.long_date(use_setting().words.lang);
    time(moment, [&day, ", ", &moment.clock()].concat())
}

fn time(moment: Moment, text: String) -> Element {
    el("time")
        .class("date")
        .attr("datetime", moment.to_rfc3339())
        .child(text)
}
