//! What a page says of itself to browsers, search engines and social networks.

/// The head of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title, the site's name included.
    pub title: String,
    /// The title for a card, without the site's name.
    pub headline: String,
    /// The language of the page's content.
    pub lang: String,
    /// What the page is about, or nothing.
    pub description: String,
    /// The one address of the page, complete.
    pub canonical: String,
    /// The address of the list's page before this one.
    pub previous: Option<String>,
    /// The address of the list's page after this one.
    pub next: Option<String>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// Whether it is a story rather than a page that leads to stories.
    pub is_article: bool,
    /// The complete address of the lead picture.
    pub picture: Option<String>,
    /// The site's name.
    pub site: String,
}

/// A tag of the head that a page has at the most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `<meta name=…>`
    Meta(&'static str),
    /// `<meta property=…>`, as Open Graph has it.
    Property(&'static str),
    /// `<link rel=…>`
    Link(&'static str),
}

impl Tag {
    /// The element, the attribute that names it, its name, and the attribute that holds the value.
    #[must_use]
    pub const fn parts(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Meta(name) => ("meta", "name", name, "content"),
            Self::Property(name) => ("meta", "property", name, "content"),
            Self::Link(name) => ("link", "rel", name, "href"),
        }
    }
}

impl Head {
    /// Every tag a page can have besides its title; `None` where this page does not have it.
    #[must_use]
    pub fn tags(&self) -> Vec<(Tag, Option<String>)> {
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        let kind = if self.is_article {
            "article"
        } else {
            "website"
        };
        vec![
            (Tag::Meta("description"), given(&self.description)),
            (
                Tag::Meta("robots"),
                self.noindex.then(|| "noindex".to_owned()),
            ),
            (Tag::Link("canonical"), given(&self.canonical)),
            (Tag::Link("prev"), self.previous.clone()),
            (Tag::Link("next"), self.next.clone()),
            (Tag::Property("og:title"), given(&self.headline)),
            (Tag::Property("og:description"), given(&self.description)),
            (Tag::Property("og:url"), given(&self.canonical)),
            (Tag::Property("og:type"), Some(kind.to_owned())),
            (Tag::Property("og:site_name"), given(&self.site)),
            (Tag::Property("og:image"), self.picture.clone()),
        ]
    }
}
