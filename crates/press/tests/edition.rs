//! The files of an edition, by what is in them: made of the sample edition and of small ones with odd input.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics says where it failed"
)]

#[path = "shared/workshop.rs"]
mod workshop;

use content::{
    body::{self, Markup},
    page::PER_PAGE,
    url::{Address, Base, percent_decode},
};
use press::{build::Failure, check::check};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use workshop::{Workshop, between, files};

/// The sample edition, made once for all tests that only look.
fn sample() -> &'static BTreeMap<String, Vec<u8>> {
    static SAMPLE: std::sync::OnceLock<BTreeMap<String, Vec<u8>>> = std::sync::OnceLock::new();
    SAMPLE.get_or_init(|| {
        let workshop = Workshop::of_sample();
        let summary = workshop.build().unwrap();
        assert_eq!(
            summary.findings,
            [],
            "the sample edition is as it should be"
        );
        files(&workshop.out())
    })
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// The words of some HTML.
fn plain(html: &str) -> String {
    let base = Base {
        site: None,
        page: None,
        feed: Address::Site(String::new()),
    };
    let markup = Markup {
        html,
        base: &base,
        pictures: &[],
    };
    body::parse(&markup).plain_text()
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, String)> {
    files
        .keys()
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path.as_str(), text(files, path)))
}

/// Every address in a page: links, pictures, files, in all their sizes.
fn addresses(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in [
        " href=\"",
        " src=\"",
        " action=\"",
        " data-glue=\"",
        " data-wasm=\"",
    ] {
        let values = page.split(name).skip(1);
        found.extend(values.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&")));
    }
    for set in page.split(" srcset=\"").skip(1) {
        for one in set.split('"').next().unwrap().split(", ") {
            found.insert(one.split(' ').next().unwrap().to_owned());
        }
    }
    found
}

/// The file of an edition that a host sends for an address, if there is one.
fn file_of<'a>(files: &'a BTreeMap<String, Vec<u8>>, address: &str) -> Option<&'a str> {
    let path = address.split(['?', '#']).next().unwrap();
    let path = percent_decode(path.strip_prefix('/')?).into_owned();
    let path = if path.is_empty() || path.ends_with('/') {
        path + "index.html"
    } else {
        path
    };
    files.get_key_value(&path).map(|(path, _)| path.as_str())
}

fn assert_links_resolve(files: &BTreeMap<String, Vec<u8>>, origin: &str) {
    let mut checked = 0;
    for (path, page) in pages(files) {
        for address in addresses(&page) {
            let within = address
                .strip_prefix(origin)
                .filter(|rest| rest.starts_with('/'));
            let is_elsewhere = address.contains("://") || address.contains(':');
            if (is_elsewhere && within.is_none()) || address.starts_with('#') {
                continue;
            }
            let address = within.unwrap_or(&address);
            assert!(
                file_of(files, address).is_some(),
                "{path} leads to {address}"
            );
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn every_link_and_picture_of_the_edition_leads_to_one_of_its_files() {
    assert_links_resolve(sample(), "https://civil.example");
}

#[test]
fn every_story_can_be_read_on_its_page_without_a_script() {
    let files = sample();
    let feed: Value = serde_json::from_slice(&Workshop::sample_file("feed.json")).unwrap();
    let mut read = 0;
    for item in feed["items"].as_array().unwrap() {
        let address = item["url"]
            .as_str()
            .unwrap()
            .replace("https://civil.example", "");
        let page = text(files, file_of(files, &address).unwrap());
        let shown = page.split("type=\"application/json\"").next().unwrap();
        let words = plain(item["content_html"].as_str().unwrap());
        for word in words
            .split_whitespace()
            .filter(|word| word.chars().all(char::is_alphabetic))
        {
            assert!(shown.contains(word), "{address} lacks {word}");
        }
        assert_eq!(shown.matches("<h1").count(), 1);
        read += 1;
    }
    assert!(read > 60);
}

#[test]
fn every_head_stands_in_the_first_8_kb_with_all_a_crawler_asks_for() {
    for (path, page) in pages(sample()) {
        assert!(page.find("</head>").unwrap() < 8192, "{path}");
        let head = page.split("</head>").next().unwrap();
        assert_eq!(head.matches("<title>").count(), 1);
        if path == "404.html" || path == "search/index.html" {
            assert!(
                head.contains("name=\"robots\" content=\"noindex\""),
                "{path}"
            );
            continue;
        }
        let value = |start: &str| between(head, start, "\"").unwrap_or_default().to_owned();
        let canonical = value("rel=\"canonical\" href=\"");
        let folder = path.strip_suffix("index.html").unwrap();
        assert_eq!(
            percent_decode(&canonical),
            format!("https://civil.example/{folder}")
        );
        assert_eq!(value("property=\"og:url\" content=\""), canonical);
        assert!(
            !value("property=\"og:title\" content=\"").is_empty(),
            "{path}"
        );
        assert_eq!(
            value("name=\"twitter:card\" content=\""),
            "summary_large_image"
        );
        assert!(
            head.contains("rel=\"alternate\" href=\"/") && head.contains("application/feed+json")
        );
        assert!(
            head.contains(&format!("href=\"{canonical}\" hreflang=\"")),
            "{path}"
        );
        let card = value("property=\"og:image\" content=\"");
        let card = &sample()[card.strip_prefix("https://civil.example/").unwrap()];
        assert!(card.len() < 300_000);
        let card = image::load_from_memory(card).unwrap();
        assert_eq!((card.width(), card.height()), (1200, 630));
    }
}

#[test]
fn linked_data_has_what_schema_org_and_search_engines_want_of_a_news_article() {
    let mut articles = 0;
    for (path, page) in pages(sample()) {
        let Some(data) = between(&page, "<script type=\"application/ld+json\">", "</script>")
        else {
            continue;
        };
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        for part in data["@graph"].as_array().unwrap() {
            match part["@type"].as_str().unwrap() {
                "NewsArticle" => {
                    articles += 1;
                    for field in [
                        "headline",
                        "image",
                        "datePublished",
                        "dateModified",
                        "author",
                        "publisher",
                        "mainEntityOfPage",
                        "inLanguage",
                        "description",
                    ] {
                        assert!(!part[field].is_null(), "{path} lacks {field}");
                    }
                    assert!(part["headline"].as_str().unwrap().chars().count() <= 110);
                    let zone = part["datePublished"].as_str().unwrap();
                    assert!(
                        zone.ends_with('Z')
                            || zone.get(19..20).is_some_and(|sign| "+-".contains(sign))
                    );
                    assert!(
                        part["publisher"]["logo"]["url"]
                            .as_str()
                            .unwrap()
                            .starts_with("https://")
                    );
                }
                "BreadcrumbList" => {
                    let items = part["itemListElement"].as_array().unwrap();
                    assert!(items.len() > 1, "{path}");
                    for (place, item) in items.iter().enumerate() {
                        assert_eq!(item["position"], place + 1);
                        assert!(!item["name"].as_str().unwrap().is_empty(), "{path}");
                        assert!(
                            item["item"]
                                .as_str()
                                .unwrap()
                                .starts_with("https://civil.example/")
                        );
                    }
                }
                "WebSite" | "WebPage" => {}
                other => panic!("{other}"),
            }
        }
    }
    assert!(articles > 60);
}

#[test]
fn every_feed_is_a_valid_json_feed_and_every_chain_comes_to_its_end_with_all_its_stories() {
    let files = sample();
    for path in files.keys().filter(|path| path.ends_with("feed.json")) {
        let feed: Value = serde_json::from_str(&text(files, path)).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert!(feed["title"].is_string());
        for item in feed["items"].as_array().unwrap() {
            assert!(
                item["id"].is_string() && item["url"].as_str().unwrap().starts_with("https://")
            );
            let texts = ["content_html", "content_text"].map(|field| item[field].is_string());
            assert!(texts.contains(&true), "{path}");
            for tag in item["tags"].as_array().into_iter().flatten() {
                assert!(tag.is_string());
            }
            for author in item["authors"].as_array().into_iter().flatten() {
                assert!(author["name"].is_string());
            }
        }
    }
    let mut next = Some("category/politics/feed.json".to_owned());
    let mut stories = BTreeSet::new();
    while let Some(path) = next {
        let feed: Value = serde_json::from_str(&text(files, &path)).unwrap();
        assert_eq!(feed["feed_url"], format!("https://civil.example/{path}"));
        let items = feed["items"].as_array().unwrap();
        assert!(items.len() <= PER_PAGE);
        stories.extend(items.iter().map(|item| item["id"].to_string()));
        next = feed["next_url"]
            .as_str()
            .map(|next| next.replace("https://civil.example/", ""));
        assert_eq!(feed["_civil"]["total"], 23);
    }
    assert_eq!(stories.len(), 23);
}

#[test]
fn rss_and_maps_are_well_formed_and_name_every_page() {
    let files = sample();
    for path in files.keys().filter(|path| path.ends_with(".xml")) {
        let text = text(files, path);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{path}: {error}"),
            }
        }
    }
    let map = text(files, "sitemap.xml");
    let mapped: BTreeSet<&str> = map
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap())
        .collect();
    for (path, page) in pages(files) {
        if let Some(canonical) = between(&page, "rel=\"canonical\" href=\"", "\"")
            && path != "search/index.html"
        {
            assert!(mapped.contains(canonical), "{canonical}");
        }
    }
    let rss = text(files, "rss.xml");
    assert_eq!(rss.matches("<item>").count(), PER_PAGE);
    assert!(files.contains_key("category/politics/diplomacy/rss.xml"));
    let news = text(files, "news.xml");
    let count = news.matches("<news:title>").count();
    assert!((1..10).contains(&count), "{count} stories in two days");
    assert!(text(files, "robots.txt").contains("Sitemap: https://civil.example/sitemap.xml"));
}

#[test]
fn every_name_that_is_kept_for_good_is_made_of_the_bytes() {
    let files = sample();
    let headers = text(files, "_headers");
    let mut kept = 0;
    for rule in headers
        .split("\n\n")
        .filter(|rule| rule.contains("immutable"))
    {
        let path = rule.lines().next().unwrap().trim_start_matches('/');
        if path == "cards/*" {
            continue;
        }
        let hash = press::hash::of(&files[path]);
        assert!(path.contains(&hash[..16]), "{path}");
        kept += 1;
    }
    assert_eq!(kept, 4);
    let page = text(files, "index.html");
    for (start, name) in [("rel=\"stylesheet\"", "style"), ("type=\"module\"", "boot")] {
        let tag = between(&page, start, ">").unwrap();
        let integrity = between(tag, "integrity=\"", "\"").unwrap();
        let bytes = files
            .iter()
            .find(|(path, _)| path.starts_with(name))
            .unwrap()
            .1;
        assert_eq!(press::hash::integrity(bytes), integrity);
    }
}

#[test]
fn the_policy_is_strict_and_no_page_needs_more() {
    let files = sample();
    let headers = text(files, "_headers");
    for part in [
        "default-src 'none'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
    ] {
        assert!(headers.contains(part), "{part}");
    }
    assert!(!headers.contains("unsafe-inline") && !headers.contains("'unsafe-eval'"));
    for (path, page) in pages(files) {
        assert!(
            !page.contains(" style=\"") && !page.contains("<style"),
            "{path}"
        );
        for script in page.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            let is_data = tag.contains("application/ld+json") || tag.contains("application/json");
            assert!(is_data || tag.contains("src=\""), "{path}: {tag}");
        }
        for tag in page
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split('>').next())
        {
            assert!(
                !tag.contains(" onclick=") && !tag.contains(" onload="),
                "{path}: {tag}"
            );
        }
    }
}

/// Titles that have broken somebody's page before.
const NASTY: [&str; 6] = [
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "👩‍👩‍👧 & <b>bold</b> &lt;script&gt;",
    "\u{202E}turned\u{2066}",
    "]]></title></script><!--",
];

#[test]
fn nasty_titles_are_inert_everywhere() {
    let items: Vec<Value> = NASTY
        .iter()
        .enumerate()
        .map(|(id, title)| {
            json!({ "id": format!("{id}{title}"), "url": format!("/story-{id}/"), "title": title, "summary": title.repeat(40),
                "authors": [title], "tags": [title], "date_published": "2026-11-20T10:00:00Z",
                "content_html": format!("<p>{title}</p>"),
                "_civil": { "pictures": [{ "url": "https://e.example/a.jpg", "alt": title, "caption": title, "credit": title }] } })
        })
        .collect();
    let site = json!({ "name": NASTY[0], "tagline": NASTY[1], "origin": "https://bugle.example",
        "categories": [{ "name": NASTY[5], "slug": "nasty" }] });
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    let files = files(&workshop.out());
    for (path, page) in pages(&files) {
        // Two data blocks and the app's script, and linked data where the page is to be found.
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("</script>").count(), "{path}");
        let expected = 2
            + usize::from(page.contains("id=\"page-data\""))
            + usize::from(page.contains("<script type=\"application/ld+json\""));
        assert_eq!(scripts, expected, "{path}");
        assert_eq!(page.matches("</title>").count(), 1, "{path}");
        assert!(
            !page.contains("<!--") && !page.contains("<img src=x"),
            "{path}"
        );
        let head = page.split("</head>").next().unwrap();
        assert!(head.len() < 8192, "{path}");
        assert!(!head.contains(['\u{202E}', '\u{2066}']), "{path}");
        for tag in page.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            // What stands outside of quotation marks are names of attributes.
            let mut names = tag.split('"').step_by(2);
            assert!(!names.any(|names| names.contains("onmouse") || names.contains("onerror")));
        }
    }
    for path in files.keys().filter(|path| path.ends_with(".xml")) {
        assert!(!text(&files, path).contains("<script"), "{path}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let again = Workshop::of_sample();
    again.build().unwrap();
    assert_same(sample(), &files(&again.out()));
}

#[test]
fn compressed_copies_lie_beside_every_text_and_are_the_same_each_time() {
    let (site, items) = small(12);
    let made = || {
        let workshop = Workshop::of(&site, &items);
        workshop.build_as(|wish| wish.is_plain = false).unwrap();
        files(&workshop.out())
    };
    let (one, other) = (made(), made());
    assert_same(&one, &other);
    for (path, bytes) in &one {
        if path.ends_with(".html") {
            let copies = [".br", ".gz"].map(|ending| one[&(path.clone() + ending)].len());
            assert!(copies.iter().all(|copy| copy * 2 < bytes.len()), "{path}");
        }
    }
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in one {
        assert!(other[path] == *bytes, "{path} differs");
    }
}

/// A small edition of stories on a few days, in two categories and with a tag each.
fn small(count: usize) -> (Value, Vec<Value>) {
    let site = json!({ "name": "The Bugle", "origin": "https://bugle.example",
        "categories": ["POLITICS", "SPORT"] });
    let items = (0..count)
        .map(|id| {
            let category = if id % 2 == 0 { "POLITICS" } else { "SPORT" };
            json!({ "id": id, "url": format!("/story-{id}/"), "title": format!("Story {id}"),
                "content_html": format!("<p>Text {id}</p>"), "tags": [category, format!("tag {}", id % 7)],
                "date_published": format!("2026-{:02}-{:02}", 1 + id / 28, 1 + id % 28) })
        })
        .collect();
    (site, items)
}

#[test]
fn one_edited_story_touches_its_own_page_and_the_lists_it_stands_in() {
    let (site, mut items) = small(120);
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    let before = files(&workshop.out());
    let unchanged = workshop.build().unwrap();
    assert_eq!(unchanged.changes.written, 0);
    items[4]["summary"] = "Edited".into();
    workshop.write_feed(&items);
    let summary = workshop.build().unwrap();
    let after = files(&workshop.out());
    let changed: BTreeSet<&str> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(changed.len(), summary.changes.written);
    assert!(
        changed.contains("story-4/index.html") && changed.contains("tag/tag-4/page/1/index.html")
            || changed.contains("tag/tag-4/index.html")
    );
    for path in &changed {
        let is_its_own = path.starts_with("story-4/");
        let is_list = [
            "category/politics/",
            "tag/tag-4/",
            "page/",
            "search/words/",
            "search/stories/",
        ]
        .iter()
        .any(|list| path.starts_with(list));
        let names_it = String::from_utf8_lossy(&after[*path]).contains("story-4/");
        assert!(
            is_its_own || is_list || names_it || *path == "edition.json",
            "{path}"
        );
    }
    assert!(changed.len() < 40, "{changed:?}");
}

#[test]
fn where_only_the_rest_of_the_program_changed_every_page_names_the_new_one() {
    let (site, items) = small(2);
    let workshop = Workshop::of(&site, &items);
    let dist = workshop.input("../dist");
    let page = fs::read_to_string(dist.join("index.html")).unwrap();
    let parted = page.replace(
        "data-wasm=",
        "data-rest=\"/rest-1.wasm\" data-rest-integrity=\"sha256-1\" data-wasm=",
    );
    fs::write(dist.join("index.html"), parted).unwrap();
    for rest in ["one", "another"] {
        fs::write(dist.join("rest-1.wasm"), rest).unwrap();
        workshop.build().unwrap();
        let files = files(&workshop.out());
        let name = files.keys().find(|name| name.starts_with("rest-")).unwrap();
        assert_eq!(files[name], rest.as_bytes());
        let named = format!("data-rest=\"/{name}\"");
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = String::from_utf8_lossy(bytes);
            assert!(page.contains(&named), "{path} of {rest}");
        }
    }
}

#[test]
fn a_story_that_is_gone_is_gone_from_the_edition() {
    let (site, mut items) = small(10);
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    assert!(workshop.out().join("story-3/index.html").exists());
    items.remove(3);
    workshop.write_feed(&items);
    let summary = workshop.build().unwrap();
    assert!(!workshop.out().join("story-3").exists());
    assert!(summary.changes.removed >= 2);
}

/// The languages that a head or an entry of a map names, with their addresses.
fn languages(text: &str) -> Vec<(&str, &str)> {
    let tags = text.split('<').filter(|tag| tag.contains(" hreflang=\""));
    tags.filter(|tag| tag.starts_with("link ") || tag.starts_with("xhtml:link "))
        .map(|tag| {
            let value = |start| between(tag, start, "\"").unwrap();
            assert_eq!(value("rel=\""), "alternate");
            (value("hreflang=\""), value(" href=\""))
        })
        .collect()
}

#[test]
fn a_story_in_several_languages_names_all_of_them_to_readers_crawlers_and_the_app() {
    let all = json!([
        { "language": "en", "url": "https://bugle.example/paper/ferry/" },
        { "language": "mk", "url": "/paper/трајект" },
        { "language": "sq", "url": "https://sq.example/trageti?a=1&b=2" },
    ]);
    let item = |id, language, url: &str| {
        json!({ "id": id, "url": url, "title": format!("Ferry {id}"), "language": language,
            "content_html": "<p>It runs.</p>", "_civil": { "translations": all } })
    };
    let items = [
        item(1, "en", "https://bugle.example/paper/ferry/"),
        item(
            2,
            "mk",
            "https://bugle.example/paper/%D1%82%D1%80%D0%B0%D1%98%D0%B5%D0%BA%D1%82/",
        ),
        json!({ "id": 3, "url": "/paper/alone/", "title": "Alone", "language": "uk" }),
    ];
    let site = json!({ "name": "The Bugle", "origin": "https://bugle.example/paper" });
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    assert_eq!(
        check(&workshop.wish().sources.read().unwrap(), None).unwrap(),
        []
    );
    let files = files(&workshop.out());
    let ferry = "https://bugle.example/paper/ferry/";
    let trajekt = "https://bugle.example/paper/%D1%82%D1%80%D0%B0%D1%98%D0%B5%D0%BA%D1%82/";
    let elsewhere = "https://sq.example/trageti?a=1&amp;b=2";

    let pages = ["ferry", "трајект"].map(|folder| text(&files, &format!("{folder}/index.html")));
    let heads = pages
        .each_ref()
        .map(|page| languages(page.split("</head>").next().unwrap()));
    assert_eq!(
        heads[0],
        [("en", ferry), ("mk", trajekt), ("sq", elsewhere)]
    );
    assert_eq!(
        heads[1],
        [("mk", trajekt), ("en", ferry), ("sq", elsewhere)]
    );
    let alone = text(&files, "alone/index.html");
    assert_eq!(
        languages(&alone),
        [("uk", "https://bugle.example/paper/alone/")]
    );

    let line = |page: &str| {
        plain(between(page, "<p class=\"translations\" lang=\"en\">", "</p>").unwrap())
    };
    assert_eq!(line(&pages[0]), "Also in: Македонски · Shqip");
    assert_eq!(line(&pages[1]), "Also in: English · Shqip");
    assert!(pages[0].contains(
        "href=\"/paper/%D1%82%D1%80%D0%B0%D1%98%D0%B5%D0%BA%D1%82/\" hreflang=\"mk\" lang=\"mk\""
    ));
    assert!(!alone.contains("class=\"translations\""));

    let map = text(&files, "sitemap.xml");
    for (page, languages_there) in [(ferry, &heads[0]), (trajekt, &heads[1])] {
        let entry = between(&map, &format!("<loc>{page}</loc>"), "</url>").unwrap();
        assert_eq!(languages(entry), *languages_there);
    }
    let data: Value = serde_json::from_str(&text(&files, "ferry/feed.json")).unwrap();
    assert_eq!(
        data["items"][0]["_civil"]["translations"],
        json!([{ "language": "mk", "url": trajekt }, { "language": "sq", "url": "https://sq.example/trageti?a=1&b=2" }])
    );
    let list: Value = serde_json::from_str(&text(&files, "feed.json")).unwrap();
    assert!(
        !list.to_string().contains("translations"),
        "a list does not need them"
    );
}

#[test]
fn a_translation_within_the_site_must_be_there_in_its_language_and_name_the_story_back() {
    let item = |id: &str, language, translations: Value| {
        json!({ "id": id, "url": format!("/{id}/"), "title": id, "language": language,
            "_civil": { "translations": translations } })
    };
    let to = |language: &str, url: &str| json!({ "language": language, "url": url });
    let items = [
        item(
            "ferry",
            "en",
            json!([
                to("mk", "/trajekt/"),
                to("sq", "/gone/"),
                to("uk", "https://e.example/porom/")
            ]),
        ),
        item("trajekt", "mk", json!([])),
        item("bridge", "en", json!([to("uk", "/most/")])),
        item("most", "mk", json!([to("en", "/bridge/")])),
        item("fog", "en", json!([to("mk", "/magla/")])),
        item("magla", "mk", json!([to("en", "/fog/")])),
    ];
    let site = json!({ "name": "The Bugle", "origin": "https://bugle.example" });
    let workshop = Workshop::of(&site, &items);
    let findings = check(&workshop.wish().sources.read().unwrap(), None).unwrap();
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "feed.json: ferry: `_civil.translations` names a translation that does not name this story back: /trajekt/",
            "feed.json: ferry: `_civil.translations` names a translation that leads nowhere: /gone/",
            "feed.json: bridge: `_civil.translations` calls the language of a translation uk, which is in mk: /most/",
        ]
    );
}

#[test]
fn a_window_leaves_older_stories_to_the_app_with_their_data() {
    let (site, items) = small(30);
    let workshop = Workshop::of(&site, &items);
    let summary = workshop.build_as(|wish| wish.window = Some(10)).unwrap();
    let out = workshop.out();
    assert!(out.join("story-29/index.html").exists());
    assert!(!out.join("story-0/index.html").exists() && out.join("story-0/feed.json").exists());
    assert!(!text(&files(&out), "sitemap.xml").contains("/story-0/"));
    let all = workshop.build().unwrap();
    assert_eq!(all.pages, summary.pages + 20);
    assert!(out.join("story-0/index.html").exists());
}

#[test]
fn below_a_path_every_address_lies_below_it() {
    let (mut site, items) = small(30);
    site["origin"] = "https://bugle.example/paper".into();
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    let made = files(&workshop.out());
    let below: BTreeMap<String, Vec<u8>> = made
        .iter()
        .map(|(path, bytes)| (format!("paper/{path}"), bytes.clone()))
        .collect();
    assert_links_resolve(&below, "https://bugle.example");
    let page = text(&made, "story-3/index.html");
    assert!(page.contains("data-base=\"/paper/\""));
    assert!(page.contains("rel=\"canonical\" href=\"https://bugle.example/paper/story-3/\""));
    for address in addresses(&page)
        .iter()
        .filter(|address| address.starts_with('/'))
    {
        assert!(address.starts_with("/paper/"), "{address}");
    }
    assert!(text(&made, "_headers").starts_with("/paper/*\n"));
}

#[test]
fn a_feed_alone_is_enough() {
    let workshop = Workshop::of(&json!(null), &small(3).1);
    let summary = workshop.build().unwrap();
    assert!(summary.pages > 5);
    let page = text(&files(&workshop.out()), "story-1/index.html");
    assert!(page.contains("Text 1") && !page.contains("rel=\"canonical\""));
}

#[test]
fn strict_stops_at_what_is_to_be_mended_and_the_last_edition_stays() {
    let (site, mut items) = small(3);
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    let before = files(&workshop.out());
    items[0]["date_published"] = "yesterday".into();
    workshop.write_feed(&items);
    match workshop.build_as(|wish| wish.is_strict = true) {
        Err(Failure::Strict(findings)) => {
            let told = findings[0].to_string();
            assert_eq!(told, "feed.json: 0: `date_published` is no date: yesterday");
            assert_eq!(findings[0].field.as_deref(), Some("date_published"));
        }
        other => panic!("{other:?}"),
    }
    assert!(files(&workshop.out()) == before);
    let summary = workshop.build().unwrap();
    assert_eq!(
        summary.findings.len(),
        1,
        "and without it the build goes on"
    );
}

#[test]
fn bad_input_is_told_and_costs_nothing_else() {
    let nest = "<div>".repeat(100_000) + "deep";
    let items = vec![
        json!({ "id": 1, "url": "/a/", "title": "First", "content_html": "<p>One</p>" }),
        json!({ "id": 2, "url": "/a/", "title": "Second", "content_html": "<p>Two</p>" }),
        json!({ "id": 1, "url": "/b/", "title": "Same id", "content_html": "<p>Three</p>" }),
        json!({ "id": 4, "url": "/c/", "title": "No picture", "image": "missing.jpg", "content_html": "<p>Four</p>" }),
        json!({ "id": 5, "url": "/d/", "title": "Long", "content_html": "<p>long text</p>".repeat(1_300_000) }),
        json!({ "id": 6, "url": "/e/", "title": "Deep", "content_html": nest }),
        json!({ "id": 7, "url": "/f/..%2F..%2Fetc/", "title": "Outside", "content_html": "<p>Seven</p>" }),
        json!({ "id": 8, "url": format!("/{}/", "x".repeat(300)), "title": "Too long a name" }),
        json!({ "id": 9, "url": "/index.html", "title": "In the way" }),
        json!({ "id": 10, "url": "/g/", "title": "No picture at all", "image": "site.json" }),
        json!(17),
    ];
    let site = json!({ "name": "The Bugle", "origin": "https://bugle.example" });
    let workshop = Workshop::of(&site, &items);
    let summary = workshop.build().unwrap();
    let told: Vec<String> = summary.findings.iter().map(ToString::to_string).collect();
    for sentence in [
        "feed.json: item 11: is not an object; left out",
        "feed.json: 2: `url` its path is taken; shown at /second/",
        "feed.json: 4: `image` names a file that is not there: missing.jpg",
        "feed.json: 5: `content_html` has 20800000 bytes; all behind the first 2000000 are left out",
        "feed.json: 7: `url` has `..` in its path; the story is left out",
        "feed.json: 8: `url` has a path too long for a folder's name; the story is left out",
        "feed.json: 9: `url` has a path at which the edition has a file of its own; the story is left out",
    ] {
        assert!(
            told.iter().any(|told| told == sentence),
            "{sentence}\n{told:#?}"
        );
    }
    assert!(
        told.iter()
            .any(|told| told.starts_with("feed.json: 10: `image` cannot be made into a card"))
    );
    let files = files(&workshop.out());
    for (path, words) in [
        ("a", "One"),
        ("second", "Two"),
        ("b", "Three"),
        ("c", "Four"),
        ("d", "long text"),
        ("e", "deep"),
    ] {
        assert!(
            text(&files, &format!("{path}/index.html")).contains(words),
            "{path}"
        );
    }
    assert!(files["d/feed.json"].len() < 4_000_000);
    assert!(!workshop.out().parent().unwrap().join("etc").exists());
}

#[test]
fn what_cannot_be_read_stops_the_build_and_the_last_edition_stays() {
    let (site, items) = small(3);
    let workshop = Workshop::of(&site, &items);
    workshop.build().unwrap();
    let before = files(&workshop.out());
    for (content, why) in [
        ("{\"items\": [", "the file ends in the middle"),
        ("<html>", "a web page came instead of JSON"),
        ("{\"items\": []}", "there is no story"),
    ] {
        fs::write(workshop.input("feed.json"), content).unwrap();
        let error = workshop.build().unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
        assert!(files(&workshop.out()) == before);
    }
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    let (site, items) = small(3);
    let workshop = Workshop::of(&site, &items);
    fs::write(workshop.input("in-the-way"), "a file").unwrap();
    let out = workshop.input("in-the-way").join("edition");
    let error = workshop.build_as(|wish| wish.out = out).unwrap_err();
    assert!(error.to_string().contains("in-the-way"), "{error}");
}

#[test]
fn a_feed_is_followed_on_disk_to_the_end_of_its_chain() {
    let (site, items) = small(6);
    let workshop = Workshop::of(&site, &items[..2]);
    let write = |name: &str, items: &[Value], next: &str| {
        let feed = json!({ "title": "T", "items": items, "next_url": next });
        fs::write(workshop.input(name), feed.to_string()).unwrap();
    };
    write("feed.json", &items[..2], "feed-2.json");
    write(
        "feed-2.json",
        &items[2..4],
        "https://bugle.example/feed-3.json",
    );
    write("feed-3.json", &items[4..], "feed-2.json");
    let summary = workshop.build().unwrap();
    assert!(workshop.out().join("story-5/index.html").exists());
    let told: Vec<String> = summary.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["feed-2.json: `next_url` leads in a circle or too far: feed-2.json"]
    );
}
