//! A story cut out, to be pasted elsewhere: as Markdown or as plain text.
//!
//! One walk over the tree writes both, because both are lines with something in front of them. In Markdown no text of a
//! story is read as markup again: what could be is escaped, and emphasis that its neighbours would break is left out.

use super::{Block, Body, Cell, Figure, Inline, Note, Row, Target};
use crate::{
    find,
    picture::Picture,
    url::{Address, encode, percent_decode},
};

#[cfg(test)]
mod tests;

/// What is copied: a story, or what a reader has left of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clipping<'a> {
    /// What stands above the text.
    pub front: Front<'a>,
    /// The blocks, perhaps fewer than the story's.
    pub blocks: &'a [Block],
    /// The footnotes that go with them, each with its number: see [`Body::notes_of`].
    pub notes: &'a [(usize, &'a Note)],
    /// The complete address of the site's root, with a slash at its end: addresses within the site are put behind it.
    pub home: &'a str,
}

/// What stands above a text. What is empty is left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Front<'a> {
    /// The headline.
    pub headline: &'a str,
    /// The standfirst.
    pub standfirst: &'a str,
    /// Who wrote it, in the words of the interface.
    pub byline: &'a str,
    /// The date, in the words of the interface.
    pub date: &'a str,
    /// The story's complete address.
    pub address: &'a str,
    /// The lead picture.
    pub lead: Option<&'a Picture>,
}

impl Body {
    /// The footnotes that go with blocks of this body, each with its number: all but those that only what is missing
    /// refers to.
    #[must_use]
    pub fn notes_of(&self, blocks: &[Block]) -> Vec<(usize, &Note)> {
        let all = self.referred(&self.blocks);
        let kept = self.referred(blocks);
        (1..)
            .zip(&self.notes)
            .zip(all.into_iter().zip(kept))
            .filter(|(_, (all, kept))| *kept || !all)
            .map(|(note, _)| note)
            .collect()
    }

    /// For each note, whether these blocks refer to it, or a note does to which they refer.
    fn referred(&self, blocks: &[Block]) -> Vec<bool> {
        let mut found = vec![false; self.notes.len()];
        let mut numbers = Vec::new();
        for block in blocks {
            in_block(block, &mut numbers);
        }
        while let Some(number) = numbers.pop() {
            let at = number.wrapping_sub(1);
            if let (Some(found), Some(note)) = (found.get_mut(at), self.notes.get(at))
                && !*found
            {
                *found = true;
                in_line(&note.content, &mut numbers);
            }
        }
        found
    }
}

/// Adds the numbers of the notes that a block refers to.
fn in_block(block: &Block, numbers: &mut Vec<usize>) {
    let lines: &[Inline] = match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => content,
        Block::List { items, .. } => {
            for block in items.iter().flatten() {
                in_block(block, numbers);
            }
            &[]
        }
        Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
            for block in blocks {
                in_block(block, numbers);
            }
            cite
        }
        Block::Table {
            caption,
            head,
            rows,
        } => {
            for cell in head.iter().chain(rows).flat_map(|row| &row.cells) {
                in_line(&cell.content, numbers);
            }
            caption
        }
        Block::Figure(figure) => &figure.caption,
        Block::Gallery(figures) => {
            for figure in figures {
                in_line(&figure.caption, numbers);
            }
            &[]
        }
        Block::Embed(embed) => &embed.caption,
        Block::Part { blocks, .. } => {
            for block in blocks {
                in_block(block, numbers);
            }
            &[]
        }
        Block::Code(_) | Block::Rule => &[],
    };
    in_line(lines, numbers);
}

fn in_line(content: &[Inline], numbers: &mut Vec<usize>) {
    for inline in content {
        match inline {
            Inline::NoteRef(number) => numbers.push(*number),
            inline => {
                if let Inline::Link {
                    to: Target::Note(number),
                    ..
                } = inline
                {
                    numbers.push(*number);
                }
                in_line(inline.content(), numbers);
            }
        }
    }
}

impl Clipping<'_> {
    /// As Markdown: CommonMark, with the tables, footnotes and struck words of GitHub's.
    ///
    /// It has no way to say everything: marked and small words, and words in another language, are just words; a cell
    /// over several columns is followed by empty ones; a line break in a cell or heading is a space. Raised and lowered
    /// digits are those of Unicode.
    #[must_use]
    pub fn markdown(&self) -> String {
        self.write(false)
    }

    /// As plain text, for an e-mail.
    ///
    /// Blank lines part the blocks; quotations have `> ` before each line, as in mail; the cells of a table are parted
    /// by tabulators, so that a spreadsheet takes them; a link is followed by its address unless its words say it
    /// already; a picture is its caption, or what it shows. Struck words are gone: without their stroke they would say
    /// the opposite.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.write(true)
    }

    fn write(&self, plain: bool) -> String {
        let mut writer = Writer {
            clipping: self,
            plain,
            out: String::new(),
            prefix: String::new(),
            apart: 0,
            list: None,
            last: '\n',
            digits: None,
            gap: String::new(),
            opened: Vec::new(),
            closed: Vec::new(),
            within: Vec::new(),
            code_end: usize::MAX,
            note_end: usize::MAX,
            waiting: Vec::new(),
            is_line: false,
            is_cell: false,
        };
        writer.front(&self.front);
        writer.blocks(self.blocks, false);
        for (number, note) in self.notes {
            writer.note(*number, note);
        }
        writer.out
    }
}

/// Digits and signs that can be raised, or lowered, with what they are then.
const RAISED: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ";
const LOWERED: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎";

struct Writer<'a> {
    clipping: &'a Clipping<'a>,
    /// Whether to write plain text.
    plain: bool,
    out: String,
    /// What each line begins with.
    prefix: String,
    /// How many lines end before the next thing is written.
    apart: u8,
    /// The list that was written last: whether it is numbered, and whether its marks are the second kind.
    list: Option<(bool, bool)>,
    /// The last character that is no asterisk of emphasis. A line break at the beginning of a line.
    last: char,
    /// How many digits there are since the beginning of the line, while there is nothing else.
    digits: Option<u8>,
    /// White space that is written when something follows it, so that marks never stand inside of it.
    gap: String,
    /// Marks that are written as soon as something follows.
    opened: Vec<&'static str>,
    /// Marks that closed since the last character, and what [`Self::last`] was before.
    closed: Vec<(&'static str, char)>,
    /// Marks around what is being written.
    within: Vec<&'static str>,
    /// How much was written when code ended.
    code_end: usize,
    /// How much was written when the number of a note ended.
    note_end: usize,
    /// Numbers of notes that follow the link that is being written.
    waiting: Vec<usize>,
    /// Whether there can be no line break here.
    is_line: bool,
    /// Whether this is a cell of a table.
    is_cell: bool,
}

impl Writer<'_> {
    fn front(&mut self, front: &Front<'_>) {
        self.heading("# ", &[Inline::Text(front.headline.to_owned())]);
        self.words(front.standfirst);
        let between = if front.byline.is_empty() || front.date.is_empty() {
            ""
        } else {
            " · "
        };
        self.words(&[front.byline, between, front.date].concat());
        if find::holds(front.address, "://") {
            self.start();
            self.autolink(front.address);
            self.apart = 2;
        }
        if let Some(picture) = front.lead {
            self.figure(picture, None, &[Inline::Text(picture.caption.clone())]);
        }
    }

    /// A paragraph of nothing but words.
    fn words(&mut self, text: &str) {
        let before = self.open_line();
        self.text(text);
        self.close_line(before);
    }

    fn blocks(&mut self, blocks: &[Block], is_tight: bool) {
        let mut blocks = blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            self.block(block);
            // A list that does not begin at 1 would go on the paragraph.
            let joins = matches!(
                (block, blocks.peek()),
                (
                    Block::Paragraph(_),
                    Some(Block::List {
                        start: None | Some(1),
                        ..
                    })
                )
            );
            if is_tight && joins && self.apart > 0 {
                self.apart = 1;
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => self.line(content),
            Block::Heading { level, content, .. } => {
                let mark = match level {
                    2 => "## ",
                    3 => "### ",
                    _ => "#### ",
                };
                self.heading(mark, content);
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
                self.inside("> ", "> ", |writer| {
                    writer.blocks(blocks, false);
                    if !cite.is_empty() {
                        let before = writer.open_line();
                        writer.text("— ");
                        writer.inlines(cite, '\n');
                        writer.close_line(before);
                    }
                });
            }
            Block::Table {
                caption,
                head,
                rows,
            } => {
                self.line(caption);
                self.table(head, rows);
            }
            Block::Figure(Figure {
                picture,
                link,
                caption,
            }) => self.figure(picture, link.as_ref(), caption),
            Block::Gallery(figures) => {
                for figure in figures {
                    self.figure(&figure.picture, figure.link.as_ref(), &figure.caption);
                }
            }
            Block::Code(code) => self.code_block(code),
            Block::Rule => {
                self.begin();
                // Never taken for an item of a list, or for the underline of a heading.
                self.out.push_str(if self.plain { "* * *" } else { "___" });
                self.apart = 2;
            }
            Block::Embed(embed) => {
                let title = if embed.title.trim().is_empty() {
                    embed.provider.name()
                } else {
                    &embed.title
                };
                let before = self.open_line();
                let content = [Inline::Text(title.to_owned())];
                self.to(&embed.watch_address(), &content, '\n');
                self.space('\n');
                self.inlines(&embed.caption, '\n');
                self.close_line(before);
            }
            Block::Part { blocks, .. } => self.blocks(blocks, false),
        }
    }

    /// Ends the lines before, and begins a new one.
    fn begin(&mut self) {
        while self.apart > 0 {
            self.apart -= 1;
            self.new_line(self.apart > 0);
        }
        self.list = None;
        self.start();
    }

    fn new_line(&mut self, is_blank: bool) {
        self.out.push('\n');
        self.out.push_str(if is_blank {
            self.prefix.trim_end()
        } else {
            &self.prefix
        });
    }

    /// Forgets what stood before on this line.
    fn start(&mut self) {
        self.gap.clear();
        self.closed.clear();
        self.last = '\n';
        self.digits = Some(0);
    }

    /// Writes what stands in a quotation, an item or a note: with `mark` before it, and `more` before each further line.
    /// Without anything in it there is no mark either.
    fn inside(&mut self, mark: &str, more: &str, write: impl FnOnce(&mut Self)) -> bool {
        let (before, apart, prefix) = (self.out.len(), self.apart, self.prefix.len());
        self.begin();
        self.out.push_str(mark);
        let begun = self.out.len();
        self.prefix.push_str(more);
        self.apart = 0;
        write(self);
        self.prefix.truncate(prefix);
        self.apart = 2;
        let wrote = self.out.len() > begun;
        if !wrote {
            self.out.truncate(before);
            self.apart = apart;
        }
        wrote
    }

    /// A line of text, if there is something in it.
    fn line(&mut self, content: &[Inline]) {
        let before = self.open_line();
        self.inlines(content, '\n');
        self.close_line(before);
    }

    fn open_line(&mut self) -> usize {
        self.start();
        self.out.len()
    }

    fn close_line(&mut self, before: usize) {
        self.gap.clear();
        if self.out.len() > before {
            self.apart = 2;
        }
    }

    fn heading(&mut self, mark: &'static str, content: &[Inline]) {
        self.is_line = true;
        if !self.plain {
            self.opened.push(mark);
        }
        self.line(content);
        self.opened.clear();
        self.is_line = false;
    }

    fn list(&mut self, start: Option<u32>, items: &[Vec<Block>]) {
        // Two lists in a row are one, unless their marks differ.
        let second = self.list == Some((start.is_some(), false));
        let is_tight = items.iter().all(|item| {
            item.iter()
                .skip(1)
                .all(|block| matches!(block, Block::List { .. }))
        });
        let mut number = start.unwrap_or(0);
        let mut wrote = false;
        for item in items {
            let mark = if start.is_some() {
                // No more digits than a list can begin with.
                let digits = number.min(999_999_999).to_string();
                digits + if second { ") " } else { ". " }
            } else if self.plain {
                "• ".to_owned()
            } else if second {
                "* ".to_owned()
            } else {
                "- ".to_owned()
            };
            number = number.saturating_add(1);
            if wrote && is_tight {
                self.apart = 1;
            }
            let indent = repeated(' ', mark.chars().count());
            wrote |= self.inside(&mark, &indent, |writer| writer.blocks(item, is_tight));
        }
        if wrote {
            // The last item may have had nothing in it.
            self.apart = 2;
            self.list = Some((start.is_some(), second));
        }
    }

    fn table(&mut self, head: &[Row], rows: &[Row]) {
        let rows = grid(head.iter().chain(rows));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let heads =
            |row: &Vec<Option<&Cell>>| row.iter().all(|cell| cell.is_none_or(|cell| cell.heading));
        // Markdown wants a heading row, and no more than one.
        let has_head = !head.is_empty() || rows.first().is_some_and(heads);
        if width == 0 {
            return;
        }
        self.begin();
        if !self.plain && !has_head {
            self.row(&[], width, " ");
            self.row(&[], width, "---");
        }
        for (place, row) in rows.iter().enumerate() {
            if self.plain {
                self.row(row, row.len(), "");
            } else {
                let is_head = has_head && place == 0;
                self.row(row, if is_head { width } else { row.len() }, "");
                if is_head {
                    self.row(&[], width, "---");
                }
            }
        }
        self.apart = 2;
    }

    /// A row: its cells, then others with `rest` in them up to `width`.
    fn row(&mut self, row: &[Option<&Cell>], width: usize, rest: &str) {
        if self.apart > 0 {
            self.new_line(false);
            self.apart = 0;
        }
        (self.is_line, self.is_cell) = (true, true);
        let mut cells = row.iter();
        for place in 0..width {
            let cell = cells.next();
            self.out.push_str(match (self.plain, place) {
                (false, 0) => "| ",
                (false, _) => " | ",
                (true, 0) => "",
                (true, _) => "\t",
            });
            self.start();
            self.digits = None;
            // A cell is no beginning of a line, and yet white space.
            self.last = '\t';
            match cell {
                Some(Some(cell)) => self.inlines(&cell.content, ' '),
                Some(None) => {}
                None => self.out.push_str(rest),
            }
        }
        self.gap.clear();
        (self.is_line, self.is_cell) = (false, false);
        if !self.plain {
            self.out.push_str(" |");
        }
        self.apart = 1;
    }

    fn figure(&mut self, picture: &Picture, link: Option<&Address>, caption: &[Inline]) {
        let before = self.open_line();
        if !self.plain {
            self.visible();
            self.out.push_str(if link.is_some() { "[![" } else { "![" });
            self.last = '[';
            self.is_line = true;
            self.text(&picture.alt);
            self.is_line = false;
            self.gap.clear();
            for to in [Some(&picture.address), link].into_iter().flatten() {
                self.destination(&self.complete(to));
            }
            self.space('\n');
        }
        self.inlines(caption, '\n');
        // A caption that was written with its credit in `small` has it already.
        if !caption.iter().any(|part| matches!(part, Inline::Small(_))) {
            self.space(' ');
            self.text(&picture.credit);
        }
        if self.out.len() == before {
            self.text(&picture.alt);
        }
        self.close_line(before);
    }

    fn code_block(&mut self, code: &str) {
        self.begin();
        let fence = repeated('`', longest_run(code).max(2) + 1);
        if !self.plain {
            self.out.push_str(&fence);
            self.new_line(false);
        }
        for (place, line) in code.split('\n').enumerate() {
            if place > 0 {
                self.new_line(line.is_empty());
            }
            self.out.push_str(line);
        }
        if !self.plain {
            self.new_line(false);
            self.out.push_str(&fence);
        }
        self.apart = 2;
    }

    fn note(&mut self, number: usize, note: &Note) {
        let (before, after) = if self.plain {
            ("[", "] ")
        } else {
            ("[^", "]: ")
        };
        let mark = [before, &number.to_string(), after].concat();
        self.inside(&mark, "    ", |writer| writer.line(&note.content));
    }

    /// Writes inlines, behind which `after` stands.
    fn inlines(&mut self, content: &[Inline], after: char) {
        let mut rest = content;
        while let Some((inline, more)) = rest.split_first() {
            rest = more;
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Break => self.space('\n'),
                Inline::Emphasis(content) => self.marked("*", content, self.next(rest, after)),
                Inline::Strong(content) => self.marked("**", content, self.next(rest, after)),
                Inline::Deleted(_) if self.plain => {}
                Inline::Deleted(content) => self.marked("~~", content, self.next(rest, after)),
                Inline::Superscript(content) => {
                    self.shifted(RAISED, content, self.next(rest, after))
                }
                Inline::Subscript(content) => {
                    self.shifted(LOWERED, content, self.next(rest, after))
                }
                Inline::Code(code) => self.code(code),
                Inline::Marked(content) | Inline::Small(content) | Inline::Span { content, .. } => {
                    self.inlines(content, self.next(rest, after))
                }
                Inline::Quoted(content) => {
                    let is_inner = self.within.contains(&"“");
                    self.within.push("“");
                    self.text(if is_inner { "‘" } else { "“" });
                    self.inlines(content, '”');
                    self.text(if is_inner { "’" } else { "”" });
                    self.within.pop();
                }
                Inline::Link { to, content } => self.link(to, content, self.next(rest, after)),
                Inline::NoteRef(number) => self.reference(*number),
            }
        }
    }

    /// What is seen behind something, before `rest` and then `after`.
    fn next(&self, rest: &[Inline], after: char) -> char {
        match self.edge(rest, false, ANY) {
            (_, true) => ' ',
            (None, false) => after,
            (Some(c), false) => c,
        }
    }

    /// White space, or a line break: one or the other between two words.
    fn space(&mut self, c: char) {
        let c = if c == '\n' && self.is_line { ' ' } else { c };
        if self.last == '\n' || self.gap == "\n" {
            return;
        }
        if c == '\n' {
            self.gap.clear();
        } else if c == ' ' && !self.gap.is_empty() {
            return;
        }
        self.gap.push(c);
    }

    /// Writes what has to stand before something that can be seen.
    fn visible(&mut self) {
        if self.apart > 0 {
            self.begin();
        } else if self.gap == "\n" {
            if !self.plain {
                self.out.push('\\');
            }
            self.new_line(false);
            self.start();
        } else if let Some(c) = self.gap.chars().last() {
            self.last = c;
            self.out.push_str(&self.gap);
            self.closed.clear();
        }
        self.gap.clear();
        if self.opened.contains(&"[") {
            self.no_picture();
            self.no_reference();
        }
        for mark in self.opened.drain(..) {
            self.out.push_str(mark);
            self.closed.clear();
        }
    }

    /// An exclamation mark before a bracket would make a picture of a link.
    fn no_picture(&mut self) {
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
    }

    /// The number of a note and a bracket behind it would be read as one link.
    fn no_reference(&mut self) {
        if self.out.len() == self.note_end {
            self.out.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        for (at, c) in text.char_indices() {
            if c <= ' ' {
                self.space(' ');
                continue;
            }
            if c.is_whitespace() {
                self.space(c);
                continue;
            }
            self.visible();
            if c == '[' {
                self.no_reference();
            }
            if !self.plain && self.is_read(c, text.get(at..).unwrap_or_default()) {
                self.out.push('\\');
            }
            self.out.push(c);
            self.last = c;
            self.digits = self
                .digits
                .filter(|_| c.is_ascii_digit())
                .map(|digits| digits.saturating_add(1));
            self.closed.clear();
        }
    }

    /// Whether Markdown would read this character, with which `rest` begins, as more than a character.
    fn is_read(&self, c: char, rest: &str) -> bool {
        let next = rest.chars().nth(1);
        match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !self.last.is_alphanumeric() || !next.is_some_and(char::is_alphanumeric),
            '&' => begins_entity(rest),
            '|' => self.is_cell || self.last == '\n',
            // The end of a heading may have its marks once more.
            '#' => self.is_line || self.last == '\n',
            '>' | '+' | '-' | '=' => self.last == '\n',
            ':' => self.last == '\n' || self.out.len() == self.note_end,
            '(' => self.out.len() == self.note_end,
            '.' | ')' => {
                self.digits.is_some_and(|digits| digits > 0)
                    && next.is_none_or(|next| next.is_whitespace())
            }
            _ => false,
        }
    }

    /// Emphasis, unless its marks would not be read as such, or stand around it already.
    fn marked(&mut self, mark: &'static str, content: &[Inline], after: char) {
        if self.plain || self.within.contains(&mark) || !self.holds(mark, content, after) {
            return self.inlines(content, after);
        }
        self.within.push(mark);
        if self.gap.is_empty()
            && self.opened.is_empty()
            && let Some((_, last)) = self.closed.pop_if(|(closed, _)| *closed == mark)
        {
            // The same emphasis goes on.
            self.last = last;
            let before = self.out.len() - mark.len();
            self.out.truncate(before);
            self.inlines(content, after);
            self.close(mark);
        } else {
            self.opened.push(mark);
            let depth = self.opened.len();
            self.inlines(content, after);
            if self.opened.len() < depth {
                self.close(mark);
            } else {
                self.opened.truncate(depth - 1);
            }
        }
        self.within.pop();
    }

    fn close(&mut self, mark: &'static str) {
        self.out.push_str(mark);
        self.closed.push((mark, self.last));
        if mark == "~~" {
            self.last = '~';
        }
    }

    /// Whether marks around this content are read as marks (CommonMark 6.2, left- and right-flanking runs): they must
    /// not touch white space within, and only from white space or punctuation touch punctuation.
    ///
    /// Nor may they stand right behind others of their kind: which of the signs of a longer run belong together is
    /// decided by its length (rules 9 and 10 there).
    fn holds(&self, mark: &'static str, content: &[Inline], after: char) -> bool {
        let sign = if mark == "~~" { '~' } else { '*' };
        let follows = |(closed, _): &(&str, char)| *closed != mark && closed.starts_with(sign);
        if self.gap.is_empty() && self.closed.iter().any(follows) {
            return false;
        }
        let ((Some(first), starts), (Some(last), ends)) = (
            self.edge(content, false, sign),
            self.edge(content, true, sign),
        ) else {
            return false;
        };
        let apart = starts || self.apart > 0 || !self.gap.is_empty();
        // Within others, marks in the middle of a word could end those instead of beginning something.
        let runs = |mark: &&str| mark.starts_with(sign);
        if !apart && self.within.iter().any(runs) && !self.opened.last().is_some_and(runs) {
            return false;
        }
        let before = if apart { ' ' } else { self.last };
        let after = if ends { ' ' } else { after };
        (is_letter(first) || is_soft(before)) && (is_letter(last) || is_soft(after))
    }

    /// The first character that can be seen, or the last one, and whether there is white space before it, or behind it.
    /// Marks of another kind than `sign` count as characters.
    fn edge(&self, content: &[Inline], from_end: bool, sign: char) -> (Option<char>, bool) {
        let mut space = false;
        for place in 0..content.len() {
            let place = if from_end {
                content.len() - 1 - place
            } else {
                place
            };
            let Some(inline) = content.get(place) else {
                continue;
            };
            let (found, around) = match inline {
                Inline::Code(text) | Inline::Text(text)
                    if matches!(inline, Inline::Text(_)) || self.is_text(text) =>
                {
                    let is_seen = |c: &char| *c > ' ' && !c.is_whitespace();
                    let (found, outer) = if from_end {
                        (text.chars().rfind(is_seen), text.chars().next_back())
                    } else {
                        (text.chars().find(is_seen), text.chars().next())
                    };
                    (found, outer != found)
                }
                Inline::Break => (None, true),
                Inline::Code(code) if code.is_empty() => (None, false),
                Inline::Code(_) => (Some('`'), false),
                Inline::NoteRef(number) if !self.has(*number) => (None, false),
                Inline::NoteRef(_) => (Some(if from_end { ']' } else { '[' }), false),
                Inline::Quoted(_) => (Some(if from_end { '”' } else { '“' }), false),
                inline => {
                    let own = match inline {
                        Inline::Emphasis(_) | Inline::Strong(_) if sign != ANY => '*',
                        Inline::Deleted(_) if sign != ANY => '~',
                        Inline::Link {
                            to: Target::Page(_) | Target::Call(_),
                            ..
                        } if !self.within.contains(&"[") => ']',
                        Inline::Link { .. } if sign != ANY => ']',
                        _ => sign,
                    };
                    let (found, around) = self.edge(inline.content(), from_end, sign);
                    (found.map(|c| if own == sign { c } else { own }), around)
                }
            };
            space |= around;
            // Behind white space it is no matter what is seen, and looking on would take too long.
            if found.is_some() || (space && sign == ANY) {
                return (found, space);
            }
        }
        (None, space)
    }

    /// Whether the note is there.
    fn has(&self, number: usize) -> bool {
        let notes = self.clipping.notes;
        notes
            .binary_search_by_key(&number, |(number, _)| *number)
            .is_ok()
    }

    /// Raised or lowered text: in digits of their own where there are such, else as it is.
    fn shifted(&mut self, table: &str, content: &[Inline], after: char) {
        let one = |c: char| {
            let mut pairs = table.chars();
            while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
                if from == c {
                    return Some(to);
                }
            }
            None
        };
        let shifted: Option<String> = match content {
            [Inline::Text(text)] => text.chars().map(one).collect(),
            _ => None,
        };
        match shifted {
            Some(text) => self.text(&text),
            None => self.inlines(content, after),
        }
    }

    /// Whether code has to be written as text.
    ///
    /// At the beginning of a paragraph, what ends in a bracket and a colon is the address of a link for later (CommonMark
    /// 4.7), even if code begins in it: code in a link has no brackets, or is no code.
    fn is_text(&self, code: &str) -> bool {
        self.plain || (self.within.contains(&"[") && find::has(code, ']'))
    }

    fn code(&mut self, code: &str) {
        if self.is_text(code) {
            return self.text(code);
        }
        if code.is_empty() {
            return;
        }
        self.visible();
        let code = code.replace(['\n', '\r'], " ");
        if self.out.len() == self.code_end {
            // Two runs of backticks would be one.
            self.out.push(' ');
        }
        let fence = repeated('`', longest_run(&code) + 1);
        let is_padded = code.starts_with('`')
            || code.ends_with('`')
            || (code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty());
        let pad = if is_padded { " " } else { "" };
        let code = if self.is_cell {
            code.replace('|', "\\|")
        } else {
            code
        };
        for part in [&*fence, pad, &code, pad, &fence] {
            self.out.push_str(part);
        }
        self.last = '`';
        self.code_end = self.out.len();
        self.digits = None;
        self.closed.clear();
    }

    /// The number of a note, if the note is there.
    fn reference(&mut self, number: usize) {
        if !self.has(number) {
            return;
        }
        if self.within.contains(&"[") {
            // A link has no room for another one.
            return self.waiting.push(number);
        }
        self.visible();
        self.no_picture();
        self.out.push_str(if self.plain { "[" } else { "[^" });
        self.out.push_str(&number.to_string());
        self.out.push(']');
        self.last = ']';
        if !self.plain {
            self.note_end = self.out.len();
        }
        self.digits = None;
        self.closed.clear();
    }

    fn link(&mut self, to: &Target, content: &[Inline], after: char) {
        let address = match to {
            Target::Page(address) => self.complete(address),
            Target::Call(address) => address.clone(),
            Target::Heading(anchor) if !self.plain && !self.clipping.front.address.is_empty() => {
                [self.clipping.front.address, "#", anchor].concat()
            }
            Target::Heading(_) => return self.inlines(content, after),
            Target::Note(number) => {
                self.inlines(content, '[');
                return self.reference(*number);
            }
        };
        self.to(&address, content, after);
    }

    /// Words with an address.
    fn to(&mut self, address: &str, content: &[Inline], after: char) {
        if self.within.contains(&"[") {
            return self.inlines(content, after);
        }
        let words = super::text_of(content);
        if self.plain {
            let before = self.out.len();
            self.inlines(content, after);
            if self.out.len() > before && !says(&words, address) {
                let gap = std::mem::take(&mut self.gap);
                self.out.push_str(" (");
                self.out.push_str(address);
                self.out.push(')');
                self.gap = gap;
                self.last = ')';
            }
            return;
        }
        if words.trim() == address && find::holds(address, "://") && encoded(address) == address {
            return self.autolink(address);
        }
        self.within.push("[");
        self.opened.push("[");
        let depth = self.opened.len();
        self.inlines(content, ']');
        if self.opened.len() < depth {
            self.destination(address);
        } else {
            self.opened.truncate(depth - 1);
        }
        self.within.pop();
        for number in std::mem::take(&mut self.waiting) {
            self.reference(number);
        }
    }

    /// The end of a link's or picture's words, and its address.
    fn destination(&mut self, address: &str) {
        self.out.push_str("](");
        let address = encoded(address);
        for (at, c) in address.char_indices() {
            if c == '&' && begins_entity(address.get(at..).unwrap_or_default()) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
        self.out.push(')');
        self.last = ')';
        self.digits = None;
        self.closed.clear();
    }

    fn autolink(&mut self, address: &str) {
        self.visible();
        if self.plain {
            self.out.push_str(address);
        } else {
            self.out.push('<');
            self.out.push_str(&encoded(address));
            self.out.push('>');
        }
        self.last = '>';
        self.digits = None;
        self.closed.clear();
    }

    fn complete(&self, address: &Address) -> String {
        match address {
            Address::Site(path) => [self.clipping.home, path].concat(),
            Address::Web(address) => address.clone(),
        }
    }
}

/// Any sign: marks of emphasis are looked through, for they may be left out.
const ANY: char = ' ';

/// An address that can stand in brackets of any kind.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    encode(&mut out, address, "\"<>\\^`{|}()");
    out
}

/// Whether words name the address that they lead to: a reader need not be told twice.
fn says(words: &str, address: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = percent_decode(text);
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (_, rest) = address.split_once(':').unwrap_or(("", address));
    let rest = rest.trim_start_matches('/');
    let rest = bare(rest.strip_prefix("www.").unwrap_or(rest));
    find::holds(&bare(words), &rest)
}

/// Letters and digits that no reader of Markdown takes for a sign.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{2000}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FBEF}')
}

/// White space, and signs that every reader of Markdown takes for punctuation.
fn is_soft(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || find::has("«»“”„‘’–—…", c)
}

fn repeated(c: char, times: usize) -> String {
    std::iter::repeat_n(c, times).collect()
}

/// The longest run of backticks.
fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Whether an ampersand begins what could be an entity. No name of one is longer than 31 letters.
pub(crate) fn begins_entity(text: &str) -> bool {
    let mut name = text
        .bytes()
        .skip(1)
        .take(32)
        .skip_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    name.next() == Some(b';')
}

/// The cells of a table in their columns. Where a cell spans several columns or rows, nothing stands in the others.
fn grid<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<Vec<Option<&'a Cell>>> {
    // For each column, how many rows more it is taken. Spans beyond these columns do not count.
    let mut taken = [0_u16; 100];
    let mut grid = Vec::new();
    for row in rows {
        let mut line = Vec::new();
        let mut cells = row.cells.iter().peekable();
        while cells.peek().is_some() || taken.get(line.len()).is_some_and(|left| *left > 0) {
            if let Some(left) = taken.get_mut(line.len()).filter(|left| **left > 0) {
                *left -= 1;
                line.push(None);
            } else if let Some(cell) = cells.next() {
                for column in 0..cell.columns.max(1) {
                    let slot = taken.get_mut(line.len());
                    if column > 0 && slot.as_ref().is_none_or(|left| **left > 0) {
                        break;
                    }
                    if let Some(left) = slot {
                        *left = cell.rows.saturating_sub(1);
                    }
                    line.push((column == 0).then_some(cell));
                }
            }
        }
        // Columns behind the last cell go on being taken.
        for left in taken.iter_mut().skip(line.len()) {
            *left = left.saturating_sub(1);
        }
        grid.push(line);
    }
    grid
}
