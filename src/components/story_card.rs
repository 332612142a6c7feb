//! A story as lists show it: picture, headline, standfirst, date.

use crate::{
    components::{
        byline::day,
        picture::{Place, picture},
        topics::topic_link,
    },
    element::{Element, el},
    setting::use_setting,
};
use content::{
    fold::fold,
    story::{Kind, Preview},
};
use std::sync::Arc;

/// How much room a story gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The story that leads the page.
    Lead,
    /// One of the four below the lead: a row on a phone, else words above a picture.
    Second,
    /// The first story of a section: picture above, standfirst below.
    Card,
    /// One of the others of a section: a row on a phone, else a smaller card.
    Small,
    /// A row: small picture beside headline and standfirst.
    Row,
    /// Headline and date, perhaps a small picture.
    Brief,
}

impl Size {
    const fn class(self) -> &'static str {
        match self {
            Self::Lead => "story-card story-card--lead",
            Self::Second => "story-card story-card--second",
            Self::Card => "story-card story-card--card",
            Self::Small => "story-card story-card--small",
            Self::Row => "story-card story-card--row",
            Self::Brief => "story-card story-card--brief",
        }
    }

    const fn place(self) -> Place {
        match self {
            Self::Lead => Place::Lead,
            Self::Second => Place::Second,
            Self::Card => Place::Card,
            Self::Small => Place::Small,
            Self::Row => Place::Row,
            Self::Brief => Place::Thumbnail,
        }
    }
}

/// A story in a list. The headline is the only link to it, stretched over the card by the style sheet, so that a
/// screen reader hears it once and a finger finds it anywhere. Its level is one below the heading it stands under.
pub fn story_card(story: &Preview, size: Size, level: u8) -> Element {
    let setting = use_setting();
    let lang = setting.lang_of(&story.lang);
    let link = el("a")
        .class("story-card__link")
        .attr("href", setting.href(&story.route()))
        .child(story.headline.as_str());
    let headline = el(if level == 2 { "h2" } else { "h3" })
        .class("story-card__headline")
        .maybe("lang", lang.clone())
        .attr("dir", "auto")
        .child(link);
    let image = story.lead.as_ref().map(|lead| {
        el("div")
            .class("story-card__picture")
            .child(picture(lead, size.place(), true))
    });
    // An opinion is somebody's: the name belongs to the headline.
    let is_opinion = story.kind == Some(Kind::Opinion);
    let authors = story
        .authors
        .iter()
        .map(|author| author.name.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    let author = (is_opinion && size != Size::Brief && !authors.is_empty())
        .then(|| el("p").class("story-card__author").child(authors));
    let standfirst = (size != Size::Brief && !story.standfirst.is_empty()).then(|| {
        el("p")
            .class("story-card__standfirst")
            .maybe("lang", lang)
            .attr("dir", "auto")
            .child(story.standfirst.as_str())
    });
    let words = el("div")
        .class("story-card__words")
        .child((size != Size::Brief).then(|| kicker(story)))
        .child(headline)
        .child(author)
        .child(standfirst)
        .child(
            story
                .published
                .map(|moment| el("p").class("story-card__date").child(day(moment))),
        );
    let mut class = size.class().to_owned();
    if is_opinion {
        class.push_str(" story-card--opinion");
    }
    el("article").attr("class", class).child(image).child(words)
}

/// A card for each of these stories.
pub fn story_cards(stories: &[Arc<Preview>], size: Size, level: u8) -> Vec<Element> {
    stories
        .iter()
        .map(|story| story_card(story, size, level))
        .collect()
}

/// The primary category, and the kind of writing where it is not plain news.
fn kicker(story: &Preview) -> Option<Element> {
    let words = use_setting().words;
    let topic = story.category();
    let kind = story
        .kind
        .filter(|kind| {
            matches!(
                kind,
                Kind::Opinion | Kind::Editorial | Kind::Analysis | Kind::Interview
            )
        })
        .map(words.kind)
        // Once is enough where the category is called like the kind.
        .filter(|kind| topic.is_none_or(|topic| fold(&topic.name) != fold(kind)))
        .map(|kind| el("span").class("story-card__kind").child(kind));
    let topic = topic.map(|topic| topic_link(topic, "story-card__topic"));
    (kind.is_some() || topic.is_some())
        .then(|| el("p").class("story-card__kicker").child(topic).child(kind))
}
