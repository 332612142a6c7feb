//! The main menu: a bar on a wide screen, a drawer on a narrow one, both from the same tree.
//!
//! It follows the WAI-ARIA pattern of disclosure navigation with top-level links. What opens is a `<details>`, so
//! that it also opens on a page whose script never came.

use crate::{
    browser::disclosure,
    components::panel::{Fill, panel},
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::{frame::Item, route::Route, site::Destination};
use leptos::prelude::*;

/// A link of a menu. The one that leads to where the reader is says so, and so does the one that leads to the section
/// in which that lies.
pub fn menu_link(item: &Item, class: &'static str, here: ReadSignal<Route>) -> Element {
    let setting = use_setting();
    let href = match &item.to {
        Destination::Route(route) => setting.href(route),
        Destination::Web(address) => address.clone(),
    };
    let to = item.to.clone();
    let current = move || {
        let Destination::Route(to) = &to else {
            return None;
        };
        here.with(|here| match here {
            here if here == to => Some("page".to_owned()),
            here if to.holds(here) => Some("true".to_owned()),
            _ => None,
        })
    };
    el("a")
        .class(class)
        .attr("href", href)
        .maybe("lang", setting.lang_of_name(item.lang.as_ref()))
        .live("aria-current", current)
        .child(if item.label.is_empty() {
            setting.words.home
        } else {
            &item.label
        })
}

/// The menu as a bar. An entry with others below it has a button beside its link that opens them.
pub fn menu_bar(items: &[Item], here: ReadSignal<Route>, load: Fill) -> Element {
    let entries = items.iter().map(|item| bar_entry(item, here, load));
    el("nav")
        .class("menu")
        .attr("aria-label", use_setting().words.main_menu)
        .child(el("ul").class("menu__list").each(entries))
}

fn bar_entry(item: &Item, here: ReadSignal<Route>, load: Fill) -> Element {
    let entry = el("li")
        .class("menu__entry")
        .child(menu_link(item, "menu__link", here));
    if item.children.is_empty() && item.panel.is_empty() {
        return entry;
    }
    let is_wide = !item.panel.is_empty();
    let was_opened = RwSignal::new(false);
    let tabs = item.panel.clone();
    let below = item
        .children
        .iter()
        .map(|item| el("li").child(menu_link(item, "menu__below-link", here)));
    let button = el("summary").class("menu__button").attr(
        "aria-label",
        fill(use_setting().words.more_in, &[&item.label]),
    );
    // The stories of the panel cost nothing until it is opened for the first time.
    let content = el("div")
        .class(if is_wide {
            "menu__below menu__below--wide"
        } else {
            "menu__below"
        })
        .child(el("ul").class("menu__below-list").each(below))
        .changing(move || (is_wide && was_opened.get()).then(|| panel(&tabs, load)));
    let details = el("details")
        .class("menu__more")
        .attr("name", "menu")
        .on("toggle", move |_| {
            if !was_opened.get_untracked() {
                was_opened.set(true);
            }
        })
        .child(button)
        .child(content);
    entry
        .child(details)
        .on("keydown", |event| disclosure::close_on_escape(&event))
        .on("focusout", |event| disclosure::close_when_left(&event))
        .on("click", |event| disclosure::keep_on_click(&event))
        .on("pointerenter", |event| disclosure::open_on_hover(&event))
        .on("pointerleave", |event| {
            disclosure::close_after_hover(&event)
        })
}

/// The menu as an indented list: in the drawer and in the footer.
pub fn menu_tree(items: &[Item], here: ReadSignal<Route>) -> Element {
    let entry = |item: &Item| {
        let below = (!item.children.is_empty()).then(|| menu_tree(&item.children, here));
        el("li")
            .child(menu_link(item, "menu-tree__link", here))
            .child(below)
    };
    el("ul").class("menu-tree").each(items.iter().map(entry))
}
