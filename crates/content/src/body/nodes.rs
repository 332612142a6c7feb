//! Tags and text put into the order that their author meant: what was left open is closed, what was closed in the
//! wrong order goes on.
//!
//! The nodes stand in one list in reading order, each with the place where its content ends. That takes no pointers,
//! and dropping it takes no recursion.

use super::{
    MAX_DEPTH, MAX_NODES, MAX_TEXT,
    tags::{self, Kind},
    tokenizer::{Attributes, Token, Tokenizer},
};
use crate::find;
use std::borrow::Cow;

/// An element, a run of text, or the end of some formatting.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// The element's name, or nothing.
    pub(super) tag: &'static str,
    pub(super) kind: Kind,
    /// The first node that is no longer within this one.
    pub(super) end: usize,
    /// For an element: the [`Kind::End`] that ends its formatting early. For that one: the element.
    pub(super) until: usize,
    pub(super) text: Cow<'a, str>,
    pub(super) attributes: Attributes<'a>,
}

impl Node<'_> {
    /// The value of an attribute; empty where there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value)
    }

    /// The first of these attributes that is not empty.
    pub(super) fn any(&self, names: &[&str]) -> &str {
        names
            .iter()
            .map(|name| self.attribute(name))
            .find(|value| !value.is_empty())
            .unwrap_or_default()
    }

    /// Whether there is nothing to see in it, for text.
    pub(super) fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }
}

/// Whether there are only spaces, line ends and control characters in `text`.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte <= b' ')
}

/// All nodes of a body.
#[derive(Debug, Default)]
pub(super) struct Nodes<'a> {
    pub(super) list: Vec<Node<'a>>,
    /// Elements left out, by name, and how often.
    pub(super) dropped: Vec<(&'static str, usize)>,
    /// Whether a cap was reached.
    pub(super) too_large: bool,
}

impl<'a> Nodes<'a> {
    pub(super) fn get(&self, at: usize) -> Option<&Node<'a>> {
        self.list.get(at)
    }

    /// The node after the one at `at` and all it holds.
    pub(super) fn after(&self, at: usize) -> usize {
        self.get(at).map_or(at, |node| node.end).max(at + 1)
    }

    /// The places of the nodes directly within the one at `at`.
    pub(super) fn within(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.get(at).map_or(at, |node| node.end);
        std::iter::successors(Some(at + 1), |at| Some(self.after(*at)))
            .take_while(move |at| *at < end)
    }

    /// The text of everything within the node at `at`, line breaks as newlines.
    pub(super) fn text(&self, at: usize) -> String {
        let mut text = String::new();
        let mut next = at + 1;
        let end = self.get(at).map_or(at, |node| node.end);
        while next < end
            && let Some(node) = self.get(next)
        {
            text.push_str(&node.text);
            if node.kind == Kind::Break {
                text.push('\n');
            }
            next = if matches!(node.kind, Kind::Gone | Kind::Media) {
                self.after(next)
            } else {
                next + 1
            };
        }
        text
    }

    /// Whether the nodes from `from` to `to` show nothing. Many of them are taken to show something.
    pub(super) fn is_blank(&self, from: usize, to: usize) -> bool {
        to < from + 100
            && (from..to).all(|at| {
                self.get(at)
                    .is_none_or(|node| node.kind != Kind::Image && node.is_blank())
            })
    }
}

/// Reads HTML until its end or until a cap is reached.
pub(super) fn read(html: &str) -> Nodes<'_> {
    let mut reader = Reader::default();
    let mut tokens = Tokenizer::new(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Start { name, attributes } => reader.start(name, attributes, &mut tokens),
            Token::End(name) => reader.end(name),
        }
        if reader.full {
            reader.nodes.too_large = true;
            break;
        }
    }
    reader.close_from(0);
    reader.nodes
}

#[derive(Default)]
struct Reader<'a> {
    nodes: Nodes<'a>,
    /// The elements that are open, and of each whether its formatting has ended already.
    open: Vec<(usize, bool)>,
    /// Formatting whose block ended before it did: it begins again before the next words.
    pending: Vec<usize>,
    /// Whether the last node is text that more can be added to.
    text_open: bool,
    /// How many elements are open beyond the depth that is kept.
    beyond: usize,
    /// The bytes of text so far.
    size: usize,
    /// Whether a cap on the amount was reached.
    full: bool,
}

/// Beyond these, the end tag of something else closes nothing.
const CELLS: u64 = 1 << Kind::Table as u64 | 1 << Kind::Cell as u64 | 1 << Kind::Caption as u64;
const TABLE: u64 = 1 << Kind::Table as u64;

impl<'a> Reader<'a> {
    fn text(&mut self, text: Cow<'a, str>) {
        let blank = is_blank(&text);
        if !blank {
            self.resume();
        }
        let mut text = without_shortcodes(text);
        let room = MAX_TEXT.saturating_sub(self.size);
        if text.len() > room {
            self.full = true;
            let room = (0..=room)
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(0);
            text = Cow::Owned(text.get(..room).unwrap_or_default().to_owned());
        }
        self.size += text.len();
        if self.text_open
            && let Some(last) = self.nodes.list.last_mut()
        {
            last.text.to_mut().push_str(&text);
            return;
        }
        if self.insert("", Kind::Text, Attributes::new())
            && let Some(last) = self.nodes.list.last_mut()
        {
            last.text = text;
            self.text_open = true;
        }
    }

    fn start(&mut self, name: &'a str, attributes: Attributes<'a>, tokens: &mut Tokenizer<'a>) {
        let Some((tag, mut kind)) = tags::element(name) else {
            return;
        };
        if matches!(kind, Kind::Gone | Kind::Raw | Kind::Lost) {
            count(&mut self.nodes.dropped, tag);
        }
        match kind {
            Kind::Raw => return tokens.skip_raw(tag),
            Kind::Lost => return,
            Kind::Frame => tokens.skip_frame(),
            _ => {}
        }
        if let Some((_, classes)) = attributes.iter().find(|(name, _)| *name == "class") {
            kind = tags::with_classes(kind, classes);
        }
        if kind.is_block() {
            self.close(Kind::Paragraph.bit(), CELLS | Kind::Gone.bit());
        }
        match kind {
            Kind::Heading => self.close(
                kind.bit(),
                CELLS | Kind::Box.bit() | Kind::Item.bit() | Kind::Figure.bit(),
            ),
            Kind::Item => {
                let stop = [
                    Kind::List,
                    Kind::Gallery,
                    Kind::Quote,
                    Kind::PullQuote,
                    Kind::Figure,
                ];
                self.close(
                    kind.bit(),
                    stop.into_iter().fold(CELLS, |all, kind| all | kind.bit()),
                );
            }
            Kind::Term | Kind::Meaning => {
                self.close(
                    Kind::Term.bit() | Kind::Meaning.bit(),
                    CELLS | Kind::Terms.bit() | Kind::List.bit(),
                );
            }
            Kind::Cell => self.close(kind.bit() | Kind::Caption.bit(), TABLE | Kind::Row.bit()),
            Kind::Row => {
                self.close(
                    kind.bit() | Kind::Cell.bit() | Kind::Caption.bit(),
                    TABLE | Kind::RowGroup.bit(),
                );
            }
            Kind::RowGroup | Kind::Caption => {
                let all = [Kind::RowGroup, Kind::Row, Kind::Cell, Kind::Caption];
                self.close(all.into_iter().fold(0, |all, kind| all | kind.bit()), TABLE);
            }
            Kind::Link => {
                self.pending.retain(|at| {
                    self.nodes
                        .get(*at)
                        .is_some_and(|node| node.kind != Kind::Link)
                });
                self.end("a");
            }
            _ => {}
        }
        if matches!(kind, Kind::Cell | Kind::Caption) {
            self.pending.clear();
        }
        if !kind.is_block() {
            self.resume();
        }
        self.push(tag, kind, attributes);
    }

    fn end(&mut self, name: &str) {
        let Some((tag, kind)) = tags::element(name) else {
            return;
        };
        if kind == Kind::Break {
            self.insert(tag, kind, Attributes::new());
        }
        if kind.is_void() || matches!(kind, Kind::Raw | Kind::Lost) {
            return;
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let stop = match kind {
            Kind::Table | Kind::RowGroup | Kind::Row | Kind::Cell | Kind::Caption => TABLE,
            Kind::Item => CELLS | Kind::List.bit(),
            _ => CELLS,
        };
        let mut across = false;
        for (depth, (at, ended)) in self.open.iter().enumerate().rev() {
            let Some(node) = self.nodes.get(*at) else {
                return;
            };
            if !ended && (node.tag == tag || (kind == Kind::Heading && node.kind == kind)) {
                if across && node.kind.is_formatting() {
                    return self.end_early(depth);
                }
                return self.close_from(depth);
            }
            if node.kind.bit() & stop != 0 {
                break;
            }
            across |= node.kind.is_block();
        }
        // It may have been closed by its block already, and wait to go on.
        let waiting = self
            .pending
            .iter()
            .rposition(|at| self.nodes.get(*at).is_some_and(|node| node.tag == tag));
        if let Some(at) = waiting {
            self.pending.remove(at);
        }
    }

    /// Ends formatting while blocks within it stay open.
    #[inline(never)] // Seldom run: decision 17.
    fn end_early(&mut self, depth: usize) {
        let here = self.nodes.list.len();
        if let Some((owner, ended)) = self.open.get_mut(depth) {
            *ended = true;
            let owner = *owner;
            if let Some(node) = self.nodes.list.get_mut(owner) {
                node.until = here;
            }
            self.insert("", Kind::End, Attributes::new());
            if let Some(node) = self.nodes.list.get_mut(here) {
                node.until = owner;
            }
        }
    }

    /// Closes the outermost open element among `kinds`, looking no further than the first among `stop`.
    fn close(&mut self, kinds: u64, stop: u64) {
        let mut found = None;
        for (depth, (at, _)) in self.open.iter().enumerate().rev() {
            let bit = self.nodes.get(*at).map_or(0, |node| node.kind.bit());
            if bit & kinds != 0 {
                found = Some(depth);
            } else if bit & stop != 0 {
                break;
            }
        }
        if let Some(depth) = found {
            self.close_from(depth);
        }
    }

    /// Closes the open element at `depth` and all within it. Formatting within it goes on afterwards.
    fn close_from(&mut self, depth: usize) {
        self.text_open = false;
        let here = self.nodes.list.len();
        for (order, (at, ended)) in self.open.drain(depth..).enumerate() {
            let Some(node) = self.nodes.list.get_mut(at) else {
                continue;
            };
            node.end = here;
            let (kind, tag) = (node.kind, node.tag);
            if node.kind.bit() & CELLS != 0 {
                self.pending.clear();
            }
            // As in the standard, three of a kind are enough: more come from markup that never closes anything.
            let same = |at: &&usize| self.nodes.get(**at).is_some_and(|node| node.tag == tag);
            if order > 0
                && !ended
                && kind.carries_on()
                && self.pending.iter().filter(same).count() < 3
            {
                self.pending.push(at);
            }
        }
    }

    /// Begins the formatting again that its block ended.
    fn resume(&mut self) {
        for at in std::mem::take(&mut self.pending) {
            let Some(node) = self.nodes.get(at) else {
                continue;
            };
            let (tag, kind, attributes) = (node.tag, node.kind, node.attributes.clone());
            self.push(tag, kind, attributes);
        }
    }

    /// Adds an element, and opens it if it can have content.
    fn push(&mut self, tag: &'static str, kind: Kind, attributes: Attributes<'a>) {
        if kind.is_void() {
            self.insert(tag, kind, attributes);
            return;
        }
        if self.open.len() >= MAX_DEPTH {
            self.nodes.too_large = true;
            self.beyond += 1;
            return;
        }
        self.open.push((self.nodes.list.len(), false));
        self.insert(tag, kind, attributes);
    }

    /// Adds a node, if there is still room for one.
    fn insert(&mut self, tag: &'static str, kind: Kind, attributes: Attributes<'a>) -> bool {
        self.text_open = false;
        let end = self.nodes.list.len() + 1;
        if end > MAX_NODES {
            self.full = true;
            return false;
        }
        self.nodes.list.push(Node {
            tag,
            kind,
            end,
            until: usize::MAX,
            text: Cow::Borrowed(""),
            attributes,
        });
        true
    }
}

/// Counts an element that is left out. The names stay sorted.
pub(super) fn count(dropped: &mut Vec<(&'static str, usize)>, tag: &'static str) {
    let at = dropped
        .iter()
        .position(|(known, _)| *known >= tag)
        .unwrap_or(dropped.len());
    match dropped.get_mut(at) {
        Some((known, times)) if *known == tag => *times += 1,
        _ => dropped.insert(at, (tag, 1)),
    }
}

/// `text` without the marks that WordPress puts around a picture and its caption.
fn without_shortcodes(text: Cow<'_, str>) -> Cow<'_, str> {
    if find::holds(&text, "caption") {
        Cow::Owned(without_marks(&text))
    } else {
        text
    }
}

#[inline(never)] // Seldom run: decision 17.
fn without_marks(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let (plain, tail) = rest.split_at_checked(start).unwrap_or((rest, ""));
        out.push_str(plain);
        if ["[caption ", "[caption]", "[/caption]"]
            .iter()
            .any(|mark| tail.starts_with(mark))
        {
            let Some((_, after)) = tail.split_once(']') else {
                rest = tail;
                break;
            };
            rest = after;
        } else {
            out.push('[');
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}
