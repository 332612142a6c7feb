//! One file for each kind of place a reader can be: what it shows, and what its head says.

pub mod article;
pub mod front;
pub mod list;
pub mod not_found;
pub mod notice;
pub mod print_desk;
pub mod search;
pub mod standing;

use crate::{head::Head, setting::Setting, words::fill};
use content::{
    page::{Front, Listing, Page},
    route::Route,
    search::Results,
    story::{Preview, Story},
};

/// The head of a page. `site` is the site's name, `tagline` the line under it.
#[must_use]
pub fn head(page: &Page, route: &Route, setting: &Setting, site: &str, tagline: &str) -> Head {
    let plain = Head {
        site: site.to_owned(),
        lang: setting.lang.as_str().to_owned(),
        canonical: setting.canonical(route),
        ..Head::default()
    };
    match page {
        Page::Front(front) => of_front(front, setting, site, tagline, plain),
        Page::List(listing) => of_list(listing, setting, plain),
        Page::Article(article) => Head {
            is_article: true,
            ..of_story(&article.story, setting, plain)
        },
        Page::Standing(story) => of_story(story, setting, plain),
        // The same story once more: its own address is the one to be found and passed on.
        Page::Print(story) => Head {
            noindex: true,
            ..of_story(story, setting, plain)
        },
        Page::Search(results) => of_search(results, setting, plain),
        Page::NotFound(_) => failed(setting.words.not_found, setting, site),
    }
}

/// The head of a page that has nothing to show.
#[must_use]
pub fn failed(headline: &str, setting: &Setting, site: &str) -> Head {
    titled(
        headline.to_owned(),
        Head {
            site: site.to_owned(),
            lang: setting.words.lang.to_owned(),
            noindex: true,
            ..Head::default()
        },
    )
}

fn titled(headline: String, head: Head) -> Head {
    let title = if head.site.is_empty() {
        headline.clone()
    } else {
        [&headline, " | ", &head.site].concat()
    };
    Head {
        title,
        headline,
        ..head
    }
}

/// What a list is called, from its second page on with the number of the page.
fn paged(name: String, page: u32, pages: u32, setting: &Setting) -> String {
    if page < 2 {
        return name;
    }
    let number = fill(
        setting.words.page_of,
        &[&page.to_string(), &pages.to_string()],
    );
    [&name, ", ", &number].concat()
}

fn of_front(front: &Front, setting: &Setting, site: &str, tagline: &str, head: Head) -> Head {
    let title = if tagline.is_empty() {
        site.to_owned()
    } else {
        [site, ": ", tagline].concat()
    };
    Head {
        title,
        headline: site.to_owned(),
        description: tagline.to_owned(),
        next: front
            .more
            .then(|| setting.canonical(&Route::of_list(content::route::List::All, 2))),
        ..head
    }
}

fn of_list(listing: &Listing, setting: &Setting, head: Head) -> Head {
    let name = list::name(listing, setting).to_owned();
    let headline = paged(name, listing.page, listing.pages, setting);
    let at = |page| setting.canonical(&Route::of_list(listing.list.clone(), page));
    let lang = listing
        .topic
        .as_ref()
        .and_then(|topic| topic.lang.as_ref())
        .unwrap_or(&setting.lang);
    titled(
        headline,
        Head {
            description: listing.description.clone(),
            // A child's slug alone also leads here; the whole path is the one address.
            canonical: at(listing.page),
            previous: (listing.page > 1).then(|| at(listing.page - 1)),
            next: (listing.page < listing.pages).then(|| at(listing.page + 1)),
            lang: lang.as_str().to_owned(),
            ..head
        },
    )
}

#[inline(never)] // Seldom run: decision 17.
fn of_search(results: &Results, setting: &Setting, head: Head) -> Head {
    let name = search::name(results, setting.words);
    titled(
        paged(name, results.page, results.pages, setting),
        Head {
            noindex: true,
            lang: setting.words.lang.to_owned(),
            ..head
        },
    )
}

fn of_story(story: &Story, setting: &Setting, head: Head) -> Head {
    let preview: &Preview = &story.preview;
    let picture = preview
        .lead
        .as_ref()
        .map(|picture| setting.full(&picture.address));
    titled(
        preview.headline.clone(),
        Head {
            description: preview.standfirst.clone(),
            lang: preview.lang.as_str().to_owned(),
            canonical: setting.canonical(&preview.route()),
            picture,
            ..head
        },
    )
}
