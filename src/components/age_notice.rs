//! A word of warning on a story that is no longer new.

use crate::setting::use_setting;
use content::story::Preview;
use leptos::prelude::*;

/// Says that a story is more than a year old, so that nobody takes it for today's news. An evergreen one says
/// nothing.
#[component]
pub fn AgeNotice(
    /// The story.
    story: std::sync::Arc<Preview>,
) -> impl IntoView {
    let setting = use_setting();
    let years = setting.now.zip(story.published).map_or(0, |(now, published)| published.days_until(now).max(0) / 365);
    (years > 0 && !story.evergreen)
        .then(|| view! { <p class="age-notice">{(setting.words.age)(usize::try_from(years).unwrap_or(1))}</p> })
}
