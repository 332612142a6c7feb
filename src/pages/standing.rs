//! A standing page: About us, Impressum, Contact …

use crate::{
    components::{body::BodyView, breadcrumb::Breadcrumb, byline::Date},
    setting::use_setting,
};
use content::story::Story;
use leptos::prelude::*;

/// Headline and text, and when it was last changed.
#[component]
pub fn StandingPage(
    /// The page.
    page: Story,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let preview = page.preview.clone();
    let changed = preview.updated.or(preview.published).map(|moment| {
        view! { <p class="page__changed">{words.updated}" "<Date moment/></p> }
    });
    view! {
        <article class="page page--standing" lang=preview.lang.as_str().to_owned() dir=preview.lang.direction()>
            <div lang=words.lang><Breadcrumb crumbs=vec![]/></div>
            <h1 class="page__headline" tabindex="-1">{preview.headline.clone()}</h1>
            <BodyView body=page.body()/>
            <div lang=words.lang>{changed}</div>
        </article>
    }
    .into_any()
}
