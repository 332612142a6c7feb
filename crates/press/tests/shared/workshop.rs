//! A folder with input, a stand-in for the app's build, and the edition that is made of both.

#![allow(dead_code, reason = "each test uses what it needs")]

use content::date::Moment;
use press::{
    build::{Failure, Silent, Summary, Wish, build},
    input::Sources,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// What Trunk writes, with small files in place of the program.
const PAGE: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>News</title>
    <base href="/">
    <meta name="color-scheme" content="light dark">
    <link rel="preload" href="feed.json" as="fetch" crossorigin>
    <link rel="preload" href="fonts/serif.woff2" as="font" type="font/woff2" crossorigin>
    <link rel="icon" href="icons/favicon.svg" type="image/svg+xml">
    <link rel="apple-touch-icon" href="icons/icon-512.png">
    <link rel="stylesheet" href="/tokens-344ca61854ab7b5a.css" integrity="sha384-x"/>
    <link rel="stylesheet" href="/base-49f46f480d9c4e50.css" integrity="sha384-x"/>
    <script type="module" src="/boot.js" data-glue="/app-313d.js" data-wasm="/app-313d_bg.wasm"></script>
  <link rel="modulepreload" href="/app-313d.js" crossorigin="anonymous"></head>
  <body><div id="app"></div></body>
</html>
"#;

/// A folder with input and app, in which editions are made.
pub struct Workshop {
    folder: TempDir,
    sources: Sources,
}

impl Workshop {
    /// With the sample edition as input.
    pub fn of_sample() -> Self {
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
        Self::with(Sources {
            site: Some(public.join("site.json")),
            feeds: vec![public.join("feed.json")],
            pages: Some(public.join("pages.json")),
            origin: None,
        })
    }

    /// A file of the sample edition.
    pub fn sample_file(name: &str) -> Vec<u8> {
        fs::read(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../public")
                .join(name),
        )
        .unwrap()
    }

    /// With a site file, unless it is null, and a feed of these items.
    pub fn of(site: &Value, items: &[Value]) -> Self {
        let mut workshop = Self::with(Sources::default());
        workshop.write_feed(items);
        workshop.sources.feeds = vec![workshop.input("feed.json")];
        if !site.is_null() {
            let file = workshop.input("site.json");
            fs::write(&file, site.to_string()).unwrap();
            workshop.sources.site = Some(file);
        }
        workshop
    }

    fn with(sources: Sources) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path().join("dist");
        for name in ["dist/fonts", "dist/icons", "input"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        for (name, text) in [
            ("index.html", PAGE),
            ("boot.js", "// starts the app"),
            ("app-313d.js", "// glue"),
            ("app-313d_bg.wasm", "program"),
            ("tokens-344ca61854ab7b5a.css", "@layer tokens{}"),
            ("base-49f46f480d9c4e50.css", "@layer base{}"),
            ("fonts/serif.woff2", "font"),
            ("icons/favicon.svg", "<svg/>"),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        let icon = image::RgbImage::from_pixel(512, 512, image::Rgb([20, 60, 90]));
        icon.save(dist.join("icons/icon-512.png")).unwrap();
        Self { folder, sources }
    }

    /// A file of the input.
    pub fn input(&self, name: &str) -> PathBuf {
        self.folder.path().join("input").join(name)
    }

    /// Writes the feed anew.
    pub fn write_feed(&self, items: &[Value]) {
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The Bugle", "items": items });
        fs::write(self.input("feed.json"), feed.to_string()).unwrap();
    }

    /// Where the edition is.
    pub fn out(&self) -> PathBuf {
        self.folder.path().join("edition")
    }

    /// What is asked for unless a test says otherwise: no compressed copies, which take time.
    pub fn wish(&self) -> Wish {
        Wish {
            sources: self.sources.clone(),
            app: self.folder.path().join("dist"),
            out: self.out(),
            now: Moment::parse("2026-11-24T12:00:00Z"),
            is_plain: true,
            ..Wish::default()
        }
    }

    /// Makes the edition.
    pub fn build(&self) -> Result<Summary, Failure> {
        self.build_as(|_| ())
    }

    /// Makes the edition in another way.
    pub fn build_as(&self, change: impl FnOnce(&mut Wish)) -> Result<Summary, Failure> {
        let mut wish = self.wish();
        change(&mut wish);
        build(&wish, &Silent)
    }
}

/// Every file below a folder, by its path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

/// What stands between two marks.
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split(end).next()
}
