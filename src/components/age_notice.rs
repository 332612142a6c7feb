//! A word of warning on a story that is no longer new.

use crate::{
    element::{Element, el},
    setting::use_setting,
};
use content::story::Preview;

/// Says that a story is more than a year old, so that nobody takes it for today's news. An evergreen one says
/// nothing.
pub fn age_notice(story: &Preview) -> Option<Element> {
    let setting = use_setting();
    let days = setting
        .now
        .zip(story.published)
        .map_or(0, |(now, published)| published.days_until(now));
    let years = usize::try_from(days / 365).unwrap_or(0);
    (years > 0 && !story.evergreen).then(|| {
        el("p")
            .class("age-notice")
            .child((setting.words.age)(years))
    })
}
