//! Reads a [JSON Feed](https://www.jsonfeed.org/version/1.1/) item by item: a bad item never costs a good one.

use crate::{
    body,
    category::{self, Category},
    date::Moment,
    fold::fold,
    json,
    lang::Lang,
    lenient::{flag, list, number, text, texts},
    picture::{Picture, Source},
    problem::{Problem, Trouble, Unreadable},
    route::{List, permalink},
    site::Site,
    slug::Slug,
    story::{Attachment, Author, Content, Correction, Kind, Preview, Story, Topic},
    url::{Address, Base},
};
use serde_json::Value;
use std::sync::Arc;

/// What one feed document holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// The feed's title, or nothing.
    pub title: String,
    /// What the feed is about, or nothing.
    pub description: String,
    /// The site the feed belongs to: a complete address without a closing slash.
    pub home: Option<String>,
    /// The feed's language.
    pub lang: Option<Lang>,
    /// Its stories, in the feed's order.
    pub stories: Vec<Story>,
    /// Where the feed goes on.
    pub next: Option<Address>,
    /// What was wrong with it.
    pub problems: Vec<Problem>,
}

/// The longest standfirst made from a story's first words, in characters.
const STANDFIRST: usize = 220;
/// The longest headline made from a story's first words, in characters.
const HEADLINE: usize = 90;
/// How much of a body is read to find its first words or its first picture, in bytes.
const GLANCE: usize = 4000;

/// Reads one feed document that was found at `address`.
///
/// # Errors
/// [`Unreadable`], when it is not JSON or has no list of items. Everything else is mended or noted in
/// [`Feed::problems`].
pub fn read(bytes: &[u8], address: &Address, site: &Site) -> Result<Feed, Unreadable> {
    let value = json::read(bytes)?;
    let Some(items) = value.get("items").and_then(Value::as_array) else { return Err(Unreadable::NotAFeed) };
    let file = match address {
        Address::Site(path) | Address::Web(path) => path.clone(),
    };
    let plain = Base { site: site.origin.clone(), page: None, feed: address.clone() };
    let home = text(value.get("home_page_url")).and_then(|home| match plain.asset(&home)? {
        Address::Web(home) => Some(home.trim_end_matches('/').to_owned()),
        Address::Site(_) => None,
    });
    let base = Base { site: site.origin.clone().or_else(|| home.clone()), ..plain };
    let lang = text(value.get("language")).and_then(|tag| Lang::parse(&tag));
    let authors = authors(&value);
    let mut reader = Reader {
        site,
        base,
        lang: lang.clone().unwrap_or_else(|| site.lang.clone()),
        authors,
        file,
        item: None,
        problems: Vec::new(),
    };
    let stories = items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| {
            reader.item = Some(format!("item {}", index + 1));
            reader.story(item)
        })
        .collect();
    reader.item = None;
    let next = reader.address("next_url", value.get("next_url"));
    Ok(Feed {
        title: text(value.get("title")).unwrap_or_default(),
        description: text(value.get("description")).unwrap_or_default(),
        home,
        lang,
        stories,
        next,
        problems: reader.problems,
    })
}

/// The authors of a feed or an item: `authors` of version 1.1, else `author` of 1.0; each once.
fn authors(value: &Value) -> Vec<Author> {
    let field = value.get("authors").filter(|authors| !list(Some(authors)).is_empty()).or_else(|| value.get("author"));
    let mut authors: Vec<Author> = Vec::new();
    for author in list(field) {
        let Some(name) = text(author.get("name")).or_else(|| text(Some(author))) else { continue };
        let slug = Slug::of_name(&name, None).as_str().to_owned();
        if !authors.iter().any(|known| known.slug == slug) {
            authors.push(Author { name, slug });
        }
    }
    authors
}

struct Reader<'a> {
    site: &'a Site,
    base: Base,
    lang: Lang,
    authors: Vec<Author>,
    file: String,
    item: Option<String>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn note(&mut self, trouble: Trouble) {
        self.problems.push(Problem { file: self.file.clone(), item: self.item.clone(), trouble });
    }

    fn story(&mut self, item: &Value) -> Option<Story> {
        if !item.is_object() {
            self.note(Trouble::NotAnItem);
            return None;
        }
        let url = text(item.get("url"));
        let Some(id) = text(item.get("id")).or_else(|| url.clone()) else {
            self.note(Trouble::NoIdentity);
            return None;
        };
        self.item = Some(id.clone());

        let page = self.base.link(url.as_deref().unwrap_or(&id));
        if page.is_none() && url.is_some() {
            self.note(Trouble::BadAddress("url", url.clone().unwrap_or_default()));
        }
        let base = Base { page: page.as_ref().and_then(|page| self.complete(page)), ..self.base.clone() };
        let extension = item.get("_civil");
        let pictures = self.pictures(item, extension);
        let content = match text(item.get("content_html")) {
            Some(html) => Content::Html(html),
            None => Content::Text(text(item.get("content_text")).unwrap_or_default()),
        };
        let glance = Glance::at(&content, &base);

        let lang = text(item.get("language"));
        let lang = match lang.as_deref().map(Lang::parse) {
            Some(None) => {
                self.note(Trouble::BadValue("language", lang.unwrap_or_default()));
                self.lang.clone()
            }
            Some(Some(lang)) => lang,
            None => self.lang.clone(),
        };
        let summary = text(item.get("summary")).map(|summary| one_line(&summary));
        let headline = text(item.get("title"))
            .map(|title| one_line(&title))
            .filter(|title| !title.is_empty())
            .or_else(|| summary.as_deref().and_then(|summary| shortened(summary, HEADLINE)))
            .or_else(|| shortened(&glance.words, HEADLINE))
            .unwrap_or_else(|| id.clone());
        let path = page
            .filter(|_| url.is_some() || id.contains("://"))
            .map(|page| permalink(path_of(&page)))
            .filter(|path| !path.is_empty())
            .unwrap_or_else(|| Slug::of_name(&headline, Some(&lang)).as_str().to_owned());
        let published = self.moment("date_published", item);
        let updated = self.moment("date_modified", item).filter(|updated| published.is_none_or(|first| *updated > first));
        let kind = self.kind(extension);
        let authors = Some(authors(item)).filter(|authors| !authors.is_empty());

        Some(Story {
            preview: Arc::new(Preview {
                id,
                path,
                headline,
                standfirst: summary.or_else(|| shortened(&glance.words, STANDFIRST)).unwrap_or_default(),
                published: published.or(updated),
                updated: updated.filter(|_| published.is_some()),
                authors: authors.unwrap_or_else(|| self.inherited_authors()),
                topics: self.topics(item, extension, &lang),
                lead: pictures.first().cloned().or(glance.picture),
                kind,
                evergreen: flag(extension.and_then(|extension| extension.get("evergreen"))),
                lang,
            }),
            external: match self.address("external_url", item.get("external_url")) {
                Some(Address::Web(address)) => Some(address),
                _ => None,
            },
            corrections: self.corrections(extension),
            attachments: self.attachments(item),
            content,
            pictures,
            base,
        })
    }

    /// A feed's own authors stand for items that name none, unless the feed is signed by the newsroom itself: then
    /// an unsigned story is simply unsigned.
    fn inherited_authors(&self) -> Vec<Author> {
        let newsroom = |author: &Author| {
            fold(&author.name) == fold(&self.site.name) || fold(&author.name) == fold(&self.site.publisher.name)
        };
        if self.authors.iter().any(newsroom) { Vec::new() } else { self.authors.clone() }
    }

    fn complete(&self, address: &Address) -> Option<String> {
        match address {
            Address::Web(address) => Some(address.clone()),
            Address::Site(path) => Some(self.base.site.clone()?.trim_end_matches('/').to_owned() + "/" + path),
        }
    }

    fn address(&mut self, field: &'static str, value: Option<&Value>) -> Option<Address> {
        let written = text(value)?;
        let address = self.base.asset(&written);
        if address.is_none() {
            self.note(Trouble::BadAddress(field, written));
        }
        address
    }

    fn moment(&mut self, field: &'static str, item: &Value) -> Option<Moment> {
        let written = text(item.get(field))?;
        let moment = Moment::parse(&written);
        if moment.is_none() {
            self.note(Trouble::BadDate(field, written));
        }
        moment
    }

    fn kind(&mut self, extension: Option<&Value>) -> Option<Kind> {
        let word = text(extension?.get("kind"))?;
        let kind = Kind::parse(&word);
        if kind.is_none() {
            self.note(Trouble::BadValue("_civil.kind", word));
        }
        kind
    }

    fn topics(&mut self, item: &Value, extension: Option<&Value>, lang: &Lang) -> Vec<Topic> {
        let tree: &[Category] = &self.site.categories;
        let mut categories: Vec<Topic> = Vec::new();
        let mut tags: Vec<Topic> = Vec::new();
        let of_category = |category: &Category| Topic {
            name: category.name.clone(),
            lang: category.lang.clone(),
            list: List::Category(category.path.clone()),
        };
        if let Some(primary) = text(extension.and_then(|extension| extension.get("category"))) {
            match category::at_path(tree, &primary).or_else(|| category::named(tree, &primary)) {
                Some(category) => categories.push(of_category(category)),
                None => self.note(Trouble::UnknownCategory(primary)),
            }
        }
        for name in texts(item.get("tags")).into_iter().map(|name| one_line(&name)).filter(|name| !name.is_empty()) {
            let (topic, kin) = match category::named(tree, &name) {
                Some(category) => (of_category(category), &mut categories),
                None => {
                    let slug = Slug::of_name(&name, Some(lang)).as_str().to_owned();
                    let lang = (*lang != self.site.lang).then(|| lang.clone());
                    (Topic { name, lang, list: List::Tag(slug) }, &mut tags)
                }
            };
            if !kin.iter().any(|known| known.list == topic.list) {
                kin.push(topic);
            }
        }
        categories.append(&mut tags);
        categories
    }

    /// The pictures of an item, the lead first: `_civil.pictures` says the most of each, `image` says which leads.
    fn pictures(&mut self, item: &Value, extension: Option<&Value>) -> Vec<Picture> {
        let mut pictures: Vec<Picture> = list(extension.and_then(|extension| extension.get("pictures")))
            .iter()
            .filter_map(|value| self.picture(value))
            .collect();
        let lead = self.address("image", item.get("image")).or_else(|| self.address("banner_image", item.get("banner_image")));
        if let Some(lead) = lead {
            let place = pictures.iter().position(|picture| picture.address == lead);
            let picture = place.map(|place| pictures.remove(place)).unwrap_or_else(|| Picture::bare(lead));
            pictures.insert(0, picture);
        }
        pictures
    }

    fn picture(&mut self, value: &Value) -> Option<Picture> {
        let address = self.address("_civil.pictures", value.get("url").or(Some(value).filter(|value| value.is_string())))?;
        let words = |field| text(value.get(field)).map(|words| one_line(&words)).unwrap_or_default();
        let sources = list(value.get("sizes"))
            .iter()
            .filter_map(|size| {
                Some(Source {
                    address: self.address("_civil.pictures.sizes", size.get("url"))?,
                    width: number(size.get("width"))?,
                    media_type: text(size.get("type")).unwrap_or_default(),
                })
            })
            .collect();
        Some(Picture {
            address,
            size: number(value.get("width")).zip(number(value.get("height"))),
            alt: words("alt"),
            caption: words("caption"),
            credit: words("credit"),
            sources,
        })
    }

    fn corrections(&mut self, extension: Option<&Value>) -> Vec<Correction> {
        list(extension.and_then(|extension| extension.get("corrections")))
            .iter()
            .filter_map(|value| {
                let text = text(value.get("text")).or_else(|| text(Some(value)))?;
                Some(Correction { date: self.moment("date", value), text: one_line(&text) })
            })
            .collect()
    }

    fn attachments(&mut self, item: &Value) -> Vec<Attachment> {
        list(item.get("attachments"))
            .iter()
            .filter_map(|value| {
                let address = self.address("attachments", value.get("url"))?;
                let title = text(value.get("title")).unwrap_or_else(|| {
                    let name = permalink(path_of(&address));
                    name.rsplit('/').next().unwrap_or_default().to_owned()
                });
                Some(Attachment { address, title, bytes: number(value.get("size_in_bytes")) })
            })
            .collect()
    }
}

/// The path of an address, without query and fragment.
fn path_of(address: &Address) -> &str {
    let path = match address {
        Address::Site(path) => path.as_str(),
        Address::Web(address) => address
            .split_once("://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .map_or("", |(_, path)| path),
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

/// What a look at the beginning of a body shows: for feeds that give no summary and no picture.
struct Glance {
    words: String,
    picture: Option<Picture>,
}

impl Glance {
    fn at(content: &Content, base: &Base) -> Self {
        let html = match content {
            Content::Html(html) => html,
            Content::Text(text) => {
                return Self { words: one_line(beginning(text, GLANCE)), picture: None };
            }
        };
        let read = |html| body::parse(&body::Markup { html: beginning(html, GLANCE), base, pictures: &[] });
        // The first picture may stand far down; the tag is found as text, and read by the parser as ever.
        let picture = html.find("<img").and_then(|start| html.get(start..)).and_then(|html| {
            read(html).blocks.into_iter().find_map(|block| match block {
                body::Block::Figure(figure) => Some(figure.picture),
                _ => None,
            })
        });
        Self { words: one_line(&read(html).plain_text()), picture }
    }
}

/// At most so many bytes, cut between characters.
fn beginning(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

/// White space folded to single spaces; the invisible controls that turn the direction of text are taken out, since
/// a headline must not turn what stands beside it.
fn one_line(text: &str) -> String {
    let visible: String =
        text.chars().filter(|character| !matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or its first words with an ellipsis where it is longer; `None` when there is nothing.
fn shortened(text: &str, characters: usize) -> Option<String> {
    let end = match text.char_indices().nth(characters) {
        None => return (!text.is_empty()).then(|| text.to_owned()),
        Some((end, _)) => end,
    };
    let cut = text.get(..end)?;
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    Some(cut.trim_end_matches([',', ';', ':', '–', '—', '-', ' ']).to_owned() + "…")
}
