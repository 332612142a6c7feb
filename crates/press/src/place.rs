//! The places of an edition and the folders they lie in.

use content::{
    category,
    edition::Edition,
    page::PER_PAGE,
    route::{List, Route},
    story::Preview,
};
use std::collections::BTreeMap;

/// Why a place cannot be a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoFolder(pub &'static str);

/// The longest name of a file or folder that every system can keep, in bytes.
const LONGEST: usize = 255;

/// Files of an edition whose names a story's path might have.
const RESERVED: [&str; 4] = ["index.html", "404.html", "feed.json", "rss.xml"];

/// The folder of a place from the edition's root on, without a slash at its end: an address, percent-decoded.
///
/// # Errors
/// [`NoFolder`], where such a folder would lie outside of the edition or cannot be made.
pub fn folder(route: &Route) -> Result<String, NoFolder> {
    let path = route.path();
    let path = content::route::permalink(path.split('?').next().unwrap_or_default());
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if matches!(segment, "." | "..") {
            return Err(NoFolder("has `..` in its path"));
        }
        if RESERVED.contains(&segment) {
            return Err(NoFolder(
                "has a path at which the edition has a file of its own",
            ));
        }
        if segment.len() > LONGEST {
            return Err(NoFolder("has a path too long for a folder's name"));
        }
        if segment.contains(|c: char| c.is_control() || c == '\\') {
            return Err(NoFolder("has a path that no folder can have"));
        }
    }
    Ok(path)
}

/// The file of a place's data, from the site's root on.
#[must_use]
pub fn data_file(route: &Route) -> String {
    match folder(route).as_deref() {
        Ok("") | Err(_) => "feed.json".to_owned(),
        Ok(folder) => folder.to_owned() + "/feed.json",
    }
}

/// A list with its number of stories.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The list.
    pub list: List,
    /// How many stories it has.
    pub count: usize,
    /// When its newest story was published or last changed, in seconds.
    pub changed: Option<i64>,
}

impl Counted {
    /// How many pages it has, at least one.
    #[must_use]
    pub fn pages(&self) -> u32 {
        u32::try_from(self.count.div_ceil(PER_PAGE).max(1)).unwrap_or(u32::MAX)
    }
}

/// Every list of an edition: all stories, every category of the tree, every tag and author that a story names.
#[must_use]
pub fn lists(edition: &Edition) -> Vec<Counted> {
    let tree = &edition.site.categories;
    let mut found: BTreeMap<(u8, &str), Counted> = BTreeMap::new();
    for category in category::walk(tree) {
        found.insert(
            (1, &category.path),
            counted(List::Category(category.path.clone())),
        );
    }
    let mut all = counted(List::All);
    for story in edition.stories() {
        count(&mut all, story);
        let mut places: Vec<(u8, &str)> = Vec::new();
        for topic in &story.topics {
            match &topic.list {
                // A story in a category is also in those above it.
                List::Category(path) => {
                    let above = category::way_to(tree, path);
                    places.extend(
                        above
                            .into_iter()
                            .map(|category| (1, category.path.as_str())),
                    );
                }
                List::Tag(slug) => places.push((2, slug)),
                List::All | List::Author(_) => {}
            }
        }
        places.extend(story.authors.iter().map(|author| (3, author.slug.as_str())));
        places.sort_unstable();
        places.dedup();
        for place in places {
            let list = match place {
                (1, path) => List::Category(path.to_owned()),
                (2, slug) => List::Tag(slug.to_owned()),
                (_, slug) => List::Author(slug.to_owned()),
            };
            count(found.entry(place).or_insert_with(|| counted(list)), story);
        }
    }
    std::iter::once(all).chain(found.into_values()).collect()
}

fn counted(list: List) -> Counted {
    Counted {
        list,
        count: 0,
        changed: None,
    }
}

fn count(list: &mut Counted, story: &Preview) {
    list.count += 1;
    let changed = story.updated.or(story.published).map(|date| date.seconds());
    list.changed = list.changed.max(changed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_lies_outside_of_the_edition() {
        for path in ["a/../../b", "..", "a/./b", "a\\b", "a\u{0}b"] {
            assert!(folder(&Route::Story(path.into())).is_err(), "{path}");
        }
        assert!(folder(&Route::Story("я".repeat(200))).is_err());
    }

    #[test]
    fn a_folder_is_the_address_in_its_own_letters() {
        let tag = Route::of_list(List::Tag("медиуми".into()), 2);
        assert_eq!(folder(&tag).unwrap(), "tag/медиуми/page/2");
        assert_eq!(folder(&Route::Front).unwrap(), "");
        assert_eq!(
            data_file(&Route::Story("2022/a".into())),
            "2022/a/feed.json"
        );
        assert_eq!(folder(&Route::Search(String::new())).unwrap(), "search");
    }
}
