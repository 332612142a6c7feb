//! The story's body: feed HTML in, an allow-listed tree out.
//!
//! The browser's own HTML parser never sees what a feed sends. [`parse`] reads it with a forgiving tokenizer
//! and keeps only what a [`Block`] or an [`Inline`] can say: a `script`, an event handler or a `javascript:`
//! address has no variant and so cannot get into a page.

use crate::{
    picture::Picture,
    url::{Address, Base},
};

mod build;
mod clipping;
mod embed;
mod entities;
mod flow;
mod image;
mod lang;
mod nodes;
mod plain;
mod survey;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod tokenizer;

pub(crate) use clipping::begins_entity;
pub use clipping::{Clipping, Front};
pub use text::{text_of, text_of_blocks};

/// What [`parse`] reads.
#[derive(Clone, Copy, Debug)]
pub struct Markup<'a> {
    /// The HTML as the feed has it.
    pub html: &'a str,
    /// What its addresses are relative to.
    pub base: &'a Base,
    /// Pictures of which more is known than the HTML says: size, credit, other widths and formats.
    pub pictures: &'a [Picture],
}

/// Reads HTML.
///
/// It takes time in proportion to the length of the HTML and succeeds with any: what has no place in a story is
/// left out and named in [`Body::dropped`].
#[must_use]
pub fn parse(markup: &Markup<'_>) -> Body {
    build::build(markup, &nodes::read(markup.html))
}

/// Reads plain text: blank lines part its paragraphs, `http` and `https` addresses become links.
#[must_use]
#[inline(never)] // Seldom run: decision 17.
pub fn parse_text(text: &str) -> Body {
    plain::parse(text)
}

/// How many elements may be open at once. What lies deeper keeps its words and loses its elements.
const MAX_DEPTH: usize = 64;

/// How many elements and runs of text are read.
const MAX_NODES: usize = 50_000;

/// How many blocks and inlines there can be in a body: formatting that goes on over many blocks makes many of them.
const MAX_OUTPUT: usize = 50_000;

/// How many bytes of text are read.
const MAX_TEXT: usize = 1_000_000;

/// A story's body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes, numbered from 1 in this order.
    pub notes: Vec<Note>,
    /// What was left out on the way, for the editor.
    pub dropped: Vec<Dropped>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub content: Vec<Inline>,
}

/// Something that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading within the story.
    Heading {
        /// 2, 3 or 4: the story's own headline is 1.
        level: u8,
        /// The fragment under which it can be linked to, unique in the body.
        anchor: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// Numbered from this number, or with bullets.
        start: Option<u32>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it.
        cite: Vec<Inline>,
    },
    /// Words of the story itself, set large.
    PullQuote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it.
        cite: Vec<Inline>,
    },
    /// A table.
    Table {
        /// Its title.
        caption: Vec<Inline>,
        /// The heading rows.
        head: Vec<Row>,
        /// All other rows.
        rows: Vec<Row>,
    },
    /// A picture with its caption.
    Figure(Figure),
    /// Several pictures that belong together.
    Gallery(Vec<Figure>),
    /// Text to be shown letter by letter.
    Code(String),
    /// A break between two parts.
    Rule,
    /// Something of another site, shown only when the reader asks for it.
    Embed(Embed),
    /// Blocks in another language or direction than what surrounds them.
    Part {
        /// Language and direction.
        span: Span,
        /// The blocks.
        blocks: Vec<Block>,
    },
}

/// A picture in a body, with its caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The picture. Its own `caption` is empty: [`Figure::caption`] holds it with its links and emphasis.
    pub picture: Picture,
    /// Where a click on the picture leads.
    pub link: Option<Address>,
    /// The caption.
    pub caption: Vec<Inline>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Whether it heads its row or column.
    pub heading: bool,
    /// How many columns it spans, at least 1.
    pub columns: u16,
    /// How many rows it spans, at least 1.
    pub rows: u16,
    /// What stands in it.
    pub content: Vec<Inline>,
}

/// A language, a direction, or both.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// A BCP 47 tag.
    pub lang: Option<String>,
    /// The direction of the text.
    pub dir: Option<Direction>,
}

/// The direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// As its first strong letter says.
    Auto,
}

/// Something within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text, its entities decoded and its white space folded.
    Text(String),
    /// A line break.
    Break,
    /// `em`, `i`, `cite`, `dfn`.
    Emphasis(Vec<Inline>),
    /// `strong`, `b`.
    Strong(Vec<Inline>),
    /// `sub`.
    Subscript(Vec<Inline>),
    /// `sup`.
    Superscript(Vec<Inline>),
    /// `code`, `kbd`, `samp`, `var`, `tt`.
    Code(String),
    /// `del`, `s`.
    Deleted(Vec<Inline>),
    /// `mark`.
    Marked(Vec<Inline>),
    /// `q`: a quotation within a line.
    Quoted(Vec<Inline>),
    /// `small`: in a caption, the credit.
    Small(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        to: Target,
        /// Its words.
        content: Vec<Inline>,
    },
    /// The number of a footnote, counted from 1: it links to [`Body::notes`].
    NoteRef(usize),
    /// Words in another language or direction.
    Span {
        /// Language and direction.
        span: Span,
        /// The words.
        content: Vec<Inline>,
    },
}

impl Inline {
    /// What stands within it; nothing within text, code, a line break and the number of a footnote.
    #[must_use]
    pub fn content(&self) -> &[Self] {
        match self {
            Self::Text(_) | Self::Break | Self::Code(_) | Self::NoteRef(_) => &[],
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Subscript(content)
            | Self::Superscript(content)
            | Self::Deleted(content)
            | Self::Marked(content)
            | Self::Quoted(content)
            | Self::Small(content)
            | Self::Link { content, .. }
            | Self::Span { content, .. } => content,
        }
    }
}

/// Where a link in a body leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A place in this site or on the web.
    Page(Address),
    /// A heading of this body, by its [`Block::Heading::anchor`].
    Heading(String),
    /// A footnote, counted from 1.
    Note(usize),
    /// An address for a mail or phone program, scheme included: `mailto:` or `tel:`.
    Call(String),
}

/// Something of another site: who provides it and which piece it is. Nothing else of the feed's markup survives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// Who provides it.
    pub provider: Provider,
    /// Which piece, in the provider's own form.
    pub id: String,
    /// What the feed calls it.
    pub title: String,
    /// The caption of the figure it stood in.
    pub caption: Vec<Inline>,
    /// A picture of it: the one that stood in the same figure. The provider's own is never asked for.
    pub still: Option<Picture>,
}

/// A site whose pieces can be shown within a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// youtube.com, through its cookie-free host.
    YouTube,
    /// vimeo.com.
    Vimeo,
}

/// Something that [`parse`] left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// An element that has no place in a story, by its tag name, and how often.
    Element(String, usize),
    /// An address with a scheme that is not allowed.
    Address(String),
    /// The body was longer, deeper or had more parts than the caps allow; the rest is missing.
    TooLarge,
}
