//! The pages of the site as data: what each place shows, made from an edition.

use crate::{
    category::{self, Category},
    edition::{Edition, Found, belongs, first},
    lang::Lang,
    order::greatest_first,
    route::{List, Route},
    search::Results,
    story::{Preview, Story, Topic, Translation},
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
    /// The print desk of a story.
    Print(Arc<Story>),
    /// A standing page, such as the Impressum.
    Standing(Arc<Story>),
    /// What was searched for and what was found.
    Search(Results),
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
    pub story: Arc<Story>,
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
pub const RELATED: usize = 4;
/// What the own language counts among kin: more than any number of shared topics.
const OWN_LANGUAGE: i64 = 1_000_000;
/// How many recent stories an article or the *not found* page names.
pub const RECENT: usize = 5;
/// How many tags become sections where a site has no categories.
const TAG_SECTIONS: usize = 6;

impl Page {
    /// What a place shows.
    #[must_use]
    pub fn at(edition: &Edition, route: &Route) -> Self {
        let missing = || Self::NotFound(first(RECENT, &edition.listed(&List::All)));
        match route {
            Route::Front => Self::Front(Front::of(edition)),
            Route::List(list, page) => {
                Listing::of(edition, list, *page).map_or_else(missing, Self::List)
            }
            Route::Search(query, page) => Self::Search(edition.search(query, *page, PER_PAGE)),
            Route::Story(path) => match edition.at(path) {
                Some(Found::Story(story)) => Self::Article(Box::new(Article::of(edition, story))),
                Some(Found::Page(page)) => Self::Standing(page.clone()),
                None => missing(),
            },
            Route::Print(path) => {
                let page = Self::at(edition, &Route::Story(path.clone()));
                page.on_desk().unwrap_or(page)
            }
        }
    }
}

impl Page {
    /// A story's print desk; nothing for a page that has no story.
    #[must_use]
    pub fn on_desk(&self) -> Option<Self> {
        let story = match self {
            Self::Article(article) => &article.story,
            Self::Standing(story) => story,
            _ => return None,
        };
        Some(Self::Print(story.clone()))
    }

    /// The other languages in which a story or a standing page is told.
    #[must_use]
    pub fn translations(&self) -> &[Translation] {
        match self {
            Self::Article(article) => &article.story.translations,
            Self::Standing(story) => &story.translations,
            _ => &[],
        }
    }
}

impl Front {
    /// The top of the front page, made of its newest stories.
    pub(crate) fn arranged(mut rest: Vec<Arc<Preview>>, lang: &Lang) -> Self {
        // The lead story has a picture and, in a paper of several languages, is in the site's own, if there is such
        // a one among the newest.
        let newest = || rest.iter().take(SECONDARY);
        let own = lang.primary();
        let leading = newest()
            .position(|story| story.lead.is_some() && story.lang.primary() == own)
            .or_else(|| newest().position(|story| story.lead.is_some()))
            .unwrap_or(0);
        let lead = (leading < rest.len()).then(|| rest.remove(leading));
        let latest = rest.split_off(SECONDARY.min(rest.len()));
        Self {
            lead,
            secondary: rest,
            latest,
            sections: Vec::new(),
            more: false,
        }
    }

    fn of(edition: &Edition) -> Self {
        let newest = first(PER_PAGE, &edition.listed(&List::All));
        let Self {
            lead,
            secondary: rest,
            latest,
            ..
        } = Self::arranged(newest, &edition.site.lang);
        let mut lists: Vec<Topic> = edition.site.categories.iter().map(topic_of).collect();
        if lists.is_empty() {
            let tags = edition.tags().into_iter().take(TAG_SECTIONS);
            lists.extend(tags.map(|(topic, _)| topic));
        }
        let mut shown = rest.clone();
        shown.extend(lead.clone());
        let mut sections = Vec::new();
        for topic in lists {
            let mut unseen = edition.listed(&topic.list);
            unseen.retain(|story| shown.iter().all(|other| other.path != story.path));
            let stories = first(SECTION, &unseen);
            shown.extend(stories.iter().cloned());
            if !stories.is_empty() {
                sections.push(Section { topic, stories });
            }
        }
        Self {
            lead,
            secondary: rest,
            latest,
            sections,
            more: edition.stories().nth(PER_PAGE).is_some(),
        }
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
        let all = edition.listed(list);
        let pages = all.len().div_ceil(PER_PAGE).max(1) as u32;
        if !(1..=pages).contains(&page) {
            return None;
        }
        let from_here = all.get((page as usize - 1) * PER_PAGE..);
        let stories = first(PER_PAGE, from_here.unwrap_or_default());
        Some(Self {
            total: all.len(),
            stories,
            page,
            pages,
            ..Self::empty(&edition.site.categories, list.clone(), topic)
        })
    }

    /// A list without its stories: what its place in the tree says of it.
    #[must_use]
    pub fn empty(tree: &[Category], list: List, topic: Option<Topic>) -> Self {
        let (mut description, mut crumbs, mut below) = (String::new(), Vec::new(), Vec::new());
        if let List::Category(path) = &list
            && let Some(category) = category::at_path(tree, path)
        {
            description.clone_from(&category.description);
            crumbs = way(tree, path);
            crumbs.pop();
            below = category.children.iter().map(topic_of).collect();
        }
        Self {
            topic,
            description,
            crumbs,
            below,
            stories: Vec::new(),
            page: 1,
            pages: 1,
            total: 0,
            list,
        }
    }
}

impl Article {
    fn of(edition: &Edition, story: &Arc<Story>) -> Self {
        let own = &story.preview;
        let primary = own.category().map(|topic| topic.list.clone());
        let beside = edition.listed(primary.as_ref().unwrap_or(&List::All));
        let place = beside.iter().position(|other| other.path == own.path);
        let neighbour = |place: Option<usize>| {
            place
                .and_then(|place| beside.get(place))
                .map(|story| (*story).clone())
        };
        let related = related(edition, own);
        let known = |other: &Preview| {
            other.path == own.path || related.iter().any(|story| story.path == other.path)
        };
        let mut others = edition.listed(&List::All);
        others.retain(|other| !known(other));
        let recent = first(RECENT, &others);
        Self {
            crumbs: way_to(&edition.site.categories, own),
            previous: neighbour(place.map(|place| place + 1)),
            next: neighbour(place.and_then(|place| place.checked_sub(1))),
            related,
            recent,
            story: story.clone(),
        }
    }
}

/// The way to a story: its primary category and those above it, from the top down.
#[must_use]
pub fn way_to(tree: &[Category], story: &Preview) -> Vec<Topic> {
    match story.category().map(|topic| &topic.list) {
        Some(List::Category(path)) => way(tree, path),
        _ => Vec::new(),
    }
}

/// The categories from the top of the tree down to a path.
fn way(tree: &[Category], path: &str) -> Vec<Topic> {
    category::way_to(tree, path)
        .into_iter()
        .map(topic_of)
        .collect()
}

/// A category as a story's topic.
pub(crate) fn topic_of(category: &Category) -> Topic {
    Topic {
        name: category.name.clone(),
        lang: category.lang.clone(),
        list: List::Category(category.path.clone()),
    }
}

/// Stories that share topics with one: a free tag says more than a category, the own language comes first, then
/// what shares the most, then the newest.
fn related(edition: &Edition, own: &Preview) -> Vec<Arc<Preview>> {
    let kinship = |other: &Preview| -> i64 {
        let shared = |topic: &Topic| {
            if belongs(other, &topic.list) {
                if topic.is_category() { 1 } else { 3 }
            } else {
                0
            }
        };
        own.topics.iter().map(shared).sum()
    };
    let foreign = |lang: &Lang| lang.primary() != own.lang.primary();
    let mut kin = edition.listed(&List::All);
    kin.retain(|other| other.path != own.path && kinship(other) > 0);
    let kin = greatest_first(kin, |other| {
        let own = if foreign(&other.lang) {
            0
        } else {
            OWN_LANGUAGE
        };
        kinship(other) + own
    });
    first(RELATED, &kin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::tests::{edition, headlines};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    fn tree() -> Value {
        json!({ "name": "The Bugle", "categories": [
            { "name": "POLITICS", "description": "Power.", "children": [ { "name": "DIPLOMACY" } ] },
            { "name": "SPORT" }, { "name": "WEATHER" },
        ] })
    }

    /// So many stories, the first the newest; `change` makes each what it is to be.
    fn stories(count: usize, change: impl Fn(usize, &mut Value)) -> Value {
        let story = |place: usize| {
            let mut story = json!({ "id": place, "url": format!("/s{place}/"), "title": format!("s{place}"),
                "date_published": 2_000_000_000 - place * 1000 });
            change(place, &mut story);
            story
        };
        (0..count).map(story).collect()
    }

    fn front(site: &Value, items: &Value) -> Front {
        match Page::at(&edition(site, items), &Route::Front) {
            Page::Front(front) => front,
            other => panic!("{other:?}"),
        }
    }

    fn listing(edition: &Edition, list: List, page: u32) -> Option<Listing> {
        match Page::at(edition, &Route::List(list, page)) {
            Page::List(listing) => Some(listing),
            Page::NotFound(_) => None,
            other => panic!("{other:?}"),
        }
    }

    fn article(edition: &Edition, path: &str) -> Article {
        match Page::at(edition, &Route::Story(path.into())) {
            Page::Article(article) => *article,
            other => panic!("{other:?}"),
        }
    }

    fn category(path: &str) -> List {
        List::Category(path.into())
    }

    #[test]
    fn each_of_the_newest_twenty_stands_once_among_lead_secondary_and_latest() {
        for count in [0, 1, 2, 5, 6, 20, 21, 60] {
            for pictured in [0, 2, 30] {
                let items = stories(count, |place, story| {
                    story["tags"] = json!([(["POLITICS", "SPORT"][place % 2])]);
                    if place == pictured {
                        story["image"] = json!("a.jpg");
                    }
                });
                let front = front(&tree(), &items);
                let mut shown = headlines(
                    front
                        .lead
                        .iter()
                        .chain(&front.secondary)
                        .chain(&front.latest),
                );
                shown.sort_unstable();
                let mut newest: Vec<String> = (0..count.min(20))
                    .map(|place| format!("s{place}"))
                    .collect();
                newest.sort_unstable();
                assert_eq!(shown, newest, "{count} stories");
                assert_eq!(front.lead.is_some(), count > 0);
                assert_eq!(front.more, count > 20);
                let above: BTreeSet<&str> = headlines(front.lead.iter().chain(&front.secondary))
                    .into_iter()
                    .collect();
                let below: Vec<&str> = front
                    .sections
                    .iter()
                    .flat_map(|section| headlines(&section.stories))
                    .collect();
                assert!(below.iter().all(|story| !above.contains(story)));
                assert_eq!(
                    below.iter().collect::<BTreeSet<_>>().len(),
                    below.len(),
                    "a section repeats another"
                );
                assert!(
                    front
                        .sections
                        .iter()
                        .all(|section| (1..=SECTION).contains(&section.stories.len()))
                );
            }
        }
    }

    #[test]
    fn the_lead_has_a_picture_if_one_of_the_first_four_has_one() {
        for (pictured, lead) in [(0, "s0"), (3, "s3"), (4, "s0")] {
            let items = stories(8, |place, story| {
                if place == pictured {
                    story["image"] = json!("a.jpg");
                }
            });
            assert_eq!(front(&tree(), &items).lead.unwrap().headline, lead);
        }
    }

    #[test]
    fn the_lead_is_in_the_sites_own_language_if_one_of_the_first_four_is() {
        for (own, lead) in [(0, "s0"), (2, "s2"), (4, "s0")] {
            let items = stories(8, |place, story| {
                story["image"] = json!("a.jpg");
                story["language"] = json!(if place == own { "en-GB" } else { "sq" });
            });
            assert_eq!(front(&tree(), &items).lead.unwrap().headline, lead);
        }
    }

    #[test]
    fn there_is_a_section_for_each_main_category_that_has_stories_left() {
        let items = stories(20, |place, story| {
            story["tags"] = json!([(["DIPLOMACY", "SPORT"][place % 2])])
        });
        let names: Vec<String> = front(&tree(), &items)
            .sections
            .into_iter()
            .map(|section| section.topic.name)
            .collect();
        assert_eq!(names, ["POLITICS", "SPORT"]);
    }

    #[test]
    fn without_categories_the_most_frequent_tags_are_the_sections() {
        let items = stories(40, |place, story| {
            story["tags"] = json!([(["rivers", "boats", "boats"][place % 3])])
        });
        let names: Vec<String> = front(&json!({}), &items)
            .sections
            .into_iter()
            .map(|section| section.topic.name)
            .collect();
        assert_eq!(names, ["boats", "rivers"]);
    }

    #[test]
    fn a_list_of_twenty_one_has_two_pages_and_no_third() {
        let edition = edition(
            &tree(),
            &stories(21, |_, story| {
                story["tags"] = json!(["DIPLOMACY", "rivers"]);
                story["author"] = json!("Mira");
            }),
        );
        for list in [
            List::All,
            category("politics"),
            category("politics/diplomacy"),
            List::Tag("rivers".into()),
            List::Author("mira".into()),
        ] {
            let first = listing(&edition, list.clone(), 1).unwrap();
            assert_eq!(
                (first.stories.len(), first.page, first.pages, first.total),
                (20, 1, 2, 21)
            );
            let second = listing(&edition, list.clone(), 2).unwrap();
            assert_eq!(headlines(&second.stories), ["s20"]);
            for page in [0, 3, u32::MAX] {
                assert_eq!(listing(&edition, list.clone(), page), None, "page {page}");
            }
        }
    }

    #[test]
    fn a_list_of_twenty_has_one_page() {
        let edition = edition(&tree(), &stories(20, |_, _| {}));
        assert_eq!(listing(&edition, List::All, 1).unwrap().pages, 1);
        assert_eq!(listing(&edition, List::All, 2), None);
    }

    #[test]
    fn an_empty_category_of_the_tree_is_an_empty_page() {
        let edition = edition(&tree(), &stories(1, |_, _| {}));
        let weather = listing(&edition, category("weather"), 1).unwrap();
        assert_eq!(
            (weather.stories.len(), weather.pages, weather.total),
            (0, 1, 0)
        );
        assert_eq!(weather.topic.unwrap().name, "WEATHER");
        assert_eq!(listing(&edition, category("weather"), 2), None);
    }

    #[test]
    fn what_is_not_there_is_not_found_and_the_newest_stories_lead_on() {
        let edition = edition(&tree(), &stories(9, |_, _| {}));
        for list in [
            category("music"),
            List::Tag("music".into()),
            List::Author("nobody".into()),
        ] {
            assert_eq!(listing(&edition, list, 1), None);
        }
        let Page::NotFound(recent) = Page::at(&edition, &Route::Story("missing".into())) else {
            panic!()
        };
        assert_eq!(headlines(&recent), ["s0", "s1", "s2", "s3", "s4"]);
    }

    #[test]
    fn a_category_page_knows_what_lies_above_and_below_it() {
        let edition = edition(&tree(), &json!([]));
        let names = |topics: &[Topic]| {
            topics
                .iter()
                .map(|topic| topic.name.clone())
                .collect::<Vec<_>>()
        };
        let politics = listing(&edition, category("politics"), 1).unwrap();
        assert_eq!(
            (names(&politics.crumbs), names(&politics.below)),
            (vec![], vec!["DIPLOMACY".to_owned()])
        );
        assert_eq!(politics.description, "Power.");
        // A child's slug alone is an address of old; the list is known by its whole path.
        let diplomacy = listing(&edition, category("diplomacy"), 1).unwrap();
        assert_eq!(names(&diplomacy.crumbs), ["POLITICS"]);
        assert_eq!(diplomacy.list, category("politics/diplomacy"));
    }

    #[test]
    fn previous_is_the_older_and_next_the_newer_story_of_the_primary_category() {
        let edition = edition(
            &tree(),
            &stories(6, |place, story| {
                story["tags"] = json!([(["POLITICS", "SPORT"][place % 2])]);
            }),
        );
        let names = |path: &str| {
            let article = article(&edition, path);
            (
                article.previous.map(|story| story.headline.clone()),
                article.next.map(|story| story.headline.clone()),
            )
        };
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(names("s2"), (name("s4"), name("s0")));
        assert_eq!(names("s0"), (name("s2"), None));
        assert_eq!(names("s5"), (None, name("s3")));
        assert_eq!(article(&edition, "s2").crumbs[0].name, "POLITICS");
    }

    #[test]
    fn a_story_without_a_category_has_its_neighbours_in_the_stream() {
        let edition = edition(
            &json!({}),
            &stories(3, |_, story| story["tags"] = json!(["rivers"])),
        );
        let article = article(&edition, "s1");
        assert_eq!(article.previous.unwrap().headline, "s2");
        assert_eq!(article.next.unwrap().headline, "s0");
        assert!(article.crumbs.is_empty());
    }

    #[test]
    fn related_stories_are_in_the_own_language_first_and_share_tags_rather_than_categories() {
        let edition = edition(
            &tree(),
            &json!([
                { "id": 0, "title": "own", "language": "mk-MK", "tags": ["POLITICS", "water"] },
                { "id": 1, "title": "foreign, both", "language": "en", "tags": ["POLITICS", "water"] },
                { "id": 2, "title": "category", "language": "mk", "tags": ["POLITICS"] },
                { "id": 3, "title": "tag", "language": "mk", "tags": ["WATER"] },
                { "id": 4, "title": "nothing", "language": "mk", "tags": ["SPORT"] },
                { "id": 5, "title": "both", "language": "mk", "tags": ["POLITICS", "water"] },
            ]),
        );
        assert_eq!(
            headlines(&article(&edition, "own").related),
            ["both", "tag", "category", "foreign, both"]
        );
    }

    #[test]
    fn recent_stories_are_neither_the_story_itself_nor_its_kin() {
        let edition = edition(
            &tree(),
            &stories(20, |place, story| {
                if place < 6 {
                    story["tags"] = json!(["rivers"]);
                }
            }),
        );
        let article = article(&edition, "s0");
        assert_eq!(headlines(&article.related), ["s1", "s2", "s3", "s4"]);
        assert_eq!(headlines(&article.recent), ["s5", "s6", "s7", "s8", "s9"]);
    }

    #[test]
    fn a_search_page_tells_what_was_searched_for() {
        let edition = edition(&tree(), &stories(3, |_, _| {}));
        let Page::Search(results) = Page::at(&edition, &Route::Search("s1".into(), 1)) else {
            panic!()
        };
        assert_eq!(results.query, "s1");
        assert_eq!(headlines(&results.stories), ["s1"]);
    }
}
