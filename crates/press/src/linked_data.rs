//! What a page tells search engines in the words of schema.org.

use content::{
    page::Page,
    route::{List, Route},
    site::Site,
    story::{Preview, Topic},
};
use serde_json::{Value, json};

/// The longest headline that search engines read, in characters.
const HEADLINE: usize = 110;
/// How many authors are named.
const AUTHORS: usize = 8;

/// The graph of a page. `None` where the site's own address is not known, since all addresses must be complete.
/// `picture` is the complete address of its card, `logo` that of the site's icon.
#[must_use]
pub fn graph(
    site: &Site,
    route: &Route,
    page: &Page,
    home: &str,
    picture: Option<&str>,
    logo: Option<&str>,
) -> Option<Value> {
    let address = site.canonical(route)?;
    let front = site.canonical(&Route::Front)?;
    let publisher = publisher(site, &front, logo);
    let parts = match page {
        Page::Front(_) => vec![json!({
            "@type": "WebSite",
            "name": site.name,
            "description": site.tagline,
            "url": front,
            "inLanguage": site.lang.as_str(),
            "publisher": publisher,
        })],
        Page::List(listing) => {
            let topic = listing.topic.as_ref()?;
            let mut way = crumbs(site, home, &listing.crumbs)?;
            way.push((topic.name.clone(), address));
            vec![breadcrumb(way)]
        }
        Page::Article(article) => {
            let story = &article.story.preview;
            let mut way = crumbs(site, home, &article.crumbs)?;
            way.push((story.headline.clone(), address.clone()));
            vec![
                news_article(site, story, &address, publisher, picture),
                breadcrumb(way),
            ]
        }
        Page::Standing(story) | Page::Print(story) => vec![
            json!({
                "@type": "WebPage",
                "name": story.preview.headline,
                "url": address,
                "inLanguage": story.preview.lang.as_str(),
                "publisher": publisher,
            }),
            breadcrumb(vec![
                (home.to_owned(), front),
                (story.preview.headline.clone(), address),
            ]),
        ],
        Page::Search(..) | Page::NotFound(_) => return None,
    };
    Some(json!({ "@context": "https://schema.org", "@graph": parts }))
}

fn publisher(site: &Site, front: &str, logo: Option<&str>) -> Value {
    let name = if site.publisher.name.is_empty() {
        &site.name
    } else {
        &site.publisher.name
    };
    let mut publisher = json!({ "@type": "NewsMediaOrganization", "name": name, "url": front });
    if let (Some(logo), Some(fields)) = (logo, publisher.as_object_mut()) {
        let logo = json!({ "@type": "ImageObject", "url": logo });
        fields.insert("logo".to_owned(), logo);
    }
    publisher
}

fn news_article(
    site: &Site,
    story: &Preview,
    address: &str,
    publisher: Value,
    picture: Option<&str>,
) -> Value {
    let person = |author: &content::story::Author| {
        let list = Route::of_list(List::Author(author.slug.clone()), 1);
        json!({ "@type": "Person", "name": author.name, "url": site.canonical(&list) })
    };
    let authors: Vec<Value> = story.authors.iter().take(AUTHORS).map(person).collect();
    let headline: String = story.headline.chars().take(HEADLINE).collect();
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": headline,
        "url": address,
        "mainEntityOfPage": { "@type": "WebPage", "@id": address },
        "inLanguage": story.lang.as_str(),
        "isAccessibleForFree": true,
        "author": if authors.is_empty() { publisher.clone() } else { Value::Array(authors) },
        "publisher": publisher,
    });
    let mut add = |name: &str, value: Option<Value>| {
        if let (Some(value), Some(fields)) = (value, article.as_object_mut()) {
            fields.insert(name.to_owned(), value);
        }
    };
    let published = story.published.map(|date| date.to_rfc3339());
    let changed = story.updated.map(|date| date.to_rfc3339());
    add(
        "dateModified",
        changed.or_else(|| published.clone()).map(Value::String),
    );
    add("datePublished", published.map(Value::String));
    add("image", picture.map(|picture| json!([picture])));
    let text = super::head::shortened(&story.standfirst);
    add(
        "description",
        (!text.is_empty()).then_some(Value::String(text)),
    );
    let section = story.category().map(|topic| topic.name.clone());
    add("articleSection", section.map(Value::String));
    article
}

/// The names and addresses of the way from the front page down.
fn crumbs(site: &Site, home: &str, way: &[Topic]) -> Option<Vec<(String, String)>> {
    let mut crumbs = vec![(home.to_owned(), site.canonical(&Route::Front)?)];
    for topic in way {
        let route = Route::of_list(topic.list.clone(), 1);
        crumbs.push((topic.name.clone(), site.canonical(&route)?));
    }
    Some(crumbs)
}

fn breadcrumb(way: Vec<(String, String)>) -> Value {
    let element = |(place, (name, address)): (usize, (String, String))| json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": address });
    let elements: Vec<Value> = way.into_iter().enumerate().map(element).collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": elements })
}
