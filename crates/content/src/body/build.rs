//! Nodes made into a body.

use super::{
    Block, Body, Cell, Dropped, Embed, Inline, MAX_TEXT, Markup, Note, Row, Span, Target, embed,
    flow::{Flow, Room, Wrap, flatten, fold, join},
    lang,
    nodes::{Node, Nodes, count, is_blank},
    survey::{Place, Survey},
    tags::Kind,
};
use crate::{
    find,
    picture::Source,
    url::{Address, host, percent_decode},
};

/// A body in the making.
pub(super) struct Build<'n, 'a> {
    pub(super) markup: &'n Markup<'a>,
    nodes: &'n Nodes<'a>,
    survey: Survey,
    room: &'n Room<'n>,
    /// The language and direction of what surrounds the current node.
    around: Span,
    /// The captions of the figures and quotations that are being built.
    slots: Vec<Slot>,
    /// The files that the current `picture` element names.
    pub(super) sources: Vec<Source>,
    /// Whether a footnote is being built.
    in_note: bool,
    dropped: Vec<(&'static str, usize)>,
    addresses: Vec<String>,
}

/// Where a caption goes.
struct Slot {
    /// Whether it belongs to a quotation, which has no caption but a source.
    quote: bool,
    caption: Vec<Inline>,
}

pub(super) fn build(markup: &Markup<'_>, nodes: &Nodes<'_>) -> Body {
    let room = Room::new(markup.base);
    let mut build = Build {
        markup,
        nodes,
        survey: Survey::new(nodes),
        room: &room,
        around: Span::default(),
        slots: Vec::new(),
        sources: Vec::new(),
        in_note: false,
        dropped: nodes.dropped.clone(),
        addresses: Vec::new(),
    };
    let mut flow = Flow::new(&room);
    let mut at = 0;
    while at < nodes.list.len() {
        build.node(at, &mut flow);
        at = nodes.after(at);
    }
    // What a note holds besides words stands after the story.
    build.in_note = true;
    let mut notes = Vec::new();
    for at in std::mem::take(&mut build.survey.notes) {
        let mut rest = Vec::new();
        let content = build.lines(at, &Flow::new(&room), &mut rest);
        notes.push(Note { content });
        for block in rest {
            flow.push(block);
        }
    }
    let blocks = flow.finish();
    Body {
        blocks,
        notes,
        dropped: build.dropped(),
    }
}

impl<'n> Build<'n, '_> {
    fn dropped(self) -> Vec<Dropped> {
        let elements = self
            .dropped
            .into_iter()
            .map(|(tag, times)| Dropped::Element(tag.to_owned(), times));
        let addresses = self.addresses.into_iter().map(Dropped::Address);
        let over = self.nodes.too_large || self.room.is_over();
        elements
            .chain(addresses)
            .chain(over.then_some(Dropped::TooLarge))
            .collect()
    }

    /// Notes that an element was left out.
    pub(super) fn drop_element(&mut self, tag: &'static str) {
        count(&mut self.dropped, tag);
    }

    /// Notes that an address was left out: its beginning, which is enough to find it.
    pub(super) fn drop_address(&mut self, address: &str) {
        let address: String = address
            .trim()
            .chars()
            .filter(|c| !c.is_control())
            .take(80)
            .collect();
        if !address.is_empty()
            && self.addresses.len() < 1000
            && let Err(at) = self.addresses.binary_search(&address)
        {
            self.addresses.insert(at, address);
        }
    }

    fn node(&mut self, at: usize, flow: &mut Flow<'n>) {
        let nodes = self.nodes;
        let Some(node) = nodes.get(at) else { return };
        match node.kind {
            Kind::Text => return flow.text(&node.text),
            Kind::End => return flow.close(node.until),
            _ => {}
        }
        if self.survey.holders.binary_search(&at).is_ok() {
            return;
        }
        // Where the content goes elsewhere, so does its language.
        let elsewhere = match node.kind {
            Kind::FigureCaption => true,
            Kind::Footer => self.slots.last().is_some_and(|slot| slot.quote),
            _ => false,
        };
        let around = self.around.clone();
        match self.enter(node) {
            Some(_) if elsewhere => {
                self.around = around;
                self.element(at, node, flow);
            }
            Some(span) if node.kind.is_block() => {
                flow.flush();
                let mut inner = flow.inner(false);
                self.element(at, node, &mut inner);
                self.around = around;
                part(Some(span), inner.finish(), |block| flow.push(block));
                self.leave(at, flow);
            }
            Some(span) => {
                flow.open(at, Wrap::Span(span));
                self.element(at, node, flow);
                flow.close(at);
                self.around = around;
            }
            None => self.element(at, node, flow),
        }
    }

    /// Goes into an element; tells its language and direction as far as they are others than around it.
    fn enter(&mut self, node: &Node<'_>) -> Option<Span> {
        let found = lang::of(node, &self.around)?;
        if found.lang.is_some() {
            self.around.lang.clone_from(&found.lang);
        }
        self.around.dir = found.dir.or(self.around.dir);
        Some(found)
    }

    /// Closes the formatting around the node at `at` whose end lies within it.
    fn leave(&self, at: usize, flow: &mut Flow<'_>) {
        let end = self.nodes.after(at);
        flow.close_those(|owner| self.nodes.get(owner).is_some_and(|node| node.until < end));
    }

    fn children(&mut self, at: usize, flow: &mut Flow<'n>) {
        let nodes = self.nodes;
        for child in nodes.within(at) {
            self.node(child, flow);
        }
    }

    /// The blocks of an element by themselves.
    fn blocks(&mut self, at: usize, flow: &mut Flow<'n>) -> Vec<Block> {
        let around = self.around.clone();
        let span = self.nodes.get(at).and_then(|node| self.enter(node));
        let mut inner = flow.inner(false);
        self.children(at, &mut inner);
        self.around = around;
        self.leave(at, flow);
        let mut blocks = Vec::new();
        part(span, inner.finish(), |block| blocks.push(block));
        blocks
    }

    /// The words of an element by themselves; what is not made of words goes to `rest`.
    fn lines(&mut self, at: usize, flow: &Flow<'n>, rest: &mut Vec<Block>) -> Vec<Inline> {
        let around = self.around.clone();
        let span = self.nodes.get(at).and_then(|node| self.enter(node));
        let mut inner = flow.inner(true);
        self.children(at, &mut inner);
        self.around = around;
        let mut lines = Vec::new();
        flatten(inner.finish(), &mut lines, rest);
        match span {
            Some(span) if !lines.is_empty() => vec![Inline::Span {
                span,
                content: lines,
            }],
            _ => lines,
        }
    }

    fn element(&mut self, at: usize, node: &'n Node<'_>, flow: &mut Flow<'n>) {
        match node.kind {
            Kind::Heading => self.heading(at, node, flow),
            Kind::List => self.list(at, node, flow),
            Kind::Quote | Kind::PullQuote => self.quote(at, node, flow),
            Kind::Table => self.table(at, flow),
            Kind::Figure | Kind::Gallery => self.figure(at, node, flow),
            Kind::FigureCaption => self.caption(at, flow),
            Kind::Footer if self.slots.last().is_some_and(|slot| slot.quote) => {
                self.caption(at, flow)
            }
            Kind::Code => self.code(at, flow),
            Kind::Rule => flow.push(Block::Rule),
            Kind::Term => self.wrapped_line(at, Kind::Strong, flow),
            Kind::Credit => self.wrapped_line(at, Kind::Small, flow),
            kind if kind.is_block() => {
                flow.flush();
                self.children(at, flow);
                flow.flush();
            }
            Kind::Break => flow.line_break(),
            Kind::Image => self.image(node, flow),
            Kind::Picture => self.picture(at, flow),
            Kind::Frame => self.frame(node, flow),
            Kind::Media => self.media(at, node, flow),
            Kind::Span => self.children(at, flow),
            Kind::Link => self.link(at, node, flow),
            Kind::Cite if self.is_source(at, flow) => self.caption(at, flow),
            Kind::Source | Kind::Gone => {}
            kind => {
                flow.open(at, Wrap::Plain(kind));
                self.children(at, flow);
                flow.close(at);
            }
        }
    }

    #[inline(never)] // Seldom run: decision 17.
    fn wrapped_line(&mut self, at: usize, kind: Kind, flow: &mut Flow<'n>) {
        flow.flush();
        flow.open(at, Wrap::Plain(kind));
        self.children(at, flow);
        flow.flush();
        flow.close(at);
    }

    fn heading(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'n>) {
        flow.flush();
        let mut rest = Vec::new();
        let content = self.lines(at, flow, &mut rest);
        self.leave(at, flow);
        if !content.is_empty() {
            let level = match node.tag {
                "h1" | "h2" => 2,
                "h3" => 3,
                _ => 4,
            };
            flow.push(match self.survey.anchor(at) {
                Some(anchor) => Block::Heading {
                    level,
                    anchor: anchor.to_owned(),
                    content,
                },
                // In a place that holds no headings it still stands out.
                None => Block::Paragraph(vec![Inline::Strong(content)]),
            });
        }
        for block in rest {
            flow.push(block);
        }
    }

    fn list(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'n>) {
        flow.flush();
        let nodes = self.nodes;
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut stray = flow.inner(false);
        for child in nodes.within(at) {
            let Some(node) = nodes.get(child) else {
                continue;
            };
            match node.kind {
                Kind::Item => {
                    let room = self.room;
                    let between = std::mem::replace(&mut stray, flow.inner(false)).finish();
                    add_item(&mut items, between, room);
                    let blocks = self.blocks(child, flow);
                    if !blocks.is_empty() && room.take() {
                        items.push(blocks);
                    }
                }
                Kind::End => {
                    flow.close(node.until);
                    stray.close(node.until);
                }
                _ => self.node(child, &mut stray),
            }
        }
        add_item(&mut items, stray.finish(), self.room);
        if !items.is_empty() {
            let start =
                (node.tag == "ol").then(|| node.attribute("start").trim().parse().unwrap_or(1));
            flow.push(Block::List { start, items });
        }
        self.leave(at, flow);
    }

    fn quote(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'n>) {
        flow.flush();
        self.slots.push(Slot {
            quote: true,
            caption: Vec::new(),
        });
        let mut blocks = self.blocks(at, flow);
        let mut cite = self
            .slots
            .pop()
            .map(|slot| slot.caption)
            .unwrap_or_default();
        if blocks.is_empty() && !cite.is_empty() {
            blocks.push(Block::Paragraph(std::mem::take(&mut cite)));
        }
        if blocks.is_empty() {
            return;
        }
        if node.kind == Kind::Quote {
            return flow.push(Block::Quote { blocks, cite });
        }
        // The quotation within the figure or the box is the same one.
        if let [
            Block::Quote {
                blocks: within,
                cite: inner,
            }
            | Block::PullQuote {
                blocks: within,
                cite: inner,
            },
        ] = &mut *blocks
        {
            join(&mut cite, std::mem::take(inner));
            blocks = std::mem::take(within);
        }
        flow.push(Block::PullQuote { blocks, cite });
    }

    /// Whether a `cite` names the source of the quotation it stands in, and not a work within a sentence.
    fn is_source(&self, at: usize, flow: &Flow<'_>) -> bool {
        let Some((parent, end)) = self.parent_block(at) else {
            return false;
        };
        self.slots.last().is_some_and(|slot| slot.quote)
            && flow.is_fresh()
            && self.nodes.is_blank(self.nodes.after(at), end)
            && matches!(
                parent,
                Kind::Quote | Kind::PullQuote | Kind::Paragraph | Kind::Box
            )
    }

    /// What directly holds the node at `at`, and where that ends.
    fn parent_block(&self, at: usize) -> Option<(Kind, usize)> {
        // The holder begins before the node and ends behind it: the nearest such one.
        let from = at.saturating_sub(50);
        let holder = (from..at)
            .rev()
            .filter_map(|at| self.nodes.get(at))
            .find(|node| node.end > at)?;
        Some((holder.kind, holder.end))
    }

    fn caption(&mut self, at: usize, flow: &mut Flow<'n>) {
        let mut rest = Vec::new();
        let lines = self.lines(at, flow, &mut rest);
        self.leave(at, flow);
        match self.slots.last_mut() {
            Some(slot) => join(&mut slot.caption, lines),
            None if lines.is_empty() => {}
            None => flow.push(Block::Paragraph(lines)),
        }
        for block in rest {
            flow.push(block);
        }
    }

    fn figure(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'n>) {
        flow.flush();
        self.slots.push(Slot {
            quote: false,
            caption: Vec::new(),
        });
        let mut blocks = self.blocks(at, flow);
        let caption = self
            .slots
            .pop()
            .map(|slot| slot.caption)
            .unwrap_or_default();
        if let [Block::Embed(_), Block::Figure(_)] | [Block::Figure(_), Block::Embed(_)] =
            blocks.as_slice()
        {
            with_still(&mut blocks);
        }
        let gallery = node.kind == Kind::Gallery;
        // Several pictures in one figure belong together as those of a gallery do.
        if gallery
            || (blocks.len() > 1 && blocks.iter().all(|block| matches!(block, Block::Figure(_))))
        {
            blocks = gathered(blocks);
        }
        let mut caption = Some(caption).filter(|caption| !caption.is_empty());
        for block in &mut blocks {
            let slot = match block {
                Block::Figure(figure) => &mut figure.caption,
                Block::Embed(embed) => &mut embed.caption,
                Block::Table { caption, .. } => caption,
                Block::Quote { cite, .. } | Block::PullQuote { cite, .. } => cite,
                _ => continue,
            };
            if slot.is_empty()
                && let Some(caption) = caption.take()
            {
                *slot = caption;
            }
        }
        blocks.extend(caption.map(Block::Paragraph));
        for block in blocks {
            flow.push(block);
        }
    }

    #[inline(never)] // Seldom run: decision 17.
    fn picture(&mut self, at: usize, flow: &mut Flow<'n>) {
        let nodes = self.nodes;
        let within = || (at + 1..nodes.after(at)).filter_map(|at| nodes.get(at));
        let size = within()
            .find(|node| node.kind == Kind::Image)
            .and_then(super::image::size);
        let mut sources = Vec::new();
        for node in within().filter(|node| node.kind == Kind::Source) {
            self.add_sources(node, size, &mut sources);
        }
        self.sources = sources;
        self.children(at, flow);
        self.sources.clear();
    }

    fn table(&mut self, at: usize, flow: &mut Flow<'n>) {
        flow.flush();
        let mut table = Table::default();
        self.rows(at, false, &mut table, flow);
        self.leave(at, flow);
        let Table {
            caption,
            mut head,
            mut rows,
            rest,
        } = table;
        // Many tables have headings without saying that they are the head.
        let first = rows
            .first()
            .is_some_and(|row| row.cells.iter().all(|cell| cell.heading));
        if head.is_empty() && first && rows.len() > 1 {
            head.push(rows.remove(0));
        }
        if !head.is_empty() || !rows.is_empty() {
            flow.push(Block::Table {
                caption,
                head,
                rows,
            });
        } else if !caption.is_empty() {
            flow.push(Block::Paragraph(caption));
        }
        for block in rest {
            flow.push(block);
        }
    }

    /// Adds the rows of a table or of a part of it. What stands between them comes before the table, as in browsers.
    fn rows(&mut self, at: usize, in_head: bool, table: &mut Table, flow: &mut Flow<'n>) {
        let nodes = self.nodes;
        let mut loose = Vec::new();
        for child in nodes.within(at) {
            let Some(node) = nodes.get(child) else {
                continue;
            };
            if node.kind == Kind::Cell {
                self.cell(child, node, &mut loose, table, flow);
                continue;
            }
            if node.kind == Kind::Text && node.is_blank() {
                continue;
            }
            table.add(in_head, &mut loose);
            match node.kind {
                Kind::RowGroup => self.rows(child, node.tag == "thead", table, flow),
                Kind::Row => {
                    for cell in nodes.within(child) {
                        let Some(node) = nodes.get(cell) else {
                            continue;
                        };
                        match node.kind {
                            Kind::Cell => self.cell(cell, node, &mut loose, table, flow),
                            Kind::Text if node.is_blank() => {}
                            _ => self.node(cell, flow),
                        }
                    }
                    if self.room.take() {
                        table.add(in_head, &mut loose);
                    }
                }
                Kind::Caption => {
                    let lines = self.lines(child, flow, &mut table.rest);
                    join(&mut table.caption, lines);
                }
                _ => self.node(child, flow),
            }
        }
        table.add(in_head, &mut loose);
    }

    fn cell(
        &mut self,
        at: usize,
        node: &Node<'_>,
        cells: &mut Vec<Cell>,
        table: &mut Table,
        flow: &mut Flow<'n>,
    ) {
        let span = |name| {
            node.attribute(name)
                .trim()
                .parse()
                .unwrap_or(1)
                .clamp(1, 100)
        };
        // A caption within a cell is not the caption of the figure around the table.
        let slots = std::mem::take(&mut self.slots);
        let content = self.lines(at, flow, &mut table.rest);
        self.slots = slots;
        self.leave(at, flow);
        if self.room.take() {
            cells.push(Cell {
                heading: node.tag == "th",
                columns: span("colspan"),
                rows: span("rowspan"),
                content,
            });
        }
    }

    #[inline(never)] // Seldom run: decision 17.
    fn code(&mut self, at: usize, flow: &mut Flow<'_>) {
        let text = find::replaced(&self.nodes.text(at), "\r\n", "\n");
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        if !is_blank(text) {
            let text = text
                .chars()
                .filter(|c| *c >= ' ' || matches!(c, '\n' | '\t'))
                .collect();
            flow.push(Block::Code(text));
        }
    }

    fn link(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'n>) {
        let href = node.attribute("href").trim();
        let mut to = None;
        if let Some(fragment) = self.fragment(href) {
            match self.survey.place(&percent_decode(fragment)) {
                Some(Place::Note(number)) => {
                    if flow.is_raised() || is_label(&self.nodes.text(at)) {
                        return flow.inline(Inline::NoteRef(number));
                    }
                    to = Some(Target::Note(number));
                }
                Some(Place::Heading(index)) => {
                    to = self
                        .survey
                        .headings
                        .get(index)
                        .map(|(_, anchor)| Target::Heading(anchor.clone()));
                }
                // In a footnote it leads back to where the reader came from, which the page does by itself.
                None if self.in_note => return,
                None => {}
            }
        } else if !href.is_empty() {
            to = call(href).or_else(|| self.markup.base.link(href).map(Target::Page));
            if to.is_none() {
                self.drop_address(href);
            }
        }
        match to {
            Some(to) if flow.link().is_none() => {
                flow.open(at, Wrap::Link(to));
                self.children(at, flow);
                flow.close(at);
            }
            _ => self.children(at, flow),
        }
    }

    /// The fragment of a link that leads to a place in the story itself, however complete its address is.
    fn fragment<'h>(&self, href: &'h str) -> Option<&'h str> {
        let (front, fragment) = href.split_once('#')?;
        let page = self.markup.base.page.as_deref().unwrap_or_default();
        (front.is_empty() || front == page).then_some(fragment)
    }

    fn frame(&mut self, node: &Node<'_>, flow: &mut Flow<'_>) {
        let source = node.any(&["data-src", "data-lazy-src", "src"]);
        let Some(address) = self
            .markup
            .base
            .link(source)
            .filter(|_| !source.trim().is_empty())
        else {
            self.drop_element(node.tag);
            return self.drop_address(source);
        };
        let title = title(node);
        let piece = match &address {
            Address::Web(address) => embed::recognise(address),
            Address::Site(_) => None,
        };
        if let Some(piece) = piece {
            return flow.push(Block::Embed(Embed { title, ..piece }));
        }
        let (Address::Web(text) | Address::Site(text)) = &address;
        let words = if title.is_empty() {
            host(text).unwrap_or(text).to_owned()
        } else {
            title
        };
        link_line(address, words, flow);
    }

    #[inline(never)] // Seldom run: decision 17.
    fn media(&mut self, at: usize, node: &Node<'_>, flow: &mut Flow<'_>) {
        let nodes = self.nodes;
        let found = (at..nodes.after(at))
            .filter_map(|at| nodes.get(at))
            .filter(|node| matches!(node.kind, Kind::Media | Kind::Source))
            .find_map(|node| self.markup.base.asset(node.any(&["src", "data-src"])));
        let Some(address) = found else {
            self.drop_element(node.tag);
            return self.drop_address(node.attribute("src"));
        };
        let (Address::Web(text) | Address::Site(text)) = &address;
        let title = title(node);
        let words = if title.is_empty() {
            text.clone()
        } else {
            title
        };
        link_line(address, words, flow);
    }
}

/// A table in the making.
#[derive(Default)]
struct Table {
    caption: Vec<Inline>,
    head: Vec<Row>,
    rows: Vec<Row>,
    /// What stood in its cells and is not made of words.
    rest: Vec<Block>,
}

impl Table {
    /// Adds a row, unless there is nothing in it.
    fn add(&mut self, in_head: bool, cells: &mut Vec<Cell>) {
        if !cells.is_empty() {
            let row = Row {
                cells: std::mem::take(cells),
            };
            if in_head {
                &mut self.head
            } else {
                &mut self.rows
            }
            .push(row);
        }
    }
}

/// Hands on blocks, as one part if they are in a language of their own.
fn part(span: Option<Span>, blocks: Vec<Block>, mut add: impl FnMut(Block)) {
    match span {
        Some(span) if !blocks.is_empty() => add(Block::Part { span, blocks }),
        _ => blocks.into_iter().for_each(add),
    }
}

/// Adds what stood between the items of a list. A list there was meant to belong to the item before.
fn add_item(items: &mut Vec<Vec<Block>>, blocks: Vec<Block>, room: &Room<'_>) {
    match (items.last_mut(), blocks.first()) {
        (_, None) => {}
        (Some(last), Some(Block::List { .. })) => last.extend(blocks),
        _ if room.take() => items.push(blocks),
        _ => {}
    }
}

/// A picture and something to be played, in one figure: the picture shows what is played.
fn with_still(blocks: &mut Vec<Block>) {
    let mut still = None;
    blocks.retain(|block| match block {
        Block::Figure(figure) => {
            still = Some(figure.picture.clone());
            false
        }
        _ => true,
    });
    if let Some(Block::Embed(embed)) = blocks.first_mut() {
        embed.still = still;
    }
}

/// Makes one gallery of pictures that follow each other.
fn gathered(blocks: Vec<Block>) -> Vec<Block> {
    let mut all = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Gallery(figures)), Block::Figure(figure)) => figures.push(figure),
            (Some(Block::Gallery(figures)), Block::Gallery(more)) => figures.extend(more),
            (_, Block::Figure(figure)) => all.push(Block::Gallery(vec![figure])),
            (_, block) => all.push(block),
        }
    }
    for block in &mut all {
        if let Block::Gallery(figures) = block
            && figures.len() == 1
            && let Some(figure) = figures.pop()
        {
            *block = Block::Figure(figure);
        }
    }
    all
}

/// Adds a paragraph that is a link and nothing else.
fn link_line(address: Address, words: String, flow: &mut Flow<'_>) {
    let content = vec![Inline::Text(words)];
    // Pushed as a block, so that it is not taken for an address alone on its line.
    flow.push(Block::Paragraph(vec![Inline::Link {
        to: Target::Page(address),
        content,
    }]));
}

/// The title of an element, on one line.
fn title(node: &Node<'_>) -> String {
    fold(node.attribute("title"), &mut true)
        .trim_end()
        .chars()
        .take(300)
        .collect()
}

/// Whether the words of a link to a footnote are no more than its number or sign.
fn is_label(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c <= ' ' || find::has("[]()^", c));
    text.chars().count() <= 3 && !find::has(text, ' ')
}

/// The address for a mail or phone program, if this is one.
fn call(href: &str) -> Option<Target> {
    let (scheme, rest) = href.split_once(':')?;
    let mut address = String::new();
    if scheme.eq_ignore_ascii_case("mailto") {
        address.push_str("mailto:");
        let rest: String = rest
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_TEXT / 100)
            .collect();
        crate::url::encode(&mut address, rest.trim(), "\"<>\\^`{|}");
        rest.contains(['@', '?']).then_some(())?;
    } else if scheme.eq_ignore_ascii_case("tel") {
        address.push_str("tel:");
        address.extend(
            percent_decode(rest)
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || find::has("+-.*#;=()", *c))
                .take(60),
        );
        address
            .contains(|c: char| c.is_ascii_digit())
            .then_some(())?;
    } else {
        return None;
    }
    Some(Target::Call(address))
}
