//! A picture in the sizes a browser can choose from.

use crate::{
    element::{Element, el},
    setting::use_setting,
};
use content::picture::Picture;

/// How wide a picture is shown: what the browser needs to choose a file before it knows the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Above a story's text, a little wider than it.
    Article,
    /// With the story that leads a page.
    Lead,
    /// With the first story of a section.
    Card,
    /// With one of the four below the lead: a thumbnail on a phone.
    Second,
    /// In a row of four or five: a thumbnail on a phone.
    Small,
    /// In a list, beside headline and standfirst.
    Row,
    /// Beside a headline.
    Thumbnail,
    /// Within a story's text.
    Text,
    /// On a sheet of paper: large enough for a printer's dots, and there before it is printed.
    Paper,
}

impl Place {
    const fn sizes(self) -> &'static str {
        match self {
            Self::Article => "(min-width: 56rem) 52rem, 94vw",
            Self::Lead => "(min-width: 75rem) 33rem, (min-width: 40rem) 47vw, 94vw",
            Self::Card => "(min-width: 80rem) 30rem, (min-width: 60rem) 38vw, 94vw",
            Self::Second => {
                "(min-width: 75rem) 27rem, (min-width: 60rem) 32vw, (min-width: 40rem) 46vw, 7rem"
            }
            Self::Small => "(min-width: 40rem) 18rem, 7rem",
            Self::Row => "(min-width: 40rem) 15rem, 7rem",
            Self::Thumbnail => "6rem",
            Self::Paper => "60rem",
            Self::Text => "(min-width: 42rem) 38rem, 94vw",
        }
    }
}

/// The picture itself, without caption. Modern formats come first; the last choice is one that every browser shows.
///
/// The lead picture is asked for at once and before all others; every other one when it comes near the screen. A
/// decorative one only repeats what the words beside it say, and a screen reader passes over it.
pub fn picture(picture: &Picture, place: Place, is_decorative: bool) -> Element {
    let setting = use_setting();
    let mut formats: Vec<(&str, String)> = Vec::new();
    for source in &picture.sources {
        let entry = setting.address(&source.address) + " " + &source.width.to_string() + "w";
        match formats
            .iter_mut()
            .find(|(media_type, _)| *media_type == source.media_type)
        {
            Some((_, set)) => {
                set.push_str(", ");
                set.push_str(&entry);
            }
            None => formats.push((&source.media_type, entry)),
        }
    }
    let fallback = formats
        .iter()
        .position(|(media_type, _)| matches!(*media_type, "" | "image/jpeg" | "image/png"))
        .map(|place| formats.remove(place).1);
    let is_lead = matches!(place, Place::Article | Place::Lead);
    let sizes = place.sizes();
    let sources = formats.into_iter().map(|(media_type, set)| {
        el("source")
            .attr("type", media_type)
            .attr("srcset", set)
            .attr("sizes", sizes)
    });
    let image = el("img")
        .class("picture__image")
        .maybe(
            "loading",
            (!is_lead && place != Place::Paper).then_some("lazy"),
        )
        .maybe("fetchpriority", is_lead.then_some("high"))
        .attr("decoding", "async")
        .maybe("width", picture.size.map(|size| size.0.to_string()))
        .maybe("height", picture.size.map(|size| size.1.to_string()))
        .attr("alt", if is_decorative { "" } else { &picture.alt })
        .maybe("sizes", fallback.is_some().then_some(sizes))
        .maybe("srcset", fallback)
        // Last, so that the browser knows all the others when it begins to load.
        .attr("src", setting.address(&picture.address));
    el("picture").class("picture").each(sources).child(image)
}
