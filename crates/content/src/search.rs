//! Finding stories by their words, whatever letters they are typed in.

pub mod index;

use crate::{fold, story::Preview};
use std::sync::Arc;

/// A page of what was found: first what has every word in its headline, then the rest; in both the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// What was searched for, as it was typed; perhaps nothing.
    pub query: String,
    /// The stories of this page.
    pub stories: Vec<Arc<Preview>>,
    /// The number of this page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// How many stories were found in all.
    pub total: usize,
}

/// Of nothing searched for.
impl Default for Results {
    fn default() -> Self {
        Self::page_of(&mut Vec::new(), "", 1, 1)
    }
}

impl Results {
    /// One page of what was found, still without its stories: of the places of all that was found it leaves those of
    /// this page, which has so many at the most. Behind the last page there is the last one.
    fn page_of(places: &mut Vec<usize>, query: &str, page: u32, most: usize) -> Self {
        let total = places.len();
        let pages = (total.div_ceil(most) as u32).max(1);
        let page = page.clamp(1, pages);
        places.drain(..(page as usize - 1) * most);
        places.truncate(most);
        Self {
            query: query.to_owned(),
            stories: Vec::new(),
            page,
            pages,
            total,
        }
    }
}

/// How well a story answers a query: the later in this list, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is not found.
    Not,
    /// In its standfirst, topics or authors.
    Below,
    /// In its headline.
    Headline,
}

/// The folded words of a query. What is found has each of them.
struct Query(Vec<String>);

impl Query {
    fn of(text: &str) -> Self {
        Self(fold::words(text))
    }

    /// How well a story with these words answers: as well as it does for the word that it answers worst.
    fn rank(&self, words: &Words) -> Rank {
        let each = self.0.iter().map(|sought| {
            let met = words.0.iter().filter(|(word, _)| is_met(sought, word));
            met.map(|(_, rank)| *rank).max().unwrap_or(Rank::Not)
        });
        each.min().unwrap_or(Rank::Not)
    }
}

/// Whether a word of a query means a word of a story: it may be its beginning, but for a single letter, with which too
/// many begin. (Where every character is a word of its own, as in Chinese, nothing is lost by that.)
fn is_met(sought: &str, word: &str) -> bool {
    let rest = word.strip_prefix(sought);
    rest.is_some_and(|rest| rest.is_empty() || sought.chars().nth(1).is_some())
}

/// The places of what was found, the best first. The ranks stand in the order of the stories.
fn best_first(ranks: &[Rank]) -> Vec<usize> {
    let mut places = Vec::new();
    for wanted in [Rank::Headline, Rank::Below] {
        let all = ranks.iter().enumerate();
        places.extend(all.filter_map(|(place, rank)| (*rank == wanted).then_some(place)));
    }
    places
}

/// The folded words by which a story is found, each with its rank. A word may stand there more than once.
#[derive(Clone, Debug)]
pub struct Words(Vec<(String, Rank)>);

impl Words {
    /// The words of headline, standfirst, topics and authors.
    #[must_use]
    pub fn of(story: &Preview) -> Self {
        let mut words = Vec::new();
        let mut push = |text: &str, rank| {
            words.extend(fold::words(text).into_iter().map(|word| (word, rank)));
        };
        push(&story.headline, Rank::Headline);
        push(&story.standfirst, Rank::Below);
        for topic in &story.topics {
            push(&topic.name, Rank::Below);
        }
        for author in &story.authors {
            push(&author.name, Rank::Below);
        }
        Self(words)
    }

    /// Each word once, with its best rank.
    #[must_use]
    pub fn ranked(mut self) -> Vec<(String, Rank)> {
        self.0
            .sort_by(|(a, first), (b, second)| a.cmp(b).then(second.cmp(first)));
        self.0.dedup_by(|(later, _), (kept, _)| later == kept);
        self.0
    }
}

/// The stories that answer a query, of all stories with their words, the newest first.
/// A page has so many at the most.
pub(crate) fn search(
    stories: &[(Arc<Preview>, Words)],
    query: &str,
    page: u32,
    most: usize,
) -> Results {
    let sought = Query::of(query);
    let ranks: Vec<Rank> = stories
        .iter()
        .map(|(_, words)| sought.rank(words))
        .collect();
    let mut places = best_first(&ranks);
    let results = Results::page_of(&mut places, query, page, most);
    let stories = places.into_iter().filter_map(|place| stories.get(place));
    Results {
        stories: stories.map(|(story, _)| story.clone()).collect(),
        ..results
    }
}
