//! Reading JSON as it is found: a number where a word was promised, `null` for nothing, `{"rendered": …}`.

use crate::{
    body::{self, Markup},
    order::greatest_first,
    url::{Address, Base},
};
use serde_json::{Map, Number, Value};

/// The text of a value: strings as they are, numbers without a fraction, WordPress' `{"rendered": "…"}` as its text.
/// Trimmed; nothing but white space counts as nothing.
pub(crate) fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => match number.as_u64() {
            Some(number) => number.to_string(),
            None => whole(number)?.to_string(),
        },
        Value::Object(object) => return text(object.get("rendered")),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A number without its fraction. It is written out as a whole number, because writing fractions takes tables that
/// weigh more than any feed's need for them.
fn whole(number: &Number) -> Option<i64> {
    number
        .as_i64()
        .or_else(|| number.as_f64().map(|number| number as i64))
}

/// A line of plain text. Strings are plain and stay as they are; WordPress' `{"rendered": "A &#8217; B"}` is HTML,
/// so its tags are dropped and its entities decoded.
pub(crate) fn line(value: Option<&Value>) -> Option<String> {
    let text = text(value)?;
    let line = match value {
        Some(Value::Object(_)) => plain(&text),
        _ => one_line(&text),
    };
    (!line.is_empty()).then_some(line)
}

/// The words of a piece of HTML, on one line.
pub(crate) fn plain(html: &str) -> String {
    let base = Base {
        site: None,
        page: None,
        feed: Address::Site(String::new()),
    };
    let markup = Markup {
        html,
        base: &base,
        pictures: &[],
    };
    one_line(&body::parse(&markup).plain_text())
}

/// White space folded to single spaces; controls are taken out, also the invisible ones that turn the direction of
/// text, since a headline must not turn what stands beside it.
pub(crate) fn one_line(text: &str) -> String {
    let stays = |character: &char| match character {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        _ => character.is_whitespace() || !character.is_control(),
    };
    let visible: String = text.chars().filter(stays).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A whole number from 1, also when it is written as `960.0` or `"960"`; fractions are cut.
pub(crate) fn number(value: Option<&Value>) -> Option<u32> {
    let number = match value? {
        Value::Number(number) => whole(number)?,
        // The part before the point is enough, and reading it takes no floating point.
        Value::String(text) => text.trim().split('.').next()?.parse().ok()?,
        _ => return None,
    };
    (number >= 1).then(|| u32::try_from(number).unwrap_or(u32::MAX))
}

/// A yes or no, also when it is written as `"true"`, `"yes"` or `1`.
pub(crate) fn flag(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => {
            let text = text.trim();
            ["true", "yes", "1"]
                .iter()
                .any(|yes| text.eq_ignore_ascii_case(yes))
        }
        Some(Value::Number(number)) => whole(number) == Some(1),
        _ => false,
    }
}

/// The elements of a list without its `null`s; a single value counts as a list of one, nothing as an empty one.
/// PHP writes a list that lost an element as an object, `{"0": …, "2": …}`: that is a list as well.
pub(crate) fn list(value: Option<&Value>) -> Vec<&Value> {
    let is_number = |key: &String| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let mut values: Vec<&Value> = match value {
        None => Vec::new(),
        Some(Value::Array(values)) => values.iter().collect(),
        Some(Value::Object(object)) if !object.is_empty() && object.keys().all(is_number) => {
            numbered(object)
        }
        Some(single) => vec![single],
    };
    values.retain(|value| !value.is_null());
    values
}

/// The values of an object whose keys are numbers, in the order of these.
#[inline(never)] // Seldom run: decision 17.
fn numbered(object: &Map<String, Value>) -> Vec<&Value> {
    let place = |key: &String| key.parse().unwrap_or(i64::MAX);
    let entries = object.iter().map(|(key, value)| (-place(key), value));
    let entries = greatest_first(entries.collect(), |(place, _)| *place);
    entries.into_iter().map(|(_, value)| value).collect()
}

/// Whether a value says nothing, so that nothing is lost when it is passed over. `false` is what PHP programs write
/// for a picture or a text that is not there.
pub(crate) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.iter().all(is_nothing),
        Value::Object(object) => object.values().all(is_nothing),
    }
}

/// A value in short, for a message: its text, or the names of its fields.
pub(crate) fn quoted(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let names: Vec<&str> = object.keys().map(String::as_str).collect();
            excerpt(&["{", &names.join(", "), "}"].concat())
        }
        Value::Array(values) => match values.first() {
            Some(first) => excerpt(&["[", &quoted(first), ", …]"].concat()),
            None => "[]".to_owned(),
        },
        Value::Bool(true) => "true".to_owned(),
        other => excerpt(&text(Some(other)).unwrap_or_default()),
    }
}

/// The beginning of a text, for a message.
pub(crate) fn excerpt(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn words_numbers_and_wordpress_objects_are_text() {
        assert_eq!(text(Some(&json!(" a "))), Some("a".into()));
        assert_eq!(text(Some(&json!(12))), Some("12".into()));
        assert_eq!(text(Some(&json!(12.5))), Some("12".into()));
        assert_eq!(text(Some(&json!(u64::MAX))), Some(u64::MAX.to_string()));
        assert_eq!(
            text(Some(&json!({"rendered": "A & B"}))),
            Some("A & B".into())
        );
        for nothing in [json!(null), json!("  "), json!([]), json!({}), json!(true)] {
            assert_eq!(text(Some(&nothing)), None, "{nothing}");
        }
    }

    #[test]
    fn whole_numbers_are_found_in_floats_and_strings() {
        for (value, expected) in [
            (json!(960), Some(960)),
            (json!(960.7), Some(960)),
            (json!("960"), Some(960)),
            (json!(" 960.9 "), Some(960)),
            (json!("99999999999"), Some(u32::MAX)),
            (json!(0.9), None),
            (json!(0), None),
            (json!(-1), None),
            (json!("-1"), None),
            (json!("inf"), None),
            (json!(1e99), Some(u32::MAX)),
            (json!("wide"), None),
        ] {
            assert_eq!(number(Some(&value)), expected, "{value}");
        }
    }

    #[test]
    fn a_single_value_is_a_list_of_one() {
        assert_eq!(list(Some(&json!("one"))), [&json!("one")]);
        assert_eq!(
            list(Some(&json!(["one", null, 2]))),
            [&json!("one"), &json!(2)]
        );
        assert!(list(None).is_empty());
    }

    #[test]
    fn only_the_html_of_wordpress_objects_is_decoded() {
        for (value, expected) in [
            (
                json!({"rendered": "A &#8217; <em>B</em> &amp; C"}),
                Some("A ’ B & C"),
            ),
            (json!("A &#8217; <em>B</em>"), Some("A &#8217; <em>B</em>")),
            (
                json!({"rendered": "<p>Two</p>\n<p>lines</p>"}),
                Some("Two lines"),
            ),
            (json!({"rendered": "<img src=x>"}), None),
            (json!(7), Some("7")),
        ] {
            assert_eq!(line(Some(&value)).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_line_has_no_controls_and_turns_nothing_around() {
        assert_eq!(one_line(" a\n\tb\u{0}\u{1b}\u{202E}c\u{2066} "), "a bc");
    }

    #[test]
    fn a_list_that_php_wrote_as_an_object_keeps_its_order() {
        let value = json!({"10": "d", "0": "a", "2": "c", "1": "b"});
        let letters: Vec<String> = list(Some(&value))
            .into_iter()
            .filter_map(|letter| text(Some(letter)))
            .collect();
        assert_eq!(letters, ["a", "b", "c", "d"]);
        assert_eq!(list(Some(&json!({"name": "x"}))).len(), 1);
    }

    #[test]
    fn nothing_is_told_from_what_is_only_unreadable() {
        for nothing in [
            json!(null),
            json!(false),
            json!(" "),
            json!([]),
            json!([null, ""]),
            json!({}),
            json!({"rendered": ""}),
            json!({"url": null, "name": ""}),
        ] {
            assert!(is_nothing(&nothing), "{nothing}");
        }
        for something in [json!(true), json!([1]), json!({"a": 1}), json!("a")] {
            assert!(!is_nothing(&something), "{something}");
        }
    }

    #[test]
    fn a_message_quotes_what_stands_there_in_short() {
        for (value, expected) in [
            (json!("soon"), "soon"),
            (json!(7), "7"),
            (json!(true), "true"),
            (json!({"b": 1, "a": {"c": 2}}), "{a, b}"),
            (json!([{"a": 1}, 2]), "[{a}, …]"),
        ] {
            assert_eq!(quoted(&value), expected);
        }
        assert_eq!(quoted(&json!("ж".repeat(1000))).chars().count(), 121);
    }

    #[test]
    fn yes_is_said_in_several_ways() {
        for yes in [
            json!(true),
            json!("true"),
            json!("Yes"),
            json!(1),
            json!(1.0),
        ] {
            assert!(flag(Some(&yes)), "{yes}");
        }
        for no in [
            json!(false),
            json!("no"),
            json!(0),
            json!(null),
            json!([true]),
        ] {
            assert!(!flag(Some(&no)), "{no}");
        }
    }
}
