//! The site as its newsroom describes it in `site.json`: name, categories, menus, where the feeds are.
//!
//! Every field but the name has a default, and the name comes from the feed where the file is missing.

use crate::{
    body::Provider,
    category::{Category, at_path, named},
    json,
    lang::Lang,
    lenient::{excerpt, flag, is_nothing, line, list, number, quoted, text},
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
    /// Whether `site.json` names the language: else the feed's stands in for it.
    pub(crate) names_lang: bool,
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
    /// Whether this is the site file of an edition, which has a feed for each page, and menus that are known to lead
    /// somewhere.
    pub is_pressed: bool,
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
    /// The language of these words, where it is not the site's.
    pub lang: Option<Lang>,
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
            names_lang: false,
            publisher: Publisher::default(),
            categories: Vec::new(),
            menus: Menus::default(),
            share: DEFAULT_SHARE.to_vec(),
            embeds: PROVIDERS.to_vec(),
            stories: Address::Site("feed.json".to_owned()),
            pages: Address::Site("pages.json".to_owned()),
            is_pressed: false,
        }
    }
}

const PROVIDERS: [Provider; 2] = [Provider::YouTube, Provider::Vimeo];

/// A provider by its name, whatever the case: `youtube`, `vimeo`.
fn provider(name: &str) -> Option<Provider> {
    PROVIDERS
        .into_iter()
        .find(|provider| provider.name().eq_ignore_ascii_case(name))
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
    /// The name after the © sign: the publisher's, or else the site's.
    #[must_use]
    pub fn publisher_name(&self) -> &str {
        if self.publisher.name.is_empty() {
            &self.name
        } else {
            &self.publisher.name
        }
    }

    /// Reads `site.json`. What is wrong in it goes into `problems`; everything else is kept.
    ///
    /// # Errors
    /// [`Unreadable`], when it is no JSON object.
    pub fn read(bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Self, Unreadable> {
        let value = json::read(bytes)?;
        if !value.is_object() {
            return Err(Unreadable::NotAFeed);
        }
        let default = Self::default();
        let mut reader = Reader {
            problems,
            lang: default.lang,
            origin: None,
        };
        let origin = reader.origin(value.get("origin"));
        reader.origin.clone_from(&origin);
        let lang = reader.lang(value.get("language"));
        let names_lang = lang.is_some();
        reader.lang = lang.unwrap_or(reader.lang);
        let categories = reader.categories(value.get("categories"), "");
        let menus = value.get("menus");
        let mut menu = |name| {
            let menu = menus.and_then(|menus| menus.get(name));
            let menu = menu.filter(|menu| !menu.is_null())?;
            Some(reader.menu(menu, &categories))
        };
        let menus = Menus {
            utility: menu("utility"),
            main: menu("main"),
            footer: menu("footer"),
            pages: menu("pages"),
        };
        let feeds = value.get("feeds");
        let mut feed = |field: &'static str, name: &str, default| match text(
            feeds.and_then(|feeds| feeds.get(name)),
        ) {
            None => default,
            Some(address) => own(&address).unwrap_or_else(|| {
                reader.note(Trouble::BadAddress(field, excerpt(&address)));
                default
            }),
        };
        let stories = feed("feeds.stories", "stories", default.stories);
        let pages = feed("feeds.pages", "pages", default.pages);
        let publisher = value.get("publisher");
        let publisher_name = publisher.and_then(|publisher| publisher.get("name"));
        Ok(Self {
            name: line(value.get("name")).unwrap_or_default(),
            tagline: line(value.get("tagline")).unwrap_or_default(),
            origin,
            names_lang,
            publisher: Publisher {
                name: line(publisher_name)
                    .or_else(|| line(publisher))
                    .unwrap_or_default(),
                since: number(publisher.and_then(|publisher| publisher.get("since"))),
            },
            share: reader.known(&value, "share", Service::parse, default.share),
            embeds: reader.known(&value, "embeds", provider, default.embeds),
            lang: reader.lang,
            categories,
            menus,
            stories,
            pages,
            is_pressed: flag(value.get("pressed")),
        })
    }

    /// The complete address of a place in the site, where the site's own address is known.
    #[must_use]
    pub fn canonical(&self, route: &Route) -> Option<String> {
        Some(self.origin.clone()? + "/" + &route.path())
    }
}

/// An address in `site.json`: within the site unless it is complete.
fn own(address: &str) -> Option<Address> {
    Base {
        site: None,
        page: None,
        feed: Address::Site(String::new()),
    }
    .asset(address)
}

struct Reader<'a> {
    problems: &'a mut Vec<Problem>,
    /// The site's language.
    lang: Lang,
    /// Where the site is published.
    origin: Option<String>,
}

impl Reader<'_> {
    fn note(&mut self, trouble: Trouble) {
        self.problems.push(Problem {
            file: "site.json".to_owned(),
            item: None,
            trouble,
        });
    }

    fn origin(&mut self, value: Option<&Value>) -> Option<String> {
        let address = text(value)?;
        match own(&address) {
            Some(Address::Web(origin)) => {
                let origin = origin.split(['?', '#']).next().unwrap_or_default();
                Some(origin.trim_end_matches('/').to_owned())
            }
            _ => {
                self.note(Trouble::BadAddress("origin", excerpt(&address)));
                None
            }
        }
    }

    fn lang(&mut self, value: Option<&Value>) -> Option<Lang> {
        let tag = text(value)?;
        let lang = Lang::parse(&tag);
        if lang.is_none() {
            self.note(Trouble::BadValue("language", excerpt(&tag)));
        }
        lang
    }

    /// A list of names out of a closed set, each once; unknown ones are noted, and without the field the default
    /// holds.
    fn known<T: PartialEq>(
        &mut self,
        value: &Value,
        field: &'static str,
        parse: fn(&str) -> Option<T>,
        default: Vec<T>,
    ) -> Vec<T> {
        let Some(names) = value.get(field).filter(|names| !names.is_null()) else {
            return default;
        };
        let mut known = Vec::new();
        for name in list(Some(names)) {
            match text(Some(name)).as_deref().and_then(parse) {
                Some(value) if !known.contains(&value) => known.push(value),
                Some(_) => {}
                None if is_nothing(name) => {}
                None => self.note(Trouble::BadValue(field, quoted(name))),
            }
        }
        known
    }

    fn categories(&mut self, value: Option<&Value>, above: &str) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for value in list(value) {
            let Some(name) = line(value.get("name")).or_else(|| line(Some(value))) else {
                self.note(Trouble::BadValue("categories", quoted(value)));
                continue;
            };
            let lang = self.lang(value.get("language"));
            let written = text(value.get("slug"));
            let slug = written.as_deref().and_then(Slug::parse);
            if let Some(written) = written.filter(|_| slug.is_none()) {
                self.note(Trouble::BadValue("categories.slug", excerpt(&written)));
            }
            let spoken = lang.as_ref().unwrap_or(&self.lang);
            let slug = slug.unwrap_or_else(|| Slug::of_name(&name, Some(spoken)));
            let path = above.to_owned() + slug.as_str();
            if categories.iter().any(|sister| sister.path == path) {
                self.note(Trouble::RepeatedCategory(path));
                continue;
            }
            let children = self.categories(value.get("children"), &(path.clone() + "/"));
            categories.push(Category {
                name,
                lang: lang.filter(|lang| *lang != self.lang),
                path,
                description: line(value.get("description")).unwrap_or_default(),
                children,
            });
        }
        categories
    }

    /// The entries of a menu. What lies below an entry that leads nowhere takes its place.
    fn menu(&mut self, value: &Value, categories: &[Category]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for value in list(Some(value)) {
            let to = self.destination(value, categories);
            let children = value.get("children");
            let children = children.map_or_else(Vec::new, |menu| self.menu(menu, categories));
            match to {
                Some(to) => entries.push(Entry {
                    label: line(value.get("label")),
                    lang: self
                        .lang(value.get("language"))
                        .filter(|lang| *lang != self.lang),
                    to,
                    panel: flag(value.get("panel")),
                    children,
                }),
                None => entries.extend(children),
            }
        }
        entries
    }

    fn destination(&mut self, value: &Value, categories: &[Category]) -> Option<Destination> {
        if flag(value.get("home")) {
            return Some(Destination::Route(Route::Front));
        }
        let route = if let Some(name) = text(value.get("category")) {
            let found = at_path(categories, &permalink(&name)).or_else(|| named(categories, &name));
            let Some(category) = found else {
                self.note(Trouble::UnknownCategory(excerpt(&name)));
                return None;
            };
            Route::List(List::Category(category.path.clone()), 1)
        } else if let Some(name) = text(value.get("tag")) {
            let slug = Slug::of_name(&name, Some(&self.lang));
            Route::List(List::Tag(slug.as_str().to_owned()), 1)
        } else if let Some(address) = text(value.get("page")).or_else(|| text(value.get("url"))) {
            let base = Base {
                site: self.origin.clone(),
                page: None,
                feed: Address::Site(String::new()),
            };
            // Within the site unless it is complete, and also where it is complete and lies below the origin.
            let found = own(&address).map(|found| match &found {
                Address::Web(complete) => base.link(complete).unwrap_or(found),
                Address::Site(_) => found,
            });
            let route = match found {
                Some(Address::Web(address)) => return Some(Destination::Web(address)),
                Some(Address::Site(path)) => Route::parse(&("/".to_owned() + &path), "/"),
                None => None,
            };
            if route.is_none() {
                self.note(Trouble::BadAddress("menus", excerpt(&address)));
            }
            route?
        } else {
            self.note(Trouble::BadValue("menus", quoted(value)));
            return None;
        };
        Some(Destination::Route(route))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::walk;
    use serde_json::json;

    fn read(value: &Value) -> (Site, Vec<String>) {
        let mut problems = Vec::new();
        let site = Site::read(value.to_string().as_bytes(), &mut problems).unwrap();
        (site, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_name_is_enough() {
        let (site, problems) = read(&json!({ "name": "The Bugle" }));
        assert_eq!(
            site,
            Site {
                name: "The Bugle".into(),
                ..Site::default()
            }
        );
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
        let paths: Vec<&str> = walk(&site.categories)
            .into_iter()
            .map(|category| category.path.as_str())
            .collect();
        assert_eq!(
            paths,
            [
                "politics",
                "politics/diplomacy",
                "sport",
                "боротьба-україни"
            ]
        );
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems
                .iter()
                .all(|problem| problem.starts_with("site.json: "))
        );
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
        assert_eq!(
            main[3].to,
            Destination::Route(Route::Story("about-us".into()))
        );
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
        assert_eq!(
            read(&json!({ "origin": "https://civil.example/" }))
                .0
                .origin
                .as_deref(),
            Some("https://civil.example")
        );
        let (site, problems) = read(&json!({ "origin": "civil" }));
        assert_eq!((site.origin, problems.len()), (None, 1));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for bytes in [b"[]".as_slice(), b"null", b"<html>", b"", b"{\"name\": "] {
            assert!(Site::read(bytes, &mut Vec::new()).is_err());
        }
    }

    #[test]
    fn a_category_is_named_by_path_slug_or_name_in_a_menu() {
        let tree = json!([{ "name": "WAR IN UKRAINE", "children": [{ "name": "А YEAR OF HEROISM", "slug": "heroism" }] }]);
        for name in [
            "war-in-ukraine/heroism",
            "/war-in-ukraine/heroism/",
            "heroism",
            "A Year of Heroism",
        ] {
            let (site, problems) =
                read(&json!({ "categories": tree, "menus": { "main": [{ "category": name }] } }));
            let heroism = Route::List(List::Category("war-in-ukraine/heroism".into()), 1);
            assert_eq!(
                site.menus.main.unwrap()[0].to,
                Destination::Route(heroism),
                "{name}"
            );
            assert!(problems.is_empty());
        }
    }

    #[test]
    fn a_menu_that_is_null_is_not_given_and_one_that_is_empty_is_empty() {
        let (site, _) = read(&json!({ "menus": { "main": null, "footer": [] } }));
        assert_eq!(
            (site.menus.main, site.menus.footer),
            (None, Some(Vec::new()))
        );
    }

    #[test]
    fn under_a_sub_path_a_menus_paths_begin_at_the_sites_root() {
        let menu = json!([{ "page": "/about-us/" }, { "url": "/about-us/" }, { "url": "https://x.example/bugle/about-us/" }]);
        let (site, _) =
            read(&json!({ "origin": "https://x.example/bugle", "menus": { "main": menu } }));
        for entry in site.menus.main.unwrap() {
            assert_eq!(
                entry.to,
                Destination::Route(Route::Story("about-us".into()))
            );
        }
    }

    #[test]
    fn slugs_are_made_in_the_language_of_the_name() {
        let paths = |site: Value| {
            read(&site)
                .0
                .categories
                .into_iter()
                .map(|category| category.path)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            paths(json!({ "language": "uk", "categories": ["Громада"] })),
            ["hromada"]
        );
        assert_eq!(
            paths(json!({ "categories": [{ "name": "Громада", "language": "uk" }] })),
            ["hromada"]
        );
        let (site, problems) = read(&json!({ "categories": [{ "name": "A", "slug": "a/b" }] }));
        assert_eq!(site.categories[0].path, "a");
        assert_eq!(
            problems,
            ["site.json: `categories.slug` has a value that cannot be used: a/b"]
        );
    }

    #[test]
    fn a_service_is_offered_once() {
        assert_eq!(
            read(&json!({ "share": ["x", "Twitter", null, "email"] }))
                .0
                .share,
            [Service::X, Service::Email]
        );
    }

    #[test]
    fn feeds_lie_within_the_site_unless_their_address_is_complete() {
        let (site, problems) = read(
            &json!({ "feeds": { "stories": "/news/feed.json", "pages": "https://cms.example/p.json" } }),
        );
        assert_eq!(site.stories, Address::Site("news/feed.json".into()));
        assert_eq!(
            site.pages,
            Address::Web("https://cms.example/p.json".into())
        );
        assert!(problems.is_empty());
        let (site, problems) = read(&json!({ "feeds": { "stories": "ftp://x.example/" } }));
        assert_eq!((site.stories, problems.len()), (Site::default().stories, 1));
    }
}
