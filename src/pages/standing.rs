//! A standing page: About us, Impressum, Contact …

use crate::{
    components::{body::body, breadcrumb::breadcrumb, byline::day, translations::translations},
    element::{Element, el},
    setting::use_setting,
};
use content::story::Story;

/// Headline and text, and when it was last changed.
pub fn standing_page(page: &Story) -> Element {
    let words = use_setting().words;
    let preview = &page.preview;
    let changed = preview.updated.or(preview.published).map(|moment| {
        el("p")
            .class("page__changed")
            .attr("lang", words.lang)
            .child(words.updated)
            .child(" ")
            .child(day(moment))
    });
    el("article")
        .class("page page--standing")
        .attr("lang", preview.lang.as_str())
        .attr("dir", preview.lang.direction())
        .child(el("div").attr("lang", words.lang).child(breadcrumb(&[])))
        .child(
            el("h1")
                .class("page__headline")
                .attr("tabindex", "-1")
                .child(preview.headline.as_str()),
        )
        .child(translations(&page.translations))
        .child(body(&page.body()))
        .child(changed)
}
