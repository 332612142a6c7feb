//! A story as it stands on paper.

use crate::{
    components::{
        body::{blocks, figure, inlines, list_item, note_id, spanned},
        byline::{byline, day},
        footer::rights,
        picture::Place,
        qr_code::qr_code,
    },
    element::{Element, el},
    setting::{Setting, use_setting},
    words::fill,
};
use content::{
    body::Block,
    print::{Choice, Choices, Footnote, Group, Key, Piece, Sheet},
    story::Preview,
};

/// The class that makes a sheet look as it was chosen: `sheet sheet--size-11 sheet--face-serif …`.
#[must_use]
pub fn class(choices: &Choices) -> String {
    let mut class = "sheet".to_owned();
    for choice in Choice::ALL {
        for part in [" sheet--", choice.name(), "-", choices.get(choice)] {
            class.push_str(part);
        }
    }
    class
}

/// What stands on a sheet: the site's name, the story, its address, when it was printed. With `is_editable` each piece
/// has buttons of its own; a key in `data-key` names it.
pub fn sheet(
    preview: &Preview,
    sheet: &Sheet,
    choices: &Choices,
    is_editable: bool,
) -> (Element, Element) {
    let setting = use_setting();
    let words = setting.words;
    let own = |tag| el(tag).attr("lang", words.lang);
    let dates = [
        preview.published.map(|moment| (day(moment), "")),
        preview.updated.map(|moment| (day(moment), words.updated)),
    ];
    let dates: Vec<_> = dates
        .into_iter()
        .flatten()
        .map(|(day, before)| el("span").child(before).child(" ").child(day))
        .collect();
    let one = |class: &'static str, item: &Option<Piece>| {
        item.as_ref()
            .map(|item| piece("div", class, item, is_editable, &setting))
    };
    let corrections: Vec<_> = sheet
        .corrections
        .iter()
        .map(|item| piece("div", "sheet__correction", item, is_editable, &setting))
        .collect();
    let correction_title =
        (!corrections.is_empty()).then(|| own("p").class("sheet__title").child(words.correction));
    let head = el("div")
        .class("sheet__head")
        .child(
            el("p")
                .class("sheet__site")
                .maybe("lang", setting.lang_of_name(None))
                .child(setting.name.as_ref()),
        )
        .child(
            el("h2")
                .class("sheet__headline")
                .child(preview.headline.as_str()),
        )
        .child(one("sheet__standfirst", &sheet.standfirst))
        .child(
            own("div")
                .class("sheet__byline")
                .child(byline(&preview.authors))
                .child(el("p").child(dates)),
        )
        .child(one("sheet__lead", &sheet.lead))
        .child(correction_title)
        .child(corrections);
    let groups: Vec<Element> = sheet
        .groups
        .iter()
        .map(|item| group(item, is_editable, &setting))
        .collect();
    let text = el("div")
        .class("sheet__text body")
        .child(el("span").class("sheet__line").attr("aria-hidden", "true"))
        .child(groups);
    let rest = el("div")
        .class("sheet__rest")
        .child((!sheet.notes.is_empty()).then(|| notes(&sheet.notes, is_editable, &setting)))
        .child(foot(preview, choices, &setting))
        .child(el("span").class("sheet__end").attr("aria-hidden", "true"));
    (head, el("div").class("sheet__flow").child(text).child(rest))
}

fn group(group: &Group, is_editable: bool, setting: &Setting) -> Element {
    match group {
        Group::One(item) => {
            let class = match item.blocks.first() {
                Some(Block::Heading { .. }) => "sheet__heading",
                _ => "",
            };
            piece("div", class, item, is_editable, setting)
        }
        Group::List { start, items } => {
            let items: Vec<Element> = items
                .iter()
                .map(|item| piece("li", "", item, is_editable, setting))
                .collect();
            el(if start.is_some() { "ol" } else { "ul" })
                .maybe("start", start.map(|start| start.to_string()))
                .child(items)
        }
    }
}

fn piece(
    tag: &'static str,
    class: &'static str,
    piece: &Piece,
    is_editable: bool,
    setting: &Setting,
) -> Element {
    let element = match (tag, piece.blocks.as_slice()) {
        ("li", blocks) => list_item(blocks, setting),
        (_, [Block::Figure(picture)]) => el(tag).child(figure(picture, Place::Paper, setting)),
        (_, all) => el(tag).child(blocks(all, setting)),
    };
    let mut name = "piece".to_owned();
    for part in [class, piece.size] {
        if !part.is_empty() {
            name.push(' ');
            if part == piece.size {
                name.push_str("piece--");
            }
            name.push_str(part);
        }
    }
    let element = spanned(element.attr("class", name), &piece.span);
    if is_editable {
        editable(
            element,
            piece.key,
            &piece.label,
            !piece.size.is_empty(),
            setting,
        )
    } else {
        element
    }
}

/// Names the piece and gives it its buttons. They are not in the story's language.
fn editable(
    element: Element,
    key: Key,
    label: &str,
    is_picture: bool,
    setting: &Setting,
) -> Element {
    let words = (setting.words.desk)();
    let label = if label.is_empty() {
        words.picture
    } else {
        label
    };
    let button = |action: &'static str, name: &str| {
        el("button")
            .class("piece__tool")
            .attr("type", "button")
            .attr("data-do", action)
            .attr("aria-label", [name, ": ", label].concat())
            .child(name)
    };
    let sizes = is_picture.then(|| {
        let names = words.choices.get(Choice::Pictures as usize);
        let names = names.into_iter().flat_map(|names| names.split('|').skip(1));
        Choice::Pictures
            .values()
            .iter()
            .zip(names)
            .skip(1)
            .map(|(size, name)| button(size, name))
            .collect::<Vec<_>>()
    });
    let mut text = String::new();
    key.write(&mut text);
    element
        .attr("data-key", text)
        .attr("data-label", label)
        .child(
            el("span")
                .class("piece__tools")
                .attr("lang", setting.words.lang)
                .child(button("remove", words.remove))
                .child(sizes),
        )
}

fn notes(notes: &[Footnote], is_editable: bool, setting: &Setting) -> Element {
    let note = |(number, note): (usize, &Footnote)| {
        let item = el("li")
            .class("piece")
            .attr("id", note_id(number))
            .child(inlines(&note.content, setting));
        if is_editable {
            editable(item, note.key, &number.to_string(), false, setting)
        } else {
            item
        }
    };
    el("div")
        .class("sheet__notes")
        .child(
            el("p")
                .class("sheet__title")
                .attr("lang", setting.words.lang)
                .child(setting.words.notes),
        )
        .child(el("ol").child((1..).zip(notes).map(note).collect::<Vec<_>>()))
}

/// Where the story is found, when it was printed, whose it is.
fn foot(preview: &Preview, choices: &Choices, setting: &Setting) -> Element {
    let words = setting.words;
    let address = setting.canonical(&preview.route());
    let code = (choices.get(Choice::Code) == "yes")
        .then(|| qr_code(&address))
        .flatten();
    let printed = setting
        .now
        .map(|now| fill((words.desk)().printed, &[&now.long_date(words.lang)]) + ". ");
    el("div")
        .class("sheet__foot")
        .attr("lang", words.lang)
        .child(code)
        .child(el("p").class("sheet__address").child(address))
        .child(el("p").child(printed).child(rights(setting)))
}
