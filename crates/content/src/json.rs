//! Bytes to JSON, forgiving what common feed makers get wrong.

use crate::problem::Unreadable;
use serde_json::{Deserializer, Value, error::Category};
use std::{iter::repeat_n, str::Chars};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How deep a mended document may be nested: what lies deeper becomes `null`. The parser refuses whole documents that
/// are nested deeper than 127.
const DEEPEST: usize = 100;

/// Reads a JSON document, and mends it where one stray byte in one story would else cost a newsroom its site:
///
/// - byte order marks are skipped;
/// - in strings, control characters, lone halves of surrogate pairs, broken UTF-8 and unknown escapes are replaced;
/// - bare words and numbers that JSON does not know (`NaN`, `undefined`, `1e999`) become `null`, and so does what is
///   nested too deep;
/// - markup behind the document, such as the comment of a cache, is left out.
///
/// # Errors
/// [`Unreadable`], when even the mended text is not JSON.
pub(crate) fn read(mut bytes: &[u8]) -> Result<Value, Unreadable> {
    while let Some(rest) = bytes.trim_ascii_start().strip_prefix(BYTE_ORDER_MARK) {
        bytes = rest;
    }
    let Some(first) = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return Err(Unreadable::Empty);
    };
    if *first == b'<' {
        return Err(Unreadable::WebPage);
    }
    serde_json::from_slice(bytes).or_else(|_| read_mended(bytes))
}

#[inline(never)] // Seldom run: decision 17.
fn read_mended(bytes: &[u8]) -> Result<Value, Unreadable> {
    parse(mended(bytes).as_bytes()).map_err(|error| match error.classify() {
        Category::Eof => Unreadable::Truncated,
        _ => Unreadable::NotJson(error.line(), error.column()),
    })
}

/// The document, also where markup or nothing at all follows it.
fn parse(text: &[u8]) -> serde_json::Result<Value> {
    let mut documents = Deserializer::from_slice(text).into_iter();
    if let Some(Ok(document @ Value::Object(_))) = documents.next() {
        let mut rest = text.iter().skip(documents.byte_offset());
        let follows = rest.find(|byte| !byte.is_ascii_whitespace() && **byte != 0);
        if follows.is_none_or(|byte| *byte == b'<') {
            return Ok(document);
        }
    }
    serde_json::from_slice(text)
}

/// The document with everything replaced that JSON forbids. Its lines keep their numbers.
fn mended(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let before = out.len();
        match character {
            '{' | '[' => {
                depth += 1;
                out.push_str(if depth == DEEPEST + 1 { "null" } else { "" });
                if depth <= DEEPEST {
                    out.push(character);
                }
                continue;
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if depth < DEEPEST {
                    out.push(character);
                }
                continue;
            }
            '\n' => {
                out.push('\n');
                continue;
            }
            '"' => push_string(&mut out, &mut rest),
            _ if is_bare(character) => push_bare(&mut out, character, &mut rest, depth > 0),
            _ => out.push(character),
        }
        if depth > DEEPEST {
            out.truncate(before);
        }
    }
    out
}

/// Copies a string, whose opening quotation mark has been read.
fn push_string(out: &mut String, rest: &mut Chars<'_>) {
    out.push('"');
    let mut newlines = 0;
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                out.push('"');
                break;
            }
            '\\' => match rest.next() {
                Some('u') => push_escape(out, rest),
                Some(escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
                    out.push('\\');
                    out.push(escaped);
                }
                // An escape that JSON does not know means the character itself.
                Some(other) if !other.is_control() => out.push(other),
                Some(control) => {
                    newlines += usize::from(control == '\n');
                    out.push(' ');
                }
                None => {}
            },
            '\n' => {
                newlines += 1;
                out.push_str("\\n");
            }
            _ if character < ' ' => out.push(' '),
            _ => out.push(character),
        }
    }
    // Behind the string they do no harm, and an error further down is found at its line.
    out.extend(repeat_n('\n', newlines));
}

/// Whether a character can be a part of a number or of a word outside strings.
fn is_bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.' | '_')
}

/// Copies a number or a word, whose first character has been read; within a list or an object, `null` for one that
/// JSON does not know.
fn push_bare(out: &mut String, first: char, rest: &mut Chars<'_>, is_within: bool) {
    let mut bare = String::from(first);
    while let Some(next) = rest.clone().next().filter(|next| is_bare(*next)) {
        bare.push(next);
        rest.next();
    }
    let is_known = !is_within || serde_json::from_slice::<Value>(bare.as_bytes()).is_ok();
    out.push_str(if is_known { &bare } else { "null" });
}

/// Copies a `\uXXXX` escape, whose `\u` has been read; a half of a pair without its other half becomes U+FFFD.
fn push_escape(out: &mut String, rest: &mut Chars<'_>) {
    let hex = |text: &str| {
        text.get(..4)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
    };
    let unit = hex(rest.as_str());
    let low = rest
        .as_str()
        .get(4..)
        .and_then(|after| after.strip_prefix("\\u"))
        .and_then(hex)
        .filter(|low| (0xDC00..0xE000).contains(low));
    let (decoded, length) = match (unit, low) {
        (Some(high @ 0xD800..0xDC00), Some(low)) => (
            char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)),
            10,
        ),
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
            (
                b"[\"bad \\x escape \\u00e9 \\ud83d\\ude00\t\"]",
                json!(["bad x escape é 😀 "]),
            ),
            (b"[\"\xFF\"]", json!(["\u{FFFD}"])),
            (b"[\"\t\\u0022\\u005c\"]", json!([" \"\\"])),
            (b"\n\xEF\xBB\xBF\xEF\xBB\xBF[1]", json!([1])),
            (
                b"[1e999, NaN, undefined, -Infinity, .5, 007, true, -1.5e3]",
                json!([null, null, null, null, null, null, true, -1500.0]),
            ),
            (b"{\"a\": 1}\n<!-- cached -->", json!({"a": 1})),
            (b"{\"a\": 1}\0\0", json!({"a": 1})),
            (b"[\"a\tb\", \"1e999 NaN\"]", json!(["a b", "1e999 NaN"])),
        ] {
            assert_eq!(
                read(bytes),
                Ok(expected),
                "{}",
                String::from_utf8_lossy(bytes)
            );
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (bytes, why) in [
            (b"".as_slice(), Unreadable::Empty),
            (b" \n\t", Unreadable::Empty),
            (b"<!doctype html><title>404</title>", Unreadable::WebPage),
            (b"{\"items\": [{\"id\": \"1\"", Unreadable::Truncated),
            (b"{\"items\": [tru", Unreadable::Truncated),
            (b"{\"items\": ]}", Unreadable::NotJson(1, 11)),
            (b"Not found", Unreadable::NotJson(1, 1)),
            (b"{\"a\": 1} {\"a\": 2}", Unreadable::NotJson(1, 10)),
            (b"[1]<br>", Unreadable::NotJson(1, 4)),
            // A line break within a string, which is mended, moves no line below it.
            (
                b"{\"a\": \"two\nlines\",\n\"b\" 1}",
                Unreadable::NotJson(3, 5),
            ),
        ] {
            assert_eq!(read(bytes), Err(why));
        }
    }

    #[test]
    fn only_what_is_nested_too_deep_is_lost() {
        let deep = format!("{}\"a ] b\"{}", "[".repeat(5000), "]".repeat(5000));
        let document =
            format!("{{\"items\": [{{\"id\": 1, \"x\": {deep}, \"y\": 2}}, {{\"id\": 3}}]}}");
        let value = read(document.as_bytes()).unwrap();
        assert_eq!(value["items"][0]["y"], 2);
        assert_eq!(value["items"][1]["id"], 3);
        let objects = "{\"a\":".repeat(200_000);
        assert_eq!(read(objects.as_bytes()), Err(Unreadable::Truncated));
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
