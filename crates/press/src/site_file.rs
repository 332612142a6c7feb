//! The site file of an edition: everything said in full, so that the app need look nothing up.

use content::{
    category::Category,
    edition::Edition,
    frame::{Frame, Item},
    route::Route,
    site::Destination,
};
use serde::Serialize;

#[derive(Serialize)]
struct SiteFile<'a> {
    pressed: bool,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    tagline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a str>,
    language: &'a str,
    publisher: Publisher<'a>,
    categories: Vec<WrittenCategory<'a>>,
    menus: Menus<'a>,
    share: Vec<&'static str>,
    embeds: Vec<String>,
}

#[derive(Serialize)]
struct Publisher<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<u32>,
}

#[derive(Serialize)]
struct WrittenCategory<'a> {
    name: &'a str,
    slug: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<WrittenCategory<'a>>,
}

#[derive(Serialize)]
struct Menus<'a> {
    utility: Vec<Entry<'a>>,
    main: Vec<Entry<'a>>,
    footer: Vec<Entry<'a>>,
    pages: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    home: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    panel: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<Entry<'a>>,
}

/// The feed of the standing pages.
pub const PAGES: &str = "pages.json";

/// The site file of an edition as text that may stand within a page.
#[must_use]
pub fn site_file(edition: &Edition) -> String {
    let site = &edition.site;
    let frame = Frame::of(edition);
    crate::feed_file::json(&SiteFile {
        pressed: true,
        name: &site.name,
        tagline: &site.tagline,
        origin: site.origin.as_deref(),
        language: site.lang.as_str(),
        publisher: Publisher {
            name: site.publisher_name(),
            since: site.publisher.since,
        },
        categories: categories(&site.categories),
        menus: Menus {
            utility: entries(&frame.utility),
            main: entries(&frame.main),
            footer: entries(&frame.footer),
            pages: entries(&frame.pages),
        },
        share: site.share.iter().map(|service| service.name()).collect(),
        embeds: site
            .embeds
            .iter()
            .map(|provider| provider.name().to_lowercase())
            .collect(),
    })
}

fn categories(tree: &[Category]) -> Vec<WrittenCategory<'_>> {
    tree.iter()
        .map(|category| WrittenCategory {
            name: &category.name,
            slug: category.slug(),
            language: category.lang.as_ref().map(|lang| lang.as_str()),
            description: &category.description,
            children: categories(&category.children),
        })
        .collect()
}

fn entries(items: &[Item]) -> Vec<Entry<'_>> {
    items
        .iter()
        .map(|item| Entry {
            home: item.to == Destination::Route(Route::Front),
            url: match &item.to {
                Destination::Route(Route::Front) => None,
                Destination::Route(route) => Some(route.href("/")),
                Destination::Web(address) => Some(address.clone()),
            },
            label: &item.label,
            language: item.lang.as_ref().map(|lang| lang.as_str()),
            panel: !item.panel.is_empty(),
            children: entries(&item.children),
        })
        .collect()
}
