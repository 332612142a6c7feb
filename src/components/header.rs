//! What stands above every page: utility bar, masthead, menu, search.

use crate::{
    browser::{disclosure, focus},
    components::{
        menu::{MenuBar, MenuLink, MenuTree},
        preferences::Preferences,
        search_box::{Find, SearchBox},
    },
    setting::use_setting,
};
use content::{frame::Frame, route::Route};
use leptos::{html, prelude::*};
use std::sync::Arc;

/// The header. On a narrow screen the menu and the utility links are in a drawer.
#[component]
pub fn Header(
    /// Names and menus.
    frame: Arc<Frame>,
    /// Where the reader is.
    here: Signal<Route>,
    /// What does the finding.
    find: Find,
    /// Called with the tag of the language that was chosen.
    on_language_chosen: Callback<String>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let lang = setting.lang_of_name(None);
    let drawer: NodeRef<html::Details> = NodeRef::new();
    let search: NodeRef<html::Details> = NodeRef::new();
    let utility = frame
        .utility
        .iter()
        .cloned()
        .map(|item| view! { <li><MenuLink item class="utility__link" here/></li> })
        .collect_view();
    let tagline = (!frame.tagline.is_empty())
        .then(|| view! { <p class="masthead__tagline" lang=lang.clone()>{frame.tagline.clone()}</p> });
    view! {
        <a class="skip-link" href="#main">{words.skip_to_content}</a>
        <header class="header">
            <div class="utility">
                <nav class="utility__links" aria-label=words.service_links><ul class="utility__list">{utility}</ul></nav>
                <Preferences id="bar" on_language_chosen/>
            </div>
            <div class="masthead">
                <a class="masthead__name" href=setting.href(&Route::Front) rel="home" lang=lang>{frame.name.clone()}</a>
                {tagline}
            </div>
            <div class="menu-bar">
                <details
                    class="drawer"
                    name="menu"
                    node_ref=drawer
                    on:keydown=move |event| disclosure::close_on_escape(&event, drawer)
                >
                    <summary class="drawer__button"><span class="drawer__icon" aria-hidden="true"></span>{words.menu}</summary>
                    <div class="drawer__content">
                        <SearchBox id="drawer-search" find here/>
                        <nav aria-label=words.main_menu>
                            <MenuTree items=frame.main.clone() here/>
                        </nav>
                        <nav aria-label=words.service_links>
                            <MenuTree items=frame.utility.clone() here/>
                        </nav>
                        <Preferences id="drawer" on_language_chosen/>
                    </div>
                </details>
                <MenuBar items=frame.main.clone() here/>
                <details
                    class="search"
                    name="menu"
                    node_ref=search
                    on:keydown=move |event| disclosure::close_on_escape(&event, search)
                    on:toggle=move |_| if disclosure::is_open(search) { focus::by_id("header-search") }
                >
                    <summary class="search__button" aria-label=words.search></summary>
                    <div class="search__content"><SearchBox id="header-search" find here/></div>
                </details>
            </div>
        </header>
    }
    .into_any()
}
