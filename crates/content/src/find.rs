//! Finding one text in another.
//!
//! The standard library's search is made for long texts, and brings reports of its own mistakes with tables of Unicode:
//! that would cost a reader three kilobytes. What is sought here is a few letters long.

/// Where `sought` stands first.
#[must_use]
pub fn place(text: &str, sought: &str) -> Option<usize> {
    let (text, sought) = (text.as_bytes(), sought.as_bytes());
    let Some(first) = sought.first() else {
        return Some(0);
    };
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = from + rest.iter().position(|byte| byte == first)?;
        if text.get(at..)?.starts_with(sought) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Whether `sought` stands anywhere.
#[must_use]
pub fn holds(text: &str, sought: &str) -> bool {
    place(text, sought).is_some()
}

/// Whether a letter stands anywhere. (The standard library looks for a letter beyond ASCII as it does for a text.)
#[must_use]
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|other| other == letter)
}

/// What stands before and behind the first `mark`.
#[must_use]
pub fn split<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(place(text, mark)?)?;
    Some((before, rest.get(mark.len()..)?))
}

/// The text with each `sought` replaced. (An empty one is nowhere.)
#[must_use]
pub fn replaced(text: &str, sought: &str, with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = split(rest, sought).filter(|_| !sought.is_empty()) {
        out.push_str(before);
        out.push_str(with);
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_the_standard_library_finds(text in "[abж]{0,12}", sought in "[abж]{0,3}") {
            prop_assert_eq!(place(&text, &sought), text.find(&sought));
            prop_assert_eq!(holds(&text, &sought), text.contains(&sought));
            prop_assert_eq!(has(&text, 'ж'), text.contains('ж'));
            prop_assert_eq!(split(&text, &sought), text.split_once(&sought));
            if !sought.is_empty() {
                prop_assert_eq!(replaced(&text, &sought, "z"), text.replace(&sought, "z"));
            }
        }
    }
}
