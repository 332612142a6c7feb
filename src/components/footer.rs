//! What stands below every page: the sections, the standing pages, the © line.

use crate::{
    components::menu::{MenuLink, MenuTree},
    setting::use_setting,
};
use content::{frame::Frame, route::Route};
use leptos::prelude::*;
use std::sync::Arc;

/// The footer.
#[component]
pub fn Footer(
    /// Names and menus.
    frame: Arc<Frame>,
    /// Where the reader is.
    here: Signal<Route>,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let lang = setting.lang_of_name(None);
    let pages = frame
        .pages
        .iter()
        .cloned()
        .map(|item| view! { <li><MenuLink item class="footer__page" here/></li> })
        .collect_view();
    let years = match (frame.since, setting.now.map(|now| now.date().0)) {
        (Some(since), Some(year)) if i64::from(since) < i64::from(year) => format!("{since}–{year} "),
        (Some(since), _) => format!("{since} "),
        (None, Some(year)) => format!("{year} "),
        (None, None) => String::new(),
    };
    view! {
        <footer class="footer">
            <a class="footer__name" href=setting.href(&Route::Front) lang=lang.clone()>{frame.name.clone()}</a>
            <nav class="footer__sections" aria-label=words.sections>
                <MenuTree items=frame.footer.clone() here/>
            </nav>
            <nav class="footer__pages" aria-label=words.pages>
                <ul class="footer__list">{pages}</ul>
            </nav>
            <p class="footer__rights">
                "© "{years}<span lang=lang>{frame.publisher.clone()}</span>". "{words.rights}"."
                " "<a class="footer__top" href="#top">{words.top}</a>
            </p>
        </footer>
    }
    .into_any()
}
