//! Words written with letters of two alphabets that look alike: `RECYCLЕ` with a Cyrillic Е is found by nobody who
//! types it, unless search folds such letters, and no search engine does.

/// An alphabet whose letters look like another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

fn script(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' if letter.is_alphabetic() => {
            Some(Script::Latin)
        }
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        // The sign of a millionth is written with a Greek letter, before Latin ones.
        '\u{3BC}' | '\u{3A9}' => None,
        '\u{370}'..='\u{3FF}' => Some(Script::Greek),
        _ => None,
    }
}

/// The words of a text that mix alphabets, each once. Parts joined by a hyphen or an apostrophe are words of their own:
/// `IT-сектор` is written as it should be, and so is `SMS-от`.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        let mut scripts = word.chars().filter_map(script);
        let first = scripts.next();
        if scripts.any(|script| Some(script) != first) && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

/// A word with the letters named that are not of its first alphabet, for an editor who cannot see the difference.
#[must_use]
pub fn explained(word: &str) -> String {
    let count = |sought: Script| {
        let letters = word
            .chars()
            .filter(|letter| script(*letter) == Some(sought));
        letters.count()
    };
    let scripts = [
        (Script::Latin, "Latin"),
        (Script::Cyrillic, "Cyrillic"),
        (Script::Greek, "Greek"),
    ];
    let used = scripts.into_iter().filter(|(script, _)| count(*script) > 0);
    // The fewest letters are the ones that slipped in.
    let strange = used.min_by_key(|(script, _)| count(*script));
    let Some((strange, name)) = strange else {
        return word.to_owned();
    };
    let letters: String = word
        .chars()
        .filter(|letter| script(*letter) == Some(strange))
        .collect();
    format!("{word} (with {name} {letters})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_another_alphabet_is_found_in_a_word() {
        assert_eq!(words("RECYCLЕ and RECYCLE"), ["RECYCLЕ"]);
        assert_eq!(explained("RECYCLЕ"), "RECYCLЕ (with Cyrillic Е)");
        assert_eq!(words("Cпорт спорт"), ["Cпорт"]);
        assert_eq!(explained("Cпорт"), "Cпорт (with Latin C)");
    }

    #[test]
    fn words_of_two_alphabets_beside_each_other_are_nothing_to_mend() {
        assert!(words("IT-сектор, 5μm, БОРОТЬБА of UKRAINE, л'État, naïve").is_empty());
        assert!(
            words("А YEAR OF HEROISM").is_empty(),
            "a letter alone is a whole word"
        );
    }
}
