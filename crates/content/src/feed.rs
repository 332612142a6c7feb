//! Reads a [JSON Feed](https://www.jsonfeed.org/version/1.1/) item by item: a bad item never costs a good one.

use crate::{
    body::{self, Block, Body},
    category::{self, Category},
    date::Moment,
    find,
    fold::fold,
    json,
    lang::Lang,
    lenient::{excerpt, flag, is_nothing, line, list, number, one_line, plain, quoted, text},
    picture::{Picture, Source},
    problem::{Problem, Trouble, Unreadable},
    route::{List, Route, is_file, permalink},
    sheet::Plan,
    site::Site,
    slug::Slug,
    story::{Attachment, Author, Content, Correction, Kind, Preview, Story, Topic, Translation},
    url::{Address, Base, host},
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
    /// What the feed of one page says of that page.
    pub plan: Option<Plan>,
    /// The stories that stand on that page besides the feed's own.
    pub others: Vec<Story>,
    /// What was wrong with it.
    pub problems: Vec<Problem>,
}

/// The longest standfirst made from a story's first words, in characters.
const STANDFIRST: usize = 220;
/// The longest headline made from a story's first words, in characters.
const HEADLINE: usize = 90;
/// How much of a body is read at first to find its first words, in bytes.
const GLANCE: usize = 4000;

/// How many translations of a story are read: each stands in the head of its page.
const TRANSLATIONS: usize = 20;

/// Reads one feed document that was found at `address`.
///
/// # Errors
/// [`Unreadable`], when it is not JSON or has no list of items. Everything else is mended or noted in
/// [`Feed::problems`].
pub fn read(bytes: &[u8], address: &Address, site: &Site) -> Result<Feed, Unreadable> {
    let value = json::read(bytes)?;
    let Some(items) = value.get("items").and_then(Value::as_array) else {
        return Err(Unreadable::NotAFeed);
    };
    let file = match address {
        Address::Site(path) | Address::Web(path) => path.clone(),
    };
    let mut reader = Reader {
        site,
        categories: category::walk(&site.categories)
            .into_iter()
            .map(|category| (fold(&category.name), category))
            .collect(),
        base: Base {
            site: site.origin.clone(),
            page: None,
            feed: address.clone(),
        },
        lang: site.lang.clone(),
        authors: Vec::new(),
        file,
        item: None,
        problems: Vec::new(),
    };
    let home = match reader.address("home_page_url", value.get("home_page_url")) {
        Some(Address::Web(home)) => Some(home_of(&home)),
        _ => None,
    };
    reader.base.site = site.origin.clone().or_else(|| home.clone());
    let lang = reader.lang(&value);
    reader.lang = lang.clone().unwrap_or_else(|| site.lang.clone());
    reader.authors = reader.authors(&value);
    let title = reader.line("title", value.get("title")).unwrap_or_default();
    let description = reader
        .line("description", value.get("description"))
        .unwrap_or_default();
    let stories = reader.stories(items.iter());
    let extension = value.get("_civil");
    let others = list(extension.and_then(|extension| extension.get("items")));
    let others = reader.stories(others.into_iter());
    let next = reader.address("next_url", value.get("next_url"));
    Ok(Feed {
        title,
        description,
        home,
        lang,
        stories,
        next: next.map(|next| reader.within(next)),
        plan: extension.map(Plan::read),
        others,
        problems: reader.problems,
    })
}

/// The site's home without what a home address may have besides: a query, a fragment, a file's name, a slash.
fn home_of(address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let start = find::place(address, "://").map_or(0, |place| place + 3);
    let folder = match address.rsplit_once('/') {
        Some((folder, file)) if folder.len() > start && find::has(file, '.') => folder,
        _ => address,
    };
    folder.trim_end_matches('/').to_owned()
}

struct Reader<'a> {
    site: &'a Site,
    /// Every category by its folded name.
    categories: Vec<(String, &'a Category)>,
    base: Base,
    lang: Lang,
    authors: Vec<Author>,
    file: String,
    item: Option<String>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn note(&mut self, trouble: Trouble) {
        self.problems.push(Problem {
            file: self.file.clone(),
            item: self.item.clone(),
            trouble,
        });
    }

    /// Hands on what was found in a field. What says something and yet could not be read is noted.
    fn found<T>(
        &mut self,
        field: &'static str,
        value: Option<&Value>,
        found: Option<T>,
    ) -> Option<T> {
        if found.is_none()
            && let Some(value) = value.filter(|value| !is_nothing(value))
        {
            self.note(Trouble::BadValue(field, quoted(value)));
        }
        found
    }

    fn text(&mut self, field: &'static str, value: Option<&Value>) -> Option<String> {
        let text = text(value);
        self.found(field, value, text)
    }

    fn line(&mut self, field: &'static str, value: Option<&Value>) -> Option<String> {
        // A line of invisible characters is nothing to look at.
        let line = line(value).filter(|line| !fold(line).is_empty());
        let value = value.filter(|value| !value.is_string());
        self.found(field, value, line)
    }

    fn stories<'a>(&mut self, items: impl Iterator<Item = &'a Value>) -> Vec<Story> {
        let mut stories = Vec::new();
        for (index, item) in items.enumerate() {
            self.item = Some("item ".to_owned() + &(index + 1).to_string());
            stories.extend(self.story(item));
        }
        self.item = None;
        stories
    }

    fn story(&mut self, item: &Value) -> Option<Story> {
        if !item.is_object() {
            self.note(Trouble::NotAnItem);
            return None;
        }
        let url = self.text("url", item.get("url"));
        let own_id = self.text("id", item.get("id"));
        let external = self.text("external_url", item.get("external_url"));
        let Some(id) = own_id.clone().or_else(|| url.clone()).or(external) else {
            self.note(Trouble::NoIdentity);
            return None;
        };
        self.item = Some(excerpt(&id));

        let page = url.as_deref().and_then(|url| self.base.link(url));
        if let Some(url) = url.filter(|_| page.is_none()) {
            self.note(Trouble::BadAddress("url", excerpt(&url)));
        }
        let page = page.or_else(|| {
            self.base
                .link(own_id.as_deref().filter(|id| find::holds(id, "://"))?)
        });
        let extension = item.get("_civil");
        let base = self.base_of(page.as_ref(), extension);
        let pictures = self.pictures(item, extension);
        let content = self.content(item);
        let summary = self.line("summary", item.get("summary"));
        let glance = Glance::at(&content, &base, summary.is_none(), pictures.is_empty());

        let lang = self.lang(item).unwrap_or_else(|| self.lang.clone());
        let headline = self
            .line("title", item.get("title"))
            .or_else(|| shortened(summary.as_deref()?, HEADLINE))
            .or_else(|| shortened(&glance.words, HEADLINE))
            .unwrap_or_else(|| id.clone());
        // At the address of a file, such as a recording, the browser expects the file.
        let path = page
            .as_ref()
            .map(|page| permalink(path_of(page)))
            .filter(|path| !path.is_empty() && !is_file(path))
            .unwrap_or_else(|| Slug::of_name(&headline, Some(&lang)).as_str().to_owned());
        let published = self.moment("date_published", item.get("date_published"));
        let updated = self
            .moment("date_modified", item.get("date_modified"))
            .filter(|updated| published.is_none_or(|first| *updated > first));
        let authors = Some(self.authors(item)).filter(|authors| !authors.is_empty());
        let external = self.address("external_url", item.get("external_url"));
        let translations = self.translations(extension, page.as_ref(), &path, &lang);

        Some(Story {
            preview: Arc::new(Preview {
                id,
                path,
                headline,
                standfirst: summary
                    .or_else(|| shortened(&glance.words, STANDFIRST))
                    .unwrap_or_default(),
                published: published.or(updated),
                updated: updated.filter(|_| published.is_some()),
                authors: authors.unwrap_or_else(|| self.inherited_authors()),
                topics: self.topics(item, extension, &lang),
                lead: pictures.first().cloned().or(glance.picture),
                kind: self.kind(extension),
                evergreen: flag(extension.and_then(|extension| extension.get("evergreen"))),
                lang,
            }),
            external: external.and_then(|address| self.complete(&address)),
            corrections: self.corrections(extension),
            attachments: self.attachments(item),
            translations,
            content,
            pictures,
            base,
        })
    }

    /// What the addresses in a text are relative to: its own, and the feed's. A feed that was made of another says what
    /// they were in that one.
    fn base_of(&self, page: Option<&Address>, extension: Option<&Value>) -> Base {
        let origin = extension.and_then(|extension| extension.get("relative_to"));
        let said = |field| text(origin.and_then(|origin| origin.get(field)));
        let root = Base {
            site: None,
            page: None,
            feed: Address::Site(String::new()),
        };
        let files = said("files").and_then(|files| root.asset(&files));
        Base {
            page: said("links").or_else(|| self.complete(page?)),
            feed: files.unwrap_or_else(|| self.base.feed.clone()),
            ..self.base.clone()
        }
    }

    fn content(&mut self, item: &Value) -> Content {
        let plain = item.get("content_text");
        if let Some(html) = self.text("content_html", item.get("content_html")) {
            return Content::Html(html);
        }
        match (self.text("content_text", plain), plain) {
            // The text of a WordPress object is HTML, whatever the field is called.
            (Some(html), Some(Value::Object(_))) => Content::Html(html),
            (text, _) => Content::Text(text.unwrap_or_default()),
        }
    }

    fn lang(&mut self, value: &Value) -> Option<Lang> {
        let tag = self.text("language", value.get("language"))?;
        let lang = Lang::parse(&tag);
        if lang.is_none() {
            self.note(Trouble::BadValue("language", excerpt(&tag)));
        }
        lang
    }

    /// The authors of a feed or an item: `authors` of version 1.1, else `author` of 1.0; each once.
    fn authors(&mut self, value: &Value) -> Vec<Author> {
        let mut authors: Vec<Author> = Vec::new();
        for field in ["authors", "author"] {
            for author in list(value.get(field)) {
                let name = match author {
                    // A number is an author's place in somebody's database.
                    Value::Number(_) => None,
                    Value::Object(_) => line(author.get("name")).or_else(|| line(Some(author))),
                    _ => line(Some(author)),
                };
                let Some(name) = self.found(field, Some(author), name) else {
                    continue;
                };
                let slug = Slug::of_name(&name, None).as_str().to_owned();
                if !authors.iter().any(|known| known.slug == slug) {
                    authors.push(Author { name, slug });
                }
            }
            if !authors.is_empty() {
                break;
            }
        }
        authors
    }

    /// A feed's own authors stand for items that name none, unless the feed is signed by the newsroom itself: then
    /// an unsigned story is simply unsigned.
    fn inherited_authors(&self) -> Vec<Author> {
        let newsroom = |author: &Author| {
            fold(&author.name) == fold(&self.site.name)
                || fold(&author.name) == fold(&self.site.publisher.name)
        };
        if self.authors.iter().any(newsroom) {
            Vec::new()
        } else {
            self.authors.clone()
        }
    }

    fn complete(&self, address: &Address) -> Option<String> {
        match address {
            Address::Web(address) => Some(address.clone()),
            Address::Site(path) => {
                Some(self.base.site.clone()?.trim_end_matches('/').to_owned() + "/" + path)
            }
        }
    }

    /// A complete address below the site's own as a place within the site, so that it is found wherever the site is
    /// served from. Only where the feed itself lies within the site.
    fn within(&self, address: Address) -> Address {
        match (&address, &self.base.feed, &self.site.origin) {
            (Address::Web(complete), Address::Site(_), Some(_)) => {
                self.base.link(complete).unwrap_or(address)
            }
            _ => address,
        }
    }

    /// The address of a file. Also where it is the `url` of an object, or the first of a list.
    fn address(&mut self, field: &'static str, value: Option<&Value>) -> Option<Address> {
        let written = list(value)
            .into_iter()
            .map(|value| value.get("url").unwrap_or(value))
            .find(|value| !value.is_number());
        let written = text(written);
        let written = self.found(field, value, written)?;
        let address = self.base.asset(&written);
        if address.is_none() {
            self.note(Trouble::BadAddress(field, excerpt(&written)));
        }
        address
    }

    fn moment(&mut self, field: &'static str, value: Option<&Value>) -> Option<Moment> {
        let written = self.text(field, value)?;
        // The year 1 is what programs write that know no date.
        let moment = Moment::parse(&written).filter(|moment| moment.date().0 > 1);
        if moment.is_none() {
            self.note(Trouble::BadDate(field, excerpt(&written)));
        }
        moment
    }

    fn kind(&mut self, extension: Option<&Value>) -> Option<Kind> {
        let word = self.text("_civil.kind", extension?.get("kind"))?;
        let kind = Kind::parse(&word);
        if kind.is_none() {
            self.note(Trouble::BadValue("_civil.kind", excerpt(&word)));
        }
        kind
    }

    fn topics(&mut self, item: &Value, extension: Option<&Value>, lang: &Lang) -> Vec<Topic> {
        let site = self.site;
        let of_category = |category: &Category| Topic {
            name: category.name.clone(),
            lang: category.lang.clone(),
            list: List::Category(category.path.clone()),
        };
        let mut categories: Vec<Topic> = Vec::new();
        let mut tags: Vec<Topic> = Vec::new();
        let primary = extension.and_then(|extension| extension.get("category"));
        // A site without a tree has no use for it, and nothing to complain about.
        if let Some(name) = self.line("_civil.category", primary)
            && !site.categories.is_empty()
        {
            let category = category::at_path(&site.categories, &permalink(&name))
                .or_else(|| self.named(&name));
            match category {
                Some(category) => categories.push(of_category(category)),
                None => self.note(Trouble::UnknownCategory(excerpt(&name))),
            }
        }
        let slugs = extension.and_then(|extension| extension.get("slugs"));
        let mut written = Vec::new();
        self.tags(item.get("tags"), &mut written);
        for tag in written {
            let category = self.named(&tag.name).or_else(|| {
                category::walk(&site.categories)
                    .into_iter()
                    .find(|category| {
                        tag.slug
                            .as_ref()
                            .is_some_and(|slug| slug.as_str() == category.slug())
                    })
            });
            let (topic, kin) = match category {
                Some(category) => (of_category(category), &mut categories),
                None => {
                    let slug = tag
                        .slug
                        .or_else(|| Slug::parse(&text(slugs?.get(&tag.name))?))
                        .unwrap_or_else(|| Slug::of_name(&tag.name, Some(lang)));
                    let topic = Topic {
                        name: tag.name,
                        lang: (*lang != site.lang).then(|| lang.clone()),
                        list: List::Tag(slug.as_str().to_owned()),
                    };
                    (topic, &mut tags)
                }
            };
            // Of two categories with one name, the primary one is meant.
            let is_known = |known: &Topic| {
                known.list == topic.list || (topic.is_category() && known.name == topic.name)
            };
            if !kin.iter().any(is_known) {
                kin.push(topic);
            }
        }
        categories.append(&mut tags);
        categories
    }

    /// The category of a name, compared by [`fold`].
    fn named(&self, name: &str) -> Option<&Category> {
        let wanted = fold(name);
        let found = self.categories.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, category)| *category)
    }

    /// The tags of an item: a list of names, one text with commas, or the objects of WordPress.
    fn tags(&mut self, value: Option<&Value>, tags: &mut Vec<Tag>) {
        if let Some(Value::String(names)) = value
            && self.named(names).is_none()
        {
            for name in names
                .split(',')
                .map(one_line)
                .filter(|name| !name.is_empty())
            {
                tags.push(Tag { name, slug: None });
            }
            return;
        }
        for value in list(value) {
            match value {
                Value::Array(_) => self.tags(Some(value), tags),
                Value::Object(_) => {
                    let name = text(value.get("name")).or_else(|| text(Some(value)));
                    let name = name
                        .map(|html| plain(&html))
                        .filter(|name| !name.is_empty());
                    if let Some(name) = self.found("tags", Some(value), name) {
                        let slug = text(value.get("slug")).and_then(|slug| Slug::parse(&slug));
                        tags.push(Tag { name, slug });
                    }
                }
                _ => {
                    let name = self.line("tags", Some(value));
                    tags.extend(name.map(|name| Tag { name, slug: None }));
                }
            }
        }
    }

    /// The pictures of an item, the lead first: `_civil.pictures` says the most of each, `image` says which leads.
    fn pictures(&mut self, item: &Value, extension: Option<&Value>) -> Vec<Picture> {
        let mut pictures: Vec<Picture> =
            list(extension.and_then(|extension| extension.get("pictures")))
                .into_iter()
                .filter_map(|value| self.picture(value))
                .collect();
        let lead = self
            .address("image", item.get("image"))
            .or_else(|| self.address("banner_image", item.get("banner_image")));
        if let Some(lead) = lead {
            // One of them may be written in full.
            let same = |picture: &Picture| {
                picture.address == lead || self.complete(&picture.address) == self.complete(&lead)
            };
            let place = pictures.iter().position(same);
            let picture = place.map_or_else(|| Picture::bare(lead), |place| pictures.remove(place));
            pictures.insert(0, picture);
        }
        pictures
    }

    fn picture(&mut self, value: &Value) -> Option<Picture> {
        let address = self.address("_civil.pictures", Some(value))?;
        let words = |field| line(value.get(field)).unwrap_or_default();
        let (alt, caption, credit) = (words("alt"), words("caption"), words("credit"));
        let mut sources = Vec::new();
        for size in list(value.get("sizes")) {
            let width = number(size.get("width"));
            let Some(width) = self.found("_civil.pictures.sizes", Some(size), width) else {
                continue;
            };
            if let Some(address) = self.address("_civil.pictures.sizes", Some(size)) {
                let media_type = text(size.get("type")).unwrap_or_default();
                sources.push(Source {
                    address,
                    width,
                    media_type,
                });
            }
        }
        Some(Picture {
            address,
            size: number(value.get("width")).zip(number(value.get("height"))),
            alt,
            caption,
            credit,
            sources,
        })
    }

    fn corrections(&mut self, extension: Option<&Value>) -> Vec<Correction> {
        let mut corrections = Vec::new();
        for value in list(extension.and_then(|extension| extension.get("corrections"))) {
            let text = line(value.get("text")).or_else(|| line(Some(value)));
            if let Some(text) = self.found("_civil.corrections", Some(value), text) {
                let date = self.moment("_civil.corrections.date", value.get("date"));
                corrections.push(Correction { date, text });
            }
        }
        corrections
    }

    /// The same story in other languages. All of them may have one list in common: what it says of this story itself
    /// is passed over.
    fn translations(
        &mut self,
        extension: Option<&Value>,
        page: Option<&Address>,
        path: &str,
        lang: &Lang,
    ) -> Vec<Translation> {
        let own = story_at(path);
        let mut translations: Vec<Translation> = Vec::new();
        for value in list(extension.and_then(|extension| extension.get("translations"))) {
            let told = text(value.get("language")).and_then(|tag| Lang::parse(&tag));
            let address = text(value.get("url"))
                .and_then(|url| self.base.link(&url))
                .and_then(|address| in_one_form(address, page));
            let wrong = if told.is_none() { "language" } else { "url" };
            let (Some(told), Some(address)) = (told, address) else {
                let wrong = value.get(wrong).unwrap_or(value);
                let _ = self.found("_civil.translations", Some(wrong), None::<String>);
                continue;
            };
            let is_known = (told == *lang || address == own)
                || translations
                    .iter()
                    .any(|known| known.lang == told || known.address == address);
            if !is_known && translations.len() < TRANSLATIONS {
                translations.push(Translation {
                    lang: told,
                    address,
                });
            }
        }
        translations
    }

    fn attachments(&mut self, item: &Value) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for value in list(item.get("attachments")) {
            let Some(address) = self.address("attachments", Some(value)) else {
                continue;
            };
            let title = line(value.get("title")).unwrap_or_else(|| {
                let path = permalink(path_of(&address));
                let name = path.rsplit('/').next().unwrap_or_default();
                let (Address::Site(whole) | Address::Web(whole)) = &address;
                if name.is_empty() {
                    whole.clone()
                } else {
                    name.to_owned()
                }
            });
            attachments.push(Attachment {
                address,
                title,
                // More than fits is not told, rather than told wrong.
                bytes: number(value.get("size_in_bytes")).filter(|bytes| *bytes < u32::MAX),
            });
        }
        attachments
    }
}

/// A tag as a feed writes it, with the slug of its page where the feed has one.
struct Tag {
    name: String,
    slug: Option<Slug>,
}

/// The address of a story, in the form in which each has only one; nothing where it can be no story's. As the host that
/// `page` names for a story of this feed does not matter, it does not for another one that names the same.
fn in_one_form(address: Address, page: Option<&Address>) -> Option<Address> {
    let is_elsewhere = match (&address, page) {
        (Address::Web(address), Some(Address::Web(page))) => host(address) != host(page),
        (Address::Web(_), _) => true,
        (Address::Site(_), _) => false,
    };
    if is_elsewhere {
        return Some(address);
    }
    let path = permalink(path_of(&address));
    (!path.is_empty()).then(|| story_at(&path))
}

/// The address of a story within the site.
fn story_at(path: &str) -> Address {
    Address::Site(Route::Story(path.to_owned()).path())
}

/// The path of an address, without query and fragment.
fn path_of(address: &Address) -> &str {
    let path = match address {
        Address::Site(path) => path.as_str(),
        Address::Web(address) => find::split(address, "://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .map_or("", |(_, path)| path),
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

/// What a look at a body shows: for feeds that give no summary or no picture. A look costs a parsing, and so nothing
/// is looked for that the feed gives.
struct Glance {
    words: String,
    picture: Option<Picture>,
}

impl Glance {
    fn at(content: &Content, base: &Base, wants_words: bool, wants_picture: bool) -> Self {
        let nothing = Self {
            words: String::new(),
            picture: None,
        };
        let html = match content {
            Content::Html(html) => html,
            Content::Text(text) => {
                return Self {
                    words: one_line(beginning(text)),
                    ..nothing
                };
            }
            Content::Away(_) => return nothing,
        };
        let read = |html| {
            body::parse(&body::Markup {
                html,
                base,
                pictures: &[],
            })
        };
        let words_of = |body: &Body| one_line(&body.plain_text());
        if wants_picture && (find::holds(html, "<img") || find::holds(html, "<IMG")) {
            let body = read(html);
            return Self {
                words: if wants_words {
                    words_of(&body)
                } else {
                    String::new()
                },
                picture: first_picture(&body.blocks),
            };
        }
        if !wants_words {
            return nothing;
        }
        // The first words nearly always stand at the beginning; before them there may be a large drawing.
        let start = beginning(html);
        let mut words = words_of(&read(start));
        if start.len() < html.len() && words.chars().count() <= STANDFIRST {
            words = words_of(&read(html));
        }
        Self { words, ..nothing }
    }
}

/// The first picture of a body that can lead a story, with its caption.
fn first_picture(blocks: &[Block]) -> Option<Picture> {
    let figure = |figure: &body::Figure| {
        let picture = &figure.picture;
        // What is so small counts readers or marks a line.
        let is_seen = picture
            .size
            .is_none_or(|(width, height)| width > 2 && height > 2);
        is_seen.then(|| Picture {
            caption: one_line(&body::text_of(&figure.caption)),
            ..picture.clone()
        })
    };
    blocks.iter().find_map(|block| match block {
        Block::Figure(one) => figure(one),
        Block::Gallery(several) => several.iter().find_map(figure),
        Block::Part { blocks, .. } | Block::Quote { blocks, .. } => first_picture(blocks),
        Block::List { items, .. } => items.iter().find_map(|blocks| first_picture(blocks)),
        _ => None,
    })
}

/// At most [`GLANCE`] bytes, cut between characters.
fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(GLANCE)).unwrap_or(text)
}

/// The text, or its first words with an ellipsis where it is longer; `None` when there is nothing.
fn shortened(text: &str, characters: usize) -> Option<String> {
    let end = match text.char_indices().nth(characters) {
        None => return (!text.is_empty()).then(|| text.to_owned()),
        Some((end, _)) => end,
    };
    let cut = text.get(..end)?;
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    Some(
        cut.trim_end_matches([',', ';', ':', '–', '—', '-', ' '])
            .to_owned()
            + "…",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn site(value: &Value) -> Site {
        Site::read(value.to_string().as_bytes(), &mut Vec::new()).unwrap()
    }

    fn tree() -> Site {
        site(
            &json!({ "name": "The Bugle", "origin": "https://bugle.example", "categories": [
            { "name": "POLITICS", "children": [ { "name": "EUROPE", "slug": "europe" } ] },
            { "name": "RECYCLЕ", "slug": "recycle" },
            { "name": "SPORT", "children": [ { "name": "EUROPE" } ] },
        ] }),
        )
    }

    fn read_at(address: Address, site: &Site, document: &Value) -> Feed {
        super::read(document.to_string().as_bytes(), &address, site).unwrap()
    }

    fn read(site: &Site, document: &Value) -> Feed {
        read_at(Address::Site("feed.json".into()), site, document)
    }

    fn story_of(site: &Site, mut item: Value) -> (Story, Vec<String>) {
        let id = item["id"].take();
        item["id"] = if id.is_null() { json!("1") } else { id };
        let mut feed = read(site, &json!({ "items": [item] }));
        let problems = feed
            .problems
            .iter()
            .map(|problem| problem.trouble.to_string())
            .collect();
        (feed.stories.remove(0), problems)
    }

    fn story(item: Value) -> Story {
        let (story, problems) = story_of(&tree(), item);
        assert_eq!(problems, [""; 0]);
        story
    }

    fn preview(item: Value) -> Preview {
        (*story(item).preview).clone()
    }

    fn topics(item: Value) -> Vec<String> {
        let list = |topic: &Topic| match &topic.list {
            List::Category(path) => format!("category {path}"),
            List::Tag(slug) => format!("tag {slug}"),
            other => format!("{other:?}"),
        };
        preview(item).topics.iter().map(list).collect()
    }

    fn web(address: &str) -> Address {
        Address::Web(address.into())
    }

    fn own(path: &str) -> Address {
        Address::Site(path.into())
    }

    #[test]
    fn an_items_path_is_its_urls_whatever_host_it_names() {
        for (url, path) in [
            ("https://bugle.example/2022/02/10/slug/", "2022/02/10/slug"),
            ("http://bugle.example/slug", "slug"),
            ("https://old-host.example/slug/?p=1#top", "slug"),
            ("//bugle.example/slug/", "slug"),
            ("/slug/", "slug"),
            ("slug", "slug"),
            ("https://bugle.example/%D0%BC%D0%BE%D1%81%D1%82/", "мост"),
            ("https://bugle.example/story.html", "story.html"),
        ] {
            assert_eq!(
                preview(json!({ "url": url, "title": "T" })).path,
                path,
                "{url}"
            );
        }
    }

    #[test]
    fn without_a_path_the_headline_gives_one() {
        for url in [
            json!(null),
            json!("https://bugle.example/"),
            json!("https://bugle.example/?p=12"),
            json!("https://bugle.example/files/report.pdf"),
        ] {
            assert_eq!(
                preview(json!({ "url": url, "title": "Two bridges" })).path,
                "two-bridges",
                "{url}"
            );
        }
    }

    #[test]
    fn an_id_that_is_an_address_stands_in_for_a_missing_or_useless_url() {
        let id = "https://bugle.example/from-the-id/";
        assert_eq!(
            preview(json!({ "id": id, "title": "T" })).path,
            "from-the-id"
        );
        let (story, problems) =
            story_of(&tree(), json!({ "id": id, "url": "data:x", "title": "T" }));
        assert_eq!(story.preview.path, "from-the-id");
        assert_eq!(problems.len(), 1);
        assert_eq!(preview(json!({ "id": "posts/7", "title": "T" })).path, "t");
    }

    #[test]
    fn under_a_sub_path_permalinks_begin_below_it() {
        let site = site(&json!({ "origin": "https://x.example/bugle/" }));
        let (story, _) = story_of(&site, json!({ "url": "https://x.example/bugle/slug/" }));
        assert_eq!(story.preview.path, "slug");
    }

    #[test]
    fn the_home_page_stands_in_for_an_origin() {
        for (written, home) in [
            ("https://bugle.example/", "https://bugle.example"),
            (
                "https://bugle.example/blog/index.html?x=1",
                "https://bugle.example/blog",
            ),
            ("https://bugle.example", "https://bugle.example"),
            (
                "https://bugle.example/v1.2/news/",
                "https://bugle.example/v1.2/news",
            ),
        ] {
            let feed = read(
                &Site::default(),
                &json!({ "home_page_url": written, "items": [] }),
            );
            assert_eq!(feed.home.as_deref(), Some(home), "{written}");
        }
        let document = json!({ "home_page_url": "https://x.example/blog/", "items": [
            { "id": 1, "url": "https://x.example/blog/slug/", "content_html": "<p><a href='/blog/other/'>o</a></p>" },
        ] });
        let feed = read(&Site::default(), &document);
        assert_eq!(feed.stories[0].preview.path, "slug");
        assert_eq!(
            feed.stories[0].base.link("/blog/other/"),
            Some(own("other/"))
        );
    }

    #[test]
    fn relative_pictures_count_from_the_feed_and_relative_links_from_the_story() {
        let item = json!({ "id": 1, "url": "https://bugle.example/a/b/", "image": "x.jpg",
            "content_html": "<p><a href='../c/'>c</a></p><img src='y.jpg'>" });
        let feed = read_at(own("feeds/feed.json"), &tree(), &json!({ "items": [item] }));
        assert_eq!(
            feed.stories[0].preview.lead.as_ref().unwrap().address,
            own("feeds/x.jpg")
        );
        let body = feed.stories[0].body();
        assert!(
            matches!(&body.blocks[1], Block::Figure(figure) if figure.picture.address == own("feeds/y.jpg"))
        );
        assert_eq!(feed.stories[0].base.link("../c/"), Some(own("a/c/")));
    }

    #[test]
    fn the_next_feed_is_looked_for_beside_this_one() {
        for (next, expected) in [
            ("feed-2.json", own("feed-2.json")),
            ("/feeds/2.json", own("feeds/2.json")),
            // Wherever the site is served from, its own feeds are beside it.
            ("https://bugle.example/feed-2.json", own("feed-2.json")),
            (
                "https://other.example/2.json",
                web("https://other.example/2.json"),
            ),
        ] {
            let feed = read(&tree(), &json!({ "next_url": next, "items": [] }));
            assert_eq!(feed.next, Some(expected), "{next}");
        }
        let feed = read_at(
            web("https://cms.example/feed.json"),
            &tree(),
            &json!({ "next_url": "2.json", "items": [] }),
        );
        assert_eq!(feed.next, Some(web("https://cms.example/2.json")));
    }

    #[test]
    fn the_primary_category_comes_before_all_others_and_tags_last() {
        let item = json!({ "tags": ["media", "Recycle", "Politics", "MEDIA"], "_civil": { "category": "politics" } });
        assert_eq!(
            topics(item),
            ["category politics", "category recycle", "tag media"]
        );
    }

    #[test]
    fn a_primary_category_is_named_by_path_slug_or_name() {
        for name in ["politics/europe", "/politics/europe/", "europe", "Europe"] {
            assert_eq!(
                topics(json!({ "_civil": { "category": name } })),
                ["category politics/europe"],
                "{name}"
            );
        }
        let (story, problems) = story_of(&tree(), json!({ "_civil": { "category": "weather" } }));
        assert!(story.preview.topics.is_empty());
        assert_eq!(problems, ["there is no category weather"]);
    }

    #[test]
    fn of_two_categories_with_one_name_the_primary_one_is_meant() {
        let item = json!({ "tags": ["EUROPE"], "_civil": { "category": "sport/europe" } });
        assert_eq!(topics(item), ["category sport/europe"]);
        assert_eq!(
            topics(json!({ "tags": ["EUROPE"] })),
            ["category politics/europe"]
        );
    }

    #[test]
    fn a_wordpress_tag_may_name_a_category_by_its_slug() {
        let item = json!({ "tags": [{ "name": "EU &amp; us", "slug": "europe" }, { "name": "A &amp; B", "slug": "a-b" }] });
        assert_eq!(topics(item), ["category politics/europe", "tag a-b"]);
    }

    #[test]
    fn a_site_without_a_tree_has_nothing_against_primary_categories() {
        let (story, problems) = story_of(
            &Site::default(),
            json!({ "tags": ["x"], "_civil": { "category": "y" } }),
        );
        assert_eq!((story.preview.topics.len(), problems.len()), (1, 0));
    }

    #[test]
    fn a_tags_language_is_told_only_where_it_is_not_the_sites() {
        let own = preview(json!({ "tags": ["media"] }));
        assert_eq!(own.topics[0].lang, None);
        let other = preview(json!({ "tags": ["Громада"], "language": "uk" }));
        assert_eq!(other.topics[0].lang.as_ref().map(Lang::as_str), Some("uk"));
        assert_eq!(other.topics[0].list, List::Tag("hromada".into()));
    }

    #[test]
    fn what_the_extension_knows_of_a_picture_belongs_to_the_lead() {
        let pictures = json!([
            { "url": "b.jpg", "alt": "B" },
            { "url": "a.jpg", "width": 640, "height": 480, "alt": "A", "caption": "c", "credit": "d",
              "sizes": [{ "url": "a-320.avif", "width": 320, "type": "image/avif" }] },
        ]);
        for image in ["a.jpg", "https://bugle.example/a.jpg"] {
            let story = story(json!({ "image": image, "_civil": { "pictures": pictures } }));
            let lead = story.preview.lead.clone().unwrap();
            assert_eq!(
                (
                    lead.alt.as_str(),
                    lead.caption.as_str(),
                    lead.credit.as_str()
                ),
                ("A", "c", "d")
            );
            assert_eq!((lead.size, lead.sources.len()), (Some((640, 480)), 1));
            assert_eq!(story.pictures.len(), 2);
        }
        // Without an `image` the first of them leads.
        assert_eq!(
            preview(json!({ "_civil": { "pictures": pictures } }))
                .lead
                .unwrap()
                .alt,
            "B"
        );
    }

    #[test]
    fn the_first_picture_of_the_body_stands_in_for_a_lead() {
        let filler = "<p>word </p>".repeat(2000);
        for html in [
            "<p>a</p><img src='x.jpg' alt='X'>".to_owned(),
            "<IMG SRC='x.jpg' ALT='X'>".to_owned(),
            format!(
                "{filler}<figure><img src='x.jpg' alt='X'><figcaption>Words</figcaption></figure>"
            ),
            "<!-- <img src='old.jpg'> --><img src='x.jpg' alt='X'><img src='y.jpg'>".to_owned(),
            "<blockquote><p>q</p><img src='x.jpg' alt='X'></blockquote>".to_owned(),
            "<img src='pixel.gif' width=1 height=1><img src='x.jpg' alt='X' width=640 height=480>"
                .to_owned(),
            "<img src='line.gif' width=600 height=1><img src='x.jpg' alt='X'>".to_owned(),
        ] {
            let lead = preview(json!({ "content_html": html })).lead;
            let lead = lead.unwrap_or_else(|| panic!("{:.80}", html));
            assert_eq!(
                (lead.address, lead.alt.as_str()),
                (own("x.jpg"), "X"),
                "{html:.80}"
            );
        }
        let with_words =
            "<figure><img src='x.jpg'><figcaption>Some <em>words</em></figcaption></figure>";
        assert_eq!(
            preview(json!({ "content_html": with_words }))
                .lead
                .unwrap()
                .caption,
            "Some words"
        );
    }

    #[test]
    fn a_pixel_that_counts_readers_leads_no_story() {
        for html in [
            "<img src='https://stats.example/p.gif' width='1' height='1'>",
            "<img src='https://stats.example/p.gif' width=1 height=2>",
            "<p>No picture, only &lt;img&gt;</p>",
        ] {
            assert_eq!(
                preview(json!({ "content_html": html })).lead,
                None,
                "{html}"
            );
        }
    }

    #[test]
    fn the_first_words_stand_in_for_a_summary_and_a_title() {
        let text = "word ".repeat(100);
        let preview = preview(json!({ "content_html": format!("<p>{text}</p>") }));
        assert!(
            preview.standfirst.ends_with("word…")
                && preview.standfirst.chars().count() <= STANDFIRST + 1
        );
        assert!(
            preview.headline.ends_with("word…") && preview.headline.chars().count() <= HEADLINE + 1
        );
    }

    #[test]
    fn the_first_words_are_found_behind_a_large_drawing() {
        let drawing = format!(
            "<svg><path d='{}'/></svg><p>The words.</p>",
            "M0 0 ".repeat(3000)
        );
        assert_eq!(
            preview(json!({ "content_html": drawing })).standfirst,
            "The words."
        );
        let markup = format!("<p>{}The words.</p>", "<span class='a'></span>".repeat(500));
        assert_eq!(
            preview(json!({ "content_html": markup })).standfirst,
            "The words."
        );
    }

    #[test]
    fn a_change_is_told_only_when_it_came_after_publication() {
        let dates = |published: &str, modified: &str| {
            let preview =
                preview(json!({ "date_published": published, "date_modified": modified }));
            (
                preview.published.map(|date| date.to_rfc3339()),
                preview.updated.map(|date| date.to_rfc3339()),
            )
        };
        let (day, next) = ("2022-02-10T09:00:00Z", "2022-02-11T09:00:00Z");
        assert_eq!(dates(day, next), (Some(day.into()), Some(next.into())));
        assert_eq!(dates(next, day), (Some(next.into()), None));
        assert_eq!(
            dates(day, "2022-02-10T10:00:00+01:00"),
            (Some(day.into()), None)
        );
        assert_eq!(dates("", day), (Some(day.into()), None));
    }

    #[test]
    fn unsigned_stories_are_the_feeds_authors_unless_the_newsroom_signs_itself() {
        let signed_by = |author: &str| {
            let feed = read(
                &tree(),
                &json!({ "authors": [{ "name": author }], "items": [{ "id": 1 }] }),
            );
            feed.stories[0]
                .preview
                .authors
                .iter()
                .map(|author| author.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(signed_by("Mira Dobreva"), ["Mira Dobreva"]);
        assert_eq!(signed_by("THE BUGLE"), [""; 0]);
    }

    #[test]
    fn a_kind_is_read_in_letters_of_either_case() {
        assert_eq!(
            preview(json!({ "_civil": { "kind": "Opinion" } })).kind,
            Some(Kind::Opinion)
        );
    }

    #[test]
    fn a_file_without_a_title_is_called_by_its_name() {
        let files = json!([{ "url": "a/%D0%BC%D0%BE%D1%81%D1%82.pdf?x" }, { "url": "b.mp3", "title": " B\n b" },
            { "url": "https://files.example/" }]);
        let titles: Vec<String> = story(json!({ "attachments": files }))
            .attachments
            .into_iter()
            .map(|file| file.title)
            .collect();
        assert_eq!(titles, ["мост.pdf", "B b", "https://files.example/"]);
    }

    #[test]
    fn corrections_are_kept_with_and_without_a_date() {
        let corrections =
            json!([{ "date": "2026-11-20", "text": "It was Tuesday." }, "The name was wrong."]);
        let corrections = story(json!({ "_civil": { "corrections": corrections } })).corrections;
        assert_eq!(corrections.len(), 2);
        assert_eq!(corrections[0].date.unwrap().date(), (2026, 11, 20));
        assert_eq!(corrections[1].text, "The name was wrong.");
    }

    #[test]
    fn a_page_elsewhere_is_kept_as_a_complete_address() {
        let external = |address: &str| story(json!({ "external_url": address })).external;
        assert_eq!(
            external("https://elsewhere.example/a"),
            Some("https://elsewhere.example/a".into())
        );
        assert_eq!(
            external("docs/a"),
            Some("https://bugle.example/docs/a".into())
        );
    }

    #[test]
    fn a_problem_names_its_file_and_its_item() {
        let feed = read(
            &tree(),
            &json!({ "items": [7, { "id": "x".repeat(500), "language": "?" }] }),
        );
        let problems: Vec<String> = feed.problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems[0], "feed.json: item 1: is not an object; left out");
        assert!(problems[1].starts_with("feed.json: xxx") && problems[1].chars().count() < 250);
    }

    #[test]
    fn texts_are_cut_between_words_and_characters() {
        assert_eq!(shortened("", 5), None);
        assert_eq!(shortened("abc", 5).unwrap(), "abc");
        assert_eq!(shortened("один два три", 9).unwrap(), "один два…");
        assert_eq!(shortened("one, two three", 6).unwrap(), "one…");
        assert_eq!(shortened("безпробелов", 4).unwrap(), "безп…");
        assert_eq!(beginning(&"ж".repeat(GLANCE)).len(), GLANCE);
    }

    fn translations(written: Value) -> (Vec<(String, Address)>, Vec<String>) {
        let item = json!({ "url": "https://bugle.example/ferry/", "language": "en",
            "_civil": { "translations": written } });
        let (story, problems) = story_of(&tree(), item);
        let told = |told: Translation| (told.lang.to_string(), told.address);
        (story.translations.into_iter().map(told).collect(), problems)
    }

    #[test]
    fn a_translation_within_the_site_has_one_address_however_it_is_written() {
        for url in [
            "https://bugle.example/%D1%98%D0%B0/",
            "https://bugle.example/ја?from=feed#top",
            "http://BUGLE.example//ја",
            "//bugle.example/ја/",
            "/ја/",
            "ја",
        ] {
            let (told, problems) = translations(json!([{ "language": "MK", "url": url }]));
            assert_eq!(told, [("mk".into(), own("%D1%98%D0%B0/"))], "{url}");
            assert_eq!(problems, [""; 0]);
        }
    }

    #[test]
    fn a_translation_elsewhere_keeps_its_address() {
        let (told, _) =
            translations(json!({ "language": "sq", "url": "https://sq.example/?p=7#a" }));
        assert_eq!(told, [("sq".into(), web("https://sq.example/?p=7#a"))]);
    }

    #[test]
    fn where_the_host_of_a_story_does_not_matter_that_of_its_translation_does_not_either() {
        let item = json!({ "url": "https://old.example/ferry/", "_civil": { "translations": [
            { "language": "mk", "url": "https://old.example/trajekt/" },
            { "language": "sq", "url": "https://other.example/trageti/" },
        ] } });
        let addresses: Vec<Address> = story(item)
            .translations
            .into_iter()
            .map(|told| told.address)
            .collect();
        assert_eq!(
            addresses,
            [own("trajekt/"), web("https://other.example/trageti/")]
        );
    }

    #[test]
    fn one_list_of_translations_may_stand_in_all_of_them() {
        let (told, problems) = translations(json!([
            { "language": "en", "url": "/ferry/" },
            { "language": "en", "url": "/another-ferry/" },
            { "language": "uk", "url": "https://bugle.example/ferry" },
            { "language": "mk", "url": "/trajekt/" },
            { "language": "mk", "url": "/trajekt-2/" },
            { "language": "sq", "url": "/trajekt/" },
            null, "", {},
        ]));
        assert_eq!(told, [("mk".into(), own("trajekt/"))]);
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn a_translation_that_cannot_be_used_costs_no_other() {
        let (told, problems) = translations(json!([
            { "url": "/a/" },
            { "language": "sq" },
            { "language": "Macedonian language", "url": "/a/" },
            { "language": "mk", "url": "javascript:alert(1)" },
            { "language": "mk", "url": "/" },
            7,
            { "language": "uk", "url": "/porom/" },
        ]));
        assert_eq!(told, [("uk".into(), own("porom/"))]);
        assert_eq!(
            problems,
            [
                "`_civil.translations` has a value that cannot be used: {url}",
                "`_civil.translations` has a value that cannot be used: {language}",
                "`_civil.translations` has a value that cannot be used: Macedonian language",
                "`_civil.translations` has a value that cannot be used: javascript:alert(1)",
                "`_civil.translations` has a value that cannot be used: /",
                "`_civil.translations` has a value that cannot be used: 7",
            ]
        );
    }

    #[test]
    fn no_more_translations_are_read_than_a_head_can_hold() {
        let written: Vec<Value> = ('a'..='z')
            .map(|letter| json!({ "language": format!("{letter}{letter}"), "url": format!("/{letter}/") }))
            .collect();
        assert_eq!(translations(json!(written)).0.len(), 20);
    }

    #[test]
    fn the_languages_of_a_story_are_its_own_and_those_of_its_translations() {
        let alone = story(json!({ "url": "/ferry/" }));
        assert_eq!(alone.languages(), []);
        let told = story(json!({ "url": "/ferry/", "_civil": { "translations":
            [{ "language": "mk", "url": "/trajekt/" }] } }));
        let addresses: Vec<Address> = told
            .languages()
            .into_iter()
            .map(|told| told.address)
            .collect();
        assert_eq!(addresses, [own("ferry/"), own("trajekt/")]);
    }
}
