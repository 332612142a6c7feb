//! Who wrote a story and when.

use crate::setting::use_setting;
use content::{
    date::Moment,
    route::{List, Route},
    story::Author,
};
use leptos::prelude::*;

/// The authors, each with a link to the page of all they wrote.
#[component]
pub fn Byline(
    /// At least one author; without any, nothing is shown.
    authors: Vec<Author>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let count = authors.len();
    let authors = authors
        .into_iter()
        .enumerate()
        .map(|(place, author)| {
            let href = setting.href(&Route::of_list(List::Author(author.slug), 1));
            let before = match place {
                0 => String::new(),
                place if place + 1 == count => [" ", words.and, " "].concat(),
                _ => ", ".to_owned(),
            };
            view! { {before}<a class="byline__author" href=href rel="author">{author.name}</a> }
        })
        .collect_view();
    (count > 0).then(|| view! { <p class="byline">{words.by}" "{authors}</p> }).into_any()
}

/// A day, or a day and the time of day, in the interface's language and in the offset the newsroom wrote it in.
#[component]
pub fn Date(
    /// The moment.
    moment: Moment,
    /// Whether the time of day is shown too.
    #[prop(optional)]
    with_time: bool,
) -> impl IntoView {
    let words = use_setting().words;
    let mut text = moment.long_date(words.lang);
    if with_time {
        let (hour, minute) = moment.time();
        text = format!("{text}, {hour:02}:{minute:02}");
    }
    view! { <time class="date" datetime=moment.to_rfc3339()>{text}</time> }
}
