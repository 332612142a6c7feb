//! Reads what a site is made of from disk: the site file, the feeds with all that follows on them, the standing pages.

use crate::finding::Finding;
use content::{
    edition::Edition,
    feed::{self, Feed},
    problem::{Problem, Trouble},
    site::Site,
    story::Story,
    url::{Address, percent_decode},
};
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// Where the input lies.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// `site.json`, if there is one.
    pub site: Option<PathBuf>,
    /// The feeds of stories. What follows on them by `next_url` is read as well.
    pub feeds: Vec<PathBuf>,
    /// The feed of the standing pages, if there is one.
    pub pages: Option<PathBuf>,
    /// The site's address, where another one than that of `site.json` is to be used.
    pub origin: Option<String>,
}

/// What was read.
#[derive(Debug)]
pub struct Input {
    /// The edition.
    pub edition: Edition,
    /// What an editor should mend.
    pub findings: Vec<Finding>,
    /// The folder in which files such as pictures lie.
    pub root: PathBuf,
}

/// Why nothing can be made of the input.
#[derive(Debug)]
pub struct NoInput(pub String);

impl fmt::Display for NoInput {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for NoInput {}

/// How many parts a chain of feeds may have.
const CHAIN: usize = 100_000;

/// The longest text that is kept of a story, in bytes. The app reads a megabyte of words at the most.
const TEXT: usize = 2_000_000;

impl Sources {
    /// The folder in which the site's files lie: that of the site file, else of the first feed.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        let file = self.site.as_ref().or_else(|| self.feeds.first());
        let folder = file.and_then(|file| file.parent());
        match folder {
            Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
            Some(folder) => folder.to_owned(),
            None => PathBuf::from("."),
        }
    }

    /// Reads everything. What is wrong with a part is found and told, and the rest is used.
    ///
    /// # Errors
    /// [`NoInput`], when a file that was named cannot be read, or there is not a single story.
    pub fn read(&self) -> Result<Input, NoInput> {
        let root = self.root();
        let mut problems = Vec::new();
        let mut findings = Vec::new();
        let mut site = match &self.site {
            Some(file) => Site::read(&bytes(file)?, &mut problems)
                .map_err(|why| NoInput(format!("{}: {why}", file.display())))?,
            None => Site::default(),
        };
        if let Some(origin) = &self.origin {
            site.origin = Some(origin.trim_end_matches('/').to_owned());
        }
        let mut feeds = Vec::new();
        for file in &self.feeds {
            let address = address(&root, file);
            let first = read(&bytes(file)?, &address, &site);
            match first {
                Ok(first) => follow(first, address, &root, &site, &mut feeds, &mut problems),
                Err(why) if feeds.is_empty() && self.feeds.len() == 1 => {
                    return Err(NoInput(format!("{}: {why}", file.display())));
                }
                Err(why) => problems.push(of_file(&address, Trouble::Unreadable(why))),
            }
        }
        let mut pages = match &self.pages {
            None => None,
            Some(file) => {
                let address = address(&root, file);
                match read(&bytes(file)?, &address, &site) {
                    Ok(mut pages) => {
                        problems.append(&mut pages.problems);
                        Some(pages)
                    }
                    Err(why) => {
                        problems.push(of_file(&address, Trouble::Unreadable(why)));
                        None
                    }
                }
            }
        };
        for feed in feeds.iter_mut().chain(&mut pages) {
            findings.extend(feed.stories.iter_mut().filter_map(shorten));
        }
        let edition = Edition::new(site, feeds, pages, &mut problems);
        if edition.stories().next().is_none() {
            return Err(NoInput(
                "there is no story in the feeds, and an edition without any is not made".to_owned(),
            ));
        }
        let mut all: Vec<Finding> = problems.into_iter().map(Finding::from).collect();
        all.append(&mut findings);
        Ok(Input {
            edition,
            findings: all,
            root,
        })
    }
}

fn bytes(file: &Path) -> Result<Vec<u8>, NoInput> {
    fs::read(file).map_err(|error| NoInput(format!("{}: {error}", file.display())))
}

fn read(
    bytes: &[u8],
    address: &Address,
    site: &Site,
) -> Result<Feed, content::problem::Unreadable> {
    feed::read(bytes, address, site)
}

fn of_file(address: &Address, trouble: Trouble) -> Problem {
    let (Address::Site(file) | Address::Web(file)) = address;
    Problem {
        file: file.clone(),
        item: None,
        trouble,
    }
}

/// The address of a file within the site: pictures count from it.
fn address(root: &Path, file: &Path) -> Address {
    let within = file.strip_prefix(root).ok();
    let name = || PathBuf::from(file.file_name().unwrap_or_default());
    let path = within.map_or_else(name, Path::to_path_buf);
    let path: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    Address::Site(path.join("/"))
}

/// The file of an address within the site.
#[must_use]
pub fn file_at(root: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode(path);
    let is_plain = |segment: &str| !matches!(segment, "" | "." | "..") && !segment.contains('\0');
    path.split('/')
        .all(is_plain)
        .then(|| root.join(path.as_ref()))
}

/// Reads the parts that follow on a feed, to the end of the chain.
fn follow(
    first: Feed,
    address: Address,
    root: &Path,
    site: &Site,
    feeds: &mut Vec<Feed>,
    problems: &mut Vec<Problem>,
) {
    let mut visited = std::collections::HashSet::from([address]);
    let mut feed = first;
    loop {
        problems.append(&mut feed.problems);
        let next = feed.next.take();
        feeds.push(feed);
        let Some(next) = next else { return };
        let (Address::Site(name) | Address::Web(name)) = &next;
        if visited.len() >= CHAIN || !visited.insert(next.clone()) {
            problems.push(of_file(&next, Trouble::EndlessFeed(name.clone())));
            return;
        }
        let file = match &next {
            Address::Site(path) => file_at(root, path),
            Address::Web(_) => None,
        };
        let Some(bytes) = file.and_then(|file| fs::read(file).ok()) else {
            problems.push(of_file(
                &next,
                Trouble::BadAddress("next_url", name.clone()),
            ));
            return;
        };
        match read(&bytes, &next, site) {
            Ok(part) => feed = part,
            Err(why) => {
                problems.push(of_file(&next, Trouble::Unreadable(why)));
                return;
            }
        }
    }
}

/// Cuts a text that is longer than any reader could be shown.
fn shorten(story: &mut Story) -> Option<Finding> {
    let length = story.cut(TEXT)?;
    let (Address::Site(file) | Address::Web(file)) = &story.base().feed;
    Some(Finding::of(
        file,
        &story.preview.id,
        "content_html",
        format!("has {length} bytes; all behind the first {TEXT} are left out"),
    ))
}
