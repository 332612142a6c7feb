//! The pages of an edition, found by looking things up: the same as `Page::at` gives, which looks through all stories each
//! time. That is quick for one page, and slow for a hundred thousand.

use content::{
    category,
    edition::Edition,
    page::{Article, Listing, PER_PAGE, Page, RECENT, RELATED, way_to},
    route::{List, Route},
    story::{Preview, Story, Topic},
};
use std::{collections::HashMap, sync::Arc};

/// What a list is found by: its kind and its slug or path.
type Key<'a> = (usize, &'a str);

const ALL: Key<'static> = (0, "");

fn key(list: &List) -> Key<'_> {
    match list {
        List::All => ALL,
        List::Category(path) => (1, path),
        List::Tag(slug) => (2, slug),
        List::Author(slug) => (3, slug),
    }
}

/// An edition with its places looked up once.
pub struct Archive<'a> {
    edition: &'a Edition,
    /// Every story by its path.
    paths: HashMap<&'a str, usize>,
    /// The language of every story, without its region.
    languages: Vec<&'a str>,
    /// The places of each list's stories, the newest first, by the list's kind and name.
    lists: [HashMap<&'a str, Vec<usize>>; 4],
}

impl<'a> Archive<'a> {
    /// Looks through all stories once.
    #[must_use]
    pub fn of(edition: &'a Edition) -> Self {
        let tree = &edition.site.categories;
        let mut lists: [HashMap<&'a str, Vec<usize>>; 4] = Default::default();
        let [_, categories, ..] = &mut lists;
        for category in category::walk(tree) {
            categories.entry(&category.path).or_default();
        }
        let mut paths = HashMap::new();
        let mut languages = Vec::new();
        for (place, story) in edition.stories().enumerate() {
            paths.insert(story.path.as_str(), place);
            languages.push(story.lang.primary());
            let mut keys = vec![ALL];
            for topic in &story.topics {
                match &topic.list {
                    // A story in a category is also in those above it.
                    List::Category(path) => {
                        let above = category::way_to(tree, path);
                        keys.extend(above.iter().map(|above| (1, above.path.as_str())));
                    }
                    list => keys.push(key(list)),
                }
            }
            keys.extend(story.authors.iter().map(|author| (3, author.slug.as_str())));
            keys.sort_unstable();
            keys.dedup();
            for (kind, name) in keys {
                if let Some(lists) = lists.get_mut(kind) {
                    lists.entry(name).or_default().push(place);
                }
            }
        }
        Self {
            edition,
            paths,
            languages,
            lists,
        }
    }

    /// The edition.
    #[must_use]
    pub fn edition(&self) -> &'a Edition {
        self.edition
    }

    /// Every list with its stories, in an order that is the same each time.
    #[must_use]
    pub fn lists(&self) -> Vec<(List, Vec<&'a Arc<Preview>>)> {
        let of_kind = |(kind, lists): (usize, &HashMap<&'a str, Vec<usize>>)| {
            let names = lists.keys().map(move |name| (kind, *name));
            names.collect::<Vec<Key<'a>>>()
        };
        let mut keys: Vec<Key<'a>> = self.lists.iter().enumerate().flat_map(of_kind).collect();
        keys.sort_unstable();
        let list = |(kind, name): Key<'_>| match kind {
            0 => List::All,
            1 => List::Category(name.to_owned()),
            2 => List::Tag(name.to_owned()),
            _ => List::Author(name.to_owned()),
        };
        let stories = |key| {
            self.places(key)
                .iter()
                .filter_map(|place| self.preview(*place))
        };
        keys.into_iter()
            .map(|key| (list(key), stories(key).collect()))
            .collect()
    }

    fn places(&self, (kind, name): Key<'_>) -> &[usize] {
        let list = self.lists.get(kind).and_then(|lists| lists.get(name));
        list.map_or(&[], Vec::as_slice)
    }

    fn story(&self, place: usize) -> Option<&'a Arc<Story>> {
        self.edition.in_full().get(place)
    }

    fn preview(&self, place: usize) -> Option<&'a Arc<Preview>> {
        Some(&self.story(place)?.preview)
    }

    /// What a place shows.
    #[must_use]
    pub fn page(&self, route: &Route) -> Page {
        let found = match route {
            Route::List(list, page) => self.listing(list, *page).map(Page::List),
            Route::Story(path) => {
                let is_standing = || self.edition.pages().any(|page| page.path == *path);
                let place = self.paths.get(path.as_str()).filter(|_| !is_standing());
                place.and_then(|place| Some(Page::Article(Box::new(self.article(*place)?))))
            }
            Route::Front | Route::Search(..) | Route::Print(_) => None,
        };
        found.unwrap_or_else(|| Page::at(self.edition, route))
    }

    fn listing(&self, list: &List, page: u32) -> Option<Listing> {
        let (kind, name) = key(list);
        let all = self.lists.get(kind)?.get(name)?;
        let topic = self.topic(list, all);
        let pages = u32::try_from(all.len().div_ceil(PER_PAGE).max(1)).ok()?;
        let before = (page as usize).checked_sub(1)? * PER_PAGE;
        if page > pages || (topic.is_none() && *list != List::All) {
            return None;
        }
        let stories = all.iter().skip(before).take(PER_PAGE);
        Some(Listing {
            stories: stories
                .filter_map(|place| self.preview(*place).cloned())
                .collect(),
            page,
            pages,
            total: all.len(),
            ..Listing::empty(&self.edition.site.categories, list.clone(), topic)
        })
    }

    /// What a list is called: as its newest story calls it, where it is no category.
    fn topic(&self, list: &List, all: &[usize]) -> Option<Topic> {
        let newest = || self.preview(*all.first()?);
        match list {
            List::All => None,
            List::Category(_) => self.edition.topic(list),
            List::Tag(_) => {
                let topics = &newest()?.topics;
                topics.iter().find(|topic| topic.list == *list).cloned()
            }
            List::Author(slug) => {
                let authors = &newest()?.authors;
                let author = authors.iter().find(|author| author.slug == *slug)?;
                Some(Topic {
                    name: author.name.clone(),
                    lang: None,
                    list: list.clone(),
                })
            }
        }
    }

    fn article(&self, place: usize) -> Option<Article> {
        let story = self.story(place)?.clone();
        let own = &story.preview;
        let primary = own.category().map_or(ALL, |topic| key(&topic.list));
        let beside = self.places(primary);
        let among = beside.binary_search(&place).ok();
        let neighbour = |among: Option<usize>| {
            among.and_then(|among| self.preview(*beside.get(among)?).cloned())
        };
        let related = self.related(place, own);
        let is_known = |other: &usize| *other == place || related.contains(other);
        let recent = (0..self.edition.in_full().len()).filter(|other| !is_known(other));
        let previews = |place: usize| self.preview(place).cloned();
        Some(Article {
            crumbs: way_to(&self.edition.site.categories, own),
            previous: neighbour(among.map(|among| among + 1)),
            next: neighbour(among.and_then(|among| among.checked_sub(1))),
            recent: recent.take(RECENT).filter_map(previews).collect(),
            related: related.iter().copied().filter_map(previews).collect(),
            story,
        })
    }

    /// The places of the stories that share the most with one: as `Page::at` finds them, without looking at each story.
    ///
    /// All that share a tag are looked at. Of those that only share categories, the newest few of each degree of kinship
    /// are enough; they are met from the newest on, and once there are enough of the nearest, no other can be nearer.
    fn related(&self, place: usize, own: &Preview) -> Vec<usize> {
        let language = self.languages.get(place);
        let speaks_alike = |other: usize| self.languages.get(other) == language;
        let (categories, tags): (Vec<&Topic>, Vec<&Topic>) =
            own.topics.iter().partition(|topic| topic.is_category());
        let mut kin: Vec<(bool, usize, usize)> = Vec::new();
        let mut tagged: Vec<usize> = tags
            .iter()
            .flat_map(|topic| self.places(key(&topic.list)))
            .copied()
            .collect();
        tagged.sort_unstable();
        let is_in = |other: usize, topic: &&&Topic| {
            let places = self.places(key(&topic.list));
            places.binary_search(&other).is_ok()
        };
        // A story stands there once for each tag that it shares.
        for same in tagged.chunk_by(|one, other| one == other) {
            if let Some(other) = same.first().copied().filter(|other| *other != place) {
                let shared = categories.iter().filter(|topic| is_in(other, topic));
                kin.push((speaks_alike(other), 3 * same.len() + shared.count(), other));
            }
        }
        let mut waiting: Vec<std::iter::Peekable<_>> = categories
            .iter()
            .map(|topic| self.places(key(&topic.list)).iter().copied().peekable())
            .collect();
        let mut enough: HashMap<(bool, usize), usize> = HashMap::new();
        while let Some(other) = waiting
            .iter_mut()
            .filter_map(|list| list.peek().copied())
            .min()
        {
            let shared = waiting
                .iter_mut()
                .filter_map(|list| list.next_if_eq(&other))
                .count();
            let is_new = other != place && tagged.binary_search(&other).is_err();
            if is_new {
                let degree = (speaks_alike(other), shared);
                let met = enough.entry(degree).or_insert(0);
                if *met < RELATED {
                    *met += 1;
                    kin.push((degree.0, degree.1, other));
                }
            }
            if enough.get(&(true, categories.len())) == Some(&RELATED) {
                break;
            }
        }
        kin.sort_by_key(|(alike, kinship, other)| (!*alike, std::cmp::Reverse(*kinship), *other));
        kin.into_iter()
            .take(RELATED)
            .map(|(.., other)| other)
            .collect()
    }
}
