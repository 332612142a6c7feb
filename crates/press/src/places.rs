//! Every place of an edition that gets a folder.

use crate::{archive::Archive, copies, finding::Finding, place::folder};
use content::{date::Moment, page::PER_PAGE, route::Route, story::Translation};

/// A place with the folder it lies in.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Its address.
    pub route: Route,
    /// Its folder, from the edition's root on.
    pub folder: String,
    /// Whether it gets a page, or only its data.
    pub has_page: bool,
    /// When it last changed.
    pub changed: Option<Moment>,
    /// The languages in which it is told, where there are several.
    pub languages: Vec<Translation>,
}

/// Every place of an edition; what cannot have a folder is told.
pub(crate) fn places(archive: &Archive<'_>, window: Option<usize>) -> (Vec<Place>, Vec<Finding>) {
    let edition = archive.edition();
    let mut places = Vec::new();
    let mut findings = Vec::new();
    for (list, stories) in archive.lists() {
        let changed = stories
            .iter()
            .filter_map(|story| story.updated.or(story.published))
            .max();
        let pages = stories.len().div_ceil(PER_PAGE).max(1);
        for page in 1..=u32::try_from(pages).unwrap_or(u32::MAX) {
            let route = Route::of_list(list.clone(), page);
            if let Ok(folder) = folder(&route) {
                places.push(Place {
                    route,
                    folder,
                    has_page: true,
                    changed,
                    languages: Vec::new(),
                });
            }
        }
    }
    let in_window = window.unwrap_or(usize::MAX);
    let pages = edition.pages_in_full().iter().map(|page| (page, true));
    let stories = edition.in_full().iter().enumerate();
    let stories = stories.map(|(place, story)| (story, place < in_window));
    for (whole, has_page) in pages.chain(stories) {
        let story = &whole.preview;
        let route = story.route();
        match folder(&route) {
            Ok(folder) => places.push(Place {
                route,
                folder,
                has_page,
                changed: story.updated.or(story.published),
                languages: whole.languages(),
            }),
            Err(why) => findings.push(Finding {
                file: copies::feed_name(whole).to_owned(),
                item: Some(story.id.clone()),
                field: Some("url".to_owned()),
                message: format!("{}; the story is left out", why.0),
            }),
        }
    }
    (places, findings)
}
