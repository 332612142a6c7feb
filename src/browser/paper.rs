//! The sheet of the print desk, as it stands in the page.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlImageElement, KeyboardEvent};

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

fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// The piece that an event comes from.
#[must_use]
pub fn touched(event: &Event) -> Option<Touch> {
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

/// Whether the reader has just marked text: the click that ends it is not meant for the piece.
#[must_use]
pub fn is_marking() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

fn keys() -> Vec<String> {
    let Ok(pieces) = document().query_selector_all(&[".desk [", KEY, "]"].concat()) else {
        return Vec::new();
    };
    (0..pieces.length())
        .filter_map(|place| {
            let piece = pieces.item(place)?.dyn_into::<Element>().ok()?;
            piece.get_attribute(KEY)
        })
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
    let piece = element(&[".desk [", KEY, "='", key, "'] button"].concat());
    let options = FocusOptions::new();
    options.set_prevent_scroll(piece.is_none());
    if let Some(place) = piece.or_else(|| element(".desk")) {
        let _ = place.focus_with_options(&options);
    }
}

/// A step through what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}

/// The step that keys ask for. Where the keyboard has no Latin letters, the key counts that would carry them.
#[must_use]
pub fn step(event: &Event) -> Option<Step> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    let key = event.key();
    let is_latin = key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let key = if is_latin { key } else { event.code() };
    match (key.as_str(), event.shift_key()) {
        ("z" | "Z" | "KeyZ", false) => Some(Step::Undo),
        ("z" | "Z" | "KeyZ", true) | ("y" | "Y" | "KeyY", false) => Some(Step::Redo),
        _ => None,
    }
}

/// The attribute of a paragraph that must not be parted.
const WHOLE: &str = "data-whole";
/// The longest paragraph that cannot be parted with three lines on either side. Left to itself, a browser parts it as
/// three and two.
const SHORT: i32 = 5;

/// Marks the short paragraphs below an element, which must be laid out.
pub fn keep_whole(place: &Element) {
    let line = place.query_selector(".sheet__line").ok().flatten();
    let paragraphs = place.query_selector_all(".sheet__text .piece > p, .sheet__text li.piece");
    let (Some(line), Ok(paragraphs)) = (line.and_then(|line| line.dyn_into().ok()), paragraphs)
    else {
        return;
    };
    let line: HtmlElement = line;
    let paragraphs: Vec<HtmlElement> = (0..paragraphs.length())
        .filter_map(|place| paragraphs.item(place)?.dyn_into().ok())
        .collect();
    // The height of one that is parted is no measure: first all are whole.
    for paragraph in &paragraphs {
        let _ = paragraph.set_attribute(WHOLE, "");
    }
    let height = line.offset_height().max(1);
    let is_long: Vec<bool> = paragraphs
        .iter()
        .map(|paragraph| (paragraph.offset_height() + height / 2) / height > SHORT)
        .collect();
    for (paragraph, _) in paragraphs
        .iter()
        .zip(is_long)
        .filter(|(_, is_long)| *is_long)
    {
        let _ = paragraph.remove_attribute(WHOLE);
    }
}

/// Makes the sheet as large as there is room for, and counts its pages.
///
/// The browser itself lays it out in pages, as the columns of a multi-column layout: the same rules for what may be
/// parted hold there as in print. A ruler in the sheet is as large as a page with the gap behind it.
pub fn measure() -> Option<usize> {
    let (stage, sheet) = (element(".desk__stage")?, element(".desk .sheet")?);
    let (ruler, end) = (element(".sheet__ruler")?, element(".sheet__end")?);
    keep_whole(&sheet);
    let (width, height) = (ruler.offset_width().max(1), ruler.offset_height().max(1));
    // Where a browser cannot stack columns, the pages stand beside each other.
    let below = (end.offset_top() / height).max(0);
    let beside = end.offset_left().abs() / width;
    let pages = 1 + below + beside;
    // In thousandths: writing a float would bring 5 KB of code with it.
    let scale = (1000 * stage.client_width() / sheet.offset_width().max(1)).min(1000);
    let length = height * (1 + below) * scale / 1000;
    for (name, value) in [
        (
            "--scale",
            ["calc(", &scale.to_string(), " / 1000)"].concat(),
        ),
        ("--pages-beside", (1 + beside).to_string()),
        ("block-size", length.to_string() + "px"),
    ] {
        let _ = stage.style().set_property(name, &value);
    }
    usize::try_from(pages).ok()
}

/// Whether there is room for the tools beside the sheet.
#[must_use]
pub fn is_wide() -> bool {
    let query = window().match_media("(min-width: 60rem)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// Waits until all letters and pictures of the sheet are there.
pub async fn ready() {
    if let Ok(fonts) = document().fonts().ready() {
        let _ = JsFuture::from(fonts).await;
    }
    let images = document().images();
    for place in 0..images.length() {
        let image = images
            .item(place)
            .and_then(|image| image.dyn_into::<HtmlImageElement>().ok());
        if let Some(image) = image.filter(|image| !image.complete()) {
            let _ = image.set_attribute("loading", "eager");
            // One that cannot be had is not waited for.
            let _ = JsFuture::from(image.decode()).await;
        }
    }
}

/// Listens to an event of the window until it is dropped.
pub struct Listener {
    name: &'static str,
    heard: Closure<dyn Fn(JsValue)>,
}

impl Listener {
    /// Calls back at an event.
    #[must_use]
    pub fn new(name: &'static str, heard: Box<dyn Fn()>) -> Self {
        let heard = Closure::<dyn Fn(JsValue)>::new(move |_| heard());
        let _ = window().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        Self { name, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = window()
            .remove_event_listener_with_callback(self.name, self.heard.as_ref().unchecked_ref());
    }
}
