//! The main menu: a bar on a wide screen, a drawer on a narrow one, both from the same tree.
//!
//! It follows the WAI-ARIA pattern of disclosure navigation with top-level links. What opens is a `<details>`, so
//! that it also opens on a page whose script never came.

use crate::{
    browser::disclosure,
    components::panel::Panel,
    setting::{Setting, use_setting},
    words::fill,
};
use content::{
    frame::Item,
    route::Route,
    site::Destination,
};
use leptos::{html, prelude::*};

/// A link of a menu. The one that leads to where the reader is says so.
#[component]
pub fn MenuLink(
    /// The entry.
    item: Item,
    /// The class of the link.
    class: &'static str,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let setting = use_setting();
    let href = href(&setting, &item.to);
    let label = if item.label.is_empty() { setting.words.home.to_owned() } else { item.label };
    let lang = setting.lang_of_name(item.lang.as_ref());
    let to = item.to;
    let current = move || (to == Destination::Route(here.get())).then_some("page");
    view! { <a class=class href=href lang=lang aria-current=current>{label}</a> }.into_any()
}

fn href(setting: &Setting, to: &Destination) -> String {
    match to {
        Destination::Route(route) => setting.href(route),
        Destination::Web(address) => address.clone(),
    }
}

/// The menu as a bar. An entry with others below it has a button beside its link that opens them.
#[component]
pub fn MenuBar(
    /// The tree.
    items: Vec<Item>,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let words = use_setting().words;
    let entries = items.into_iter().map(|item| view! { <BarEntry item here/> }).collect_view();
    view! {
        <nav class="menu" aria-label=words.main_menu>
            <ul class="menu__list">{entries}</ul>
        </nav>
    }
}

#[component]
fn BarEntry(item: Item, here: Signal<Route>) -> impl IntoView {
    let words = use_setting().words;
    if item.children.is_empty() && item.panel.is_empty() {
        return view! { <li class="menu__entry"><MenuLink item class="menu__link" here/></li> }.into_any();
    }
    let node: NodeRef<html::Details> = NodeRef::new();
    let opened = RwSignal::new(false);
    let more = fill(words.more_in, &[&item.label]);
    let below = item
        .children
        .iter()
        .cloned()
        .map(|item| view! { <li><MenuLink item class="menu__below-link" here/></li> })
        .collect_view();
    let tabs = StoredValue::new(item.panel.clone());
    let wide = !item.panel.is_empty();
    // The stories of the panel cost nothing until it is opened for the first time.
    let panel = move || (wide && opened.get()).then(|| view! { <Panel tabs=tabs.get_value()/> });
    view! {
        <li class="menu__entry" on:keydown=move |event| disclosure::close_on_escape(&event, node)
            on:focusout=move |event| disclosure::close_when_left(&event, node)
            on:pointerenter=move |event| disclosure::open_on_hover(&event, node)
            on:pointerleave=move |event| disclosure::close_after_hover(&event, node)
        >
            <MenuLink item class="menu__link" here/>
            <details class="menu__more" name="menu" node_ref=node on:toggle=move |_| opened.set(true)>
                <summary class="menu__button" aria-label=more></summary>
                <div class=if wide { "menu__below menu__below--wide" } else { "menu__below" }>
                    <ul class="menu__below-list">{below}</ul>
                    {panel}
                </div>
            </details>
        </li>
    }
    .into_any()
}

/// The menu as an indented list: in the drawer and in the footer.
#[component]
pub fn MenuTree(
    /// The tree.
    items: Vec<Item>,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let entries = items
        .into_iter()
        .map(|item| {
            let below = item.children.clone();
            let below = (!below.is_empty()).then(|| view! { <MenuTree items=below here/> }.into_any());
            view! { <li><MenuLink item class="menu-tree__link" here/>{below}</li> }
        })
        .collect_view();
    view! { <ul class="menu-tree">{entries}</ul> }.into_any()
}
