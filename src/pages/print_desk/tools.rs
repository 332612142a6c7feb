//! The tools of the print desk. They never print.

use super::{
    Desk, Held,
    copy::{copy, copy_as},
};
use crate::{
    browser::{field, page, paper},
    element::{Element, effect, el},
    setting::use_setting,
};
use content::{
    print::{Choice, Choices},
    share,
};
use leptos::prelude::*;

/// What makes a sheet for readers who need large letters.
const LARGE: [(Choice, &str); 4] = [
    (Choice::Size, "18"),
    (Choice::Face, "sans"),
    (Choice::Spacing, "wide"),
    (Choice::Columns, "1"),
];

/// The name of the field for a choice.
pub fn field_id(choice: Choice) -> String {
    "print-".to_owned() + choice.name()
}

/// Everything that can be done with a sheet.
pub(super) fn tools(desk: Desk) -> Element {
    let setting = use_setting();
    let words = (setting.words.desk)();
    let preview = desk.held.with_value(|held| held.source.0.preview.clone());
    let address = setting.canonical(&preview.route());
    let back = el("a")
        .class("desk__back")
        .attr("href", setting.href(&preview.route()))
        .child(words.back);
    let mail = el("a")
        .class("desk__tool")
        .attr(
            "href",
            share::mail(&preview.headline, &preview.standfirst, &address),
        )
        .child(setting.words.email);
    let output = group()
        .child(
            tool(setting.words.print)
                .attr("data-primary", "")
                .on("click", move |_| desk.print()),
        )
        .child(tool(words.save_pdf).on("click", move |_| {
            desk.said.set(words.pdf_hint.to_owned());
            desk.print();
        }))
        .child(mail)
        .child(tool(setting.words.copy_link).on("click", move |_| {
            let link = page::href();
            copy(
                desk,
                link,
                setting.words.link_copied,
                setting.words.copy_failed,
            );
        }));
    let unless = |can: fn(&Held) -> bool| {
        move || {
            desk.step.track();
            (!desk.held.with_value(can)).then(|| "true".to_owned())
        }
    };
    let edits = group()
        .child(
            tool(words.undo)
                .live("aria-disabled", unless(|held| held.history.can_undo()))
                .on("click", move |_| desk.undo()),
        )
        .child(
            tool(words.redo)
                .live("aria-disabled", unless(|held| held.history.can_redo()))
                .on("click", move |_| desk.redo()),
        )
        .child(
            tool(words.restore)
                .live(
                    "aria-disabled",
                    unless(|held| held.history.now().is_edited()),
                )
                .on("click", move |_| {
                    desk.decide(|layout| layout.restore());
                    desk.said.set(words.restored.to_owned());
                }),
        );
    let count = move || match desk.pages.get() {
        0 => String::new(),
        pages => (words.pages)(pages),
    };
    let choices: Vec<Element> = Choice::ALL
        .into_iter()
        .zip(words.choices)
        .map(|(choice, names)| choice_field(desk, choice, names))
        .collect();
    let presets = group()
        .child(tool(words.large).on("click", move |_| desk.choose(&LARGE)))
        .child(tool(words.reset).on("click", move |_| {
            let usual = Choices::default();
            desk.choose(&Choice::ALL.map(|choice| (choice, usual.get(choice))));
        }));
    let is_wide = RwSignal::new(false);
    effect(move || is_wide.set(paper::is_wide()));
    let more = el("details")
        .class("desk__settings")
        .live("open", move || is_wide.get().then(String::new))
        .child(el("summary").class("desk__summary").child(words.settings))
        .child(el("div").class("desk__choices").child(choices))
        .child(presets);
    el("div")
        .class("desk__tools")
        .child(back)
        .child(
            el("h1")
                .class("desk__title")
                .attr("tabindex", "-1")
                .child(words.title),
        )
        .child(el("p").class("desk__hint").child(words.hint))
        .child(output)
        .child(
            el("div").class("desk__bar").child(edits).child(
                el("p")
                    .class("desk__status")
                    .child(el("span").class("desk__count").changing(count))
                    .child(" ")
                    .child(
                        el("span")
                            .attr("role", "status")
                            .changing(move || desk.said.get()),
                    ),
            ),
        )
        .child(copy_as(desk))
        .child(more)
}

fn group() -> Element {
    el("div").class("desk__group")
}

/// A button of the desk.
pub(super) fn tool(name: &'static str) -> Element {
    el("button")
        .class("desk__tool")
        .attr("type", "button")
        .child(name)
}

/// A list to choose from, or a box to tick where there is only yes and no. `names` is one of
/// [`crate::words::DeskWords::choices`].
fn choice_field(desk: Desk, choice: Choice, names: &'static str) -> Element {
    let id = field_id(choice);
    let mut names = names.split('|');
    let label = el("label")
        .class("desk__label")
        .attr("for", id.as_str())
        .child(names.next().unwrap_or_default());
    let names: Vec<&str> = names.collect();
    let values = choice.values();
    if let ([no, yes], []) = (values, names.as_slice()) {
        let field =
            el("input")
                .attr("type", "checkbox")
                .attr("id", id)
                .on("change", move |event| {
                    let value = if field::is_ticked(&event) { yes } else { no };
                    desk.choose(&[(choice, value)]);
                });
        return el("div").class("desk__choice").child(field).child(label);
    }
    let usual = Choices::default().get(choice);
    let options: Vec<Element> = values
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let option = el("option")
                .attr("value", *value)
                .flag("selected", *value == usual);
            match names.get(place) {
                Some(name) => option.child(*name),
                None => option.child([value, " pt"].concat()),
            }
        })
        .collect();
    let list = el("select")
        .class("desk__list")
        .attr("id", id)
        .child(options)
        .on("change", move |event| {
            desk.choose(&[(choice, &field::chosen(&event))]);
        });
    el("div").class("desk__choice").child(label).child(list)
}
