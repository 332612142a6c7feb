//! The language and direction that an element says it is in.

use super::{Direction, Span, nodes::Node};

/// Language and direction of an element, as far as they are others than those around it.
pub(super) fn of(node: &Node<'_>, around: &Span) -> Option<Span> {
    let tag = node.any(&["lang", "xml:lang"]).trim();
    let lang = Some(tag.replace('_', "-"))
        .filter(|tag| is_tag(tag))
        .filter(|tag| {
            around
                .lang
                .as_ref()
                .is_none_or(|around| !around.eq_ignore_ascii_case(tag))
        });
    let dir = match node.attribute("dir").trim() {
        dir if dir.eq_ignore_ascii_case("ltr") => Some(Direction::Ltr),
        dir if dir.eq_ignore_ascii_case("rtl") => Some(Direction::Rtl),
        dir if dir.eq_ignore_ascii_case("auto") => Some(Direction::Auto),
        // What this element is for.
        _ if node.tag == "bdi" => Some(Direction::Auto),
        _ => None,
    };
    let dir = dir.filter(|_| dir != around.dir);
    (lang.is_some() || dir.is_some()).then_some(Span { lang, dir })
}

/// Whether this has the form of a BCP 47 tag: letters and digits in groups of up to eight.
fn is_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
