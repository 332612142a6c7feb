//! A video of another site, loaded only when the reader asks for it.

use crate::{components::body::inlines, setting::use_setting, words::fill};
use content::body::Embed;
use leptos::prelude::*;

/// First a still frame of words: who provides the video, a button that plays it here, a link that leads there. No
/// request goes to the provider before the button is pressed.
#[component]
pub fn EmbedView(
    /// The piece.
    embed: Embed,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let provider = embed.provider.name();
    let playing = RwSignal::new(false);
    let title = if embed.title.is_empty() { provider.to_owned() } else { embed.title.clone() };
    let caption = (!embed.caption.is_empty())
        .then(|| view! { <figcaption class="figure__caption">{inlines(&embed.caption, &setting)}</figcaption> });
    let player = embed.player_address();
    let watch = embed.watch_address();
    // A newsroom may take a provider off its list: then only the link is left.
    let allowed = setting.embeds.contains(&embed.provider);
    let facade_title = title.clone();
    let facade = move || {
        let play = allowed.then(|| {
            view! {
                <button class="embed__play" type="button" on:click=move |_| playing.set(true)>{words.play}</button>
                <p class="embed__notice">{fill(words.play_notice, &[provider])}</p>
            }
        });
        view! {
            <div class="embed__facade">
                <p class="embed__title">{facade_title.clone()}</p>
                {play}
                <a class="embed__link" href=watch.clone() target="_blank" rel="noopener noreferrer">
                    {fill(words.watch_at, &[provider])}
                </a>
            </div>
        }
        .into_any()
    };
    let frame = move || {
        view! {
            <iframe
                class="embed__frame"
                src=player.clone()
                title=title.clone()
                sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
                allow="autoplay; fullscreen; picture-in-picture"
                referrerpolicy="strict-origin-when-cross-origin"
            ></iframe>
        }
        .into_any()
    };
    view! {
        <figure class="embed">
            {move || if playing.get() { frame() } else { facade() }}
            {caption}
        </figure>
    }
    .into_any()
}
