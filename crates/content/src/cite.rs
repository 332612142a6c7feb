//! A story as a source: the line that a reader puts under a text of their own, in the form that was asked for.
//!
//! Nothing of a citation is translated: its months, its `n.d.` and its `et al.` belong to the style. Headlines stand as
//! the newsroom wrote them; which words of a language are proper names, no rule knows. Italics are lost in plain text.

use crate::{date::Moment, find, url};

mod data;
mod name;
#[cfg(test)]
mod tests;

use name::Name;

/// What is cited, as the feed and the caller know it.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The headline.
    pub headline: &'a str,
    /// Who wrote it: the names as they are shown.
    pub authors: Vec<&'a str>,
    /// The site's name.
    pub site: &'a str,
    /// Who publishes the site; empty for the site itself.
    pub publisher: &'a str,
    /// When it was first published.
    pub published: Option<Moment>,
    /// When it was last changed, where that is later.
    pub updated: Option<Moment>,
    /// The canonical address.
    pub address: &'a str,
    /// The language, as a BCP 47 tag.
    pub lang: &'a str,
    /// The day on which it is read.
    pub read: Moment,
}

/// A form of citing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Publication Manual of the American Psychological Association, 7th edition (2020).
    Apa,
    /// The Chicago Manual of Style, 18th edition (2024), notes and bibliography: the entry of the bibliography.
    Chicago,
    /// MLA Handbook, 9th edition (2021): the entry of the list of works cited.
    Mla,
    /// An entry for BibTeX and biblatex.
    Bibtex,
    /// A record for reference managers.
    Ris,
    /// The template `{{cite news}}` of the English Wikipedia.
    Wikipedia,
}

impl Style {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Apa,
        Self::Chicago,
        Self::Mla,
        Self::Bibtex,
        Self::Ris,
        Self::Wikipedia,
    ];

    /// Its name, which is the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::Mla => "MLA",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Wikipedia => "Wikipedia",
        }
    }
}

/// The citation. It has line breaks in [`Style::Bibtex`] (`\n`) and [`Style::Ris`] (`\r\n`) only.
#[must_use]
pub fn cite(style: Style, source: &Source<'_>) -> String {
    let facts = Facts::of(source);
    match style {
        Style::Apa => apa(&facts),
        Style::Chicago => chicago(&facts),
        Style::Mla => mla(&facts),
        Style::Bibtex => data::bibtex(&facts),
        Style::Ris => data::ris(&facts),
        Style::Wikipedia => data::wikipedia(&facts),
    }
}

/// A [`Source`] without what could disturb the line it gets into.
struct Facts<'a> {
    title: String,
    names: Vec<Name>,
    site: String,
    /// Empty where it is the site.
    publisher: String,
    address: String,
    /// The day on which it appeared, or of the last change where only that is known.
    day: Option<Day>,
    /// The day of the version that is read.
    latest: Option<Day>,
    read: Day,
    source: &'a Source<'a>,
}

impl<'a> Facts<'a> {
    fn of(source: &'a Source<'a>) -> Self {
        let site = tidy(source.site);
        let mut publisher = tidy(source.publisher);
        let names = source
            .authors
            .iter()
            .filter_map(|name| Name::of(name, [&site, &publisher]))
            .collect();
        if publisher == site {
            publisher.clear();
        }
        let mut address = String::new();
        url::encode(&mut address, &tidy(source.address), "\"<>\\^`{|}");
        let mut title = tidy(source.headline);
        if title.is_empty() {
            title.clone_from(&address);
        }
        Self {
            title,
            names,
            site,
            publisher,
            address,
            day: source.published.or(source.updated).map(Day::of),
            latest: source.updated.or(source.published).map(Day::of),
            read: Day::of(source.read),
            source,
        }
    }

    /// Whether the only author is the site itself.
    fn is_own(&self) -> bool {
        matches!(&*self.names, [name] if name.is(&self.site))
    }
}

/// A day in the pieces of which the styles make their dates.
struct Day {
    day: String,
    month: String,
    year: String,
    /// `2022-02-10`
    iso: String,
}

impl Day {
    fn of(moment: Moment) -> Self {
        let english = moment.long_date("en");
        let mut parts = english.split(' ').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            day: next(),
            month: next(),
            year: next(),
            iso: moment.to_rfc3339().chars().take(10).collect(),
        }
    }

    /// `February 10, 2022`
    fn chicago(&self) -> String {
        line(&[&*self.month, " ", &self.day, ", ", &self.year])
    }

    /// `10 Feb. 2022`: months of more than four letters are cut to three, September to four (MLA 9, page 295).
    fn mla(&self) -> String {
        let (month, dot) = match &*self.month {
            "September" => ("Sept", ". "),
            month if month.len() > 4 => (month.get(..3).unwrap_or_default(), ". "),
            month => (month, " "),
        };
        line(&[&*self.day, " ", month, dot, &self.year])
    }
}

/// APA 7, section 9.8 (up to twenty authors, else nineteen and the last), 9.12 (without an author the title moves to
/// the front), 9.14 and 9.17 (`n.d.`), 9.15 (the date of the last update, where one is given), 9.19 (a title that ends
/// in a question mark needs no full stop), 10.16 (news websites); a site that is the author is not named again.
fn apa(facts: &Facts<'_>) -> String {
    let mut names: Vec<String> = facts.names.iter().map(Name::initialled).collect();
    let authors = if names.len() > 20 {
        let last = names.pop().unwrap_or_default();
        names.truncate(19);
        line(&[&listed(&names), ", . . . ", &last])
    } else {
        joined(&names, "& ", facts.names.first())
    };
    let day = facts.latest.as_ref().map_or("n.d.".to_owned(), |day| {
        line(&[&*day.year, ", ", &day.month, " ", &day.day])
    });
    let title = sentence(&facts.title);
    let site = if facts.is_own() {
        String::new()
    } else {
        sentence(&facts.site)
    };
    let (first, second) = if authors.is_empty() {
        (title, String::new())
    } else {
        (sentence(&authors), title)
    };
    let day = line(&["(", &day, ")."]);
    spaced(&[&first, &day, &second, &site, &facts.address])
}

/// Chicago 18, the entry of a news article in the bibliography: up to six authors, else three and `et al.` (13.23), of
/// whom the first is turned around; `Last modified`, or `Accessed` where there is no date at all (17th edition, 14.12 and
/// 14.13). Without an author the title comes first; the 17th edition put the newspaper's name there.
fn chicago(facts: &Facts<'_>) -> String {
    let mut names = facts.reversed();
    let authors = if names.len() > 6 {
        names.truncate(3);
        listed(&names) + ", et al."
    } else {
        joined(&names, "and ", facts.names.first())
    };
    let (word, day) = match &facts.day {
        Some(day) if facts.source.published.is_some() => ("", day),
        Some(day) => ("Last modified ", day),
        None => ("Accessed ", &facts.read),
    };
    let mut place = if facts.is_own() {
        String::new()
    } else {
        facts.site.clone()
    };
    if !place.is_empty() {
        place = if word.is_empty() {
            place + ", "
        } else {
            sentence(&place) + " "
        };
    }
    let place = line(&[&*place, word, &day.chicago(), "."]);
    let address = stopped(&facts.address);
    spaced(&[&sentence(&authors), &quoted(&facts.title), &place, &address])
}

/// MLA 9, the core elements in their order: one author or two, else the first and `et al.`; what the publisher itself
/// wrote begins with the title; the date of the version consulted (5.68); the address without its scheme; the day of
/// access, which is optional, where there is no date.
fn mla(facts: &Facts<'_>) -> String {
    let mut names = facts.reversed();
    let authors = if facts.is_own() {
        String::new()
    } else if names.len() > 2 {
        names.truncate(1);
        names.concat() + ", et al."
    } else {
        joined(&names, "and ", facts.names.first())
    };
    let day = facts.latest.as_ref();
    let accessed = match day {
        Some(_) => String::new(),
        None => line(&["Accessed ", &facts.read.mla(), "."]),
    };
    let day = day.map(Day::mla).unwrap_or_default();
    let address = find::split(&facts.address, "://");
    let address = address.map_or(&*facts.address, |(_, rest)| rest);
    let container = parted(&[&facts.site, &day, address], ", ");
    let container = stopped(&container);
    spaced(&[
        &sentence(&authors),
        &quoted(&facts.title),
        &container,
        &accessed,
    ])
}

impl Facts<'_> {
    /// The names as Chicago and MLA want them: the first with its surname in front.
    fn reversed(&self) -> Vec<String> {
        let name = |(place, name): (usize, &Name)| {
            if place == 0 {
                name.inverted()
            } else {
                name.direct()
            }
        };
        self.names.iter().enumerate().map(name).collect()
    }
}

/// `A, B, and C`. Two names have a comma between them only if the first one has one in it.
fn joined(names: &[String], and: &str, first: Option<&Name>) -> String {
    let Some((last, others)) = names.split_last() else {
        return String::new();
    };
    let comma = others.len() > 1 || first.is_some_and(Name::is_person);
    let between = match (others.is_empty(), comma) {
        (true, _) => "",
        (_, true) => ", ",
        _ => " ",
    };
    let and = if others.is_empty() { "" } else { and };
    line(&[&listed(others), between, and, last])
}

/// The parts behind each other. One function of its own: the same lines at every place weigh kilobytes.
#[inline(never)]
fn line(parts: &[&str]) -> String {
    parts.concat()
}

/// What there is, with spaces between.
fn spaced(parts: &[&str]) -> String {
    parted(parts, " ")
}

/// What there is, with something between.
fn parted(parts: &[&str], between: &str) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() && !part.is_empty() {
            out.push_str(between);
        }
        out.push_str(part);
    }
    out
}

/// With commas between.
fn listed(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    parted(&parts, ", ")
}

/// With a full stop, unless a sentence ends there already. Nothing stays nothing.
fn sentence(text: &str) -> String {
    let body = text.trim_end_matches(|c| is_double(c) || matches!(c, '’' | '\''));
    if is_ended(body) {
        text.to_owned()
    } else {
        stopped(text)
    }
}

/// With a full stop, whatever it ends in: an address may end in a mark of its own.
fn stopped(text: &str) -> String {
    line(&[text, if text.is_empty() { "" } else { "." }])
}

/// The title in quotation marks, its full stop within. Marks inside it are single ones, and double again inside those
/// as in American printing, which Chicago and MLA follow, whichever marks its language has.
fn quoted(title: &str) -> String {
    let mut out = "“".to_owned();
    let mut open = Vec::new();
    let mut before = ' ';
    let mut chars = title.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let closes = open
            .last()
            .is_some_and(|opener| find::has(closing(*opener), c))
            && (c != '’' || !next.is_some_and(char::is_alphanumeric));
        // Inches are no quotation, and single marks outside of one are well where they are.
        let opens = (is_double(c) && (c != '"' || !before.is_alphanumeric()))
            || (c == '‘' && !open.is_empty());
        let single = open.len() % 2 == usize::from(closes);
        if closes {
            if next.is_none() && !is_ended(&out) {
                out.push('.');
            }
            open.pop();
            out.push(if single { '’' } else { '”' });
        } else if opens {
            open.push(c);
            out.push(if single { '‘' } else { '“' });
        } else {
            out.push(c);
        }
        before = c;
    }
    if !is_ended(out.trim_end_matches(['’', '”'])) {
        out.push('.');
    }
    out.push('”');
    out
}

/// The marks that end what this one began.
fn closing(opener: char) -> &'static str {
    match opener {
        '„' | '‟' => "“”\"",
        '«' => "»",
        '»' => "«",
        '‘' => "’",
        _ => "”\"",
    }
}

fn is_ended(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

/// Quotation marks that are not single ones.
fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// On one line, with single spaces, and without the marks that would turn the rest of a line around or show nothing.
/// Joiners stay: emoji and letters are made with them.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}
