//! What stands around every page: the site's name, its menus, its footer.

use crate::{
    edition::{Edition, first},
    lang::Lang,
    page::PER_PAGE,
    route::{List, Route, is_file},
    site::{Destination, Entry},
    story::Preview,
};
use std::sync::Arc;

/// The frame of a site's pages, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The site's name.
    pub name: String,
    /// A line under the name, or nothing.
    pub tagline: String,
    /// The short line above the masthead.
    pub utility: Vec<Item>,
    /// The main menu.
    pub main: Vec<Item>,
    /// The menu in the footer.
    pub footer: Vec<Item>,
    /// The standing pages in the footer.
    pub pages: Vec<Item>,
}

/// An entry of a menu, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its words. Empty for the front page where the newsroom has not named it: the interface has a word for that.
    pub label: String,
    /// The language of the words, where it is not the site's.
    pub lang: Option<Lang>,
    /// Where it leads.
    pub to: Destination,
    /// The entries below it.
    pub children: Vec<Item>,
    /// The tabs of its wide panel, where it has one: first all of it, then a tab for each entry below.
    pub panel: Vec<Tab>,
}

/// A tab of a wide panel: the newest stories of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its name. Empty for the first tab, which holds everything: the interface has a word for that.
    pub label: String,
    /// The language of the name, where it is not the site's.
    pub lang: Option<Lang>,
    /// The list it shows the beginning of.
    pub to: Route,
    /// At most [`PANEL`] stories.
    pub stories: Vec<Arc<Preview>>,
}

/// How many stories a tab shows at the most.
pub const PANEL: usize = 9;
/// How many tags make the main menu of a site without categories.
const TAGS: usize = 7;
/// How many standing pages stand in the utility bar where `site.json` names none.
const UTILITY: usize = 3;

impl Frame {
    /// The frame of an edition. A menu that `site.json` does not give is made of what there is: the main menu of
    /// the top categories, or of the most frequent tags where there are no categories.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let site = &edition.site;
        let menus = &site.menus;
        let menu = |entries: &Option<Vec<Entry>>, default: &dyn Fn() -> Vec<Entry>| {
            let entries = entries.clone().unwrap_or_else(default);
            items(edition, &entries)
        };
        let sections = || sections(edition);
        let home = || {
            let mut entries = vec![entry(Route::Front)];
            entries.extend(sections());
            entries
        };
        let pages = || {
            edition
                .pages()
                .map(|page| entry(page.route()))
                .collect::<Vec<_>>()
        };
        Self {
            name: site.name.clone(),
            tagline: site.tagline.clone(),
            utility: menu(&menus.utility, &|| {
                pages().into_iter().take(UTILITY).collect()
            }),
            main: menu(&menus.main, &home),
            footer: menu(&menus.footer, &sections),
            pages: menu(&menus.pages, &pages),
        }
    }
}

/// The sections of a site: its top categories with what lies below them, or its most frequent tags.
fn sections(edition: &Edition) -> Vec<Entry> {
    fn of_tree(tree: &[crate::category::Category]) -> Vec<Entry> {
        let of_category = |category: &crate::category::Category| Entry {
            children: of_tree(&category.children),
            ..entry(Route::List(List::Category(category.path.clone()), 1))
        };
        tree.iter().map(of_category).collect()
    }
    if edition.site.categories.is_empty() {
        edition
            .tags()
            .into_iter()
            .take(TAGS)
            .map(|(topic, _)| entry(Route::List(topic.list, 1)))
            .collect()
    } else {
        of_tree(&edition.site.categories)
    }
}

fn entry(route: Route) -> Entry {
    Entry {
        label: None,
        lang: None,
        to: Destination::Route(route),
        panel: false,
        children: Vec::new(),
    }
}

/// Entries with their words and stories. An entry that leads to a list, a page or a story which is not there is left
/// out, since a menu leads nowhere but to something; what lies below it takes its place.
fn items(edition: &Edition, entries: &[Entry]) -> Vec<Item> {
    let mut made = Vec::new();
    for entry in entries {
        let children = items(edition, &entry.children);
        // Where each leads was looked up when the edition was made, and only a few of its stories are here.
        let known = || Link {
            name: String::new(),
            lang: None,
            to: entry.to.clone(),
        };
        let found = if edition.site.is_pressed {
            Some(known())
        } else {
            link(edition, &entry.to)
        };
        let Some(Link { name, lang, to }) = found else {
            made.extend(children);
            continue;
        };
        let panel = match &to {
            Destination::Route(route) if entry.panel => panel(edition, route, &children),
            _ => Vec::new(),
        };
        made.push(Item {
            lang: match entry.label {
                Some(_) => entry.lang.clone(),
                None => lang,
            },
            label: entry.label.clone().unwrap_or(name),
            to,
            children,
            panel,
        });
    }
    made
}

/// Where an entry leads, with the name of what is there.
struct Link {
    name: String,
    lang: Option<Lang>,
    to: Destination,
}

/// The link to a destination, or `None` where there is nothing.
fn link(edition: &Edition, to: &Destination) -> Option<Link> {
    let route = match to {
        Destination::Web(address) => {
            return Some(Link {
                name: address.clone(),
                lang: None,
                to: to.clone(),
            });
        }
        Destination::Route(route) => route,
    };
    let mut route = route.clone();
    let (name, lang) = match &mut route {
        Route::Front => (String::new(), None),
        Route::Search(query, _) if query.is_empty() => ("search".to_owned(), None),
        Route::Search(query, _) => (query.clone(), None),
        Route::List(list, page) => {
            let topic = edition.topic(list);
            if topic.is_none() && *list != List::All {
                return None;
            }
            let (name, lang) = match topic {
                Some(topic) => {
                    *list = topic.list;
                    (topic.name, topic.lang)
                }
                None => ((*page).to_string(), None),
            };
            // A later page may be gone.
            let first = (*page as usize).checked_sub(1)? * PER_PAGE;
            if first > 0 && edition.list(list).nth(first).is_none() {
                return None;
            }
            (name, lang)
        }
        // The print desk of a story is a place to go to from the story, but is called like it.
        Route::Story(path) | Route::Print(path) => match edition.title_of(path) {
            Some(page) => {
                let lang = Some(page.lang.clone()).filter(|lang| *lang != edition.site.lang);
                (page.headline.clone(), lang)
            }
            // A file, such as a document, lies beside the stories; whether it is there only the host knows.
            None if is_file(path) => (path.clone(), None),
            None => return None,
        },
    };
    Some(Link {
        name,
        lang,
        to: Destination::Route(route),
    })
}

fn panel(edition: &Edition, all: &Route, children: &[Item]) -> Vec<Tab> {
    let tab = |label: String, lang: Option<Lang>, route: &Route| match route {
        Route::List(list, _) => Some(Tab {
            label,
            lang,
            to: route.clone(),
            stories: first(PANEL, &edition.listed(list)),
        }),
        _ => None,
    };
    let whole = tab(String::new(), None, all);
    let others = children.iter().filter_map(|child| match &child.to {
        Destination::Route(route) => tab(child.label.clone(), child.lang.clone(), route),
        Destination::Web(_) => None,
    });
    whole
        .into_iter()
        .chain(others)
        // In an edition a tab's stories are loaded when it is opened.
        .filter(|tab| edition.site.is_pressed || !tab.stories.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edition::tests::edition, feed, problem::Problem, site::Site};
    use serde_json::{Value, json};

    fn tree() -> Value {
        json!([
            { "name": "POLITICS", "children": [ { "name": "DIPLOMACY", "slug": "diplomacy" } ] },
            { "name": "БОРОТЬБА УКРАЇНИ", "slug": "боротьба-україни", "language": "uk" },
        ])
    }

    fn labels(items: &[Item]) -> Vec<&str> {
        items.iter().map(|item| item.label.as_str()).collect()
    }

    fn frame(main: &Value, items: &Value) -> Frame {
        let site = json!({ "name": "The Bugle", "origin": "https://bugle.example", "language": "en",
            "categories": tree(), "menus": { "main": main } });
        Frame::of(&edition(&site, items))
    }

    #[test]
    fn an_entry_is_called_by_what_it_leads_to_or_by_its_label() {
        let frame = frame(
            &json!([
                { "home": true }, { "category": "politics" }, { "category": "боротьба-україни" },
                { "category": "politics/diplomacy", "label": "Embassies" }, { "page": "/a-story/" },
                { "tag": "Rivers" }, { "url": "https://elsewhere.example/" }, { "url": "/search/?q=boats" },
                { "url": "/author/mira/" }, { "url": "https://bugle.example/a-story/", "label": "In full" },
            ]),
            &json!([{ "id": 1, "url": "/a-story/", "title": "A story", "tags": ["rivers"], "author": "Mira" }]),
        );
        assert_eq!(
            labels(&frame.main),
            [
                "",
                "POLITICS",
                "БОРОТЬБА УКРАЇНИ",
                "Embassies",
                "A story",
                "rivers",
                "https://elsewhere.example/",
                "boats",
                "Mira",
                "In full"
            ]
        );
        assert_eq!(frame.main[2].lang.as_ref().map(Lang::as_str), Some("uk"));
        assert_eq!(
            frame.main[9].to,
            Destination::Route(Route::Story("a-story".into())),
            "the site's own address"
        );
    }

    #[test]
    fn an_entry_that_leads_nowhere_is_left_out() {
        let frame = frame(
            &json!([
                { "page": "/missing/" }, { "tag": "missing" }, { "category": "missing" }, { "url": "/author/missing/" },
                { "url": "/page/2/" }, { "url": "/category/politics/page/2/" }, { "url": "/category/missing/" },
                { "url": "javascript:alert(1)" }, { "label": "Nothing" }, { "category": "politics" },
            ]),
            &json!([]),
        );
        assert_eq!(
            labels(&frame.main),
            ["POLITICS"],
            "an empty category is a place all the same"
        );
    }

    #[test]
    fn what_lies_below_an_entry_that_leads_nowhere_takes_its_place() {
        let below = json!([{ "category": "politics" }]);
        for above in [
            json!({ "page": "/missing/" }),
            json!({ "category": "missing" }),
            json!({ "label": "More" }),
        ] {
            let mut entry = above;
            entry["children"] = below.clone();
            assert_eq!(
                labels(&frame(&json!([entry]), &json!([])).main),
                ["POLITICS"],
                "{entry}"
            );
        }
    }

    #[test]
    fn a_file_can_stand_in_a_menu() {
        let frame = frame(
            &json!([{ "url": "/media-kit.pdf", "label": "Media kit" }, { "url": "feed.json" }]),
            &json!([]),
        );
        assert_eq!(labels(&frame.main), ["Media kit", "feed.json"]);
        assert_eq!(
            frame.main[0].to,
            Destination::Route(Route::Story("media-kit.pdf".into()))
        );
    }

    #[test]
    fn a_panel_has_a_tab_for_all_and_one_for_each_entry_below_with_at_most_nine_stories() {
        let items: Vec<Value> = (0..25).map(|id| json!({ "id": id, "title": id, "tags": [if id < 12 { "POLITICS" } else { "DIPLOMACY" }] })).collect();
        let menu = json!([{ "category": "politics", "panel": true, "children": [
            { "category": "politics/diplomacy" }, { "category": "боротьба-україни" }, { "url": "https://elsewhere.example/" },
        ] }]);
        let panel = &frame(&menu, &json!(items)).main[0].panel;
        let tabs: Vec<(&str, usize)> = panel
            .iter()
            .map(|tab| (tab.label.as_str(), tab.stories.len()))
            .collect();
        assert_eq!(
            tabs,
            [("", PANEL), ("DIPLOMACY", PANEL)],
            "what is empty has no tab"
        );
        assert!(frame(&menu, &json!([])).main[0].panel.is_empty());
    }

    #[test]
    fn without_menus_the_tree_is_the_menu() {
        let site = json!({ "name": "The Bugle", "categories": tree(), "menus": { "main": null } });
        let frame = Frame::of(&edition(&site, &json!([])));
        assert_eq!(labels(&frame.main), ["", "POLITICS", "БОРОТЬБА УКРАЇНИ"]);
        assert_eq!(labels(&frame.main[1].children), ["DIPLOMACY"]);
        assert_eq!(labels(&frame.footer), ["POLITICS", "БОРОТЬБА УКРАЇНИ"]);
    }

    #[test]
    fn an_empty_menu_is_empty() {
        assert!(frame(&json!([]), &json!([])).main.is_empty());
    }

    #[test]
    fn without_a_site_file_the_most_frequent_tags_are_the_menu() {
        let items: Vec<Value> = (0..10).map(|id| json!({ "id": id, "tags": (0..=id).map(|tag| format!("tag {tag}")).collect::<Vec<_>>() })).collect();
        let frame = Frame::of(&edition(&json!({}), &json!(items)));
        assert_eq!(frame.name, "The Bugle");
        assert_eq!(
            labels(&frame.main),
            [
                "", "tag 0", "tag 1", "tag 2", "tag 3", "tag 4", "tag 5", "tag 6"
            ]
        );
    }

    #[test]
    fn the_standing_pages_are_listed_and_the_first_three_stand_above() {
        let mut problems: Vec<Problem> = Vec::new();
        let site = Site::default();
        let pages: Vec<Value> = ["About", "Contact", "Impressum", "Terms"]
            .iter()
            .map(|title| json!({ "id": title, "title": title }))
            .collect();
        let read = |items: Value| {
            feed::read(
                json!({ "items": items }).to_string().as_bytes(),
                &site.pages,
                &site,
            )
            .unwrap()
        };
        let edition = Edition::new(
            site.clone(),
            vec![read(json!([]))],
            Some(read(json!(pages))),
            &mut problems,
        );
        let frame = Frame::of(&edition);
        assert_eq!(
            labels(&frame.pages),
            ["About", "Contact", "Impressum", "Terms"]
        );
        assert_eq!(labels(&frame.utility), ["About", "Contact", "Impressum"]);
    }
}
