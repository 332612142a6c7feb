//! Taking over the page that the server sent.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// How long a reader who types is left alone before it is looked again, in milliseconds.
const LOOK_AGAIN: u32 = 250;

/// The name of the element that holds the app.
const ROOT: &str = "app";

/// An element outside of the page, to build something in.
pub type Place = HtmlElement;

/// An empty element to build something in, outside of the page.
#[must_use]
pub fn place() -> Option<Place> {
    document().create_element("div").ok()?.dyn_into().ok()
}

/// An empty element to build the app in, outside of the page.
#[must_use]
pub fn detached(lang: &str, direction: &str) -> Option<Place> {
    let root = place()?;
    let _ = root.set_attribute("id", ROOT);
    let _ = root.set_attribute("lang", lang);
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("dir", direction);
    }
    Some(root)
}

/// An empty element in the middle of the page, out of sight. What is built in it is laid out by the time it is shown. It
/// stands at the end: where a name is given twice, links lead to the first.
#[must_use]
pub fn ahead() -> Option<Place> {
    let place = place()?;
    place.set_class_name("ahead");
    let main = document().get_element_by_id("main")?;
    main.append_child(&place).ok()?;
    Some(place)
}

/// Shows what was built out of sight, and nothing that stands before it.
pub fn reveal(place: &Place) {
    place.set_class_name("revealed");
}

/// Whether the server sent a finished page, which has what the reader came for.
#[must_use]
pub fn is_finished() -> bool {
    matches!(
        document().query_selector("#app > .shell[id=top]"),
        Ok(Some(_))
    )
}

/// Comes back when nothing is lost by taking over the page: while the reader types, or has marked some words, it stays
/// as it is.
pub async fn when_undisturbed() {
    while is_busy() {
        TimeoutFuture::new(LOOK_AGAIN).await;
    }
}

fn is_busy() -> bool {
    let marks = document().get_selection().ok().flatten();
    marks.is_some_and(|marks| !marks.is_collapsed())
        || document()
            .active_element()
            .is_some_and(|active| active.is_instance_of::<HtmlInputElement>())
}

/// What of a finished page lives on in the one built anew: pictures that are there already, open menus, words in fields,
/// the focus. The same components made both, so that the same things stand in the same order.
#[derive(Default)]
struct Carried {
    typed: Vec<(String, String)>,
    focused: Option<HtmlElement>,
}

impl Carried {
    fn over(old: &Element, new: &HtmlElement) -> Option<Self> {
        const ALL: &str = "a, button, details, input, picture, select, summary, [tabindex]";
        let active = document().active_element();
        let (old, new) = (
            old.query_selector_all(ALL).ok()?,
            new.query_selector_all(ALL).ok()?,
        );
        let mut carried = Self::default();
        for place in 0..old.length() {
            let old: Element = old.item(place)?.unchecked_into();
            let new: HtmlElement = new.item(place)?.unchecked_into();
            if old.tag_name() != new.tag_name() {
                return None;
            }
            match old.tag_name().as_str() {
                "DETAILS" if old.has_attribute("open") => {
                    let _ = new.set_attribute("open", "");
                }
                "PICTURE" => {
                    let _ = new.replace_with_with_node_1(&old);
                }
                "INPUT" => {
                    let field: &HtmlInputElement = old.unchecked_ref();
                    carried.typed.push((field.id(), field.value()));
                }
                _ => {}
            }
            if active.as_ref() == Some(&old) {
                carried.focused = Some(new);
            }
        }
        Some(carried)
    }
}

/// Puts what was built in the place of what is shown, in one step.
pub fn replace(root: &HtmlElement) {
    match document().get_element_by_id(ROOT) {
        Some(old) => {
            let carried = is_finished()
                .then(|| Carried::over(&old, root))
                .flatten()
                .unwrap_or_default();
            let _ = old.replace_with_with_node_1(root);
            if let Some(focused) = carried.focused {
                super::focus::unscrolled(&focused);
            }
            // Fields are emptied when a page is shown: what stands in them comes back after that.
            set_timeout(
                move || {
                    for (id, text) in carried.typed {
                        super::field::set(&id, &text);
                    }
                },
                Duration::ZERO,
            );
        }
        None => {
            if let Some(body) = document().body() {
                let _ = body.append_child(root);
            }
        }
    }
}
