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
const TO_A_SHELF: usize = 64;
/// How many shelves there are at the most.
const SHELVES: usize = 512;
/// How many stories are taken apart at a time: the words of all at once would take too much memory.
const AT_A_TIME: usize = 4096;

/// How many shelves an index of so many stories has: a power of two, so that it seldom changes.
fn shelves(stories: usize) -> usize {
    (stories / TO_A_SHELF).next_power_of_two().min(SHELVES)
}

/// The files of the index by their addresses; `stories` stand with the newest first.
#[must_use]
pub fn search_index(site: &Site, stories: &[&Arc<Preview>]) -> Vec<(String, String)> {
    let stories: Vec<&Preview> = stories.iter().rev().map(|story| story.as_ref()).collect();
    let count = shelves(stories.len());
    let plan = json!({ "stories": stories.len(), "shelves": count });
    let mut files = vec![(PLAN.to_owned(), plan.to_string())];
    let mut shelves = vec![BTreeMap::new(); count];
    for (word, [headlines, elsewhere]) in words(&stories) {
        if let Some(shelf) = shelves.get_mut(shelf_of(&word, count)) {
            shelf.insert(word, [distances(&headlines), distances(&elsewhere)]);
        }
    }
    let shelves = shelves.into_par_iter().enumerate();
    files.par_extend(shelves.map(|(number, words)| (shelf(number), json(&words))));
    let blocks = stories.par_chunks(BLOCK).enumerate();
    files.par_extend(blocks.map(|(number, stories)| feed(site, block(number), stories)));
    files
}

/// The numbers of the stories that have a word in their headline, and of those that have it elsewhere.
fn words(stories: &[&Preview]) -> HashMap<String, [Vec<u32>; 2]> {
    let mut words: HashMap<String, [Vec<u32>; 2]> = HashMap::new();
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
        assert_eq!(counts, [1, 1, 1, 2, 16, 256, 512]);
    }

    #[test]
    fn numbers_are_written_as_distances() {
        assert_eq!(distances(&[0, 3, 4, 90]), [0, 3, 1, 86]);
        assert_eq!(distances(&[7]), [7]);
        assert!(distances(&[]).is_empty());
    }
}
