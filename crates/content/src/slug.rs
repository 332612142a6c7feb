//! The part of an address that names a story, a category, a tag or an author.

use crate::{
    find,
    fold::{fold, is_joined},
    lang::Lang,
    url::percent_decode,
};

/// The longest slug that is made of a name, in characters.
const MOST_CHARS: usize = 80;
/// The longest slug at all, in bytes: each becomes a folder, and file systems stop at 255.
const MOST_BYTES: usize = 200;

/// A path segment, percent-decoded: never empty, no slash, nothing that means another folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// Reads a segment as it stands in an address, and decodes it once.
    ///
    /// `None` for what cannot be one folder's name on every host: empty, `.` and `..`, more than 200 bytes, and with
    /// a slash of either kind or a control character, written as they are or encoded.
    #[must_use]
    pub fn parse(segment: &str) -> Option<Self> {
        let decoded = percent_decode(segment);
        let refused = matches!(&*decoded, "" | "." | "..")
            || decoded.len() > MOST_BYTES
            || decoded.contains(|letter: char| letter.is_control() || matches!(letter, '/' | '\\'));
        (!refused).then(|| Self(decoded.into_owned()))
    }

    /// Makes the slug of a name: `Боротьба України` is `borotba-ukrainy`.
    ///
    /// Cyrillic is transliterated as its language does it (the language given, else the one its letters point to),
    /// Greek simply; Latin letters lose their accents; other scripts stay as they are. A name without a letter or
    /// digit gets a slug of its own all the same, made from a checksum.
    #[must_use]
    pub fn of_name(name: &str, lang: Option<&Lang>) -> Self {
        let key = fold(name);
        let special = dialect(&key, lang);
        let mut slug = String::with_capacity(key.len());
        let mut before = ' ';
        for letter in key.chars() {
            // An apostrophe is no gap: `don't` is `dont`, and `п'ять` is one word.
            if letter == '\'' {
                continue;
            }
            match romanized(letter, before, special) {
                Some(roman) => slug.push_str(roman),
                None if letter.is_alphanumeric() || is_joined(letter) => slug.push(letter),
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            }
            before = letter;
        }
        let slug = shortened(slug.trim_end_matches('-'));
        Self(if slug.is_empty() {
            checksum(name)
        } else {
            slug.to_owned()
        })
    }

    /// The slug, percent-decoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Cyrillic and Greek letters in Latin ones, where languages do not differ. A space parts the entries.
const COMMON: &str = "аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ъ ыy ь эe юyu \
                      яya ґg єye іi їi ѓgj ѕdz јj љlj њnj ќkj џdzh ђdj ћc ўu αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx \
                      οo πp ρr σs τt υy φf χch ψps ωo";

/// The languages that differ: the letters at which they are known when nobody names them, and their entries, which
/// go before [`COMMON`]. After a bar come those for the beginning of a word.
const DIALECTS: [(&str, &str, &str); 6] = [
    // Cabinet resolution 55 of 2010.
    (
        "uk",
        "іїєґ",
        "гh єie иy їi йi хkh юiu яia|єye їyi йy юyu яya",
    ),
    ("mk", "ѓќѕ", MACEDONIAN),
    ("sr", "ђћ", "жz цc чc шs џdz"),
    // Shared with Serbian, but then ђ or ћ is seldom far.
    ("mk", "јљњџ", MACEDONIAN),
    ("ru", "ыэ", "хkh"),
    // The law of 2009.
    ("bg", "ъ", "щsht ъa ьy"),
];

/// As in passports.
const MACEDONIAN: &str = "цc џdj";

/// The entries that go before [`COMMON`] in this name.
fn dialect(key: &str, lang: Option<&Lang>) -> &'static str {
    let spoken = lang.and_then(|lang| DIALECTS.iter().find(|(tag, ..)| *tag == lang.primary()));
    let seen = || {
        DIALECTS
            .iter()
            .find(|(_, letters, _)| key.contains(|letter| find::has(letters, letter)))
    };
    spoken.or_else(seen).map_or("", |(.., entries)| entries)
}

/// What a letter is in Latin ones, after another letter and in a dialect. `None` for letters of other scripts.
fn romanized(letter: char, before: char, dialect: &'static str) -> Option<&'static str> {
    let (inside, first) = dialect.split_once('|').unwrap_or((dialect, ""));
    let first = if before.is_alphanumeric() { "" } else { first };
    match (before, letter) {
        // зг would else be read as ж.
        ('з', 'г') if inside.starts_with("гh") => return Some("gh"),
        ('ο', 'υ') => return Some("u"),
        _ if letter.is_ascii() => return None,
        _ => {}
    }
    [first, inside, COMMON]
        .into_iter()
        .flat_map(|entries| entries.split(' '))
        .find_map(|entry| entry.strip_prefix(letter))
}

/// The slug as far as it may be long, cut at a hyphen if there is one in the second half.
fn shortened(slug: &str) -> &str {
    let too_far = |(count, (at, letter)): &(usize, (usize, char))| {
        *count >= MOST_CHARS || at + letter.len_utf8() > MOST_BYTES
    };
    let end = slug
        .char_indices()
        .enumerate()
        .find(too_far)
        .map_or(slug.len(), |(_, (at, _))| at);
    let Some((kept, rest)) = slug.split_at_checked(end) else {
        return slug;
    };
    match kept.rsplit_once('-') {
        Some((words, _))
            if !rest.is_empty() && !rest.starts_with('-') && words.len() >= end / 2 =>
        {
            words
        }
        _ => kept.trim_end_matches('-'),
    }
}

/// `x` and the FNV-1a hash of the name in base 36: the same on every machine and in every version.
pub(crate) fn checksum(name: &str) -> String {
    let mut hash = name.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let mut out = "x".to_owned();
    loop {
        out.extend(char::from_digit(hash % 36, 36));
        hash /= 36;
        if hash == 0 {
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(name: &str, lang: &str) -> String {
        Slug::of_name(name, Lang::parse(lang).as_ref()).0
    }

    #[test]
    fn names_become_readable_addresses() {
        for (name, lang, slug) in [
            ("RECYCLЕ", "en", "recycle"),
            ("А YEAR OF HEROISM", "en", "a-year-of-heroism"),
            ("WAR IN UKRAINE", "en", "war-in-ukraine"),
            ("Don’t panic: 100% & more!", "en", "dont-panic-100-more"),
            ("  --Hello,   World--  ", "", "hello-world"),
            ("Skënderbeu dhe çështja", "sq", "skenderbeu-dhe-ceshtja"),
            ("Straße nach Łódź", "de", "strasse-nach-lodz"),
            ("C++ и C#", "mk", "c-i-c"),
            ("naïve_café", "", "naive-cafe"),
            ("2026", "en", "2026"),
        ] {
            assert_eq!(made(name, lang), slug, "{name}");
        }
    }

    #[test]
    fn cyrillic_is_transliterated_by_its_language() {
        for (name, lang, slug) in [
            ("БОРОТЬБА УКРАЇНИ", "uk", "borotba-ukrainy"),
            ("БОРОТЬБА УКРАЇНИ", "", "borotba-ukrainy"),
            (
                "Згурський Єнакієве Яготин п’ять Юрій Їжакевич",
                "uk",
                "zghurskyi-yenakiieve-yahotyn-piat-yurii-yizhakevych",
            ),
            (
                "Харків, Щербухи, Гоща, Ґалаґан",
                "uk",
                "kharkiv-shcherbukhy-hoshcha-galagan",
            ),
            ("Година на херојството", "mk", "godina-na-herojstvoto"),
            (
                "Ѓорѓи Ќосев, Ѕвезда, Љубов, Џамија, Цензура, Шанса, Жена",
                "mk",
                "gjorgji-kjosev-dzvezda-ljubov-djamija-cenzura-shansa-zhena",
            ),
            ("Скопје и цена", "", "skopje-i-cena"),
            ("Живот и чај", "sr", "zivot-i-caj"),
            ("Ђорђе Живковић", "", "djordje-zivkovic"),
            ("Хорошие объекты", "ru", "khoroshie-obekty"),
            ("Български щъркел", "bg", "balgarski-shtarkel"),
            ("Година", "en", "godina"),
        ] {
            assert_eq!(made(name, lang), slug, "{name}");
        }
    }

    #[test]
    fn other_scripts_have_slugs_too() {
        assert_eq!(made("Αθήνα: Ουρανός", "el"), "athina-ouranos");
        assert_eq!(made("العربية اليوم", "ar"), "العربية-اليوم");
        assert_eq!(made("საქართველო ᲓᲦᲔᲡ", "ka"), "საქართველო-დღეს");
        assert_eq!(made("हिन्दी समाचार", "hi"), "हिन्दी-समाचार");
        assert_eq!(made("北京、今日", "zh"), "北京-今日");
    }

    #[test]
    fn names_without_letters_get_a_slug_of_their_own() {
        let all = [
            "", " ", "🇺🇦", "👍🏽", "!?", "…", "ь", "’", "\u{301}", "\u{200D}",
        ]
        .map(|name| made(name, "uk"));
        for slug in &all {
            assert!(
                slug.len() > 1
                    && slug.starts_with('x')
                    && slug.bytes().all(|byte| byte.is_ascii_alphanumeric())
            );
            assert_eq!(made(slug, ""), *slug);
        }
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        assert_eq!(
            made("", ""),
            "xpftntz",
            "the hash has to stay the same for ever"
        );
    }

    #[test]
    fn long_names_are_cut_at_a_hyphen() {
        let slug = made(&"Слово за слово ".repeat(20), "mk");
        assert_eq!(
            slug,
            "slovo-za-slovo-slovo-za-slovo-slovo-za-slovo-slovo-za-slovo-slovo-za-slovo-slovo"
        );
        assert!((60..=80).contains(&slug.len()));
        assert_eq!(made(&"a".repeat(300), "").len(), 80);
        assert!(made(&"საქართველო".repeat(30), "ka").len() <= 200);
        assert_eq!(made(&format!("{} b", "a".repeat(80)), ""), "a".repeat(80));
    }

    #[test]
    fn segments_are_decoded_once_and_kept_as_they_are() {
        for (segment, slug) in [
            ("hello-world", "hello-world"),
            ("%D0%B1%D0%BE%D1%80", "бор"),
            ("%d0%b1%d0%be%d1%80", "бор"),
            ("Old_Post.html", "Old_Post.html"),
            ("a%2525", "a%25"),
            ("100%", "100%"),
            ("...", "..."),
            ("a%20b", "a b"),
        ] {
            assert_eq!(Slug::parse(segment).unwrap().as_str(), slug);
        }
    }

    #[test]
    fn segments_that_lead_elsewhere_are_refused() {
        for segment in [
            "", ".", "..", "%2E%2e", "a/b", "a%2Fb", "a\\b", "a%5Cb", "a%00", "a%0Ab", "\u{7F}",
        ] {
            assert_eq!(Slug::parse(segment), None, "{segment}");
        }
        assert!(Slug::parse(&"a".repeat(200)).is_some());
        assert_eq!(Slug::parse(&"a".repeat(201)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]

        #[test]
        fn every_name_has_a_slug_that_can_be_read_back(
            name in prop_oneof![any::<String>(), "[A-Za-zА-Яа-яїєґѓќјąé’' /.%0-9-]{0,120}"],
            lang in prop_oneof![Just("uk"), Just("mk"), Just("bg"), Just("en"), Just("")],
        ) {
            let slug = Slug::of_name(&name, Lang::parse(lang).as_ref());
            prop_assert_eq!(Slug::parse(slug.as_str()), Some(slug.clone()));
            prop_assert!(slug.0.chars().count() <= MOST_CHARS);
            prop_assert!(!slug.0.starts_with('-') && !slug.0.ends_with('-') && !slug.0.contains("--"));
            if slug.0.is_ascii() {
                prop_assert_eq!(Slug::of_name(slug.as_str(), Lang::parse(lang).as_ref()), slug);
            }
        }

        #[test]
        fn whatever_is_read_is_one_folder(segment in any::<String>()) {
            if let Some(slug) = Slug::parse(&segment) {
                prop_assert!(!slug.0.is_empty() && !slug.0.contains(['/', '\0']) && slug.0 != "..");
            }
        }
    }
}
