//! A story as an item of a JSON Feed: what is written here, `content::feed` reads back as the same story.

use content::{
    picture::Picture,
    route::{List, Route},
    site::Site,
    slug::Slug,
    story::{Content, Preview, Story},
    url::{Address, Base},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// An item of a JSON Feed 1.1.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    id: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
    #[serde(rename = "_civil", skip_serializing_if = "Extension::is_empty")]
    extension: Extension<'a>,
}

#[derive(Debug, Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Attachment<'a> {
    url: String,
    mime_type: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u32>,
}

#[derive(Debug, Default, Serialize)]
struct Extension<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    evergreen: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<WrittenPicture<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<Correction<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translations: Vec<Translation<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    slugs: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relative_to: Option<RelativeTo>,
}

impl Extension<'_> {
    fn is_empty(&self) -> bool {
        self.category.is_none()
            && self.kind.is_none()
            && !self.evergreen
            && self.pictures.is_empty()
            && self.corrections.is_empty()
            && self.translations.is_empty()
            && self.slugs.is_empty()
            && self.relative_to.is_none()
    }
}

#[derive(Debug, Serialize)]
struct WrittenPicture<'a> {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "str::is_empty")]
    alt: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    caption: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    credit: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sizes: Vec<Size<'a>>,
}

#[derive(Debug, Serialize)]
struct Size<'a> {
    url: String,
    width: u32,
    #[serde(rename = "type", skip_serializing_if = "str::is_empty")]
    media_type: &'a str,
}

#[derive(Debug, Serialize)]
struct Correction<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Translation<'a> {
    language: &'a str,
    url: String,
}

/// What the addresses in a text are relative to, where that is not what it would be here.
#[derive(Debug, Serialize)]
struct RelativeTo {
    links: String,
    files: String,
}

/// Writes items for a feed that lies in a folder of the site.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// The site.
    pub site: &'a Site,
    /// The feed's path from the site's root on, as in `tag/media/feed.json`.
    pub file: &'a str,
}

impl<'a> Writer<'a> {
    /// A story as a list shows it. The standfirst stands for the text, which the format wants.
    #[must_use]
    pub fn preview(&self, story: &'a Preview) -> Item<'a> {
        let pictures = story.lead.iter().filter(|picture| says_something(picture));
        Item {
            content_text: Some(&story.standfirst),
            image: story.lead.as_ref().map(|lead| self.relative(&lead.address)),
            extension: Extension {
                pictures: pictures.map(|picture| self.picture(picture)).collect(),
                ..self.extension(story)
            },
            ..self.bare(story)
        }
    }

    /// A story in full.
    #[must_use]
    pub fn story(&self, story: &'a Story) -> Item<'a> {
        let (content_html, content_text) = match story.content() {
            Content::Html(html) => (Some(html.as_str()), None),
            Content::Text(text) => (None, Some(text.as_str())),
            Content::Away(_) => (None, None),
        };
        // Where nothing is said of any picture, the lead is found in the text again.
        let lead = story.pictures().first();
        let attachment = |file: &'a content::story::Attachment| Attachment {
            url: self.relative(&file.address),
            mime_type: media_type(&file.address),
            title: &file.title,
            size_in_bytes: file.bytes,
        };
        let correction = |correction: &'a content::story::Correction| Correction {
            date: correction.date.map(|date| date.to_rfc3339()),
            text: &correction.text,
        };
        Item {
            external_url: story.external.as_deref(),
            content_html,
            content_text,
            image: lead.map(|lead| self.relative(&lead.address)),
            attachments: story.attachments.iter().map(attachment).collect(),
            extension: Extension {
                pictures: story
                    .pictures()
                    .iter()
                    .map(|picture| self.picture(picture))
                    .collect(),
                corrections: story.corrections.iter().map(correction).collect(),
                translations: story
                    .translations
                    .iter()
                    .map(|told| Translation {
                        language: told.lang.as_str(),
                        url: self.complete(&told.address),
                    })
                    .collect(),
                relative_to: self.relative_to(story),
                ..self.extension(&story.preview)
            },
            ..self.bare(&story.preview)
        }
    }

    fn bare(&self, story: &'a Preview) -> Item<'a> {
        Item {
            id: &story.id,
            url: self.address(&story.route()),
            external_url: None,
            title: &story.headline,
            summary: &story.standfirst,
            content_html: None,
            content_text: None,
            image: None,
            date_published: story.published.map(|date| date.to_rfc3339()),
            date_modified: story.updated.map(|date| date.to_rfc3339()),
            authors: story
                .authors
                .iter()
                .map(|author| Author {
                    name: &author.name,
                    url: self
                        .site
                        .canonical(&Route::of_list(List::Author(author.slug.clone()), 1)),
                })
                .collect(),
            tags: story
                .topics
                .iter()
                .map(|topic| topic.name.as_str())
                .collect(),
            language: story.lang.as_str(),
            attachments: Vec::new(),
            extension: Extension::default(),
        }
    }

    fn extension(&self, story: &'a Preview) -> Extension<'a> {
        let category = story.category().and_then(|topic| match &topic.list {
            List::Category(path) => Some(path.as_str()),
            _ => None,
        });
        // A tag's address is made of its name, unless the feed had another one for it.
        let slugs = story.topics.iter().filter_map(|topic| match &topic.list {
            List::Tag(slug)
                if Slug::of_name(&topic.name, Some(&story.lang)).as_str() != slug.as_str() =>
            {
                Some((topic.name.as_str(), slug.as_str()))
            }
            _ => None,
        });
        Extension {
            category,
            kind: story.kind.map(content::story::Kind::word),
            evergreen: story.evergreen,
            slugs: slugs.collect(),
            ..Extension::default()
        }
    }

    fn picture(&self, picture: &'a Picture) -> WrittenPicture<'a> {
        WrittenPicture {
            url: self.relative(&picture.address),
            width: picture.size.map(|size| size.0),
            height: picture.size.map(|size| size.1),
            alt: &picture.alt,
            caption: &picture.caption,
            credit: &picture.credit,
            sizes: picture
                .sources
                .iter()
                .map(|source| Size {
                    url: self.relative(&source.address),
                    width: source.width,
                    media_type: &source.media_type,
                })
                .collect(),
        }
    }

    /// The complete address of a place, where the site has one.
    #[must_use]
    pub fn address(&self, route: &Route) -> String {
        self.site
            .canonical(route)
            .unwrap_or_else(|| route.href("/"))
    }

    /// The complete address of a page, where the site has one.
    fn complete(&self, address: &Address) -> String {
        match address {
            Address::Web(address) => address.clone(),
            Address::Site(path) => [&self.address(&Route::Front), path.as_str()].concat(),
        }
    }

    /// The address of a file, relative to the feed, so that it is found wherever the site is served from.
    fn relative(&self, address: &Address) -> String {
        match address {
            Address::Web(address) => address.clone(),
            Address::Site(path) => "../".repeat(self.file.matches('/').count()) + path,
        }
    }

    /// What the addresses in a story's text count from, if here they would lead elsewhere.
    fn relative_to(&self, story: &Story) -> Option<RelativeTo> {
        if !matches!(story.content(), Content::Html(_)) {
            return None;
        }
        let was = story.base();
        let here = Base {
            site: self.site.origin.clone(),
            page: self.site.canonical(&story.preview.route()),
            feed: Address::Site(self.file.to_owned()),
        };
        if *was == here || story.at_base(here).body() == story.body() {
            return None;
        }
        let home = was.page.as_ref().or(was.site.as_ref());
        Some(RelativeTo {
            links: home.map_or_else(|| "/".to_owned(), String::clone),
            files: match &was.feed {
                Address::Site(path) => format!("/{path}"),
                Address::Web(address) => address.clone(),
            },
        })
    }
}

/// Whether more is known of a picture than where it is.
fn says_something(picture: &Picture) -> bool {
    *picture != Picture::bare(picture.address.clone())
}

/// The media type of an attachment, which the format wants, by its ending.
fn media_type(address: &Address) -> &'static str {
    let (Address::Site(path) | Address::Web(path)) = address;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
