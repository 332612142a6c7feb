//! Passing a story on.

use crate::{
    browser,
    element::{Element, effect, el},
    setting::use_setting,
    words::fill,
};
use content::share::{self, Service};
use leptos::prelude::*;

/// One button where the system has a share sheet, then a plain link for each service, and a button that copies the
/// address. The links are links, so that a reader sees where each leads and needs no script to follow it.
pub fn share_bar(headline: &str, address: &str) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let status = RwSignal::new(String::new());
    let can_share = RwSignal::new(false);
    // After mount: a page that is rendered natively cannot know what the reader's system can do.
    effect(move || can_share.set(browser::share::is_offered()));

    let links = setting
        .share
        .iter()
        .map(|service| el("li").child(service_link(*service, headline, address)));
    let button = |label: &'static str| {
        el("button")
            .class("share-bar__button")
            .attr("type", "button")
            .child(label)
    };
    let (title, to) = (headline.to_owned(), address.to_owned());
    let share = button(words.share).on("click", move |_| browser::share::open(&title, &to));
    let to = address.to_owned();
    let copy = button(words.copy_link).on("click", move |_| {
        browser::clipboard::copy(to.clone(), move |is_copied| {
            status.set(
                if is_copied {
                    words.link_copied
                } else {
                    words.copy_failed
                }
                .to_owned(),
            );
        });
    });
    let list = el("ul")
        .class("share-bar__list")
        .child(
            el("li")
                .live("hidden", move || (!can_share.get()).then(String::new))
                .child(share),
        )
        .each(links)
        .child(el("li").class("share-bar__copy").child(copy));
    // It stands above and below the text: a group, since two landmarks of one name could not be told apart.
    el("div")
        .class("share-bar")
        .attr("role", "group")
        .attr("aria-label", words.share)
        .child(list)
        .child(
            el("p")
                .class("share-bar__status")
                .attr("role", "status")
                .changing(move || status.get()),
        )
}

fn service_link(service: Service, headline: &str, address: &str) -> Element {
    let words = use_setting().words;
    let link = el("a")
        .class("share-bar__link")
        .attr("href", share::address(service, headline, address))
        .attr("rel", "noopener noreferrer");
    match service {
        Service::Email => link.child(words.email),
        // These open a program rather than a page.
        Service::Viber => link.child(service.label()),
        _ => link
            .attr("target", "_blank")
            .attr("aria-label", fill(words.share_on, &[service.label()]))
            .child(service.label()),
    }
}
