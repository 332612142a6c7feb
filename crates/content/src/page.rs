//! The pages of the site as data: what each place shows, made from an edition.

use crate::{
    category,
    edition::{Edition, Found, belongs},
    lang::Lang,
    order::greatest_first,
    route::{List, Route},
    story::{Preview, Story, Topic},
};
use std::sync::Arc;

/// What a place shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The front page.
    Front(Front),
    /// A page of a list.
    List(Listing),
    /// A story.
    Article(Box<Article>),
    /// A standing page, such as the Impressum.
    Standing(Box<Story>),
    /// What was searched for and what was found.
    Search(String, Vec<Arc<Preview>>),
    /// There is nothing at this address. The newest stories offer a way on.
    NotFound(Vec<Arc<Preview>>),
}

/// The front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// The story that leads.
    pub lead: Option<Arc<Preview>>,
    /// The stories beside it.
    pub secondary: Vec<Arc<Preview>>,
    /// The other newest stories: with the two above, all that the first page of the stream holds.
    pub latest: Vec<Arc<Preview>>,
    /// A section for each main category.
    pub sections: Vec<Section>,
    /// Whether the stream of all stories has a second page.
    pub more: bool,
}

/// A section of the front page: the newest stories of a category, or of a tag where the site has no categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name and its list.
    pub topic: Topic,
    /// Stories that stand nowhere else on the front page, as long as there are any.
    pub stories: Vec<Arc<Preview>>,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What it is a list of. `None` for the stream of all stories.
    pub topic: Option<Topic>,
    /// A sentence about it, or nothing.
    pub description: String,
    /// The categories above it, from the top down.
    pub crumbs: Vec<Topic>,
    /// The categories right below it.
    pub below: Vec<Topic>,
    /// The stories of this page.
    pub stories: Vec<Arc<Preview>>,
    /// The number of this page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// How many stories the whole list has.
    pub total: usize,
    /// The list.
    pub list: List,
}

/// A story with what leads on from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The story.
    pub story: Story,
    /// The way to it: the primary category and those above it, from the top down.
    pub crumbs: Vec<Topic>,
    /// The story before it in its primary category, the older one.
    pub previous: Option<Arc<Preview>>,
    /// The story after it in its primary category, the newer one.
    pub next: Option<Arc<Preview>>,
    /// Stories about the same things, the ones in its own language first.
    pub related: Vec<Arc<Preview>>,
    /// The newest stories besides it and the related ones.
    pub recent: Vec<Arc<Preview>>,
}

/// How many stories a page of a list holds.
pub const PER_PAGE: usize = 20;
/// How many stories stand beside the lead story.
const SECONDARY: usize = 4;
/// How many stories a section of the front page shows.
const SECTION: usize = 4;
/// How many related stories an article names.
const RELATED: usize = 4;
/// What the own language counts among kin: more than any number of shared topics.
const OWN_LANGUAGE: i64 = 1_000_000;
/// How many recent stories an article or the *not found* page names.
const RECENT: usize = 5;
/// How many tags become sections where a site has no categories.
const TAG_SECTIONS: usize = 6;

impl Page {
    /// What a place shows.
    #[must_use]
    pub fn at(edition: &Edition, route: &Route) -> Self {
        let missing = || Self::NotFound(edition.stories().take(RECENT).cloned().collect());
        match route {
            Route::Front => Self::Front(Front::of(edition)),
            Route::List(list, page) => Listing::of(edition, list, *page).map_or_else(missing, Self::List),
            Route::Search(query) => Self::Search(query.clone(), edition.search(query)),
            Route::Story(path) => match edition.at(path) {
                Some(Found::Story(story)) => Self::Article(Box::new(Article::of(edition, story))),
                Some(Found::Page(page)) => Self::Standing(Box::new(page.clone())),
                None => missing(),
            },
        }
    }
}

impl Front {
    fn of(edition: &Edition) -> Self {
        let first: Vec<&Arc<Preview>> = edition.stories().take(PER_PAGE).collect();
        // A lead story has a picture if any of the newest has one.
        let leading = first.iter().take(SECONDARY).position(|story| story.lead.is_some()).unwrap_or(0);
        let mut rest: Vec<Arc<Preview>> = first.into_iter().cloned().collect();
        let lead = (leading < rest.len()).then(|| rest.remove(leading));
        let latest = rest.split_off(SECONDARY.min(rest.len()));
        let lists: Vec<Topic> = if edition.site.categories.is_empty() {
            edition.tags().into_iter().take(TAG_SECTIONS).map(|(topic, _)| topic).collect()
        } else {
            edition.site.categories.iter().filter_map(|category| {
                edition.topic(&List::Category(category.path.clone()))
            }).collect()
        };
        let mut shown: Vec<String> =
            lead.iter().chain(&rest).map(|story| story.path.clone()).collect();
        let sections = lists
            .into_iter()
            .filter_map(|topic| {
                let stories: Vec<Arc<Preview>> = edition
                    .list(&topic.list)
                    .filter(|story| !shown.contains(&story.path))
                    .take(SECTION)
                    .cloned()
                    .collect();
                shown.extend(stories.iter().map(|story| story.path.clone()));
                (!stories.is_empty()).then_some(Section { topic, stories })
            })
            .collect();
        Self { lead, secondary: rest, latest, sections, more: edition.stories().nth(PER_PAGE).is_some() }
    }
}

impl Listing {
    /// A page of a list; `None` where the list or the page does not exist.
    fn of(edition: &Edition, list: &List, page: u32) -> Option<Self> {
        let topic = edition.topic(list);
        if topic.is_none() && *list != List::All {
            return None;
        }
        let list = topic.as_ref().map_or(list, |topic| &topic.list);
        let all: Vec<&Arc<Preview>> = edition.list(list).collect();
        let pages = all.len().div_ceil(PER_PAGE).max(1) as u32;
        if page > pages {
            return None;
        }
        let stories = all.iter().skip((page as usize - 1) * PER_PAGE).take(PER_PAGE).map(|story| (*story).clone()).collect();
        let tree = &edition.site.categories;
        let (description, mut crumbs, below) = match list {
            List::Category(path) => {
                let category = category::at_path(tree, path)?;
                let below = category.children.iter().map(|child| topic_of(edition, &child.path)).collect();
                (category.description.clone(), way(edition, path), below)
            }
            _ => (String::new(), Vec::new(), Vec::new()),
        };
        crumbs.pop();
        Some(Self {
            total: all.len(),
            description,
            crumbs,
            below,
            stories,
            page,
            pages,
            list: list.clone(),
            topic,
        })
    }
}

impl Article {
    fn of(edition: &Edition, story: &Story) -> Self {
        let own = &story.preview;
        let primary = own.category().map(|topic| topic.list.clone());
        let beside: Vec<&Arc<Preview>> = edition.list(primary.as_ref().unwrap_or(&List::All)).collect();
        let place = beside.iter().position(|other| other.path == own.path);
        let neighbour = |place: Option<usize>| place.and_then(|place| beside.get(place)).map(|story| (*story).clone());
        let related = related(edition, own);
        let known = |other: &Preview| other.path == own.path || related.iter().any(|story| story.path == other.path);
        let recent = edition.stories().filter(|other| !known(other)).take(RECENT).cloned().collect();
        Self {
            crumbs: match &primary {
                Some(List::Category(path)) => way(edition, path),
                _ => Vec::new(),
            },
            previous: neighbour(place.map(|place| place + 1)),
            next: neighbour(place.and_then(|place| place.checked_sub(1))),
            related,
            recent,
            story: story.clone(),
        }
    }
}

/// The categories from the top of the tree down to a path.
fn way(edition: &Edition, path: &str) -> Vec<Topic> {
    category::way_to(&edition.site.categories, path).iter().map(|category| topic_of(edition, &category.path)).collect()
}

fn topic_of(edition: &Edition, path: &str) -> Topic {
    let list = List::Category(path.to_owned());
    edition.topic(&list).unwrap_or_else(|| Topic { name: path.to_owned(), lang: None, list })
}

/// Stories that share topics with one: a free tag says more than a category, the own language comes first, then
/// what shares the most, then the newest.
fn related(edition: &Edition, own: &Preview) -> Vec<Arc<Preview>> {
    let kinship = |other: &Preview| -> i64 {
        let shared = |topic: &Topic| if belongs(other, &topic.list) { if topic.is_category() { 1 } else { 3 } } else { 0 };
        own.topics.iter().map(shared).sum()
    };
    let foreign = |lang: &Lang| lang.primary() != own.lang.primary();
    let kin: Vec<(i64, &Arc<Preview>)> = edition
        .stories()
        .filter(|other| other.path != own.path)
        .filter_map(|other| match kinship(other) {
            0 => None,
            kinship if foreign(&other.lang) => Some((kinship, other)),
            kinship => Some((kinship + OWN_LANGUAGE, other)),
        })
        .collect();
    greatest_first(kin, |(kinship, _)| *kinship).into_iter().take(RELATED).map(|(_, story)| story.clone()).collect()
}
