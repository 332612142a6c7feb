//! Makes an edition: every page with its data, and all that a host needs besides.

use crate::{
    app_files::{AppFiles, NoApp},
    archive::Archive,
    compress::Effort,
    copies::{self, Copies},
    document::Press,
    finding::Finding,
    input::{NoInput, Sources},
    places::places,
    site_file::site_file,
    tree::{Changes, Ledger, NotWritten, Tree},
    work::{Work, write_hosts},
};
use civil_today::{setting::Setting, words};
use content::{
    date::Moment, edition::Edition, frame::Frame, page::PER_PAGE, site::Site, story::Story,
};
use rayon::prelude::*;
use std::{fmt, path::PathBuf};

/// What is to be made, and how.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The input.
    pub sources: Sources,
    /// The app, as Trunk built it.
    pub app: PathBuf,
    /// The folder that is made.
    pub out: PathBuf,
    /// The path below which the site lies; that of the site's address where it is not given.
    pub base: Option<String>,
    /// The day of publication; the newest story's where it is not given.
    pub now: Option<Moment>,
    /// How many stories get a page that is made ahead, the newest first; all where it is not given.
    pub window: Option<usize>,
    /// Whether anything to be mended stops the build.
    pub is_strict: bool,
    /// Whether hosts compress by themselves, so that no copies are needed.
    pub is_plain: bool,
    /// Whether everything is made anew.
    pub is_fresh: bool,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Summary {
    /// How many pages there are.
    pub pages: usize,
    /// What became of the files.
    pub changes: Changes,
    /// What an editor should mend.
    pub findings: Vec<Finding>,
}

/// Why nothing was made. The last edition is as it was.
#[derive(Debug)]
pub enum Failure {
    /// The input, the app or the place for the edition cannot be used.
    Unusable(String),
    /// There is something to be mended, and the build was to be strict.
    Strict(Vec<Finding>),
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(why) => out.write_str(why),
            Self::Strict(findings) => {
                write!(out, "{} things are to be mended first", findings.len())
            }
        }
    }
}

impl std::error::Error for Failure {}

impl From<NoInput> for Failure {
    fn from(error: NoInput) -> Self {
        Self::Unusable(error.to_string())
    }
}

impl From<NoApp> for Failure {
    fn from(error: NoApp) -> Self {
        Self::Unusable(error.to_string())
    }
}

impl From<NotWritten> for Failure {
    fn from(error: NotWritten) -> Self {
        Self::Unusable(error.to_string())
    }
}

/// Hears how far the build is.
pub trait Progress: Sync {
    /// A part of the work begins, of so many steps.
    fn begin(&self, what: &str, steps: usize);
    /// A step is done.
    fn step(&self);
}

/// Says nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &str, _: usize) {}
    fn step(&self) {}
}

/// Makes an edition.
///
/// # Errors
/// [`Failure`]. The last edition then stays as it was.
pub fn build(wish: &Wish, progress: &dyn Progress) -> Result<Summary, Failure> {
    let input = wish.sources.read()?;
    let mut findings = input.findings;
    let edition = &input.edition;
    let app = AppFiles::read(&wish.app)?;
    let base = base_of(wish, &edition.site);
    let now = wish.now.or_else(|| newest(edition));

    let stories: Vec<&Story> = copies::stories(edition).collect();
    progress.begin("Reading stories", stories.len());
    let named: Result<Vec<_>, NoInput> = stories
        .par_iter()
        .map(|story| {
            progress.step();
            Ok(copies::named(story, &input.texts.body(story)?))
        })
        .collect();
    let Copies {
        files,
        findings: missing,
    } = copies::look_up(&input.root, stories.iter().copied().zip(named?));
    findings.extend(missing);
    let archive = Archive::of(edition);
    let (places, unplaced) = places(&archive, wish.window);
    findings.extend(unplaced);

    let text = site_file(edition);
    let site = Site::read(text.as_bytes(), &mut Vec::new())
        .map_err(|why| Failure::Unusable(why.to_string()))?;
    let words = words::of(&site.lang);
    let press = Press {
        edition,
        frame: Frame::of(&Edition::new(
            site.clone(),
            Vec::new(),
            None,
            &mut Vec::new(),
        )),
        setting: Setting::of(&site, words, &base, "", now),
        app: &app,
        site_file: text,
    };
    if wish.is_strict && !findings.is_empty() {
        return Err(Failure::Strict(findings));
    }

    let tree = Tree::begin(&wish.out, wish.is_fresh)?;
    let mut work = Work {
        wish,
        press: &press,
        archive: &archive,
        texts: &input.texts,
        tree: &tree,
        ledger: Ledger::default(),
        newest: edition.stories().take(PER_PAGE).cloned().collect(),
        findings: Vec::new(),
    };
    for (path, bytes) in &app.files {
        work.put(path, bytes, Effort::Most)?;
    }
    let cards = work.cards(&input.root, progress)?;
    // First, as long as little else is kept of what has been made.
    work.beside_pages()?;
    let pages = work.pages(&places, &cards, progress)?;
    work.root_files(&places, &base, now)?;
    work.copy(&files, progress)?;
    let (ledger, more) = (work.ledger, work.findings);
    findings.extend(more);
    if wish.is_strict && !findings.is_empty() {
        return Err(Failure::Strict(findings));
    }
    let changes = tree.publish(ledger)?;
    write_hosts(wish, &press, &base)?;
    Ok(Summary {
        pages,
        changes,
        findings,
    })
}

/// The path below which a site lies: what is asked for, else what the site's own address says.
fn base_of(wish: &Wish, site: &Site) -> String {
    let path = match (&wish.base, &site.origin) {
        (Some(base), _) => base.as_str(),
        (None, Some(origin)) => origin
            .split_once("://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .map_or("", |(_, path)| path),
        (None, None) => "",
    };
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        path => ["/", path, "/"].concat(),
    }
}

/// The newest date of an edition: the time of publication where nobody says another, so that the same input gives the
/// same bytes on every day.
fn newest(edition: &Edition) -> Option<Moment> {
    edition
        .stories()
        .filter_map(|story| story.updated.or(story.published))
        .max()
}
