//! Every address of the site, both ways: the only place where a path is made or read.
//!
//! The canonical form ends in a slash and has no fragment. A path that belongs to none of the site's own kinds of
//! page is the permalink of a story or a standing page, whatever its shape.

use crate::url::{percent_decode, percent_encode_component, percent_encode_path};

/// A place in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Front,
    /// A page of a list, counted from 1.
    List(List, u32),
    /// A page of what was found, counted from 1, with what was searched for, perhaps nothing.
    Search(String, u32),
    /// A story or a standing page by its [`permalink`] path.
    Story(String),
    /// The print desk of a story: its own address with `?print`.
    Print(String),
}

/// A list of stories that has pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Every story, newest first. Its first page is the front page.
    All,
    /// A category and what lies below it, by its path of slugs.
    Category(String),
    /// A tag, by its slug.
    Tag(String),
    /// An author, by the slug of the name.
    Author(String),
}

impl Route {
    /// The place at an address: a path from the host's root, with a query if there is one. `None` where the
    /// address lies outside the site's base path.
    #[must_use]
    pub fn parse(address: &str, base: &str) -> Option<Self> {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = match path.strip_prefix(base) {
            Some(rest) => rest,
            // `/civil` is as good as `/civil/`.
            None if path.len() + 1 == base.len() && base.starts_with(path) => "",
            None => return None,
        };
        let decoded = permalink(path);
        let segments: Vec<&str> = decoded.split('/').collect();
        let (segments, page) = match segments.as_slice() {
            [before @ .., "page", number] => match number.parse().ok().filter(|number| *number > 0)
            {
                Some(number) => (before, number),
                None => (segments.as_slice(), 1),
            },
            all => (all, 1),
        };
        Some(match segments {
            [] => Self::of_list(List::All, page),
            [""] => Self::Front,
            ["category", slugs @ ..] if !slugs.is_empty() => {
                Self::List(List::Category(slugs.join("/")), page)
            }
            ["tag", slug] => Self::List(List::Tag((*slug).to_owned()), page),
            ["author", slug] => Self::List(List::Author((*slug).to_owned()), page),
            ["search"] => Self::Search(
                form_value(query, "q"),
                form_value(query, "page").parse().unwrap_or(1).max(1),
            ),
            _ if has_field(query, "print") => Self::Print(decoded),
            _ => Self::Story(decoded),
        })
    }

    /// A page of a list, counted from 1.
    #[must_use]
    pub fn of_list(list: List, page: u32) -> Self {
        match (list, page) {
            (List::All, 0 | 1) => Self::Front,
            (list, page) => Self::List(list, page.max(1)),
        }
    }

    /// Another page of the same list, or of what was found.
    #[must_use]
    pub fn turned(&self, page: u32) -> Self {
        match self.clone() {
            Self::List(list, _) => Self::of_list(list, page),
            Self::Search(query, _) => Self::Search(query, page),
            other => other,
        }
    }

    /// Whether another place belongs to this one: a further page of the same list, or a category below this one.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Front, Self::List(List::All, _)) => true,
            (Self::List(List::Category(above), _), Self::List(List::Category(path), _)) => path
                .strip_prefix(above.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            (Self::List(list, _), Self::List(other, _)) => list == other,
            _ => false,
        }
    }

    /// The path from the site's root, without a leading slash, percent-encoded; for a search with its query.
    #[must_use]
    pub fn path(&self) -> String {
        let paged = |start: String, page: u32| match page {
            0 | 1 => start,
            page => start + "page/" + &page.to_string() + "/",
        };
        match self {
            Self::Front => String::new(),
            Self::List(list, page) => paged(list.path(), *page),
            Self::Search(query, _) if query.is_empty() => "search/".to_owned(),
            Self::Search(query, page) => {
                let found = "search/?q=".to_owned() + &percent_encode_component(query);
                match page {
                    0 | 1 => found,
                    page => found + "&page=" + &page.to_string(),
                }
            }
            Self::Print(path) => Self::Story(path.clone()).path() + "?print",
            Self::Story(path) => {
                let encoded = percent_encode_path(&path.replace('%', "%25"));
                if names_a_file(path) {
                    encoded
                } else {
                    encoded + "/"
                }
            }
        }
    }

    /// The address to link to: [`Route::path`] under the site's base path, which begins and ends with a slash.
    #[must_use]
    pub fn href(&self, base: &str) -> String {
        base.to_owned() + &self.path()
    }
}

impl List {
    fn path(&self) -> String {
        let (kind, slug) = match self {
            Self::All => return String::new(),
            Self::Category(path) => ("category/", path),
            Self::Tag(slug) => ("tag/", slug),
            Self::Author(slug) => ("author/", slug),
        };
        kind.to_owned() + &percent_encode_path(&slug.replace('%', "%25")) + "/"
    }
}

/// A path in the form in which permalinks are compared: percent-decoded, no slash at either end, none doubled.
#[must_use]
pub fn permalink(path: &str) -> String {
    let decoded = percent_decode(path);
    let segments: Vec<&str> = decoded
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    segments.join("/")
}

/// Whether a permalink's path can be given to a story: it is not empty, and none of the site's own pages lies there.
#[must_use]
pub fn is_free(permalink: &str) -> bool {
    Route::parse(
        &("/".to_owned() + &Route::Story(permalink.to_owned()).path()),
        "/",
    ) == Some(Route::Story(permalink.to_owned()))
}

/// Whether a path names a file that is not a page, such as `feed.json` or `report.pdf`: the browser follows such
/// a link itself. Pages may be called `story.html`.
#[must_use]
pub fn is_file(path: &str) -> bool {
    names_a_file(path)
        && !path.rsplit('.').next().is_some_and(|ending| {
            ["html", "htm", "php", "asp", "aspx"]
                .iter()
                .any(|page| ending.eq_ignore_ascii_case(page))
        })
}

/// Whether the last segment has an ending like a file's: a dot, then one to five letters or digits with a letter
/// among them, so that `v1.2` stays a page.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .is_some_and(|(stem, ending)| {
            !stem.is_empty()
                && (1..=5).contains(&ending.len())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
        })
}

/// Whether a query has a field, with a value or without.
fn has_field(query: &str, name: &str) -> bool {
    query
        .split('&')
        .any(|field| field.split('=').next() == Some(name))
}

/// The value of a field in a query, as HTML forms write it: `+` for a space.
fn form_value(query: &str, name: &str) -> String {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| percent_decode(&value.replace('+', " ")).trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(address: &str) -> Route {
        Route::parse(address, "/").unwrap()
    }

    #[test]
    fn every_address_of_the_old_site_is_understood() {
        let category = |path: &str, page| Route::List(List::Category(path.into()), page);
        for (address, route) in [
            ("/", Route::Front),
            ("/page/1/", Route::Front),
            ("/page/2/", Route::List(List::All, 2)),
            (
                "/category/politics/diplomacy/",
                category("politics/diplomacy", 1),
            ),
            (
                "/category/politics/diplomacy",
                category("politics/diplomacy", 1),
            ),
            ("/category/politics/page/3/", category("politics", 3)),
            ("/category/%D0%B1%D0%BE%D1%80/", category("бор", 1)),
            ("/tag/media/", Route::List(List::Tag("media".into()), 1)),
            (
                "/author/elena-marinova/page/2",
                Route::List(List::Author("elena-marinova".into()), 2),
            ),
            ("/search/?q=a+%26%20b", Route::Search("a & b".into(), 1)),
            ("/search/?utm=1&q=%D0%B1", Route::Search("б".into(), 1)),
            ("/search/?q=b&page=3", Route::Search("b".into(), 3)),
            ("/search/?q=b&page=0", Route::Search("b".into(), 1)),
            ("/search/?q=b&page=x", Route::Search("b".into(), 1)),
            ("/search/", Route::Search(String::new(), 1)),
            ("/slug/", Route::Story("slug".into())),
            (
                "/2022/02/10/slug/?print",
                Route::Print("2022/02/10/slug".into()),
            ),
            ("/slug?utm=1&print=1", Route::Print("slug".into())),
            ("/slug/?printer", Route::Story("slug".into())),
            (
                "/tag/media/?print",
                Route::List(List::Tag("media".into()), 1),
            ),
            ("/slug/#part", Route::Story("slug".into())),
            ("//slug//", Route::Story("slug".into())),
            (
                "/%D1%81%D0%BB%D0%B0%D0%B2%D0%B0/",
                Route::Story("слава".into()),
            ),
            ("/old.html", Route::Story("old.html".into())),
            ("/category/", Route::Story("category".into())),
            ("/tag/a/b/", Route::Story("tag/a/b".into())),
            ("/slug/page/x/", Route::Story("slug/page/x".into())),
            ("/100%/", Route::Story("100%".into())),
        ] {
            assert_eq!(parse(address), route, "{address}");
        }
    }

    #[test]
    fn a_base_path_is_taken_off_and_put_on() {
        let slug = Route::Story("slug".into());
        assert_eq!(Route::parse("/civil/slug/", "/civil/"), Some(slug.clone()));
        assert_eq!(Route::parse("/civil", "/civil/"), Some(Route::Front));
        assert_eq!(Route::parse("/civilian/", "/civil/"), None);
        assert_eq!(Route::parse("/", "/civil/"), None);
        assert_eq!(slug.href("/civil/"), "/civil/slug/");
    }

    #[test]
    fn files_are_told_from_pages() {
        for file in ["feed.json", "a/report.pdf", "x.mp3", "pictures/a-640.avif"] {
            assert!(is_file(file), "{file}");
        }
        for page in [
            "slug",
            "old.html",
            "index.php",
            "v1.2",
            "a.b/c",
            ".well",
            "трет.дел",
        ] {
            assert!(!is_file(page), "{page}");
        }
    }

    #[test]
    fn a_place_holds_its_further_pages_and_a_category_what_lies_below_it() {
        let politics = parse("/category/politics/");
        assert!(politics.holds(&parse("/category/politics/page/2/")));
        assert!(politics.holds(&parse("/category/politics/diplomacy/page/3/")));
        assert!(!politics.holds(&parse("/category/politics-today/")));
        assert!(!parse("/category/politics/diplomacy/").holds(&politics));
        assert!(Route::Front.holds(&parse("/page/2/")));
        assert!(!Route::Front.holds(&politics));
        assert!(parse("/tag/media/").holds(&parse("/tag/media/page/2/")));
        assert!(!parse("/tag/media/").holds(&parse("/author/media/")));
    }

    #[test]
    fn paths_of_the_sites_own_pages_are_not_free() {
        for taken in [
            "",
            "search",
            "tag/x",
            "author/y",
            "category/z",
            "category/z/page/2",
            "page/2",
        ] {
            assert!(!is_free(taken), "{taken}");
        }
        assert!(is_free("about-us") && is_free("2022/02/10/x") && is_free("боротьба"));
    }

    fn segment() -> impl Strategy<Value = String> {
        // Anything that can stand between two slashes of a decoded path.
        "[^/\\p{C}]{1,12}".prop_filter("dots and blanks are no names", |text| {
            !text.trim().is_empty()
                && !text.trim_matches('.').is_empty()
                && percent_decode(text) == *text
        })
    }

    fn route() -> impl Strategy<Value = Route> {
        let page = 1u32..5000;
        prop_oneof![
            Just(Route::Front),
            (2u32..5000).prop_map(|page| Route::List(List::All, page)),
            (prop::collection::vec(segment(), 1..4), page.clone())
                .prop_map(|(slugs, page)| Route::List(List::Category(slugs.join("/")), page)),
            (segment(), page.clone()).prop_map(|(slug, page)| Route::List(List::Tag(slug), page)),
            (segment(), page.clone())
                .prop_map(|(slug, page)| Route::List(List::Author(slug), page)),
            Just(Route::Search(String::new(), 1)),
            ("\\PC{0,20}", page)
                .prop_filter("nothing has one page", |(query, _)| !query
                    .trim()
                    .is_empty())
                .prop_map(|(query, page)| Route::Search(query.trim().to_owned(), page)),
            prop::collection::vec(segment(), 1..5)
                .prop_map(|segments| Route::Story(segments.join("/"))),
            prop::collection::vec(segment(), 1..5)
                .prop_map(|segments| Route::Print(segments.join("/"))),
        ]
        .prop_filter(
            "a permalink is only given where it is free",
            |route| match route {
                Route::Story(path) | Route::Print(path) => is_free(path),
                Route::List(List::Category(path), _) => {
                    !path.split('/').any(|segment| segment == "page")
                }
                _ => true,
            },
        )
    }

    proptest! {
        #[test]
        fn every_route_is_found_again_at_its_own_address(route in route(), base in "(/[a-z]{1,6}){0,2}/") {
            prop_assert_eq!(Route::parse(&route.href(&base), &base), Some(route));
        }

        #[test]
        fn addresses_are_plain_ascii(route in route()) {
            prop_assert!(route.path().bytes().all(|byte| byte.is_ascii_graphic()));
        }

        #[test]
        fn any_address_is_some_place(address in "/\\PC{0,60}") {
            prop_assert!(Route::parse(&address, "/").is_some());
        }
    }
}
