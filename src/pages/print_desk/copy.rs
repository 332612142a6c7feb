//! The sheet's text in the forms in which it is pasted elsewhere, and the story as a source.

use super::{Desk, Held, lay_out};
use crate::{
    browser::{clipboard, field},
    element::{Element, el},
    setting::use_setting,
};
use content::{
    body::{Clipping, Front, Note},
    cite::{Source, Style, cite},
    print::Choice,
    story::Preview,
};
use leptos::prelude::*;

/// The name of the list of forms.
const FIELD: &str = "print-copy";

/// A list of forms, and a button that puts the chosen one on the clipboard.
pub(super) fn copy_as(desk: Desk) -> Element {
    let words = (use_setting().words.desk)();
    let forms = ["text", "markdown"]
        .into_iter()
        .zip([words.plain_text, "Markdown"]);
    let styles = Style::ALL.map(|style| (style.name(), style.name()));
    let options: Vec<Element> = forms
        .chain(styles)
        .map(|(value, name)| el("option").attr("value", value).child(name))
        .collect();
    let list = el("select")
        .class("desk__list")
        .attr("id", FIELD)
        .child(options);
    el("div")
        .class("desk__group desk__choice")
        .child(
            el("label")
                .class("desk__label")
                .attr("for", FIELD)
                .child(words.copy_as),
        )
        .child(list)
        .child(super::tools::tool(words.copy).on("click", move |_| {
            let form = field::get(FIELD);
            let text = desk.held.with_value(|held| text(held, &form));
            copy(desk, text, words.copied, words.copy_failed);
        }))
}

/// Puts something on the clipboard and says whether that worked.
pub(super) fn copy(desk: Desk, text: String, done: &'static str, failed: &'static str) {
    clipboard::copy(text, move |is_copied| {
        desk.said
            .set(if is_copied { done } else { failed }.to_owned());
    });
}

/// What is left of the story as text, or the story as a source.
fn text(held: &Held, form: &str) -> String {
    let setting = &held.setting;
    let preview: &Preview = &held.source.0.preview;
    let address = setting.canonical(&preview.route());
    let authors: Vec<&str> = preview
        .authors
        .iter()
        .map(|author| author.name.as_str())
        .collect();
    if let Some(style) = Style::ALL.into_iter().find(|style| style.name() == form) {
        let Some(read) = setting.now.or(preview.published) else {
            return String::new();
        };
        return cite(
            style,
            &Source {
                headline: &preview.headline,
                authors,
                site: &setting.name,
                publisher: &setting.publisher,
                published: preview.published,
                updated: preview.updated,
                address: &address,
                lang: preview.lang.as_str(),
                read,
            },
        );
    }
    // The forms have a way of their own to write links.
    let mut layout = held.history.now().clone();
    layout.choices.set(Choice::Links, "plain");
    let sheet = lay_out(&held.source, &layout, setting);
    let blocks = sheet.blocks();
    let notes = sheet.footnotes();
    let notes: Vec<(usize, &Note)> = (1..).zip(&notes).collect();
    let day = |moment: content::date::Moment| moment.long_date(setting.words.lang);
    let clipping = Clipping {
        front: Front {
            headline: &preview.headline,
            standfirst: if sheet.standfirst.is_some() {
                &preview.standfirst
            } else {
                ""
            },
            byline: &authors.join(", "),
            date: &preview.published.map(day).unwrap_or_default(),
            address: &address,
            lead: sheet.lead.as_ref().and(preview.lead.as_ref()),
        },
        blocks: &blocks,
        notes: &notes,
        home: &(setting.origin.to_string() + "/"),
    };
    if form == "markdown" {
        clipping.markdown()
    } else {
        clipping.plain_text()
    }
}
