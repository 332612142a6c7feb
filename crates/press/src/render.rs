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
            find: Callback::new(|_| Vec::new()),
            retry: Callback::new(|()| ()),
            choose_language: Callback::new(|_| ()),
        };
        let (route, view) = (route.clone(), View::Shown(page.clone()));
        let here = Signal::derive(move || route.clone());
        let view = Signal::derive(move || view.clone());
        // The marks between views serve an app that takes over the nodes; ours brings its own.
        several(shell(frame, here, view, actions))
            .to_html()
            .replace("<!>", "")
    });
    owner.cleanup();
    html
}
