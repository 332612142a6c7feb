//! Attacks on the body: nothing that a feed can send may get into a page as more than words, pictures and links.

use content::{
    body::{
        Block, Body, Embed, Figure, Inline, Markup, Provider, Row, Span, Target, parse, parse_text,
    },
    picture::Picture,
    url::{Address, Base},
};
use proptest::prelude::*;

/// As in the parser: elements open at once, and blocks and inlines in one body.
const MAX_DEPTH: usize = 64;
const MAX_OUTPUT: usize = 50_000;
const MAX_TEXT: usize = 1_000_000;

fn bases() -> [Base; 3] {
    [
        Base {
            site: Some("https://civil.example/".to_owned()),
            page: Some("https://civil.example/news/story".to_owned()),
            feed: Address::Site("feed.json".to_owned()),
        },
        Base {
            site: None,
            page: None,
            feed: Address::Site("feed.json".to_owned()),
        },
        Base {
            site: None,
            page: Some("https://e.org/x/".to_owned()),
            feed: Address::Web("https://e.org/f".to_owned()),
        },
    ]
}

fn read(html: &str, base: &Base) -> Body {
    parse(&Markup {
        html,
        base,
        pictures: &[],
    })
}

/// What is wrong with a body: empty for one that can be shown as it is.
#[derive(Default)]
struct Audit {
    wrong: Vec<String>,
    anchors: Vec<String>,
    notes: usize,
    nodes: usize,
    text: usize,
    depth: usize,
    deepest: usize,
}

impl Audit {
    fn of(body: &Body) -> Self {
        let mut audit = Self {
            notes: body.notes.len(),
            ..Self::default()
        };
        audit.blocks(&body.blocks);
        for note in &body.notes {
            audit.inlines(&note.content);
        }
        // An element and its language are one element in the HTML and two levels here.
        if audit.deepest > 2 * MAX_DEPTH + 2 {
            audit.wrong.push(format!("depth {}", audit.deepest));
        }
        if audit.nodes > MAX_OUTPUT {
            audit.wrong.push(format!("{} nodes", audit.nodes));
        }
        let mut sorted = audit.anchors.clone();
        sorted.sort();
        sorted.dedup();
        if sorted.len() != audit.anchors.len() {
            audit.wrong.push("two headings with one anchor".to_owned());
        }
        audit
    }

    fn check(&mut self, right: bool, what: &str, value: &str) {
        if !right {
            self.wrong.push(format!("{what}: {value:?}"));
        }
    }

    fn address(&mut self, address: &Address) {
        match address {
            Address::Web(address) => {
                let rest = address
                    .strip_prefix("https://")
                    .or_else(|| address.strip_prefix("http://"));
                let host = rest
                    .and_then(|rest| rest.split(['/', '?', '#']).next())
                    .unwrap_or_default();
                let right = host.contains(char::is_alphanumeric)
                    && !host.contains(|c: char| {
                        c.is_whitespace() || c.is_control() || "@\\<>\"'%".contains(c)
                    });
                self.check(right, "address", address);
            }
            Address::Site(path) => {
                let first = path.split(['/', '?', '#']).next().unwrap_or_default();
                self.check(
                    !path.starts_with(['/', '\\']) && !first.contains([':', '\\']),
                    "path",
                    path,
                );
            }
        }
        let (Address::Web(text) | Address::Site(text)) = address;
        self.check(
            !text.contains(|c: char| c.is_control() || "<>\" ".contains(c)),
            "characters of address",
            text,
        );
    }

    fn span(&mut self, span: &Span) {
        self.check(span.lang.is_some() || span.dir.is_some(), "empty span", "");
        if let Some(lang) = &span.lang {
            let right = !lang.is_empty()
                && lang
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            self.check(right, "language", lang);
        }
    }

    fn picture(&mut self, picture: &Picture) {
        self.address(&picture.address);
        for source in &picture.sources {
            self.address(&source.address);
            let right = source
                .media_type
                .strip_prefix("image/")
                .is_some_and(|kind| {
                    !kind.is_empty()
                        && kind
                            .bytes()
                            .all(|byte| byte.is_ascii_alphanumeric() || b"+-./".contains(&byte))
                });
            self.check(right, "media type", &source.media_type);
            self.check(source.width > 0, "width", "0");
        }
        self.words(&picture.alt);
    }

    fn figure(&mut self, figure: &Figure) {
        self.picture(&figure.picture);
        if let Some(link) = &figure.link {
            self.address(link);
        }
        self.inlines(&figure.caption);
    }

    fn embed(&mut self, embed: &Embed) {
        let right = match embed.provider {
            Provider::YouTube => {
                embed.id.len() == 11
                    && embed
                        .id
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
            }
            Provider::Vimeo => {
                !embed.id.is_empty() && embed.id.bytes().all(|byte| byte.is_ascii_digit())
            }
        };
        self.check(right, "id", &embed.id);
        self.words(&embed.title);
        self.inlines(&embed.caption);
    }

    fn words(&mut self, words: &str) {
        self.text += words.len();
        self.check(!words.contains('\0'), "NUL", words);
        // The payloads that carry a script mark its content so.
        self.check(
            !words.contains("SECRET-RAW"),
            "text of a raw element",
            words,
        );
    }

    fn deeper(&mut self, inside: impl FnOnce(&mut Self)) {
        self.nodes += 1;
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        inside(self);
        self.depth -= 1;
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.deeper(|audit| audit.block(block));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => {
                self.check(!content.is_empty(), "empty paragraph", "");
                self.inlines(content);
            }
            Block::Heading {
                level,
                anchor,
                content,
            } => {
                self.check((2..=4).contains(level), "level", &level.to_string());
                let right = anchor.strip_prefix("s-").is_some_and(|slug| {
                    !slug.is_empty()
                        && slug
                            .chars()
                            .all(|c| c.is_alphanumeric() || c == '-' || !c.is_ascii())
                });
                self.check(right, "anchor", anchor);
                self.anchors.push(anchor.clone());
                self.inlines(content);
            }
            Block::List { items, .. } => {
                for item in items {
                    self.check(!item.is_empty(), "empty item", "");
                    self.blocks(item);
                }
            }
            Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
                self.blocks(blocks);
                self.inlines(cite);
            }
            Block::Table {
                caption,
                head,
                rows,
            } => {
                self.inlines(caption);
                for Row { cells } in head.iter().chain(rows) {
                    for cell in cells {
                        let right =
                            (1..=100).contains(&cell.columns) && (1..=100).contains(&cell.rows);
                        self.check(
                            right,
                            "span of a cell",
                            &format!("{} {}", cell.columns, cell.rows),
                        );
                        self.inlines(&cell.content);
                    }
                }
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Gallery(figures) => {
                for figure in figures {
                    self.figure(figure);
                }
            }
            Block::Code(code) => self.words(code),
            Block::Rule => {}
            Block::Embed(embed) => self.embed(embed),
            Block::Part { span, blocks } => {
                self.span(span);
                self.blocks(blocks);
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.deeper(|audit| audit.inline(inline));
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) | Inline::Code(text) => self.words(text),
            Inline::Break => {}
            Inline::NoteRef(number) => self.note(*number),
            Inline::Link { to, content } => {
                match to {
                    Target::Page(address) => self.address(address),
                    Target::Heading(anchor) => {
                        self.check(anchor.starts_with("s-"), "link to a heading", anchor)
                    }
                    Target::Note(number) => self.note(*number),
                    Target::Call(address) => {
                        let known = address.starts_with("mailto:") || address.starts_with("tel:");
                        let right = known
                            && !address.contains(|c: char| c.is_control() || "<>\" ".contains(c));
                        self.check(right, "call", address);
                    }
                }
                self.inlines(content);
            }
            Inline::Span { span, content } => {
                self.span(span);
                self.inlines(content);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Subscript(content)
            | Inline::Superscript(content)
            | Inline::Deleted(content)
            | Inline::Marked(content)
            | Inline::Quoted(content)
            | Inline::Small(content) => {
                self.check(!content.is_empty(), "empty formatting", "");
                self.inlines(content);
            }
        }
    }

    fn note(&mut self, number: usize) {
        self.check(
            (1..=self.notes).contains(&number),
            "number of a note",
            &number.to_string(),
        );
    }
}

fn wrong(body: &Body) -> Vec<String> {
    Audit::of(body).wrong
}

#[test]
fn no_payload_leaves_anything_dangerous() {
    let payloads: Vec<String> =
        serde_json::from_str(include_str!("../../../fixtures/xss-payloads.json")).unwrap();
    assert_eq!(payloads.len(), 223);
    for payload in &payloads {
        for base in &bases() {
            assert_eq!(
                wrong(&read(payload, base)),
                Vec::<String>::new(),
                "{payload}"
            );
            // Twice as deep in markup: as text of a paragraph, and behind an open attribute.
            for around in [
                format!("<p>a <b>{payload}</b></p>"),
                format!("<a title=\"{payload}"),
                format!("<ul><li>{payload}"),
            ] {
                assert_eq!(
                    wrong(&read(&around, base)),
                    Vec::<String>::new(),
                    "{around}"
                );
            }
        }
        assert_eq!(
            wrong(&parse_text(payload)),
            Vec::<String>::new(),
            "{payload}"
        );
    }
}

#[test]
fn no_text_of_raw_elements_gets_into_a_body() {
    let raw = [
        "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "noscript", "iframe",
    ];
    let subtrees = [
        "svg", "math", "template", "object", "canvas", "button", "select",
    ];
    for name in raw.into_iter().chain(subtrees) {
        let upper = name.to_uppercase();
        for html in [
            format!("a<{name}>SECRET-RAW</{name}>b"),
            format!("a<{upper} x='>'><p>SECRET-RAW</p></{name}\n>b"),
            format!("<p>a<b><{name}/ >SECRET-RAW</{upper}></b>b"),
        ] {
            let body = read(&html, &bases()[0]);
            assert_eq!(wrong(&body), Vec::<String>::new(), "{html}");
            assert!(body.plain_text().contains('b'), "{html}");
        }
    }
}

#[test]
fn the_audit_notices_what_it_is_there_for() {
    let text = |text: &str| Inline::Text(text.to_owned());
    let link = |to| Inline::Link {
        to,
        content: vec![text("a")],
    };
    let page = |address: &str| link(Target::Page(Address::Web(address.to_owned())));
    let bare = |address| Figure {
        picture: Picture::bare(address),
        link: None,
        caption: Vec::new(),
    };
    let video = |provider, id: &str| Embed {
        provider,
        id: id.to_owned(),
        title: String::new(),
        caption: Vec::new(),
        still: None,
    };
    let lang = |lang: &str| Span {
        lang: Some(lang.to_owned()),
        dir: None,
    };
    let heading = |anchor: &str| Block::Heading {
        level: 2,
        anchor: anchor.to_owned(),
        content: vec![text("a")],
    };
    let mut deep = text("a");
    for _ in 0..3 * MAX_DEPTH {
        deep = Inline::Strong(vec![deep]);
    }
    for bad in [
        vec![Block::Paragraph(vec![page("javascript:alert(1)")])],
        vec![Block::Paragraph(vec![page(
            "https://a.example@evil.example/",
        )])],
        vec![Block::Paragraph(vec![page("https:///")])],
        vec![Block::Paragraph(vec![page("https://a/\"onclick=")])],
        vec![Block::Paragraph(vec![link(Target::Page(Address::Site(
            "javascript:alert(1)".to_owned(),
        )))])],
        vec![Block::Paragraph(vec![link(Target::Page(Address::Site(
            "/evil.example".to_owned(),
        )))])],
        vec![Block::Paragraph(vec![link(Target::Call(
            "sms:1".to_owned(),
        ))])],
        vec![Block::Paragraph(vec![link(Target::Note(1))])],
        vec![Block::Paragraph(vec![Inline::NoteRef(1)])],
        vec![Block::Paragraph(vec![Inline::Span {
            span: lang("\"><script>"),
            content: vec![text("a")],
        }])],
        vec![Block::Paragraph(vec![text("SECRET-RAW")])],
        vec![Block::Paragraph(vec![deep])],
        vec![Block::Paragraph(vec![text("a"); MAX_OUTPUT + 1])],
        vec![Block::Quote {
            blocks: vec![Block::Figure(bare(Address::Web(
                "data:image/svg+xml,".to_owned(),
            )))],
            cite: vec![],
        }],
        vec![Block::Gallery(vec![bare(Address::Site(
            "//evil.example/x".to_owned(),
        ))])],
        vec![Block::Embed(video(Provider::YouTube, "\"onload=\"x"))],
        vec![Block::Embed(video(Provider::Vimeo, "1/../2"))],
        vec![heading("x")],
        vec![heading("s-a\"b")],
        vec![heading("s-a"), heading("s-a")],
        vec![Block::Part {
            span: Span::default(),
            blocks: vec![Block::Rule],
        }],
    ] {
        let body = Body {
            blocks: bad,
            ..Body::default()
        };
        assert_ne!(
            wrong(&body),
            Vec::<String>::new(),
            "{:?}",
            body.blocks.first()
        );
    }
    let good = Body {
        blocks: vec![
            Block::Paragraph(vec![page("https://a.example/")]),
            heading("s-a"),
        ],
        ..Body::default()
    };
    assert_eq!(wrong(&good), Vec::<String>::new());
}

#[test]
fn hostile_sizes_are_cut() {
    let deep = |open: &str, close: &str, times: usize| {
        format!("{}x{}", open.repeat(times), close.repeat(times))
    };
    for (name, html) in [
        ("nested boxes", deep("<div>", "</div>", 100_000)),
        ("nested lists", deep("<ul><li>", "</li></ul>", 50_000)),
        ("nested tables", deep("<table><tr><td>", "</table>", 30_000)),
        (
            "nested quotations",
            deep("<blockquote lang=a><p lang=b>", "</p></blockquote>", 30_000),
        ),
        ("open formatting", "<b>".repeat(3_000_000)),
        ("formatting and blocks", "<b><i><p>x".repeat(50_000)),
        ("wrong order", "<b><i>x</b></i>".repeat(50_000)),
        ("ends without beginnings", "</p></b></div>".repeat(100_000)),
        ("attributes", format!("<p {}>x", "class=a ".repeat(100_000))),
        ("unclosed comments", "<!-- -".repeat(100_000)),
        ("unclosed tags", "<a href='".repeat(100_000)),
        ("unclosed frames", "<iframe>".repeat(100_000)),
        ("raw ends", format!("<script>{}", "</scrip".repeat(100_000))),
        ("ampersands", "&".repeat(1_000_000)),
        ("long names", format!("&{};", "a".repeat(1_000_000))),
        ("less-than signs", "<".repeat(1_000_000)),
        ("shortcodes", "[caption ".repeat(100_000)),
        (
            "source sets",
            format!("<img src=x srcset='{}'>", "x 1w,".repeat(100_000)),
        ),
        ("headings", "<h2 id=a>a</h2>".repeat(20_000)),
        (
            "footnote boxes",
            "<div class=footnotes><li id=a>".repeat(20_000),
        ),
        (
            "references",
            format!(
                "{}<ol class=footnotes><li id=a>x</ol>",
                "<sup><a href=#a>1</a></sup>".repeat(10_000)
            ),
        ),
        (
            "citations",
            format!("<blockquote>{}", "<cite></cite>".repeat(40_000)),
        ),
        (
            "dots in an address",
            format!("<a href='{}'>x</a>", "a/../".repeat(200_000)),
        ),
        ("addresses in text", "http://%".repeat(120_000)),
        (
            "brackets after an address",
            format!("http://a{}", ")".repeat(1_000_000)),
        ),
    ] {
        let body = read(&html, &bases()[0]);
        let audit = Audit::of(&body);
        assert_eq!(audit.wrong, Vec::<String>::new(), "{name}");
        assert!(audit.text <= MAX_TEXT, "{name}");
        assert_eq!(wrong(&parse_text(&html)), Vec::<String>::new(), "{name}");
        // The same again, to see that what goes on after the cut does not matter.
        let _ = body.plain_text().len() + body.words();
    }
}

/// Pieces that parsers have tripped over.
const PIECES: &[&str] = &[
    "<b>",
    "</b>",
    "<i lang=fr>",
    "</i>",
    "<p>",
    "</p>",
    "<p lang=en dir=rtl>",
    "<div>",
    "</div>",
    "<div class=gallery>",
    "<div class='wp-caption credit'>",
    "<span dir=auto>",
    "</span>",
    "<a href=#x>",
    "<a href=javascript:x>",
    "<a href='https://e.org/'>",
    "<a name=x>",
    "</a>",
    "<h2 id=x>",
    "<h3>",
    "</h2>",
    "<ul>",
    "<ol start=3>",
    "</ol>",
    "</ul>",
    "<li>",
    "</li>",
    "<li id=fn1>",
    "<ol class=footnotes>",
    "<sup>",
    "</sup>",
    "<a href=#fn1>",
    "1",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<blockquote>",
    "<blockquote class=pullquote>",
    "</blockquote>",
    "<cite>",
    "</cite>",
    "<footer>",
    "</footer>",
    "<table>",
    "<caption>",
    "<thead>",
    "<tr>",
    "<td colspan=0 rowspan=999>",
    "<th>",
    "</td>",
    "</tr>",
    "</table>",
    "<figure>",
    "</figure>",
    "<figcaption>",
    "</figcaption>",
    "<figure class=wp-block-gallery>",
    "<img src=x.jpg>",
    "<img srcset='a 1w, b 2x,'>",
    "<img src=data:x data-src=y>",
    "<picture>",
    "<source srcset='a.avif 9w' type=image/avif>",
    "</picture>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<br>",
    "</br>",
    "<hr>",
    "<iframe src=https://youtu.be/aaaaaaaaaaa>",
    "</iframe>",
    "<iframe src=//x>",
    "<video src=v.mp4>",
    "</video>",
    "<svg>",
    "</svg>",
    "<math>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<template>",
    "</template>",
    "<textarea>",
    "</textarea>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!x>",
    "<?x",
    "</",
    "<",
    ">",
    "&amp;",
    "&#0;",
    "&#x202e;",
    "&lt",
    "&",
    "\0",
    "\u{1}",
    " ",
    "\n",
    "\u{a0}",
    "\u{202e}",
    "é",
    "日本",
    "🇺🇦",
    "text",
    "[caption x]",
    "https://youtu.be/aaaaaaaaaaa",
    "http://e.org/a",
    "\"",
    "'",
    "=",
    "<a href=\"",
    "<p class='",
    "<small>",
    "</small>",
    "<q>",
    "<mark>",
    "</mark>",
    "<select>",
    "</select>",
];

fn sound(html: &str) -> Result<(), TestCaseError> {
    for base in &bases() {
        let body = read(html, base);
        let audit = Audit::of(&body);
        prop_assert!(audit.wrong.is_empty(), "{:?} in {:?}", audit.wrong, body);
        prop_assert!(
            read(html, base) == body,
            "the same HTML gives the same body"
        );
        let words = body.words();
        prop_assert!(words <= body.plain_text().len());
    }
    let text = parse_text(html);
    prop_assert!(wrong(&text).is_empty(), "{:?}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_string_gives_a_sound_body(html in any::<String>()) {
        sound(&html)?;
    }

    #[test]
    fn any_tag_soup_gives_a_sound_body(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        sound(&pieces.concat())?;
    }

    #[test]
    fn any_string_in_any_attribute_gives_a_sound_body(
        element in prop::sample::select(&["a", "img", "iframe", "video", "source", "span", "td", "ol", "h2", "blockquote"][..]),
        attribute in prop::sample::select(&["href", "src", "srcset", "lang", "dir", "title", "alt", "start", "colspan", "id", "class", "width"][..]),
        value in "(https?://|javascript:|//|)[^'\u{0}]{0,40}",
    ) {
        sound(&format!("<{element} {attribute}='{value}' src=x href=y width=2 height=3>a<a href=#a>b</a></{element}>"))?;
    }
}
