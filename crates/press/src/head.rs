//! The tags that a page has for crawlers, which read the beginning of a page and run no script.

use crate::{
    card::Card,
    document::{Press, escaped},
    feed_file, linked_data, rss,
};
use civil_today::{head::Head, pages};
use content::{lang::Lang, page::Page, route::Route};

/// The longest description, in characters: enough for every card, and the whole head fits into what crawlers read.
const DESCRIPTION: usize = 300;
/// The longest title, in characters.
const TITLE: usize = 300;

/// A text that is short enough for a head.
#[must_use]
pub fn shortened(text: &str) -> String {
    cut(text, DESCRIPTION)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => text.get(..end).unwrap_or_default().trim_end().to_owned() + "…",
    }
}

/// The beginning of a page's head, up to the files it loads.
#[must_use]
pub fn head(press: &Press<'_>, route: &Route, page: &Page, card: Option<&Card>) -> (Head, String) {
    let site = &press.edition.site;
    let head = pages::head(page, route, &press.setting, &site.name, &site.tagline);
    // Without the site's own address nothing can be said of where a page is.
    let complete = |address: &str| site.origin.is_some() && !address.is_empty();
    let mut out = Tags::default();
    let title = cut(&head.title, TITLE);
    out.line(&format!("<title>{}</title>", escaped(&title)));
    let description = shortened(&head.description);
    out.meta("name", "description", &description);
    if head.noindex {
        out.meta("name", "robots", "noindex");
    } else {
        out.meta("name", "robots", "max-image-preview:large");
    }
    let links = [
        ("canonical", Some(&head.canonical)),
        ("prev", head.previous.as_ref()),
        ("next", head.next.as_ref()),
    ];
    for (rel, address) in links {
        if let Some(address) = address.filter(|address| complete(address)) {
            out.link(rel, address, "");
        }
    }
    if complete(&head.canonical) {
        let mut name = |lang: &str, address: &str| {
            let lang = format!(" hreflang=\"{}\"", escaped(lang));
            out.link("alternate", address, &lang);
        };
        name(&head.lang, &head.canonical);
        for told in page.translations() {
            name(told.lang.as_str(), &press.setting.full(&told.address));
        }
    }
    let headline = cut(&head.headline, TITLE);
    let kind = if head.is_article {
        "article"
    } else {
        "website"
    };
    out.meta("property", "og:type", kind);
    out.meta("property", "og:title", &headline);
    out.meta("property", "og:description", &description);
    if complete(&head.canonical) {
        out.meta("property", "og:url", &head.canonical);
    }
    out.meta("property", "og:site_name", &site.name);
    out.meta("property", "og:locale", &locale(&head.lang));
    let picture = press.picture(page, card, &head);
    if let Some(picture) = &picture {
        out.meta("property", "og:image", &picture.address);
        if let Some((width, height)) = picture.size {
            out.meta("property", "og:image:width", &width.to_string());
            out.meta("property", "og:image:height", &height.to_string());
        }
        out.meta("property", "og:image:alt", &cut(&picture.alt, DESCRIPTION));
    }
    if let Page::Article(article) = page {
        let story = &article.story.preview;
        let time = |date: Option<content::date::Moment>| {
            date.map(|date| date.to_rfc3339()).unwrap_or_default()
        };
        out.meta("property", "article:published_time", &time(story.published));
        out.meta("property", "article:modified_time", &time(story.updated));
        let section = story.category().map(|topic| topic.name.as_str());
        out.meta("property", "article:section", section.unwrap_or_default());
        for author in story.authors.iter().take(4) {
            out.meta("name", "author", &author.name);
        }
    }
    let card = if picture.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    out.meta("name", "twitter:card", card);
    out.meta("name", "twitter:title", &headline);
    out.meta("name", "twitter:description", &description);
    if let Some(picture) = &picture {
        out.meta("name", "twitter:image", &picture.address);
        out.meta("name", "twitter:image:alt", &cut(&picture.alt, DESCRIPTION));
    }
    let home = press.setting.words.home;
    let address = picture.as_ref().map(|picture| picture.address.as_str());
    let logo = press.logo();
    if let Some(graph) = linked_data::graph(site, route, page, home, address, logo.as_deref()) {
        out.line(&format!(
            "<script type=\"application/ld+json\">{}</script>",
            feed_file::json(&graph)
        ));
    }
    for (kind, address, title) in rss::feeds_of(site, route, page) {
        let href = press.setting.base.to_string() + &address;
        let more = format!(" type=\"{kind}\" title=\"{}\"", escaped(&title));
        out.link("alternate", &href, &more);
    }
    (head, out.0)
}

/// The picture of a page's card.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its complete address.
    pub address: String,
    /// Its width and height.
    pub size: Option<(u32, u32)>,
    /// What it shows.
    pub alt: String,
}

/// Tags, one a line.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A `<meta>`, unless it would say nothing.
    fn meta(&mut self, key: &str, name: &str, content: &str) {
        if !content.is_empty() {
            self.line(&format!(
                "<meta {key}=\"{name}\" content=\"{}\">",
                escaped(content)
            ));
        }
    }

    fn link(&mut self, rel: &str, address: &str, more: &str) {
        self.line(&format!(
            "<link rel=\"{rel}\" href=\"{}\"{more}>",
            escaped(address)
        ));
    }
}

/// A language with its usual country, in the form that Open Graph wants; nothing where the country is not known.
fn locale(lang: &str) -> String {
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()));
    let usual = match primary {
        "en" => "US",
        "mk" => "MK",
        "sq" => "AL",
        "uk" => "UA",
        "bg" => "BG",
        "de" => "DE",
        "el" => "GR",
        "fr" => "FR",
        "hr" => "HR",
        "it" => "IT",
        "pl" => "PL",
        "ro" => "RO",
        "sr" => "RS",
        "tr" => "TR",
        _ => "",
    };
    match region.unwrap_or(usual) {
        "" => String::new(),
        region => [primary, "_", region].concat(),
    }
}

/// The direction in which a language is written.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    Lang::parse(lang).unwrap_or_default().direction()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_usual_country_unless_it_says_another() {
        assert_eq!(locale("mk"), "mk_MK");
        assert_eq!(locale("en-GB"), "en_GB");
        assert_eq!(locale("sr-Cyrl"), "sr_RS");
        assert_eq!(locale("ja"), "");
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(shortened(&"я".repeat(400)).chars().count(), 301);
        assert_eq!(shortened("short"), "short");
    }
}
