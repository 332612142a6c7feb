//! Makes the files of an edition, one kind after the other.

use crate::{
    archive::Archive,
    build::{Progress, Wish},
    card::{Card, Cards},
    compress::{self, Effort},
    copies,
    document::Press,
    feed_file::{FeedFile, Opening, json},
    finding::Finding,
    hash, head,
    hosts::Host,
    input::file_at,
    item::Writer,
    leaf, maps,
    places::Place,
    rss,
    search_index::SearchIndex,
    site_file::PAGES,
    texts::Texts,
    tree::{Entry, Ledger, Made, NotWritten, Tree, beside},
    web_manifest,
};
use content::{
    date::Moment,
    edition::{Edition, Found},
    page::{Page, RECENT},
    route::Route,
    search::Results,
    story::Preview,
    url::Address,
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Changes when pages are made in another way, so that none is taken over from an older press.
const RECIPE: &str = concat!(env!("CARGO_PKG_VERSION"), "-1");

fn feed_of(edition: &Edition, story: &Preview) -> String {
    let found = edition.at(&story.path).map(Found::story);
    found.map_or_else(String::new, |story| copies::feed_name(story).to_owned())
}

/// Files with what is known of them.
type Files = Vec<(String, Entry)>;

/// An edition while its files are made.
pub(crate) struct Work<'a> {
    /// How it is to be made.
    pub wish: &'a Wish,
    /// What all pages have in common.
    pub press: &'a Press<'a>,
    /// Its pages.
    pub archive: &'a Archive<'a>,
    /// The texts of its stories.
    pub texts: &'a Texts,
    /// Where its files go.
    pub tree: &'a Tree,
    /// What has been made.
    pub ledger: Ledger,
    /// The stories of the front page's top, in their order.
    pub newest: Vec<Arc<Preview>>,
    /// What was found on the way.
    pub findings: Vec<Finding>,
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

    pub(crate) fn put(
        &mut self,
        path: &str,
        bytes: &[u8],
        effort: Effort,
    ) -> Result<(), NotWritten> {
        let files = self.written(path, bytes, effort)?;
        self.ledger.files.extend(files);
        Ok(())
    }

    /// Makes a card of every picture that leads a story, by the picture's address, and one for all other stories.
    pub(crate) fn cards(
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
    pub(crate) fn pages(
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
        for linked in app.linked() {
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
        let mut page = self.archive.page(&place.route);
        if let Page::Article(article) = &mut page {
            let filled = self.texts.fill(Arc::make_mut(&mut article.story));
            filled.map_err(|error| NotWritten::of(&place.folder, &error))?;
        }
        let page = Arc::new(page);
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

    /// What belongs to no page: the index of the search, and the feed of the standing pages.
    pub(crate) fn beside_pages(&mut self) -> Result<(), NotWritten> {
        let edition = self.press.edition;
        let site = &edition.site;
        let stories: Vec<&Arc<Preview>> = edition.stories().collect();
        let written: Result<Vec<Files>, NotWritten> = SearchIndex::of(site, &stories)
            .files()
            .map(|(file, text)| self.written(&file, text.as_bytes(), Effort::Some))
            .collect();
        self.ledger.files.extend(written?.into_iter().flatten());
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
    pub(crate) fn root_files(
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

        let route = Route::Search(String::new(), 1);
        let search = Arc::new(Page::Search(Results::default()));
        let document = press.document(&route, &search, None, None);
        self.put("search/index.html", document.as_bytes(), Effort::Some)?;

        let mapped: Vec<maps::Mapped> = places
            .iter()
            .filter(|place| place.has_page)
            .map(|place| maps::Mapped {
                route: place.route.clone(),
                changed: place.changed,
                languages: place.languages.clone(),
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
    pub(crate) fn copy(
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
pub(crate) fn write_hosts(wish: &Wish, press: &Press<'_>, base: &str) -> Result<(), NotWritten> {
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
