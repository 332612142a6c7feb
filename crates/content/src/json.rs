//! Bytes to JSON, forgiving what common feed makers get wrong.

use crate::problem::Unreadable;
use serde_json::{Value, error::Category};

/// Reads a JSON document: a byte order mark is skipped; control characters inside strings, lone halves of
/// surrogate pairs and broken UTF-8 are replaced rather than refused, since one stray byte in one story must
/// not cost a newsroom its site.
///
/// # Errors
/// [`Unreadable`], when even the mended text is not JSON.
pub(crate) fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let Some(first) = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return Err(Unreadable::Empty);
    };
    if *first == b'<' {
        return Err(Unreadable::WebPage);
    }
    serde_json::from_slice(bytes)
        .or_else(|_| serde_json::from_str(&mended(bytes)))
        .map_err(|error| match error.classify() {
            Category::Eof => Unreadable::Truncated,
            _ => Unreadable::NotJson(error.line(), error.column()),
        })
}

/// The document with everything replaced that JSON forbids inside strings.
fn mended(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::with_capacity(text.len());
    let mut in_string = false;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                in_string = !in_string;
                out.push('"');
            }
            '\\' if in_string => match rest.next() {
                Some('u') => push_escape(&mut out, &mut rest),
                Some(escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
                    out.push('\\');
                    out.push(escaped);
                }
                // An escape that JSON does not know means the character itself.
                Some(other) if !other.is_control() => out.push(other),
                _ => out.push(' '),
            },
            '\n' if in_string => out.push_str("\\n"),
            _ if in_string && character < ' ' => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

/// Copies a `\uXXXX` escape, whose `\u` has been read; a half of a pair without its other half becomes U+FFFD.
fn push_escape(out: &mut String, rest: &mut std::str::Chars<'_>) {
    let hex = |text: &str| text.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let unit = hex(rest.as_str());
    let low = rest
        .as_str()
        .get(4..)
        .and_then(|after| after.strip_prefix("\\u"))
        .and_then(hex)
        .filter(|low| (0xDC00..0xE000).contains(low));
    let (decoded, length) = match (unit, low) {
        (Some(high @ 0xD800..0xDC00), Some(low)) => {
            (char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), 10)
        }
        (Some(unit), _) => (char::from_u32(unit), 4),
        (None, _) => (None, 0),
    };
    match decoded.unwrap_or('\u{FFFD}') {
        plain @ ('"' | '\\') => {
            out.push('\\');
            out.push(plain);
        }
        control if control < ' ' => out.push(' '),
        plain => out.push(plain),
    }
    if length > 0 {
        rest.nth(length - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn stray_bytes_inside_strings_are_mended() {
        for (bytes, expected) in [
            (b"\xEF\xBB\xBF{\"a\": 1}".as_slice(), json!({"a": 1})),
            (b"[\"tab\there\"]", json!(["tab here"])),
            (b"[\"line\nbreak\"]", json!(["line\nbreak"])),
            (b"[\"half \\ud83d pair\"]", json!(["half \u{FFFD} pair"])),
            (b"[\"bad \\x escape \\u00e9 \\ud83d\\ude00\t\"]", json!(["bad x escape é 😀 "])),
            (b"[\"\xFF\"]", json!(["\u{FFFD}"])),
            (b"[\"\t\\u0022\\u005c\"]", json!([" \"\\"])),
        ] {
            assert_eq!(read(bytes), Ok(expected), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (bytes, why) in [
            (b"".as_slice(), Unreadable::Empty),
            (b" \n\t", Unreadable::Empty),
            (b"<!doctype html><title>404</title>", Unreadable::WebPage),
            (b"{\"items\": [{\"id\": \"1\"", Unreadable::Truncated),
            (b"{\"items\": ]}", Unreadable::NotJson(1, 11)),
        ] {
            assert_eq!(read(bytes), Err(why));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn valid_json_is_read_as_it_is(text in ".{0,80}") {
            let document = json!({ "text": text });
            prop_assert_eq!(read(document.to_string().as_bytes()), Ok(document));
        }
    }
}
