//! Makes the index that a search of an edition reads: [`content::search::index`] says what stands in it.

use crate::{
    feed_file::{FeedFile, Opening, json},
    item::Writer,
};
use content::{
    route::Route,
    search::{
        Rank, Words,
        index::{BLOCK, PLAN, block, shelf, shelf_of},
    },
    site::Site,
    story::Preview,
};
use rayon::prelude::*;
use serde_json::json;
use std::{
    collections::{BTreeMap, HashMap},
    iter,
    sync::Arc,
};

/// How many stories come to a shelf, as long as there are few.
const TO_A_SHELF: usize = 32;
/// How many shelves there are at the most.
const SHELVES: usize = 512;
/// How many stories are taken apart at a time: the words of all at once would take too much memory.
const AT_A_TIME: usize = 4096;

/// How many shelves an index of so many stories has: a power of two, so that it seldom changes.
fn shelves(stories: usize) -> usize {
    (stories / TO_A_SHELF).next_power_of_two().min(SHELVES)
}

/// The numbers of the stories that have a word in their headline, and of those that have it elsewhere.
type Lists = [Vec<u32>; 2];

/// An index, before it is written.
pub struct SearchIndex<'a> {
    site: &'a Site,
    /// The oldest first.
    stories: Vec<&'a Preview>,
    shelves: Vec<BTreeMap<String, Lists>>,
}

impl<'a> SearchIndex<'a> {
    /// The index of some stories, which stand with the newest first.
    #[must_use]
    pub fn of(site: &'a Site, stories: &[&'a Arc<Preview>]) -> Self {
        let stories: Vec<&Preview> = stories.iter().rev().copied().map(Arc::as_ref).collect();
        let count = shelves(stories.len());
        let mut shelves = vec![BTreeMap::new(); count];
        for (word, lists) in words(&stories) {
            if let Some(shelf) = shelves.get_mut(shelf_of(&word, count)) {
                shelf.insert(word, lists);
            }
        }
        Self {
            site,
            stories,
            shelves,
        }
    }

    /// Its files with their addresses, each made when it is asked for: all of them would take much memory.
    pub fn files(&self) -> impl ParallelIterator<Item = (String, String)> {
        let plan = json!({ "stories": self.stories.len(), "shelves": self.shelves.len() });
        let shelves = self.shelves.par_iter().enumerate();
        let shelves = shelves.map(|(number, words)| {
            let words = words.iter();
            let words: BTreeMap<_, _> = words
                .map(|(word, lists)| (word, lists.each_ref().map(|list| distances(list))))
                .collect();
            (shelf(number), json(&words))
        });
        let blocks = self.stories.par_chunks(BLOCK).enumerate();
        let blocks = blocks.map(|(number, stories)| feed(self.site, block(number), stories));
        rayon::iter::once((PLAN.to_owned(), plan.to_string()))
            .chain(shelves)
            .chain(blocks)
    }
}

fn words(stories: &[&Preview]) -> HashMap<String, Lists> {
    let mut words: HashMap<String, Lists> = HashMap::new();
    let mut number = 0;
    for stories in stories.chunks(AT_A_TIME) {
        let all: Vec<_> = stories
            .par_iter()
            .map(|story| Words::of(story).ranked())
            .collect();
        for ranked in all {
            for (word, rank) in ranked {
                let [headlines, elsewhere] = words.entry(word).or_default();
                match rank {
                    Rank::Headline => headlines.push(number),
                    Rank::Below | Rank::Not => elsewhere.push(number),
                }
            }
            number += 1;
        }
    }
    words
}

/// Each number as its distance from the one before it.
fn distances(numbers: &[u32]) -> Vec<u32> {
    let before = iter::once(&0).chain(numbers);
    numbers
        .iter()
        .zip(before)
        .map(|(number, before)| number - before)
        .collect()
}

/// A block of stories, as lists show them.
fn feed(site: &Site, file: String, stories: &[&Preview]) -> (String, String) {
    let writer = Writer { site, file: &file };
    let opening = Opening {
        title: site.name.clone(),
        home: site.canonical(&Route::Front),
        language: site.lang.as_str(),
        ..Opening::default()
    };
    let items = stories.iter().map(|story| writer.preview(story)).collect();
    let feed = json(&FeedFile::new(opening, items, None));
    (file, feed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_more_shelves_the_more_stories_there_are() {
        let counts = [0, 1, 70, 128, 1000, 10_000, 100_000].map(shelves);
        assert_eq!(counts, [1, 1, 2, 4, 32, 512, 512]);
    }

    #[test]
    fn numbers_are_written_as_distances() {
        assert_eq!(distances(&[0, 3, 4, 90]), [0, 3, 1, 86]);
        assert_eq!(distances(&[7]), [7]);
        assert!(distances(&[]).is_empty());
    }
}
