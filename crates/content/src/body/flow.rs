//! Words put into lines, and lines into blocks.
//!
//! A [`Flow`] takes text, formatting and blocks as they come. A block in the midst of formatting splits the
//! paragraph, and the formatting goes on after it and within it.

use super::{
    Block, Inline, MAX_OUTPUT, Span, Target, embed, nodes::is_blank, tags::Kind, text::text_of,
};
use crate::{
    find,
    url::{Address, Base},
};
use std::cell::Cell;

/// What all flows of one body share.
pub(super) struct Room<'a> {
    /// What its addresses are relative to.
    pub(super) base: &'a Base,
    /// How many blocks and inlines there may still be.
    left: Cell<usize>,
}

impl<'a> Room<'a> {
    pub(super) fn new(base: &'a Base) -> Self {
        // One more than may be used, so that zero says that the room was not enough.
        Self {
            base,
            left: Cell::new(MAX_OUTPUT + 1),
        }
    }

    /// Takes room for one block or inline.
    pub(super) fn take(&self) -> bool {
        let left = self.left.get().saturating_sub(1);
        self.left.set(left);
        left > 0
    }

    /// Whether there was more than there is room for.
    pub(super) fn is_over(&self) -> bool {
        self.left.get() == 0
    }
}

/// What is put around inlines.
#[derive(Clone)]
pub(super) enum Wrap {
    /// What the element stands for.
    Plain(Kind),
    Link(Target),
    Span(Span),
}

/// Formatting that is open.
struct Frame {
    /// The node that opened it.
    owner: usize,
    wrap: Wrap,
    content: Vec<Inline>,
}

/// Blocks in the making.
pub(super) struct Flow<'a> {
    room: &'a Room<'a>,
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    /// The current paragraph, outside of all formatting.
    line: Vec<Inline>,
    /// Whether there is nothing in the current paragraph yet.
    fresh: bool,
    /// Whether a space would be one too many here.
    gap: bool,
    /// Whether a line break was the last thing.
    broken: bool,
    /// Whether only the words count: an address alone on its line stays one.
    plain: bool,
}

impl<'a> Flow<'a> {
    pub(super) fn new(room: &'a Room<'a>) -> Self {
        Self {
            room,
            blocks: Vec::new(),
            frames: Vec::new(),
            line: Vec::new(),
            fresh: true,
            gap: true,
            broken: false,
            plain: false,
        }
    }

    /// A flow for a block within this one, with the same formatting open.
    pub(super) fn inner(&self, plain: bool) -> Self {
        let mut inner = Self::new(self.room);
        inner.plain = plain || self.plain;
        for frame in &self.frames {
            inner.open(frame.owner, frame.wrap.clone());
        }
        inner
    }

    /// Whether nothing stands in the current paragraph yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Adds text. White space of any length becomes one space, as browsers show it.
    pub(super) fn text(&mut self, text: &str) {
        let folded = fold(text, &mut self.gap);
        if folded.is_empty() {
            return;
        }
        self.fresh = false;
        self.broken &= is_blank(&folded);
        let room = self.room;
        add(self.content(), Inline::Text(folded), room);
    }

    /// Adds something other than text.
    pub(super) fn inline(&mut self, inline: Inline) {
        self.fresh = false;
        self.gap = false;
        self.broken = false;
        let room = self.room;
        add(self.content(), inline, room);
    }

    /// Adds a line break. Two in a row part paragraphs: that is what they were made for.
    pub(super) fn line_break(&mut self) {
        if self.broken {
            return self.flush();
        }
        if !self.fresh {
            let content = self.content();
            if let Some(Inline::Text(text)) = content.last_mut() {
                text.truncate(text.trim_end_matches(' ').len());
                if text.is_empty() {
                    content.pop();
                }
            }
            self.inline(Inline::Break);
            self.gap = true;
            self.broken = true;
        }
    }

    /// Adds a block.
    pub(super) fn push(&mut self, block: Block) {
        self.flush();
        if self.room.take() {
            self.blocks.push(block);
        }
    }

    /// Opens formatting.
    pub(super) fn open(&mut self, owner: usize, wrap: Wrap) {
        self.frames.push(Frame {
            owner,
            wrap,
            content: Vec::new(),
        });
    }

    /// Closes the formatting that this node opened, wherever it stands among what is open.
    pub(super) fn close(&mut self, owner: usize) {
        let Some(depth) = self.frames.iter().position(|frame| frame.owner == owner) else {
            return;
        };
        let open = self.fold(depth);
        for (other, wrap) in open {
            if other != owner {
                self.open(other, wrap);
            }
        }
    }

    /// Closes the formatting whose end `is_over` says was passed within a block.
    pub(super) fn close_those(&mut self, is_over: impl Fn(usize) -> bool) {
        while let Some(owner) = self
            .frames
            .iter()
            .map(|frame| frame.owner)
            .find(|owner| is_over(*owner))
        {
            self.close(owner);
        }
    }

    /// Where the link leads that is open here.
    pub(super) fn link(&self) -> Option<&Target> {
        self.frames.iter().rev().find_map(|frame| {
            if let Wrap::Link(to) = &frame.wrap {
                Some(to)
            } else {
                None
            }
        })
    }

    /// Whether raised text is open here.
    pub(super) fn is_raised(&self) -> bool {
        self.frames
            .iter()
            .any(|frame| matches!(frame.wrap, Wrap::Plain(Kind::Superscript)))
    }

    /// Ends the current paragraph. Formatting that is open goes on in the next one.
    pub(super) fn flush(&mut self) {
        if !self.fresh {
            let open = self.fold(0);
            for (owner, wrap) in open {
                self.open(owner, wrap);
            }
            let mut line = std::mem::take(&mut self.line);
            trim_end(&mut line);
            let block = if line.is_empty() {
                None
            } else {
                Some(self.block_of(line))
            };
            if let Some(block) = block
                && self.room.take()
            {
                self.blocks.push(block);
            }
        }
        self.fresh = true;
        self.gap = true;
        self.broken = false;
    }

    /// Ends everything.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }

    /// A paragraph, or what an address alone on its line stands for.
    fn block_of(&self, line: Vec<Inline>) -> Block {
        if self.plain {
            return Block::Paragraph(line);
        }
        let address = match &*line {
            [Inline::Text(text)] => self.address(text),
            [
                Inline::Link {
                    to: Target::Page(address),
                    content,
                },
            ] => match &**content {
                [Inline::Text(text)] if self.address(text).is_some() => Some(address.clone()),
                _ => None,
            },
            _ => None,
        };
        if let Some(Address::Web(address)) = &address
            && let Some(piece) = embed::recognise(address)
        {
            return Block::Embed(piece);
        }
        match (address, line.first()) {
            (Some(address), Some(Inline::Text(_))) => Block::Paragraph(vec![Inline::Link {
                to: Target::Page(address),
                content: line,
            }]),
            _ => Block::Paragraph(line),
        }
    }

    /// The address that `text` is, if it is one and nothing else.
    fn address(&self, text: &str) -> Option<Address> {
        let complete = text.starts_with("https://") || text.starts_with("http://");
        if complete && !find::has(text, ' ') {
            self.room.base.link(text)
        } else {
            None
        }
    }

    /// Where inlines go now.
    fn content(&mut self) -> &mut Vec<Inline> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.content,
            None => &mut self.line,
        }
    }

    /// Puts the content of all frames from `depth` on into what lies around it, and tells what they were.
    fn fold(&mut self, depth: usize) -> Vec<(usize, Wrap)> {
        let mut folded = Vec::new();
        while self.frames.len() > depth
            && let Some(frame) = self.frames.pop()
        {
            let room = self.room;
            let outer = self.content();
            if is_space(&frame.content) {
                // A space need not be emphasised.
                for inline in frame.content {
                    add(outer, inline, room);
                }
            } else {
                add(outer, wrapped(frame.wrap.clone(), frame.content), room);
            }
            folded.push((frame.owner, frame.wrap));
        }
        folded.reverse();
        folded
    }
}

/// Whether there is no more than white space, which includes nothing at all.
fn is_space(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => is_blank(text),
        inline => matches!(inline, Inline::Break),
    })
}

/// Adds an inline to others; text is joined.
fn add(content: &mut Vec<Inline>, inline: Inline, room: &Room<'_>) {
    if let (Some(Inline::Text(text)), Inline::Text(more)) = (content.last_mut(), &inline) {
        text.push_str(more);
    } else if room.take() {
        content.push(inline);
    }
}

fn wrapped(wrap: Wrap, mut content: Vec<Inline>) -> Inline {
    match wrap {
        Wrap::Link(to) => Inline::Link { to, content },
        Wrap::Span(span) => Inline::Span { span, content },
        Wrap::Plain(kind) => match kind {
            Kind::Emphasis | Kind::Cite => Inline::Emphasis(content),
            Kind::Subscript => Inline::Subscript(content),
            Kind::Superscript => {
                // The number of a footnote is raised as it is, and needs no brackets.
                let note = content
                    .iter()
                    .position(|inline| matches!(inline, Inline::NoteRef(_)));
                let bare = content.iter().all(|inline| match inline {
                    Inline::Text(text) => !text.contains(char::is_alphanumeric),
                    inline => matches!(inline, Inline::NoteRef(_)),
                });
                match note {
                    Some(at) if bare && content.len() <= at + 2 => content.swap_remove(at),
                    _ => Inline::Superscript(content),
                }
            }
            Kind::Monospace => Inline::Code(text_of(&content)),
            Kind::Deleted => Inline::Deleted(content),
            Kind::Marked => Inline::Marked(content),
            Kind::Quoted => Inline::Quoted(content),
            Kind::Small => Inline::Small(content),
            _ => Inline::Strong(content),
        },
    }
}

/// Removes white space and line breaks from the end.
fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        let empty = match last {
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                text.is_empty()
            }
            Inline::Break => true,
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Subscript(content)
            | Inline::Superscript(content)
            | Inline::Deleted(content)
            | Inline::Marked(content)
            | Inline::Quoted(content)
            | Inline::Small(content)
            | Inline::Link { content, .. }
            | Inline::Span { content, .. } => {
                trim_end(content);
                content.is_empty()
            }
            Inline::Code(_) | Inline::NoteRef(_) => false,
        };
        if !empty {
            return;
        }
        inlines.pop();
    }
}

/// `text` with each run of white space as one space; none where `gap` says that there was one just before.
pub(super) fn fold(text: &str, gap: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split(|c: char| c <= ' ').enumerate() {
        if index > 0 && !*gap {
            out.push(' ');
            *gap = true;
        }
        if !word.is_empty() {
            out.push_str(word);
            *gap = false;
        }
    }
    out
}

/// Adds a line to others.
pub(super) fn join(lines: &mut Vec<Inline>, line: Vec<Inline>) {
    if !line.is_empty() {
        if !lines.is_empty() {
            lines.push(Inline::Break);
        }
        lines.extend(line);
    }
}

/// Puts blocks on lines, for a place that cannot hold blocks. Those that are not made of words go to `rest`.
pub(super) fn flatten(blocks: Vec<Block>, lines: &mut Vec<Inline>, rest: &mut Vec<Block>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => join(lines, content),
            block => flatten_one(block, lines, rest),
        }
    }
}

#[inline(never)] // Seldom run: decision 17.
fn flatten_one(block: Block, lines: &mut Vec<Inline>, rest: &mut Vec<Block>) {
    match block {
        Block::Code(code) => join(lines, vec![Inline::Code(code)]),
        Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
            flatten(blocks, lines, rest);
            join(lines, cite);
        }
        Block::List { items, .. } => {
            for item in items {
                let mut line = Vec::new();
                flatten(item, &mut line, rest);
                if !line.is_empty() {
                    line.insert(0, Inline::Text("• ".to_owned()));
                }
                join(lines, line);
            }
        }
        Block::Part { span, blocks } => {
            let mut content = Vec::new();
            flatten(blocks, &mut content, rest);
            if !content.is_empty() {
                join(lines, vec![Inline::Span { span, content }]);
            }
        }
        Block::Rule => {}
        block => rest.push(block),
    }
}
