//! Passing a story on.

use crate::{browser, setting::use_setting, words::fill};
use content::share::{self, Service};
use leptos::prelude::*;

/// One button where the system has a share sheet, then a plain link for each service, and a button that copies the
/// address. The links are links, so that a reader sees where each leads and needs no script to follow it.
#[component]
pub fn ShareBar(
    /// The headline.
    headline: String,
    /// The complete address of the story.
    address: String,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let status = RwSignal::new("");
    let can_share = RwSignal::new(false);
    // After mount: a page that is rendered natively cannot know what the reader's system can do.
    Effect::new(move |_| can_share.set(browser::share::is_offered()));

    let links = setting
        .share
        .iter()
        .map(|service| {
            let href = share::address(*service, &headline, &address);
            let label = match service {
                Service::Email => words.email.to_owned(),
                service => service.label().to_owned(),
            };
            let description = match service {
                Service::Email => None,
                service => Some(fill(words.share_on, &[service.label()])),
            };
            let target = (!matches!(service, Service::Email | Service::Viber)).then_some("_blank");
            view! {
                <li>
                    <a class="share-bar__link" href=href target=target rel="noopener noreferrer" aria-label=description>
                        {label}
                    </a>
                </li>
            }
        })
        .collect_view();
    let to_share = (headline.clone(), address.clone());
    let on_share_pressed = move |_| browser::share::open(&to_share.0, &to_share.1);
    let on_copy_pressed = move |_| {
        let address = address.clone();
        browser::clipboard::copy(address, move |copied| {
            status.set(if copied { words.link_copied } else { words.copy_failed });
        });
    };
    view! {
        <section class="share-bar" aria-label=words.share>
            <ul class="share-bar__list">
                <li hidden=move || !can_share.get()>
                    <button class="share-bar__button" type="button" on:click=on_share_pressed>{words.share}</button>
                </li>
                {links}
                <li class="share-bar__copy">
                    <button class="share-bar__button" type="button" on:click=on_copy_pressed>{words.copy_link}</button>
                </li>
            </ul>
            <p class="share-bar__status" role="status">{move || status.get()}</p>
        </section>
    }
    .into_any()
}
