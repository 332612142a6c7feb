//! What becomes of each piece of HTML. Bodies are compared in a short notation that looks like HTML.

use super::{
    Block, Body, Cell, Direction, Dropped, Figure, Inline, Markup, Provider, Row, Span, Target,
    parse, parse_text,
};
use crate::{
    picture::{Picture, Source},
    url::{Address, Base},
};

fn base() -> Base {
    Base {
        site: Some("https://civil.example/".to_owned()),
        page: Some("https://civil.example/news/story/".to_owned()),
        feed: Address::Site("feed.json".to_owned()),
    }
}

fn body(html: &str) -> Body {
    parse(&Markup {
        html,
        base: &base(),
        pictures: &[],
    })
}

fn shown(html: &str) -> String {
    blocks(&body(html).blocks)
}

fn notes(body: &Body) -> Vec<String> {
    body.notes
        .iter()
        .map(|note| inlines(&note.content))
        .collect()
}

fn address(address: &Address) -> String {
    match address {
        Address::Site(path) => format!("site:{path}"),
        Address::Web(address) => address.clone(),
    }
}

fn span(span: &Span) -> String {
    let dir = span.dir.map(|dir| match dir {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
        Direction::Auto => "auto",
    });
    [span.lang.as_deref(), dir]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn figure(figure: &Figure) -> String {
    let picture = &figure.picture;
    let mut out = format!("<img {}", address(&picture.address));
    if !picture.alt.is_empty() {
        out += &format!(" alt={:?}", picture.alt);
    }
    if let Some((width, height)) = picture.size {
        out += &format!(" {width}x{height}");
    }
    if !picture.credit.is_empty() {
        out += &format!(" by={:?}", picture.credit);
    }
    for source in &picture.sources {
        out += &format!(
            " [{} {}w {}]",
            address(&source.address),
            source.width,
            source.media_type
        );
    }
    if let Some(link) = &figure.link {
        out += &format!(" -> {}", address(link));
    }
    out += ">";
    if !figure.caption.is_empty() {
        out += &format!("<figcaption>{}</figcaption>", inlines(&figure.caption));
    }
    out
}

fn row(row: &Row) -> String {
    let cell = |cell: &Cell| {
        let tag = if cell.heading { "th" } else { "td" };
        let spans = match (cell.columns, cell.rows) {
            (1, 1) => String::new(),
            (columns, rows) => format!(" {columns}x{rows}"),
        };
        format!("<{tag}{spans}>{}", inlines(&cell.content))
    };
    format!("<tr>{}", row.cells.iter().map(cell).collect::<String>())
}

fn blocks(all: &[Block]) -> String {
    all.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    let quote = |tag, inner: &[Block], cite: &[Inline]| {
        let cite = if cite.is_empty() {
            String::new()
        } else {
            format!("<by>{}</by>", inlines(cite))
        };
        format!("<{tag}>{}{cite}</{tag}>", blocks(inner))
    };
    match block {
        Block::Paragraph(content) => format!("<p>{}</p>", inlines(content)),
        Block::Heading {
            level,
            anchor,
            content,
        } => format!("<h{level} {anchor}>{}</h{level}>", inlines(content)),
        Block::List { start, items } => {
            let items: String = items
                .iter()
                .map(|item| format!("<li>{}</li>", blocks(item)))
                .collect();
            match start {
                Some(start) => format!("<ol {start}>{items}</ol>"),
                None => format!("<ul>{items}</ul>"),
            }
        }
        Block::Quote { blocks, cite } => quote("blockquote", blocks, cite),
        Block::PullQuote { blocks, cite } => quote("pullquote", blocks, cite),
        Block::Table {
            caption,
            head,
            rows,
        } => {
            let mut out = String::from("<table>");
            if !caption.is_empty() {
                out += &format!("<caption>{}</caption>", inlines(caption));
            }
            if !head.is_empty() {
                out += &format!(
                    "<thead>{}</thead>",
                    head.iter().map(row).collect::<String>()
                );
            }
            out + &rows.iter().map(row).collect::<String>() + "</table>"
        }
        Block::Figure(one) => figure(one),
        Block::Gallery(figures) => {
            format!(
                "<gallery>{}</gallery>",
                figures.iter().map(figure).collect::<String>()
            )
        }
        Block::Code(code) => format!("<pre>{code}</pre>"),
        Block::Rule => "<hr>".to_owned(),
        Block::Embed(embed) => {
            let name = embed.provider.name();
            let still = embed
                .still
                .as_ref()
                .map(|still| format!("<still {}>", still.alt));
            format!(
                "<{name} {} {:?}>{}{}</{name}>",
                embed.id,
                embed.title,
                still.unwrap_or_default(),
                inlines(&embed.caption)
            )
        }
        Block::Part {
            span: found,
            blocks: inner,
        } => format!("<part {}>{}</part>", span(found), blocks(inner)),
    }
}

fn inlines(all: &[Inline]) -> String {
    all.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    let tag = |tag: &str, content: &[Inline]| format!("<{tag}>{}</{tag}>", inlines(content));
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Break => "<br>".to_owned(),
        Inline::Emphasis(content) => tag("em", content),
        Inline::Strong(content) => tag("b", content),
        Inline::Subscript(content) => tag("sub", content),
        Inline::Superscript(content) => tag("sup", content),
        Inline::Code(text) => format!("<code>{text}</code>"),
        Inline::Deleted(content) => tag("del", content),
        Inline::Marked(content) => tag("mark", content),
        Inline::Quoted(content) => tag("q", content),
        Inline::Small(content) => tag("small", content),
        Inline::Link { to, content } => {
            let to = match to {
                Target::Page(to) => address(to),
                Target::Heading(anchor) => format!("#{anchor}"),
                Target::Note(number) => format!("note {number}"),
                Target::Call(address) => address.clone(),
            };
            format!("<a {to}>{}</a>", inlines(content))
        }
        Inline::NoteRef(number) => format!("[{number}]"),
        Inline::Span {
            span: found,
            content,
        } => format!("<span {}>{}</span>", span(found), inlines(content)),
    }
}

/// Asserts what each piece of HTML becomes.
fn all(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(shown(html), *expected, "{html}");
    }
}

#[test]
fn paragraphs_are_paragraphs_closed_or_not() {
    all(&[
        ("<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"),
        ("<p>One<p>Two", "<p>One</p><p>Two</p>"),
        ("  <p> One \n two </p> ", "<p>One two</p>"),
        ("<p></p><p> &nbsp;x</p><p>\n</p>", "<p>\u{a0}x</p>"),
        ("</p>", ""),
    ]);
}

#[test]
fn containers_are_transparent_and_loose_text_becomes_paragraphs() {
    all(&[
        (
            "One<div>Two <b>three</b></div>Four",
            "<p>One</p><p>Two <b>three</b></p><p>Four</p>",
        ),
        (
            "<section><article><main><header>A</header><p>B</p></main></article></section>",
            "<p>A</p><p>B</p>",
        ),
        ("<center><font color=red>A</font></center>", "<p>A</p>"),
        (
            "<html><head><title>T</title></head><body><p>A</p></body></html>",
            "<p>A</p>",
        ),
        (
            "<form><fieldset><legend>L</legend><label>Name</label></fieldset></form>",
            "<p>L</p><p>Name</p>",
        ),
    ]);
}

#[test]
fn a_block_in_a_paragraph_splits_it() {
    all(&[
        ("<p>a<div>b</div>c</p>", "<p>a</p><p>b</p><p>c</p>"),
        (
            "<p>a<ul><li>b</ul>c",
            "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>",
        ),
        ("<p>a<hr>b</p>", "<p>a</p><hr><p>b</p>"),
    ]);
}

#[test]
fn formatting_goes_on_across_blocks() {
    all(&[
        ("<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"),
        (
            "<b><p>a</p><p>b</p></b>c",
            "<p><b>a</b></p><p><b>b</b></p><p>c</p>",
        ),
        ("<b><p>a</b>b</p>c", "<p><b>a</b>b</p><p>c</p>"),
        ("<b>1<i>2</b>3</i>4", "<p><b>1<em>2</em></b><em>3</em>4</p>"),
        (
            "<b><ul><li>x</b>y</li></ul>z",
            "<ul><li><p><b>x</b>y</p></li></ul><p>z</p>",
        ),
        (
            "<b><blockquote>x</b>y</blockquote>z",
            "<blockquote><p><b>x</b>y</p></blockquote><p>z</p>",
        ),
        ("<div><b>x</div>y</b>z", "<p><b>x</b></p><p><b>y</b>z</p>"),
        ("<p><b>x</p><p>y", "<p><b>x</b></p><p><b>y</b></p>"),
        (
            "<table><tr><td><b>x<td>y</table>z",
            "<table><tr><td><b>x</b><td>y</table><p>z</p>",
        ),
    ]);
}

#[test]
fn a_link_around_blocks_is_a_link_in_each_of_them() {
    all(&[
        (
            "<a href=https://e.org/><div><h3>T</h3><p>x</p></div></a>y",
            "<h3 s-t><a https://e.org/>T</a></h3><p><a https://e.org/>x</a></p><p>y</p>",
        ),
        (
            "<a href=https://e.org/><div>x</a>y</div>z",
            "<p><a https://e.org/>x</a>y</p><p>z</p>",
        ),
        (
            "<a href=https://e.org/>x<a href=https://f.org/>y</a>z",
            "<p><a https://e.org/>x</a><a https://f.org/>y</a>z</p>",
        ),
    ]);
}

#[test]
fn inline_formatting_is_kept() {
    all(&[
        (
            "<em>a</em><i>b</i><cite>c</cite><dfn>d</dfn>",
            "<p><em>a</em><em>b</em><em>c</em><em>d</em></p>",
        ),
        ("<strong>a</strong><b>b</b>", "<p><b>a</b><b>b</b></p>"),
        (
            "H<sub>2</sub>O x<sup>2</sup>",
            "<p>H<sub>2</sub>O x<sup>2</sup></p>",
        ),
        (
            "<code>a <b>b</b></code><kbd>c</kbd><samp>d</samp><var>e</var><tt>f</tt>",
            "<p><code>a b</code><code>c</code><code>d</code><code>e</code><code>f</code></p>",
        ),
        (
            "<del>a</del><s>b</s><strike>c</strike>",
            "<p><del>a</del><del>b</del><del>c</del></p>",
        ),
        (
            "<mark>a</mark><q>b</q><small>c</small>",
            "<p><mark>a</mark><q>b</q><small>c</small></p>",
        ),
        (
            "<abbr title=x>a</abbr><ins>b</ins><u>c</u><time>d</time><blink>e</blink>",
            "<p>abcde</p>",
        ),
        ("a<b></b> <i> </i>b", "<p>a b</p>"),
    ]);
}

#[test]
fn white_space_is_folded_across_elements() {
    all(&[
        ("a <b> b </b> c", "<p>a <b>b </b>c</p>"),
        ("<p>a <b>b </b></p>", "<p>a <b>b</b></p>"),
        ("a \n\t b", "<p>a b</p>"),
    ]);
}

#[test]
fn line_breaks_are_kept_within_and_dropped_at_the_ends() {
    all(&[
        ("<p><br>a <br> b<br/></p>", "<p>a<br>b</p>"),
        ("a</br>b", "<p>a<br>b</p>"),
    ]);
}

#[test]
fn two_line_breaks_part_paragraphs() {
    all(&[
        ("a<br><br>b<br> <br>\n<br>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<b>a<br><br>b</b>", "<p><b>a</b></p><p><b>b</b></p>"),
    ]);
}

#[test]
fn headings_get_levels_below_the_headline_and_anchors_of_their_own() {
    all(&[
        (
            "<h1>One</h1><h2>Two</h2><h3>Three</h3><h4>Four</h4><h6>Six</h6>",
            "<h2 s-one>One</h2><h2 s-two>Two</h2><h3 s-three>Three</h3><h4 s-four>Four</h4><h4 s-six>Six</h4>",
        ),
        (
            "<h2>Same</h2><h2>Same</h2><h2>same!</h2>",
            "<h2 s-same>Same</h2><h2 s-same--2>Same</h2><h2 s-same--3>same!</h2>",
        ),
        (
            "<h2>Same 2</h2><h2>Same</h2><h2>Same</h2>",
            "<h2 s-same-2>Same 2</h2><h2 s-same>Same</h2><h2 s-same--2>Same</h2>",
        ),
        (
            "<h2>Како се  живее?</h2>",
            "<h2 s-како-се-живее>Како се живее?</h2>",
        ),
        ("<h2>***</h2>", "<h2 s-part>***</h2>"),
        ("<h2> </h2>", ""),
        ("<h2>a<h3>b</h2>c", "<h2 s-a>a</h2><h3 s-b>b</h3><p>c</p>"),
        (
            "<h2>a<img src=x.jpg></h2>",
            "<h2 s-a>a</h2><img site:x.jpg>",
        ),
    ]);
}

#[test]
fn lists_keep_their_kind_their_start_and_their_nesting() {
    all(&[
        (
            "<ul><li>a<li>b</ul>",
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
        ),
        (
            "<ol start=5><li>a</li></ol>",
            "<ol 5><li><p>a</p></li></ol>",
        ),
        (
            "<ol start=-2><li>a</li></ol>",
            "<ol 1><li><p>a</p></li></ol>",
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li><li>c</ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>",
        ),
        // A list directly in a list belongs to the item before it.
        (
            "<ul><li>a</li><ul><li>b</ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        (
            "<ul>x <b>y</b><li>a</ul>",
            "<ul><li><p>x <b>y</b></p></li><li><p>a</p></li></ul>",
        ),
        ("<ul><li></li></ul>", ""),
        ("<li>a<li>b", "<p>a</p><p>b</p>"),
    ]);
}

#[test]
fn a_definition_list_becomes_paragraphs_with_bold_terms() {
    all(&[(
        "<dl><dt>T<dd>M<dt>T2</dt><dd><p>M2</p></dl>",
        "<p><b>T</b></p><p>M</p><p><b>T2</b></p><p>M2</p>",
    )]);
}

#[test]
fn a_quotation_keeps_its_source() {
    all(&[
        (
            "<blockquote>a</blockquote>",
            "<blockquote><p>a</p></blockquote>",
        ),
        (
            "<blockquote><p>a</p><cite>B</cite></blockquote>",
            "<blockquote><p>a</p><by>B</by></blockquote>",
        ),
        (
            "<blockquote><p>a</p><p><cite>B</cite></p></blockquote>",
            "<blockquote><p>a</p><by>B</by></blockquote>",
        ),
        (
            "<blockquote><p>a</p><footer>— <cite>B</cite></footer></blockquote>",
            "<blockquote><p>a</p><by>— <em>B</em></by></blockquote>",
        ),
        (
            "<blockquote><p><cite>The Times</cite> said so</p></blockquote>",
            "<blockquote><p><em>The Times</em> said so</p></blockquote>",
        ),
        (
            "<figure><blockquote>a</blockquote><figcaption>B</figcaption></figure>",
            "<blockquote><p>a</p><by>B</by></blockquote>",
        ),
        (
            "<blockquote><blockquote>a</blockquote>b</blockquote>",
            "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>",
        ),
        ("<footer>a</footer>", "<p>a</p>"),
    ]);
}

#[test]
fn a_pull_quote_is_told_from_a_quotation() {
    all(&[
        (
            "<blockquote class='wp-block-pullquote x'>a</blockquote>",
            "<pullquote><p>a</p></pullquote>",
        ),
        (
            "<figure class=wp-block-pullquote><blockquote><p>a</p><cite>B</cite></blockquote></figure>",
            "<pullquote><p>a</p><by>B</by></pullquote>",
        ),
        (
            "<aside class=pullquote>a</aside>",
            "<pullquote><p>a</p></pullquote>",
        ),
    ]);
}

#[test]
fn a_table_keeps_caption_head_and_spans() {
    all(&[
        (
            "<table><caption>C</caption><thead><tr><th>A<th>B</thead><tbody><tr><td colspan=2>1</table>",
            "<table><caption>C</caption><thead><tr><th>A<th>B</thead><tr><td 2x1>1</table>",
        ),
        (
            "<table><tr><th>A<th>B<tr><th>1<td>2</table>",
            "<table><thead><tr><th>A<th>B</thead><tr><th>1<td>2</table>",
        ),
        (
            "<table><td colspan=9999 rowspan=0>1</table>",
            "<table><tr><td 100x1>1</table>",
        ),
        (
            "<table><td><p>a</p><p>b</p><ul><li>c</ul></table>",
            "<table><tr><td>a<br>b<br>• c</table>",
        ),
        (
            "<table><tr><td>a<table><td>b</table>c</table>d",
            "<table><tr><td>a<br>c</table><table><tr><td>b</table><p>d</p>",
        ),
        (
            "<table><td><img src=x.png>a</table>",
            "<table><tr><td>a</table><img site:x.png>",
        ),
        (
            "<table>stray<tr><td>a</table>",
            "<p>stray</p><table><tr><td>a</table>",
        ),
        (
            "<table><tr><td><div>a</td></tr><tr><td>b</table>",
            "<table><tr><td>a<tr><td>b</table>",
        ),
        (
            "<table><tr><td><h2>a</h2></table>",
            "<table><tr><td><b>a</b></table>",
        ),
        (
            "<figure class=wp-block-table><table><td>a</table><figcaption>C</figcaption></figure>",
            "<table><caption>C</caption><tr><td>a</table>",
        ),
        (
            "<div>x<table><tr><td>a</div>b</table>c",
            "<p>x</p><table><tr><td>ab</table><p>c</p>",
        ),
        ("<table></table>", ""),
    ]);
}

#[test]
fn an_image_in_a_paragraph_becomes_a_figure() {
    all(&[
        (
            "<p>a <img src=x.jpg alt=' An  x '> b</p>",
            "<p>a</p><img site:x.jpg alt=\"An x\"><p>b</p>",
        ),
        (
            "<p><b>a<img src=x.jpg>b</b></p>",
            "<p><b>a</b></p><img site:x.jpg><p><b>b</b></p>",
        ),
        (
            "<p><a href=https://e.org/><img src=/x.jpg></a></p>",
            "<img site:x.jpg -> https://e.org/>",
        ),
        ("<image src=x.jpg>", "<img site:x.jpg>"),
    ]);
}

#[test]
fn a_figure_keeps_its_caption_and_the_credit_in_it() {
    all(&[
        (
            "<figure><img src=x.jpg><figcaption>C <small>Ann</small></figcaption></figure>",
            "<img site:x.jpg><figcaption>C <small>Ann</small></figcaption>",
        ),
        (
            "<figure><a href=/y/><img src=x.jpg></a><figcaption>C <span class=photo-credit>Ann</span></figcaption></figure>",
            "<img site:x.jpg -> site:y/><figcaption>C <small>Ann</small></figcaption>",
        ),
        (
            "<figure><img src=x.jpg><figcaption><p>C</p><p class=credit>Ann</p></figcaption></figure>",
            "<img site:x.jpg><figcaption>C<br><small>Ann</small></figcaption>",
        ),
        (
            "<div class='wp-caption alignleft'><img src=x.jpg><p class=wp-caption-text>C</p></div>a",
            "<img site:x.jpg><figcaption>C</figcaption><p>a</p>",
        ),
        (
            "<div class=wp-block-image><figure><img src=x.jpg><figcaption class=wp-element-caption>C</figcaption></figure></div>",
            "<img site:x.jpg><figcaption>C</figcaption>",
        ),
        (
            "<figure><pre>a</pre><figcaption>C</figcaption></figure>",
            "<pre>a</pre><p>C</p>",
        ),
        ("<figcaption>C</figcaption>", "<p>C</p>"),
    ]);
}

#[test]
fn the_marks_of_a_caption_shortcode_are_removed() {
    all(&[(
        "[caption id=\"a_1\" width=\"9\"]<img src=x.jpg> Words[/caption] [sic] [caption x",
        "<img site:x.jpg><p>Words [sic] [caption x</p>",
    )]);
    all(&[("a [caption] b [x] caption", "<p>a b [x] caption</p>")]);
}

#[test]
fn a_lazy_image_shows_the_real_picture() {
    all(&[
        (
            "<img src=data:image/gif;base64,R0 data-src=x.jpg>",
            "<img site:x.jpg>",
        ),
        (
            "<img src=blank.gif data-lazy-src=x.jpg data-lazy-srcset='y.webp 800w'>",
            "<img site:x.jpg [site:y.webp 800w image/webp]>",
        ),
        (
            "<img data-srcset='y.jpg 800w, z.jpg 1600w'>",
            "<img site:y.jpg [site:y.jpg 800w image/jpeg] [site:z.jpg 1600w image/jpeg]>",
        ),
        (
            "<img data-src=x.jpg><noscript><img src=x.jpg></noscript>",
            "<img site:x.jpg>",
        ),
    ]);
}

#[test]
fn a_source_set_becomes_the_sources_of_the_picture() {
    all(&[
        (
            "<img src=x.jpg width=400 height=300px srcset='x,1.jpg 400w,https://c.example/x.png?a,b 800w, z.jpg 2x'>",
            "<img site:x.jpg 400x300 [site:x,1.jpg 400w image/jpeg] [https://c.example/x.png?a,b 800w image/png] \
             [site:z.jpg 800w image/jpeg]>",
        ),
        (
            "<picture><source type=image/avif srcset='x.avif 400w, y.avif 800w'><source media=print srcset='p.jpg 9w'>\
             <img src=x.jpg></picture>",
            "<img site:x.jpg [site:x.avif 400w image/avif] [site:y.avif 800w image/avif]>",
        ),
        (
            "<picture><source type=image/webp srcset=x.webp><img src=x.jpg width=40 height=30></picture>",
            "<img site:x.jpg 40x30 [site:x.webp 40w image/webp]>",
        ),
        (
            "<img src=x.jpg srcset='javascript:1 400w, y.jpg 1e9w, z.jpg w, ,,, '>",
            "<img site:x.jpg>",
        ),
    ]);
}

#[test]
fn a_picture_known_to_the_feed_lends_what_it_knows() {
    let known = Picture {
        size: Some((1200, 800)),
        alt: "A bridge".to_owned(),
        credit: "Ann".to_owned(),
        sources: vec![Source {
            address: Address::Site("x.avif".to_owned()),
            width: 600,
            media_type: "image/avif".to_owned(),
        }],
        ..Picture::bare(Address::Site("x.jpg".to_owned()))
    };
    let shown = |html| {
        blocks(
            &parse(&Markup {
                html,
                base: &base(),
                pictures: std::slice::from_ref(&known),
            })
            .blocks,
        )
    };
    let rest = "1200x800 by=\"Ann\" [site:x.avif 600w image/avif]>";
    assert_eq!(
        shown("<img src=/x.jpg width=1 height=2>"),
        format!("<img site:x.jpg alt=\"A bridge\" {rest}")
    );
    assert_eq!(
        shown("<img src=x.jpg alt=Own>"),
        format!("<img site:x.jpg alt=\"Own\" {rest}")
    );
    assert_eq!(shown("<img src=z.jpg>"), "<img site:z.jpg>");
}

#[test]
fn a_tracking_pixel_is_dropped_and_an_emoji_is_text() {
    let tracked = body(
        "a<img src=https://t.example/p.gif width=1 height=1>b<img class=emoji alt=🙂 src=https://s.w.org/x.svg>",
    );
    assert_eq!(blocks(&tracked.blocks), "<p>ab🙂</p>");
    assert_eq!(tracked.dropped, [Dropped::Element("img".to_owned(), 1)]);
}

#[test]
fn pictures_that_belong_together_become_a_gallery() {
    let two = "<gallery><img site:1.jpg><figcaption>A</figcaption><img site:2.jpg></gallery>";
    let with_caption = format!("{two}<p>All</p>");
    all(&[
        (
            "<figure class='wp-block-gallery'><figure class=wp-block-image><img src=1.jpg><figcaption>A</figcaption></figure>\
             <figure class=wp-block-image><img src=2.jpg></figure><figcaption>All</figcaption></figure>",
            &with_caption,
        ),
        (
            "<ul class=wp-block-gallery><li class=blocks-gallery-item><figure><img src=1.jpg><figcaption>A</figcaption></figure></li>\
             <li class=blocks-gallery-item><figure><img src=2.jpg></figure></li></ul>",
            two,
        ),
        (
            "<div class=gallery><dl class=gallery-item><dt class=gallery-icon><img src=1.jpg></dt>\
             <dd class='wp-caption-text gallery-caption'>A</dd></dl><dl class=gallery-item><dt class=gallery-icon><img src=2.jpg>\
             </dt></dl><br></div>",
            two,
        ),
        (
            "<div class=gallery><img src=1.jpg><p>Words</p></div>",
            "<img site:1.jpg><p>Words</p>",
        ),
        (
            "<figure><img src=1.jpg><img src=2.jpg></figure>",
            "<gallery><img site:1.jpg><img site:2.jpg></gallery>",
        ),
    ]);
}

#[test]
fn code_keeps_its_lines() {
    all(&[
        ("<pre>\n a\n  b<br>c\n</pre>", "<pre> a\n  b\nc</pre>"),
        (
            "<pre><code class=x>a &lt; b\r\nc</code></pre>d",
            "<pre>a < b\nc</pre><p>d</p>",
        ),
    ]);
}

#[test]
fn a_language_or_direction_of_its_own_is_kept() {
    all(&[
        (
            "a <span lang=fr>b</span> <i lang=de>c</i>",
            "<p>a <span fr>b</span> <span de><em>c</em></span></p>",
        ),
        (
            "<bdo dir=rtl>a</bdo><bdi>b</bdi><span>c</span>",
            "<p><span rtl>a</span><span auto>b</span>c</p>",
        ),
        (
            "<p lang=sq_AL dir=LTR>a <span lang=sq-al>b</span></p>",
            "<part sq-AL ltr><p>a b</p></part>",
        ),
        (
            "<div lang=ar dir=rtl><p>a</p><p lang=en>b</p></div>",
            "<part ar rtl><p>a</p><part en><p>b</p></part></part>",
        ),
        (
            "<ul><li lang=fr>a</li></ul>",
            "<ul><li><part fr><p>a</p></part></li></ul>",
        ),
        (
            "<table><td lang=fr>a</table>",
            "<table><tr><td><span fr>a</span></table>",
        ),
        ("<h2 lang=fr>a</h2>", "<part fr><h2 s-a>a</h2></part>"),
        (
            "<figure lang=fr><img src=x.jpg><figcaption lang=de>a</figcaption></figure>",
            "<part fr><img site:x.jpg><figcaption><span de>a</span></figcaption></part>",
        ),
        (
            "<p lang='\"><script>'>a</p><p lang=toolongpart>b</p>",
            "<p>a</p><p>b</p>",
        ),
    ]);
}

#[test]
fn links_lead_within_the_site_or_to_the_web() {
    all(&[
        (
            "<a href='https://civil.example/x/?q=1#f'>a</a>",
            "<p><a site:x/?q=1#f>a</a></p>",
        ),
        ("<a href=../y>a</a>", "<p><a site:news/y>a</a></p>"),
        ("<a href=//e.org>a</a>", "<p><a https://e.org/>a</a></p>"),
        ("<a name=x>a</a> <a>b</a>", "<p>a b</p>"),
        (
            "<a href=' MailTo:a@e.org?subject=a b '>a</a>",
            "<p><a mailto:a@e.org?subject=a%20b>a</a></p>",
        ),
        (
            "<a href='tel:+389 2 (123)'>a</a>",
            "<p><a tel:+3892(123)>a</a></p>",
        ),
        ("<a href=https://e.org/> </a>", ""),
    ]);
}

#[test]
fn a_link_that_could_act_loses_its_address_and_keeps_its_words() {
    for scheme in [
        "javascript:alert(1)",
        "JaVa\tScript:x",
        "&#1;javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "blob:x",
        "about:blank",
        "mailto:",
        "tel:x",
    ] {
        let body = body(&format!("<a href=\"{scheme}\">a</a>"));
        assert_eq!(blocks(&body.blocks), "<p>a</p>", "{scheme}");
        assert!(matches!(&*body.dropped, [Dropped::Address(_)]), "{scheme}");
    }
}

#[test]
fn fragments_lead_to_headings_of_the_body_or_nowhere() {
    let heading = "<h2 s-title>Title</h2>";
    all(&[
        (
            "<a href=#t>a</a><h2 id=t>Title</h2>",
            &format!("<p><a #s-title>a</a></p>{heading}"),
        ),
        (
            "<h2><a name=t></a>Title</h2><a href=#t>a</a>",
            &format!("{heading}<p><a #s-title>a</a></p>"),
        ),
        (
            "<a id=t></a><h2>Title</h2><a href=https://civil.example/news/story/#t>a</a>",
            &format!("{heading}<p><a #s-title>a</a></p>"),
        ),
        (
            "<section id=t>x<h2>Title</h2></section><a href=#t>a</a>",
            &format!("<p>x</p>{heading}<p>a</p>"),
        ),
        (
            "<h2 id=т>Title</h2><a href=#%D1%82>a</a>",
            &format!("{heading}<p><a #s-title>a</a></p>"),
        ),
        ("<a href=#>a</a><a href=#nowhere>b</a>", "<p>ab</p>"),
        (
            "<a href=#t>a</a><table><td><h2 id=t>b</table>",
            "<p>a</p><table><tr><td><b>b</b></table>",
        ),
    ]);
}

#[test]
fn footnotes_of_wordpress_are_found() {
    let body = body(
        "<p>Claim<sup data-fn=\"u1\" class=\"fn\"><a href=\"#u1\" id=\"u1-link\">1</a></sup>.</p>\
         <ol class=\"wp-block-footnotes\"><li id=\"u1\">Source <em>x</em>. <a href=\"#u1-link\" aria-label=\"Jump\">↩︎</a></li></ol><p>End</p>",
    );
    assert_eq!(blocks(&body.blocks), "<p>Claim[1].</p><p>End</p>");
    assert_eq!(notes(&body), ["Source <em>x</em>."]);
}

#[test]
fn footnotes_of_markdown_tools_are_found() {
    for id in ["fn-1", "fn:1", "fn1"] {
        let body = body(&format!(
            "<p>A<sup id=\"fnref-1\">[<a href=\"#{id}\">1</a>]</sup> b</p><section class=\"footnotes\"><hr><h2>Notes</h2>\
             <ol><li id=\"{id}\"><p>One</p><p>two <a class=\"footnote-backref\" href=\"#fnref-1\">↩</a></p></li></ol></section>"
        ));
        assert_eq!(blocks(&body.blocks), "<p>A[1] b</p>", "{id}");
        assert_eq!(notes(&body), ["One<br>two"], "{id}");
    }
}

#[test]
fn notes_are_numbered_in_the_order_of_their_list_and_kept_without_a_reference() {
    let body = body(
        "<a href=#b>7</a><a href=#b>the second note</a><ol class=footnotes><li id=a>A</li><li id=b>B <a href=#a>1</a></li></ol>",
    );
    assert_eq!(
        blocks(&body.blocks),
        "<p>[2]<a note 2>the second note</a></p>"
    );
    assert_eq!(notes(&body), ["A", "B [1]"]);
}

#[test]
fn a_box_that_is_only_called_footnotes_is_kept() {
    all(&[
        ("<div class=footnotes><p>a</p></div>", "<p>a</p>"),
        (
            "<ul class=footnotes><li>a</ul>",
            "<ul><li><p>a</p></li></ul>",
        ),
    ]);
}

#[test]
fn videos_of_known_providers_become_embeds() {
    let video = "<YouTube dQw4w9WgXcQ \"\"></YouTube>";
    all(&[
        (
            "<iframe src='//www.youtube.com/embed/dQw4w9WgXcQ?x' title=' A  film '>x</iframe>a",
            "<YouTube dQw4w9WgXcQ \"A film\"></YouTube><p>a</p>",
        ),
        (
            "<p>a<iframe data-src=https://player.vimeo.com/video/123></iframe>b",
            "<p>a</p><Vimeo 123 \"\"></Vimeo><p>b</p>",
        ),
        (
            "<figure><iframe src=https://player.vimeo.com/video/123></iframe><img src=a.jpg alt=Still><figcaption>c</figcaption></figure>",
            "<Vimeo 123 \"\"><still Still>c</Vimeo>",
        ),
        (
            "<figure><img src=a.jpg alt=S><iframe src=https://player.vimeo.com/video/123></iframe></figure><p><img src=b.jpg alt=B>",
            "<Vimeo 123 \"\"><still S></Vimeo><img site:b.jpg alt=\"B\">",
        ),
        ("<p> https://youtu.be/dQw4w9WgXcQ </p>", video),
        (
            "<p><a href=https://youtu.be/dQw4w9WgXcQ>https://youtu.be/dQw4w9WgXcQ</a></p>",
            video,
        ),
        (
            "<figure class=wp-block-embed><div class=wp-block-embed__wrapper>\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n</div>\
             <figcaption>C</figcaption></figure>",
            "<YouTube dQw4w9WgXcQ \"\">C</YouTube>",
        ),
        (
            "<p>see https://youtu.be/dQw4w9WgXcQ</p>",
            "<p>see https://youtu.be/dQw4w9WgXcQ</p>",
        ),
        (
            "<iframe src=https://youtu.be/dQw4w9WgXcQ />a",
            "<YouTube dQw4w9WgXcQ \"\"></YouTube><p>a</p>",
        ),
    ]);
    assert_eq!(Provider::YouTube.name(), "YouTube");
}

#[test]
fn other_frames_become_links() {
    all(&[
        (
            "<iframe src=https://maps.example/x title=Map></iframe>",
            "<p><a https://maps.example/x>Map</a></p>",
        ),
        (
            "<iframe src=https://maps.example/x></iframe>",
            "<p><a https://maps.example/x>maps.example</a></p>",
        ),
        (
            "<p>https://social.example/@x/1</p>",
            "<p><a https://social.example/@x/1>https://social.example/@x/1</a></p>",
        ),
        ("<iframe src=javascript:alert(1)></iframe>a", "<p>a</p>"),
        ("<iframe srcdoc='<b>x</b>'></iframe>a", "<p>a</p>"),
    ]);
}

#[test]
fn sound_and_films_become_links_to_their_files() {
    all(&[
        (
            "<audio controls src=https://e.org/a.mp3>No sound</audio>",
            "<p><a https://e.org/a.mp3>https://e.org/a.mp3</a></p>",
        ),
        (
            "<video title=Film><source src=f.mp4><p>No</p></video>b",
            "<p><a site:f.mp4>Film</a></p><p>b</p>",
        ),
        ("<video></video>", ""),
    ]);
}

#[test]
fn what_has_no_place_is_dropped_and_counted() {
    let body = body(
        "a<script>if (a < b) x('</p>')</script><style>p{}</style><textarea><p>x</textarea><template><p>x</template>\
         <svg><style><a id=\"</style><title>t</title><text>x</text></svg><math><mi>x</mi></math><object>x</object><embed src=x>\
         <canvas>x</canvas><map><area></map><button>x</button><select><option>x</select><input><input>b",
    );
    assert_eq!(blocks(&body.blocks), "<p>ab</p>");
    let names: Vec<_> = body
        .dropped
        .iter()
        .map(|dropped| match dropped {
            Dropped::Element(name, count) => format!("{name} {count}"),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        names,
        [
            "button 1",
            "canvas 1",
            "embed 1",
            "input 2",
            "map 1",
            "math 1",
            "object 1",
            "script 1",
            "select 1",
            "style 2",
            "svg 1",
            "template 1",
            "textarea 1",
            "title 1"
        ]
    );
}

#[test]
fn raw_text_ends_only_at_its_own_end_tag() {
    all(&[
        ("<script>x</scripty></SCRIPT >a", "<p>a</p>"),
        (
            "<xmp><p>x</p></xmp>a<noscript><p>x</noscript>b<noembed>x</noembed><noframes>y</noframes>c",
            "<p>abc</p>",
        ),
        ("a<script>b", "<p>a</p>"),
        ("a<title>b</title", "<p>a</p>"),
    ]);
}

#[test]
fn comments_and_declarations_are_skipped() {
    all(&[
        (
            "a<!-- <p> -->b<!-->c<!--->d<!--x--!>e<!----->f",
            "<p>abcdef</p>",
        ),
        ("<!doctype html>a<?php x ?>b</>c</ x>d<!x>e", "<p>abcde</p>"),
        ("<![CDATA[<p>a</p>]]>", "<p>a</p>"),
        ("a<!-- b", "<p>a</p>"),
    ]);
}

#[test]
fn broken_tags_are_text_or_nothing() {
    all(&[
        ("1 < 2 <3 <", "<p>1 < 2 <3 <</p>"),
        ("a<b", "<p>a</p>"),
        ("a<a href=\"x", "<p>a</p>"),
        (
            "<A HREF='https://e.org/?a=1&amp;b=2&copy=3'>a</A>",
            "<p><a https://e.org/?a=1&b=2&copy=3>a</a></p>",
        ),
        (
            "<a href=https://e.org/ href=https://f.org/>a</a>",
            "<p><a https://e.org/>a</a></p>",
        ),
        (
            "<a/href=https://e.org/x>a</a>",
            "<p><a https://e.org/x>a</a></p>",
        ),
        ("<p\0>a\0b</p>", "<p>ab</p>"),
    ]);
}

#[test]
fn a_body_beyond_the_caps_is_cut_and_says_so() {
    let deep = format!("{}x{}", "<div>".repeat(100), "</div>".repeat(100));
    assert_eq!(body(&deep).dropped, [Dropped::TooLarge]);
    assert_eq!(blocks(&body(&deep).blocks), "<p>x</p>");
    let many = "<p>x".repeat(60_000);
    assert_eq!(body(&many).dropped, [Dropped::TooLarge]);
    assert_eq!(body(&many).blocks.len(), 25_000);
    let long = "ж".repeat(600_000);
    assert_eq!(body(&long).dropped, [Dropped::TooLarge]);
    assert_eq!(body(&long).plain_text().len(), 1_000_000);
    assert_eq!(parse_text(&long).dropped, [Dropped::TooLarge]);
    assert_eq!(parse_text(&long).plain_text().len(), 1_000_000);
    // Formatting that goes on would make 60 inlines of each paragraph.
    let spread = format!("{}{}", "<b>".repeat(60), "<p>x".repeat(20_000));
    assert_eq!(body(&spread).dropped, [Dropped::TooLarge]);
}

#[test]
fn plain_text_becomes_paragraphs_breaks_and_links() {
    let shown = |text| blocks(&parse_text(text).blocks);
    assert_eq!(
        shown("One\r\ntwo\n \n\nThree <b> &amp;"),
        "<p>One<br>two</p><p>Three <b> &amp;</p>"
    );
    assert_eq!(
        shown("See https://e.org/a_(b), (http://f.org/x). xhttp://no https:// „https://g.org“"),
        "<p>See <a https://e.org/a_(b)>https://e.org/a_(b)</a>, (<a http://f.org/x>http://f.org/x</a>). xhttp://no https:// \
         „<a https://g.org/>https://g.org</a>“</p>"
    );
    assert_eq!(
        shown("https://youtu.be/dQw4w9WgXcQ"),
        "<YouTube dQw4w9WgXcQ \"\"></YouTube>"
    );
    assert_eq!(shown(""), "");
}

#[test]
fn dropped_elements_end_where_they_say_however_open_their_content_is() {
    all(&[
        ("<template><p>x</template>b", "<p>b</p>"),
        (
            "<video src=f.mp4><p>x</video>b",
            "<p><a site:f.mp4>f.mp4</a></p><p>b</p>",
        ),
        ("<div><button>x</div>b", "<p>b</p>"),
    ]);
}
