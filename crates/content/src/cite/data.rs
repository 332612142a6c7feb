//! The citations that programs read: BibTeX, RIS and Wikipedia's template.

use super::{Day, Facts, line, name::Name, parted};
use crate::{
    body::begins_entity,
    find,
    lang::Lang,
    slug::{Slug, checksum},
};

/// As plain BibTeX and biblatex both read it.
///
/// `@misc`, because the styles that come with BibTeX do not know `@online` and warn of it, while biblatex treats `@misc`
/// well. For the same reason the date stands there twice: `year` and `month` for BibTeX, `date`, which has the day, for
/// biblatex, to which it comes before the other two. Names and the title in double braces are left as they are.
pub(super) fn bibtex(facts: &Facts<'_>) -> String {
    let author = |name: &Name| {
        if name.is_person() {
            // The suffix stands in the middle here.
            if name.suffix.is_empty() {
                latex(&name.listed(&name.given, ""))
            } else {
                latex(&name.listed(&name.suffix, &name.given))
            }
        } else {
            line(&["{", &latex(&name.family), "}"])
        }
    };
    let authors: Vec<String> = facts.names.iter().map(author).collect();
    let authors: Vec<&str> = authors.iter().map(String::as_str).collect();
    let day = facts.day.as_ref();
    let mut out = line(&["@misc{", &key(facts)]);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let braces = if name == "month" {
                ["", ""]
            } else {
                ["{", "}"]
            };
            for part in [",\n  ", name, " = ", braces[0], value, braces[1]] {
                out.push_str(part);
            }
        }
    };
    field("author", &parted(&authors, " and "));
    field("title", &line(&["{", &latex(&facts.title), "}"]));
    field("howpublished", &latex(&facts.site));
    if let Some(day) = day {
        let month = day.month.to_ascii_lowercase();
        field("year", &day.year);
        field("month", month.get(..3).unwrap_or_default());
        field("date", &day.iso);
    }
    field("url", &facts.address);
    field("urldate", &facts.read.iso);
    out.push_str("\n}\n");
    out
}

/// Surname (or site), year and the first longer word of the title, in Latin letters; where none of these has any, a
/// checksum.
fn key(facts: &Facts<'_>) -> String {
    let lang = Lang::parse(facts.source.lang);
    let slug = |text: &str| Slug::of_name(text, lang.as_ref());
    let ascii = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.collect()
    };
    let who = facts.names.first().map_or(&facts.site, |name| &name.family);
    let who = if who.is_empty() {
        String::new()
    } else {
        ascii(slug(who).as_str())
    };
    let title = slug(&facts.title);
    let word = title
        .as_str()
        .rsplit('-')
        .map(ascii)
        .max_by_key(|word| word.len().min(4))
        .unwrap_or_default();
    let year = facts.day.as_ref().map_or("", |day| &day.year);
    let mut key = line(&[&*who, year, &word]);
    if who.is_empty() && word.is_empty() {
        key = checksum(&facts.title) + year;
    } else if key.starts_with(|c: char| c.is_ascii_digit()) {
        key.insert(0, 'x');
    }
    key
}

/// What LaTeX would not print. Braces have words of their own, because BibTeX counts escaped ones too.
const LATEX: &[(char, &str)] = &[
    ('\\', "{\\textbackslash}"),
    ('{', "{\\textbraceleft}"),
    ('}', "{\\textbraceright}"),
    ('~', "{\\textasciitilde}"),
    ('^', "{\\textasciicircum}"),
    ('<', "{\\textless}"),
    ('>', "{\\textgreater}"),
    ('|', "{\\textbar}"),
    ('#', "\\#"),
    ('$', "\\$"),
    ('%', "\\%"),
    ('&', "\\&"),
    ('_', "\\_"),
];

fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match LATEX.iter().find(|(from, _)| *from == c) {
            Some((_, to)) => out.push_str(to),
            None => out.push(c),
        }
    }
    out
}

/// As the RIS specification of Research Information Systems has it: tag, two spaces, hyphen, space; lines end in CR LF;
/// dates with slashes; no asterisks in names. A comma would part a name, so that whole names have none.
pub(super) fn ris(facts: &Facts<'_>) -> String {
    let mut out = String::new();
    let mut field = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            for part in [tag, "  - ", value, "\r\n"] {
                out.push_str(part);
            }
        }
    };
    let slashes = |day: &Day| -> String {
        let slash = |c| if c == '-' { '/' } else { c };
        day.iso.chars().map(slash).collect()
    };
    field("TY", "NEWS");
    for name in &facts.names {
        if name.is_person() {
            field("AU", &name.inverted());
        } else {
            field("AU", &without(&name.family, ",*"));
        }
    }
    field("TI", &facts.title);
    field("T2", &without(&facts.site, "*"));
    field("PB", &facts.publisher);
    if let Some(day) = &facts.day {
        field("PY", &day.year);
        field("DA", &slashes(day));
    }
    field("LA", &super::tidy(facts.source.lang));
    field("UR", &facts.address);
    field("Y2", &slashes(&facts.read));
    field("ER", "");
    out
}

fn without(text: &str, signs: &str) -> String {
    text.chars().filter(|c| !find::has(signs, *c)).collect()
}

/// As the documentation of the template and Help:Citation Style 1 want it: `author` for whole names, a suffix with the
/// given name, `n.d.` for no date, dates as `2022-02-10`, which is right in articles of either order of dates. A
/// newsroom that signs its own work is not named beside it.
pub(super) fn wikipedia(facts: &Facts<'_>) -> String {
    let mut out = "{{cite news".to_owned();
    let mut field = |name: &str, number: &str, value: &str| {
        if !value.is_empty() {
            for part in [" |", name, number, "=", value] {
                out.push_str(part);
            }
        }
    };
    for (place, name) in facts.names.iter().enumerate() {
        let number = (place + 1).to_string();
        if name.is_person() {
            let given = super::spaced(&[&name.given, &name.suffix]);
            field("last", &number, &wikitext(&name.family));
            field("first", &number, &wikitext(&given));
        } else if !facts.is_own() {
            field("author", &number, &wikitext(&name.family));
        }
    }
    let mut address = String::new();
    crate::url::encode(&mut address, &facts.address, "[]'{|}");
    field("title", "", &wikitext(&facts.title));
    field("url", "", &address);
    field("work", "", &wikitext(&facts.site));
    let day = facts.day.as_ref().map_or("n.d.", |day| &day.iso);
    field("date", "", day);
    field("access-date", "", &facts.read.iso);
    let lang = Lang::parse(facts.source.lang);
    field("language", "", lang.as_ref().map_or("", Lang::primary));
    out.push_str("}}");
    out
}

/// What a template would take for its own, as its documentation says to write it.
const WIKITEXT: &[(char, &str)] = &[
    ('|', "{{!}}"),
    ('[', "&#91;"),
    (']', "&#93;"),
    ('{', "&#123;"),
    ('}', "&#125;"),
    ('<', "&lt;"),
    ('>', "&gt;"),
    ('&', "&amp;"),
    ('\'', "&#39;"),
    ('~', "&#126;"),
    ('_', "&#95;"),
    (':', "&#58;"),
];

/// The last five stand for themselves mostly: it takes two apostrophes to make italics, several tildes for a signature,
/// two low lines for a magic word, `://` for a link, and a semicolon for an entity.
fn wikitext(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let is_plain = match c {
            '&' => !begins_entity(rest),
            '\'' | '~' | '_' => before != c && rest.chars().nth(1) != Some(c),
            ':' => !rest.starts_with("://"),
            _ => false,
        };
        match WIKITEXT.iter().find(|(from, _)| *from == c) {
            Some((_, to)) if !is_plain => out.push_str(to),
            _ => out.push(c),
        }
        before = c;
    }
    out
}
