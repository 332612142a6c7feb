//! Bytes in place of `site.json`, `feed.json` and `pages.json`: read, put together and walked through.
#![no_main]

use content::{
    edition::Edition,
    feed::{self, Feed},
    frame::Frame,
    page::Page,
    route::{List, Route},
    site::Site,
    story::Story,
    url::Address,
};
use libfuzzer_sys::fuzz_target;

/// Parts one input into a site file and a feed: no JSON document has this byte.
const PART: u8 = 0xFF;

fuzz_target!(|bytes: &[u8]| {
    let (site, feed) = match bytes.iter().position(|byte| *byte == PART) {
        Some(place) => (&bytes[..place], &bytes[place + 1..]),
        None => (bytes, bytes),
    };
    let mut problems = Vec::new();
    let site = Site::read(site, &mut problems).unwrap_or_default();
    let read = |address: &Address| feed::read(feed, address, &site).ok();
    let Some(stories) = read(&site.stories) else {
        return;
    };
    let pages: Option<Feed> = read(&site.pages);
    problems.extend(stories.problems.iter().cloned());
    walk(&Edition::new(
        site.clone(),
        vec![stories],
        None,
        &mut problems,
    ));
    let stories = read(&site.stories).into_iter().collect();
    walk(&Edition::new(site, stories, pages, &mut problems));
    for problem in &problems {
        let _ = problem.to_string();
    }
});

/// Goes everywhere a reader could go.
fn walk(edition: &Edition) {
    let _ = Frame::of(edition);
    let mut routes = vec![
        Route::Front,
        Route::List(List::All, 0),
        Route::List(List::All, 2),
        Route::Search("a".to_owned()),
    ];
    for story in edition.stories().take(50) {
        routes.push(story.route());
        routes.push(Route::Search(story.headline.clone()));
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
    routes.extend(edition.pages().take(50).map(|page| page.route()));
    for route in routes.iter().take(300) {
        let page = Page::at(edition, route);
        match (route, &page) {
            (Route::Story(_) | Route::List(_, 1), Page::NotFound(_)) => {
                panic!("{route:?} leads nowhere")
            }
            (_, Page::Article(article)) => open(&article.story),
            (_, Page::Standing(story)) => open(story),
            _ => {}
        }
        assert!(
            Route::parse(&route.href("/civil/"), "/civil/").is_some(),
            "{route:?} has no address"
        );
    }
}

fn open(story: &Story) {
    let body = story.body();
    let _ = (body.plain_text(), body.words());
}
