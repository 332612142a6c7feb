//! What is written, and that a reader of Markdown reads the tree out of it again.

use super::{Clipping, Front, LOWERED, RAISED, encoded};
use crate::{
    body::{Block, Body, Figure, Inline, Markup, Target, parse},
    picture::Picture,
    url::{Address, Base},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const HOME: &str = "https://civil.example/";

fn body(html: &str) -> Body {
    let base = Base {
        site: Some(HOME.to_owned()),
        page: Some(HOME.to_owned() + "news/story/"),
        feed: Address::Site("feed.json".to_owned()),
    };
    parse(&Markup {
        html,
        base: &base,
        pictures: &[],
    })
}

fn with<T>(body: &Body, use_it: impl FnOnce(Clipping<'_>) -> T) -> T {
    use_it(Clipping {
        front: Front::default(),
        blocks: &body.blocks,
        notes: &body.notes_of(&body.blocks),
        home: HOME,
    })
}

fn markdown(html: &str) -> String {
    with(&body(html), |clipping| clipping.markdown())
}

fn plain(html: &str) -> String {
    with(&body(html), |clipping| clipping.plain_text())
}

/// A character that can be seen, and what it stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Seen {
    c: char,
    emphasis: bool,
    strong: bool,
    deleted: bool,
    code: bool,
    link: String,
    heading: u8,
    quotes: u8,
    lists: u8,
    table: bool,
    picture: bool,
    block_of_code: bool,
    note: usize,
}

impl Seen {
    fn add(&self, text: &str, all: &mut Vec<Self>) {
        for c in text.chars().filter(|c| *c > ' ' && !c.is_whitespace()) {
            all.push(Self { c, ..self.clone() });
        }
    }
}

/// What a reader of Markdown sees.
fn read(text: &str) -> Vec<Seen> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let mut all = Vec::new();
    let mut stack = vec![Seen::default()];
    for event in Parser::new_ext(text, options) {
        let mut seen = stack.last().unwrap().clone();
        match event {
            Event::Start(tag) => {
                match tag {
                    Tag::Emphasis => seen.emphasis = true,
                    Tag::Strong => seen.strong = true,
                    Tag::Strikethrough => seen.deleted = true,
                    Tag::Link { dest_url, .. } => seen.link = dest_url.into_string(),
                    Tag::Image { .. } => seen.picture = true,
                    Tag::Heading { level, .. } => seen.heading = level as u8,
                    Tag::BlockQuote(_) => seen.quotes += 1,
                    Tag::List(_) => seen.lists += 1,
                    Tag::CodeBlock(_) => seen.block_of_code = true,
                    Tag::FootnoteDefinition(name) => seen.note = name.parse().unwrap(),
                    Tag::Table(_) => seen.table = true,
                    Tag::Paragraph
                    | Tag::Item
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell => {}
                    tag => panic!("{tag:?} in {text:?}"),
                }
                stack.push(seen);
            }
            Event::End(tag) => {
                if tag == TagEnd::Table {
                    assert!(seen.table);
                }
                stack.pop();
            }
            Event::Text(text) => seen.add(&text, &mut all),
            Event::Code(text) => {
                seen.code = true;
                seen.add(&text, &mut all);
            }
            Event::FootnoteReference(name) => {
                seen.link = name.into_string();
                seen.c = '\u{1}';
                all.push(seen);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => {}
            event => panic!("{event:?} in {text:?}"),
        }
    }
    all
}

/// What is to be seen of a tree.
#[derive(Default)]
struct Walk {
    all: Vec<Seen>,
    notes: usize,
}

impl Walk {
    fn body(body: &Body) -> Vec<Seen> {
        let mut walk = Self {
            notes: body.notes.len(),
            ..Self::default()
        };
        walk.blocks(&body.blocks, &Seen::default());
        for (place, note) in body.notes.iter().enumerate() {
            let at = Seen {
                note: place + 1,
                ..Seen::default()
            };
            walk.line(&note.content, &at);
        }
        walk.all
    }

    fn blocks(&mut self, blocks: &[Block], at: &Seen) {
        for block in blocks {
            self.block(block, at);
        }
    }

    fn block(&mut self, block: &Block, at: &Seen) {
        let mut at = at.clone();
        match block {
            Block::Paragraph(content) => self.line(content, &at),
            Block::Heading { level, content, .. } => {
                at.heading = *level;
                self.line(content, &at);
            }
            Block::List { items, .. } => {
                at.lists += 1;
                for item in items {
                    self.blocks(item, &at);
                }
            }
            Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
                at.quotes += 1;
                self.blocks(blocks, &at);
                if !cite.is_empty() {
                    at.add("—", &mut self.all);
                    self.line(cite, &at);
                }
            }
            Block::Table {
                caption,
                head,
                rows,
            } => {
                self.line(caption, &at);
                at.table = true;
                for cell in head.iter().chain(rows).flat_map(|row| &row.cells) {
                    self.line(&cell.content, &at);
                }
            }
            Block::Figure(figure) => self.figure(figure, &at),
            Block::Gallery(figures) => {
                for figure in figures {
                    self.figure(figure, &at);
                }
            }
            Block::Code(code) => {
                at.block_of_code = true;
                at.add(code, &mut self.all);
            }
            Block::Rule => {}
            Block::Embed(embed) => {
                let title = if embed.title.is_empty() {
                    embed.provider.name()
                } else {
                    &embed.title
                };
                let link = Seen {
                    link: embed.watch_address(),
                    ..at.clone()
                };
                link.add(title, &mut self.all);
                self.line(&embed.caption, &at);
            }
            Block::Part { blocks, .. } => self.blocks(blocks, &at),
        }
    }

    fn figure(&mut self, figure: &Figure, at: &Seen) {
        let picture = Seen {
            picture: true,
            link: figure.link.as_ref().map_or(String::new(), complete),
            ..at.clone()
        };
        picture.add(&figure.picture.alt, &mut self.all);
        self.line(&figure.caption, at);
        at.add(&figure.picture.credit, &mut self.all);
    }

    fn line(&mut self, content: &[Inline], at: &Seen) {
        for inline in content {
            let mut at = at.clone();
            match inline {
                Inline::Text(text) => at.add(text, &mut self.all),
                Inline::Break => {}
                Inline::Emphasis(content) => {
                    at.emphasis = true;
                    self.line(content, &at);
                }
                Inline::Strong(content) => {
                    at.strong = true;
                    self.line(content, &at);
                }
                Inline::Deleted(content) => {
                    at.deleted = true;
                    self.line(content, &at);
                }
                Inline::Subscript(content) => self.shifted(LOWERED, content, &at),
                Inline::Superscript(content) => self.shifted(RAISED, content, &at),
                Inline::Code(code) => {
                    at.code = true;
                    at.add(code, &mut self.all);
                }
                Inline::Quoted(content) => {
                    let from = self.all.len();
                    at.add("“", &mut self.all);
                    self.line(content, &at);
                    at.add("”", &mut self.all);
                    for seen in self.all.iter_mut().skip(from) {
                        seen.c = quote(seen.c);
                    }
                }
                Inline::Link { to, content } => {
                    match to {
                        Target::Page(address) => at.link = complete(address),
                        Target::Call(address) => at.link = encoded(address),
                        _ => {}
                    }
                    let from = self.all.len();
                    self.line(content, &at);
                    // The number of a note within a link stands behind it.
                    let within = self.all.split_off(from);
                    let (mut numbers, words): (Vec<Seen>, Vec<Seen>) =
                        within.into_iter().partition(|seen| seen.c == '\u{1}');
                    for number in &mut numbers {
                        (number.emphasis, number.strong, number.deleted) =
                            (at.emphasis, at.strong, at.deleted);
                    }
                    self.all.extend(words.into_iter().chain(numbers));
                    if let Target::Note(number) = to {
                        at.link = String::new();
                        self.line(&[Inline::NoteRef(*number)], &at);
                    }
                }
                Inline::NoteRef(number) => {
                    if *number <= self.notes {
                        at.c = '\u{1}';
                        at.link = number.to_string();
                        self.all.push(at);
                    }
                }
                Inline::Marked(content) | Inline::Small(content) | Inline::Span { content, .. } => {
                    self.line(content, &at)
                }
            }
        }
    }

    fn shifted(&mut self, table: &str, content: &[Inline], at: &Seen) {
        let pairs: Vec<char> = table.chars().collect();
        let one = |c| {
            let found = pairs.chunks(2).find(|pair| pair[0] == c)?;
            Some(found[1])
        };
        match content {
            [Inline::Text(text)] if text.chars().all(|c| one(c).is_some()) => {
                let text: String = text.chars().filter_map(one).collect();
                at.add(&text, &mut self.all);
            }
            _ => self.line(content, at),
        }
    }
}

/// Which of two kinds of quotation marks is used is no matter of the comparison.
fn quote(c: char) -> char {
    match c {
        '‘' => '“',
        '’' => '”',
        c => c,
    }
}

fn complete(address: &Address) -> String {
    encoded(&match address {
        Address::Site(path) => HOME.to_owned() + path,
        Address::Web(address) => address.clone(),
    })
}

/// Why what is read is not what was in the tree. Emphasis may be missing, and nothing else.
fn difference(read: &[Seen], tree: &[Seen]) -> Option<String> {
    for place in 0..read.len().max(tree.len()) {
        let (Some(read), Some(tree)) = (read.get(place), tree.get(place)) else {
            return Some(format!(
                "{place}: {:?}, {:?}",
                read.get(place),
                tree.get(place)
            ));
        };
        let emphasis_is_known = read.emphasis <= tree.emphasis
            && read.strong <= tree.strong
            && read.deleted <= tree.deleted;
        let allowed = Seen {
            c: quote(tree.c),
            emphasis: read.emphasis,
            strong: read.strong,
            deleted: read.deleted,
            // See `Writer::code`.
            code: tree.code && (read.code || tree.link.is_empty()),
            ..tree.clone()
        };
        let read = Seen {
            c: quote(read.c),
            ..read.clone()
        };
        if !emphasis_is_known || read != allowed {
            return Some(format!("{place}: {read:?}, {tree:?}"));
        }
    }
    None
}

fn check(html: &str) -> Result<(), String> {
    let body = body(html);
    let written = with(&body, |clipping| clipping.markdown());
    match difference(&read(&written), &Walk::body(&body)) {
        Some(why) => Err(format!("{why}\n{written}\n{:#?}", body.blocks)),
        None => Ok(()),
    }
}

#[test]
fn blocks_are_written_as_markdown() {
    for (html, expected) in [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One<br>two</p>", "One\\\ntwo"),
        (
            "<h2>A</h2><h3>B</h3><h4>C #</h4>",
            "## A\n\n### B\n\n#### C \\#",
        ),
        (
            "<ul><li>a<li>b<ul><li>c<li>d</ul></ul>",
            "- a\n- b\n  - c\n  - d",
        ),
        (
            "<ol start=9><li>a<li>b<ol start=3><li>c</ol></ol>",
            "9. a\n10. b\n\n    3. c",
        ),
        ("<ul><li><p>a</p><p>b</p><li>c</ul>", "- a\n\n  b\n\n- c"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"),
        ("<ul><li>a<li>&nbsp;</ul><p>b</p>", "- a\n\nb"),
        ("<p>a</p><hr><p>b</p>", "a\n\n___\n\nb"),
        (
            "<blockquote><p>a</p><p>b</p><cite>Ann</cite></blockquote><p>c</p>",
            "> a\n>\n> b\n>\n> — Ann\n\nc",
        ),
        (
            "<blockquote><ul><li>a<li>b</ul></blockquote>",
            "> - a\n> - b",
        ),
        (
            "<pre>let a = `b`;\n\n  c</pre>",
            "```\nlet a = `b`;\n\n  c\n```",
        ),
        (
            "<pre>```\nfence\n````</pre>",
            "`````\n```\nfence\n````\n`````",
        ),
        (
            "<table><caption>T</caption><tr><th>a<th>b<tr><td>1|2<td>3</table>",
            "T\n\n| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        (
            "<table><tr><td>a<br>b<td>c</table>",
            "|   |   |\n| --- | --- |\n| a b | c |",
        ),
        (
            "<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>",
            "| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 | 5 |",
        ),
        (
            "<figure><img src='a b.jpg' alt='A [cat]'><figcaption>Tom <small>Ann</small></figcaption></figure>",
            "![A \\[cat\\]](https://civil.example/a%20b.jpg)\\\nTom Ann",
        ),
        (
            "<a href='/x'><img src='a.jpg' alt='A'></a>",
            "[![A](https://civil.example/a.jpg)](https://civil.example/x)",
        ),
        (
            "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ' title='A film'></iframe>",
            "[A film](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
        ),
        (
            "<p>a<sup><a href=#n>1</a></sup>: b</p><ol class=footnotes><li id=n>Note <i>one</i></ol>",
            "a[^1]\\: b\n\n[^1]: Note *one*",
        ),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
        check(html).unwrap();
    }
}

#[test]
fn inlines_are_written_as_markdown() {
    for (html, expected) in [
        (
            "<i>a</i> <b>b</b> <s>c</s> <code>d</code>",
            "*a* **b** ~~c~~ `d`",
        ),
        ("<b> a </b>b", "**a** b"),
        ("<b><i>a</i> <i>b</i></b>", "***a* *b***"),
        ("<b>a<i>b</i></b>", "**ab**"),
        ("<b>a</b><b>b</b><i>c</i>", "**ab**c"),
        ("<i>a<i>b</i></i>", "*ab*"),
        ("x<b>a</b>y", "x**a**y"),
        // Marks that would not be read as marks are left out.
        ("<b>Note:</b>text", "Note:text"),
        ("<b>Note:</b> text", "**Note:** text"),
        ("<b>«Q»</b>, x", "**«Q»**, x"),
        (
            "H<sub>2</sub>O, m<sup>2</sup>, 1<sup>st</sup>",
            "H₂O, m², 1st",
        ),
        ("<q>a <q>b</q></q>", "“a ‘b’”"),
        ("<mark>a</mark><small>b</small>", "ab"),
        (
            "<a href='https://a.example/'><code>]:-</code> b</a>",
            "[\\]:- b](https://a.example/)",
        ),
        ("<code>a`b</code> <code>`</code>", "``a`b`` `` ` ``"),
        (
            "<a href='/a_(b)?x=1&amp;copy;#y'>a <b>b</b></a>",
            "[a **b**](https://civil.example/a_%28b%29?x=1\\&copy;#y)",
        ),
        (
            "x <a href='https://a.example/b'>https://a.example/b</a>",
            "x <https://a.example/b>",
        ),
        (
            "Hi!<a href='https://a.example/'>b</a>",
            "Hi\\![b](https://a.example/)",
        ),
        (
            "<a href='mailto:a@b.example'>Ann</a>",
            "[Ann](mailto:a@b.example)",
        ),
        (
            "a<a href='https://a.example/'> b </a>c",
            "a [b](https://a.example/) c",
        ),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
        check(html).unwrap();
    }
}

#[test]
fn text_is_never_read_as_markup() {
    for (html, expected) in [
        ("1. May", "1\\. May"),
        ("2022) x", "2022\\) x"),
        ("3.5 m", "3.5 m"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("# x #y", "\\# x #y"),
        ("&gt; x > y", "\\> x > y"),
        ("a<br>---", "a\\\n\\---"),
        ("a<br>===", "a\\\n\\==="),
        ("a | b<br>:-: | -", "a | b\\\n\\:-: | -"),
        ("*a* _b_ c_d `e` ~f~", "\\*a\\* \\_b\\_ c_d \\`e\\` \\~f\\~"),
        ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
        (
            "&lt;b> &lt;!-- --> &amp;amp; R&amp;D AT&amp;T;",
            "\\<b> \\<!-- --> \\&amp; R&D AT\\&T;",
        ),
        ("a\\b", "a\\\\b"),
        ("[^1]: x", "\\[^1\\]: x"),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
        check(html).unwrap();
    }
}

#[test]
fn plain_text_is_what_an_email_wants() {
    for (html, expected) in [
        (
            "<h2>A</h2><p>b<br>c</p><hr><p>d</p>",
            "A\n\nb\nc\n\n* * *\n\nd",
        ),
        (
            "<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>",
            "• a\n\n  3. b\n  4. c\n• d",
        ),
        ("<ul><li>a<ul><li>b</ul><li>d</ul>", "• a\n  • b\n• d"),
        (
            "<blockquote><p>a<br>b</p><cite>Ann</cite></blockquote>",
            "> a\n> b\n>\n> — Ann",
        ),
        (
            "<table><caption>T</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
            "T\n\na\tb\n1\t2",
        ),
        ("<pre>a\n  *b*</pre>", "a\n  *b*"),
        ("<i>a</i> *b* <b>c</b> [d]", "a *b* c [d]"),
        ("<s>old</s> new", "new"),
        (
            "<a href='/x'>words</a>, more",
            "words (https://civil.example/x), more",
        ),
        (
            "<a href='/x'>words </a>more",
            "words (https://civil.example/x) more",
        ),
        (
            "<a href='https://www.a.example/'>a.example</a>",
            "a.example",
        ),
        (
            "<a href='https://a.example/%D0%B6'>https://a.example/ж</a>",
            "https://a.example/ж",
        ),
        (
            "<a href='mailto:a@b.example'>a@b.example</a>",
            "a@b.example",
        ),
        (
            "<a href='mailto:a@b.example'>Ann</a>",
            "Ann (mailto:a@b.example)",
        ),
        ("<a href='tel:+38921234'>+389 2 1234</a>", "+389 2 1234"),
        ("<h2 id=a>A</h2><a href=#a>see A</a>", "A\n\nsee A"),
        ("<img src=a.jpg alt=Cat>", "Cat"),
        (
            "<figure><img src=a.jpg alt=Cat><figcaption>Tom</figcaption></figure>",
            "Tom",
        ),
        (
            "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ' title='A film'></iframe>",
            "A film (https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
        ),
        (
            "<p>a<sup><a href=#n>1</a></sup></p><ol class=footnotes><li id=n>N<br>o</ol>",
            "a[1]\n\n[1] N\n    o",
        ),
    ] {
        assert_eq!(plain(html), expected, "{html}");
    }
}

#[test]
fn the_front_stands_above_and_what_is_missing_leaves_no_gap() {
    let body = body("<p>Text</p>");
    let lead = Picture {
        alt: "A bridge".into(),
        caption: "The bridge".into(),
        credit: "Ann".into(),
        ..Picture::bare(Address::Site("b.jpg".into()))
    };
    let mut clipping = Clipping {
        front: Front {
            headline: "War & *peace* #1",
            standfirst: "1. What happened",
            byline: "By Ann",
            date: "10 February 2022",
            address: "https://civil.example/a/",
            lead: Some(&lead),
        },
        blocks: &body.blocks,
        notes: &[],
        home: HOME,
    };
    assert_eq!(
        clipping.markdown(),
        "# War & \\*peace\\* \\#1\n\n1\\. What happened\n\nBy Ann · 10 February 2022\n\n<https://civil.example/a/>\n\n\
         ![A bridge](https://civil.example/b.jpg)\\\nThe bridge Ann\n\nText"
    );
    assert_eq!(
        clipping.plain_text(),
        "War & *peace* #1\n\n1. What happened\n\nBy Ann · 10 February 2022\n\nhttps://civil.example/a/\n\n\
         The bridge Ann\n\nText"
    );
    clipping.front = Front {
        date: "10 February 2022",
        ..Front::default()
    };
    assert_eq!(clipping.markdown(), "10 February 2022\n\nText");
    clipping.front = Front::default();
    clipping.blocks = &[];
    assert_eq!(clipping.markdown(), "");
    assert_eq!(clipping.plain_text(), "");
}

#[test]
fn notes_go_with_the_blocks_that_refer_to_them() {
    let body = body(
        "<p>a<sup><a href=#x>1</a></sup></p><p>b<sup><a href=#y>2</a></sup></p>\
         <ol class=footnotes><li id=x>X <a href=#z>[3]</a><li id=y>Y<li id=z>Z<li id=u>U</ol>",
    );
    assert_eq!(body.notes.len(), 4);
    let numbers = |blocks: &[Block]| -> Vec<usize> {
        let notes = body.notes_of(blocks);
        notes.iter().map(|(number, _)| *number).collect()
    };
    assert_eq!(numbers(&body.blocks), [1, 2, 3, 4]);
    assert_eq!(numbers(&body.blocks[..1]), [1, 3, 4]);
    assert_eq!(numbers(&body.blocks[1..]), [2, 4]);
    assert_eq!(numbers(&[]), [4]);
    let clipping = Clipping {
        blocks: &body.blocks,
        home: HOME,
        ..Clipping::default()
    };
    // A number without its note would lead nowhere.
    assert_eq!(clipping.markdown(), "a\n\nb");
}

#[test]
fn long_bodies_take_no_longer_than_their_length() {
    for piece in [
        "&amp;",
        "*",
        "`",
        "_",
        "<b>!</b>",
        "<b>a</b><i>.</i>",
        "<sup><a href=#n>1</a></sup>",
        "<a href=/x>a</a> ",
        "<p>a<li>b",
        "<q>",
        "<code>`</code>",
        "<td>",
        "<blockquote>",
        "<s>&nbsp;</s>",
    ] {
        let html = piece.repeat(20_000) + "<ol class=footnotes><li id=n>Note</ol>";
        let body = body(&html);
        let all = with(&body, |clipping| {
            clipping.markdown() + &clipping.plain_text()
        });
        // Without its notes, too.
        let bare = Clipping {
            blocks: &body.blocks,
            ..Clipping::default()
        };
        let start = std::time::Instant::now();
        let written = bare.markdown().len() + bare.plain_text().len();
        assert!(
            written <= all.len() + 200 && start.elapsed().as_secs() < 5,
            "{piece}"
        );
    }
}

#[test]
fn a_table_of_great_spans_stays_small() {
    let html = "<table>".to_owned() + &"<tr><td colspan=100 rowspan=100>x".repeat(300) + "</table>";
    let written = markdown(&html);
    assert!(written.len() < 200_000, "{}", written.len());
    assert_eq!(written.matches('x').count(), 300);
}

#[test]
fn the_bodies_of_all_fixtures_are_read_back() {
    fn bodies(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                let html = fields.get("content_html").and_then(|html| html.as_str());
                found.extend(html.map(str::to_owned));
                fields.values().for_each(|value| bodies(value, found));
            }
            serde_json::Value::Array(values) => {
                values.iter().for_each(|value| bodies(value, found));
            }
            _ => {}
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["fixtures/feeds", "public"] {
        for file in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json")
                && let Ok(text) = std::fs::read_to_string(&path)
                && let Ok(value) = serde_json::from_str(&text)
            {
                bodies(&value, &mut found);
            }
        }
    }
    assert!(found.len() > 20, "{}", found.len());
    for html in found {
        check(&html).unwrap();
    }
}

/// Pieces of which a page is made that no one would write.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<br>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<s>",
        "</s>",
        "<q>",
        "</q>",
        "<code>",
        "</code>",
        "<sup>",
        "</sup>",
        "<sub>",
        "</sub>",
        "<mark>",
        "</mark>",
        "<small>",
        "</small>",
        "<h2>",
        "</h2>",
        "<h3>",
        "<ul>",
        "</ul>",
        "<ol>",
        "<ol start=7>",
        "</ol>",
        "<li>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<hr>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<th>",
        "<td colspan=2>",
        "<td rowspan=2>",
        "<caption>",
        "</caption>",
        "<a href='https://a.example/x_(y)?a=1&b=[2]*&copy;'>",
        "<a href='/s'>",
        "<a href='mailto:a@b.example'>",
        "</a>",
        "<img src=a.jpg alt='a]*b'>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "<cite>",
        "</cite>",
        "<sup><a href=#n>1</a></sup>",
        "<span lang=mk>",
        "</span>",
        "<div lang=uk>",
        "</div>",
        " ",
        "  ",
        "&nbsp;",
        "\n",
        "a",
        "b",
        "ж",
        "1",
        "12",
        ".",
        ")",
        "(",
        ":",
        ";",
        "!",
        "?",
        ",",
        "-",
        "--",
        "---",
        "+",
        "=",
        "==",
        "#",
        "##",
        "* ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~",
        "~~",
        "~~~",
        "[",
        "]",
        "[ ]",
        "[x]",
        "[^1]",
        "](",
        "|",
        "||",
        "|-|",
        ":-",
        "\\",
        "\\\\",
        "&lt;",
        "&gt;",
        "&amp;",
        "&amp;amp;",
        "&amp;#42;",
        "&lt;b>",
        "&lt;!--",
        "«",
        "»",
        "“",
        "”",
        "’",
        "…",
        "🇺🇦",
        "👩‍🚀",
        "€",
        "©",
        "²",
        "字",
        "\u{200B}",
        "\u{202E}",
        "ا",
        "e\u{301}",
        "http://a.example",
        "$",
        "{",
        "}",
        "^",
        "\t",
        "%",
    ]);
    prop::collection::vec(piece, 0..24)
        .prop_map(|pieces| pieces.concat() + "<ol class=footnotes><li id=n>Note</ol>")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn what_is_read_from_markdown_is_the_tree(html in pieces()) {
        if let Err(why) = check(&html) {
            prop_assert!(false, "{}", why);
        }
    }

    #[test]
    fn any_text_is_read_back(text in any::<String>()) {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        if let Err(why) = check(&escaped) {
            prop_assert!(false, "{}", why);
        }
    }

    #[test]
    fn plain_text_has_every_word_and_no_line_that_ends_in_white_space(html in pieces()) {
        let body = body(&html);
        let written = with(&body, |clipping| clipping.plain_text());
        // Code and the empty cells of tables keep their white space.
        if !html.contains("<pre") && !html.contains("<t") {
            for line in written.lines() {
                prop_assert!(line.trim_end() == line, "{:?}", written);
            }
        }
        let mut rest = written.chars();
        for seen in Walk::body(&body).iter().filter(|seen| !seen.deleted && !seen.picture && seen.c != '\u{1}') {
            prop_assert!(rest.any(|c| quote(c) == quote(seen.c)), "{:?} {:?}", seen, written);
        }
    }

    #[test]
    fn code_is_read_back_letter_by_letter(code in "(`{1,5}|~{3}|a| |\n|\n|\t|[<&*#>-]){0,20}", depth in 0..3_usize) {
        let open = ["", "<ul><li>", "<blockquote><ul><li>x<li>"][depth];
        let html = [open, "<pre>", &code.replace('&', "&amp;").replace('<', "&lt;"), "</pre>"].concat();
        let body = body(&html);
        let written = with(&body, |clipping| clipping.markdown());
        let mut read = String::new();
        let mut within = false;
        for event in Parser::new(&written) {
            match event {
                Event::Start(Tag::CodeBlock(_)) => within = true,
                Event::End(TagEnd::CodeBlock) => within = false,
                Event::Text(text) if within => read.push_str(&text),
                _ => {}
            }
        }
        let expected = code.strip_prefix('\n').unwrap_or(&code).trim_end();
        prop_assert_eq!(read.trim_end(), expected, "{}", written);
    }

    #[test]
    fn words_stay_apart(text in "[a-c1.*_`|~#<&;: -]{0,40}") {
        let html = ["<p>", &text.replace('&', "&amp;").replace('<', "&lt;"), "</p>"].concat();
        let written = markdown(&html);
        let mut read = String::new();
        for event in Parser::new(&written) {
            if let Event::Text(text) = event {
                read.push_str(&text);
            }
        }
        prop_assert!(read.split_whitespace().eq(text.split_whitespace()), "{:?} {:?}", read, written);
    }

    #[test]
    fn any_front_is_read_as_text(headline in any::<String>(), standfirst in any::<String>(), byline in "\\PC*") {
        let clipping = Clipping {
            front: Front { headline: &headline, standfirst: &standfirst, byline: &byline, ..Front::default() },
            ..Clipping::default()
        };
        let mut expected = Vec::new();
        Seen { heading: 1, ..Seen::default() }.add(&headline, &mut expected);
        Seen::default().add(&[&*standfirst, &byline].concat(), &mut expected);
        let difference = difference(&read(&clipping.markdown()), &expected);
        prop_assert_eq!(difference, None);
        let _ = clipping.plain_text();
    }
}
