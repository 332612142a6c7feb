//! A story laid out for paper.

use super::{Choice, Key, Layout};
use crate::{
    body::{
        Block, Body, Cell, Embed, Figure, Inline, Note, Row, Span, Target, text_of, text_of_blocks,
    },
    picture::Picture,
    story::Story,
    url::Address,
};

/// What stands on a story's sheet, in its order, besides headline, byline and dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The standfirst.
    pub standfirst: Option<Piece>,
    /// The lead picture.
    pub lead: Option<Piece>,
    /// Corrections, each a paragraph.
    pub corrections: Vec<Piece>,
    /// The text.
    pub groups: Vec<Group>,
    /// The notes, numbered from 1 in the order in which the text refers to them: footnotes, and addresses of links
    /// where [`Choice::Links`] asks for them.
    pub notes: Vec<Footnote>,
}

/// Something that can be taken off the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its name in a [`Layout`].
    pub key: Key,
    /// Its first words, to tell it from others; empty for a picture without any words, and for a rule.
    pub label: String,
    /// The size of a picture, a value of [`Choice::Pictures`]; empty for everything else.
    pub size: &'static str,
    /// Its language and direction, where they are others than the story's.
    pub span: Span,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

/// Pieces that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// A piece on its own.
    One(Piece),
    /// A list whose items are pieces.
    List {
        /// Numbered from this number, or with bullets.
        start: Option<u32>,
        /// Its items.
        items: Vec<Piece>,
    },
}

/// A note at the foot of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its name in a [`Layout`].
    pub key: Key,
    /// What it says.
    pub content: Vec<Inline>,
}

/// How many letters of a piece's text its label has.
const LABEL: usize = 48;

impl Sheet {
    /// Lays a story out. `lead` is the lead picture, unless the text shows it itself; `standfirst` the standfirst,
    /// unless the text begins with it; `full` makes complete addresses.
    #[must_use]
    pub fn of(
        story: &Story,
        body: &Body,
        (standfirst, lead): (Option<&str>, Option<&Picture>),
        layout: &Layout,
        full: &dyn Fn(&Address) -> String,
    ) -> Self {
        let mut builder = Builder {
            layout,
            full,
            footnotes: &body.notes,
            writes_links: layout.choices.get(Choice::Links) == "notes",
            keys: Vec::new(),
            groups: Vec::new(),
            notes: Vec::new(),
        };
        let text = |text: &str| vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])];
        let plain = Span::default();
        let standfirst =
            standfirst.and_then(|words| builder.piece(words, "", &plain, || text(words)));
        let lead = lead.and_then(|picture| {
            builder.figure(
                &Figure {
                    picture: picture.clone(),
                    link: None,
                    caption: vec![Inline::Text(picture.caption.clone())],
                },
                &plain,
            )
        });
        let corrections = story
            .corrections
            .iter()
            .filter_map(|correction| {
                builder.piece(&correction.text, "", &plain, || text(&correction.text))
            })
            .collect();
        builder.blocks(&body.blocks, &plain);
        // Notes may refer to others, which then come behind them.
        let mut place = 0;
        while let Some(note) = builder.notes.get(place).cloned() {
            let content = builder.rewritten(&note.content);
            if let Some(note) = builder.notes.get_mut(place) {
                note.content = content;
            }
            place += 1;
        }
        Self {
            standfirst,
            lead,
            corrections,
            groups: builder.groups,
            notes: builder.notes,
        }
    }

    /// The text as blocks, to be written in another form.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for group in &self.groups {
            match group {
                Group::One(piece) if piece.span == Span::default() => {
                    blocks.extend(piece.blocks.iter().cloned());
                }
                Group::One(piece) => blocks.push(Block::Part {
                    span: piece.span.clone(),
                    blocks: piece.blocks.clone(),
                }),
                Group::List { start, items } => blocks.push(Block::List {
                    start: *start,
                    items: items.iter().map(|item| item.blocks.clone()).collect(),
                }),
            }
        }
        blocks
    }

    /// The notes, as a body has them.
    #[must_use]
    pub fn footnotes(&self) -> Vec<Note> {
        let note = |note: &Footnote| Note {
            content: note.content.clone(),
        };
        self.notes.iter().map(note).collect()
    }
}

struct Builder<'a> {
    layout: &'a Layout,
    full: &'a dyn Fn(&Address) -> String,
    footnotes: &'a [Note],
    writes_links: bool,
    /// The keys given so far, whether their pieces are shown or not: a key does not depend on what was removed.
    keys: Vec<Key>,
    groups: Vec<Group>,
    notes: Vec<Footnote>,
}

impl Builder<'_> {
    /// A piece that says something; `None` where it was taken off.
    fn piece(
        &mut self,
        says: &str,
        label: &str,
        span: &Span,
        blocks: impl FnOnce() -> Vec<Block>,
    ) -> Option<Piece> {
        let mut key = Key::of(says);
        while self.keys.contains(&key) {
            key = key.next();
        }
        self.keys.push(key);
        if self.layout.is_removed(key) {
            return None;
        }
        Some(Piece {
            key,
            label: beginning(if label.is_empty() { says } else { label }),
            size: "",
            span: span.clone(),
            blocks: self.all(&blocks()),
        })
    }

    fn blocks(&mut self, blocks: &[Block], span: &Span) {
        for block in blocks {
            let piece = match block {
                Block::Part {
                    span: inner,
                    blocks,
                } => {
                    let inner = Span {
                        lang: inner.lang.clone().or_else(|| span.lang.clone()),
                        dir: inner.dir.or(span.dir),
                    };
                    self.blocks(blocks, &inner);
                    continue;
                }
                Block::List { start, items } => {
                    let items: Vec<Piece> = items
                        .iter()
                        .filter_map(|item| {
                            self.piece(&text_of_blocks(item), "", span, || item.clone())
                        })
                        .collect();
                    if !items.is_empty() {
                        self.groups.push(Group::List {
                            start: *start,
                            items,
                        });
                    }
                    continue;
                }
                Block::Gallery(figures) => {
                    for figure in figures {
                        let piece = self.figure(figure, span);
                        self.groups.extend(piece.map(Group::One));
                    }
                    continue;
                }
                Block::Figure(figure) => self.figure(figure, span),
                Block::Embed(embed) => {
                    let address = embed.watch_address();
                    let label = if embed.title.is_empty() {
                        &address
                    } else {
                        &embed.title
                    };
                    let mut piece = self.piece(&address, label, span, || on_paper(embed));
                    if let (Some(piece), Some(_)) = (&mut piece, &embed.still) {
                        piece.size = self.layout.picture_size(piece.key);
                        if piece.size == "none" {
                            piece.size = "";
                            piece.blocks = without_picture(&piece.blocks);
                        }
                    }
                    piece
                }
                Block::Rule => self.piece("---", " ", span, || vec![Block::Rule]),
                other => {
                    let block = std::slice::from_ref(other);
                    self.piece(&text_of_blocks(block), "", span, || block.to_vec())
                }
            };
            self.groups.extend(piece.map(Group::One));
        }
    }

    fn figure(&mut self, figure: &Figure, span: &Span) -> Option<Piece> {
        let (Address::Site(address) | Address::Web(address)) = &figure.picture.address;
        let caption = text_of(&figure.caption);
        let label = [caption.as_str(), &figure.picture.alt, " "]
            .into_iter()
            .find(|words| !words.is_empty())
            .unwrap_or_default();
        let mut piece = self.piece(address, label, span, || {
            vec![Block::Figure(Figure {
                link: None,
                ..figure.clone()
            })]
        })?;
        piece.size = self.layout.picture_size(piece.key);
        (piece.size != "none").then_some(piece)
    }

    /// Blocks as they stand on paper.
    fn all(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Block {
        match block {
            Block::Paragraph(content) => Block::Paragraph(self.rewritten(content)),
            Block::Heading {
                level,
                anchor,
                content,
            } => Block::Heading {
                level: *level,
                anchor: anchor.clone(),
                content: self.rewritten(content),
            },
            Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.all(item)).collect(),
            },
            Block::Quote { blocks, cite } => Block::Quote {
                blocks: self.all(blocks),
                cite: self.rewritten(cite),
            },
            Block::PullQuote { blocks, cite } => Block::PullQuote {
                blocks: self.all(blocks),
                cite: self.rewritten(cite),
            },
            Block::Table {
                caption,
                head,
                rows,
            } => Block::Table {
                caption: self.rewritten(caption),
                head: self.rows(head),
                rows: self.rows(rows),
            },
            Block::Figure(figure) => Block::Figure(self.figure_on_paper(figure)),
            Block::Gallery(figures) => Block::Gallery(
                figures
                    .iter()
                    .map(|figure| self.figure_on_paper(figure))
                    .collect(),
            ),
            Block::Embed(embed) => Block::Part {
                span: Span::default(),
                blocks: self.all(&on_paper(embed)),
            },
            Block::Part { span, blocks } => Block::Part {
                span: span.clone(),
                blocks: self.all(blocks),
            },
            Block::Code(_) | Block::Rule => block.clone(),
        }
    }

    fn figure_on_paper(&mut self, figure: &Figure) -> Figure {
        Figure {
            picture: figure.picture.clone(),
            link: None,
            caption: self.rewritten(&figure.caption),
        }
    }

    fn rows(&mut self, rows: &[Row]) -> Vec<Row> {
        let mut cell = |cell: &Cell| Cell {
            content: self.rewritten(&cell.content),
            ..*cell
        };
        rows.iter()
            .map(|row| Row {
                cells: row.cells.iter().map(&mut cell).collect(),
            })
            .collect()
    }

    fn rewritten(&mut self, content: &[Inline]) -> Vec<Inline> {
        let mut out = Vec::new();
        self.rewrite(content, &mut out);
        out
    }

    /// Numbers the notes anew, by what is still referred to, and gives links notes of their own where that was chosen.
    fn rewrite(&mut self, content: &[Inline], out: &mut Vec<Inline>) {
        for part in content {
            let part = match part {
                Inline::Text(_) | Inline::Break | Inline::Code(_) => part.clone(),
                Inline::Emphasis(content) => Inline::Emphasis(self.rewritten(content)),
                Inline::Strong(content) => Inline::Strong(self.rewritten(content)),
                Inline::Subscript(content) => Inline::Subscript(self.rewritten(content)),
                Inline::Superscript(content) => Inline::Superscript(self.rewritten(content)),
                Inline::Deleted(content) => Inline::Deleted(self.rewritten(content)),
                Inline::Marked(content) => Inline::Marked(self.rewritten(content)),
                Inline::Quoted(content) => Inline::Quoted(self.rewritten(content)),
                Inline::Small(content) => Inline::Small(self.rewritten(content)),
                Inline::Span { span, content } => Inline::Span {
                    span: span.clone(),
                    content: self.rewritten(content),
                },
                Inline::NoteRef(number) => {
                    let footnotes = self.footnotes;
                    if let Some(note) = footnotes.get(number.wrapping_sub(1)) {
                        let key = Key::of(&text_of(&note.content));
                        out.extend(self.note(key, || note.content.clone()));
                    }
                    continue;
                }
                Inline::Link { to, content } => {
                    let address = match to {
                        Target::Page(address) => (self.full)(address),
                        Target::Call(address) => address.clone(),
                        // A place within the text has no address on paper.
                        Target::Heading(_) | Target::Note(_) => {
                            self.rewrite(content, out);
                            continue;
                        }
                    };
                    if !self.writes_links {
                        Inline::Link {
                            to: to.clone(),
                            content: self.rewritten(content),
                        }
                    } else {
                        self.rewrite(content, out);
                        let said = text_of(content);
                        let written = written(&address);
                        if said.trim() != address && said.trim() != written {
                            let text = if matches!(to, Target::Call(_)) {
                                written
                            } else {
                                &address
                            };
                            let note = vec![Inline::Text(text.to_owned())];
                            out.extend(self.note(Key::of(&address), || note));
                        }
                        continue;
                    }
                }
            };
            out.push(part);
        }
    }

    /// The reference to a note, which stands at the foot from now on; none where the note was taken off.
    fn note(&mut self, key: Key, content: impl FnOnce() -> Vec<Inline>) -> Option<Inline> {
        if self.layout.is_removed(key) {
            return None;
        }
        let place = match self.notes.iter().position(|note| note.key == key) {
            Some(place) => place,
            None => {
                let content = content();
                self.notes.push(Footnote { key, content });
                self.notes.len() - 1
            }
        };
        Some(Inline::NoteRef(place + 1))
    }
}

/// Something of another site on paper: its still, what it is called, where it is, its caption.
fn on_paper(embed: &Embed) -> Vec<Block> {
    let address = embed.watch_address();
    let mut line = Vec::new();
    if !embed.title.is_empty() {
        line.push(Inline::Text(embed.title.clone() + ": "));
    }
    line.push(Inline::Link {
        content: vec![Inline::Text(address.clone())],
        to: Target::Page(Address::Web(address)),
    });
    if !embed.caption.is_empty() {
        line.push(Inline::Break);
        line.push(Inline::Small(embed.caption.clone()));
    }
    vec![match &embed.still {
        Some(still) => Block::Figure(Figure {
            picture: still.clone(),
            link: None,
            caption: line,
        }),
        None => Block::Paragraph(line),
    }]
}

/// The words of figures alone.
fn without_picture(blocks: &[Block]) -> Vec<Block> {
    let words = |block: &Block| match block {
        Block::Figure(figure) => Block::Paragraph(figure.caption.clone()),
        other => other.clone(),
    };
    blocks.iter().map(words).collect()
}

/// An address as people write it: without its scheme, and without a slash at its end.
fn written(address: &str) -> &str {
    let rest = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
        .unwrap_or(address);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let mut out = String::new();
    let mut room = LABEL;
    for word in text.split_whitespace() {
        let length = word.chars().count() + 1;
        if !out.is_empty() {
            if room < length {
                out.push('…');
                break;
            }
            out.push(' ');
        }
        room = room.saturating_sub(length);
        out.extend(word.chars().take(LABEL));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        print::{Choice, History},
        story::{Content, tests::story},
    };
    use proptest::prelude::*;

    const HTML: &str = "<p>First, with <a href=https://example.org/a>a link</a> and a note<sup><a href=#n1>1</a></sup>.</p>\
        <h2>Part <a href=https://example.org/a>two</a></h2><p>* * *</p><ul><li>one<li>two <a href='mailto:x@y.org'>mail</a><li>three</ul><p>* * *</p>\
        <p>See <a href=https://example.org/b/>example.org/b</a> and<sup><a href=#n2>2</a></sup>.</p>\
        <figure><img src=one.jpg alt=One></figure><div class=gallery><figure><img src=two.jpg alt=Two><figcaption>Second</figcaption></figure>\
        <figure><img src=three.jpg alt=Three></figure></div><hr><table><caption>Cap</caption><tr><th>a<td>b</table>\
        <blockquote><p>Said</p></blockquote><iframe src=https://youtu.be/dQw4w9WgXcQ title=Film></iframe>\
        <div lang=fr><p>Bonjour</p></div><ol class=footnotes><li id=n1>The <a href=https://example.org/c>first</a> note<li id=n2>The second note</ol>";

    fn sheet_of(html: &str, layout: &Layout) -> Sheet {
        let story = story(Content::Html(html.to_owned()));
        let full = |address: &Address| match address {
            Address::Site(path) => "https://bugle.example/".to_owned() + path,
            Address::Web(address) => address.clone(),
        };
        Sheet::of(
            &story,
            &story.body(),
            (Some("The standfirst"), None),
            layout,
            &full,
        )
    }

    fn pieces(sheet: &Sheet) -> Vec<&Piece> {
        let groups = sheet.groups.iter().flat_map(|group| match group {
            Group::One(piece) => vec![piece],
            Group::List { items, .. } => items.iter().collect(),
        });
        sheet
            .standfirst
            .iter()
            .chain(&sheet.lead)
            .chain(&sheet.corrections)
            .chain(groups)
            .collect()
    }

    fn labels(sheet: &Sheet) -> Vec<&str> {
        pieces(sheet)
            .iter()
            .map(|piece| piece.label.as_str())
            .collect()
    }

    fn notes(sheet: &Sheet) -> Vec<String> {
        sheet
            .notes
            .iter()
            .map(|note| text_of(&note.content))
            .collect()
    }

    fn text(sheet: &Sheet) -> String {
        Body {
            blocks: sheet.blocks(),
            notes: sheet.footnotes(),
            ..Body::default()
        }
        .plain_text()
    }

    #[test]
    fn every_block_list_item_and_picture_is_a_piece_in_its_order() {
        assert_eq!(
            labels(&sheet_of(HTML, &Layout::default())),
            [
                "The standfirst",
                "First, with a link and a note.",
                "Part two",
                "* * *",
                "one",
                "two mail",
                "three",
                "* * *",
                "See example.org/b and.",
                "One",
                "Second",
                "Three",
                "",
                "Cap a | b",
                "Said",
                "Film",
                "Bonjour",
            ]
        );
    }

    #[test]
    fn a_piece_is_named_by_its_content_and_survives_edits_of_the_story() {
        let before = sheet_of(HTML, &Layout::default());
        let edited = HTML
            .replace("<p>First", "<p>New at the top.</p><p>Firstly")
            .replace("<li>one", "<li>one more");
        let after = sheet_of(&edited, &Layout::default());
        let key = |sheet: &Sheet, label: &str| {
            pieces(sheet)
                .iter()
                .find(|piece| piece.label == label)
                .map(|piece| piece.key)
        };
        for label in [
            "Part two",
            "two mail",
            "Cap a | b",
            "Second",
            "Film",
            "Bonjour",
        ] {
            assert_eq!(key(&before, label), key(&after, label), "{label}");
        }
        let mut layout = Layout::default();
        layout.remove(key(&before, "Said").unwrap());
        layout.remove(key(&before, "First, with a link and a note.").unwrap());
        let shown = labels(&sheet_of(&edited, &layout)).join("|");
        assert!(
            !shown.contains("Said") && shown.contains("Firstly"),
            "{shown}"
        );
    }

    #[test]
    fn pieces_that_say_the_same_are_told_apart() {
        let whole = sheet_of(HTML, &Layout::default());
        let mut layout = Layout::default();
        let stars: Vec<Key> = pieces(&whole)
            .iter()
            .filter(|piece| piece.label == "* * *")
            .map(|piece| piece.key)
            .collect();
        layout.remove(stars[0]);
        let left = sheet_of(HTML, &layout);
        assert_eq!(
            labels(&left)
                .iter()
                .filter(|label| **label == "* * *")
                .count(),
            1
        );
        assert!(pieces(&left).iter().any(|piece| piece.key == stars[1]));
    }

    #[test]
    fn notes_are_numbered_by_what_is_left_and_links_become_notes_when_asked() {
        let mut layout = Layout::default();
        assert_eq!(
            notes(&sheet_of(HTML, &layout)),
            ["The first note", "The second note"]
        );
        layout.choices.set(Choice::Links, "notes");
        let sheet = sheet_of(HTML, &layout);
        assert_eq!(
            notes(&sheet),
            [
                "https://example.org/a",
                "The first note[4]",
                "x@y.org",
                "The second note",
                "https://example.org/c"
            ]
            .map(|note| note.replace("[4]", ""))
        );
        assert!(
            text(&sheet).starts_with("First, with a link[1] and a note[2].\n\nPart two[1]"),
            "{}",
            text(&sheet)
        );
        assert!(
            text(&sheet).contains("See example.org/b and[4]."),
            "{}",
            text(&sheet)
        );
        assert!(
            text(&sheet).contains("[2] The first[5] note"),
            "{}",
            text(&sheet)
        );
        layout.remove(pieces(&sheet)[1].key);
        assert_eq!(
            notes(&sheet_of(HTML, &layout)),
            ["https://example.org/a", "x@y.org", "The second note"]
        );
        layout.remove(sheet.notes[0].key);
        let left = sheet_of(HTML, &layout);
        assert_eq!(notes(&left), ["x@y.org", "The second note"]);
        assert!(text(&left).starts_with("Part two\n"), "{}", text(&left));
    }

    #[test]
    fn an_embed_is_a_line_with_its_title_and_address() {
        let sheet = sheet_of(HTML, &Layout::default());
        let film = pieces(&sheet)
            .into_iter()
            .find(|piece| piece.label == "Film")
            .unwrap();
        assert_eq!(
            text_of_blocks(&film.blocks),
            "Film: https://www.youtube.com/watch?v=dQw4w9WgXcQ"
        );
    }

    #[test]
    fn a_film_with_a_still_is_a_picture_with_its_address_and_without_pictures_a_line() {
        let html = "<figure><iframe src=https://youtu.be/dQw4w9WgXcQ title=Film></iframe><img src=still.jpg alt=Still></figure>";
        let mut layout = Layout::default();
        let sheet = sheet_of(html, &layout);
        let film = pieces(&sheet)[1];
        assert_eq!((film.label.as_str(), film.size), ("Film", "all"));
        let [Block::Figure(figure)] = film.blocks.as_slice() else {
            panic!("{film:?}");
        };
        assert_eq!(
            text_of(&figure.caption),
            "Film: https://www.youtube.com/watch?v=dQw4w9WgXcQ"
        );
        layout.choices.set(Choice::Pictures, "none");
        let sheet = sheet_of(html, &layout);
        let line = pieces(&sheet)[1];
        assert_eq!((line.key, line.size), (film.key, ""));
        assert!(matches!(line.blocks.as_slice(), [Block::Paragraph(_)]));
    }

    #[test]
    fn pictures_are_left_out_small_or_large_all_at_once_or_one_by_one() {
        let sizes = |layout: &Layout| {
            let sheet = sheet_of(HTML, layout);
            pieces(&sheet)
                .iter()
                .filter(|piece| !piece.size.is_empty())
                .map(|piece| piece.size)
                .collect::<Vec<_>>()
        };
        let mut layout = Layout::default();
        assert_eq!(sizes(&layout), ["all", "all", "all"]);
        let second = pieces(&sheet_of(HTML, &layout))
            .iter()
            .find(|piece| piece.label == "Second")
            .unwrap()
            .key;
        layout.resize(second, "full");
        layout.choices.set(Choice::Pictures, "small");
        assert_eq!(sizes(&layout), ["small", "full", "small"]);
        layout.choices.set(Choice::Pictures, "none");
        assert_eq!(sizes(&layout), ["full"]);
    }

    proptest! {
        #[test]
        fn what_was_removed_and_undone_leaves_the_sheet_as_it_was(steps in prop::collection::vec(0usize..17, 1..30)) {
            let whole = sheet_of(HTML, &Layout::default());
            let mut history = History::new(Layout::default());
            for step in &steps {
                let mut layout = history.now().clone();
                layout.remove(pieces(&whole)[*step].key);
                history.set(layout);
                let sheet = sheet_of(HTML, history.now());
                // The pieces that are left are the same ones, in the same order.
                let keys: Vec<Key> = pieces(&sheet).iter().map(|piece| piece.key).collect();
                let expected: Vec<Key> = pieces(&whole).iter().map(|piece| piece.key).filter(|key| !history.now().is_removed(*key)).collect();
                prop_assert_eq!(keys, expected);
                // What another reader sees who gets the address.
                prop_assert_eq!(sheet_of(HTML, &Layout::read(&history.now().write()).unwrap()), sheet);
            }
            while history.can_undo() {
                history.undo();
            }
            prop_assert_eq!(sheet_of(HTML, history.now()), whole);
        }
    }

    #[test]
    fn a_label_is_cut_between_words() {
        assert_eq!(beginning("  a\n b "), "a b");
        assert_eq!(
            beginning(&"слово ".repeat(20)),
            "слово слово слово слово слово слово слово слово…"
        );
        assert_eq!(beginning(&"ж".repeat(200)).chars().count(), LABEL);
    }
}
