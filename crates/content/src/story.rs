//! A story: as lists show it ([`Preview`]) and in full ([`Story`]).
//!
//! A list holds previews, and a preview has no body: a list cannot ask for one.

use crate::{
    body::{self, Body},
    date::Moment,
    lang::Lang,
    picture::Picture,
    route::{List, Route},
    url::{Address, Base},
};
use std::{mem, sync::Arc};

/// What a list, a card or a link knows of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What tells it from every other item, as the feed says.
    pub id: String,
    /// Its permalink's path, in the form of [`crate::route::permalink`].
    pub path: String,
    /// The headline, plain text, never empty.
    pub headline: String,
    /// The language of headline and text.
    pub lang: Lang,
    /// The standfirst, plain text; the first words of the text where the feed gives none.
    pub standfirst: String,
    /// When it was first published.
    pub published: Option<Moment>,
    /// When it was last changed, where that is later.
    pub updated: Option<Moment>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// What it is about: categories first, the primary one before all, then free tags.
    pub topics: Vec<Topic>,
    /// The lead picture.
    pub lead: Option<Picture>,
    /// What kind of writing it is, where the feed says so.
    pub kind: Option<Kind>,
    /// Whether it does not grow old, so that no notice of its age is shown.
    pub evergreen: bool,
}

/// Somebody who wrote a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The name in the author page's address.
    pub slug: String,
}

/// A category or a tag of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name, as the newsroom writes it.
    pub name: String,
    /// The language of the name, where it is not the site's.
    pub lang: Option<Lang>,
    /// The list of its stories.
    pub list: List,
}

impl Topic {
    /// Whether it is a category rather than a free tag.
    #[must_use]
    pub fn is_category(&self) -> bool {
        matches!(self.list, List::Category(_))
    }
}

/// A kind of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A report of what happened.
    News,
    /// One person's view.
    Opinion,
    /// The paper's view.
    Editorial,
    /// What it means.
    Analysis,
    /// Questions and answers.
    Interview,
    /// How something works.
    Explainer,
    /// A long piece from the place itself.
    Report,
}

impl Kind {
    /// Reads the word of the `_civil` extension, in letters of either case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "news" => Self::News,
            "opinion" => Self::Opinion,
            "editorial" => Self::Editorial,
            "analysis" => Self::Analysis,
            "interview" => Self::Interview,
            "explainer" => Self::Explainer,
            "report" => Self::Report,
            _ => return None,
        })
    }

    /// The word of the `_civil` extension.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Opinion => "opinion",
            Self::Editorial => "editorial",
            Self::Analysis => "analysis",
            Self::Interview => "interview",
            Self::Explainer => "explainer",
            Self::Report => "report",
        }
    }
}

impl Preview {
    /// Where the story is.
    #[must_use]
    pub fn route(&self) -> Route {
        Route::Story(self.path.clone())
    }

    /// The primary category, or the first one.
    #[must_use]
    pub fn category(&self) -> Option<&Topic> {
        self.topics.first().filter(|topic| topic.is_category())
    }
}

/// A story in full, or a standing page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// What a list knows of it.
    pub preview: Arc<Preview>,
    /// The page elsewhere that the story is about, for a feed of links.
    pub external: Option<String>,
    /// What was corrected after publication, in the feed's order.
    pub corrections: Vec<Correction>,
    /// Files that belong to it.
    pub attachments: Vec<Attachment>,
    /// The same story in other languages, each language and each address once, its own not among them.
    pub translations: Vec<Translation>,
    pub(crate) content: Content,
    pub(crate) pictures: Vec<Picture>,
    pub(crate) base: Base,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When it was made.
    pub date: Option<Moment>,
    /// What was wrong, plain text.
    pub text: String,
}

/// A file that belongs to a story, such as a recording or a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Where it is.
    pub address: Address,
    /// What it is called.
    pub title: String,
    /// Its size in bytes, where the feed says it.
    pub bytes: Option<u32>,
}

/// A story in one of the languages in which it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub lang: Lang,
    /// Where it is told in that language; within the site in the form of [`Route::path`].
    pub address: Address,
}

/// The text as the feed sends it. It is parsed when the story is opened, so that a list of a thousand stories costs
/// no parsing of a thousand bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// HTML of any kind.
    Html(String),
    /// Plain text.
    Text(String),
    /// It has been put away under this number, by a program that has more stories than it can hold the texts of.
    Away(usize),
}

impl Story {
    /// The text as the feed sends it.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Gives the story another text. The one that it had.
    pub fn replace_content(&mut self, content: Content) -> Content {
        mem::replace(&mut self.content, content)
    }

    /// All pictures of which the feed says something, the lead first.
    #[must_use]
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// Every language in which the story is told, its own first; nothing where that is the only one.
    #[must_use]
    pub fn languages(&self) -> Vec<Translation> {
        let mut languages = Vec::new();
        if !self.translations.is_empty() {
            languages.push(Translation {
                lang: self.preview.lang.clone(),
                address: Address::Site(self.preview.route().path()),
            });
            languages.extend_from_slice(&self.translations);
        }
        languages
    }

    /// What the addresses in the text are relative to.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The story as if its text had stood elsewhere.
    #[must_use]
    pub fn at_base(&self, base: Base) -> Self {
        Self {
            base,
            ..self.clone()
        }
    }

    /// Cuts the text behind so many bytes. The length that it had, where that was more.
    pub fn cut(&mut self, most: usize) -> Option<usize> {
        let (Content::Html(text) | Content::Text(text)) = &mut self.content else {
            return None;
        };
        let length = text.len();
        if length <= most {
            return None;
        }
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or(0));
        Some(length)
    }

    /// The body as a tree of what may be shown.
    #[must_use]
    pub fn body(&self) -> Body {
        match &self.content {
            Content::Html(html) => body::parse(&body::Markup {
                html,
                base: &self.base,
                pictures: &self.pictures,
            }),
            Content::Text(text) => body::parse_text(text),
            Content::Away(_) => Body::default(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn story(content: Content) -> Story {
        Story {
            preview: Arc::new(Preview {
                id: "1".into(),
                path: "a/story".into(),
                headline: "A story".into(),
                lang: Lang::default(),
                standfirst: String::new(),
                published: None,
                updated: None,
                authors: Vec::new(),
                topics: Vec::new(),
                lead: None,
                kind: None,
                evergreen: false,
            }),
            external: None,
            corrections: Vec::new(),
            attachments: Vec::new(),
            translations: Vec::new(),
            content,
            pictures: Vec::new(),
            base: Base {
                site: None,
                page: None,
                feed: Address::Site("feed.json".into()),
            },
        }
    }

    fn topic(list: List) -> Topic {
        Topic {
            name: "T".into(),
            lang: None,
            list,
        }
    }

    #[test]
    fn html_is_read_as_html_and_text_as_text() {
        let written = "<p>A &amp; <b>b</b></p>";
        assert_eq!(
            story(Content::Html(written.into())).body().plain_text(),
            "A & b"
        );
        assert_eq!(
            story(Content::Text(written.into())).body().plain_text(),
            written
        );
    }

    #[test]
    fn what_is_known_of_a_picture_is_known_in_the_body() {
        let mut story = story(Content::Html("<img src='a.jpg'>".into()));
        let address = Address::Site("a.jpg".into());
        story.pictures = vec![Picture {
            size: Some((640, 480)),
            credit: "C".into(),
            ..Picture::bare(address)
        }];
        let body = story.body();
        assert!(matches!(&body.blocks[0], body::Block::Figure(figure)
            if figure.picture.size == Some((640, 480)) && figure.picture.credit == "C"));
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let mut story = story(Content::Text("яяя".into()));
        assert_eq!(story.cut(6), None);
        assert_eq!(story.cut(3), Some(6));
        assert_eq!(story.body().plain_text(), "я");
    }

    #[test]
    fn only_a_category_that_comes_first_is_primary() {
        let mut preview = (*story(Content::Text(String::new())).preview).clone();
        assert_eq!(preview.category(), None);
        preview.topics = vec![topic(List::Tag("x".into()))];
        assert_eq!(preview.category(), None);
        preview.topics.insert(0, topic(List::Category("y".into())));
        assert!(preview.category().is_some_and(Topic::is_category));
        assert_eq!(preview.route(), Route::Story("a/story".into()));
    }

    #[test]
    fn every_kind_has_a_word() {
        for word in [
            "news",
            "Opinion",
            "editorial",
            "analysis",
            "INTERVIEW",
            "explainer",
            "report",
        ] {
            let kind = Kind::parse(word).unwrap();
            assert_eq!(kind.word(), word.to_lowercase());
        }
        assert_eq!(Kind::parse("gossip"), None);
    }
}
