//! `docs/feed.md` says what is so: its examples are read without a word, every field in them makes a difference, and
//! the messages it quotes are those that are given.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where it failed"
)]

use content::{
    category,
    feed::{self, Feed},
    problem::{Problem, Trouble, Unreadable},
    route::{List, Route},
    share::Service,
    sheet,
    site::Site,
    url::Address,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/feed.md")).unwrap()
}

/// The examples of a kind: what stands between "```json KIND" and "```".
fn examples(kind: &str) -> Vec<Value> {
    let document = document();
    let opening = format!("```json {kind}\n");
    let examples: Vec<Value> = document
        .split(&opening)
        .skip(1)
        .map(|example| serde_json::from_str(example.split("```").next().unwrap()).unwrap())
        .collect();
    assert!(!examples.is_empty(), "no example of a {kind}");
    examples
}

fn read_site(value: &Value) -> (Site, Vec<Problem>) {
    let mut problems = Vec::new();
    let site = Site::read(value.to_string().as_bytes(), &mut problems).unwrap();
    (site, problems)
}

/// The site in which the examples of items stand.
fn site() -> Site {
    let tree = json!([{ "name": "POLITICS", "children": [{ "name": "DIPLOMACY" }] }]);
    read_site(
        &json!({ "name": "The Bugle", "origin": "https://bugle.example", "categories": tree }),
    )
    .0
}

fn read_feed(value: &Value, site: &Site) -> Feed {
    feed::read(
        value.to_string().as_bytes(),
        &Address::Site("feed.json".into()),
        site,
    )
    .unwrap()
}

fn read_item(item: &Value) -> Feed {
    read_feed(&json!({ "items": [item] }), &site())
}

/// The value without one of its fields, for every field at any depth, with the field's place.
fn without_each(value: &Value) -> Vec<(String, Value)> {
    fn places(value: &Value, above: &str, found: &mut Vec<(String, String)>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(object) => object
                .iter()
                .map(|(key, value)| (key.clone(), value))
                .collect(),
            Value::Array(values) => values
                .iter()
                .enumerate()
                .map(|(place, value)| (place.to_string(), value))
                .collect(),
            _ => return,
        };
        for (key, value) in children {
            places(value, &format!("{above}/{key}"), found);
            found.push((above.to_owned(), key));
        }
    }
    let mut found = Vec::new();
    places(value, "", &mut found);
    found
        .into_iter()
        .map(|(above, key)| {
            let mut without = value.clone();
            match without.pointer_mut(&above).unwrap() {
                Value::Object(object) => drop(object.remove(&key)),
                Value::Array(values) => drop(values.remove(key.parse().unwrap())),
                _ => unreachable!("only lists and objects have fields"),
            }
            (format!("{above}/{key}"), without)
        })
        .collect()
}

#[test]
fn every_example_is_of_a_kind_that_is_tested() {
    let all = document().matches("```json").count();
    let kinds = ["site", "feed", "item"].map(|kind| examples(kind).len());
    assert_eq!(all, kinds.iter().sum::<usize>() + pages().len());
}

/// The examples of feeds of one page, with the page's address.
fn pages() -> Vec<(String, Value)> {
    document()
        .split("```json page")
        .skip(1)
        .map(|example| {
            let (address, json) = example.split_once('\n').unwrap();
            let json = serde_json::from_str(json.split("```").next().unwrap()).unwrap();
            (format!("/{}", address.trim()), json)
        })
        .collect()
}

#[test]
fn the_examples_of_pages_give_no_problem_and_each_field_of_the_extension_has_its_effect() {
    let (site, _) = read_site(&json!({
        "name": "The Bugle", "origin": "https://bugle.example", "pressed": true, "categories": ["POLITICS"]
    }));
    assert_eq!(pages().len(), 3);
    for (address, example) in pages() {
        let route = Route::parse(&address, "/").unwrap();
        let page = |value: &Value| sheet::page(&route, read_feed(value, &site), &site);
        let feed = read_feed(&example, &site);
        assert_eq!(feed.problems, []);
        let whole = page(&example);
        assert!(whole.is_some(), "{address}");
        for (place, without) in without_each(&example) {
            let is_item = place.contains("/items/");
            if place.starts_with("/_civil") && !is_item {
                assert_ne!(page(&without), whole, "{address}: {place} has no effect");
            }
        }
    }
}

#[test]
fn the_examples_of_feeds_give_no_problem_and_each_field_has_its_effect() {
    for example in examples("feed") {
        let feed = read_feed(&example, &Site::default());
        assert_eq!(feed.problems, []);
        for (place, without) in without_each(&example) {
            match place.as_str() {
                // The document says so: it is ignored.
                "/version" => assert_eq!(read_feed(&without, &Site::default()), feed),
                "/items" => assert_eq!(
                    feed::read(
                        without.to_string().as_bytes(),
                        &Address::Site("feed.json".into()),
                        &Site::default()
                    ),
                    Err(Unreadable::NotAFeed)
                ),
                _ => assert_ne!(
                    read_feed(&without, &Site::default()),
                    feed,
                    "{place} has no effect"
                ),
            }
        }
    }
}

#[test]
fn the_examples_of_items_give_no_problem_and_each_field_has_its_effect() {
    for example in examples("item") {
        let feed = read_item(&example);
        assert_eq!(feed.problems, []);
        for (place, without) in without_each(&example) {
            assert_ne!(read_item(&without), feed, "{place} has no effect");
        }
    }
}

#[test]
fn the_examples_of_the_site_file_give_no_problem_and_each_field_has_its_effect() {
    for example in examples("site") {
        let (site, problems) = read_site(&example);
        assert_eq!(problems, []);
        for (place, without) in without_each(&example) {
            assert_ne!(read_site(&without).0, site, "{place} has no effect");
        }
    }
}

#[test]
fn the_examples_are_read_as_the_document_says() {
    let items = examples("item");
    let story = read_item(&items[0]).stories.remove(0);
    let preview = &story.preview;
    assert_eq!(preview.path, "2026/11/ferry");
    assert_eq!(preview.topics[0].list, List::Category("politics".into()));
    assert_eq!(preview.topics[1].list, List::Tag("rivers".into()));
    assert_eq!(
        preview.lead.as_ref().unwrap().address,
        Address::Site("pictures/ferry.jpg".into())
    );
    assert!(preview.published < preview.updated);
    assert_eq!(story.attachments[0].bytes, Some(48_000));

    let story = read_item(&items[1]).stories.remove(0);
    let lead = story.preview.lead.clone().unwrap();
    assert_eq!((lead.size, lead.sources.len()), (Some((1280, 853)), 2));
    assert_eq!(
        story.preview.category().unwrap().list,
        List::Category("politics/diplomacy".into())
    );
    assert!(story.preview.evergreen && story.corrections[0].date.is_some());
    assert_eq!(story.preview.path, "a-bridge-with-two-owners");
    let addresses: Vec<&Address> = story
        .translations
        .iter()
        .map(|told| &told.address)
        .collect();
    assert_eq!(
        addresses,
        [
            &Address::Site("mk/most/".into()),
            &Address::Web("https://sq.bugle.example/ura/".into())
        ]
    );

    let (site, _) = read_site(&examples("site")[0]);
    let paths: Vec<&str> = category::walk(&site.categories)
        .into_iter()
        .map(|category| category.path.as_str())
        .collect();
    assert_eq!(
        paths,
        ["power", "power/diplomacy", "боротьба-україни", "sport"]
    );
    assert_eq!(site.menus.main.unwrap().len(), 4);
    assert_eq!(
        site.share,
        [Service::Bluesky, Service::Mastodon, Service::Email]
    );
}

#[test]
fn the_messages_are_those_that_are_given() {
    let text = |text: &str| text.to_owned();
    let messages = [
        Trouble::NotAnItem.to_string(),
        Trouble::NoIdentity.to_string(),
        Trouble::Repeated.to_string(),
        Trouble::PathTaken(text("/the-ferry-runs-again/")).to_string(),
        Trouble::BadDate("date_published", text("yesterday")).to_string(),
        Trouble::BadAddress("url", text("javascript:alert(1)")).to_string(),
        Trouble::BadValue("_civil.kind", text("gossip")).to_string(),
        Trouble::BadValue("share", text("orkut")).to_string(),
        Trouble::UnknownCategory(text("weather")).to_string(),
        Trouble::RepeatedCategory(text("politics")).to_string(),
        Trouble::EndlessFeed(text("feed-2.json")).to_string(),
        Trouble::Unreadable(Unreadable::Truncated).to_string(),
        Unreadable::Empty.to_string(),
        Unreadable::WebPage.to_string(),
        Unreadable::NotJson(4, 3).to_string(),
        Unreadable::NotAFeed.to_string(),
    ];
    let document = document();
    for message in messages {
        assert!(
            document.contains(&message),
            "not in docs/feed.md: {message}"
        );
    }
}

#[test]
fn every_service_and_every_default_is_named() {
    let document = document();
    let names = |services: &[Service]| {
        services
            .iter()
            .map(|service| format!("`{}`", service.name()))
            .collect::<Vec<_>>()
    };
    for name in names(&Service::ALL) {
        assert!(document.contains(&name), "not in docs/feed.md: {name}");
    }
    assert!(document.contains(&names(&Site::default().share).join(", ")));
}

#[test]
fn wrong_values_get_the_messages_that_stand_beside_their_fields() {
    let messages = |item: Value| -> Vec<String> {
        read_item(&item)
            .problems
            .iter()
            .map(|problem| problem.trouble.to_string())
            .collect()
    };
    let document = document();
    for item in [
        json!({ "id": 1, "url": "javascript:alert(1)" }),
        json!({ "id": 1, "image": "data:image/png;base64,AAAA" }),
        json!({ "id": 1, "date_published": "yesterday" }),
        json!({ "id": 1, "authors": [{ "url": "https://x.example/" }] }),
        json!({ "id": 1, "language": "Macedonian language" }),
        json!({ "id": 1, "attachments": [{ "title": "A" }] }),
        json!({ "id": 1, "title": ["a"] }),
        json!({ "id": 1, "_civil": { "category": "weather" } }),
        json!({ "id": 1, "_civil": { "kind": "gossip" } }),
        json!({ "id": 1, "_civil": { "pictures": [{ "alt": "A" }] } }),
        json!({ "id": 1, "_civil": { "pictures": [{ "url": "a.jpg", "sizes": [{ "url": "b.jpg" }] }] } }),
        json!({ "id": 1, "_civil": { "corrections": [{ "text": "t", "date": "then" }] } }),
        json!({ "id": 1, "_civil": { "translations": [{ "language": "mk" }] } }),
    ] {
        let given = messages(item.clone());
        assert_eq!(given.len(), 1, "{item}");
        assert!(
            document.contains(&given[0]),
            "not in docs/feed.md: {}",
            given[0]
        );
    }
    for site in [
        json!({ "origin": "bugle" }),
        json!({ "language": "?" }),
        json!({ "share": ["orkut"] }),
        json!({ "feeds": { "stories": "ftp://x.example/" } }),
        json!({ "categories": [{ "slug": "x" }] }),
        json!({ "categories": [{ "name": "A", "slug": "a/b" }] }),
        json!({ "categories": ["Politics", "POLITICS"] }),
        json!({ "menus": { "main": [{ "category": "weather" }] } }),
        json!({ "menus": { "main": [{ "url": "javascript:alert(1)" }] } }),
        json!({ "menus": { "main": [{ "label": "More" }] } }),
    ] {
        let given = read_site(&site).1;
        assert_eq!(given.len(), 1, "{site}");
        assert!(
            document.contains(&given[0].to_string()),
            "not in docs/feed.md: {}",
            given[0]
        );
    }
}
