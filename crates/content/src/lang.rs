//! A language tag as a feed writes it, mended and in one spelling.

use std::fmt;

/// A language, as a BCP 47 tag in its usual spelling: `en`, `en-US`, `sr-Cyrl`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(String);

/// Country codes and three-letter codes that are written where a language is meant, with the tag that is meant.
///
/// Only those that are no language themselves: `se` is Sweden, but also Northern Sami. Three-letter codes stand here
/// because BCP 47 wants the two-letter one wherever there is one, and screen readers know no other.
const MENDED: &[(&str, &str)] = &[
    ("al", "sq"),
    ("alb", "sq"),
    ("bul", "bg"),
    ("cz", "cs"),
    ("deu", "de"),
    ("dk", "da"),
    ("ell", "el"),
    ("eng", "en"),
    ("fra", "fr"),
    ("gr", "el"),
    ("in", "id"),
    ("iw", "he"),
    ("jp", "ja"),
    ("mac", "mk"),
    ("mkd", "mk"),
    ("rus", "ru"),
    ("sqi", "sq"),
    ("srp", "sr"),
    ("tur", "tr"),
    ("ua", "uk"),
    ("ukr", "uk"),
];

/// Languages that are written from right to left unless the tag names another script.
const RTL_LANGUAGES: &str = "ar arc ckb dv fa he khw ks ps sd syr ug ur yi";

/// Scripts that are written from right to left.
const RTL_SCRIPTS: &str = "Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa";

impl Default for Lang {
    /// English: what a site speaks that does not say otherwise.
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl Lang {
    /// Reads a tag. `_` passes for `-`, letters may be of either case, and the well-known wrong tags (`ua`, `al`)
    /// are mended. What has not the shape of a tag is `None`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let mut out = String::with_capacity(tag.len());
        for (place, part) in tag.trim().split(['-', '_']).enumerate() {
            if !(1..=8).contains(&part.len())
                || !part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            {
                return None;
            }
            let mut part = part.to_ascii_lowercase();
            if place == 0 {
                if part.len() < 2 || !part.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    return None;
                }
                out.push_str(
                    MENDED
                        .iter()
                        .find(|(wrong, _)| *wrong == part)
                        .map_or(part.as_str(), |(_, right)| right),
                );
                continue;
            }
            // Past a singleton (`x-`, `u-`) the parts are no regions or scripts, and stay lower-case.
            let plain = !out.split('-').any(|part| part.len() == 1);
            match part.len() {
                2 if plain => part.make_ascii_uppercase(),
                4 if plain => {
                    if let Some(first) = part.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                }
                _ => {}
            }
            out.push('-');
            out.push_str(&part);
        }
        Some(Self(out))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script or region: `sr` of `sr-Cyrl`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether the language is written from right to left. A script in the tag decides (`az-Arab`), else the language.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        let lists = |list: &str, part: &str| list.split(' ').any(|each| each == part);
        // A four-letter part that begins with a letter is a script; with a digit it is a variant.
        match self
            .0
            .split('-')
            .skip(1)
            .take_while(|part| part.len() > 1)
            .find(|part| is_script(part))
        {
            Some(script) => lists(RTL_SCRIPTS, script),
            None => lists(RTL_LANGUAGES, self.primary()),
        }
    }

    /// The value of the `dir` attribute for text in this language: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.starts_with(|first: char| first.is_ascii_alphabetic())
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(tag: &str) -> Option<String> {
        Lang::parse(tag).map(|lang| lang.0)
    }

    #[test]
    fn tags_get_their_usual_spelling() {
        for (written, meant) in [
            ("en", "en"),
            ("EN", "en"),
            ("en-us", "en-US"),
            ("en_US", "en-US"),
            ("SR-cyrl", "sr-Cyrl"),
            ("zh_hant_tw", "zh-Hant-TW"),
            ("de-CH-1901", "de-CH-1901"),
            ("es-419", "es-419"),
            ("en-US-x-AB-Cyrl", "en-US-x-ab-cyrl"),
            (" mk ", "mk"),
            ("cnr", "cnr"),
        ] {
            assert_eq!(parsed(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn well_known_wrong_tags_are_mended() {
        for (written, meant) in [
            ("ua", "uk"),
            ("UA-ua", "uk-UA"),
            ("al", "sq"),
            ("mkd", "mk"),
            ("ukr", "uk"),
            ("sqi-AL", "sq-AL"),
            ("iw", "he"),
        ] {
            assert_eq!(parsed(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for written in [
            "",
            " ",
            "e",
            "-",
            "en-",
            "-en",
            "en--US",
            "english language",
            "македонски",
            "123",
            "en-verylongpart",
            "en\"",
            "x-klingon",
        ] {
            assert_eq!(parsed(written), None, "{written}");
        }
    }

    #[test]
    fn reading_a_tag_twice_changes_nothing() {
        for written in ["UA", "zh_hant_tw", "en-u-CA-BUDDHIST"] {
            let once = parsed(written).unwrap();
            assert_eq!(parsed(&once), Some(once));
        }
    }

    #[test]
    fn the_script_decides_the_direction_before_the_language() {
        for (tag, direction) in [
            ("en", "ltr"),
            ("mk", "ltr"),
            ("ar", "rtl"),
            ("ar-EG", "rtl"),
            ("iw", "rtl"),
            ("fa", "rtl"),
            ("az-Arab", "rtl"),
            ("ar-Latn", "ltr"),
            ("ks-Deva-IN", "ltr"),
            ("he-x-latn", "rtl"),
            ("de-1996", "ltr"),
        ] {
            let lang = Lang::parse(tag).unwrap();
            assert_eq!(lang.direction(), direction, "{tag}");
            assert_eq!(lang.is_rtl(), direction == "rtl");
        }
    }

    #[test]
    fn the_primary_language_stands_without_its_region() {
        assert_eq!(Lang::parse("sr_Cyrl-RS").unwrap().primary(), "sr");
        assert_eq!(Lang::parse("uk").unwrap().primary(), "uk");
    }
}
