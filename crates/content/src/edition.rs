//! All that a newsroom has published, in order, and where each story lies.

use crate::{
    category,
    feed::Feed,
    fold,
    lang::Lang,
    lenient::excerpt,
    names::Names,
    order::greatest_first,
    problem::{Problem, Trouble},
    route::{List, Route, is_free},
    search::{Results, Words, search},
    site::Site,
    slug::Slug,
    story::{Author, Preview, Story, Topic, Translation},
    url::{Address, host},
};
use std::{
    sync::{Arc, OnceLock},
    vec,
};

/// A site with its stories and standing pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The site.
    pub site: Site,
    stories: Vec<Arc<Story>>,
    pages: Vec<Arc<Story>>,
    index: Index,
}

impl Edition {
    /// Puts an edition together from what was read. What `site.json` does not say of name, tagline, language and
    /// address is taken from the first feed: its title, description, language and home. What could not be kept as it
    /// was goes into `problems`.
    #[must_use]
    pub fn new(
        mut site: Site,
        feeds: Vec<Feed>,
        pages: Option<Feed>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        if let Some(first) = feeds.first() {
            site.origin = site.origin.or_else(|| first.home.clone());
            if site.name.is_empty() {
                site.name.clone_from(&first.title);
                if site.tagline.is_empty() {
                    site.tagline.clone_from(&first.description);
                }
            }
            if let Some(lang) = first.lang.as_ref().filter(|_| !site.names_lang) {
                site.lang = lang.clone();
            }
        }
        if site.name.is_empty() {
            let host = site.origin.as_deref().and_then(host).unwrap_or_default();
            site.name = host.strip_prefix("www.").unwrap_or(host).to_owned();
        }
        // Standing pages come first: a story must not take the address of the Impressum.
        let mut paths = Paths::default();
        let pages = pages.map(|feed| feed.stories).unwrap_or_default();
        let pages = paths.settle(pages, &site.pages, &site.lang, problems);
        let stories = feeds.into_iter().flat_map(|feed| feed.stories).collect();
        let stories = paths.settle(stories, &site.stories, &site.lang, problems);
        // Stories without a date keep the feed's order, after all others.
        let stories = greatest_first(stories, |story| {
            story
                .preview
                .published
                .map_or(i64::MIN, |date| date.seconds())
        });
        Self {
            site,
            stories,
            pages,
            index: Index::default(),
        }
    }

    /// Every story, newest first.
    pub fn stories(&self) -> impl DoubleEndedIterator<Item = &Arc<Preview>> {
        self.stories.iter().map(|story| &story.preview)
    }

    /// Every story in full, newest first.
    #[must_use]
    pub fn in_full(&self) -> &[Arc<Story>] {
        &self.stories
    }

    /// The standing pages in full, in the feed's order.
    #[must_use]
    pub fn pages_in_full(&self) -> &[Arc<Story>] {
        &self.pages
    }

    /// The standing pages, in the feed's order.
    pub fn pages(&self) -> impl Iterator<Item = &Arc<Preview>> {
        self.pages.iter().map(|page| &page.preview)
    }

    /// The story or the standing page at a path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Found<'_>> {
        let here =
            |stories: &'_ [Arc<Story>]| stories.iter().position(|story| story.preview.path == path);
        if let Some(page) = here(&self.pages).and_then(|place| self.pages.get(place)) {
            return Some(Found::Page(page));
        }
        here(&self.stories)
            .and_then(|place| self.stories.get(place))
            .map(Found::Story)
    }

    /// The stories of a list, newest first.
    pub fn list(&self, list: &List) -> vec::IntoIter<&Arc<Preview>> {
        self.listed(list).into_iter()
    }

    /// The stories of a list all at once: most of what is done with them is then done by code that is there already.
    pub(crate) fn listed(&self, list: &List) -> Vec<&Arc<Preview>> {
        self.stories()
            .filter(|story| belongs(story, list))
            .collect()
    }

    /// Free tags with the number of their stories, the most frequent first.
    #[must_use]
    pub fn tags(&self) -> Vec<(Topic, usize)> {
        let mut places = Names::default();
        let mut tags: Vec<(Topic, usize)> = Vec::new();
        for topic in self.stories().flat_map(|story| &story.topics) {
            let List::Tag(slug) = &topic.list else {
                continue;
            };
            let place = places.get(slug);
            match place.and_then(|place| tags.get_mut(place)) {
                Some((_, count)) => *count += 1,
                None => {
                    places.insert(slug, tags.len());
                    tags.push((topic.clone(), 1));
                }
            }
        }
        greatest_first(tags, |(_, count)| *count as i64)
    }

    /// The name of a list, with its language where that differs from the site's. `None` where there is no such
    /// list; a category of the tree may be empty.
    #[must_use]
    pub fn topic(&self, list: &List) -> Option<Topic> {
        match list {
            List::All => None,
            List::Category(path) => {
                category::at_path(&self.site.categories, path).map(|category| Topic {
                    name: category.name.clone(),
                    lang: category.lang.clone(),
                    list: List::Category(category.path.clone()),
                })
            }
            List::Tag(slug) => {
                let mut topics = self.stories().flat_map(|story| &story.topics);
                let found = topics.find(|topic| topic.list == *list).cloned();
                found.or_else(|| self.tag_in_other_letters(slug))
            }
            List::Author(slug) => self.author(slug).map(|author| Topic {
                name: author.name.clone(),
                lang: None,
                list: list.clone(),
            }),
        }
    }

    /// The tag whose slug differs only in its letters: its language writes it so in Latin ones (`hromada`, `gromada`), or
    /// an old link has it in its own (`громада`), as WordPress does.
    #[inline(never)] // Seldom run: decision 17.
    fn tag_in_other_letters(&self, slug: &str) -> Option<Topic> {
        let is_meant = |name: &str, lang| Slug::of_name(name, lang).as_str() == slug;
        let mut tags = self.tags().into_iter().map(|(topic, _)| topic);
        tags.find(|tag| {
            !tag.name.is_ascii()
                && (is_meant(&tag.name, None)
                    || is_meant(&tag.name, Some(&self.site.lang))
                    || fold::fold(&tag.name).replace(' ', "-") == fold::fold(slug))
        })
    }

    fn author(&self, slug: &str) -> Option<&Author> {
        self.stories()
            .flat_map(|story| &story.authors)
            .find(|author| author.slug == slug)
    }

    /// The standing page or story that an entry of a menu names, for its title.
    #[must_use]
    pub fn title_of(&self, path: &str) -> Option<&Arc<Preview>> {
        self.at(path).map(|found| &found.story().preview)
    }
}

/// The first of some stories, so many at the most.
pub(crate) fn first(most: usize, stories: &[&Arc<Preview>]) -> Vec<Arc<Preview>> {
    stories
        .iter()
        .take(most)
        .map(|story| Arc::clone(story))
        .collect()
}

/// What lies at a path.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// A story.
    Story(&'a Arc<Story>),
    /// A standing page.
    Page(&'a Arc<Story>),
}

impl<'a> Found<'a> {
    /// Either of them.
    #[must_use]
    pub fn story(self) -> &'a Story {
        match self {
            Self::Story(story) | Self::Page(story) => story,
        }
    }
}

/// Whether a story stands in a list. A category holds what lies below it.
#[must_use]
pub fn belongs(story: &Preview, list: &List) -> bool {
    match list {
        List::All => true,
        List::Category(path) => story.topics.iter().any(|topic| match &topic.list {
            List::Category(own) => own
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            _ => false,
        }),
        List::Tag(_) => story.topics.iter().any(|topic| topic.list == *list),
        List::Author(slug) => story.authors.iter().any(|author| author.slug == *slug),
    }
}

/// Which paths are taken while an edition is put together.
#[derive(Default)]
struct Paths {
    taken: Names,
    /// Path and id of every item, as the feed has them.
    seen: Names,
    /// The number from which on to look for a free path, by slug: a thousand untitled stories must not each look
    /// through all the others.
    numbers: Names,
}

impl Paths {
    /// Gives every story a path of its own. A repeated item is left out, a path that is taken is changed.
    fn settle(
        &mut self,
        stories: Vec<Story>,
        feed: &Address,
        lang: &Lang,
        problems: &mut Vec<Problem>,
    ) -> Vec<Arc<Story>> {
        let (Address::Site(file) | Address::Web(file)) = feed;
        let problem = |id: &str, trouble| Problem {
            file: file.clone(),
            item: Some(excerpt(id)),
            trouble,
        };
        let mut settled = Vec::with_capacity(stories.len());
        for mut story in stories {
            if Arc::get_mut(&mut story.preview).is_none() {
                story.preview = copied(&story.preview);
            }
            let Some(preview) = Arc::get_mut(&mut story.preview) else {
                continue;
            };
            let item = [&preview.path, "\n", &preview.id].concat();
            if self.seen.insert(&item, 0) {
                problems.push(problem(&preview.id, Trouble::Repeated));
                continue;
            }
            if !self.is_free(&preview.path) {
                let trouble = self.moved(preview, &mut story.translations);
                problems.push(problem(&preview.id, trouble));
            }
            // When the feed was read, the site's language may not have been known. A tag speaks its story's language.
            for topic in &mut preview.topics {
                if topic.is_category() {
                    topic.lang.take_if(|own| own == lang);
                } else {
                    topic.lang = (preview.lang != *lang).then(|| preview.lang.clone());
                }
            }
            self.taken.insert(&preview.path, 0);
            settled.push(Arc::new(story));
        }
        settled
    }

    /// Gives a story, which may be told in other languages, another path.
    #[inline(never)] // Seldom run: decision 17.
    fn moved(&mut self, preview: &mut Preview, translations: &mut Vec<Translation>) -> Trouble {
        let path = self.another(&Slug::of_name(&preview.headline, Some(&preview.lang)));
        let route = Route::Story(path.clone());
        // It may be where a translation was said to be.
        let own = Address::Site(route.path());
        translations.retain(|told| told.address != own);
        preview.path = path;
        Trouble::PathTaken(route.href("/"))
    }

    fn is_free(&self, path: &str) -> bool {
        self.taken.get(path).is_none() && is_free(path)
    }

    /// A free path made of a slug.
    fn another(&mut self, slug: &Slug) -> String {
        let mut path = slug.as_str().to_owned();
        let mut number = self.numbers.get(slug.as_str()).unwrap_or(2);
        while !self.is_free(&path) {
            path = [slug.as_str(), "-", &number.to_string()].concat();
            number += 1;
        }
        self.numbers.insert(slug.as_str(), number);
        path
    }
}

#[inline(never)] // Seldom run: decision 17.
fn copied(preview: &Preview) -> Arc<Preview> {
    Arc::new(preview.clone())
}

/// The words of every story as a search compares them, made at the first search: folding all stories at every key
/// press would take too long.
#[derive(Clone, Debug, Default)]
struct Index(OnceLock<Vec<(Arc<Preview>, Words)>>);

/// It is made of the stories, and so tells nothing about an edition that they do not.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl Edition {
    /// A page of the stories whose headline, standfirst, topics or authors hold every word of a query, in any order,
    /// compared by [`fold::fold`]; a word of the query that has two letters may be the beginning of the story's word.
    /// A page has so many at the most. Stories with all of the words in the headline come first, then the newest.
    #[must_use]
    pub fn search(&self, query: &str, page: u32, most: usize) -> Results {
        let with_words = |story: &Arc<Preview>| (story.clone(), Words::of(story));
        let index = || self.stories().map(with_words).collect();
        search(self.index.0.get_or_init(index), query, page, most)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::feed;
    use serde_json::{Value, json};

    /// An edition made of a site file and the items of a feed, with what was noted.
    pub(crate) fn edition_with(site: &Value, items: &Value) -> (Edition, Vec<String>) {
        let mut problems = Vec::new();
        let site = Site::read(site.to_string().as_bytes(), &mut problems).unwrap();
        let document = json!({ "title": "The Bugle", "items": items });
        let feed = read(&document, &site);
        let edition = Edition::new(site, vec![feed], None, &mut problems);
        (edition, problems.iter().map(ToString::to_string).collect())
    }

    pub(crate) fn edition(site: &Value, items: &Value) -> Edition {
        edition_with(site, items).0
    }

    pub(crate) fn read(document: &Value, site: &Site) -> Feed {
        feed::read(document.to_string().as_bytes(), &site.stories, site).unwrap()
    }

    pub(crate) fn headlines<'a>(
        stories: impl IntoIterator<Item = &'a Arc<Preview>>,
    ) -> Vec<&'a str> {
        stories
            .into_iter()
            .map(|story| story.headline.as_str())
            .collect()
    }

    #[test]
    fn a_story_that_gets_another_path_is_no_translation_of_itself() {
        let items = json!([
            { "id": "1", "title": "Ferry", "url": "https://old.example/x/" },
            { "id": "2", "title": "Boat", "language": "uk", "url": "https://old.example/x/",
              "_civil": { "translations": [
                { "language": "en", "url": "https://old.example/boat/" },
                { "language": "sq", "url": "https://old.example/trageti/" },
              ] } },
        ]);
        let edition = edition(&json!({}), &items);
        assert_eq!(paths(&edition), ["x", "boat"]);
        let boat = edition.stories.get(1).unwrap();
        let told: Vec<_> = boat.translations.iter().map(|told| &told.address).collect();
        assert_eq!(told, [&Address::Site("trageti/".to_owned())]);
    }

    fn paths(edition: &Edition) -> Vec<&str> {
        edition.stories().map(|story| story.path.as_str()).collect()
    }

    fn tree() -> Value {
        json!({ "name": "The Bugle", "language": "en", "categories": [
            { "name": "POLITICS", "children": [ { "name": "DIPLOMACY", "slug": "diplomacy" } ] },
            { "name": "RECYCLЕ", "slug": "recycle" },
            { "name": "А YEAR OF HEROISM", "slug": "a-year-of-heroism" },
            { "name": "БОРОТЬБА УКРАЇНИ", "language": "uk" },
        ] })
    }

    #[test]
    fn the_newest_comes_first_and_the_undated_last_in_the_feeds_order() {
        let edition = edition(
            &tree(),
            &json!([
                { "id": 1, "title": "undated one" },
                { "id": 2, "title": "old", "date_published": "2022-01-01" },
                { "id": 3, "title": "undated two" },
                { "id": 4, "title": "new", "date_published": "2026-01-01T10:00:00+02:00" },
                { "id": 5, "title": "same instant, later in the feed", "date_published": "2026-01-01T08:00:00Z" },
            ]),
        );
        assert_eq!(
            headlines(edition.stories()),
            [
                "new",
                "same instant, later in the feed",
                "old",
                "undated one",
                "undated two"
            ]
        );
    }

    #[test]
    fn a_repeated_item_is_left_out_and_named() {
        let (edition, problems) = edition_with(
            &tree(),
            &json!([
                { "id": 1, "url": "/a/", "title": "A" }, { "id": 1, "url": "/a/", "title": "A again" },
            ]),
        );
        assert_eq!(headlines(edition.stories()), ["A"]);
        assert_eq!(
            problems,
            ["feed.json: 1: stands in the feed twice; the later one is left out"]
        );
    }

    #[test]
    fn one_id_at_two_addresses_is_two_stories() {
        let edition = edition(
            &tree(),
            &json!([
                { "id": 1, "url": "/a/", "title": "A" }, { "id": 1, "url": "/b/", "title": "B" },
            ]),
        );
        assert_eq!(paths(&edition), ["a", "b"]);
    }

    #[test]
    fn a_path_that_another_story_has_is_changed_and_the_story_kept() {
        let (edition, problems) = edition_with(
            &tree(),
            &json!([
                { "id": 1, "url": "/a/", "title": "First" }, { "id": 2, "url": "/a/", "title": "Second" },
                { "id": 3, "title": "Second" }, { "id": 2, "url": "/a/", "title": "Second" },
            ]),
        );
        assert_eq!(paths(&edition), ["a", "second", "second-2"]);
        assert_eq!(
            problems,
            [
                "feed.json: 2: its path is taken; shown at /second/",
                "feed.json: 3: its path is taken; shown at /second-2/",
                "feed.json: 2: stands in the feed twice; the later one is left out",
            ]
        );
    }

    #[test]
    fn the_sites_own_addresses_are_given_to_no_story() {
        for (url, title, path) in [
            ("/category/x/", "X", "x"),
            ("/tag/x/page/2/", "X", "x"),
            ("/author/x/", "X", "x"),
            ("/search/", "Search", "search-2"),
            ("/page/2/", "X", "x"),
            ("/", "X", "x"),
        ] {
            let edition = edition(&tree(), &json!([{ "id": 1, "url": url, "title": title }]));
            assert_eq!(paths(&edition), [path], "{url}");
            assert!(matches!(edition.at(path), Some(Found::Story(_))));
        }
    }

    #[test]
    fn a_story_does_not_take_the_address_of_a_standing_page() {
        let site = Site::default();
        let feed = |title: &str| {
            read(
                &json!({ "items": [{ "id": title, "url": "/impressum/", "title": title }] }),
                &site,
            )
        };
        let mut problems = Vec::new();
        let edition = Edition::new(
            site.clone(),
            vec![feed("A story")],
            Some(feed("Impressum")),
            &mut problems,
        );
        assert!(
            matches!(edition.at("impressum"), Some(Found::Page(page)) if page.preview.headline == "Impressum")
        );
        assert!(matches!(edition.at("a-story"), Some(Found::Story(_))));
        assert_eq!(edition.title_of("impressum").unwrap().headline, "Impressum");
        assert_eq!(headlines(edition.pages()), ["Impressum"]);
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn ten_thousand_untitled_stories_are_told_apart_at_once() {
        let items: Vec<Value> = (0..10_000)
            .map(|id| json!({ "id": id, "title": "Untitled" }))
            .collect();
        let edition = edition(&tree(), &json!(items));
        assert_eq!(edition.stories().count(), 10_000);
        assert!(edition.at("untitled-10000").is_some());
    }

    #[test]
    fn a_chain_of_feeds_is_one_edition() {
        let site = Site::default();
        let feed = |id: u32, day: &str| {
            read(
                &json!({ "title": day, "items": [{ "id": id, "title": day, "date_published": day }] }),
                &site,
            )
        };
        let edition = Edition::new(
            site.clone(),
            vec![feed(1, "2026-01-01"), feed(2, "2026-01-02")],
            None,
            &mut Vec::new(),
        );
        assert_eq!(headlines(edition.stories()), ["2026-01-02", "2026-01-01"]);
        assert_eq!(
            edition.site.name, "2026-01-01",
            "the first feed gives the name"
        );
    }

    #[test]
    fn what_the_site_file_does_not_say_the_feed_says() {
        let document = json!({ "title": "Feed", "description": "About", "language": "mk",
            "home_page_url": "https://feed.example/", "items": [{ "id": 1, "tags": ["вода"] }] });
        let of = |site: Value| {
            let site = Site::read(site.to_string().as_bytes(), &mut Vec::new()).unwrap();
            let feed = read(&document, &site);
            Edition::new(site, vec![feed], None, &mut Vec::new())
        };
        let site = of(json!({})).site;
        assert_eq!(
            (
                site.name.as_str(),
                site.tagline.as_str(),
                site.lang.as_str()
            ),
            ("Feed", "About", "mk")
        );
        assert_eq!(site.origin.as_deref(), Some("https://feed.example"));
        let site =
            of(json!({ "name": "Mine", "language": "en", "origin": "https://mine.example" })).site;
        assert_eq!(
            (
                site.name.as_str(),
                site.tagline.as_str(),
                site.lang.as_str()
            ),
            ("Mine", "", "en")
        );
        assert_eq!(site.origin.as_deref(), Some("https://mine.example"));
        // A language that is given counts also where the name is not, and the reverse.
        assert_eq!(of(json!({ "language": "en" })).site.lang.as_str(), "en");
        let named = of(json!({ "name": "Mine" }));
        assert_eq!(named.site.lang.as_str(), "mk");
        assert_eq!(
            named.stories[0].preview.topics[0].lang, None,
            "the tag is in the site's own language"
        );
    }

    #[test]
    fn tags_are_one_by_their_slug_and_the_most_frequent_come_first() {
        let edition = edition(
            &tree(),
            &json!([
                { "id": 1, "tags": ["Rivers", "media"] }, { "id": 2, "tags": ["MEDIA", "POLITICS"] },
                { "id": 3, "tags": ["Média"] }, { "id": 4, "tags": ["boats"] },
            ]),
        );
        let tags: Vec<(String, usize)> = edition
            .tags()
            .into_iter()
            .map(|(topic, count)| (topic.name, count))
            .collect();
        assert_eq!(
            tags,
            [
                ("media".into(), 3),
                ("Rivers".into(), 1),
                ("boats".into(), 1)
            ]
        );
        assert_eq!(edition.list(&List::Tag("media".into())).count(), 3);
    }

    #[test]
    fn a_category_holds_what_lies_below_it() {
        let edition = edition(
            &tree(),
            &json!([
                { "id": 1, "title": "above", "tags": ["POLITICS"] }, { "id": 2, "title": "below", "tags": ["DIPLOMACY"] },
                { "id": 3, "title": "beside", "tags": ["RECYCLE"] },
            ]),
        );
        let of = |path: &str| {
            edition
                .list(&List::Category(path.into()))
                .map(|story| story.headline.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(of("politics"), ["above", "below"]);
        assert_eq!(of("politics/diplomacy"), ["below"]);
        assert_eq!(of("politic"), [""; 0]);
    }

    #[test]
    fn a_tag_is_found_under_the_slug_another_language_would_give_it() {
        let edition = edition(
            &tree(),
            &json!([{ "id": 1, "language": "uk", "tags": ["Громада"] }]),
        );
        for slug in ["hromada", "gromada", "громада"] {
            assert_eq!(
                edition.topic(&List::Tag(slug.into())).unwrap().list,
                List::Tag("hromada".into()),
                "{slug}"
            );
        }
        assert_eq!(edition.topic(&List::Tag("other".into())), None);
    }

    fn searched() -> Edition {
        edition(
            &tree(),
            &json!([
                { "id": 1, "title": "Old paper, new paper", "tags": ["RECYCLЕ"], "authors": [{ "name": "Mira Dobreva" }],
                  "date_published": "2026-01-05" },
                { "id": 2, "title": "Courage", "tags": ["А YEAR OF HEROISM"], "date_published": "2026-01-04" },
                { "id": 3, "title": "Вода", "tags": ["БОРОТЬБА УКРАЇНИ"], "date_published": "2026-01-03" },
                { "id": 4, "title": "How to recycle glass", "summary": "Bottles, not windows", "date_published": "2022-01-01" },
                { "id": 5, "title": "Skënderbeu, п’ять", "date_published": "2021-01-01" },
            ]),
        )
    }

    #[test]
    fn a_search_finds_what_a_reader_sees_whatever_letters_are_typed() {
        let edition = searched();
        for (query, expected) in [
            // The headline's hit comes first, although it is older.
            (
                "recycle",
                ["How to recycle glass", "Old paper, new paper"].as_slice(),
            ),
            ("RECYCLЕ", &["How to recycle glass", "Old paper, new paper"]),
            ("heroism", &["Courage"]),
            ("a year of heroism", &["Courage"]),
            ("україни", &["Вода"]),
            ("укра\u{301}їни", &["Вода"]),
            ("УКРАЇНИ", &["Вода"]),
            ("recy", &["How to recycle glass", "Old paper, new paper"]),
            ("glass recycle", &["How to recycle glass"]),
            ("bottles recycle", &["How to recycle glass"]),
            ("dobreva", &["Old paper, new paper"]),
            ("skenderbeu", &["Skënderbeu, п’ять"]),
            ("п'ят", &["Skënderbeu, п’ять"]),
            ("«glass»", &["How to recycle glass"]),
            ("ecycle", &[]),
            // A single letter is a word, not a beginning.
            ("a", &["Courage"]),
            ("y", &[]),
            ("recycle vodka", &[]),
            ("", &[]),
            (" ?! ", &[]),
        ] {
            let found = edition.search(query, 1, 20);
            assert_eq!(headlines(&found.stories), expected, "{query}");
        }
    }

    #[test]
    fn having_been_searched_makes_no_difference_to_an_edition() {
        let (searched, other) = (searched(), searched());
        let _ = searched.search("recycle", 1, 20);
        assert_eq!(searched, other);
        assert_eq!(searched.clone().search("recycle", 1, 20).total, 2);
    }
}
