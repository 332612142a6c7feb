//! A story as lists show it: picture, headline, standfirst, date.

use crate::{
    components::{
        byline::Date,
        picture::{PictureView, Place},
        topics::TopicLink,
    },
    setting::use_setting,
};
use content::story::{Kind, Preview};
use leptos::prelude::*;
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
    /// One of the others of a section: a row on a phone, else picture above headline.
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
}

/// A story in a list. The headline is the only link to it, stretched over the card by the style sheet, so that a
/// screen reader hears it once and a finger finds it anywhere.
#[component]
pub fn StoryCard(
    /// The story.
    story: Arc<Preview>,
    /// Its room.
    size: Size,
    /// The level of its headline, 2 or 3: one below the heading it stands under.
    level: u8,
) -> impl IntoView {
    let setting = use_setting();
    let lang = setting.lang_of(&story.lang);
    let headline = view! {
        <a class="story-card__link" href=setting.href(&story.route())>{story.headline.clone()}</a>
    };
    let headline = match level {
        2 => view! { <h2 class="story-card__headline" lang=lang.clone()>{headline}</h2> }.into_any(),
        _ => view! { <h3 class="story-card__headline" lang=lang.clone()>{headline}</h3> }.into_any(),
    };
    let picture = story.lead.clone().map(|picture| {
        let place = match size {
            Size::Lead => Place::Lead,
            Size::Second => Place::Second,
            Size::Card => Place::Card,
            Size::Small => Place::Small,
            Size::Row => Place::Row,
            Size::Brief => Place::Thumbnail,
        };
        view! { <div class="story-card__picture"><PictureView picture place decorative=true/></div> }
    });
    let kicker = (size != Size::Brief).then(|| kicker(&story));
    // An opinion is somebody's: the name belongs to the headline.
    let is_opinion = story.kind == Some(Kind::Opinion);
    let authors = story.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ");
    let author = (is_opinion && !authors.is_empty()).then(|| view! { <p class="story-card__author">{authors}</p> });
    let standfirst = (!matches!(size, Size::Small | Size::Brief) && !story.standfirst.is_empty())
        .then(|| view! { <p class="story-card__standfirst" lang=lang>{story.standfirst.clone()}</p> });
    let date = story.published.map(|moment| view! { <p class="story-card__date"><Date moment/></p> });
    view! {
        <article class=size.class() class:story-card--opinion=is_opinion>
            {picture}
            <div class="story-card__words">{kicker}{headline}{author}{standfirst}{date}</div>
        </article>
    }
    .into_any()
}

/// The kind of writing, and the primary category.
fn kicker(story: &Preview) -> impl IntoView + use<> {
    let words = use_setting().words;
    let kind = story
        .kind
        .filter(|kind| matches!(kind, Kind::Opinion | Kind::Editorial | Kind::Analysis | Kind::Interview))
        .map(|kind| view! { <span class="story-card__kind">{(words.kind)(kind)}</span> });
    let topic = story.category().cloned().map(|topic| view! { <TopicLink topic class="story-card__topic"/> });
    (kind.is_some() || topic.is_some()).then(|| view! { <p class="story-card__kicker">{topic}{kind}</p> })
}
