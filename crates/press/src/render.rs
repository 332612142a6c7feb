//! A page's content as the app's own components show it.

use civil_today::{
    app::{Actions, View, shell},
    element::several,
    setting::Setting,
};
use content::{frame::Frame, page::Page, route::Route};
use leptos::prelude::*;
use std::sync::Arc;

/// The HTML that stands in the app's place: header, page, footer. There is no clock, no viewport and no script in it.
#[must_use]
pub fn render(frame: &Frame, setting: &Setting, route: &Route, page: &Arc<Page>) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(setting.clone());
        let actions = Actions {
            find: Callback::new(|_| None),
            load: Callback::new(|_| ()),
            retry: Callback::new(|()| ()),
            choose_language: Callback::new(|_| ()),
        };
        let here = RwSignal::new(route.clone()).read_only();
        let view = RwSignal::new(View::Shown(page.clone())).read_only();
        several(shell(frame, here, view, actions)).to_html()
    });
    owner.cleanup();
    tidied(&html)
}

/// HTML without the marks between views, which serve an app that takes over the nodes; ours brings its own. Angle
/// brackets in values are escaped: HTML allows them there, but simple programs read pages too.
fn tidied(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut is_tag, mut is_value) = (false, false);
    let mut rest = html;
    while let Some(letter) = rest.chars().next() {
        if !is_tag && let Some(after) = rest.strip_prefix("<!>") {
            rest = after;
            continue;
        }
        match letter {
            '"' if is_tag => is_value = !is_value,
            '<' if !is_value => is_tag = true,
            '>' if !is_value => is_tag = false,
            _ => {}
        }
        match letter {
            '<' if is_value => out.push_str("&lt;"),
            '>' if is_value => out.push_str("&gt;"),
            letter => out.push(letter),
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_values_are_escaped_and_marks_are_gone() {
        assert_eq!(
            tidied("<p title=\"a <!> b > c\">x<!> \"y\" <b>z</b><!></p>"),
            "<p title=\"a &lt;!&gt; b &gt; c\">x \"y\" <b>z</b></p>"
        );
    }
}
