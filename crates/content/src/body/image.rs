//! Pictures: which of an image's many addresses is the real one, and in which sizes it can be had.

use super::{
    Block, Figure, Target,
    build::Build,
    flow::{Flow, fold},
    nodes::Node,
};
use crate::{
    picture::{Picture, Source},
    url::Address,
};

/// Where lazy loading hides the address, before the place where a placeholder stands.
const ADDRESSES: &[&str] = &["data-src", "data-lazy-src", "data-original", "src"];
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];

/// More files than this are not offered by anyone who means well.
const MAX_SOURCES: usize = 32;

impl Build<'_, '_> {
    /// Adds a picture, which splits the paragraph it stands in.
    pub(super) fn image(&mut self, node: &Node<'_>, flow: &mut Flow<'_>) {
        let alt = fold(node.attribute("alt"), &mut true);
        let alt: String = alt.trim_end().chars().take(2000).collect();
        if node
            .attribute("class")
            .split_ascii_whitespace()
            .any(|class| matches!(class, "emoji" | "wp-smiley"))
        {
            return flow.text(&alt);
        }
        let size = size(node);
        let mut sources = std::mem::take(&mut self.sources);
        // A pixel that only counts readers.
        if size.is_some_and(|(width, height)| width <= 1 && height <= 1) {
            return self.drop_element(node.tag);
        }
        self.add_sources(node, size, &mut sources);
        let base = self.markup.base;
        let found = ADDRESSES
            .iter()
            .find_map(|name| base.asset(node.attribute(name)))
            .or_else(|| sources.first().map(|source| source.address.clone()));
        let Some(address) = found else {
            return self.drop_address(node.any(ADDRESSES));
        };
        let mut picture = Picture {
            size: size.filter(|(width, height)| *width > 0 && *height > 0),
            alt,
            sources,
            ..Picture::bare(address)
        };
        if let Some(known) = self
            .markup
            .pictures
            .iter()
            .find(|known| known.address == picture.address)
        {
            picture.size = known.size.or(picture.size);
            picture.credit.clone_from(&known.credit);
            if picture.alt.is_empty() {
                picture.alt.clone_from(&known.alt);
            }
            if !known.sources.is_empty() {
                picture.sources.clone_from(&known.sources);
            }
        }
        let link = match flow.link() {
            Some(Target::Page(address)) => Some(address.clone()),
            _ => None,
        };
        flow.push(Block::Figure(Figure {
            picture,
            link,
            caption: Vec::new(),
        }));
    }

    /// Adds the files that a `srcset` names. Those of unknown width are left out: a browser could not choose.
    pub(super) fn add_sources(
        &self,
        node: &Node<'_>,
        size: Option<(u32, u32)>,
        sources: &mut Vec<Source>,
    ) {
        // A file for some windows only shows something else, which cannot be offered as the same picture.
        if !node.attribute("media").is_empty() {
            return;
        }
        let mut rest = node.any(SETS);
        while sources.len() < MAX_SOURCES {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
            if rest.is_empty() {
                return;
            }
            let end = rest
                .find(|c: char| c.is_ascii_whitespace())
                .unwrap_or(rest.len());
            let Some((address, after)) = rest.split_at_checked(end) else {
                return;
            };
            // A comma at the very end of an address ends the candidate; one within it belongs to it.
            let (address, descriptor) = match address.strip_suffix(',') {
                Some(address) => {
                    rest = after;
                    (address.trim_end_matches(','), "")
                }
                None => {
                    let (descriptor, after) = after
                        .split_at_checked(after.find(',').unwrap_or(after.len()))
                        .unwrap_or_default();
                    rest = after;
                    (address, descriptor.trim())
                }
            };
            let width = match (descriptor.strip_suffix('w'), size) {
                (Some(width), _) => number(width),
                (None, Some((width, _))) => density(descriptor).map(|tenths| width * tenths / 10),
                (None, None) => None,
            };
            if let Some(width) = width.filter(|width| (1..=100_000).contains(width))
                && let Some(address) = self.markup.base.asset(address)
            {
                let media_type = media_type(node.attribute("type"), &address);
                sources.push(Source {
                    address,
                    width,
                    media_type,
                });
            }
        }
    }
}

/// Width and height in pixels.
pub(super) fn size(node: &Node<'_>) -> Option<(u32, u32)> {
    number(node.attribute("width")).zip(number(node.attribute("height")))
}

/// A number of pixels.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    text.strip_suffix("px")
        .unwrap_or(text)
        .parse()
        .ok()
        .filter(|number| *number <= 100_000)
}

/// How many pixels of the file there are to ten of the page: 20 for `2x`, 15 for `1.5x`, 10 where nothing is said.
fn density(descriptor: &str) -> Option<u32> {
    if descriptor.is_empty() {
        return Some(10);
    }
    // Read by hand: reading floats takes 15 KB of tables.
    let number = descriptor.strip_suffix('x')?;
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let tenths = part.chars().next()?.to_digit(10)?;
    let whole: u32 = whole.parse().ok()?;
    (whole <= 20).then_some(whole * 10 + tenths)
}

/// The media type as the markup gives it, or as the end of the address suggests it.
fn media_type(given: &str, address: &Address) -> String {
    const TYPES: &[(&str, &str)] = &[
        (".avif", "image/avif"),
        (".webp", "image/webp"),
        (".png", "image/png"),
        (".gif", "image/gif"),
        (".svg", "image/svg+xml"),
    ];
    let given = given.split(';').next().unwrap_or_default().trim();
    if given.starts_with("image/")
        && given
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/+-.".contains(&byte))
    {
        return given.to_ascii_lowercase();
    }
    let (Address::Site(address) | Address::Web(address)) = address;
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let known = TYPES.iter().find(|(end, _)| path.ends_with(end));
    known
        .map_or("image/jpeg", |(_, media_type)| media_type)
        .to_owned()
}
