//! All that a newsroom has published, in order, and where each story lies.

use crate::{
    category,
    feed::Feed,
    fold::fold,
    order::greatest_first,
    problem::{Problem, Trouble},
    route::{List, Route, is_free},
    site::Site,
    slug::Slug,
    story::{Author, Preview, Story, Topic},
};
use std::{collections::BTreeMap, sync::Arc};

/// A site with its stories and standing pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The site.
    pub site: Site,
    stories: Vec<Story>,
    pages: Vec<Story>,
}

impl Edition {
    /// Puts an edition together from what was read. Without a `site.json` the feed's own title, description,
    /// language and home stand in for it. What could not be kept as it was goes into `problems`.
    #[must_use]
    pub fn new(mut site: Site, feeds: Vec<Feed>, pages: Option<Feed>, problems: &mut Vec<Problem>) -> Self {
        if let Some(first) = feeds.first() {
            if site.name.is_empty() {
                site.name.clone_from(&first.title);
                if site.tagline.is_empty() {
                    site.tagline.clone_from(&first.description);
                }
                if let Some(lang) = &first.lang {
                    site.lang = lang.clone();
                }
            }
            site.origin = site.origin.or_else(|| first.home.clone());
        }
        // Standing pages come first: a story must not take the address of the Impressum.
        let mut paths = BTreeMap::new();
        let pages = settled(pages.map(|feed| feed.stories).unwrap_or_default(), "pages", &mut paths, problems);
        let stories = feeds.into_iter().flat_map(|feed| feed.stories).collect();
        let stories = settled(stories, "feed", &mut paths, problems);
        // Stories without a date keep the feed's order, after all others.
        let stories = greatest_first(stories, |story| story.preview.published.map_or(i64::MIN, |date| date.seconds()));
        Self { site, stories, pages }
    }

    /// Every story, newest first.
    pub fn stories(&self) -> impl DoubleEndedIterator<Item = &Arc<Preview>> {
        self.stories.iter().map(|story| &story.preview)
    }

    /// The standing pages, in the feed's order.
    pub fn pages(&self) -> impl Iterator<Item = &Arc<Preview>> {
        self.pages.iter().map(|page| &page.preview)
    }

    /// The story or the standing page at a path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Found<'_>> {
        let here = |stories: &'_ [Story]| stories.iter().position(|story| story.preview.path == path);
        if let Some(page) = here(&self.pages).and_then(|place| self.pages.get(place)) {
            return Some(Found::Page(page));
        }
        here(&self.stories).and_then(|place| self.stories.get(place)).map(Found::Story)
    }

    /// The stories of a list, newest first.
    pub fn list<'a>(&'a self, list: &'a List) -> impl DoubleEndedIterator<Item = &'a Arc<Preview>> {
        self.stories().filter(move |story| belongs(story, list))
    }

    /// Free tags with the number of their stories, the most frequent first.
    #[must_use]
    pub fn tags(&self) -> Vec<(Topic, usize)> {
        let mut tags: Vec<(Topic, usize)> = Vec::new();
        for topic in self.stories().flat_map(|story| &story.topics).filter(|topic| !topic.is_category()) {
            match tags.iter_mut().find(|(known, _)| known.list == topic.list) {
                Some((_, count)) => *count += 1,
                None => tags.push((topic.clone(), 1)),
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
            List::Category(path) => category::at_path(&self.site.categories, path).map(|category| Topic {
                name: category.name.clone(),
                lang: category.lang.clone(),
                list: List::Category(category.path.clone()),
            }),
            List::Tag(_) => {
                self.stories().flat_map(|story| &story.topics).find(|topic| topic.list == *list).cloned()
            }
            List::Author(slug) => self.author(slug).map(|author| Topic {
                name: author.name.clone(),
                lang: None,
                list: list.clone(),
            }),
        }
    }

    fn author(&self, slug: &str) -> Option<&Author> {
        self.stories().flat_map(|story| &story.authors).find(|author| author.slug == slug)
    }

    /// The standing page or story that an entry of a menu names, for its title.
    #[must_use]
    pub fn title_of(&self, path: &str) -> Option<&Arc<Preview>> {
        self.at(path).map(|found| &found.story().preview)
    }
}

/// What lies at a path.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// A story.
    Story(&'a Story),
    /// A standing page.
    Page(&'a Story),
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
            List::Category(own) => own.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            _ => false,
        }),
        List::Tag(_) => story.topics.iter().any(|topic| topic.list == *list),
        List::Author(slug) => story.authors.iter().any(|author| author.slug == *slug),
    }
}

/// Gives every story a path of its own. A repeated item is left out, a path that is taken is changed.
fn settled(
    stories: Vec<Story>,
    file: &str,
    taken: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Vec<Story> {
    let mut settled = Vec::with_capacity(stories.len());
    for mut story in stories {
        let preview = Arc::make_mut(&mut story.preview);
        let mut note = |trouble| {
            problems.push(Problem { file: file.to_owned(), item: Some(preview.id.clone()), trouble });
        };
        if taken.get(&preview.path) == Some(&preview.id) {
            note(Trouble::Repeated);
            continue;
        }
        if taken.contains_key(&preview.path) || !is_free(&preview.path) {
            let slug = Slug::of_name(&preview.headline, Some(&preview.lang));
            let mut path = slug.as_str().to_owned();
            let mut number = 2;
            while taken.contains_key(&path) || !is_free(&path) {
                path = format!("{}-{number}", slug.as_str());
                number += 1;
            }
            note(Trouble::PathTaken(Route::Story(path.clone()).href("/")));
            preview.path = path;
        }
        taken.insert(preview.path.clone(), preview.id.clone());
        settled.push(story);
    }
    settled
}

impl Edition {
    /// Stories whose headline, standfirst, authors or topics hold every word of a query, compared by [`fold`]; the
    /// last word may be unfinished. Those with the words in the headline come first, then the newest.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Arc<Preview>> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut below_headline = Vec::new();
        for story in self.stories() {
            let mut text = fold(&story.headline);
            if holds_all(&text, &words) {
                found.push(story.clone());
                continue;
            }
            let topics = story.topics.iter().map(|topic| &topic.name);
            for part in topics.chain(story.authors.iter().map(|author| &author.name)).chain([&story.standfirst]) {
                text.push(' ');
                text.push_str(&fold(part));
            }
            if holds_all(&text, &words) {
                below_headline.push(story.clone());
            }
        }
        found.append(&mut below_headline);
        found
    }
}

/// Whether every word begins some word of the text.
fn holds_all(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| {
        text.match_indices(word).any(|(place, _)| {
            text.get(..place).and_then(|before| before.chars().next_back()).is_none_or(|before| !before.is_alphanumeric())
        })
    })
}
