//! Reading JSON as it is found: a number where a word was promised, `null` for nothing, `{"rendered": …}`.

use serde_json::{Number, Value};

/// The text of a value: strings as they are, numbers as written, WordPress' `{"rendered": "…"}` as its text.
/// Trimmed; nothing but white space counts as nothing.
pub(crate) fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => whole(number)?.to_string(),
        Value::Object(object) => return text(object.get("rendered")),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A number without its fraction. It is written out as a whole number, because writing fractions takes tables that
/// weigh more than any feed's need for them.
fn whole(number: &Number) -> Option<i64> {
    number.as_i64().or_else(|| number.as_f64().map(|number| number as i64))
}

/// A whole number, also when it is written as `960.0` or `"960"`; fractions are cut.
pub(crate) fn number(value: Option<&Value>) -> Option<u32> {
    let number = match value? {
        Value::Number(number) => whole(number)?,
        // The part before the point is enough, and reading it takes no floating point.
        Value::String(text) => text.trim().split('.').next()?.parse().ok()?,
        _ => return None,
    };
    (number >= 1).then(|| u32::try_from(number).unwrap_or(u32::MAX))
}

/// A yes or no, also when it is written as `"true"` or `1`.
pub(crate) fn flag(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => text.trim().eq_ignore_ascii_case("true"),
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        _ => false,
    }
}

/// The elements of a list; a single value counts as a list of one, `null` and nothing as an empty one.
pub(crate) fn list(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(values)) => values,
        None | Some(Value::Null) => &[],
        Some(single) => std::slice::from_ref(single),
    }
}

/// The texts of a list, without blanks.
pub(crate) fn texts(value: Option<&Value>) -> Vec<String> {
    list(value).iter().filter_map(|value| text(Some(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn words_numbers_and_wordpress_objects_are_text() {
        assert_eq!(text(Some(&json!(" a "))), Some("a".into()));
        assert_eq!(text(Some(&json!(12))), Some("12".into()));
        assert_eq!(text(Some(&json!({"rendered": "A & B"}))), Some("A & B".into()));
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
            (json!(-1), None),
            (json!(1e99), Some(u32::MAX)),
            (json!("wide"), None),
        ] {
            assert_eq!(number(Some(&value)), expected, "{value}");
        }
    }

    #[test]
    fn a_single_value_is_a_list_of_one() {
        assert_eq!(texts(Some(&json!("one"))), ["one"]);
        assert_eq!(texts(Some(&json!(["one", null, " ", 2]))), ["one", "2"]);
        assert!(list(None).is_empty());
    }
}
