//! What stands around every page: the site's name, its menus, its footer.

use crate::{
    edition::Edition,
    lang::Lang,
    route::{List, Route},
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
    /// The name after the © sign.
    pub publisher: String,
    /// The first year of the © line.
    pub since: Option<u32>,
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
            entries.iter().filter_map(|entry| item(edition, entry)).collect()
        };
        let sections = || sections(edition);
        let home = || {
            let mut entries = vec![entry(Route::Front)];
            entries.extend(sections());
            entries
        };
        let pages = || edition.pages().map(|page| entry(page.route())).collect::<Vec<_>>();
        let publisher = &site.publisher;
        Self {
            name: site.name.clone(),
            tagline: site.tagline.clone(),
            utility: menu(&menus.utility, &|| pages().into_iter().take(UTILITY).collect()),
            main: menu(&menus.main, &home),
            footer: menu(&menus.footer, &sections),
            pages: menu(&menus.pages, &pages),
            publisher: if publisher.name.is_empty() { site.name.clone() } else { publisher.name.clone() },
            since: publisher.since,
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
        edition.tags().into_iter().take(TAGS).map(|(topic, _)| entry(Route::List(topic.list, 1))).collect()
    } else {
        of_tree(&edition.site.categories)
    }
}

fn entry(route: Route) -> Entry {
    Entry { label: None, to: Destination::Route(route), panel: false, children: Vec::new() }
}

/// An entry with its words and stories. An entry that names a tag or a page which is not there is left out: a menu
/// leads nowhere but to something.
fn item(edition: &Edition, entry: &Entry) -> Option<Item> {
    let site_lang = &edition.site.lang;
    let (name, lang) = match &entry.to {
        Destination::Web(address) => (address.clone(), None),
        Destination::Route(Route::Front | Route::Search(_)) => (String::new(), None),
        Destination::Route(Route::List(list, _)) => {
            let topic = edition.topic(list)?;
            (topic.name, topic.lang)
        }
        Destination::Route(Route::Story(path)) => {
            let page = edition.title_of(path)?;
            (page.headline.clone(), Some(page.lang.clone()).filter(|lang| lang != site_lang))
        }
    };
    let children: Vec<Item> = entry.children.iter().filter_map(|child| item(edition, child)).collect();
    let panel = match &entry.to {
        Destination::Route(route) if entry.panel => panel(edition, route, &children),
        _ => Vec::new(),
    };
    Some(Item {
        lang: lang.filter(|_| entry.label.is_none()),
        label: entry.label.clone().unwrap_or(name),
        to: entry.to.clone(),
        children,
        panel,
    })
}

fn panel(edition: &Edition, all: &Route, children: &[Item]) -> Vec<Tab> {
    let tab = |label: String, lang: Option<Lang>, route: &Route| match route {
        Route::List(list, _) => Some(Tab {
            label,
            lang,
            to: route.clone(),
            stories: edition.list(list).take(PANEL).cloned().collect(),
        }),
        _ => None,
    };
    let first = tab(String::new(), None, all);
    let others = children.iter().filter_map(|child| match &child.to {
        Destination::Route(route) => tab(child.label.clone(), child.lang.clone(), route),
        Destination::Web(_) => None,
    });
    first.into_iter().chain(others).filter(|tab| !tab.stories.is_empty()).collect()
}
