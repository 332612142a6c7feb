//! What the elements, classes and attributes of HTML mean to a story.

use crate::find;
use std::cmp::Ordering;

/// What an element is to a story. Those that stand on lines of their own come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Parts its content from what surrounds it, and no more.
    Box,
    Paragraph,
    Heading,
    List,
    Item,
    Terms,
    Term,
    Meaning,
    Quote,
    PullQuote,
    Table,
    Caption,
    RowGroup,
    Row,
    Cell,
    Figure,
    FigureCaption,
    Gallery,
    Code,
    Rule,
    Footer,
    /// A line of its own that says who made a picture.
    Credit,
    // From here on, what stands within lines.
    Break,
    Image,
    /// Several forms of one picture.
    Picture,
    /// One of these forms.
    Source,
    Frame,
    Media,
    Emphasis,
    Cite,
    Strong,
    Subscript,
    Superscript,
    Monospace,
    Deleted,
    Marked,
    Quoted,
    Small,
    Span,
    Link,
    /// Dropped with all it holds.
    Gone,
    /// Dropped with all it holds, which is not HTML.
    Raw,
    /// Dropped; it cannot hold anything.
    Lost,
    /// No element: text.
    Text,
    /// No element: the place where formatting ends before the element that it began with.
    End,
}

impl Kind {
    pub(super) fn is_block(self) -> bool {
        self < Self::Break
    }

    /// Whether it changes the look or the meaning of the words within it.
    pub(super) fn is_formatting(self) -> bool {
        (Self::Emphasis..Self::Gone).contains(&self)
    }

    /// Whether it never has content, and so no end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Rule | Self::Break | Self::Image | Self::Source | Self::Frame
        )
    }

    /// Whether it goes on in the next block when its block ends first. The standard does this to formatting only.
    pub(super) fn carries_on(self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Monospace
                | Self::Deleted
                | Self::Small
                | Self::Link
        )
    }

    /// As one bit, for sets.
    pub(super) fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// The element with this name: its name in lower case and what it is. Others are as good as not there.
pub(super) fn element(name: &str) -> Option<(&'static str, Kind)> {
    let found = ELEMENTS
        .binary_search_by(|(known, _)| compare(known, name))
        .ok()?;
    ELEMENTS.get(found).copied()
}

/// The name of an attribute that means something to a story.
pub(super) fn attribute(name: &str) -> Option<&'static str> {
    let found = ATTRIBUTES
        .binary_search_by(|known| compare(known, name))
        .ok()?;
    ATTRIBUTES.get(found).copied()
}

/// Compares without case.
fn compare(known: &str, name: &str) -> Ordering {
    known
        .bytes()
        .cmp(name.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// What an element is to a story once its classes are known.
pub(super) fn with_classes(kind: Kind, classes: &str) -> Kind {
    for class in classes.split_ascii_whitespace() {
        let pull = match kind {
            Kind::Quote | Kind::Figure => find::holds(class, "pullquote"),
            Kind::Box | Kind::Paragraph => matches!(class, "pullquote" | "wp-block-pullquote"),
            _ => false,
        };
        if pull {
            return Kind::PullQuote;
        }
        if class.trim_end_matches('s').ends_with("credit") {
            match kind {
                Kind::Box | Kind::Paragraph => return Kind::Credit,
                Kind::Span | Kind::Emphasis | Kind::Cite => return Kind::Small,
                _ => {}
            }
        }
        let open = [
            Kind::Box,
            Kind::Paragraph,
            Kind::List,
            Kind::Item,
            Kind::Terms,
            Kind::Term,
            Kind::Meaning,
            Kind::Figure,
        ];
        if open.contains(&kind)
            && let Some((_, meant)) = CLASSES.iter().find(|(known, _)| *known == class)
        {
            return *meant;
        }
    }
    kind
}

/// The classes by which WordPress says what a block is.
const CLASSES: &[(&str, Kind)] = &[
    ("blocks-gallery-caption", Kind::FigureCaption),
    ("blocks-gallery-grid", Kind::Gallery),
    ("blocks-gallery-item", Kind::Figure),
    ("gallery", Kind::Gallery),
    ("gallery-caption", Kind::FigureCaption),
    ("gallery-icon", Kind::Box),
    ("gallery-item", Kind::Figure),
    ("tiled-gallery", Kind::Gallery),
    ("wp-block-gallery", Kind::Gallery),
    ("wp-block-image", Kind::Figure),
    ("wp-caption", Kind::Figure),
    ("wp-caption-text", Kind::FigureCaption),
    ("wp-element-caption", Kind::FigureCaption),
];

const ATTRIBUTES: &[&str] = &[
    "alt",
    "class",
    "colspan",
    "data-lazy-src",
    "data-lazy-srcset",
    "data-original",
    "data-src",
    "data-srcset",
    "dir",
    "height",
    "href",
    "id",
    "lang",
    "media",
    "name",
    "role",
    "rowspan",
    "src",
    "srcset",
    "start",
    "title",
    "type",
    "width",
    "xml:lang",
];

const ELEMENTS: &[(&str, Kind)] = &[
    ("a", Kind::Link),
    ("abbr", Kind::Span),
    ("address", Kind::Box),
    ("applet", Kind::Gone),
    ("article", Kind::Box),
    ("aside", Kind::Box),
    ("audio", Kind::Media),
    ("b", Kind::Strong),
    ("base", Kind::Lost),
    ("bdi", Kind::Span),
    ("bdo", Kind::Span),
    ("blockquote", Kind::Quote),
    ("br", Kind::Break),
    ("button", Kind::Gone),
    ("canvas", Kind::Gone),
    ("caption", Kind::Caption),
    ("center", Kind::Box),
    ("cite", Kind::Cite),
    ("code", Kind::Monospace),
    ("data", Kind::Span),
    ("datalist", Kind::Gone),
    ("dd", Kind::Meaning),
    ("del", Kind::Deleted),
    ("details", Kind::Box),
    ("dfn", Kind::Emphasis),
    ("dialog", Kind::Box),
    ("dir", Kind::List),
    ("div", Kind::Box),
    ("dl", Kind::Terms),
    ("dt", Kind::Term),
    ("em", Kind::Emphasis),
    ("embed", Kind::Lost),
    ("fieldset", Kind::Box),
    ("figcaption", Kind::FigureCaption),
    ("figure", Kind::Figure),
    ("font", Kind::Span),
    ("footer", Kind::Footer),
    ("form", Kind::Box),
    ("frame", Kind::Lost),
    ("frameset", Kind::Gone),
    ("h1", Kind::Heading),
    ("h2", Kind::Heading),
    ("h3", Kind::Heading),
    ("h4", Kind::Heading),
    ("h5", Kind::Heading),
    ("h6", Kind::Heading),
    ("header", Kind::Box),
    ("hgroup", Kind::Box),
    ("hr", Kind::Rule),
    ("i", Kind::Emphasis),
    ("iframe", Kind::Frame),
    ("image", Kind::Image),
    ("img", Kind::Image),
    ("input", Kind::Lost),
    ("ins", Kind::Span),
    ("kbd", Kind::Monospace),
    ("label", Kind::Span),
    ("legend", Kind::Box),
    ("li", Kind::Item),
    ("link", Kind::Lost),
    ("main", Kind::Box),
    ("map", Kind::Gone),
    ("mark", Kind::Marked),
    ("math", Kind::Gone),
    ("menu", Kind::List),
    ("meta", Kind::Lost),
    ("meter", Kind::Gone),
    ("nav", Kind::Box),
    ("noembed", Kind::Raw),
    ("noframes", Kind::Raw),
    ("noscript", Kind::Raw),
    ("object", Kind::Gone),
    ("ol", Kind::List),
    ("p", Kind::Paragraph),
    ("picture", Kind::Picture),
    ("pre", Kind::Code),
    ("progress", Kind::Gone),
    ("q", Kind::Quoted),
    ("s", Kind::Deleted),
    ("samp", Kind::Monospace),
    ("script", Kind::Raw),
    ("search", Kind::Box),
    ("section", Kind::Box),
    ("select", Kind::Gone),
    ("small", Kind::Small),
    ("source", Kind::Source),
    ("span", Kind::Span),
    ("strike", Kind::Deleted),
    ("strong", Kind::Strong),
    ("style", Kind::Raw),
    ("sub", Kind::Subscript),
    ("summary", Kind::Box),
    ("sup", Kind::Superscript),
    ("svg", Kind::Gone),
    ("table", Kind::Table),
    ("tbody", Kind::RowGroup),
    ("td", Kind::Cell),
    ("template", Kind::Gone),
    ("textarea", Kind::Raw),
    ("tfoot", Kind::RowGroup),
    ("th", Kind::Cell),
    ("thead", Kind::RowGroup),
    ("time", Kind::Span),
    ("title", Kind::Raw),
    ("tr", Kind::Row),
    ("tt", Kind::Monospace),
    ("u", Kind::Span),
    ("ul", Kind::List),
    ("var", Kind::Monospace),
    ("video", Kind::Media),
    ("xmp", Kind::Raw),
];

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, ELEMENTS, Kind, element};

    #[test]
    fn the_tables_are_sorted() {
        assert!(ELEMENTS.is_sorted_by(|one, other| one.0 < other.0));
        assert!(ATTRIBUTES.is_sorted_by(|one, other| one < other));
        assert!((Kind::End as u8) < 64);
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(element("BlockQuote"), Some(("blockquote", Kind::Quote)));
        assert_eq!(element("blockquotes"), None);
    }
}
