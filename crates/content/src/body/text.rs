//! The words of a body, for search, summaries and the time it takes to read.

use super::{Block, Body, Inline};

impl Body {
    /// All words as plain text: blocks parted by blank lines, list items marked, the notes at the end.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.write(true)
    }

    /// How many words there are. Scripts without spaces between words are counted by letters: two to a word.
    #[must_use]
    pub fn words(&self) -> usize {
        let text = self.write(false);
        let mut words = 0;
        let mut letters = 0;
        let mut within = false;
        for c in text.chars() {
            if is_unspaced(c) {
                letters += 1;
                within = false;
            } else if c.is_alphanumeric() {
                words += usize::from(!within);
                within = true;
            } else if c.is_whitespace() {
                within = false;
            }
        }
        words + usize::div_ceil(letters, 2)
    }

    fn write(&self, marked: bool) -> String {
        let mut writer = Writer {
            out: String::new(),
            marked,
        };
        writer.blocks(&self.blocks, "\n\n");
        for (index, note) in self.notes.iter().enumerate() {
            writer.begin("\n\n");
            if marked {
                writer.reference(index + 1);
                writer.out.push(' ');
            }
            writer.inlines(&note.content);
        }
        writer.out
    }
}

/// The words of a run of inlines, line breaks as newlines, without the numbers of footnotes.
#[must_use]
pub fn text_of(inlines: &[Inline]) -> String {
    let mut writer = Writer {
        out: String::new(),
        marked: false,
    };
    writer.inlines(inlines);
    writer.out
}

/// The words of a run of blocks, in the same way.
#[must_use]
pub fn text_of_blocks(blocks: &[Block]) -> String {
    let mut writer = Writer {
        out: String::new(),
        marked: false,
    };
    writer.blocks(blocks, "\n\n");
    writer.out
}

/// Han, kana and the like, which are written without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

struct Writer {
    out: String,
    /// Whether to write what is no word of the story: marks of list items, numbers of notes.
    marked: bool,
}

impl Writer {
    /// Begins something that stands apart from what is there already.
    fn begin(&mut self, apart: &str) {
        // A list item's mark ends with a space: what follows it stays on its line.
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
            self.out.push_str(apart);
        }
    }

    fn reference(&mut self, number: usize) {
        self.out.push('[');
        self.out.push_str(&number.to_string());
        self.out.push(']');
    }

    fn line(&mut self, inlines: &[Inline], apart: &str) {
        if !inlines.is_empty() {
            self.begin(apart);
            self.inlines(inlines);
        }
    }

    fn blocks(&mut self, blocks: &[Block], apart: &str) {
        for block in blocks {
            self.block(block, apart);
        }
    }

    fn block(&mut self, block: &Block, apart: &str) {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => self.line(content, apart),
            Block::List { start, items } => {
                self.begin(apart);
                let mut number = *start;
                for item in items {
                    self.begin("\n");
                    if self.marked {
                        match number {
                            Some(number) => {
                                self.out.push_str(&number.to_string());
                                self.out.push_str(". ");
                            }
                            None => self.out.push_str("• "),
                        }
                    }
                    number = number.map(|number| number.saturating_add(1));
                    self.blocks(item, "\n");
                }
            }
            Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
                self.blocks(blocks, apart);
                if !cite.is_empty() {
                    self.begin("\n");
                    if self.marked {
                        self.out.push_str("— ");
                    }
                    self.inlines(cite);
                }
            }
            Block::Table {
                caption,
                head,
                rows,
            } => {
                self.line(caption, apart);
                self.begin(apart);
                for row in head.iter().chain(rows) {
                    self.begin("\n");
                    for (index, cell) in row.cells.iter().enumerate() {
                        if index > 0 {
                            self.out.push_str(" | ");
                        }
                        self.inlines(&cell.content);
                    }
                }
            }
            Block::Figure(figure) => self.line(&figure.caption, apart),
            Block::Gallery(figures) => {
                for figure in figures {
                    self.line(&figure.caption, apart);
                }
            }
            Block::Code(code) => {
                self.begin(apart);
                self.out.push_str(code);
            }
            Block::Rule => {}
            Block::Embed(embed) => {
                if !embed.title.is_empty() {
                    self.begin(apart);
                    self.out.push_str(&embed.title);
                }
                self.line(&embed.caption, apart);
            }
            Block::Part { blocks, .. } => self.blocks(blocks, apart),
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.out.push_str(text),
                Inline::Break => self.out.push('\n'),
                Inline::NoteRef(number) => {
                    if self.marked {
                        self.reference(*number);
                    }
                }
                other => self.inlines(other.content()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text_of;
    use crate::{
        body::{Body, Inline, Markup, parse, parse_text},
        url::{Address, Base},
    };

    fn body(html: &str) -> Body {
        let base = Base {
            site: None,
            page: None,
            feed: Address::Site(String::new()),
        };
        parse(&Markup {
            html,
            base: &base,
            pictures: &[],
        })
    }

    #[test]
    fn plain_text_keeps_the_order_and_the_shape_of_the_blocks() {
        let html = "<h2>Title</h2><p>A <b>b</b><br>c<sup><a href=#n>1</a></sup></p><ul><li>x<li><p>y</p><ol start=3><li>z</ol></ul>\
                    <blockquote><p>q</p><cite>Ann</cite></blockquote><table><caption>T</caption><th>1<th>2<tr><td>3<td>4</table><hr>\
                    <figure><img src=a.jpg alt=no><figcaption>Cap</figcaption></figure><pre>l 1\n  l 2</pre><p lang=fr>fin</p>\
                    <iframe src=https://youtu.be/dQw4w9WgXcQ title=Film></iframe><ol class=footnotes><li id=n>Note</ol>";
        assert_eq!(
            body(html).plain_text(),
            "Title\n\nA b\nc[1]\n\n• x\n• y\n3. z\n\nq\n— Ann\n\nT\n\n1 | 2\n3 | 4\n\nCap\n\nl 1\n  l 2\n\nfin\n\nFilm\n\n[1] Note"
        );
    }

    #[test]
    fn words_are_counted_in_every_script() {
        for (text, words) in [
            ("", 0),
            ("One two, three – four!", 4),
            ("don't re-do 3.5", 3),
            ("Што правиш денес?", 3),
            ("日本語の新聞", 3),
            ("東京 is 大", 3),
            ("• — …", 0),
        ] {
            assert_eq!(parse_text(text).words(), words, "{text}");
        }
        assert_eq!(body("<ul><li>a<li>b</ul><p>c<sup><a href=#n>1</a></sup><ol class=footnotes><li id=n>d</ol>").words(), 4);
    }

    #[test]
    fn the_text_of_inlines_leaves_out_numbers_of_notes() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let inlines = [
            text("a "),
            Inline::Strong(vec![text("b")]),
            Inline::NoteRef(1),
            Inline::Break,
            Inline::Code("c".to_owned()),
        ];
        assert_eq!(text_of(&inlines), "a b\nc");
    }
}
