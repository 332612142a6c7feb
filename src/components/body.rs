//! The story's body: the tree that `content::body` made, as elements.
//!
//! Elements are built by name from a fixed set; text goes in as text. Nothing here hands a string to a parser.

use crate::{
    components::{
        embed::embed,
        picture::{Place, picture},
    },
    element::{Element, el},
    setting::{Setting, use_setting},
};
use content::{
    body::{Block, Body, Direction, Dropped, Figure, Inline, Note, Row, Span, Target},
    url::{Address, host},
};
use leptos::prelude::{AnyView, IntoAny};

/// A body, its footnotes below it.
pub fn body(body: &Body) -> Element {
    let setting = use_setting();
    let cut = body.dropped.contains(&Dropped::TooLarge);
    el("div")
        .class("body")
        .child(blocks(&body.blocks, &setting))
        .child(cut.then(|| el("p").class("body__cut").child(setting.words.only_part)))
        .child((!body.notes.is_empty()).then(|| notes(&body.notes, &setting)))
}

/// Blocks, one after the other.
pub fn blocks(blocks: &[Block], setting: &Setting) -> Vec<Element> {
    blocks.iter().map(|item| block(item, setting)).collect()
}

fn block(block: &Block, setting: &Setting) -> Element {
    match block {
        Block::Paragraph(content) => el("p").child(inlines(content, setting)),
        Block::Heading {
            level,
            anchor,
            content,
        } => {
            let tag = match level {
                2 => "h2",
                3 => "h3",
                _ => "h4",
            };
            el(tag)
                .attr("id", anchor.as_str())
                .child(inlines(content, setting))
        }
        Block::List { start, items } => list(*start, items, setting),
        Block::Quote { blocks, cite } => quote("quote", blocks, cite, setting),
        Block::PullQuote { blocks, cite } => quote("pull-quote", blocks, cite, setting),
        Block::Table {
            caption,
            head,
            rows,
        } => table(caption, head, rows, setting),
        Block::Figure(item) => figure(item, Place::Text, setting),
        Block::Gallery(figures) => {
            let figures = figures
                .iter()
                .map(|item| figure(item, Place::Text, setting));
            el("div").class("gallery").each(figures)
        }
        // Long lines scroll, and what scrolls must be reachable by keyboard.
        Block::Code(text) => el("pre")
            .class("code")
            .attr("tabindex", "0")
            .child(el("code").child(text.as_str())),
        Block::Rule => el("hr"),
        Block::Embed(item) => embed(item),
        Block::Part {
            span,
            blocks: inner,
        } => spanned(el("div"), span).child(blocks(inner, setting)),
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], setting: &Setting) -> Element {
    let items = items.iter().map(|item| list_item(item, setting));
    el(if start.is_some() { "ol" } else { "ul" })
        .maybe(
            "start",
            start
                .filter(|start| *start != 1)
                .map(|start| start.to_string()),
        )
        .each(items)
}

/// An item of a list.
pub fn list_item(item: &[Block], setting: &Setting) -> Element {
    match item {
        // A lone paragraph in an item is just its words.
        [Block::Paragraph(content), rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List { .. })) =>
        {
            el("li")
                .child(inlines(content, setting))
                .child(blocks(rest, setting))
        }
        all => el("li").child(blocks(all, setting)),
    }
}

fn quote(class: &'static str, quoted: &[Block], cite: &[Inline], setting: &Setting) -> Element {
    let source = (!cite.is_empty()).then(|| {
        el("p")
            .class("quote__cite")
            .child(el("cite").child(inlines(cite, setting)))
    });
    el("blockquote")
        .class(class)
        .child(blocks(quoted, setting))
        .child(source)
}

fn table(caption: &[Inline], head: &[Row], rows: &[Row], setting: &Setting) -> Element {
    let span = |number: u16| (number > 1).then(|| number.to_string());
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| {
            el(if cell.heading { "th" } else { "td" })
                .maybe("colspan", span(cell.columns))
                .maybe("rowspan", span(cell.rows))
                .child(inlines(&cell.content, setting))
        });
        el("tr").each(cells)
    };
    let part = |tag, rows: &[Row]| (!rows.is_empty()).then(|| el(tag).each(rows.iter().map(row)));
    let caption = (!caption.is_empty()).then(|| el("caption").child(inlines(caption, setting)));
    let table = el("table")
        .child(caption)
        .child(part("thead", head))
        .child(part("tbody", rows));
    // A wide table scrolls within its own frame, which must then be reachable by keyboard.
    el("div").class("table").attr("tabindex", "0").child(table)
}

/// A picture with its caption.
pub fn figure(figure: &Figure, place: Place, setting: &Setting) -> Element {
    let view = picture(&figure.picture, place, false);
    let view = match &figure.link {
        Some(to) => link(
            setting.address(to),
            matches!(to, Address::Web(_)),
            view.view(),
        ),
        None => view,
    };
    // A caption that was written with its credit in `small` has it already.
    let has_credit = figure
        .caption
        .iter()
        .any(|part| matches!(part, Inline::Small(_)));
    let credit = Some(&figure.picture.credit)
        .filter(|credit| !has_credit && !credit.is_empty())
        .map(|credit| (" ", el("small").child(credit.as_str())));
    let caption = (credit.is_some() || !figure.caption.is_empty()).then(|| {
        el("figcaption")
            .class("figure__caption")
            .child(inlines(&figure.caption, setting))
            .child(credit)
    });
    el("figure").class("figure").child(view).child(caption)
}

/// The parts of a line.
pub fn inlines(parts: &[Inline], setting: &Setting) -> Vec<AnyView> {
    parts.iter().map(|part| inline(part, setting)).collect()
}

fn inline(part: &Inline, setting: &Setting) -> AnyView {
    let wrapped = |tag, content: &[Inline]| el(tag).child(inlines(content, setting));
    let element = match part {
        Inline::Text(text) => return text.clone().into_any(),
        Inline::Break => el("br"),
        Inline::Emphasis(content) => wrapped("em", content),
        Inline::Strong(content) => wrapped("strong", content),
        Inline::Subscript(content) => wrapped("sub", content),
        Inline::Superscript(content) => wrapped("sup", content),
        Inline::Deleted(content) => wrapped("del", content),
        Inline::Marked(content) => wrapped("mark", content),
        Inline::Quoted(content) => wrapped("q", content),
        Inline::Small(content) => wrapped("small", content),
        Inline::Code(text) => el("code").child(text.as_str()),
        Inline::Link { to, content } => {
            let (href, is_outside) = match to {
                Target::Page(address) => {
                    (setting.address(address), matches!(address, Address::Web(_)))
                }
                Target::Heading(anchor) => ("#".to_owned() + anchor, false),
                Target::Note(number) => ("#".to_owned() + &note_id(*number), false),
                Target::Call(address) => (address.clone(), false),
            };
            link(href, is_outside, inlines(content, setting))
        }
        Inline::NoteRef(number) => note_reference(*number, setting),
        Inline::Span { span, content } => {
            spanned(el("span"), span).child(inlines(content, setting))
        }
    };
    element.view()
}

/// A link; one that leads away from the site gives no more of the reader away than it must, and says where to.
fn link(href: String, is_outside: bool, content: impl crate::element::Child) -> Element {
    let title = if is_outside {
        host(&href).map(str::to_owned)
    } else {
        None
    };
    el("a")
        .maybe("rel", is_outside.then_some("noopener nofollow ugc"))
        .maybe("title", title)
        .attr("href", href)
        .child(content)
}

/// An element with a language and a direction of its own.
pub fn spanned(element: Element, span: &Span) -> Element {
    let direction = span.dir.map(|direction| match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
        Direction::Auto => "auto",
    });
    element
        .maybe("lang", span.lang.clone())
        .maybe("dir", direction)
}

/// The name of a footnote in the page, for links to it.
#[must_use]
pub fn note_id(number: usize) -> String {
    "note-".to_owned() + &number.to_string()
}

fn reference_id(number: usize) -> String {
    "note-ref-".to_owned() + &number.to_string()
}

fn note_reference(number: usize, setting: &Setting) -> Element {
    let number_text = number.to_string();
    let link = el("a")
        .attr("id", reference_id(number))
        .attr("href", "#".to_owned() + &note_id(number))
        .attr(
            "aria-label",
            [setting.words.note, " ", &number_text].concat(),
        )
        .child(number_text);
    el("sup").class("note-ref").child(link)
}

fn notes(notes: &[Note], setting: &Setting) -> Element {
    let words = setting.words;
    let note = |(number, note): (usize, &Note)| {
        let back = el("a")
            .class("notes__back")
            .attr("href", "#".to_owned() + &reference_id(number))
            .attr("aria-label", words.back_to_text)
            .child("↩\u{FE0E}");
        el("li")
            .attr("id", note_id(number))
            .child(inlines(&note.content, setting))
            .child(" ")
            .child(back)
    };
    el("section")
        .class("notes")
        .child(el("h2").class("notes__title").child(words.notes))
        .child(el("ol").each((1..).zip(notes).map(note)))
}
