//! The sheet of the print desk as the browser lays it out: its pages, its pictures, its size on the screen.

use super::{elements::elements, property};
use js_sys::Promise;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlImageElement};

fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// How long a style sheet is waited for, in milliseconds.
const SHEET_WITHIN: i32 = 3000;
/// The attribute of a paragraph that must not be parted.
const WHOLE: &str = "data-whole";
/// The longest paragraph that cannot be parted with three lines on either side. Left to itself, a browser parts it as
/// three and two.
const SHORT: i32 = 5;

/// Marks the short paragraphs below an element, which must be laid out.
pub fn keep_whole(place: &Element) {
    let line = place.query_selector(".sheet__line").ok().flatten();
    let paragraphs = place.query_selector_all(".sheet__text .piece > p, .sheet__text li.piece");
    let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let paragraphs: Vec<HtmlElement> = elements(paragraphs);
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

/// Has the style sheets for paper used on the screen too: what is laid out there has to look as it will in print. A page
/// does not wait for them before.
pub fn dress() {
    for sheet in elements::<Element>(document().query_selector_all("link[media=print]")) {
        let _ = sheet.set_attribute("media", "all");
    }
}

/// Waits until all style sheets, letters and pictures of the sheet are there.
pub async fn ready() {
    for sheet in elements::<Element>(document().query_selector_all("link[rel=stylesheet]")) {
        if property::get(&sheet, "sheet").is_null() {
            // One that cannot be had is not waited for long: it may have failed before anyone listened.
            let comes = Promise::new(&mut |come, _| {
                let _ = sheet.add_event_listener_with_callback("load", &come);
                let _ = window()
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&come, SHEET_WITHIN);
            });
            let _ = JsFuture::from(comes).await;
        }
    }
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
