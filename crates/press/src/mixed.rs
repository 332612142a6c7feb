//! Words written with letters of two alphabets that look alike: `RECYCLЕ` with a Cyrillic Е is found by nobody who
//! types it, unless search folds such letters, and no search engine does.

use content::fold::fold;

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
/// `IT-сектор` is written as it should be, and so is `SMS-от`. A letter that stands alone is one of them where all else is
/// in another alphabet and it has a twin there, as the Cyrillic А of `А YEAR OF HEROISM`.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut alone = Vec::new();
    let mut others = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        let mut scripts = word.chars().filter_map(script);
        let Some(first) = scripts.next() else {
            continue;
        };
        if scripts.any(|script| script != first) {
            if !found.contains(&word) {
                found.push(word);
            }
        } else if word.chars().nth(1).is_none() {
            alone.push((word, first));
        } else {
            others.push(first);
        }
    }
    if let [all, _, _, ..] = others[..]
        && others.iter().all(|other| *other == all)
    {
        // In a text of another language a word of one letter is a slip; between two names it may be an "and".
        let slipped = alone
            .into_iter()
            .filter(|(word, own)| *own != all && has_twin(word, all));
        found.extend(slipped.map(|(word, _)| word));
    }
    found
}

/// Whether a letter looks like one of an alphabet: beside others of that alphabet it is folded into it.
fn has_twin(letter: &str, alphabet: Script) -> bool {
    let others = match alphabet {
        Script::Latin => "zz",
        Script::Cyrillic => "жж",
        Script::Greek => "ξξ",
    };
    let folded = fold(&[letter, others].concat());
    folded
        .chars()
        .all(|letter| script(letter) == Some(alphabet))
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
        assert!(words("Netflix і YouTube").is_empty());
    }

    #[test]
    fn a_letter_alone_is_found_where_all_else_is_in_another_alphabet() {
        assert_eq!(words("А YEAR OF HEROISM"), ["А"]);
        assert_eq!(explained("А"), "А (with Cyrillic А)");
        assert_eq!(words("Година a храброст во војна"), ["a"]);
        assert!(words("A YEAR OF HEROISM").is_empty());
        assert!(
            words("The letter Ж is a sign of it").is_empty(),
            "it has no twin"
        );
    }
}
