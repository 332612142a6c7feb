//! What a body refers to within itself: its headings and its footnotes, found before anything is built, because a
//! link may come before the place it leads to.

use super::{
    nodes::{Node, Nodes, is_blank},
    tags::Kind,
};
use crate::{lower::lower, names::Names};

/// A place within a body that a link can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A heading, by its position in [`Survey::headings`].
    Heading(usize),
    /// A footnote, counted from 1.
    Note(usize),
}

/// The headings and footnotes of a body.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The node of each heading and its anchor, in reading order.
    pub(super) headings: Vec<(usize, String)>,
    /// The nodes of the footnotes.
    pub(super) notes: Vec<usize>,
    /// The nodes that hold the footnotes, in reading order.
    pub(super) holders: Vec<usize>,
    /// The ids that links can name, each with its position in [`Self::places`].
    ids: Names,
    places: Vec<Place>,
}

impl Survey {
    pub(super) fn new(nodes: &Nodes<'_>) -> Self {
        let mut survey = Self::default();
        // The ids that have been passed since the last words: they mean the next heading.
        let mut waiting = Vec::new();
        // Up to where headings are no more than words, because they stand in a cell or a caption.
        let mut blocked = 0;
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            let mut next = at + 1;
            match node.kind {
                Kind::Gone | Kind::Media => next = nodes.after(at),
                Kind::Text if !node.is_blank() => waiting.clear(),
                Kind::Image => waiting.clear(),
                _ if survey.takes_notes(nodes, at, node) => next = nodes.after(at),
                kind => {
                    waiting.extend(ids(node));
                    if kind == Kind::Heading && at >= blocked {
                        survey.take_heading(nodes, at, &mut waiting);
                    }
                    let inner = [
                        Kind::Heading,
                        Kind::Cell,
                        Kind::Caption,
                        Kind::FigureCaption,
                        Kind::Footer,
                        Kind::Cite,
                        Kind::Code,
                    ];
                    if inner.contains(&kind) {
                        blocked = blocked.max(nodes.after(at));
                    }
                }
            }
            at = next;
        }
        survey.make_unique();
        survey
    }

    /// The place that the fragment of a link names.
    pub(super) fn place(&self, id: &str) -> Option<Place> {
        self.places.get(self.ids.get(id)?).copied()
    }

    /// The anchor of the heading at this node.
    pub(super) fn anchor(&self, at: usize) -> Option<&str> {
        let found = self
            .headings
            .binary_search_by_key(&at, |(node, _)| *node)
            .ok()?;
        self.headings.get(found).map(|(_, anchor)| &**anchor)
    }

    /// The first of several places with one id counts, as in browsers.
    fn add(&mut self, id: &str, place: Place) {
        if self.ids.get(id).is_none() {
            self.ids.insert(id, self.places.len());
            self.places.push(place);
        }
    }

    fn take_heading(&mut self, nodes: &Nodes<'_>, at: usize, waiting: &mut Vec<&str>) {
        let text = nodes.text(at);
        if is_blank(&text) {
            return;
        }
        let place = Place::Heading(self.headings.len());
        let inner = (at + 1..nodes.after(at))
            .filter_map(|at| nodes.get(at))
            .flat_map(ids);
        for id in waiting.drain(..).chain(inner) {
            self.add(id, place);
        }
        self.headings.push((at, slug(&text)));
    }

    /// Whether the node holds the footnotes; if so, they are taken from it.
    ///
    /// WordPress, Markdown tools and Pandoc all write a list whose items have ids, marked as footnotes on itself or
    /// around it.
    fn takes_notes(&mut self, nodes: &Nodes<'_>, at: usize, node: &Node<'_>) -> bool {
        let classes = node.attribute("class");
        let named = node.attribute("role") == "doc-endnotes"
            || classes.split_ascii_whitespace().any(|class| {
                matches!(
                    class,
                    "footnotes" | "footnote" | "wp-block-footnotes" | "footnotes-list" | "endnotes"
                )
            });
        if !named || !node.kind.is_block() {
            return false;
        }
        let end = nodes.after(at);
        let mut items = Vec::new();
        let mut has_id = false;
        let mut next = at + 1;
        while next < end
            && let Some(node) = nodes.get(next)
        {
            if node.kind == Kind::Item {
                has_id |= ids(node).next().is_some();
                items.push(next);
                next = nodes.after(next);
            } else {
                next += 1;
            }
        }
        if !has_id {
            return false;
        }
        self.holders.push(at);
        for item in items {
            self.notes.push(item);
            let place = Place::Note(self.notes.len());
            let inner = (item..nodes.after(item))
                .filter_map(|at| nodes.get(at))
                .flat_map(ids);
            for id in inner {
                self.add(id, place);
            }
        }
        true
    }

    /// Gives each heading an anchor of its own. A slug never has two hyphens in a row, so that a number behind two
    /// of them makes it one that no other heading can have.
    fn make_unique(&mut self) {
        let mut numbers = Names::default();
        for (_, slug) in &mut self.headings {
            let number = numbers.get(slug).unwrap_or(0) + 1;
            numbers.insert(slug, number);
            slug.insert_str(0, "s-");
            if number > 1 {
                slug.push_str("--");
                slug.push_str(&number.to_string());
            }
        }
    }
}

/// The names by which links can mean this node.
fn ids<'n>(node: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    let name = if node.kind == Kind::Link {
        node.attribute("name")
    } else {
        ""
    };
    [node.attribute("id"), name]
        .into_iter()
        .filter(|id| !id.is_empty())
}

/// The letters and digits of a heading in any script, in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().take(200) {
        if c.is_alphanumeric() {
            slug.push(lower(c));
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    // A heading of nothing but signs must have an anchor too.
    if slug.is_empty() {
        "part".to_owned()
    } else {
        slug
    }
}
