//! The wide panel under a menu entry: tabs, each with the newest stories of a section.

use crate::{
    browser::{focus, keys},
    components::picture::{Place, picture},
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::{frame::Tab, route::Route, story::Preview};
use leptos::prelude::*;
use std::sync::Arc;

/// One panel is open at a time, so its parts can have fixed names.
const PANEL_ID: &str = "panel";

/// Loads the newest stories of a list, where a page does not bring them along.
pub type Fill = Callback<(Route, RwSignal<Vec<Arc<Preview>>>)>;

/// Tabs by the WAI-ARIA pattern: arrow keys walk through them, and the one that has the focus is shown.
#[inline(never)] // Seldom run: decision 17.
pub fn panel(tabs: &[Tab], load: Fill) -> Element {
    let shown = RwSignal::new(0_usize);
    let buttons = tabs
        .iter()
        .enumerate()
        .map(|(place, tab)| tab_button(tab, place, tabs.len(), shown));
    let tabs: Vec<_> = tabs
        .iter()
        .map(|tab| (tab.clone(), RwSignal::new(tab.stories.clone())))
        .collect();
    let shown_tab = move || {
        let (tab, stories) = tabs.get(shown.get())?;
        if stories.with(Vec::is_empty) {
            load.run((tab.to.clone(), *stories));
        }
        Some(stories_of(tab, &stories.get()))
    };
    el("div")
        .class("panel")
        .child(
            el("div")
                .class("panel__tabs")
                .attr("role", "tablist")
                .each(buttons),
        )
        .child(
            el("div")
                .class("panel__shown")
                .attr("role", "tabpanel")
                .attr("id", PANEL_ID)
                .live("aria-labelledby", move || Some(tab_id(shown.get())))
                .changing(shown_tab),
        )
}

fn tab_button(tab: &Tab, place: usize, count: usize, shown: RwSignal<usize>) -> Element {
    let setting = use_setting();
    el("button")
        .class("panel__tab")
        .attr("type", "button")
        .attr("role", "tab")
        .attr("id", tab_id(place))
        .attr("aria-controls", PANEL_ID)
        .maybe("lang", setting.lang_of_name(tab.lang.as_ref()))
        .live("aria-selected", move || {
            Some((shown.get() == place).to_string())
        })
        .live("tabindex", move || {
            Some(if shown.get() == place { "0" } else { "-1" }.to_owned())
        })
        .on("click", move |_| shown.set(place))
        .on("keydown", move |event| {
            if let Some(next) = keys::next_in_row(&event, place, count) {
                shown.set(next);
                focus::by_id(&tab_id(next));
            }
        })
        .child(label(tab))
}

/// The first tab holds everything, and says so.
fn label(tab: &Tab) -> &str {
    if tab.label.is_empty() {
        use_setting().words.all
    } else {
        &tab.label
    }
}

fn tab_id(place: usize) -> String {
    "panel-tab-".to_owned() + &place.to_string()
}

fn stories_of(tab: &Tab, stories: &[Arc<Preview>]) -> (Element, Element) {
    let setting = use_setting();
    let words = setting.words;
    let all = if tab.label.is_empty() {
        words.all_stories.to_owned()
    } else {
        fill(words.all_of, &[&tab.label])
    };
    let stories = stories
        .iter()
        .map(|story| el("li").child(panel_story(story)));
    (
        el("ul").class("panel__stories").each(stories),
        el("a")
            .class("panel__all")
            .attr("href", setting.href(&tab.to))
            .child(all),
    )
}

fn panel_story(story: &Preview) -> Element {
    let setting = use_setting();
    el("a")
        .class("panel__story")
        .attr("href", setting.href(&story.route()))
        .maybe("lang", setting.lang_of(&story.lang))
        .child(
            story
                .lead
                .as_ref()
                .map(|lead| picture(lead, Place::Thumbnail, true)),
        )
        .child(
            el("span")
                .class("panel__headline")
                .attr("dir", "auto")
                .child(story.headline.as_str()),
        )
}
