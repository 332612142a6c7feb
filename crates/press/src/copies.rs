//! The files that stories name: pictures, documents, recordings.

use crate::{finding::Finding, input::file_at};
use content::{
    body::{Block, Body, Figure, Inline, Target},
    edition::Edition,
    picture::Picture,
    route::is_file,
    story::Story,
    url::Address,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Files within the site by their path in the edition.
#[derive(Debug, Default)]
pub struct Copies {
    /// Where each lies.
    pub files: BTreeMap<String, PathBuf>,
    /// Files that are named and not there.
    pub findings: Vec<Finding>,
}

/// Every story and standing page of an edition.
pub fn stories(edition: &Edition) -> impl Iterator<Item = &Story> {
    let all = edition.pages_in_full().iter().chain(edition.in_full());
    all.map(|story| &**story)
}

/// What a story names, with the field in which it does: files within the site by their path.
#[must_use]
pub fn named(story: &Story, body: &Body) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut add = |field: &'static str, address: &Address| {
        if let Address::Site(path) = address {
            let path = path.split(['?', '#']).next().unwrap_or_default();
            found.push((field, path.to_owned()));
        }
    };
    let mut picture = |field: &'static str, picture: &Picture| {
        add(field, &picture.address);
        for source in &picture.sources {
            add("_civil.pictures.sizes", &source.address);
        }
    };
    if let Some(lead) = &story.preview.lead {
        picture("image", lead);
    }
    walk(&body.blocks, &mut |part| match part {
        Part::Picture(one) => picture("content_html", one),
        Part::Link(Address::Site(path)) if is_file(file_name(path)) => {
            picture("content_html", &Picture::bare(Address::Site(path.clone())));
        }
        Part::Link(_) => {}
    });
    for file in &story.attachments {
        picture("attachments", &Picture::bare(file.address.clone()));
    }
    found
}

fn file_name(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or_default()
}

/// Looks up what was named.
#[must_use]
pub fn look_up<'a>(
    root: &Path,
    named: impl Iterator<Item = (&'a Story, Vec<(&'static str, String)>)>,
) -> Copies {
    let mut copies = Copies::default();
    for (story, files) in named {
        for (field, path) in files {
            let file = file_at(root, &path).filter(|file| file.is_file());
            match file {
                Some(file) => {
                    let path = content::url::percent_decode(&path).into_owned();
                    copies.files.insert(path, file);
                }
                None => copies.findings.push(Finding::of(
                    feed_name(story),
                    &story.preview.id,
                    field,
                    format!("names a file that is not there: {path}"),
                )),
            }
        }
    }
    copies.findings.dedup();
    copies
}

/// The file of the feed that a story stands in.
#[must_use]
pub fn feed_name(story: &Story) -> &str {
    let (Address::Site(file) | Address::Web(file)) = &story.base().feed;
    file
}

/// A part of a body that names an address.
pub enum Part<'a> {
    /// A picture.
    Picture(&'a Picture),
    /// Where a link leads.
    Link(&'a Address),
}

/// Shows every picture and link of a body.
pub fn walk<'a>(blocks: &'a [Block], visit: &mut impl FnMut(Part<'a>)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => lines(content, visit),
            Block::List { items, .. } => items.iter().for_each(|item| walk(item, visit)),
            Block::Quote { blocks, cite } | Block::PullQuote { blocks, cite } => {
                walk(blocks, visit);
                lines(cite, visit);
            }
            Block::Table {
                caption,
                head,
                rows,
            } => {
                lines(caption, visit);
                for cell in head.iter().chain(rows).flat_map(|row| &row.cells) {
                    lines(&cell.content, visit);
                }
            }
            Block::Figure(one) => figure(one, visit),
            Block::Gallery(figures) => figures.iter().for_each(|one| figure(one, visit)),
            Block::Embed(embed) => {
                if let Some(still) = &embed.still {
                    visit(Part::Picture(still));
                }
                lines(&embed.caption, visit);
            }
            Block::Part { blocks, .. } => walk(blocks, visit),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn figure<'a>(figure: &'a Figure, visit: &mut impl FnMut(Part<'a>)) {
    visit(Part::Picture(&figure.picture));
    if let Some(link) = &figure.link {
        visit(Part::Link(link));
    }
    lines(&figure.caption, visit);
}

fn lines<'a>(inlines: &'a [Inline], visit: &mut impl FnMut(Part<'a>)) {
    for inline in inlines {
        if let Inline::Link {
            to: Target::Page(address),
            ..
        } = inline
        {
            visit(Part::Link(address));
        }
        lines(inline.content(), visit);
    }
}
