//! The site as its newsroom describes it in `site.json`: name, categories, menus, where the feeds are.
//!
//! Every field but the name has a default, and the name comes from the feed where the file is missing.

use crate::{
    body::Provider,
    category::{Category, at_path, walk},
    json,
    lang::Lang,
    lenient::{flag, list, number, text, texts},
    problem::{Problem, Trouble, Unreadable},
    route::{List, Route, permalink},
    share::Service,
    slug::Slug,
    url::{Address, Base},
};
use serde_json::Value;

/// What `site.json` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The site's name. Empty where there is no `site.json`: then the feed's title is the name.
    pub name: String,
    /// A line under the name, or nothing.
    pub tagline: String,
    /// Where the site is published: scheme and host, and the base path if it has one, without a closing slash.
    pub origin: Option<String>,
    /// The language of names and of stories that say none.
    pub lang: Lang,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The tree of categories.
    pub categories: Vec<Category>,
    /// The menus.
    pub menus: Menus,
    /// Where a story can be shared, in this order.
    pub share: Vec<Service>,
    /// Whose pieces may be shown within a story once the reader asks for it.
    pub embeds: Vec<Provider>,
    /// The feed of the stories.
    pub stories: Address,
    /// The feed of the standing pages.
    pub pages: Address,
}

/// Who publishes the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The name that follows the © sign; empty for the site's own.
    pub name: String,
    /// The first year of the © line.
    pub since: Option<u32>,
}

/// The menus. `None` asks for the default: see [`crate::frame`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menus {
    /// The short line above the masthead.
    pub utility: Option<Vec<Entry>>,
    /// The main menu.
    pub main: Option<Vec<Entry>>,
    /// The menu in the footer.
    pub footer: Option<Vec<Entry>>,
    /// The list of standing pages in the footer.
    pub pages: Option<Vec<Entry>>,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its words, where they are not the name of what it leads to.
    pub label: Option<String>,
    /// Where it leads.
    pub to: Destination,
    /// Whether it opens a wide panel with the newest stories of what lies below it.
    pub panel: bool,
    /// The entries below it.
    pub children: Vec<Entry>,
}

/// Where an entry of a menu leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A place in the site.
    Route(Route),
    /// A complete address elsewhere.
    Web(String),
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: String::new(),
            tagline: String::new(),
            origin: None,
            lang: Lang::default(),
            publisher: Publisher::default(),
            categories: Vec::new(),
            menus: Menus::default(),
            share: DEFAULT_SHARE.to_vec(),
            embeds: PROVIDERS.to_vec(),
            stories: Address::Site("feed.json".to_owned()),
            pages: Address::Site("pages.json".to_owned()),
        }
    }
}

const PROVIDERS: [Provider; 2] = [Provider::YouTube, Provider::Vimeo];

/// A provider by its name, whatever the case: `youtube`, `vimeo`.
fn provider(name: &str) -> Option<Provider> {
    PROVIDERS.into_iter().find(|provider| provider.name().eq_ignore_ascii_case(name))
}

const DEFAULT_SHARE: [Service; 6] = [
    Service::Facebook,
    Service::X,
    Service::WhatsApp,
    Service::Telegram,
    Service::LinkedIn,
    Service::Email,
];

impl Site {
    /// Reads `site.json`. What is wrong in it goes into `problems`; everything else is kept.
    ///
    /// # Errors
    /// [`Unreadable`], when it is no JSON object.
    pub fn read(bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Self, Unreadable> {
        let value = json::read(bytes)?;
        if !value.is_object() {
            return Err(Unreadable::NotAFeed);
        }
        let mut reader = Reader { problems };
        let default = Self::default();
        let publisher = value.get("publisher");
        let categories = reader.categories(value.get("categories"), "");
        let menus = value.get("menus");
        let mut menu = |name| menus.and_then(|menus| menus.get(name)).map(|menu| reader.menu(menu, &categories));
        let menus = Menus { utility: menu("utility"), main: menu("main"), footer: menu("footer"), pages: menu("pages") };
        let feeds = value.get("feeds");
        let mut feed = |name: &'static str, default| match text(feeds.and_then(|feeds| feeds.get(name))) {
            None => default,
            Some(address) => own(&address).unwrap_or_else(|| {
                reader.note(Trouble::BadAddress(name, address));
                default
            }),
        };
        let (stories, pages) = (feed("stories", default.stories), feed("pages", default.pages));
        Ok(Self {
            name: text(value.get("name")).unwrap_or_default(),
            tagline: text(value.get("tagline")).unwrap_or_default(),
            origin: reader.origin(value.get("origin")),
            lang: reader.lang(value.get("language")).unwrap_or(default.lang),
            publisher: Publisher {
                name: text(publisher.and_then(|publisher| publisher.get("name"))).unwrap_or_default(),
                since: number(publisher.and_then(|publisher| publisher.get("since"))),
            },
            share: reader.known(&value, "share", Service::parse, default.share),
            embeds: reader.known(&value, "embeds", provider, default.embeds),
            categories,
            menus,
            stories,
            pages,
        })
    }

    /// The complete address of a place in the site, where the site's own address is known.
    #[must_use]
    pub fn canonical(&self, route: &Route) -> Option<String> {
        Some(self.origin.clone()? + "/" + &route.path())
    }
}

/// A value in short, for a message: its text, or the names of its fields.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(object) => object.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
        value => text(Some(value)).unwrap_or_default(),
    }
}

/// An address in `site.json`: within the site unless it is complete.
fn own(address: &str) -> Option<Address> {
    Base { site: None, page: None, feed: Address::Site(String::new()) }.asset(address)
}

struct Reader<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn note(&mut self, trouble: Trouble) {
        self.problems.push(Problem { file: "site.json".to_owned(), item: None, trouble });
    }

    fn origin(&mut self, value: Option<&Value>) -> Option<String> {
        let address = text(value)?;
        match own(&address) {
            Some(Address::Web(origin)) => Some(origin.trim_end_matches('/').to_owned()),
            _ => {
                self.note(Trouble::BadAddress("origin", address));
                None
            }
        }
    }

    fn lang(&mut self, value: Option<&Value>) -> Option<Lang> {
        let tag = text(value)?;
        let lang = Lang::parse(&tag);
        if lang.is_none() {
            self.note(Trouble::BadValue("language", tag));
        }
        lang
    }

    /// A list of names out of a closed set; unknown ones are noted, and without the field the default holds.
    fn known<T>(
        &mut self,
        value: &Value,
        field: &'static str,
        parse: fn(&str) -> Option<T>,
        default: Vec<T>,
    ) -> Vec<T> {
        let Some(names) = value.get(field).filter(|names| !names.is_null()) else { return default };
        let mut known = Vec::new();
        for name in texts(Some(names)) {
            match parse(&name) {
                Some(value) => known.push(value),
                None => self.note(Trouble::BadValue(field, name)),
            }
        }
        known
    }

    fn categories(&mut self, value: Option<&Value>, above: &str) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for value in list(value) {
            let Some(name) = text(value.get("name")).or_else(|| text(Some(value))) else {
                self.note(Trouble::BadValue("categories", shape(value)));
                continue;
            };
            let lang = self.lang(value.get("language"));
            let slug = text(value.get("slug"))
                .and_then(|slug| Slug::parse(&slug))
                .unwrap_or_else(|| Slug::of_name(&name, lang.as_ref()));
            let path = above.to_owned() + slug.as_str();
            if categories.iter().any(|sister| sister.path == path) {
                self.note(Trouble::RepeatedCategory(path));
                continue;
            }
            let children = self.categories(value.get("children"), &(path.clone() + "/"));
            let description = text(value.get("description")).unwrap_or_default();
            categories.push(Category { name, lang, path, description, children });
        }
        categories
    }

    fn menu(&mut self, value: &Value, categories: &[Category]) -> Vec<Entry> {
        list(Some(value)).iter().filter_map(|value| self.entry(value, categories)).collect()
    }

    fn entry(&mut self, value: &Value, categories: &[Category]) -> Option<Entry> {
        let to = if flag(value.get("home")) {
            Destination::Route(Route::Front)
        } else if let Some(name) = text(value.get("category")) {
            let Some(category) = at_path(categories, &name)
                .or_else(|| walk(categories).find(|category| category.name == name))
            else {
                self.note(Trouble::UnknownCategory(name));
                return None;
            };
            Destination::Route(Route::List(List::Category(category.path.clone()), 1))
        } else if let Some(name) = text(value.get("tag")) {
            Destination::Route(Route::List(List::Tag(Slug::of_name(&name, None).as_str().to_owned()), 1))
        } else if let Some(path) = text(value.get("page")) {
            Destination::Route(Route::Story(permalink(&path)))
        } else if let Some(address) = text(value.get("url")) {
            match own(&address) {
                Some(Address::Web(address)) => Destination::Web(address),
                Some(Address::Site(path)) => Destination::Route(Route::parse(&("/".to_owned() + &path), "/")?),
                None => {
                    self.note(Trouble::BadAddress("menus", address));
                    return None;
                }
            }
        } else {
            self.note(Trouble::BadValue("menus", shape(value)));
            return None;
        };
        Some(Entry {
            label: text(value.get("label")),
            to,
            panel: flag(value.get("panel")),
            children: value.get("children").map(|menu| self.menu(menu, categories)).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: &Value) -> (Site, Vec<String>) {
        let mut problems = Vec::new();
        let site = Site::read(value.to_string().as_bytes(), &mut problems).unwrap();
        (site, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_name_is_enough() {
        let (site, problems) = read(&json!({ "name": "The Bugle" }));
        assert_eq!(site, Site { name: "The Bugle".into(), ..Site::default() });
        assert!(problems.is_empty());
    }

    #[test]
    fn categories_get_paths_and_slugs_of_their_own() {
        let (site, problems) = read(&json!({ "categories": [
            { "name": "POLITICS", "children": [ { "name": "DIPLOMACY", "slug": "diplomacy" } ] },
            "SPORT",
            { "name": "БОРОТЬБА УКРАЇНИ", "slug": "боротьба-україни" },
            { "name": "Politics" },
            { "slug": "nameless" },
        ] }));
        let paths: Vec<&str> = walk(&site.categories).map(|category| category.path.as_str()).collect();
        assert_eq!(paths, ["politics", "politics/diplomacy", "sport", "боротьба-україни"]);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems.iter().all(|problem| problem.starts_with("site.json: ")));
    }

    #[test]
    fn a_menu_entry_that_leads_nowhere_is_named_and_left_out() {
        let (site, problems) = read(&json!({
            "categories": [ { "name": "POLITICS" } ],
            "menus": { "main": [
                { "home": true, "label": "HOME" }, { "category": "politics", "panel": true },
                { "category": "weather" }, { "url": "javascript:alert(1)" }, { "url": "https://example.org/" },
                { "page": "/about-us/" }, 7,
            ] },
        }));
        let main = site.menus.main.unwrap();
        assert_eq!(main.len(), 4);
        assert!(main[1].panel);
        assert_eq!(main[3].to, Destination::Route(Route::Story("about-us".into())));
        assert_eq!(problems.len(), 3, "{problems:?}");
        assert!(problems[0].contains("weather"));
    }

    #[test]
    fn unknown_services_are_named_and_the_known_ones_kept() {
        let (site, problems) = read(&json!({ "share": ["x", "orkut", "email"], "embeds": [] }));
        assert_eq!(site.share, [Service::X, Service::Email]);
        assert!(site.embeds.is_empty());
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn the_origin_must_be_a_complete_address() {
        assert_eq!(read(&json!({ "origin": "https://civil.example/" })).0.origin.as_deref(), Some("https://civil.example"));
        let (site, problems) = read(&json!({ "origin": "civil" }));
        assert_eq!((site.origin, problems.len()), (None, 1));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for bytes in [b"[]".as_slice(), b"null", b"<html>", b"", b"{\"name\": "] {
            assert!(Site::read(bytes, &mut Vec::new()).is_err());
        }
    }
}
