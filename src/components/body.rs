//! The story's body: the tree that `content::body` made, as elements.
//!
//! Elements are built by name from a fixed set; text goes in as text. Nothing here hands a string to a parser.

use crate::{
    components::{
        embed::EmbedView,
        picture::{PictureView, Place},
    },
    setting::{Setting, use_setting},
};
use content::{
    body::{Block, Body, Direction, Figure, Inline, Note, Row, Span, Target},
    url::{Address, host},
};
use leptos::{
    html::custom,
    prelude::*,
    tachys::html::attribute::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom::custom_attribute,
    },
};

/// A body, its footnotes below it.
#[component]
pub fn BodyView(
    /// The body.
    body: Body,
) -> impl IntoView {
    let setting = use_setting();
    let blocks = blocks(&body.blocks, &setting);
    let notes = (!body.notes.is_empty()).then(|| notes(&body.notes, &setting));
    let cut = body
        .dropped
        .contains(&content::body::Dropped::TooLarge)
        .then(|| view! { <p class="body__cut">{setting.words.only_part}</p> });
    view! { <div class="body">{blocks}{cut}{notes}</div> }.into_any()
}

type Attributes = Vec<AnyAttribute>;

/// An element of the fixed set. One generic element for all tags keeps the program small.
fn element(tag: &'static str, attributes: Attributes, children: Vec<AnyView>) -> AnyView {
    custom(tag).child(children).add_any_attr(attributes).into_any()
}

fn attribute(name: &'static str, value: impl Into<String>) -> AnyAttribute {
    custom_attribute(name, value.into()).into_any_attr()
}

fn class(name: &'static str) -> Attributes {
    vec![attribute("class", name)]
}

fn blocks(blocks: &[Block], setting: &Setting) -> Vec<AnyView> {
    blocks.iter().map(|item| block(item, setting)).collect()
}

fn block(block: &Block, setting: &Setting) -> AnyView {
    match block {
        Block::Paragraph(content) => element("p", vec![], inlines(content, setting)),
        Block::Heading { level, anchor, content } => {
            let tag = match level {
                2 => "h2",
                3 => "h3",
                _ => "h4",
            };
            element(tag, vec![attribute("id", anchor.as_str())], inlines(content, setting))
        }
        Block::List { start, items } => list(*start, items, setting),
        Block::Quote { blocks: quoted, cite } => quote("quote", quoted, cite, setting),
        Block::PullQuote { blocks: quoted, cite } => quote("pull-quote", quoted, cite, setting),
        Block::Table { caption, head, rows } => table(caption, head, rows, setting),
        Block::Figure(item) => figure(item, setting),
        Block::Gallery(figures) => {
            element("div", class("gallery"), figures.iter().map(|item| figure(item, setting)).collect())
        }
        Block::Code(text) => {
            let code = element("code", vec![], vec![text.clone().into_any()]);
            // Long lines scroll, and what scrolls must be reachable by keyboard.
            element("pre", vec![attribute("class", "code"), attribute("tabindex", "0")], vec![code])
        }
        Block::Rule => view! { <hr/> }.into_any(),
        Block::Embed(embed) => view! { <EmbedView embed=embed.clone()/> }.into_any(),
        Block::Part { span, blocks: inner } => element("div", span_attributes(span), blocks(inner, setting)),
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], setting: &Setting) -> AnyView {
    let items = items
        .iter()
        .map(|item| {
            let children = match item.as_slice() {
                // A lone paragraph in an item is just its words.
                [Block::Paragraph(content)] => inlines(content, setting),
                [Block::Paragraph(content), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List { .. })) => {
                    let mut children = inlines(content, setting);
                    children.extend(blocks(rest, setting));
                    children
                }
                all => blocks(all, setting),
            };
            element("li", vec![], children)
        })
        .collect();
    match start {
        None => element("ul", vec![], items),
        Some(1) => element("ol", vec![], items),
        Some(number) => element("ol", vec![attribute("start", number.to_string())], items),
    }
}

fn quote(name: &'static str, quoted: &[Block], cite: &[Inline], setting: &Setting) -> AnyView {
    let mut children = blocks(quoted, setting);
    if !cite.is_empty() {
        let cite = element("cite", vec![], inlines(cite, setting));
        children.push(element("p", class("quote__cite"), vec![cite]));
    }
    element("blockquote", class(name), children)
}

fn table(caption: &[Inline], head: &[Row], rows: &[Row], setting: &Setting) -> AnyView {
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| {
            let mut attributes = Vec::new();
            if cell.columns > 1 {
                attributes.push(attribute("colspan", cell.columns.to_string()));
            }
            if cell.rows > 1 {
                attributes.push(attribute("rowspan", cell.rows.to_string()));
            }
            element(if cell.heading { "th" } else { "td" }, attributes, inlines(&cell.content, setting))
        });
        element("tr", vec![], cells.collect())
    };
    let mut parts = Vec::new();
    if !caption.is_empty() {
        parts.push(element("caption", vec![], inlines(caption, setting)));
    }
    if !head.is_empty() {
        parts.push(element("thead", vec![], head.iter().map(row).collect()));
    }
    parts.push(element("tbody", vec![], rows.iter().map(row).collect()));
    let table = element("table", vec![], parts);
    // A wide table scrolls within its own frame, which must then be reachable by keyboard.
    element("div", vec![attribute("class", "table"), attribute("tabindex", "0")], vec![table])
}

fn figure(figure: &Figure, setting: &Setting) -> AnyView {
    let mut picture = figure.picture.clone();
    let credit = std::mem::take(&mut picture.credit);
    let view = view! { <PictureView picture place=Place::Text/> }.into_any();
    let view = match &figure.link {
        Some(to) => link(setting.address(to), matches!(to, Address::Web(_)), vec![view]),
        None => view,
    };
    let mut children = vec![view];
    let mut words = inlines(&figure.caption, setting);
    // A caption that was written with its credit in `small` has it already.
    if !credit.is_empty() && !figure.caption.iter().any(|part| matches!(part, Inline::Small(_))) {
        words.push(view! { " "<small>{credit}</small> }.into_any());
    }
    if !words.is_empty() {
        children.push(element("figcaption", class("figure__caption"), words));
    }
    element("figure", class("figure"), children)
}

/// The parts of a line.
pub fn inlines(parts: &[Inline], setting: &Setting) -> Vec<AnyView> {
    parts.iter().map(|part| inline(part, setting)).collect()
}

fn inline(part: &Inline, setting: &Setting) -> AnyView {
    let wrapped = |tag, content: &[Inline]| element(tag, vec![], inlines(content, setting));
    match part {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Emphasis(content) => wrapped("em", content),
        Inline::Strong(content) => wrapped("strong", content),
        Inline::Subscript(content) => wrapped("sub", content),
        Inline::Superscript(content) => wrapped("sup", content),
        Inline::Deleted(content) => wrapped("del", content),
        Inline::Marked(content) => wrapped("mark", content),
        Inline::Quoted(content) => wrapped("q", content),
        Inline::Small(content) => wrapped("small", content),
        Inline::Code(text) => element("code", vec![], vec![text.clone().into_any()]),
        Inline::Link { to, content } => {
            let content = inlines(content, setting);
            match to {
                Target::Page(address) => link(setting.address(address), matches!(address, Address::Web(_)), content),
                Target::Heading(anchor) => link("#".to_owned() + anchor, false, content),
                Target::Note(number) => link("#".to_owned() + &note_id(*number), false, content),
                Target::Call(address) => link(address.clone(), false, content),
            }
        }
        Inline::NoteRef(number) => note_reference(*number, setting),
        Inline::Span { span, content } => element("span", span_attributes(span), inlines(content, setting)),
    }
}

/// A link; one that leads away from the site gives no more of the reader away than it must, and says where to.
fn link(href: String, outside: bool, content: Vec<AnyView>) -> AnyView {
    let mut attributes = Vec::new();
    if outside {
        attributes.push(attribute("rel", "noopener nofollow ugc"));
        if let Some(host) = host(&href) {
            attributes.push(attribute("title", host));
        }
    }
    attributes.push(attribute("href", href));
    element("a", attributes, content)
}

fn span_attributes(span: &Span) -> Attributes {
    let mut attributes = Vec::new();
    if let Some(lang) = &span.lang {
        attributes.push(attribute("lang", lang.as_str()));
    }
    if let Some(dir) = span.dir {
        attributes.push(attribute(
            "dir",
            match dir {
                Direction::Ltr => "ltr",
                Direction::Rtl => "rtl",
                Direction::Auto => "auto",
            },
        ));
    }
    attributes
}

fn note_id(number: usize) -> String {
    "note-".to_owned() + &number.to_string()
}

fn reference_id(number: usize) -> String {
    "note-ref-".to_owned() + &number.to_string()
}

fn note_reference(number: usize, setting: &Setting) -> AnyView {
    let number_text = number.to_string();
    let attributes = vec![
        attribute("id", reference_id(number)),
        attribute("href", "#".to_owned() + &note_id(number)),
        attribute("aria-label", [setting.words.note, " ", &number_text].concat()),
    ];
    element("sup", class("note-ref"), vec![element("a", attributes, vec![number_text.into_any()])])
}

fn notes(notes: &[Note], setting: &Setting) -> AnyView {
    let words = setting.words;
    let items = (1..)
        .zip(notes)
        .map(|(number, note)| {
            let back = vec![
                attribute("class", "notes__back"),
                attribute("href", "#".to_owned() + &reference_id(number)),
                attribute("aria-label", words.back_to_text),
            ];
            let mut content = inlines(&note.content, setting);
            content.push(" ".into_any());
            content.push(element("a", back, vec!["↩\u{FE0E}".into_any()]));
            element("li", vec![attribute("id", note_id(number))], content)
        })
        .collect();
    let title = element("h2", class("notes__title"), vec![words.notes.into_any()]);
    element("section", class("notes"), vec![title, element("ol", vec![], items)])
}
