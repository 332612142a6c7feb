//! A name as a feed shows it, parted into surname and given names.

use super::tidy;
use crate::{
    find,
    fold::{fold, is_joined},
};

/// A name, parted by rule, because a feed gives only the whole.
///
/// The last word is the surname, together with the particles before it (`de la Cruz`, `van Gogh`), in either case; the
/// first word is a given name (`Van Morrison`), and in lower case the beginning of a whole one (`de la Cruz`). `Jr.` and the like stand apart, titles before a name are dropped. The name stays whole, and is
/// never turned around, if it is
///
/// - one word, or in a script whose names begin with the surname;
/// - the name of the site or of its publisher, or begins with it (`CIVIL Newsroom`);
/// - no person's, by its looks: with digits, commas, brackets or signs (`A & B`), with a word in lower case in its midst
///   (`Staff of CIVIL`), with an acronym in front (`BBC News`) or a word like `newsroom` in it.
#[derive(Debug)]
pub(super) struct Name {
    /// The surname, or a whole name.
    pub(super) family: String,
    /// Empty for a whole name.
    pub(super) given: String,
    /// `Jr.`, or nothing.
    pub(super) suffix: String,
}

/// Words that belong to the surname behind them.
const PARTICLES: &str = "af al av bin bint da das de del della den der di do dos du el ibn la le ter van von zu zum zur";

const SUFFIXES: &str = "jr sr ii iii iv";

const TITLES: &str = "dr prof mr mrs ms д-р проф";

/// Words that only names of newsrooms have, folded. A surname that is one of them (`Press`) is the price.
const NEWSROOMS: &str = "agency desk editorial media news newsroom press radio redaksia staff team television tv \
                         агенција редакција редакция редакція";

impl Name {
    /// `None` for a name without anything to see. `own` are the names of the site and of its publisher.
    pub(super) fn of(name: &str, own: [&str; 2]) -> Option<Self> {
        let whole = tidy(name);
        if whole.is_empty() {
            return None;
        }
        Self::person(&whole, own).or(Some(Self {
            family: whole,
            given: String::new(),
            suffix: String::new(),
        }))
    }

    fn person(whole: &str, own: [&str; 2]) -> Option<Self> {
        let mut words: Vec<&str> = whole.split(' ').collect();
        let mut suffix = "";
        if words.len() > 2
            && let Some(last) = words.last()
            && is_one_of(SUFFIXES, last)
        {
            suffix = last;
            words.pop();
            if let Some(before) = words.last_mut() {
                *before = before.trim_end_matches(',');
            }
        }
        while words.len() > 2 && words.first().is_some_and(|word| is_one_of(TITLES, word)) {
            words.remove(0);
        }
        let key = fold(whole);
        let is_own = own.into_iter().map(fold).any(|own| {
            !own.is_empty()
                && key
                    .strip_prefix(&*own)
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let middle = words.get(1..words.len().saturating_sub(1))?;
        let is_small =
            |word: &&str| word.starts_with(char::is_lowercase) && !is_one_of(PARTICLES, word);
        let first_is_acronym = words.first().is_some_and(|word| is_acronym(word))
            && !words.iter().skip(1).all(|word| is_acronym(word));
        let odd = |c: char| {
            c.is_numeric()
                || find::has("\"“”„«»()[]{}<>/|\\&+@,;:_*", c)
                || matches!(c, '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        };
        let particle_first = words
            .first()
            .is_some_and(|word| word.starts_with(char::is_lowercase) && is_one_of(PARTICLES, word));
        if words.len() < 2
            || particle_first
            || is_own
            || first_is_acronym
            || middle.iter().any(is_small)
            || words.iter().any(|word| {
                word.contains(odd)
                    || word.eq_ignore_ascii_case("and")
                    || is_one_of(NEWSROOMS, word)
                    || !word.contains(char::is_alphabetic)
            })
        {
            return None;
        }
        let mut start = words.len() - 1;
        while start > 1
            && words
                .get(start - 1)
                .is_some_and(|word| is_one_of(PARTICLES, word))
        {
            start -= 1;
        }
        let (given, family) = words.split_at_checked(start)?;
        Some(Self {
            family: super::spaced(family),
            given: super::spaced(given),
            suffix: suffix.to_owned(),
        })
    }

    /// Whether it was parted.
    pub(super) fn is_person(&self) -> bool {
        !self.given.is_empty()
    }

    /// Whether it is this name, however it is written.
    pub(super) fn is(&self, other: &str) -> bool {
        !other.is_empty() && !self.is_person() && fold(&self.family) == fold(other)
    }

    /// `Martin Luther King Jr.`
    pub(super) fn direct(&self) -> String {
        super::spaced(&[&self.given, &self.family, &self.suffix])
    }

    /// `King, Martin Luther, Jr.`
    pub(super) fn inverted(&self) -> String {
        self.listed(&self.given, &self.suffix)
    }

    /// `King, M. L., Jr.`
    pub(super) fn initialled(&self) -> String {
        self.listed(&initials(&self.given), &self.suffix)
    }

    /// What there is of surname, `second` and `third`, with commas.
    pub(super) fn listed(&self, second: &str, third: &str) -> String {
        super::parted(&[&self.family, second, third], ", ")
    }
}

/// The initials of given names: `J.-P. K.` They keep their accents, and their case, which may be meant (`bell hooks`).
fn initials(given: &str) -> String {
    let mut out = String::new();
    let mut begins = true;
    let mut accent = false;
    for c in given.chars() {
        accent &= is_joined(c);
        if accent {
            out.pop();
            out.push(c);
            out.push('.');
        } else if begins && c.is_alphabetic() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push(' ');
            }
            out.push(c);
            out.push('.');
            (begins, accent) = (false, true);
        }
        if matches!(c, '-' | '\u{2010}' | '\u{2011}') && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        begins |= matches!(c, ' ' | '.' | '-' | '\u{2010}' | '\u{2011}');
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Whether a list of folded words has this one, full stops aside.
fn is_one_of(list: &str, word: &str) -> bool {
    let key = fold(word);
    let key = key.trim_end_matches('.');
    list.split(' ').any(|known| known == key)
}

/// Three capitals or more, and nothing else.
fn is_acronym(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && word.chars().count() > 2
}
