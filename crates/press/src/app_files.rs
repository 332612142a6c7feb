//! The app's own files, as Trunk built them: each gets a name made of its final bytes, so that a host may keep it for
//! good, and the style sheets become one.

use crate::hash;
use std::{
    collections::BTreeMap,
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// What a page needs to know of the app.
#[derive(Clone, Debug, Default)]
pub struct AppFiles {
    /// Every file by its path in the edition.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The style sheet.
    pub style: Linked,
    /// The style sheet for paper, which the page does not wait for.
    pub paper: Option<Linked>,
    /// The script that starts the app.
    pub boot: Linked,
    /// The program's glue.
    pub glue: Linked,
    /// The program, or the first part of it.
    pub wasm: Linked,
    /// The rest of a program that is in two parts.
    pub rest: Option<Linked>,
    /// What the page says of itself besides, such as its colour scheme: names and contents.
    pub metas: Vec<(String, String)>,
    /// The fonts that the page preloads.
    pub fonts: Vec<String>,
    /// The icons by `rel`, path and type.
    pub icons: Vec<(String, String, String)>,
    /// The icons of the web manifest that there are.
    pub sizes: Vec<(String, &'static str, &'static str)>,
}

/// A file with what a browser checks it against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// Its path in the edition.
    pub path: String,
    /// Its integrity.
    pub integrity: String,
}

/// Why the app's files cannot be used.
#[derive(Debug)]
pub struct NoApp(String);

impl fmt::Display for NoApp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for NoApp {}

/// Folders of a build that are copied as they are.
const FOLDERS: [&str; 2] = ["fonts", "icons"];

/// Icons that a web manifest can name: file, size, purpose.
const ICONS: [(&str, &str, &str); 3] = [
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/icon-maskable-512.png", "512x512", "maskable"),
];

impl AppFiles {
    /// Reads a folder that `trunk build --release` wrote.
    ///
    /// # Errors
    /// [`NoApp`], when the page or one of its files is not there.
    pub fn read(folder: &Path) -> Result<Self, NoApp> {
        let page = text(&folder.join("index.html"))?;
        let head = page.split("</head>").next().unwrap_or_default();
        let tags: Vec<Tag<'_>> = tags(head).collect();
        let mut app = Self::default();

        let (mut style, mut paper) = (Vec::new(), Vec::new());
        for tag in tags.iter().filter(|tag| tag.is_link("stylesheet")) {
            let sheet = match tag.value("media") {
                "print" => &mut paper,
                _ => &mut style,
            };
            sheet.extend(bytes(&within(folder, tag.value("href")))?);
            sheet.push(b'\n');
        }
        if style.is_empty() {
            return Err(missing(folder, "a style sheet"));
        }
        app.style = app.keep("style.css", style);
        if !paper.is_empty() {
            app.paper = Some(app.keep("paper.css", paper));
        }

        let script = tags
            .iter()
            .find(|tag| tag.name == "script" && !tag.value("data-glue").is_empty())
            .ok_or_else(|| missing(folder, "the script that starts the app"))?;
        app.boot = app.keep("boot.js", bytes(&within(folder, script.value("src")))?);
        app.glue = app.keep("app.js", bytes(&within(folder, script.value("data-glue")))?);
        app.wasm = app.keep(
            "app.wasm",
            bytes(&within(folder, script.value("data-wasm")))?,
        );
        let rest = script.value("data-rest");
        if !rest.is_empty() {
            let rest = app.keep("rest.wasm", bytes(&within(folder, rest))?);
            // The glue may have to check it by itself, which it does with this one.
            let integrity = script.value("data-rest-integrity").to_owned();
            app.rest = Some(Linked { integrity, ..rest });
        }

        for name in FOLDERS {
            for (path, file) in files_below(folder, name)? {
                app.files.insert(path, bytes(&file)?);
            }
        }
        for tag in &tags {
            let path = clean(tag.value("href"));
            let name = tag.value("name");
            if tag.name == "meta" && !name.is_empty() && name != "viewport" {
                let content = tag.value("content").to_owned();
                app.metas.push((name.to_owned(), content));
            } else if tag.is_link("preload") && tag.value("as") == "font" {
                app.fonts.push(path);
            } else if tag.is_link("icon") || tag.is_link("apple-touch-icon") {
                let kind = tag.value("type").to_owned();
                app.icons.push((tag.value("rel").to_owned(), path, kind));
            }
        }
        app.sizes = ICONS
            .into_iter()
            .filter(|(path, ..)| app.files.contains_key(*path))
            .map(|(path, size, purpose)| (path.to_owned(), size, purpose))
            .collect();
        Ok(app)
    }

    /// All files that are named by their bytes.
    pub fn linked(&self) -> impl Iterator<Item = &Linked> {
        let always = [&self.style, &self.boot, &self.glue, &self.wasm];
        always.into_iter().chain(&self.paper).chain(&self.rest)
    }

    fn keep(&mut self, name: &str, bytes: Vec<u8>) -> Linked {
        let linked = Linked {
            path: hash::named(name, &bytes),
            integrity: hash::integrity(&bytes),
        };
        self.files.insert(linked.path.clone(), bytes);
        linked
    }
}

fn missing(folder: &Path, what: &str) -> NoApp {
    NoApp(format!(
        "{} has no {what}: is it what `trunk build --release` wrote?",
        folder.join("index.html").display()
    ))
}

fn bytes(file: &Path) -> Result<Vec<u8>, NoApp> {
    fs::read(file).map_err(|error| NoApp(format!("{}: {error}", file.display())))
}

fn text(file: &Path) -> Result<String, NoApp> {
    let hint = "build the app first, or say with --app where it is";
    fs::read_to_string(file).map_err(|error| NoApp(format!("{}: {error}; {hint}", file.display())))
}

/// A file of the build by its address, which names the base path of the build.
fn within(folder: &Path, address: &str) -> PathBuf {
    let name = address.rsplit('/').next().unwrap_or_default();
    folder.join(name)
}

/// A path as it is in the build: relative to its page.
fn clean(address: &str) -> String {
    address
        .trim_start_matches("./")
        .trim_start_matches('/')
        .to_owned()
}

/// Every file below a folder of the build, with its path; a folder that is not there has none.
fn files_below(root: &Path, name: &str) -> Result<Vec<(String, PathBuf)>, NoApp> {
    let folder = root.join(name);
    let broken = |error: io::Error| NoApp(format!("{}: {error}", folder.display()));
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(broken(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(broken)?;
        let path = [name, "/", &entry.file_name().to_string_lossy()].concat();
        if entry.path().is_dir() {
            found.extend(files_below(root, &path)?);
        } else {
            found.push((path, entry.path()));
        }
    }
    Ok(found)
}

/// A tag of the page's head. Trunk writes them in one form: names in small letters, values in quotation marks.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Tag<'_> {
    fn value(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| *own == name);
        found.map_or("", |(_, value)| value)
    }

    fn is_link(&self, rel: &str) -> bool {
        self.name == "link" && self.value("rel") == rel
    }
}

fn tags(head: &str) -> impl Iterator<Item = Tag<'_>> {
    head.split('<').skip(1).filter_map(|rest| {
        let inside = rest.split('>').next()?.trim_end_matches('/');
        let name = inside.split_whitespace().next()?;
        let mut attributes = Vec::new();
        let mut rest = inside.strip_prefix(name)?;
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"')?;
            let key = key.split_whitespace().next_back().unwrap_or_default();
            attributes.push((key, value));
            rest = after;
        }
        Some(Tag { name, attributes })
    })
}
