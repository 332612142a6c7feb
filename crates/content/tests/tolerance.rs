//! Feeds as they are found: each fixture is odd in one way, and none of its good items is lost.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where it failed"
)]

use content::{
    edition::Edition,
    feed::{self, Feed},
    page::Page,
    problem::{Problem, Unreadable},
    route::{List, Route},
    site::Site,
    story::{Preview, Story},
    url::Address,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What must come of a feed that can be read: the headlines of its stories in order, and what is noted.
struct Readable {
    name: &'static str,
    headlines: &'static [&'static str],
    troubles: &'static [&'static str],
}

const GOOD: &str = "The good neighbour";
const ODD: &[&str] = &["The odd one", GOOD];

/// A feed that loses nothing and of which nothing is to be said.
const fn quiet(name: &'static str, headlines: &'static [&'static str]) -> Readable {
    noted(name, headlines, &[])
}

const fn noted(
    name: &'static str,
    headlines: &'static [&'static str],
    troubles: &'static [&'static str],
) -> Readable {
    Readable {
        name,
        headlines,
        troubles,
    }
}

const READABLE: &[Readable] = &[
    noted(
        "addresses-with-bad-schemes",
        ODD,
        &[
            "odd: `url` is no address that can be used: javascript:alert(1)",
            "odd: `image` is no address that can be used: data:image/png;base64,AAAA",
            "odd: `external_url` is no address that can be used: file:///etc/passwd",
        ],
    ),
    quiet("attachment-string", ODD),
    noted(
        "attachment-without-address",
        ODD,
        &["odd: `attachments` has a value that cannot be used: {title}"],
    ),
    quiet("author-object", ODD),
    quiet("authors-object", ODD),
    noted(
        "bad-language",
        ODD,
        &[
            "`language` has a value that cannot be used: ??",
            "odd: `language` has a value that cannot be used: Macedonian language",
        ],
    ),
    quiet("bare-minimum", &["1"]),
    quiet("blank-and-duplicate-tags", ODD),
    quiet("blank-id", ODD),
    quiet("blank-title", &["The ferry runs again.", GOOD]),
    quiet("bom", ODD),
    quiet("bom-after-blank-lines", ODD),
    quiet("broken-utf-8", &["Caf�", GOOD]),
    quiet("cache-comment", ODD),
    noted(
        "content-of-another-kind",
        ODD,
        &["odd: `content_html` has a value that cannot be used: [<p>Odd.</p>, …]"],
    ),
    quiet("control-character", &["Tab here", GOOD]),
    quiet("country-as-language", ODD),
    quiet("duplicate-authors", ODD),
    noted(
        "duplicate-item",
        ODD,
        &["odd: stands in the feed twice; the later one is left out"],
    ),
    quiet("duplicate-key", &["The second title", GOOD]),
    noted(
        "duplicate-path",
        &["The odd one", "Another one", GOOD],
        &["other: its path is taken; shown at /another-one/"],
    ),
    quiet("encoded-path", ODD),
    quiet("expired-string", ODD),
    noted(
        "extension-garbage",
        ODD,
        &[
            "odd: `_civil.pictures` has a value that cannot be used: 7",
            "odd: `_civil.pictures` has a value that cannot be used: {alt}",
            "odd: `_civil.pictures.sizes` has a value that cannot be used: {url}",
            "odd: `_civil.pictures.sizes` has a value that cannot be used: {width}",
            "odd: `_civil.translations` has a value that cannot be used: 7",
            "odd: `_civil.translations` has a value that cannot be used: {language}",
            "odd: `_civil.translations` has a value that cannot be used: javascript:alert(1)",
            "odd: `_civil.category` has a value that cannot be used: [x, …]",
            "odd: `_civil.kind` has a value that cannot be used: 7",
            "odd: `_civil.corrections` has a value that cannot be used: {date}",
            "odd: `_civil.corrections.date` is no date: then",
        ],
    ),
    quiet("extension-of-another-kind", ODD),
    quiet("false-for-nothing", ODD),
    quiet("http-version", ODD),
    quiet("huge-numeric-id", ODD),
    quiet("image-list", ODD),
    quiet("image-object", ODD),
    noted(
        "items-of-other-kinds",
        ODD,
        &[
            "item 1: is not an object; left out",
            "item 2: is not an object; left out",
            "item 3: is not an object; left out",
            "item 4: is not an object; left out",
        ],
    ),
    quiet("lone-surrogate", &["Half � pair", GOOD]),
    quiet("missing-content", ODD),
    quiet("missing-feed-title", ODD),
    quiet("missing-id-with-external-url", ODD),
    quiet("missing-id-with-url", ODD),
    noted(
        "missing-identity",
        &[GOOD],
        &["item 1: has no `id`, `url` or `external_url`; left out"],
    ),
    quiet("missing-mime-type", ODD),
    quiet(
        "missing-title",
        &[
            "The ferry across the river runs again, and with it the market.",
            GOOD,
        ],
    ),
    quiet("missing-title-and-text", &["odd", GOOD]),
    quiet("missing-version", ODD),
    quiet("modified-before-published", ODD),
    quiet("modified-only", ODD),
    noted(
        "nameless-authors",
        ODD,
        &["odd: `authors` has a value that cannot be used: {url}"],
    ),
    quiet("nested-tags", ODD),
    quiet("nested-too-deep", ODD),
    quiet("no-items", &[]),
    quiet("nonsense-numbers", ODD),
    quiet("not-a-number", ODD),
    quiet("null-fields", &["Odd words.", GOOD]),
    noted("null-item", ODD, &["item 1: is not an object; left out"]),
    quiet("number-out-of-range", ODD),
    noted(
        "numeric-author",
        ODD,
        &["odd: `author` has a value that cannot be used: 5"],
    ),
    quiet("numeric-id", ODD),
    noted(
        "numeric-image",
        ODD,
        &["odd: `image` has a value that cannot be used: 12"],
    ),
    quiet("numeric-tags", ODD),
    noted(
        "object-id",
        &[GOOD],
        &[
            "item 1: `id` has a value that cannot be used: {$oid}",
            "item 1: has no `id`, `url` or `external_url`; left out",
        ],
    ),
    noted(
        "odd-dates",
        &[
            "RSS date",
            "No zone",
            "Seconds",
            "Day only",
            "No date",
            "Zero",
            "Unset",
            "An object",
            GOOD,
        ],
        &[
            "5: `date_published` is no date: yesterday",
            "6: `date_published` is no date: 0000-00-00 00:00:00",
            "7: `date_published` is no date: 0001-01-01T00:00:00Z",
            "8: `date_published` has a value that cannot be used: {year}",
        ],
    ),
    quiet("path-of-a-file", ODD),
    noted(
        "path-of-the-site",
        &["The odd one", "Search", GOOD],
        &[
            "odd: its path is taken; shown at /the-odd-one/",
            "odd2: its path is taken; shown at /search-2/",
        ],
    ),
    quiet("php-list-as-object", ODD),
    quiet("plain", ODD),
    quiet(
        "plain-title-with-entities",
        &["How &amp; why <b> is bold", GOOD],
    ),
    quiet("relative-addresses", ODD),
    quiet("single-author-string", ODD),
    quiet("string-and-float-numbers", ODD),
    quiet("string-tags", ODD),
    quiet("text-only", ODD),
    quiet("title-that-turns-text", &["Safetxt.exe and sound", GOOD]),
    quiet("trailing-spaces-in-urls", ODD),
    quiet("unknown-escape", &["It's odd", GOOD]),
    quiet("unknown-fields", ODD),
    quiet("version-1.0", ODD),
    quiet("wordpress-rendered", &["A ’ B", GOOD]),
    quiet("wordpress-rendered-text", ODD),
    noted(
        "wordpress-tags",
        ODD,
        &["odd: `tags` has a value that cannot be used: {id}"],
    ),
];

/// Why a file must be refused.
const REFUSED: &[(&str, Unreadable)] = &[
    ("html-page", Unreadable::WebPage),
    ("rss", Unreadable::WebPage),
    ("truncated", Unreadable::Truncated),
    ("truncated-after-item", Unreadable::Truncated),
    ("empty", Unreadable::Empty),
    ("blank", Unreadable::Empty),
    ("byte-order-mark-only", Unreadable::Empty),
    ("items-missing", Unreadable::NotAFeed),
    ("items-null", Unreadable::NotAFeed),
    ("items-object", Unreadable::NotAFeed),
    ("items-string", Unreadable::NotAFeed),
    ("null", Unreadable::NotAFeed),
    ("array", Unreadable::NotAFeed),
    ("string", Unreadable::NotAFeed),
    ("plain-text", Unreadable::NotJson(1, 1)),
    ("utf-16", Unreadable::NotJson(1, 1)),
    ("trailing-comma", Unreadable::NotJson(4, 3)),
    ("two-documents", Unreadable::NotJson(2, 1)),
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures")
        .join(name)
}

fn bytes(folder_name: &str, name: &str) -> Vec<u8> {
    let path = folder(folder_name).join(name.to_owned() + ".json");
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_bytes(bytes: &[u8]) -> Result<Feed, Unreadable> {
    feed::read(bytes, &Address::Site("feed.json".into()), &Site::default())
}

fn read(name: &str) -> Feed {
    read_bytes(&bytes("feeds", name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// The feed as a site shows it, with everything that was noted on the way.
fn edition_of(mut feed: Feed) -> (Edition, Vec<Problem>) {
    let mut problems = std::mem::take(&mut feed.problems);
    let edition = Edition::new(Site::default(), vec![feed], None, &mut problems);
    (edition, problems)
}

fn odd(name: &str) -> Story {
    read(name).stories.swap_remove(0)
}

fn preview(name: &str) -> Preview {
    (*odd(name).preview).clone()
}

#[test]
fn every_readable_feed_keeps_its_good_items_and_says_what_was_wrong() {
    let mut wrong = Vec::new();
    for case in READABLE {
        let (edition, problems) = edition_of(read(case.name));
        // The sort by date is not what this is about.
        let mut headlines: Vec<&str> = edition
            .stories()
            .map(|story| story.headline.as_str())
            .collect();
        let mut expected = case.headlines.to_vec();
        headlines.sort_unstable();
        expected.sort_unstable();
        let troubles: Vec<String> = problems
            .iter()
            .map(|problem| problem.to_string().replacen("feed.json: ", "", 1))
            .collect();
        if headlines != expected || troubles != case.troubles {
            wrong.push(format!("{}: {headlines:?}\n    {troubles:#?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_that_cannot_be_read_is_refused_with_its_reason() {
    for (name, why) in REFUSED {
        assert_eq!(
            read_bytes(&bytes("invalid", name)).unwrap_err(),
            *why,
            "{name}"
        );
    }
}

#[test]
fn the_tables_and_the_folders_agree() {
    let files = |name: &str| -> BTreeSet<String> {
        fs::read_dir(folder(name))
            .unwrap()
            .map(|entry| {
                entry
                    .unwrap()
                    .path()
                    .file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    };
    let listed: BTreeSet<String> = READABLE.iter().map(|case| case.name.to_owned()).collect();
    assert_eq!(listed.len(), READABLE.len(), "a fixture is listed twice");
    assert_eq!(listed, files("feeds"));
    let refused: BTreeSet<String> = REFUSED.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(refused, files("invalid"));
}

#[test]
fn all_but_the_hopeless_of_the_cases_in_the_wild_are_readable() {
    assert!(
        READABLE.len() >= 40
            && READABLE
                .iter()
                .all(|case| !case.headlines.is_empty() || case.name == "no-items")
    );
}

fn tags(name: &str) -> Vec<String> {
    preview(name)
        .topics
        .into_iter()
        .map(|topic| topic.name)
        .collect()
}

fn authors(name: &str) -> Vec<String> {
    preview(name)
        .authors
        .into_iter()
        .map(|author| author.name)
        .collect()
}

#[test]
fn tags_are_found_in_whatever_shape_they_come() {
    for (name, expected) in [
        ("blank-and-duplicate-tags", ["Rivers", "Bridges"].as_slice()),
        ("string-tags", &["Rivers", "Bridges", "Boats"]),
        ("numeric-tags", &["2024", "Rivers"]),
        ("php-list-as-object", &["Rivers", "Bridges", "Boats"]),
        ("nested-tags", &["Rivers", "Bridges", "Boats"]),
        ("wordpress-tags", &["Arts & Rivers"]),
        ("false-for-nothing", &[]),
    ] {
        assert_eq!(tags(name), expected, "{name}");
    }
    // The page of a WordPress tag keeps its address.
    assert_eq!(
        preview("wordpress-tags").topics[0].list,
        List::Tag("arts-rivers".into())
    );
}

#[test]
fn authors_are_found_in_whatever_shape_they_come() {
    for (name, expected) in [
        ("author-object", ["Mira Dobreva"].as_slice()),
        ("authors-object", &["Mira Dobreva"]),
        ("single-author-string", &["Mira Dobreva"]),
        ("duplicate-authors", &["Mira Dobreva", "Tom"]),
        ("nameless-authors", &["Mira Dobreva"]),
        ("version-1.0", &["Mira Dobreva"]),
        ("numeric-author", &[]),
    ] {
        assert_eq!(authors(name), expected, "{name}");
    }
    let feed = read("version-1.0");
    assert_eq!(
        feed.stories[1].preview.authors[0].name, "The desk",
        "the feed's author stands in"
    );
}

#[test]
fn dates_are_read_as_they_are_found() {
    let feed = read("odd-dates");
    let dates: Vec<Option<String>> = feed
        .stories
        .iter()
        .map(|story| story.preview.published.map(|date| date.to_rfc3339()))
        .collect();
    let date = |text: &str| Some(text.to_owned());
    assert_eq!(
        dates,
        [
            date("2022-02-10T09:15:00+01:00"),
            date("2022-02-10T09:15:00Z"),
            date("2022-02-10T08:15:00Z"),
            date("2022-02-10T00:00:00Z"),
            None,
            None,
            None,
            None,
            None
        ]
    );
    let earlier = preview("modified-before-published");
    assert!(earlier.published.is_some() && earlier.updated.is_none());
    let only = preview("modified-only");
    assert!(only.published.is_some() && only.updated.is_none());
}

#[test]
fn numbers_are_read_as_they_are_found_and_never_told_wrong() {
    let sizes = |name| -> Vec<Option<u32>> {
        odd(name)
            .attachments
            .iter()
            .map(|attachment| attachment.bytes)
            .collect()
    };
    assert_eq!(sizes("string-and-float-numbers"), [Some(1024), Some(2048)]);
    assert_eq!(sizes("nonsense-numbers"), [None, None, None]);
    assert_eq!(sizes("number-out-of-range"), [None]);
    assert_eq!(sizes("not-a-number"), [None]);
    assert_eq!(sizes("missing-mime-type"), [None]);
    assert_eq!(
        preview("string-and-float-numbers").lead.unwrap().size,
        Some((640, 480))
    );
    assert_eq!(preview("numeric-id").id, "4711");
    assert_eq!(preview("huge-numeric-id").id, "18446744073709551615");
}

#[test]
fn an_item_is_known_by_what_it_has() {
    for (name, id, path) in [
        ("blank-id", "https://bugle.example/odd/", "odd"),
        ("missing-id-with-url", "https://bugle.example/odd/", "odd"),
        (
            "missing-id-with-external-url",
            "https://elsewhere.example/there/",
            "the-odd-one",
        ),
        ("addresses-with-bad-schemes", "odd", "the-odd-one"),
        ("encoded-path", "odd", "2022/мост"),
        ("path-of-a-file", "odd", "the-odd-one"),
        ("relative-addresses", "odd", "odd"),
        ("trailing-spaces-in-urls", "odd", "odd"),
    ] {
        let preview = preview(name);
        assert_eq!(
            (preview.id.as_str(), preview.path.as_str()),
            (id, path),
            "{name}"
        );
    }
}

#[test]
fn pictures_and_files_are_found_in_whatever_shape_they_come() {
    let picture = Some(Address::Site("pictures/a.jpg".into()));
    for name in [
        "image-object",
        "image-list",
        "numeric-image",
        "relative-addresses",
        "trailing-spaces-in-urls",
    ] {
        assert_eq!(
            preview(name).lead.map(|picture| picture.address),
            picture,
            "{name}"
        );
    }
    for (name, address, title) in [
        ("attachment-string", "files/report.pdf", "report.pdf"),
        ("attachment-without-address", "a.mp3", "a.mp3"),
        ("relative-addresses", "b.mp3", "b.mp3"),
    ] {
        let files = odd(name).attachments;
        assert_eq!(files.len(), 1, "{name}");
        assert_eq!(files[0].address, Address::Site(address.into()), "{name}");
        assert_eq!(files[0].title, title, "{name}");
    }
    for name in ["relative-addresses", "trailing-spaces-in-urls"] {
        assert_eq!(
            read(name).next,
            Some(Address::Site("feed-2.json".into())),
            "{name}"
        );
    }
}

#[test]
fn the_text_is_found_in_whatever_field_it_stands() {
    for (name, text) in [
        ("text-only", "First & second.\n\nhttps://bugle.example/"),
        ("wordpress-rendered", "C & D"),
        ("wordpress-rendered-text", "C"),
        ("content-of-another-kind", "Odd."),
        ("missing-content", ""),
        ("nested-too-deep", "Odd."),
        ("cache-comment", "Odd."),
    ] {
        assert_eq!(odd(name).body().plain_text(), text, "{name}");
    }
    assert_eq!(preview("wordpress-rendered").standfirst, "E …");
    assert_eq!(preview("control-character").standfirst, "Line break");
}

#[test]
fn languages_are_mended_or_passed_over() {
    assert_eq!(preview("country-as-language").lang.as_str(), "uk");
    assert_eq!(read("country-as-language").lang.unwrap().as_str(), "sq");
    assert_eq!(preview("bad-language").lang.as_str(), "en");
}

#[test]
fn a_site_has_a_name_even_where_the_feed_has_no_title() {
    assert_eq!(
        edition_of(read("missing-feed-title")).0.site.name,
        "bugle.example"
    );
    assert_eq!(edition_of(read("plain")).0.site.name, "The Bugle");
}

/// An item with a value in every field that is read.
fn full_item() -> Value {
    json!({
        "id": "full", "url": "https://bugle.example/full/", "external_url": "https://elsewhere.example/",
        "title": "Full", "content_html": "<p>Text</p>", "content_text": "Text", "summary": "Summary",
        "image": "a.jpg", "banner_image": "b.jpg", "date_published": "2026-01-01T00:00:00Z",
        "date_modified": "2026-01-02T00:00:00Z", "authors": [{ "name": "A" }], "author": { "name": "B" },
        "tags": ["x", "y"], "language": "en",
        "attachments": [{ "url": "c.mp3", "mime_type": "audio/mpeg", "title": "C", "size_in_bytes": 1 }],
        "_civil": {
            "category": "news", "kind": "news", "evergreen": true,
            "pictures": [{
                "url": "a.jpg", "width": 1, "height": 1, "alt": "a", "caption": "c", "credit": "d",
                "sizes": [{ "url": "a-1.jpg", "width": 1, "type": "image/jpeg" }],
            }],
            "corrections": [{ "date": "2026-01-01", "text": "t" }],
            "translations": [{ "language": "mk", "url": "/x/" }, { "language": "sq", "url": "https://sq.example/" }],
        },
    })
}

/// Where every field of a value stands, the fields within fields included.
fn places(value: &Value, above: &str, places: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let place = format!("{above}/{key}");
        self::places(value, &place, places);
        places.push(place);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| visit(key, value)),
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(index, value)| visit(&index.to_string(), value));
        }
        _ => {}
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        any::<String>(),
        "(https?://)?[a-z./?#:%]{0,12}",
        "[0-9T:+Z. -]{0,25}",
        "<[a-z/ ]{0,9}>?.{0,9}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        let key = prop_oneof![
            "[0-9]{1,2}",
            Just("rendered".into()),
            Just("name".into()),
            Just("url".into()),
            any::<String>()
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Goes everywhere a reader could go: nothing of it may panic.
fn walk(edition: &Edition) {
    let _ = content::frame::Frame::of(edition);
    let mut routes = vec![
        Route::Front,
        Route::List(List::All, 1),
        Route::Search("the".into(), 1),
    ];
    for story in edition.stories() {
        routes.push(story.route());
        routes.extend(
            story
                .topics
                .iter()
                .map(|topic| Route::List(topic.list.clone(), 1)),
        );
        routes.extend(
            story
                .authors
                .iter()
                .map(|author| Route::List(List::Author(author.slug.clone()), 1)),
        );
    }
    // The lists of topics and authors hold stories only.
    routes.extend(edition.pages().map(|page| page.route()));
    for route in routes {
        match Page::at(edition, &route) {
            Page::NotFound(_) => panic!("{route:?} leads nowhere"),
            Page::Article(article) => read_through(&article.story),
            Page::Standing(story) => read_through(&story),
            _ => {}
        }
    }
}

/// What the page of a story makes of it.
fn read_through(story: &Story) {
    let _ = story.body().plain_text();
    let mut languages = story.languages();
    assert!(languages.len() != 1 && languages.len() <= 21);
    languages.sort_by(|one, other| one.lang.cmp(&other.lang));
    languages.dedup_by(|one, other| one.lang == other.lang);
    assert_eq!(languages.len(), story.languages().len());
}

proptest! {
    #[test]
    fn no_value_in_any_field_costs_another_item(place in any::<prop::sample::Index>(), value in any_json()) {
        let mut item = full_item();
        let mut fields = Vec::new();
        places(&item, "", &mut fields);
        *item.pointer_mut(&fields[place.index(fields.len())]).unwrap() = value;
        let document = json!({ "items": [item, { "id": "good", "title": GOOD }] });
        let (edition, _) = edition_of(read_bytes(document.to_string().as_bytes()).unwrap());
        prop_assert!(edition.stories().any(|story| story.id == "good" && story.headline == GOOD));
        prop_assert!(edition.stories().all(|story| !story.headline.trim().is_empty()));
        walk(&edition);
    }

    #[test]
    fn no_value_in_place_of_an_item_costs_another_item(value in any_json()) {
        let document = json!({ "items": [value, { "id": "good", "title": GOOD }] });
        let (edition, _) = edition_of(read_bytes(document.to_string().as_bytes()).unwrap());
        prop_assert!(edition.stories().any(|story| story.id == "good"));
        walk(&edition);
    }

    #[test]
    fn no_value_in_any_field_of_the_feed_costs_an_item(
        field in prop::sample::select(vec!["version", "title", "home_page_url", "feed_url", "description", "next_url", "icon",
            "authors", "author", "language", "expired", "hubs", "user_comment"]),
        value in any_json(),
    ) {
        let mut document = json!({ "items": [full_item(), { "id": "good", "title": GOOD }] });
        document[field] = value;
        let (edition, _) = edition_of(read_bytes(document.to_string().as_bytes()).unwrap());
        prop_assert_eq!(edition.stories().count(), 2);
        walk(&edition);
    }

    #[test]
    fn no_value_in_any_field_of_the_site_file_costs_the_site(
        field in prop::sample::select(vec!["name", "tagline", "origin", "language", "publisher", "categories", "menus", "share",
            "embeds", "feeds"]),
        value in any_json(),
    ) {
        let document = json!({ field: value });
        let site = Site::read(document.to_string().as_bytes(), &mut Vec::new()).unwrap();
        let feed = feed::read(&bytes("feeds", "plain"), &site.stories, &site).unwrap();
        let edition = Edition::new(site, vec![feed], None, &mut Vec::new());
        prop_assert_eq!(edition.stories().count(), 2);
        walk(&edition);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_bytes(&bytes);
        let _ = Site::read(&bytes, &mut Vec::new());
    }

    #[test]
    fn no_damage_to_a_feed_makes_it_panic(
        place in any::<prop::sample::Index>(),
        damage in prop::collection::vec(any::<u8>(), 0..4),
        taken in 0usize..40,
    ) {
        let mut bytes = bytes("feeds", "extension-garbage");
        let start = place.index(bytes.len());
        let end = (start + taken).min(bytes.len());
        bytes.splice(start..end, damage);
        if let Ok(feed) = read_bytes(&bytes) {
            walk(&edition_of(feed).0);
        }
    }
}
