//! What stands in a page's place while it loads, and when it cannot be loaded.

use crate::{
    element::{Element, el},
    feed::LoadError,
    setting::use_setting,
    words::{Words, fill},
};
use leptos::prelude::*;

/// Grey lines where the page will be; when it takes long, a sentence says so.
pub fn loading(is_slow: bool) -> Element {
    let words = use_setting().words;
    el("div")
        .class("page skeleton")
        .child(
            el("p")
                .class("skeleton__words")
                .attr("role", "status")
                .child(if is_slow {
                    words.still_loading
                } else {
                    words.loading
                }),
        )
        .child(
            el("div")
                .class("skeleton__lines")
                .attr("aria-hidden", "true")
                .each((0..5).map(|_| el("i"))),
        )
}

/// What went wrong, in words, and a button that tries again.
#[inline(never)] // Seldom run: decision 17.
pub fn load_failed(error: &LoadError, on_retry: Callback<()>) -> Element {
    let words = use_setting().words;
    let retry = el("button")
        .class("button")
        .attr("type", "button")
        .on("click", move |_| on_retry.run(()))
        .child((words.failure)().retry);
    el("div")
        .class("page page--failed")
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .child(words.failed),
        )
        .child(
            el("p")
                .class("page__standfirst")
                .attr("role", "alert")
                .child(reason(error, words)),
        )
        .child(el("p").child(retry))
}

fn reason(error: &LoadError, words: &Words) -> String {
    let words = (words.failure)();
    match error {
        LoadError::Offline => words.offline.to_owned(),
        LoadError::Timeout => words.timeout.to_owned(),
        LoadError::Network => words.network.to_owned(),
        LoadError::Status(status) => fill(words.status, &[&status.to_string()]),
        LoadError::Content(_) => words.content.to_owned(),
    }
}
