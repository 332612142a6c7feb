//! The index of an edition: which stories have a word, in files of which a search needs only a few.
//!
//! Three kinds of files, all JSON. The **plan** says how many stories and how many shelves there are. A **shelf** has the
//! words that [`shelf_of`] puts there, with the stories that have them. A **block** is a feed of stories, without
//! their bodies. Stories are numbered from 0, the oldest first, so that a new one changes the last block and the shelves
//! of its own words, and no other file.

use super::{Query, Rank, Results, Words, best_first, is_met};
use crate::{feed, json, problem::Unreadable, site::Site, story::Preview, url::Address};
use serde_json::{Map, Value};
use std::{mem, sync::Arc};

/// The address of the plan: `{"stories": 70, "shelves": 2}`.
pub const PLAN: &str = "search/index.json";
/// How many stories a block has.
pub const BLOCK: usize = 8;
/// How many stories there may be. What a plan says beyond that is not believed, since it decides over memory.
const MOST: u32 = 1 << 24;

/// The address of a shelf: `{"word": [[in headlines], [elsewhere]]}`. A list has the numbers of the stories, each as
/// its distance from the one before it.
#[must_use]
pub fn shelf(number: usize) -> String {
    ["search/words/", &number.to_string(), ".json"].concat()
}

/// The address of a block, a JSON Feed.
#[must_use]
pub fn block(number: usize) -> String {
    [BLOCKS, &number.to_string(), ".json"].concat()
}

const BLOCKS: &str = "search/stories/";

/// Which of so many shelves has a word: its first two characters decide, so that all words with the same beginning
/// stand together. (FNV-1a.)
#[must_use]
pub fn shelf_of(word: &str, shelves: usize) -> usize {
    let end = word
        .char_indices()
        .nth(2)
        .map_or(word.len(), |(end, _)| end);
    let beginning = word.as_bytes().iter().take(end);
    let hash = beginning.fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    hash as usize % shelves.max(1)
}

/// What of an index has been read.
#[derive(Debug, Default)]
pub struct Index {
    /// How many stories and how many shelves there are.
    plan: Option<(usize, usize)>,
    shelves: Vec<(String, Map<String, Value>)>,
    blocks: Vec<(String, Vec<Arc<Preview>>)>,
}

impl Index {
    /// Whether a plan has been read.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.plan.is_some()
    }

    /// Takes in a file of the index. With a plan it begins anew.
    ///
    /// # Errors
    /// [`Unreadable`], when it is no such file.
    pub fn read(&mut self, file: &str, bytes: &[u8], site: &Site) -> Result<(), Unreadable> {
        if file.starts_with(BLOCKS) {
            let feed = feed::read(bytes, &Address::Site(file.to_owned()), site)?;
            let stories = feed.stories.into_iter().map(|story| story.preview);
            self.blocks.push((file.to_owned(), stories.collect()));
            return Ok(());
        }
        let Value::Object(object) = json::read(bytes)? else {
            return Err(Unreadable::NotAFeed);
        };
        if file == PLAN {
            let number = |name: &str| Some(object.get(name)?.as_u64()?.min(MOST.into()) as usize);
            let plan = number("stories").zip(number("shelves"));
            *self = Self {
                plan: Some(plan.ok_or(Unreadable::NotAFeed)?),
                ..Self::default()
            };
        } else {
            self.shelves.push((file.to_owned(), object));
        }
        Ok(())
    }

    /// A page of what is found for a query, as [`crate::edition::Edition::search`] finds it.
    ///
    /// # Errors
    /// The files that have to be read before that can be told. When they have been, there may be others.
    pub fn search(&self, query: &str, page: u32, most: usize) -> Result<Results, Vec<String>> {
        let (stories, shelves) = self.plan.ok_or_else(|| vec![PLAN.to_owned()])?;
        let sought = Query::of(query);
        let mut missing = Missing::default();
        let count = if sought.0.is_empty() { 0 } else { stories };
        // Newest first, as a reader sees them.
        let mut ranks = vec![Rank::Headline; count];
        for word in &sought.0 {
            let file = shelf(shelf_of(word, shelves));
            if let Some(shelf) = missing.found(&self.shelves, file) {
                lower(&mut ranks, shelf, word);
            }
        }
        missing.none()?;
        let mut places = best_first(&ranks);
        let mut results = Results::page_of(&mut places, query, page, most);
        for place in places {
            let number = stories - 1 - place;
            if let Some(block) = missing.found(&self.blocks, block(number / BLOCK)) {
                // An index may be older than the stories that it leads to: then they decide.
                let story = block.get(number % BLOCK);
                let story = story.filter(|story| sought.rank(&Words::of(story)) != Rank::Not);
                results.stories.extend(story.cloned());
            }
        }
        missing.none()?;
        Ok(results)
    }
}

/// The files that are still to be read, each once.
#[derive(Default)]
struct Missing(Vec<String>);

impl Missing {
    /// What was read from a file; else the file is missing.
    fn found<'a, T>(&mut self, read: &'a [(String, T)], file: String) -> Option<&'a T> {
        let found = read.iter().find(|(own, _)| *own == file);
        if found.is_none() && !self.0.contains(&file) {
            self.0.push(file);
        }
        found.map(|(_, part)| part)
    }

    fn none(&mut self) -> Result<(), Vec<String>> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(mem::take(&mut self.0))
        }
    }
}

/// Lowers the rank of each story, the newest first, to the one that it has for a word of the query.
fn lower(ranks: &mut [Rank], shelf: &Map<String, Value>, sought: &str) {
    let mut own = vec![Rank::Not; ranks.len()];
    for (_, lists) in shelf.iter().filter(|(word, _)| is_met(sought, word)) {
        for (list, rank) in [(0, Rank::Headline), (1, Rank::Below)] {
            let mut number = 0_usize;
            let distances = lists.get(list).and_then(Value::as_array);
            for distance in distances.into_iter().flatten() {
                number = number.saturating_add(distance.as_u64().unwrap_or(0) as usize);
                let place = own.len().checked_sub(number.saturating_add(1));
                if let Some(own) = place.and_then(|place| own.get_mut(place)) {
                    *own = rank.max(*own);
                }
            }
        }
    }
    for (rank, own) in ranks.iter_mut().zip(own) {
        *rank = own.min(*rank);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::tests::{edition, headlines};
    use proptest::prelude::*;
    use serde_json::json;

    /// The files of an index of two stories on one shelf.
    fn files() -> Vec<(String, String)> {
        let feed = json!({ "items": [
            { "id": 1, "title": "Old glass", "tags": ["Rivers"] },
            { "id": 2, "title": "Rivers", "summary": "Glass and sand" },
        ]});
        vec![
            (PLAN.to_owned(), json!({ "stories": 2, "shelves": 1 }).to_string()),
            (
                shelf(0),
                json!({
                    "and": [[], [1]], "glass": [[0], [1]], "old": [[0]], "rivers": [[1], [0]], "sand": [[], [1]],
                })
                .to_string(),
            ),
            (block(0), feed.to_string()),
        ]
    }

    fn read(index: &mut Index, file: &str, text: &str) -> Result<(), Unreadable> {
        index.read(file, text.as_bytes(), &Site::default())
    }

    fn whole() -> Index {
        let mut index = Index::default();
        for (file, text) in files() {
            read(&mut index, &file, &text).unwrap();
        }
        index
    }

    #[test]
    fn a_search_asks_for_its_files_step_by_step_and_for_no_other() {
        let mut index = Index::default();
        for (file, text) in files() {
            assert_eq!(index.search("glass old", 1, 20), Err(vec![file.clone()]));
            read(&mut index, &file, &text).unwrap();
        }
        let results = index.search("glass old", 1, 20).unwrap();
        assert_eq!(headlines(&results.stories), ["Old glass"]);
        let mut planned = Index::default();
        read(&mut planned, PLAN, &files()[0].1).unwrap();
        assert_eq!(planned.search("", 1, 20).unwrap().total, 0);
    }

    #[test]
    fn it_finds_what_the_stories_themselves_would_find() {
        let stories: Value = serde_json::from_str(&files()[2].1).unwrap();
        let mut items = stories["items"].clone();
        items.as_array_mut().unwrap().reverse();
        let edition = edition(&json!({}), &items);
        for query in [
            "glass",
            "rivers",
            "r",
            "gl",
            "glass sand",
            "old sand",
            "old",
            "",
            "?",
            "и",
        ] {
            let found = whole().search(query, 1, 20).unwrap();
            let expected = edition.search(query, 1, 20);
            assert_eq!(
                headlines(&found.stories),
                headlines(&expected.stories),
                "{query}"
            );
            assert_eq!(found.total, expected.total, "{query}");
        }
    }

    #[test]
    fn what_a_story_no_longer_says_does_not_find_it() {
        let mut index = Index::default();
        let files = files();
        read(&mut index, PLAN, &files[0].1).unwrap();
        read(
            &mut index,
            &shelf(0),
            &json!({ "wood": [[0, 1]] }).to_string(),
        )
        .unwrap();
        read(&mut index, &block(0), &files[2].1).unwrap();
        assert_eq!(index.search("wood", 1, 20).unwrap().stories, []);
    }

    #[test]
    fn words_with_the_same_two_letters_stand_on_one_shelf() {
        for (one, other) in [
            ("war", "water"),
            ("боротьба", "боржник"),
            ("i", "i"),
            ("戦", "戦"),
        ] {
            assert_eq!(shelf_of(one, 512), shelf_of(other, 512));
        }
        assert_ne!(shelf_of("war", 512), shelf_of("wor", 512));
        assert_eq!(shelf_of("war", 0), 0);
    }

    #[test]
    fn what_is_no_index_is_refused() {
        let mut index = Index::default();
        for (file, text) in [
            (PLAN.to_owned(), "{}"),
            (PLAN.to_owned(), r#"{ "stories": -1, "shelves": 1 }"#),
            (shelf(0), "[]"),
            (block(0), "{}"),
        ] {
            assert_eq!(
                read(&mut index, &file, text),
                Err(Unreadable::NotAFeed),
                "{file}"
            );
        }
        assert_eq!(
            read(&mut index, &shelf(0), "<!doctype html>"),
            Err(Unreadable::WebPage)
        );
    }

    proptest! {
        #[test]
        fn no_numbers_in_it_make_a_search_panic(
            stories in 0_u64..80,
            shelves in 0_u64..4,
            lists in prop::collection::vec(prop::collection::vec(any::<i64>().prop_map(|n| n >> 50), 0..5), 0..4),
            page in any::<u32>(),
            most in 1_usize..30,
        ) {
            let mut index = Index::default();
            let plan = json!({ "stories": stories, "shelves": shelves }).to_string();
            read(&mut index, PLAN, &plan).unwrap();
            for number in 0..4 {
                read(&mut index, &shelf(number), &json!({ "ab": lists, "a": 7 }).to_string()).unwrap();
                read(&mut index, &block(number), &files()[2].1).unwrap();
            }
            let found = index.search("ab a", page, most);
            prop_assert!(found.is_ok_and(|found| found.stories.len() <= most));
        }
    }
}
