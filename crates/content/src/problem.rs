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

// The words are joined, not formatted: what `write!` brings with it would cost a reader a kilobyte and a half.

impl Unreadable {
    /// What to tell an editor.
    #[must_use]
    pub fn words(&self) -> String {
        let words = match self {
            Self::Empty => "the file is empty",
            Self::WebPage => "a web page came instead of JSON: is the file at this address?",
            Self::Truncated => "the file ends in the middle: was it uploaded completely?",
            Self::NotJson(line, column) => {
                let (line, column) = (line.to_string(), column.to_string());
                return ["not JSON from line ", &line, ", column ", &column, " on"].concat();
            }
            Self::NotAFeed => {
                "JSON, but without what belongs there (a feed needs a list of `items`)"
            }
        };
        words.to_owned()
    }
}

impl Trouble {
    /// What to tell an editor.
    #[must_use]
    pub fn words(&self) -> String {
        let (before, what, behind) = match self {
            Self::NotAnItem => ("is not an object; left out", "", ""),
            Self::NoIdentity => ("has no `id`, `url` or `external_url`; left out", "", ""),
            Self::Repeated => (
                "stands in the feed twice; the later one is left out",
                "",
                "",
            ),
            Self::PathTaken(path) => ("its path is taken; shown at ", path.as_str(), ""),
            Self::BadDate(field, value) => return of_field(field, "is no date", value),
            Self::BadAddress(field, value) => {
                return of_field(field, "is no address that can be used", value);
            }
            Self::BadValue(field, value) => {
                return of_field(field, "has a value that cannot be used", value);
            }
            Self::UnknownCategory(name) => ("there is no category ", name.as_str(), ""),
            Self::RepeatedCategory(name) => (
                "two categories have the slug ",
                name.as_str(),
                "; the later one is left out",
            ),
            Self::EndlessFeed(address) => (
                "`next_url` leads in a circle or too far: ",
                address.as_str(),
                "",
            ),
            Self::Unreadable(why) => return why.words(),
        };
        [before, what, behind].concat()
    }
}

fn of_field(field: &str, trouble: &str, value: &str) -> String {
    ["`", field, "` ", trouble, ": ", value].concat()
}

impl Problem {
    /// What to tell an editor: file, item, and what is wrong.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = self.file.clone() + ": ";
        if let Some(item) = &self.item {
            words += item;
            words += ": ";
        }
        words + &self.trouble.words()
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words())
    }
}

impl std::error::Error for Unreadable {}
