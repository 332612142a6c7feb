//! Reads what a site is made of from disk: the site file, the feeds with all that follows on them, the standing pages.

use crate::{finding::Finding, texts::Texts};
use content::{
    edition::Edition,
    feed::{self, Feed},
    problem::{Problem, Trouble},
    site::Site,
    story::Story,
    url::{Address, percent_decode},
};
use std::{
    fmt, fs, io,
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
    /// The edition. The texts of its stories are put away.
    pub edition: Edition,
    /// Where they are.
    pub texts: Texts,
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
        let mut site = match &self.site {
            Some(file) => Site::read(&bytes(file)?, &mut problems)
                .map_err(|why| NoInput(format!("{}: {why}", file.display())))?,
            None => Site::default(),
        };
        if let Some(origin) = &self.origin {
            site.origin = Some(origin.trim_end_matches('/').to_owned());
        }
        let mut reading = Reading {
            root: &root,
            site: &site,
            feeds: Vec::new(),
            problems: Vec::new(),
            shortened: Vec::new(),
            texts: Texts::default(),
        };
        for file in &self.feeds {
            let address = address(&root, file);
            let first = read(&bytes(file)?, &address, &site);
            match first {
                Ok(first) => reading.follow(first, address)?,
                Err(why) if reading.feeds.is_empty() && self.feeds.len() == 1 => {
                    return Err(NoInput(format!("{}: {why}", file.display())));
                }
                Err(why) => reading
                    .problems
                    .push(of_file(&address, Trouble::Unreadable(why))),
            }
        }
        let Reading {
            feeds,
            problems: of_feeds,
            shortened: mut findings,
            texts,
            ..
        } = reading;
        problems.extend(of_feeds);
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
        let pages_in_full = pages.iter_mut().flat_map(|pages| &mut pages.stories);
        findings.extend(pages_in_full.filter_map(shorten));
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
            texts,
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

/// Feeds while they are read.
struct Reading<'a> {
    root: &'a Path,
    site: &'a Site,
    feeds: Vec<Feed>,
    problems: Vec<Problem>,
    /// Texts that were cut.
    shortened: Vec<Finding>,
    texts: Texts,
}

impl Reading<'_> {
    /// Keeps a feed, and reads the parts that follow on it, to the end of the chain.
    fn follow(&mut self, first: Feed, address: Address) -> io::Result<()> {
        let mut visited = std::collections::HashSet::from([address]);
        let mut feed = first;
        loop {
            let next = feed.next.take();
            self.keep(feed)?;
            let Some(next) = next else { return Ok(()) };
            let (Address::Site(name) | Address::Web(name)) = &next;
            if visited.len() >= CHAIN || !visited.insert(next.clone()) {
                let trouble = Trouble::EndlessFeed(name.clone());
                self.problems.push(of_file(&next, trouble));
                return Ok(());
            }
            let file = match &next {
                Address::Site(path) => file_at(self.root, path),
                Address::Web(_) => None,
            };
            let Some(bytes) = file.and_then(|file| fs::read(file).ok()) else {
                let trouble = Trouble::BadAddress("next_url", name.clone());
                self.problems.push(of_file(&next, trouble));
                return Ok(());
            };
            match read(&bytes, &next, self.site) {
                Ok(part) => feed = part,
                Err(why) => {
                    self.problems.push(of_file(&next, Trouble::Unreadable(why)));
                    return Ok(());
                }
            }
        }
    }

    /// Keeps a part, and puts its texts away.
    fn keep(&mut self, mut feed: Feed) -> io::Result<()> {
        self.problems.append(&mut feed.problems);
        for story in &mut feed.stories {
            self.shortened.extend(shorten(story));
            self.texts.put_away(story)?;
        }
        self.feeds.push(feed);
        Ok(())
    }
}

/// Texts cannot be put away, or not be had back.
impl From<io::Error> for NoInput {
    fn from(error: io::Error) -> Self {
        let folder = std::env::temp_dir();
        Self(format!(
            "{}: the texts of the stories cannot be kept there for the time of the work: {error}",
            folder.display()
        ))
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
