//! A JSON Feed as a file, and JSON that may stand within a page.

use crate::item::Item;
use serde::Serialize;

/// A JSON Feed 1.1 with what the app needs of its page.
#[derive(Debug, Serialize)]
pub struct FeedFile<'a> {
    version: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<String>,
    #[serde(rename = "_civil", skip_serializing_if = "Option::is_none")]
    plan: Option<Plan<'a>>,
    items: Vec<Item<'a>>,
}

/// What a page's feed says of the page: `content::sheet` reads it. Places count from 1, first the feed's items, then
/// the ones here.
#[derive(Debug, Default, Serialize)]
pub struct Plan<'a> {
    /// What the list is called, where the tree of categories does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The language of this name, where it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_language: Option<&'a str>,
    /// The number of the list's page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// How many pages the list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// How many stories the list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<usize>,
    /// The sections of the front page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section<'a>>,
    /// The older story of the same category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<usize>,
    /// The newer story of the same category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<usize>,
    /// Stories about the same things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<usize>,
    /// The newest stories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<usize>,
    /// Whether the item is a standing page.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub standing: bool,
    /// Whether the page says that there is nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub missing: bool,
    /// Stories that stand on the page besides the feed's items.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item<'a>>,
}

/// A section of the front page.
#[derive(Debug, Serialize)]
pub struct Section<'a> {
    /// What it is called, where the tree of categories does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The language of this name, where it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_language: Option<&'a str>,
    /// The address of its list.
    pub list: String,
    /// Its stories.
    pub items: Vec<usize>,
}

/// What a feed says before its items.
#[derive(Debug, Default)]
pub struct Opening<'a> {
    /// Its title.
    pub title: String,
    /// The page it belongs to, complete.
    pub home: Option<String>,
    /// Its own address, complete.
    pub own: Option<String>,
    /// A sentence about it, or nothing.
    pub description: &'a str,
    /// The site's language.
    pub language: &'a str,
    /// Where it goes on.
    pub next: Option<String>,
}

impl<'a> FeedFile<'a> {
    /// A feed of these items.
    #[must_use]
    pub fn new(opening: Opening<'a>, items: Vec<Item<'a>>, plan: Option<Plan<'a>>) -> Self {
        Self {
            version: "https://jsonfeed.org/version/1.1",
            title: opening.title,
            home_page_url: opening.home,
            feed_url: opening.own,
            description: opening.description,
            language: opening.language,
            next_url: opening.next,
            plan,
            items,
        }
    }
}

/// A value as JSON that may stand in a `<script>`: nothing in it can end the element or begin a comment, and no line
/// separator is taken for the end of a line.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    json.replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn json_in_a_page_is_inert_and_says_the_same(text in r"(?s)(</script>|<!--|\u{2028}|.){0,40}") {
            let written = json(&text);
            let ends_a_line = ['<', '\u{2028}', '\u{2029}'];
            prop_assert!(!written.contains(ends_a_line));
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
