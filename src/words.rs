//! The words of the interface, one typed table per language: a word that is missing does not compile.

mod desk;
mod en;
mod failure;
mod mk;
mod sq;
mod uk;

pub use desk::DeskWords;
pub use failure::FailureWords;

use content::{find, lang::Lang, story::Kind};

/// Every word and sentence that the interface itself says.
#[expect(
    missing_docs,
    reason = "a field is named for what its words say in English"
)]
pub struct Words {
    /// The language's BCP 47 tag.
    pub lang: &'static str,
    /// The language's own name, for the switch.
    pub name: &'static str,

    // The frame
    pub skip_to_content: &'static str,
    pub home: &'static str,
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub service_links: &'static str,
    pub sections: &'static str,
    pub pages: &'static str,
    pub all: &'static str,
    /// Opens what lies below a menu entry; `{}` is its name.
    pub more_in: &'static str,
    pub breadcrumb: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub language: &'static str,
    pub top: &'static str,

    // Search
    pub search: &'static str,
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub no_results: &'static str,
    pub view_all_results: &'static str,
    /// `{}` is what was searched for.
    pub results_for: &'static str,
    pub search_again: &'static str,

    // Lists
    pub latest: &'static str,
    pub all_stories: &'static str,
    /// `{}` is the name of the section.
    pub all_of: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub paging: &'static str,
    /// The first `{}` is the page, the second how many there are.
    pub page_of: &'static str,
    pub empty_list: &'static str,
    pub empty_site: &'static str,
    pub tag: &'static str,
    pub author: &'static str,

    // A story
    pub by: &'static str,
    pub and: &'static str,
    pub in_topics: &'static str,
    /// Before the names of the other languages in which a story is told.
    pub also_in: &'static str,
    pub updated: &'static str,
    pub correction: &'static str,
    pub corrections: &'static str,
    pub notes: &'static str,
    pub back_to_text: &'static str,
    pub note: &'static str,
    pub related: &'static str,
    pub next_story: &'static str,
    pub previous_story: &'static str,
    pub recent: &'static str,
    pub read_at: &'static str,
    pub attachments: &'static str,
    pub picture_credit: &'static str,
    pub play: &'static str,
    /// `{}` is the provider's name.
    pub play_notice: &'static str,
    pub watch_at: &'static str,
    pub print: &'static str,
    pub only_part: &'static str,

    // Sharing
    pub share: &'static str,
    pub share_on: &'static str,
    pub email: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_failed: &'static str,

    // When something is missing or goes wrong
    pub loading: &'static str,
    pub still_loading: &'static str,
    pub not_found: &'static str,
    pub not_found_text: &'static str,
    pub failed: &'static str,
    pub to_front_page: &'static str,
    pub rights: &'static str,

    // What comes by way of a function comes with the part of the program that needs it.
    /// Why a page could not be loaded.
    pub failure: fn() -> &'static FailureWords,
    /// What the print desk says.
    pub desk: fn() -> &'static DeskWords,

    /// `7 stories`
    pub stories: fn(usize) -> String,
    /// `3 results`
    pub results: fn(usize) -> String,
    /// `4 min read`
    pub reading_time: fn(usize) -> String,
    /// `This story is more than 2 years old.`
    pub age: fn(usize) -> String,
    /// The name of a kind of writing; nothing for plain news.
    pub kind: fn(Kind) -> &'static str,
}

/// The languages of the interface.
pub static ALL: [&Words; 4] = [&en::WORDS, &mk::WORDS, &sq::WORDS, &uk::WORDS];

/// The words in a language; English where the interface does not speak it.
#[must_use]
pub fn of(lang: &Lang) -> &'static Words {
    ALL.into_iter()
        .find(|words| words.lang == lang.primary())
        .unwrap_or(&en::WORDS)
}

/// What a language is called in itself; its tag where the interface does not speak it.
#[must_use]
pub fn name_of(lang: &Lang) -> &str {
    let words = of(lang);
    if words.lang == lang.as_str() {
        words.name
    } else {
        lang.as_str()
    }
}

/// A sentence with its `{}` filled in, one after the other.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = find::split(rest, "{}") {
        filled.push_str(before);
        filled.push_str(values.next().unwrap_or(&""));
        rest = after;
    }
    filled + rest
}

/// `count` with the form of a word that English, Albanian and (by its own rule) Macedonian put after it.
fn counted(count: usize, is_one: bool, one: &str, many: &str) -> String {
    count.to_string() + " " + if is_one { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_the_interface_does_not_speak_gets_english() {
        let lang = |tag| Lang::parse(tag).unwrap();
        assert_eq!(of(&lang("mk-MK")).lang, "mk");
        assert_eq!(of(&lang("fr")).lang, "en");
    }

    #[test]
    fn a_language_is_called_by_its_own_name_or_told_from_others_by_its_tag() {
        let name = |tag| name_of(&Lang::parse(tag).unwrap()).to_owned();
        assert_eq!(name("sq"), "Shqip");
        assert_eq!(name("de"), "de");
        assert_ne!(name("en-GB"), name("en-US"));
    }

    #[test]
    fn blanks_are_filled_in_order() {
        assert_eq!(fill("Page {} of {}", &["2", "9"]), "Page 2 of 9");
        assert_eq!(fill("none", &["2"]), "none");
        assert_eq!(fill("{} {}", &["a"]), "a ");
    }

    #[test]
    fn counts_take_the_form_of_their_language() {
        let forms = |words: &Words| [1, 2, 5, 11, 21, 22, 111].map(|count| (words.stories)(count));
        assert_eq!(
            forms(&en::WORDS),
            [
                "1 story",
                "2 stories",
                "5 stories",
                "11 stories",
                "21 stories",
                "22 stories",
                "111 stories"
            ]
        );
        assert_eq!(
            forms(&mk::WORDS),
            [
                "1 текст",
                "2 текста",
                "5 текста",
                "11 текста",
                "21 текст",
                "22 текста",
                "111 текста"
            ]
        );
        assert_eq!(
            forms(&sq::WORDS),
            [
                "1 artikull",
                "2 artikuj",
                "5 artikuj",
                "11 artikuj",
                "21 artikuj",
                "22 artikuj",
                "111 artikuj"
            ]
        );
        assert_eq!(
            forms(&uk::WORDS),
            [
                "1 матеріал",
                "2 матеріали",
                "5 матеріалів",
                "11 матеріалів",
                "21 матеріал",
                "22 матеріали",
                "111 матеріалів"
            ]
        );
    }

    #[test]
    fn every_language_fills_the_same_blanks() {
        let blanks = |words: &Words| {
            [
                words.more_in,
                words.results_for,
                words.all_of,
                words.page_of,
                words.play_notice,
                words.watch_at,
                (words.failure)().status,
                words.share_on,
                words.read_at,
                (words.desk)().removed,
                (words.desk)().printed,
            ]
            .map(|sentence| sentence.matches("{}").count())
        };
        for words in ALL {
            assert_eq!(
                blanks(words),
                [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1],
                "{}",
                words.lang
            );
        }
    }
}
