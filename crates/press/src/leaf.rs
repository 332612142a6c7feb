//! The data of one page: a JSON Feed of which the app builds the page, and to which anyone can subscribe.

use crate::{
    feed_file::{FeedFile, Opening, Plan, Section, json},
    item::Writer,
    place::data_file,
};
use content::{
    page::{Article, Front, Listing, Page},
    route::{List, Route},
    sheet,
    site::Site,
    story::{Preview, Story, Topic},
};
use std::{collections::HashMap, sync::Arc};

/// The feed of a page as text; it may stand within the page. A search has none: what it finds is not known before.
/// `newest` are the stories of which the front page makes its top, in their order.
#[must_use]
pub fn leaf(site: &Site, route: &Route, page: &Page, newest: &[Arc<Preview>]) -> Option<String> {
    let file = data_file(route);
    let writer = Writer { site, file: &file };
    let opening = |title: String, next: Option<Route>| {
        let feed_of = |route: &Route| {
            let address = writer.address(&Route::Front);
            address.trim_end_matches('/').to_owned() + "/" + &sheet::address(route)
        };
        Opening {
            title,
            home: site.canonical(route),
            own: site.origin.as_ref().map(|_| feed_of(route)),
            description: "",
            language: site.lang.as_str(),
            next: next.map(|next| feed_of(&next)),
        }
    };
    let feed = match page {
        Page::Front(front) => of_front(
            front,
            newest,
            writer,
            Opening {
                description: &site.tagline,
                ..opening(
                    site.name.clone(),
                    front.more.then(|| Route::of_list(List::All, 2)),
                )
            },
        ),
        Page::List(listing) => {
            let next = (listing.page < listing.pages)
                .then(|| Route::of_list(listing.list.clone(), listing.page + 1));
            let name = listing.topic.as_ref().map_or("", |topic| &topic.name);
            let opening = Opening {
                description: &listing.description,
                ..opening(titled(&site.name, name), next)
            };
            FeedFile::new(
                opening,
                previews(writer, &listing.stories),
                Some(plan_of(listing)),
            )
        }
        Page::Article(article) => {
            let title = article.story.preview.headline.clone();
            of_article(article, writer, opening(title, None))
        }
        Page::Standing(story) | Page::Print(story) => {
            let story: &Story = story;
            let plan = Plan {
                standing: true,
                ..Plan::default()
            };
            let opening = opening(story.preview.headline.clone(), None);
            FeedFile::new(opening, vec![writer.story(story)], Some(plan))
        }
        Page::NotFound(recent) => {
            let plan = Plan {
                missing: true,
                ..Plan::default()
            };
            let opening = Opening {
                home: None,
                own: None,
                ..opening(site.name.clone(), None)
            };
            FeedFile::new(opening, previews(writer, recent), Some(plan))
        }
        Page::Search(..) => return None,
    };
    Some(json(&feed))
}

/// The title of a part of the site.
#[must_use]
pub fn titled(site: &str, name: &str) -> String {
    match (site, name) {
        (site, "") => site.to_owned(),
        ("", name) => name.to_owned(),
        (site, name) => [site, ": ", name].concat(),
    }
}

fn previews<'a>(writer: Writer<'a>, stories: &'a [Arc<Preview>]) -> Vec<crate::item::Item<'a>> {
    stories.iter().map(|story| writer.preview(story)).collect()
}

/// Stories in the order in which they were first named, each with its place from 1.
#[derive(Default)]
struct Pool<'a> {
    places: HashMap<&'a str, usize>,
    stories: Vec<&'a Preview>,
}

impl<'a> Pool<'a> {
    fn place(&mut self, story: &'a Preview) -> usize {
        let next = self.stories.len() + 1;
        *self.places.entry(&story.path).or_insert_with(|| {
            self.stories.push(story);
            next
        })
    }

    fn each(&mut self, stories: &'a [Arc<Preview>]) -> Vec<usize> {
        stories.iter().map(|story| self.place(story)).collect()
    }
}

fn of_front<'a>(
    front: &'a Front,
    newest: &'a [Arc<Preview>],
    writer: Writer<'a>,
    opening: Opening<'a>,
) -> FeedFile<'a> {
    let mut pool = Pool::default();
    pool.each(newest);
    let own = pool.stories.len();
    let sections = front
        .sections
        .iter()
        .map(|section| {
            let (name, name_language) = name_of(Some(&section.topic));
            Section {
                name,
                name_language,
                list: Route::of_list(section.topic.list.clone(), 1).href("/"),
                items: pool.each(&section.stories),
            }
        })
        .collect();
    let mut items: Vec<_> = pool
        .stories
        .iter()
        .map(|story| writer.preview(story))
        .collect();
    let others = items.split_off(own);
    let plan = Plan {
        sections,
        items: others,
        ..Plan::default()
    };
    FeedFile::new(opening, items, Some(plan))
}

/// The name of a list and its language, where the tree of categories does not tell.
fn name_of(topic: Option<&Topic>) -> (Option<&str>, Option<&str>) {
    match topic.filter(|topic| !topic.is_category()) {
        None => (None, None),
        Some(topic) => (
            Some(&topic.name),
            topic.lang.as_ref().map(|lang| lang.as_str()),
        ),
    }
}

fn plan_of(listing: &Listing) -> Plan<'_> {
    let (name, name_language) = name_of(listing.topic.as_ref());
    Plan {
        name,
        name_language,
        page: Some(listing.page),
        pages: Some(listing.pages),
        total: (listing.total > 0).then_some(listing.total),
        ..Plan::default()
    }
}

fn of_article<'a>(article: &'a Article, writer: Writer<'a>, opening: Opening<'a>) -> FeedFile<'a> {
    let mut pool = Pool::default();
    pool.place(&article.story.preview);
    let mut plan = Plan {
        previous: article.previous.as_deref().map(|story| pool.place(story)),
        next: article.next.as_deref().map(|story| pool.place(story)),
        related: pool.each(&article.related),
        recent: pool.each(&article.recent),
        ..Plan::default()
    };
    plan.items = pool
        .stories
        .iter()
        .skip(1)
        .map(|story| writer.preview(story))
        .collect();
    FeedFile::new(opening, vec![writer.story(&article.story)], Some(plan))
}
