//! The command `press`: what it prints, how it ends, and what is there when it is stopped in the middle.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says where it failed"
)]

#[path = "shared/workshop.rs"]
mod workshop;

use serde_json::{Value, json};
use std::{
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};
use workshop::{Workshop, files};

fn command(workshop: &Workshop, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_press"));
    command
        .args(words)
        .arg("--site")
        .arg(workshop.input("site.json"))
        .arg("--feed")
        .arg(workshop.input("feed.json"));
    if words[0] == "build" {
        command
            .arg("--app")
            .arg(workshop.input("../dist"))
            .arg("--out")
            .arg(workshop.out());
    }
    command
}

fn run(workshop: &Workshop, words: &[&str]) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command(workshop, words).output().unwrap();
    (
        status.code().unwrap(),
        String::from_utf8(stdout).unwrap(),
        String::from_utf8(stderr).unwrap(),
    )
}

fn site() -> Value {
    json!({ "name": "The Bugle", "origin": "https://bugle.example", "categories": [{ "name": "RECYCLЕ", "slug": "recycle" }] })
}

#[test]
fn a_build_ends_with_a_summary_and_quietly_where_that_is_asked_for() {
    let items = [json!({ "id": 1, "url": "/a/", "title": "A", "date_published": "yesterday" })];
    let workshop = Workshop::of(&site(), &items);
    let (code, out, told) = run(&workshop, &["build", "--plain"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("3 pages") && out.contains("1 thing is to be mended"),
        "{out}"
    );
    assert!(told.contains("feed.json: 1: `date_published` is no date: yesterday"));
    assert_eq!(
        run(&workshop, &["build", "--plain", "--quiet"]),
        (0, String::new(), String::new())
    );
}

#[test]
fn the_code_tells_how_it_ended() {
    let items = [json!({ "id": 1, "url": "/a/", "title": "A", "date_published": "yesterday" })];
    let workshop = Workshop::of(&site(), &items);
    assert_eq!(run(&workshop, &["build", "--strict"]).0, 3);
    assert_eq!(run(&workshop, &["check"]).0, 3);
    assert_eq!(run(&workshop, &["build", "--wrong"]).0, 2);
    assert_eq!(run(&workshop, &["check", "--now", "soon"]).0, 2);
    std::fs::write(workshop.input("feed.json"), "{").unwrap();
    let (code, _, told) = run(&workshop, &["build"]);
    assert_eq!(code, 1);
    assert!(told.contains("the file ends in the middle"), "{told}");
    std::fs::remove_file(workshop.input("feed.json")).unwrap();
    assert_eq!(run(&workshop, &["check"]).0, 1);
}

#[test]
fn a_check_names_file_item_and_field_of_everything_to_mend() {
    let items = [
        json!({ "id": 1, "url": "/a/", "title": "Cпорт", "tags": ["recycle"], "date_published": "2030-01-01",
            "content_html": "<p><a href='/nowhere/'>x</a> <a href='/category/recycle/'>fine</a> <a href='/b/'>fine</a></p><script>z</script><img src='https://e.example/a.png'>" }),
        json!({ "id": 1, "url": "/b/", "title": "B", "content_html": "<p>B <a href='/files/none.pdf'>none</a></p>" }),
        json!({ "id": 3, "url": "/b/", "title": "C", "image": "https://e.example/b.png" }),
    ];
    let workshop = Workshop::of(&site(), &items);
    let (code, out, _) = run(
        &workshop,
        &["check", "--format", "json", "--now", "2026-11-24T00:00:00Z"],
    );
    assert_eq!(code, 3);
    let found: Vec<Value> = serde_json::from_str(&out).unwrap();
    let has = |file: &str, item: &str, field: &str, message: &str| {
        let is_it = |found: &&Value| {
            found["file"] == file
                && found["item"] == item
                && found["field"] == field
                && found["message"].as_str().unwrap().contains(message)
        };
        assert!(found.iter().any(|found| is_it(&found)), "{message}: {out}");
    };
    has(
        "site.json",
        "recycle",
        "categories",
        "RECYCLЕ (with Cyrillic Е)",
    );
    has("feed.json", "1", "title", "Cпорт (with Latin C)");
    has("feed.json", "1", "date_published", "lies in the future");
    has("feed.json", "1", "content_html", "leads nowhere: /nowhere/");
    has("feed.json", "1", "content_html", "<script>");
    has("feed.json", "1", "id", "is the id of two stories");
    has("feed.json", "3", "url", "its path is taken");
    has("feed.json", "3", "image", "has no `alt`");
    has(
        "feed.json",
        "1",
        "content_html",
        "names a file that is not there: files/none.pdf",
    );
    let dead = out.matches("leads nowhere").count();
    assert_eq!(dead, 1, "links that lead somewhere are not told");
    let (_, text, _) = run(&workshop, &["check"]);
    assert!(
        text.contains("site.json: recycle: `categories` mixes two alphabets"),
        "{text}"
    );
}

#[test]
fn a_build_that_is_killed_leaves_the_whole_old_edition_or_the_whole_new_one() {
    let items = |word: &str| -> Vec<Value> {
        (0..60)
            .map(|id| json!({ "id": id, "url": format!("/s{id}/"), "title": format!("{word} {id}"), "tags": [format!("t{}", id % 9)], "content_html": "<p>Text</p>" }))
            .collect()
    };
    let workshop = Workshop::of(&site(), &items("Old"));
    assert_eq!(run(&workshop, &["build", "--plain"]).0, 0);
    let old = files(&workshop.out());
    workshop.write_feed(&items("New"));
    let other = Workshop::of(&site(), &items("New"));
    assert_eq!(run(&other, &["build", "--plain"]).0, 0);
    let new = files(&other.out());
    let mut kept = 0;
    for pause in [5, 20, 40, 80, 120, 160, 240, 400] {
        let mut child = command(&workshop, &["build", "--plain"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let there = files(&workshop.out());
        assert!(there == old || there == new, "after {pause} ms");
        kept += usize::from(there == old);
    }
    assert!(kept > 0, "it was killed in the middle at least once");
    assert_eq!(run(&workshop, &["build", "--plain"]).0, 0);
    assert!(files(&workshop.out()) == new);
}

/// Builds twice on a disk that has room for one edition and a bit; a file system in memory stands for the disk.
#[cfg(target_os = "linux")]
const ON_A_SMALL_DISK: &str = r#"
mount -t tmpfs -o size=4m tmpfs "$DISK" || exit 77
"$PRESS" build --quiet --plain --app "$APP" --site "$SITE" --feed "$FEED" --out "$DISK/edition" || exit 2
cp -r "$DISK/edition" "$KEPT"
dd if=/dev/zero of="$DISK/ballast" bs=4k 2>/dev/null
"$PRESS" build --quiet --plain --app "$APP" --site "$SITE" --feed "$OTHER" --out "$DISK/edition" && exit 3
diff -r "$DISK/edition" "$KEPT" || exit 4
rm "$DISK/ballast"
"$PRESS" build --quiet --plain --app "$APP" --site "$SITE" --feed "$OTHER" --out "$DISK/edition" || exit 5
"#;

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_the_last_edition_stays_and_the_next_one_is_made_when_there_is_room() {
    let items = |word: &str| -> Vec<Value> {
        (0..20)
            .map(|id| json!({ "id": id, "url": format!("/s{id}/"), "title": format!("{word} {id}"), "content_html": "<p>Text</p>" }))
            .collect()
    };
    let workshop = Workshop::of(&site(), &items("Old"));
    let other = Workshop::of(&site(), &items("New"));
    let disk = workshop.input("disk");
    std::fs::create_dir(&disk).unwrap();
    // With rights of its own, a process may mount what it likes for itself.
    let shell = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            ON_A_SMALL_DISK,
        ])
        .env("PRESS", env!("CARGO_BIN_EXE_press"))
        .env("DISK", &disk)
        .env("KEPT", workshop.input("kept"))
        .env("APP", workshop.input("../dist"))
        .env("SITE", workshop.input("site.json"))
        .env("FEED", workshop.input("feed.json"))
        .env("OTHER", other.input("feed.json"))
        .output();
    let Some(Output { status, stderr, .. }) = shell.ok() else {
        return println!("skipped: there is no `unshare`");
    };
    let said = String::from_utf8(stderr).unwrap();
    match status.code() {
        Some(77 | 1) if !said.contains("press:") => println!("skipped: {said}"),
        code => {
            assert_eq!(code, Some(0), "{said}");
            assert!(said.contains("the disk is full"), "{said}");
        }
    }
}
