//! What stands above every page: utility bar, masthead, menu, search.

use crate::{
    browser::{disclosure, focus},
    components::{
        menu::{menu_bar, menu_link, menu_tree},
        panel::Fill,
        preferences::preferences,
        search_box::{Find, search_box},
    },
    element::{Element, el},
    setting::use_setting,
};
use content::{frame::Frame, route::Route};
use leptos::prelude::*;

/// The header. On a narrow screen the menu and the utility links are in a drawer. `on_language_chosen` gets the tag of
/// the language.
pub fn header(
    frame: &Frame,
    here: ReadSignal<Route>,
    find: Find,
    load: Fill,
    on_language_chosen: Callback<String>,
) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let lang = setting.lang_of_name(None);
    let utility = frame
        .utility
        .iter()
        .map(|item| el("li").child(menu_link(item, "utility__link", here)));
    let nav = |label: &'static str| el("nav").attr("aria-label", label);
    let utility = el("div")
        .class("utility")
        .child(
            nav(words.service_links)
                .class("utility__links")
                .child(el("ul").class("utility__list").each(utility)),
        )
        .child(preferences("bar", on_language_chosen));
    let name = el("a")
        .class("masthead__name")
        .attr("href", setting.href(&Route::Front))
        .attr("rel", "home")
        .maybe("lang", lang.clone())
        .child(frame.name.as_str());
    let tagline = (!frame.tagline.is_empty()).then(|| {
        el("p")
            .class("masthead__tagline")
            .maybe("lang", lang)
            .child(frame.tagline.as_str())
    });
    let drawer = el("div")
        .class("drawer__content")
        .child(search_box("drawer-search", find, here))
        .child(nav(words.main_menu).child(menu_tree(&frame.main, here)))
        .child(nav(words.service_links).child(menu_tree(&frame.utility, here)))
        .child(preferences("drawer", on_language_chosen));
    let drawer_button = el("summary")
        .class("drawer__button")
        .child(el("span").class("drawer__icon").attr("aria-hidden", "true"))
        .child(words.menu);
    let search = el("div")
        .class("search__content")
        .child(search_box("header-search", find, here));
    let search_button = el("summary")
        .class("search__button")
        .attr("aria-label", words.search);
    let disclosure = |class: &'static str| {
        el("details")
            .class(class)
            .attr("name", "menu")
            .on("keydown", |event| disclosure::close_on_escape(&event))
    };
    el("header")
        .class("header")
        .child(utility)
        .child(el("div").class("masthead").child(name).child(tagline))
        .child(
            el("div")
                .class("menu-bar")
                .child(disclosure("drawer").child(drawer_button).child(drawer))
                .child(menu_bar(&frame.main, here, load))
                .child(
                    disclosure("search")
                        .child(search_button.on("click", |event| {
                            if disclosure::open_at_once(&event) {
                                focus::by_id("header-search");
                            }
                        }))
                        .child(search),
                ),
        )
}
