//! The pieces of the sheet on the print desk: which one the reader means.

use super::{elements::elements, keys::name};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent};

/// The attribute that names a piece of the sheet, and the one that says what a button does with it.
const KEY: &str = "data-key";
const ACTION: &str = "data-do";

/// What a reader did to a piece.
pub struct Touch {
    /// The piece's name.
    pub key: String,
    /// How it is called.
    pub label: String,
    /// What is to be done: what its button says, or `remove` for a click anywhere else on it.
    pub action: String,
}

/// The piece that was clicked. Links on the sheet lead nowhere: they are pieces of it. The click that ends the marking of
/// text is not meant for the piece.
#[must_use]
pub fn clicked(event: &Event) -> Option<Touch> {
    let touch = touched(event)?;
    event.prevent_default();
    let selection = window().get_selection().ok().flatten();
    let is_marking = selection.is_some_and(|selection| !selection.is_collapsed());
    (!is_marking).then_some(touch)
}

/// The piece that an event comes from.
fn touched(event: &Event) -> Option<Touch> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let piece = target.closest(&["[", KEY, "]"].concat()).ok()??;
    let button = target.closest(&["[", ACTION, "]"].concat()).ok()?;
    Some(Touch {
        key: piece.get_attribute(KEY)?,
        label: piece.get_attribute("data-label").unwrap_or_default(),
        action: button
            .and_then(|button| button.get_attribute(ACTION))
            .unwrap_or_else(|| "remove".to_owned()),
    })
}

fn keys() -> Vec<String> {
    let pieces = document().query_selector_all(&[".desk [", KEY, "]"].concat());
    let pieces = elements::<Element>(pieces).into_iter();
    pieces
        .filter_map(|piece| piece.get_attribute(KEY))
        .collect()
}

/// The piece that follows another one; before the last one there is, `step` being -1, the one before it. Past the ends
/// of the sheet there is none.
#[must_use]
pub fn neighbour(key: &str, step: isize) -> Option<String> {
    let keys = keys();
    let place = keys.iter().position(|other| other == key)?;
    keys.get(place.checked_add_signed(step)?).cloned()
}

/// The piece that has the focus.
#[must_use]
pub fn focused() -> Option<String> {
    let piece = document()
        .active_element()?
        .closest(&[".desk [", KEY, "]"].concat())
        .ok()??;
    piece.get_attribute(KEY)
}

/// Gives the focus to a piece, or to the desk where it is gone: keys are heard there.
pub fn focus(key: &str) {
    let element = |selector: &str| document().query_selector(selector).ok().flatten();
    let piece = element(&[".desk [", KEY, "='", key, "'] button"].concat());
    let options = FocusOptions::new();
    options.set_prevent_scroll(piece.is_none());
    if let Some(place) = piece.or_else(|| element(".desk")) {
        let _ = place
            .unchecked_into::<HtmlElement>()
            .focus_with_options(&options);
    }
}

/// What keys ask for.
pub enum Pressed {
    /// A step back.
    Undo,
    /// A step forward again.
    Redo,
    /// To take a piece off.
    Remove(Touch),
}

/// What keys ask for on the desk. Arrows walk from piece to piece right here.
#[must_use]
pub fn pressed(event: &Event) -> Option<Pressed> {
    let pressed = step(event).or_else(|| {
        let focused = focused()?;
        match name(event).as_str() {
            "Delete" | "Backspace" => touched(event).map(Pressed::Remove),
            "ArrowDown" | "ArrowRight" => walk(event, &focused, 1),
            "ArrowUp" | "ArrowLeft" => walk(event, &focused, -1),
            _ => None,
        }
    })?;
    event.prevent_default();
    Some(pressed)
}

fn walk(event: &Event, from: &str, step: isize) -> Option<Pressed> {
    event.prevent_default();
    focus(&neighbour(from, step)?);
    None
}

/// Undo or redo. Where the keyboard has no Latin letters, the key counts that would carry them.
fn step(event: &Event) -> Option<Pressed> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    let key = event.key();
    let is_latin = key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let key = if is_latin { key } else { event.code() };
    match (key.as_str(), event.shift_key()) {
        ("z" | "Z" | "KeyZ", false) => Some(Pressed::Undo),
        ("z" | "Z" | "KeyZ", true) | ("y" | "Y" | "KeyY", false) => Some(Pressed::Redo),
        _ => None,
    }
}
