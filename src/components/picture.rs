//! A picture in the sizes a browser can choose from.

use crate::setting::use_setting;
use content::picture::Picture;
use leptos::prelude::*;

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
}

impl Place {
    const fn sizes(self) -> &'static str {
        match self {
            Self::Article => "(min-width: 56rem) 52rem, 94vw",
            Self::Lead => "(min-width: 75rem) 32rem, (min-width: 60rem) 62vw, 94vw",
            Self::Card => "(min-width: 80rem) 30rem, (min-width: 60rem) 38vw, 94vw",
            Self::Second => "(min-width: 75rem) 27rem, (min-width: 60rem) 32vw, (min-width: 40rem) 46vw, 7rem",
            Self::Small => "(min-width: 40rem) 18rem, 7rem",
            Self::Row => "(min-width: 40rem) 15rem, 7rem",
            Self::Thumbnail => "6rem",
            Self::Text => "(min-width: 46rem) 43rem, 94vw",
        }
    }
}

/// The picture itself, without caption. Modern formats come first; the last choice is one that every browser shows.
///
/// The lead picture is asked for at once and before all others; every other one when it comes near the screen.
#[component]
pub fn PictureView(
    /// The picture.
    picture: Picture,
    /// Where it stands.
    place: Place,
    /// Whether it only repeats what the words beside it say, so that a screen reader passes over it.
    #[prop(optional)]
    decorative: bool,
) -> impl IntoView {
    let setting = use_setting();
    let mut formats: Vec<(String, String)> = Vec::new();
    for source in &picture.sources {
        let entry = setting.address(&source.address) + " " + &source.width.to_string() + "w";
        match formats.iter_mut().find(|(media_type, _)| *media_type == source.media_type) {
            Some((_, set)) => {
                set.push_str(", ");
                set.push_str(&entry);
            }
            None => formats.push((source.media_type.clone(), entry)),
        }
    }
    let fallback = formats
        .iter()
        .position(|(media_type, _)| media_type.is_empty() || media_type == "image/jpeg" || media_type == "image/png")
        .map(|place| formats.remove(place).1);
    let lead = matches!(place, Place::Article | Place::Lead);
    let sources = formats
        .into_iter()
        .map(|(media_type, set)| view! { <source type=media_type srcset=set sizes=place.sizes()/> })
        .collect_view();
    let sizes = fallback.as_ref().map(|_| place.sizes());
    view! {
        <picture class="picture">
            {sources}
            <img
                class="picture__image"
                sizes=sizes
                srcset=fallback
                src=setting.address(&picture.address)
                alt=if decorative { String::new() } else { picture.alt.clone() }
                width=picture.size.map(|size| size.0)
                height=picture.size.map(|size| size.1)
                loading=(!lead).then_some("lazy")
                fetchpriority=lead.then_some("high")
                decoding="async"
            />
        </picture>
    }
    .into_any()
}
