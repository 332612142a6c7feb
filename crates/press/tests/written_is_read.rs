//! What the press writes, the app reads back as the same site, stories and pages.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where it failed"
)]

use content::{
    edition::Edition,
    feed, fold,
    frame::{Frame, Item},
    page::{PER_PAGE, Page},
    route::{List, Route},
    search::{Results, index::Index},
    sheet,
    site::Site,
    story::Story,
    url::Address,
};
use press::{archive::Archive, leaf::leaf, place, search_index::SearchIndex, site_file::site_file};
use proptest::prelude::*;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::{collections::HashMap, fs, path::Path};

fn edition(site: &[u8], feeds: &[(&str, &[u8])], pages: Option<&[u8]>) -> Edition {
    let site = Site::read(site, &mut Vec::new()).unwrap();
    let read = |name: &str, bytes: &[u8]| {
        feed::read(bytes, &Address::Site(name.to_owned()), &site).unwrap()
    };
    let feeds = feeds
        .iter()
        .map(|(name, bytes)| read(name, bytes))
        .collect();
    let pages = pages.map(|bytes| read("pages.json", bytes));
    Edition::new(site, feeds, pages, &mut Vec::new())
}

fn sample() -> Edition {
    let read = |name: &str| {
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
        fs::read(public.join(name)).unwrap()
    };
    edition(
        &read("site.json"),
        &[("feed.json", &read("feed.json"))],
        Some(&read("pages.json")),
    )
}

/// A story as far as it is shown: where its text came from does not count, what it shows does.
fn shown(story: &Story) -> String {
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        story.preview,
        story.external,
        story.corrections,
        story.attachments,
        story.translations,
        story.body()
    )
}

/// A page as far as it is shown.
fn page_shown(page: &Page) -> String {
    match page {
        Page::Article(article) => format!(
            "{}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
            shown(&article.story),
            article.crumbs,
            article.previous,
            article.next,
            article.related,
            article.recent
        ),
        Page::Standing(story) => shown(story),
        other => format!("{other:?}"),
    }
}

/// Every place of an edition.
fn routes(edition: &Edition) -> Vec<Route> {
    let lists = Archive::of(edition).lists();
    let lists = lists.iter().flat_map(|(list, stories)| {
        let pages = u32::try_from(stories.len().div_ceil(PER_PAGE).max(1)).unwrap();
        (1..=pages).map(|page| Route::of_list(list.clone(), page))
    });
    let stories = edition.pages().chain(edition.stories());
    lists.chain(stories.map(|story| story.route())).collect()
}

/// Reads everything back as the app does and compares.
fn assert_all_is_read_back(edition: &Edition) {
    let site = Site::read(site_file(edition).as_bytes(), &mut Vec::new()).unwrap();
    let newest: Vec<_> = edition.stories().take(PER_PAGE).cloned().collect();
    let archive = Archive::of(edition);
    for route in routes(edition) {
        let page = Page::at(edition, &route);
        assert_eq!(
            archive.page(&route),
            page,
            "what is looked up is what is looked for"
        );
        assert!(!matches!(page, Page::NotFound(_)), "{route:?}");
        let written = leaf(&edition.site, &route, &page, &newest).unwrap();
        let file = place::data_file(&route);
        let feed = feed::read(written.as_bytes(), &Address::Site(file), &site).unwrap();
        assert_eq!(feed.problems, [], "{route:?}");
        let read =
            sheet::page(&route, feed, &site).unwrap_or_else(|| panic!("{route:?}: {written}"));
        let (read, page) = (page_shown(&read), page_shown(&page));
        for (read, page) in read.lines().zip(page.lines()) {
            assert_eq!(read, page, "{route:?}");
        }
    }
}

/// Searches as the app does in an edition: it reads the files that the index asks for, and no other.
fn searched(
    index: &mut Index,
    files: &HashMap<String, String>,
    site: &Site,
    query: &str,
    page: u32,
) -> Results {
    loop {
        match index.search(query, page, PER_PAGE) {
            Ok(results) => return results,
            Err(missing) => {
                for file in missing {
                    let text = files
                        .get(&file)
                        .unwrap_or_else(|| panic!("{file} for {query:?}"));
                    index.read(&file, text.as_bytes(), site).unwrap();
                }
            }
        }
    }
}

/// A search of the index finds what a search of the stories finds, whatever word of them is looked for.
fn assert_all_is_found(edition: &Edition) {
    let site = Site::read(site_file(edition).as_bytes(), &mut Vec::new()).unwrap();
    let stories: Vec<_> = edition.stories().collect();
    let files: HashMap<_, _> = SearchIndex::of(&edition.site, &stories).files().collect();
    let mut index = Index::default();
    let mut queries = vec![String::new(), "no such word".to_owned(), "a".to_owned()];
    for story in stories {
        let names = story.topics.iter().map(|topic| &topic.name);
        let names = names.chain(story.authors.iter().map(|author| &author.name));
        queries.push(story.headline.clone());
        queries.push(names.cloned().collect::<Vec<_>>().join(" "));
        let words = fold::words(&story.standfirst);
        queries.extend(
            words
                .iter()
                .take(4)
                .map(|word| word.chars().take(3).collect()),
        );
    }
    for query in queries {
        for page in [1, 2, 99] {
            let (found, expected) = (
                searched(&mut index, &files, &site, &query, page),
                edition.search(&query, page, PER_PAGE),
            );
            assert_eq!(found, expected, "{query:?}");
        }
    }
}

#[test]
fn every_page_of_the_sample_edition_is_read_back_as_it_was() {
    assert_all_is_read_back(&sample());
}

#[test]
fn a_search_of_the_index_finds_in_the_sample_edition_what_its_stories_say() {
    assert_all_is_found(&sample());
}

#[test]
fn a_search_reads_as_many_files_of_a_large_edition_as_of_a_small_one() {
    for count in [99, 4998] {
        let items: Vec<Value> = (0..count)
            .map(|id| json!({ "id": id, "url": format!("/s/{id}/"), "title": format!("Rivers and bridges {id}"),
                "summary": if id % 3 == 1 { "Stone" } else { "Water" }, "date_published": "2026-11-20" }))
            .collect();
        let feed = json!({ "items": items }).to_string();
        let edition = edition(b"{}", &[("feed.json", feed.as_bytes())], None);
        let stories: Vec<_> = edition.stories().collect();
        let files: HashMap<_, _> = SearchIndex::of(&edition.site, &stories).files().collect();
        let mut index = Index::default();
        let mut read = 0;
        let results = loop {
            match index.search("stone bridge", 1, PER_PAGE) {
                Ok(results) => break results,
                Err(missing) => {
                    for file in missing {
                        read += 1;
                        index
                            .read(&file, files[&file].as_bytes(), &edition.site)
                            .unwrap();
                    }
                }
            }
        };
        assert_eq!(results.total, count / 3);
        assert_eq!(results.stories.len(), PER_PAGE);
        assert!(read <= 12, "{read} files of {}", files.len());
    }
}

#[test]
fn the_frame_is_read_back_but_for_the_stories_of_its_panel() {
    fn without_stories(items: &mut [Item]) {
        for item in items {
            item.panel.iter_mut().for_each(|tab| tab.stories.clear());
            without_stories(&mut item.children);
        }
    }
    let edition = sample();
    let mut frame = Frame::of(&edition);
    for menu in [
        &mut frame.utility,
        &mut frame.main,
        &mut frame.footer,
        &mut frame.pages,
    ] {
        without_stories(menu);
    }
    let mut problems = Vec::new();
    let site = Site::read(site_file(&edition).as_bytes(), &mut problems).unwrap();
    assert_eq!(problems, []);
    let bare = Edition::new(site.clone(), Vec::new(), None, &mut problems);
    assert_eq!(Frame::of(&bare), frame);
    assert!(site.is_pressed);
    assert_eq!(
        (
            site.categories,
            site.share,
            site.embeds,
            site.lang,
            site.origin
        ),
        (
            edition.site.categories.clone(),
            edition.site.share.clone(),
            edition.site.embeds.clone(),
            edition.site.lang.clone(),
            edition.site.origin.clone()
        )
    );
}

#[test]
fn a_page_that_says_there_is_nothing_is_read_back() {
    let edition = sample();
    let recent = edition.stories().take(5).cloned().collect();
    let page = Page::NotFound(recent);
    let route = Route::Story("nothing".into());
    let written = leaf(&edition.site, &route, &page, &[]).unwrap();
    let address = Address::Site("feed.json".into());
    let feed = feed::read(written.as_bytes(), &address, &edition.site).unwrap();
    let read = sheet::page(&route, feed, &edition.site).unwrap();
    // Pictures of a page that stands nowhere count from the root.
    let names = |page: &Page| match page {
        Page::NotFound(stories) => stories.iter().map(|story| story.id.clone()).collect(),
        _ => Vec::new(),
    };
    assert_eq!(names(&read), names(&page));
    assert_eq!(names(&read).len(), 5);
}

#[test]
fn relative_addresses_in_a_text_lead_where_they_led() {
    let site = json!({ "name": "The Bugle", "origin": "https://bugle.example/paper" });
    let feed = json!({ "home_page_url": "https://old.example/", "items": [
        { "id": 1, "url": "https://old.example/2022/ferry/", "title": "Ferry",
          "content_html": "<p><a href='../market/'>market</a> <img src='a.jpg'></p>" },
        { "id": 2, "url": "/a/b/", "title": "B", "content_html": "<a href='../c/'>c</a><img src='/x/y.jpg' alt='y'>" },
        { "id": 3, "title": "No address", "content_html": "<a href='d/'>d</a>" },
    ] });
    let (site, feed) = (site.to_string(), feed.to_string());
    assert_all_is_read_back(&edition(
        site.as_bytes(),
        &[("news/feed.json", feed.as_bytes())],
        None,
    ));
}

#[test]
fn a_tag_keeps_the_address_that_the_feed_had_for_it() {
    let feed = json!({ "items": [{ "id": 1, "url": "/a/", "title": "A",
        "tags": [{ "name": "Arts &amp; Rivers", "slug": "arts-and-rivers" }] }] });
    let edition = edition(
        b"{\"name\":\"The Bugle\"}",
        &[("feed.json", feed.to_string().as_bytes())],
        None,
    );
    let list = List::Tag("arts-and-rivers".into());
    assert_eq!(edition.list(&list).count(), 1);
    assert_all_is_read_back(&edition);
}

#[test]
fn two_names_of_one_tag_stay_what_they_are_on_every_page() {
    let items: Vec<Value> = (0..45)
        .map(|id| {
            let tag = if id % 2 == 0 { "Media" } else { "MEDIA" };
            json!({ "id": id, "url": format!("/s/{id}/"), "title": format!("S {id}"), "tags": [tag],
                "date_published": "2026-11-20" })
        })
        .collect();
    let feed = json!({ "items": items }).to_string();
    assert_all_is_read_back(&edition(b"{}", &[("feed.json", feed.as_bytes())], None));
}

/// Titles that have broken somebody's page before.
const NASTY: [&str; 8] = [
    "</title><script>alert(1)</script>",
    "\"quoted\" & 'quoted' &amp; <b>",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿 emoji 👩‍👩‍👧",
    "עברית \u{202E}bidi",
    "</script><!--",
    "\u{2028}line\u{2029}",
    "…",
    "100% %2F ../.. ?a#b",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        "[a-zA-Zа-яёіїґѓќљњџšžçë ,.'\"&<>/%#?-]{0,40}",
        r"(?s).{0,12}",
    ]
}

fn html() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        text(),
        prop::sample::select(vec![
            "<p>",
            "</p>",
            "<h2>T</h2>",
            "<ul><li>a",
            "<blockquote>",
            "<img src=a.jpg alt=x>",
            "<img src='https://e.example/i.png' width=640 height=480>",
            "<a href='../x/'>x</a>",
            "<a href='#top'>t</a>",
            "<figure><img src=/b.jpg><figcaption>c <b>d</b></figcaption></figure>",
            "<table><tr><th>a<td>b</table>",
            "<pre>x\n y</pre>",
            "<hr>",
            "<em>",
            "</em>",
            "<br>",
            "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>",
            "&nbsp;&#8217;",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn picture() -> impl Strategy<Value = Value> {
    (
        prop::sample::select(vec![
            "a.jpg",
            "/b/c.png",
            "https://e.example/d.jpg",
            "č š.jpg",
            "a:b.jpg",
        ]),
        text(),
        text(),
        prop::option::of(1_u32..4000),
        prop::bool::ANY,
    )
        .prop_map(|(url, alt, credit, width, has_sizes)| {
            let mut picture = json!({ "url": url, "alt": alt, "credit": credit });
            if let Some(width) = width {
                picture["width"] = width.into();
                picture["height"] = 600.into();
            }
            if has_sizes {
                picture["sizes"] =
                    json!([{ "url": "a-640.avif", "width": 640, "type": "image/avif" }]);
            }
            picture
        })
}

fn translation() -> impl Strategy<Value = Value> {
    let addresses = vec![
        "/a/",
        "/2022/02/b",
        "https://bugle.example/paper/c.html",
        "https://bugle.example/%D0%B0:b/",
        "https://old.example/x/",
        "https://e.example/d/?p=1#e",
        "/%25/f%2Fg/",
    ];
    let language = prop::sample::select(vec!["en", "mk", "UA", "sr_Latn", "?"]);
    (language, prop::sample::select(addresses))
        .prop_map(|(language, url)| json!({ "language": language, "url": url }))
}

fn item() -> impl Strategy<Value = Value> {
    let who = (
        prop::sample::select(vec![
            "/a/",
            "/2022/02/b/",
            "/%D0%B0%2F/",
            "https://old.example/x/y/",
            "/c.html",
            "",
            "/c?p=1",
            "/%25/",
        ]),
        text(),
        prop::option::of(text()),
        prop::option::of(html()),
        prop::sample::select(vec!["en", "mk", "uk", "ar", ""]),
    );
    let what = (
        prop::collection::vec(
            prop::sample::select(vec![
                json!("POLITICS"),
                json!("diplomacy"),
                json!("rivers"),
                json!("RIVERS"),
                json!("Ріки"),
                json!({ "name": "Arts &amp; Crafts", "slug": "crafts" }),
                json!("a, b"),
                json!("</script>"),
            ]),
            0..4,
        ),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(picture(), 0..3),
        prop::sample::select(vec![
            "",
            "2026-11-20",
            "2026-11-20T10:00:00+02:00",
            "2022-01-01T00:00:00Z",
        ]),
        prop::sample::select(vec!["", "opinion", "news"]),
        prop::option::of(prop::sample::select(vec![
            "a.jpg",
            "https://e.example/z.jpg",
        ])),
        prop::collection::vec(translation(), 0..4),
    );
    (who, what, 0..9_u32).prop_map(|((url, title, summary, html, lang), (tags, authors, pictures, date, kind, image, translations), id)| {
        json!({
            "id": id, "url": url, "title": title, "summary": summary, "content_html": html, "language": lang,
            "tags": tags, "authors": authors, "date_published": date, "date_modified": if id == 3 { "2026-11-21" } else { "" },
            "image": image, "external_url": if id == 4 { "https://e.example/about/" } else { "" },
            "attachments": if id == 5 { json!([{ "url": "f/t.pdf", "title": "T" }, "g.mp3"]) } else { json!(null) },
            "_civil": { "pictures": pictures, "kind": kind, "evergreen": id == 6, "category": if id == 7 { "politics/diplomacy" } else { "" },
                "corrections": if id == 8 { json!([{ "date": "2026-11-22", "text": "C" }]) } else { json!(null) },
                "translations": translations },
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_page_of_a_generated_edition_is_read_back_as_it_was(
        items in prop::collection::vec(item(), 1..26),
        has_tree in prop::bool::ANY,
        has_origin in prop::bool::ANY,
        lang in prop::sample::select(vec!["", "en", "mk"]),
    ) {
        let tree = json!([{ "name": "POLITICS", "children": [{ "name": "DIPLOMACY", "slug": "diplomacy" }] }, { "name": "РІКИ", "language": "uk" }]);
        let site = json!({
            "name": "The Bugle", "language": lang,
            "origin": if has_origin { "https://bugle.example/paper" } else { "" },
            "categories": if has_tree { tree } else { json!(null) },
        });
        let feed = json!({ "title": "T", "language": "sq", "items": items }).to_string();
        let edition = edition(site.to_string().as_bytes(), &[("feed.json", feed.as_bytes())], None);
        assert_all_is_read_back(&edition);
        assert_all_is_found(&edition);
    }
}
