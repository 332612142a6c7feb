//! The other languages in which a story is told.

use crate::{
    element::{Element, el},
    setting::use_setting,
    words::name_of,
};
use content::story::Translation;

/// A link to the story in each of the languages, in one line; nothing where there are none.
pub fn translations(translations: &[Translation]) -> Option<Element> {
    let setting = use_setting();
    let words = setting.words;
    let mut line = el("p")
        .class("translations")
        .attr("lang", words.lang)
        .child(words.also_in);
    for (place, told) in translations.iter().enumerate() {
        let lang = told.lang.as_str();
        line = line.child(if place == 0 { " " } else { " · " }).child(
            el("a")
                .class("translations__link")
                .attr("href", setting.address(&told.address))
                .attr("hreflang", lang)
                .attr("lang", lang)
                .child(name_of(&told.lang)),
        );
    }
    (!translations.is_empty()).then_some(line)
}
