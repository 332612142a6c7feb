//! The page that a feed of its own describes: in an edition each place has a small feed, and needs no other.

use crate::{
    category,
    feed::Feed,
    lang::Lang,
    lenient::{flag, line, list, number, text},
    page::{Article, Front, Listing, PER_PAGE, Page, Section, topic_of, way_to},
    route::{List, Route},
    site::Site,
    story::{Preview, Story, Topic},
};
use serde_json::Value;
use std::sync::Arc;

/// What a feed's extension says of the page the feed belongs to. Places count from 1, first the feed's own items, then
/// those of the extension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    name: Option<Name>,
    page: Option<u32>,
    pages: Option<u32>,
    total: usize,
    sections: Vec<Planned>,
    previous: Option<usize>,
    next: Option<usize>,
    related: Vec<usize>,
    recent: Vec<usize>,
    is_standing: bool,
    is_missing: bool,
}

/// What a list is called that the tree of categories does not name, with the language where it is not the site's.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name(String, Option<Lang>);

impl Name {
    fn read(value: &Value) -> Option<Self> {
        let lang = text(value.get("name_language")).and_then(|tag| Lang::parse(&tag));
        Some(Self(line(value.get("name"))?, lang))
    }
}

/// A section of a front page: the address of its list, and its stories.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Planned {
    name: Option<Name>,
    list: String,
    stories: Vec<usize>,
}

impl Plan {
    /// Reads the extension of a feed.
    pub(crate) fn read(extension: &Value) -> Self {
        let get = |field: &str| extension.get(field);
        let place = |value: Option<&Value>| number(value).and_then(|place| place.try_into().ok());
        let places = |value: Option<&Value>| {
            list(value)
                .into_iter()
                .filter_map(|value| place(Some(value)))
                .collect()
        };
        let section = |value: &Value| {
            Some(Planned {
                name: Name::read(value),
                list: text(value.get("list"))?,
                stories: places(value.get("items")),
            })
        };
        Self {
            name: Name::read(extension),
            page: number(get("page")),
            pages: number(get("pages")),
            total: place(get("total")).unwrap_or(0),
            sections: list(get("sections"))
                .into_iter()
                .filter_map(section)
                .collect(),
            previous: place(get("previous")),
            next: place(get("next")),
            related: places(get("related")),
            recent: places(get("recent")),
            is_standing: flag(get("standing")),
            is_missing: flag(get("missing")),
        }
    }
}

/// The address of a place's own feed, percent-encoded, from the site's root on.
#[must_use]
pub fn address(route: &Route) -> String {
    let path = route.path();
    match path.trim_end_matches('/') {
        "" => "feed.json".to_owned(),
        folder => [folder, "/feed.json"].concat(),
    }
}

/// What a place shows, from its own feed. `None` where the feed says nothing of it, or is another place's.
#[must_use]
pub fn page(route: &Route, feed: Feed, site: &Site) -> Option<Page> {
    let plan = feed.plan?;
    let previews = |stories: &[Story]| -> Vec<Arc<Preview>> {
        stories.iter().map(|story| story.preview.clone()).collect()
    };
    let own = previews(&feed.stories);
    let mut all = own.clone();
    all.extend(previews(&feed.others));
    let at = |place: usize| all.get(place.checked_sub(1)?).cloned();
    let each = |places: &[usize]| places.iter().filter_map(|place| at(*place)).collect();
    if plan.is_missing {
        return Some(Page::NotFound(own));
    }
    let section = |section: &Planned| {
        let Route::List(list, _) = Route::parse(&section.list, "/")? else {
            return None;
        };
        Some(Section {
            topic: topic(list, site, section.name.as_ref())?,
            stories: each(&section.stories),
        })
    };
    Some(match route {
        Route::Front => Page::Front(Front {
            sections: plan.sections.iter().filter_map(section).collect(),
            more: feed.next.is_some(),
            ..Front::arranged(own.into_iter().take(PER_PAGE).collect(), &site.lang)
        }),
        Route::List(list, page) => {
            let topic = topic(list.clone(), site, plan.name.as_ref());
            let list = topic.as_ref().map_or(list, |topic| &topic.list).clone();
            Page::List(Listing {
                stories: own,
                page: plan.page.filter(|own| own == page)?,
                pages: plan.pages?,
                total: plan.total,
                ..Listing::empty(&site.categories, list, topic)
            })
        }
        Route::Story(path) => {
            let story = feed.stories.into_iter().next()?;
            if story.preview.path != *path {
                return None;
            }
            if plan.is_standing {
                return Some(Page::Standing(Arc::new(story)));
            }
            Page::Article(Box::new(Article {
                crumbs: way_to(&site.categories, &story.preview),
                previous: plan.previous.and_then(at),
                next: plan.next.and_then(at),
                related: each(&plan.related),
                recent: each(&plan.recent),
                story: Arc::new(story),
            }))
        }
        // A story's print desk shows what the story's own feed holds: see `Page::on_desk`.
        Route::Search(..) | Route::Print(_) => return None,
    })
}

/// What a list is called: by the tree, or as the feed says.
fn topic(list: List, site: &Site, name: Option<&Name>) -> Option<Topic> {
    if let List::Category(path) = &list {
        return category::at_path(&site.categories, path).map(topic_of);
    }
    let Name(name, lang) = name?.clone();
    Some(Topic { name, lang, list })
}
