//! What an editor should mend, by file, item and field.

use crate::{
    copies::{self, Part, feed_name, walk},
    finding::Finding,
    input::{Input, NoInput},
    mixed,
};
use content::{
    body::{Body, Dropped},
    category,
    date::Moment,
    edition::{Edition, belongs},
    page::PER_PAGE,
    route::{List, Route, is_file},
    story::Story,
    url::Address,
};
use rayon::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    io,
};

/// All that is to be mended in an input, in order of files and items. `now` tells which dates lie in the future.
///
/// # Errors
/// [`NoInput`], when the stories' texts cannot be had back.
pub fn check(input: &Input, now: Option<Moment>) -> Result<Vec<Finding>, NoInput> {
    let edition = &input.edition;
    let stories: Vec<&Story> = copies::stories(edition).collect();
    let known = Known::of(edition);
    let looked: io::Result<Vec<_>> = stories
        .par_iter()
        .map(|story| {
            let body = input.texts.body(story)?;
            let findings = of_story(&known, story, &body, now);
            Ok((copies::named(story, &body), findings))
        })
        .collect();
    let mut findings = input.findings.clone();
    findings.extend(of_site(edition));
    findings.extend(of_ids(&stories));
    let mut named = Vec::new();
    for (story, (files, found)) in stories.iter().zip(looked?) {
        findings.extend(found);
        named.push((*story, files));
    }
    findings.extend(copies::look_up(&input.root, named.into_iter()).findings);
    let mut seen = HashSet::new();
    findings.retain(|finding| seen.insert(finding.clone()));
    Ok(findings)
}

/// What links may lead to.
struct Known<'a> {
    edition: &'a Edition,
    stories: HashMap<&'a str, &'a Story>,
}

impl<'a> Known<'a> {
    fn of(edition: &'a Edition) -> Self {
        let stories = copies::stories(edition);
        Self {
            edition,
            stories: stories
                .map(|story| (story.preview.path.as_str(), story))
                .collect(),
        }
    }

    fn is_there(&self, route: &Route) -> bool {
        match route {
            Route::Front | Route::Search(..) => true,
            Route::Story(path) | Route::Print(path) => self.stories.contains_key(path.as_str()),
            Route::List(list, page) => {
                let Some(topic) = self.edition.topic(list) else {
                    return *list == List::All && self.has_page(list, *page);
                };
                *page == 1 || self.has_page(&topic.list, *page)
            }
        }
    }

    fn has_page(&self, list: &List, page: u32) -> bool {
        let before = (page as usize).saturating_sub(1) * PER_PAGE;
        let mut stories = self.edition.stories().filter(|story| belongs(story, list));
        stories.nth(before).is_some()
    }
}

fn of_story(known: &Known<'_>, story: &Story, body: &Body, now: Option<Moment>) -> Vec<Finding> {
    let (file, item) = (feed_name(story), story.preview.id.as_str());
    let preview = &story.preview;
    let mut findings = Vec::new();
    let mut found = |field: &str, message: String| {
        findings.push(Finding::of(file, item, field, message));
    };
    if let Some(lead) = &preview.lead
        && lead.alt.is_empty()
    {
        found(
            "image",
            "has no `alt`: those who do not see it learn nothing of it".to_owned(),
        );
    }
    if let Some((now, published)) = now.zip(preview.published)
        && published > now
    {
        found(
            "date_published",
            format!("lies in the future: {}", published.to_rfc3339()),
        );
    }
    for (field, text) in [
        ("title", &preview.headline),
        ("summary", &preview.standfirst),
    ] {
        for word in mixed::words(text) {
            found(field, mixes(word));
        }
    }
    // The names of categories are looked at where they stand: in the site file.
    for topic in preview.topics.iter().filter(|topic| !topic.is_category()) {
        for word in mixed::words(&topic.name) {
            found("tags", mixes(word));
        }
    }
    for author in &preview.authors {
        for word in mixed::words(&author.name) {
            found("authors", mixes(word));
        }
    }
    let text = body.plain_text();
    for word in mixed::words(&text) {
        found("content_html", mixes(word));
    }
    for dropped in &body.dropped {
        found("content_html", left_out(dropped));
    }
    walk(&body.blocks, &mut |part| match part {
        Part::Picture(picture) => {
            let address = &picture.address;
            let is_lead = preview
                .lead
                .as_ref()
                .is_some_and(|lead| lead.address == *address);
            if picture.alt.is_empty() && !is_lead {
                let (Address::Site(name) | Address::Web(name)) = address;
                found(
                    "content_html",
                    format!("has a picture without `alt`: {name}"),
                );
            }
        }
        Part::Link(Address::Site(path)) => {
            let route = Route::parse(&["/", path].concat(), "/");
            let is_page = |route: &Route| !matches!(route, Route::Story(path) if is_file(path));
            if let Some(route) = route.filter(is_page)
                && !known.is_there(&route)
            {
                found(
                    "content_html",
                    format!("has a link that leads nowhere: /{path}"),
                );
            }
        }
        Part::Link(Address::Web(_)) => {}
    });
    findings.extend(of_translations(known, story));
    findings
}

/// Translations within the site that are not what they are said to be. What lies elsewhere is not looked at.
fn of_translations(known: &Known<'_>, story: &Story) -> Vec<Finding> {
    let own = Address::Site(story.preview.route().path());
    let mut findings = Vec::new();
    for told in &story.translations {
        let Address::Site(path) = &told.address else {
            continue;
        };
        let other = known.stories.get(content::route::permalink(path).as_str());
        let message = match other {
            None => format!("names a translation that leads nowhere: /{path}"),
            Some(other) if other.preview.lang != told.lang => format!(
                "calls the language of a translation {}, which is in {}: /{path}",
                told.lang, other.preview.lang
            ),
            Some(other) if other.translations.iter().all(|back| back.address != own) => {
                format!("names a translation that does not name this story back: /{path}")
            }
            Some(_) => continue,
        };
        let (file, item) = (feed_name(story), &story.preview.id);
        findings.push(Finding::of(file, item, "_civil.translations", message));
    }
    findings
}

fn mixes(word: &str) -> String {
    format!(
        "mixes two alphabets in one word: {}",
        mixed::explained(word)
    )
}

fn left_out(dropped: &Dropped) -> String {
    match dropped {
        Dropped::Element(name, 1) => format!("has an element that was left out: <{name}>"),
        Dropped::Element(name, count) => {
            format!("has {count} elements that were left out: <{name}>")
        }
        Dropped::Address(address) => {
            format!("has an address that was left out: {address}")
        }
        Dropped::TooLarge => {
            "is longer or deeper than can be shown; the rest is left out".to_owned()
        }
    }
}

/// Categories whose names mix alphabets.
fn of_site(edition: &Edition) -> Vec<Finding> {
    let mut findings = Vec::new();
    for category in category::walk(&edition.site.categories) {
        for word in mixed::words(&category.name) {
            findings.push(Finding::of(
                "site.json",
                &category.path,
                "categories",
                mixes(word),
            ));
        }
    }
    for word in mixed::words(&edition.site.name) {
        findings.push(Finding::of("site.json", "name", "name", mixes(word)));
    }
    if edition.site.origin.is_none() {
        findings.push(Finding {
            field: Some("origin".to_owned()),
            ..Finding::of_file(
                "site.json",
                "`origin` is not given: cards, canonical addresses and maps need it",
            )
        });
    }
    findings
}

/// Ids that two stories have. They are told apart by their addresses, but feed readers are not.
fn of_ids(stories: &[&Story]) -> Vec<Finding> {
    let mut seen: HashMap<&str, &Story> = HashMap::new();
    let mut findings = Vec::new();
    for story in stories {
        let preview = &story.preview;
        if let Some(first) = seen.get(preview.id.as_str()) {
            let message = format!(
                "is the id of two stories: at {} and at {}",
                first.preview.route().href("/"),
                preview.route().href("/")
            );
            findings.push(Finding::of(feed_name(story), &preview.id, "id", message));
        } else {
            seen.insert(&preview.id, story);
        }
    }
    findings
}
