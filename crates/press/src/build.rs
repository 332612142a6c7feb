//! Makes an edition: every page with its data, and all that a host needs besides.

use crate::{
    app_files::{AppFiles, NoApp},
    archive::Archive,
    card::{Card, Cards},
    compress::{self, Effort},
    copies::{self, Copies},
    document::Press,
    feed_file::{FeedFile, Opening, json},
    finding::Finding,
    hash, head,
    hosts::Host,
    input::{NoInput, Sources, file_at},
    item::Writer,
    leaf, maps,
    place::folder,
    rss,
    site_file::{PAGES, STORIES, site_file},
    tree::{Changes, Entry, Ledger, Made, NotWritten, Tree, beside},
    web_manifest,
};
use civil_today::{setting::Setting, words};
use content::{
    date::Moment,
    edition::{Edition, Found},
    frame::Frame,
    page::{PER_PAGE, Page, RECENT},
    route::Route,
    site::Site,
    story::{Preview, Story},
    url::Address,
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt, fs,
    path::{Path, PathBuf},
    sync::Arc,
};

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

/// How many stories a part of the feed of all stories holds.
const PART: usize = 500;

/// Changes when pages are made in another way, so that none is taken over from an older press.
const RECIPE: &str = concat!(env!("CARGO_PKG_VERSION"), "-1");

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
    let named: Vec<_> = stories
        .par_iter()
        .map(|story| {
            progress.step();
            copies::named(story, &story.body())
        })
        .collect();
    let Copies {
        files,
        findings: missing,
    } = copies::look_up(&input.root, stories.iter().copied().zip(named));
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
        tree: &tree,
        ledger: Ledger::default(),
        newest: edition.stories().take(PER_PAGE).cloned().collect(),
        findings: Vec::new(),
    };
    for (path, bytes) in &app.files {
        work.put(path, bytes, Effort::Most)?;
    }
    let cards = work.cards(&input.root, progress)?;
    let pages = work.pages(&places, &cards, progress)?;
    work.feeds()?;
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

/// A place with the folder it lies in.
#[derive(Clone, Debug)]
struct Place {
    route: Route,
    folder: String,
    /// Whether it gets a page, or only its data.
    has_page: bool,
    changed: Option<Moment>,
}

/// Every place of an edition; what cannot have a folder is told.
fn places(archive: &Archive<'_>, window: Option<usize>) -> (Vec<Place>, Vec<Finding>) {
    let edition = archive.edition();
    let mut places = Vec::new();
    let mut findings = Vec::new();
    for (list, stories) in archive.lists() {
        let changed = stories
            .iter()
            .filter_map(|story| story.updated.or(story.published))
            .max();
        let pages = stories.len().div_ceil(PER_PAGE).max(1);
        for page in 1..=u32::try_from(pages).unwrap_or(u32::MAX) {
            let route = Route::of_list(list.clone(), page);
            if let Ok(folder) = folder(&route) {
                places.push(Place {
                    route,
                    folder,
                    has_page: true,
                    changed,
                });
            }
        }
    }
    let in_window = window.unwrap_or(usize::MAX);
    let pages = edition.pages_in_full().iter().map(|page| (page, true));
    let stories = edition.in_full().iter().enumerate();
    let stories = stories.map(|(place, story)| (story, place < in_window));
    for (whole, has_page) in pages.chain(stories) {
        let story = &whole.preview;
        let route = story.route();
        match folder(&route) {
            Ok(folder) => places.push(Place {
                route,
                folder,
                has_page,
                changed: story.updated.or(story.published),
            }),
            Err(why) => findings.push(Finding {
                file: copies::feed_name(whole).to_owned(),
                item: Some(story.id.clone()),
                field: Some("url".to_owned()),
                message: format!("{}; the story is left out", why.0),
            }),
        }
    }
    (places, findings)
}

fn feed_of(edition: &Edition, story: &Preview) -> String {
    let found = edition.at(&story.path).map(Found::story);
    found.map_or_else(String::new, |story| copies::feed_name(story).to_owned())
}

/// Files with what is known of them.
type Files = Vec<(String, Entry)>;

struct Work<'a> {
    wish: &'a Wish,
    press: &'a Press<'a>,
    archive: &'a Archive<'a>,
    tree: &'a Tree,
    ledger: Ledger,
    newest: Vec<Arc<Preview>>,
    findings: Vec<Finding>,
}

impl Work<'_> {
    /// Writes a file with its compressed copies.
    fn written(&self, path: &str, bytes: &[u8], effort: Effort) -> Result<Files, NotWritten> {
        let entry = self.tree.write(path, bytes)?;
        let mut files = vec![(path.to_owned(), entry)];
        if self.wish.is_plain || !compress::is_worth_it(path, bytes) {
            return Ok(files);
        }
        if let Some(copies) = self.tree.take_over_copies(&files)? {
            files.extend(copies);
            return Ok(files);
        }
        let copies =
            compress::copies(bytes, effort).map_err(|error| NotWritten::of(path, &error))?;
        for (ending, copy) in copies {
            let path = path.to_owned() + ending;
            let entry = self.tree.write(&path, &copy)?;
            files.push((path, entry));
        }
        Ok(files)
    }

    fn put(&mut self, path: &str, bytes: &[u8], effort: Effort) -> Result<(), NotWritten> {
        let files = self.written(path, bytes, effort)?;
        self.ledger.files.extend(files);
        Ok(())
    }

    /// Makes a card of every picture that leads a story, by the picture's address, and one for all other stories.
    fn cards(
        &mut self,
        root: &Path,
        progress: &dyn Progress,
    ) -> Result<HashMap<String, Card>, NotWritten> {
        let maker = Cards::kept_in(self.tree.cards());
        let mut leads: BTreeMap<&str, &Preview> = BTreeMap::new();
        for story in self.press.edition.stories() {
            if let Some(Address::Site(path)) = story.lead.as_ref().map(|lead| &lead.address) {
                leads.entry(path).or_insert(story);
            }
        }
        progress.begin("Cards", leads.len());
        let made: Vec<_> = leads
            .par_iter()
            .map(|(path, story)| {
                progress.step();
                // A picture that is not there has been told already.
                let picture = file_at(root, path).and_then(|file| fs::read(file).ok())?;
                Some((*path, *story, maker.of_picture(&picture)))
            })
            .collect();
        let mut cards = HashMap::new();
        for (path, story, card) in made.into_iter().flatten() {
            match card {
                Ok(card) => {
                    let card = self.card(&card, false)?;
                    cards.insert(path.to_owned(), card);
                }
                Err(why) => self.findings.push(Finding::of(
                    &feed_of(self.press.edition, story),
                    &story.id,
                    "image",
                    format!("cannot be made into a card: {why}"),
                )),
            }
        }
        let icon = self
            .press
            .app
            .sizes
            .get(1)
            .or_else(|| self.press.app.sizes.first());
        let icon = icon.and_then(|(path, ..)| self.press.app.files.get(path));
        if let Ok(card) = maker.plain(icon.map(Vec::as_slice)) {
            let card = self.card(&card, true)?;
            cards.insert(String::new(), card);
        }
        Ok(cards)
    }

    fn card(&mut self, bytes: &[u8], is_plain: bool) -> Result<Card, NotWritten> {
        let path = format!("cards/{}.jpg", hash::of(bytes));
        self.put(&path, bytes, Effort::Some)?;
        Ok(Card { path, is_plain })
    }

    /// Makes every page with its data. How many pages there are.
    fn pages(
        &mut self,
        places: &[Place],
        cards: &HashMap<String, Card>,
        progress: &dyn Progress,
    ) -> Result<usize, NotWritten> {
        let common = self.common();
        progress.begin("Pages", places.len());
        let made: Result<Vec<_>, NotWritten> = places
            .par_iter()
            .map(|place| {
                let made = self.page(place, cards, &common);
                progress.step();
                made
            })
            .collect();
        for (place, (of, files)) in places.iter().zip(made?) {
            let paths = files.iter().map(|(path, _)| path.clone()).collect();
            let made = Made { of, files: paths };
            self.ledger.pages.insert(place.folder.clone(), made);
            self.ledger.files.extend(files);
        }
        Ok(places.iter().filter(|place| place.has_page).count())
    }

    /// The hash of what all pages are made of.
    fn common(&self) -> String {
        let app = self.press.app;
        let year = self
            .press
            .setting
            .now
            .map_or(0, |now| now.date().0)
            .to_string();
        let mut pieces = vec![
            RECIPE,
            &self.press.site_file,
            &self.press.setting.base,
            &year,
        ];
        for linked in [&app.style, &app.boot, &app.glue, &app.wasm] {
            pieces.extend([linked.path.as_str(), &linked.integrity]);
        }
        pieces.extend(app.fonts.iter().map(String::as_str));
        for (rel, path, kind) in &app.icons {
            pieces.extend([rel.as_str(), path, kind]);
        }
        for (name, content) in &app.metas {
            pieces.extend([name.as_str(), content]);
        }
        if self.wish.is_plain {
            pieces.push("plain");
        }
        hash::of_all(pieces.into_iter().map(str::as_bytes))
    }

    fn page(
        &self,
        place: &Place,
        cards: &HashMap<String, Card>,
        common: &str,
    ) -> Result<(String, Files), NotWritten> {
        let press = self.press;
        let page = Arc::new(self.archive.page(&place.route));
        let leaf = leaf::leaf(&press.edition.site, &place.route, &page, &self.newest);
        let lead = match &*page {
            Page::Article(article) => article.story.preview.lead.as_ref(),
            Page::Standing(story) => story.preview.lead.as_ref(),
            _ => None,
        };
        let card = lead.and_then(|lead| match &lead.address {
            Address::Site(path) => cards.get(path),
            Address::Web(_) => None,
        });
        let card = card.or_else(|| cards.get(""));
        let of = hash::of_all([
            common.as_bytes(),
            leaf.as_deref().unwrap_or_default().as_bytes(),
            card.map_or("", |card| &card.path).as_bytes(),
            &self.years(&page).to_le_bytes(),
            &[u8::from(place.has_page)],
        ]);
        if let Some(files) = self.tree.take_over(&place.folder, &of)? {
            return Ok((of, files));
        }
        let at = |name: &str| match place.folder.as_str() {
            "" => name.to_owned(),
            folder => [folder, "/", name].concat(),
        };
        let mut files = Vec::new();
        if let Some(leaf) = &leaf {
            files.extend(self.written(&at("feed.json"), leaf.as_bytes(), Effort::Some)?);
        }
        if place.has_page {
            let document = press.document(&place.route, &page, leaf.as_deref(), card);
            files.extend(self.written(&at("index.html"), document.as_bytes(), Effort::Some)?);
        }
        let feed = match &*page {
            Page::Front(_) => Some(rss::of_front(&press.edition.site, &self.newest)),
            Page::List(listing) => Some(rss::of_list(&press.edition.site, listing)),
            _ => None,
        };
        if let Some((file, feed)) = rss::file(&place.route).zip(feed) {
            files.extend(self.written(&file, feed.as_bytes(), Effort::Some)?);
        }
        Ok((of, files))
    }

    /// The age of a story as its page tells it, in years.
    fn years(&self, page: &Page) -> i64 {
        let Page::Article(article) = page else {
            return 0;
        };
        let published = article.story.preview.published;
        let dates = self.press.setting.now.zip(published);
        dates.map_or(0, |(now, published)| published.days_until(now) / 365)
    }

    /// The feeds that belong to no page: of all stories, for the search, and of the standing pages.
    fn feeds(&mut self) -> Result<(), NotWritten> {
        let edition = self.press.edition;
        let site = &edition.site;
        let all: Vec<&Arc<Preview>> = edition.stories().collect();
        let name = |part: usize| match part {
            0 => STORIES.to_owned(),
            part => STORIES.replace(".json", &format!("-{}.json", part + 1)),
        };
        let parts = all.len().div_ceil(PART);
        for (part, stories) in all.chunks(PART).enumerate() {
            let file = name(part);
            let writer = Writer { site, file: &file };
            let items = stories.iter().map(|story| writer.preview(story)).collect();
            let address = |file: &str| writer.address(&Route::Front) + file;
            let opening = Opening {
                title: site.name.clone(),
                home: site.canonical(&Route::Front),
                own: site.origin.as_ref().map(|_| address(&file)),
                description: &site.tagline,
                language: site.lang.as_str(),
                next: (part + 1 < parts).then(|| address(&name(part + 1))),
            };
            let feed = json(&FeedFile::new(opening, items, None));
            self.put(&file, feed.as_bytes(), Effort::Some)?;
        }
        let writer = Writer { site, file: PAGES };
        let pages = edition.pages_in_full().iter();
        let items = pages.map(|page| writer.story(page)).collect();
        let opening = Opening {
            title: site.name.clone(),
            home: site.canonical(&Route::Front),
            language: site.lang.as_str(),
            ..Opening::default()
        };
        let feed = json(&FeedFile::new(opening, items, None));
        self.put(PAGES, feed.as_bytes(), Effort::Some)
    }

    /// What lies at the root besides the front page.
    fn root_files(
        &mut self,
        places: &[Place],
        base: &str,
        now: Option<Moment>,
    ) -> Result<(), NotWritten> {
        let press = self.press;
        let site = &press.edition.site;
        let text = press.site_file.clone();
        self.put("site.json", text.as_bytes(), Effort::Some)?;

        let recent = press.edition.stories().take(RECENT).cloned().collect();
        let missing = Arc::new(Page::NotFound(recent));
        let route = Route::Story("404.html".to_owned());
        let leaf = leaf::leaf(site, &route, &missing, &self.newest);
        let document = press.document(&route, &missing, leaf.as_deref(), None);
        self.put("404.html", document.as_bytes(), Effort::Some)?;

        let route = Route::Search(String::new());
        let search = Arc::new(Page::Search(String::new(), Vec::new()));
        let document = press.document(&route, &search, None, None);
        self.put("search/index.html", document.as_bytes(), Effort::Some)?;

        let mapped: Vec<maps::Mapped> = places
            .iter()
            .filter(|place| place.has_page)
            .map(|place| maps::Mapped {
                route: place.route.clone(),
                changed: place.changed,
            })
            .collect();
        for (name, map) in maps::maps(site, &mapped, maps::MOST) {
            self.put(&name, map.as_bytes(), Effort::Some)?;
        }
        if let Some(news) = maps::news(site, press.edition.stories(), now) {
            self.put("news.xml", news.as_bytes(), Effort::Some)?;
        }
        let robots = maps::robots(site, base);
        self.put("robots.txt", robots.as_bytes(), Effort::Some)?;
        let direction = head::direction(press.setting.words.lang);
        let manifest = web_manifest::web_manifest(site, press.app, base, direction);
        self.put(web_manifest::FILE, manifest.as_bytes(), Effort::Some)?;

        let host = host(press, base);
        for (name, text) in [
            ("_headers", host.headers_file()),
            ("_redirects", host.redirects_file()),
        ] {
            self.put(name, text.as_bytes(), Effort::Some)?;
        }
        Ok(())
    }

    /// Copies what stories name. What the edition has made itself is not written over.
    fn copy(
        &mut self,
        files: &BTreeMap<String, PathBuf>,
        progress: &dyn Progress,
    ) -> Result<(), NotWritten> {
        progress.begin("Pictures and other files", files.len());
        let mut folders = HashSet::new();
        for path in self.ledger.files.keys() {
            folders.extend(
                path.match_indices('/')
                    .filter_map(|(end, _)| path.get(..end)),
            );
        }
        let is_free = |path: &str| {
            let is_file = |end: usize| {
                path.get(..end)
                    .is_some_and(|above| self.ledger.files.contains_key(above))
            };
            !self.ledger.files.contains_key(path)
                && !folders.contains(path)
                && !path.match_indices('/').any(|(end, _)| is_file(end))
        };
        let copied: Result<Vec<Files>, NotWritten> = files
            .par_iter()
            .filter(|(path, _)| is_free(path))
            .map(|(path, file)| {
                let bytes = fs::read(file).map_err(|error| NotWritten::of_file(file, &error))?;
                progress.step();
                self.written(path, &bytes, Effort::Some)
            })
            .collect();
        self.ledger.files.extend(copied?.into_iter().flatten());
        Ok(())
    }
}

fn host<'a>(press: &'a Press<'_>, base: &'a str) -> Host<'a> {
    Host {
        site: &press.edition.site,
        app: press.app,
        base,
    }
}

/// Writes configurations for servers of one's own beside the edition: they are not for readers.
fn write_hosts(wish: &Wish, press: &Press<'_>, base: &str) -> Result<(), NotWritten> {
    let folder = beside(&wish.out).join("deploy");
    fs::create_dir_all(&folder).map_err(|error| NotWritten::of_file(&folder, &error))?;
    let host = host(press, base);
    for (name, text) in [
        ("nginx.conf", host.nginx("/srv/edition")),
        ("Caddyfile", host.caddy("/srv/edition")),
    ] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(|error| NotWritten::of_file(&file, &error))?;
    }
    Ok(())
}
