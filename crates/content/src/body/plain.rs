//! Plain text with the little structure that its author could give it.

use super::{
    Body, Dropped, Inline, MAX_TEXT, Target,
    flow::{Flow, Room},
    nodes::is_blank,
};
use crate::{
    find,
    url::{Address, Base},
};

pub(super) fn parse(text: &str) -> Body {
    let base = Base {
        site: None,
        page: None,
        feed: Address::Site(String::new()),
    };
    let room = Room::new(&base);
    let mut flow = Flow::new(&room);
    let mut end = MAX_TEXT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let kept = text.get(..end).unwrap_or_default();
    for (index, line) in find::replaced(kept, "\r\n", "\n")
        .split(['\n', '\r'])
        .enumerate()
    {
        if is_blank(line) {
            flow.flush();
            continue;
        }
        if index > 0 {
            flow.line_break();
        }
        words(line, &base, &mut flow);
    }
    let blocks = flow.finish();
    let cut = end < text.len() || room.is_over();
    Body {
        blocks,
        notes: Vec::new(),
        dropped: if cut {
            vec![Dropped::TooLarge]
        } else {
            Vec::new()
        },
    }
}

/// No longer than the addresses that servers understand, and short enough to be looked at more than once.
const MAX_ADDRESS: usize = 2000;

/// Adds a line whose addresses are links.
fn words(line: &str, base: &Base, flow: &mut Flow<'_>) {
    let mut rest = line;
    // What has been looked at and is no address.
    let mut from = 0;
    while let Some(start) = rest
        .get(from..)
        .and_then(|tail| find::place(tail, "http"))
        .map(|at| from + at)
    {
        let Some((before, tail)) = rest.split_at_checked(start) else {
            break;
        };
        from = start + 4;
        let complete = tail.starts_with("https://") || tail.starts_with("http://");
        if !complete || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let end =
            tail.find(|c: char| c.is_whitespace() || c.is_control() || find::has("<>\"“”«»„", c));
        let whole = tail.get(..end.unwrap_or(tail.len())).unwrap_or_default();
        from = start + whole.len();
        if whole.len() > MAX_ADDRESS {
            continue;
        }
        let address = without_end(whole);
        if let Some(to) = base.link(address) {
            flow.text(before);
            let content = vec![Inline::Text(address.to_owned())];
            flow.inline(Inline::Link {
                to: Target::Page(to),
                content,
            });
            rest = tail.get(address.len()..).unwrap_or_default();
            from = 0;
        }
    }
    flow.text(rest);
}

/// The address without the marks of the sentence around it. A bracket belongs to it if it was opened in it.
fn without_end(mut address: &str) -> &str {
    while let Some(last) = address.chars().next_back() {
        let outside = match last {
            ')' => address.matches(')').count() > address.matches('(').count(),
            ']' => !find::has(address, '['),
            _ => find::has(".,;:!?'’*_", last),
        };
        match address.strip_suffix(last) {
            Some(shorter) if outside => address = shorter,
            _ => break,
        }
    }
    address
}
