//! Who may import whom inside the app. The crates hold the outer border; this holds the inner one.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test may stop where its own files are not as they should be"
)]

use std::{fs, path::Path};

/// What the two rooms that know everything else may import.
const ALL_BUT_APP: &[&str] = &[
    "browser",
    "components",
    "element",
    "feed",
    "head",
    "pages",
    "setting",
    "words",
];

/// Rooms, what each may import of the others, and what of the outside only some may name.
const ROOMS: [(&str, &[&str]); 9] = [
    ("app", ALL_BUT_APP),
    ("pages", ALL_BUT_APP),
    (
        "components",
        &["browser", "components", "element", "setting", "words"],
    ),
    ("feed", &["browser"]),
    ("browser", &["browser", "head"]),
    ("setting", &["words"]),
    ("words", &["words"]),
    ("head", &[]),
    ("element", &[]),
];

/// Crates that only some rooms may name.
const OUTSIDE: [(&str, &[&str]); 3] = [
    ("gloo_net", &["feed"]),
    ("web_sys", &["browser", "element", "components"]),
    ("js_sys", &["browser"]),
];

/// Every source file with the room it lies in.
fn sources() -> Vec<(String, String, String)> {
    fn walk(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .display()
                .to_string()
                .replace('\\', "/");
            let room = name
                .split('/')
                .next()
                .unwrap()
                .trim_end_matches(".rs")
                .to_owned();
            (name, room, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The rooms that a file imports: by `crate::room`, also within a group `use crate::{ … }`.
fn imports(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (place, _) in text.match_indices("crate::") {
        let rest = &text[place + "crate::".len()..];
        let names: Vec<&str> = if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let end = group
                .find(|character| {
                    depth += i32::from(character == '{') - i32::from(character == '}');
                    depth == 0
                })
                .unwrap();
            top_level(&group[..end])
        } else {
            vec![rest]
        };
        rooms.extend(names.into_iter().map(|name| {
            name.trim()
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .next()
                .unwrap()
                .to_owned()
        }));
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

/// The parts of a group that stand right in it, not in a group within.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (place, character) in group.char_indices() {
        depth += i32::from(character == '{') - i32::from(character == '}');
        if character == ',' && depth == 0 {
            parts.push(&group[start..place]);
            start = place + 1;
        }
    }
    parts.push(&group[start..]);
    parts
}

fn breaches(name: &str, room: &str, text: &str) -> Vec<String> {
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![];
    };
    let mut breaches: Vec<String> = imports(text)
        .into_iter()
        .filter(|import| ROOMS.iter().any(|(known, _)| known == import))
        .filter(|import| !allowed.contains(&import.as_str()))
        .map(|import| format!("{name} imports {import}"))
        .collect();
    for (outside, rooms) in OUTSIDE {
        if text.contains(&format!("{outside}::")) && !rooms.contains(&room) {
            breaches.push(format!("{name} names {outside}"));
        }
    }
    breaches
}

#[test]
fn imports_point_one_way() {
    let sources = sources();
    assert!(sources.len() > 40, "only {} files found", sources.len());
    let found: Vec<String> = sources
        .iter()
        .flat_map(|(name, room, text)| breaches(name, room, text))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_room_has_rules() {
    for (name, room, _) in sources() {
        let is_known = ROOMS.iter().any(|(known, _)| *known == room)
            || matches!(name.as_str(), "lib.rs" | "main.rs");
        assert!(is_known, "{name} lies in no room");
    }
}

#[test]
fn a_breach_is_seen() {
    assert_eq!(
        breaches(
            "components/x.rs",
            "components",
            "use crate::{feed::Desk, words::fill};"
        ),
        ["components/x.rs imports feed"]
    );
    assert_eq!(
        breaches("words.rs", "words", "use crate::app::View;"),
        ["words.rs imports app"]
    );
    assert_eq!(
        breaches(
            "pages/x.rs",
            "pages",
            "fn f() { gloo_net::http::Request::get(\"\") }"
        ),
        ["pages/x.rs names gloo_net"]
    );
}
