//! What is wrong with the input, in words that tell an editor where to look.

use std::fmt;

/// Something in the input that was mended or left out. Everything around it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file it stands in, by its address.
    pub file: String,
    /// The item, by its id or title where it has one, else by its number: `item 3`.
    pub item: Option<String>,
    /// What is wrong, and what was done about it.
    pub trouble: Trouble,
}

/// A kind of [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// An item is no JSON object; it was left out.
    NotAnItem,
    /// An item has neither an id nor an address; it was left out.
    NoIdentity,
    /// Two items have the same id and address; the later one was left out.
    Repeated,
    /// The item's path belongs to another story or to the site itself; it is shown at this path instead.
    PathTaken(String),
    /// A date cannot be read; the field and what stands there. The story is shown without it.
    BadDate(&'static str, String),
    /// An address cannot be used; the field and what stands there. It was left out.
    BadAddress(&'static str, String),
    /// A field has a value that means nothing here, and what stands there in short. It was ignored.
    BadValue(&'static str, String),
    /// A menu or a story names a category that is not in the tree; it was ignored.
    UnknownCategory(String),
    /// Two sister categories have one slug; the later one was left out.
    RepeatedCategory(String),
    /// A chain of feeds comes back to an address it has visited, or is too long; it ends there.
    EndlessFeed(String),
    /// A feed of the chain could not be read; what came before it is shown.
    Unreadable(Unreadable),
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is a web page, not JSON: mostly a server that answers every address with the same page.
    WebPage,
    /// It ends in the middle.
    Truncated,
    /// It is not JSON, from this line and column on.
    NotJson(usize, usize),
    /// It is JSON, but neither a JSON Feed nor a site file: there is no list of `items`, or no object at all.
    NotAFeed,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("the file is empty"),
            Self::WebPage => {
                out.write_str("a web page came instead of JSON: is the file at this address?")
            }
            Self::Truncated => {
                out.write_str("the file ends in the middle: was it uploaded completely?")
            }
            Self::NotJson(line, column) => {
                write!(out, "not JSON from line {line}, column {column} on")
            }
            Self::NotAFeed => out
                .write_str("JSON, but without what belongs there (a feed needs a list of `items`)"),
        }
    }
}

impl std::error::Error for Unreadable {}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnItem => out.write_str("is not an object; left out"),
            Self::NoIdentity => out.write_str("has no `id`, `url` or `external_url`; left out"),
            Self::Repeated => out.write_str("stands in the feed twice; the later one is left out"),
            Self::PathTaken(path) => write!(out, "its path is taken; shown at {path}"),
            Self::BadDate(field, value) => write!(out, "`{field}` is no date: {value}"),
            Self::BadAddress(field, value) => {
                write!(out, "`{field}` is no address that can be used: {value}")
            }
            Self::BadValue(field, value) => {
                write!(out, "`{field}` has a value that cannot be used: {value}")
            }
            Self::UnknownCategory(name) => write!(out, "there is no category {name}"),
            Self::RepeatedCategory(name) => write!(
                out,
                "two categories have the slug {name}; the later one is left out"
            ),
            Self::EndlessFeed(address) => {
                write!(out, "`next_url` leads in a circle or too far: {address}")
            }
            Self::Unreadable(why) => write!(out, "{why}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.file)?;
        if let Some(item) = &self.item {
            write!(out, "{item}: ")?;
        }
        write!(out, "{}", self.trouble)
    }
}
