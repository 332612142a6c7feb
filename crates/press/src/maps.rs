//! What search engines are given: maps of all pages, the news of the last two days, and where to find both.

use crate::rss::{element, written};
use content::{
    date::Moment,
    route::Route,
    site::Site,
    story::{Preview, Translation},
    url::Address,
};
use quick_xml::Writer as Xml;
use std::{io, sync::Arc};

/// How many addresses one map may hold.
pub const MOST: usize = 50_000;
/// How many stories the map of news may hold.
const MOST_NEWS: usize = 1_000;
/// How old news may be, in seconds.
const NEWS: i64 = 48 * 3600;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A page for the map.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// Where it is.
    pub route: Route,
    /// When it last changed.
    pub changed: Option<Moment>,
    /// The languages in which it is told, its own among them, where there are several.
    pub languages: Vec<Translation>,
}

/// The maps of a site by file name: `sitemap.xml`, and behind it `sitemap-1.xml` … where there are more pages than one
/// map may hold.
#[must_use]
pub fn maps(site: &Site, pages: &[Mapped], most: usize) -> Vec<(String, String)> {
    let Some(origin) = &site.origin else {
        return Vec::new();
    };
    if pages.len() <= most {
        return vec![("sitemap.xml".to_owned(), map(origin, pages))];
    }
    let mut maps: Vec<(String, String)> = pages
        .chunks(most)
        .enumerate()
        .map(|(place, pages)| (format!("sitemap-{}.xml", place + 1), map(origin, pages)))
        .collect();
    let index = written(|xml| {
        xml.create_element("sitemapindex")
            .with_attribute(("xmlns", NAMESPACE))
            .write_inner_content(|xml| {
                for (name, _) in &maps {
                    xml.create_element("sitemap").write_inner_content(|xml| {
                        element(xml, "loc", &[origin, "/", name].concat())
                    })?;
                }
                Ok(())
            })?;
        Ok(())
    });
    maps.push(("sitemap.xml".to_owned(), index.unwrap_or_default()));
    maps
}

fn map(origin: &str, pages: &[Mapped]) -> String {
    let write = |xml: &mut Xml<Vec<u8>>| -> io::Result<()> {
        for page in pages {
            xml.create_element("url").write_inner_content(|xml| {
                element(xml, "loc", &[origin, "/", &page.route.path()].concat())?;
                if let Some(changed) = page.changed {
                    element(xml, "lastmod", &changed.to_rfc3339())?;
                }
                for told in &page.languages {
                    let address = match &told.address {
                        Address::Site(path) => [origin, "/", path].concat(),
                        Address::Web(address) => address.clone(),
                    };
                    xml.create_element("xhtml:link")
                        .with_attributes([
                            ("rel", "alternate"),
                            ("hreflang", told.lang.as_str()),
                            ("href", &address),
                        ])
                        .write_empty()?;
                }
                Ok(())
            })?;
        }
        Ok(())
    };
    let document = written(|xml| {
        xml.create_element("urlset")
            .with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)])
            .write_inner_content(write)?;
        Ok(())
    });
    document.unwrap_or_default()
}

/// The map of news: what was published in the two days before `now`.
#[must_use]
pub fn news<'a>(
    site: &Site,
    stories: impl Iterator<Item = &'a Arc<Preview>>,
    now: Option<Moment>,
) -> Option<String> {
    let origin = site.origin.as_ref()?;
    let is_new = |story: &&Arc<Preview>| {
        let age = now
            .zip(story.published)
            .map(|(now, published)| now.seconds() - published.seconds());
        age.is_some_and(|age| (0..=NEWS).contains(&age))
    };
    let stories: Vec<_> = stories.filter(is_new).take(MOST_NEWS).collect();
    let write = |xml: &mut Xml<Vec<u8>>| -> io::Result<()> {
        for story in &stories {
            xml.create_element("url").write_inner_content(|xml| {
                element(xml, "loc", &[origin, "/", &story.route().path()].concat())?;
                xml.create_element("news:news").write_inner_content(|xml| {
                    xml.create_element("news:publication")
                        .write_inner_content(|xml| {
                            element(xml, "news:name", &site.name)?;
                            element(xml, "news:language", story.lang.primary())
                        })?;
                    let date = story.published.map(|date| date.to_rfc3339());
                    element(xml, "news:publication_date", &date.unwrap_or_default())?;
                    element(xml, "news:title", &story.headline)
                })?;
                Ok(())
            })?;
        }
        Ok(())
    };
    let document = written(|xml| {
        xml.create_element("urlset")
            .with_attributes([
                ("xmlns", NAMESPACE),
                (
                    "xmlns:news",
                    "http://www.google.com/schemas/sitemap-news/0.9",
                ),
            ])
            .write_inner_content(write)?;
        Ok(())
    });
    document.ok()
}

/// `robots.txt`: everything may be read but what a search finds.
#[must_use]
pub fn robots(site: &Site, base: &str) -> String {
    let mut robots = format!("User-agent: *\nDisallow: {base}search/\n");
    if let Some(origin) = &site.origin {
        robots.push_str(&format!(
            "\nSitemap: {origin}/sitemap.xml\nSitemap: {origin}/news.xml\n"
        ));
    }
    robots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pages_than_one_map_holds_make_several_and_an_index() {
        let mut site = Site::default();
        site.origin = Some("https://bugle.example".into());
        let pages: Vec<Mapped> = (0..5)
            .map(|number| Mapped {
                route: Route::Story(format!("story-{number}")),
                changed: None,
                languages: Vec::new(),
            })
            .collect();
        let maps = maps(&site, &pages, 2);
        let names: Vec<&str> = maps.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "sitemap-1.xml",
                "sitemap-2.xml",
                "sitemap-3.xml",
                "sitemap.xml"
            ]
        );
        assert!(
            maps[0]
                .1
                .contains("<loc>https://bugle.example/story-1/</loc>")
        );
        assert!(
            maps[3]
                .1
                .contains("<loc>https://bugle.example/sitemap-3.xml</loc>")
        );
    }
}
