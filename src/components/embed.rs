//! A video of another site, loaded only when the reader asks for it.

use crate::{
    components::{
        body::inlines,
        picture::{Place, picture},
    },
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::body::Embed;
use leptos::prelude::*;

/// First only words: who provides the video, a button that plays it here, a link that leads there. No request goes
/// to the provider before the button is pressed.
pub fn embed(embed: &Embed) -> Element {
    let setting = use_setting();
    let is_playing = RwSignal::new(false);
    let caption = (!embed.caption.is_empty()).then(|| {
        el("figcaption")
            .class("figure__caption")
            .child(inlines(&embed.caption, &setting))
    });
    // A newsroom may take a provider off its list: then only the link is left.
    let can_play = setting.embeds.contains(&embed.provider);
    let embed = embed.clone();
    el("figure")
        .class("embed")
        .changing(move || {
            if is_playing.get() {
                player(&embed)
            } else {
                facade(&embed, can_play, is_playing)
            }
        })
        .child(caption)
}

fn title(embed: &Embed) -> &str {
    if embed.title.is_empty() {
        embed.provider.name()
    } else {
        &embed.title
    }
}

fn facade(embed: &Embed, can_play: bool, is_playing: RwSignal<bool>) -> Element {
    let words = use_setting().words;
    let provider = embed.provider.name();
    let play = can_play.then(|| {
        let button = el("button")
            .class("embed__play")
            .attr("type", "button")
            .child(words.play);
        (
            button.on("click", move |_| is_playing.set(true)),
            el("p")
                .class("embed__notice")
                .child(fill(words.play_notice, &[provider])),
        )
    });
    let watch = el("a")
        .class("embed__link")
        .attr("href", embed.watch_address())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(fill(words.watch_at, &[provider]));
    let still = embed.still.as_ref().map(|still| {
        el("div")
            .class("embed__still")
            .child(picture(still, Place::Text, true))
    });
    el("div")
        .class("embed__facade")
        .child(still)
        .child(el("p").class("embed__title").child(title(embed)))
        .child(play)
        .child(watch)
}

fn player(embed: &Embed) -> Element {
    el("iframe")
        .class("embed__frame")
        .attr("title", title(embed))
        .attr(
            "sandbox",
            "allow-scripts allow-same-origin allow-popups allow-presentation",
        )
        .attr("allow", "autoplay; fullscreen; picture-in-picture")
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .attr("src", embed.player_address())
}
