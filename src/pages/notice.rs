//! What stands in a page's place while it loads, and when it cannot be loaded.

use crate::{
    feed::LoadError,
    setting::use_setting,
    words::{Words, fill},
};
use leptos::prelude::*;

/// Grey lines where the page will be; when it takes long, a sentence says so.
#[component]
pub fn Loading(
    /// Whether it takes long.
    is_slow: bool,
) -> impl IntoView {
    let words = use_setting().words;
    view! {
        <div class="page skeleton">
            <p class="skeleton__words" role="status">{if is_slow { words.still_loading } else { words.loading }}</p>
            <div class="skeleton__lines" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
        </div>
    }
    .into_any()
}

/// What went wrong, in words, and a button that tries again.
#[component]
pub fn LoadFailed(
    /// What went wrong.
    error: LoadError,
    /// Called to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let words = use_setting().words;
    view! {
        <div class="page page--failed">
            <h1 class="page__headline" tabindex="-1">{words.failed}</h1>
            <p class="page__standfirst" role="alert">{reason(&error, words)}</p>
            <p><button class="button" type="button" on:click=move |_| on_retry.run(())>{words.retry}</button></p>
        </div>
    }
    .into_any()
}

fn reason(error: &LoadError, words: &Words) -> String {
    match error {
        LoadError::Offline => words.failed_offline.to_owned(),
        LoadError::Timeout => words.failed_timeout.to_owned(),
        LoadError::Network => words.failed_network.to_owned(),
        LoadError::Status(status) => fill(words.failed_status, &[&status.to_string()]),
        LoadError::Content(_) => words.failed_content.to_owned(),
    }
}
