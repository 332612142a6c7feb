//! The wide panel under a menu entry: tabs, each with the newest stories of a section.

use crate::{
    browser::focus,
    components::picture::{PictureView, Place},
    setting::use_setting,
    words::fill,
};
use content::{frame::Tab, story::Preview};
use leptos::{ev::KeyboardEvent, prelude::*};
use std::sync::Arc;

/// Tabs by the WAI-ARIA pattern: arrow keys walk through them, and the one that has the focus is shown.
#[component]
pub fn Panel(
    /// At least one tab.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let shown = RwSignal::new(0_usize);
    let count = tabs.len();
    let walk = move |event: KeyboardEvent| {
        let rtl = focus::is_rtl();
        let step = match event.key().as_str() {
            "ArrowRight" if !rtl => 1,
            "ArrowLeft" if rtl => 1,
            "ArrowRight" | "ArrowLeft" => count - 1,
            "Home" => count - shown.get_untracked(),
            "End" => count - 1 - shown.get_untracked(),
            _ => return,
        };
        event.prevent_default();
        shown.set((shown.get_untracked() + step) % count);
        focus::by_id(&tab_id(shown.get_untracked()));
    };
    let label = |tab: &Tab| if tab.label.is_empty() { words.all.to_owned() } else { tab.label.clone() };
    let buttons = tabs
        .iter()
        .enumerate()
        .map(|(place, tab)| {
            let is_shown = move || shown.get() == place;
            view! {
                <button
                    class="panel__tab"
                    type="button"
                    role="tab"
                    id=tab_id(place)
                    lang=setting.lang_of_name(tab.lang.as_ref())
                    aria-selected=move || is_shown().to_string()
                    aria-controls=PANEL_ID
                    tabindex=move || if is_shown() { "0" } else { "-1" }
                    on:click=move |_| shown.set(place)
                    on:keydown=walk
                >
                    {label(tab)}
                </button>
            }
        })
        .collect_view();
    let stories = move || {
        tabs.get(shown.get()).map(|tab| {
            let stories = tab.stories.iter().cloned().map(|story| view! { <li><PanelStory story/></li> }).collect_view();
            let all = fill(words.all_of, &[&label(tab)]);
            let all = if tab.label.is_empty() { words.all_stories.to_owned() } else { all };
            view! {
                <ul class="panel__stories">{stories}</ul>
                <a class="panel__all" href=setting.href(&tab.to)>{all}</a>
            }
        })
    };
    view! {
        <div class="panel">
            <div class="panel__tabs" role="tablist" aria-orientation="horizontal">{buttons}</div>
            <div class="panel__shown" role="tabpanel" id=PANEL_ID aria-labelledby=move || tab_id(shown.get())>{stories}</div>
        </div>
    }
    .into_any()
}

/// One panel is open at a time, so its parts can have fixed names.
const PANEL_ID: &str = "panel";

fn tab_id(place: usize) -> String {
    "panel-tab-".to_owned() + &place.to_string()
}

#[component]
fn PanelStory(story: Arc<Preview>) -> impl IntoView {
    let setting = use_setting();
    let picture =
        story.lead.clone().map(|picture| view! { <PictureView picture place=Place::Thumbnail decorative=true/> });
    view! {
        <a class="panel__story" href=setting.href(&story.route()) lang=setting.lang_of(&story.lang)>
            {picture}
            <span class="panel__headline">{story.headline.clone()}</span>
        </a>
    }
}
