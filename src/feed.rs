//! The only fetching: addresses in, content or a [`LoadError`] out.
//!
//! The feed is asked for once and shared by all pages, or in an edition each page's own feed. What is good is never
//! replaced by what is bad.

mod leaves;
mod search;

use crate::browser::{abort::Deadline, clock, console, page, program};
use content::{
    edition::Edition,
    feed::{self, Feed},
    page::Page,
    problem::{Problem, Trouble, Unreadable},
    route::Route,
    site::Site,
    url::Address,
};
use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared, join3},
};
use gloo_net::http::{Request, Response};
use leaves::Leaves;
use search::Searched;
use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

/// Why something could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The device is offline.
    Offline,
    /// No answer came in time.
    Timeout,
    /// The connection broke off.
    Network,
    /// The server answered with an error.
    Status(u16),
    /// The answer is not what was asked for.
    Content(Unreadable),
}

/// How long one attempt may take.
const ATTEMPT: Duration = Duration::from_secs(8);
/// The waits before the second and the third attempt, in milliseconds; a device waits for half of it up to all.
const WAITS: [u32; 2] = [500, 1500];
/// The longest wait a server can ask for, in milliseconds.
const LONGEST_WAIT: u32 = 5000;
/// How many feeds a chain of `next_url` may have.
const CHAIN: usize = 100;
/// A good edition is loaded anew when the reader comes back to it after so many seconds.
const FRESH: i64 = 120;

/// Something that is being loaded, for all who wait for it.
type Loading = Shared<LocalBoxFuture<'static, Result<Arc<Edition>, LoadError>>>;

/// What has been loaded, and what is on its way.
#[derive(Clone)]
pub struct Desk {
    base: Rc<str>,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    /// The newest good edition, and when it was loaded, in seconds.
    edition: Option<(Arc<Edition>, i64)>,
    /// The site without any stories, known before its feed is: for the frame around a failure.
    bare: Option<Arc<Edition>>,
    /// What is needed to follow its chain of feeds further, until that has come to its end.
    rest: Option<Loaded>,
    beginning: Option<Loading>,
    whole: Option<Loading>,
    /// What is known of the edition that the app runs in.
    leaves: Option<Leaves>,
    searched: Searched,
}

impl Desk {
    /// A desk for the site at a base path, with what the server sent in its page. It loads nothing before it is asked.
    #[must_use]
    pub fn new(base: &str) -> Self {
        let state = State {
            leaves: Leaves::sent(),
            ..State::default()
        };
        Self {
            base: base.into(),
            state: Rc::new(RefCell::new(state)),
        }
    }

    /// What is known of the site: its newest good edition, or at least its names and menus.
    #[must_use]
    pub fn site(&self) -> Arc<Edition> {
        let bare = || self.state.borrow().bare.clone();
        self.pressed()
            .or_else(|| self.edition())
            .or_else(bare)
            .unwrap_or_default()
    }

    /// The newest good edition, if there is one.
    #[must_use]
    pub fn edition(&self) -> Option<Arc<Edition>> {
        self.state
            .borrow()
            .edition
            .as_ref()
            .map(|(edition, _)| edition.clone())
    }

    /// What a place shows. The first feed is enough for the front page and for a story that stands in it; everything
    /// else waits for the whole chain, since a list must know its end.
    ///
    /// # Errors
    /// [`LoadError`], when nothing good has been loaded before either.
    pub async fn page(&self, route: &Route) -> Result<Arc<Page>, LoadError> {
        if let Some(edition) = self.pressed() {
            match route {
                Route::Search(query, page) => return self.search(query, *page).await,
                Route::Print(path) => return self.on_desk(&edition, path).await,
                _ => return self.leaf(&edition, route).await,
            }
        }
        let edition = match self.edition() {
            Some(edition) => edition,
            None => self.beginning().await?,
        };
        let page = Page::at(&edition, route);
        let is_settled = match route {
            Route::Front => true,
            Route::Story(_) | Route::Print(_) => !matches!(page, Page::NotFound(_)),
            Route::List(..) | Route::Search(..) => false,
        };
        if is_settled || self.state.borrow().rest.is_none() {
            return Ok(Arc::new(page));
        }
        self.among_all(route).await
    }

    /// The print desk of a story of an edition.
    #[inline(never)] // Seldom run: decision 17.
    fn on_desk(
        &self,
        edition: &Arc<Edition>,
        path: &str,
    ) -> LocalBoxFuture<'static, Result<Arc<Page>, LoadError>> {
        let (desk, edition) = (self.clone(), edition.clone());
        let route = Route::Story(path.to_owned());
        async move {
            let story = desk.leaf(&edition, &route).await?;
            Ok(story.on_desk().map_or(story, Arc::new))
        }
        .boxed_local()
    }

    /// What a place shows, from all feeds of the chain.
    #[inline(never)] // Seldom run: decision 17.
    fn among_all(&self, route: &Route) -> LocalBoxFuture<'static, Result<Arc<Page>, LoadError>> {
        let (desk, route) = (self.clone(), route.clone());
        async move {
            let edition = desk.whole().await?;
            let page = Page::at(&edition, &route);
            let broken = || desk.state.borrow().rest.as_ref()?.broken.clone();
            match (&page, broken()) {
                // What is not in the feeds that could be had may well be in the others.
                (Page::NotFound(_), Some(error)) => Err(error),
                _ => Ok(Arc::new(page)),
            }
        }
        .boxed_local()
    }

    /// The edition as far as its first feed goes.
    fn beginning(&self) -> Loading {
        let desk = self.clone();
        self.shared(|state| &mut state.beginning, async move {
            let loaded = Loaded::begin(&desk).await;
            let result = loaded.map(|loaded| desk.keep(loaded));
            // When it failed, the next one who asks tries again.
            desk.state.borrow_mut().beginning = None;
            result
        })
    }

    /// The edition with all its feeds.
    fn whole(&self) -> Loading {
        let desk = self.clone();
        self.shared(|state| &mut state.whole, async move {
            let rest = desk.state.borrow().rest.clone();
            let edition = match rest {
                Some(mut loaded) => {
                    loaded.follow(&desk.base).await;
                    Some(desk.keep(loaded))
                }
                None => desk.edition(),
            };
            desk.state.borrow_mut().whole = None;
            edition.ok_or(LoadError::Network)
        })
    }

    /// What is on its way already, or now begins.
    fn shared(
        &self,
        place: fn(&mut State) -> &mut Option<Loading>,
        begin: impl Future<Output = Result<Arc<Edition>, LoadError>> + 'static,
    ) -> Loading {
        place(&mut self.state.borrow_mut())
            .get_or_insert_with(|| begin.boxed_local().shared())
            .clone()
    }

    /// Makes what was loaded the newest edition and tells the console what was wrong with it.
    fn keep(&self, loaded: Loaded) -> Arc<Edition> {
        let rest = loaded.next().is_some().then(|| loaded.clone());
        let mut problems = loaded.problems;
        let edition = Edition::new(loaded.site, loaded.feeds, loaded.pages, &mut problems);
        if !problems.is_empty() {
            // The words for it come with the rest of the program, and the page need not wait for them.
            program::when_complete(move || tell(&problems));
        }
        let edition = Arc::new(edition);
        let mut state = self.state.borrow_mut();
        state.edition = Some((edition.clone(), clock::now().0));
        state.rest = rest;
        edition
    }

    /// Loads anew what has grown old. A failure changes nothing, and neither does an empty feed: the reader keeps
    /// what is good.
    pub async fn refresh(&self) {
        let is_old = {
            let state = self.state.borrow();
            state
                .edition
                .as_ref()
                .is_some_and(|(_, loaded)| clock::now().0 - loaded > FRESH)
        };
        if !is_old {
            return;
        }
        if let Ok(mut loaded) = Loaded::begin(self).await
            && loaded.feeds.iter().any(|feed| !feed.stories.is_empty())
        {
            loaded.follow(&self.base).await;
            self.keep(loaded);
        }
    }
}

/// Tells the console what was wrong with a feed.
fn tell(problems: &[Problem]) {
    for problem in problems {
        console::warn(&problem.words());
    }
}

/// The files of an edition as far as they have been read.
#[derive(Clone)]
struct Loaded {
    site: Site,
    feeds: Vec<Feed>,
    pages: Option<Feed>,
    problems: Vec<Problem>,
    /// Why the chain could not be followed to its end, the last time that was tried.
    broken: Option<LoadError>,
}

impl Loaded {
    /// Reads `site.json`, the first feed and the standing pages, all at once: the names that `site.json` may give
    /// instead are asked for only when it does.
    async fn begin(desk: &Desk) -> Result<Self, LoadError> {
        let base: &str = &desk.base;
        let usual = Site::default();
        let (site, stories, pages) = join3(
            fetch(base, &Address::Site("site.json".to_owned())),
            fetch(base, &usual.stories),
            fetch(base, &usual.pages),
        )
        .await;
        let mut problems = Vec::new();
        let site = match site
            .and_then(|bytes| Site::read(&bytes, &mut problems).map_err(LoadError::Content))
        {
            Ok(site) => site,
            Err(error) => {
                note_unless_missing("site.json", &error, &mut problems);
                usual.clone()
            }
        };
        let bare = Edition::new(site.clone(), Vec::new(), None, &mut Vec::new());
        desk.state.borrow_mut().bare = Some(Arc::new(bare));
        let stories = if site.stories == usual.stories {
            stories
        } else {
            fetch(base, &site.stories).await
        };
        let pages = if site.pages == usual.pages {
            pages
        } else {
            fetch(base, &site.pages).await
        };
        let mut first = feed::read(&stories?, &site.stories, &site).map_err(LoadError::Content)?;
        problems.append(&mut first.problems);
        let pages = match pages
            .and_then(|bytes| feed::read(&bytes, &site.pages, &site).map_err(LoadError::Content))
        {
            Ok(mut pages) => {
                problems.append(&mut pages.problems);
                Some(pages)
            }
            Err(error) => {
                note_unless_missing("pages.json", &error, &mut problems);
                None
            }
        };
        Ok(Self {
            site,
            feeds: vec![first],
            pages,
            problems,
            broken: None,
        })
    }

    fn next(&self) -> Option<&Address> {
        self.feeds.last()?.next.as_ref()
    }

    /// Follows the chain of `next_url` to its end. A chain that leads in a circle, or to what is no feed, ends there;
    /// where only the connection fails, it can be followed further another time.
    async fn follow(&mut self, base: &str) {
        let mut visited = vec![self.site.stories.clone()];
        while let Some(next) = self.next().cloned() {
            let file = name(&next);
            let trouble = if visited.contains(&next) || visited.len() >= CHAIN {
                Trouble::EndlessFeed(file.clone())
            } else {
                let bytes = match fetch(base, &next).await {
                    Ok(bytes) => bytes,
                    Err(LoadError::Content(why)) => {
                        return self.end(file, Trouble::Unreadable(why));
                    }
                    Err(error) => {
                        self.broken = Some(error);
                        return;
                    }
                };
                match feed::read(&bytes, &next, &self.site) {
                    Ok(mut feed) => {
                        visited.push(next);
                        self.problems.append(&mut feed.problems);
                        self.feeds.push(feed);
                        continue;
                    }
                    Err(why) => Trouble::Unreadable(why),
                }
            };
            return self.end(file, trouble);
        }
    }

    /// Ends the chain where it is, and notes why.
    fn end(&mut self, file: String, trouble: Trouble) {
        self.problems.push(Problem {
            file,
            item: None,
            trouble,
        });
        if let Some(last) = self.feeds.last_mut() {
            last.next = None;
        }
    }
}

fn name(address: &Address) -> String {
    match address {
        Address::Site(path) | Address::Web(path) => path.clone(),
    }
}

/// `site.json` and `pages.json` may be missing: then nothing is wrong. (A development server answers with a page.)
fn note_unless_missing(file: &str, error: &LoadError, problems: &mut Vec<Problem>) {
    if let LoadError::Content(why) = error
        && *why != Unreadable::WebPage
    {
        problems.push(Problem {
            file: file.to_owned(),
            item: None,
            trouble: Trouble::Unreadable(why.clone()),
        });
    }
}

/// Fetches a file, in up to three attempts. The future is boxed: what waits for it would else hold a copy of its code.
fn fetch(base: &str, address: &Address) -> LocalBoxFuture<'static, Result<Vec<u8>, LoadError>> {
    let address = match address {
        Address::Site(path) => base.to_owned() + path,
        Address::Web(address) => address.clone(),
    };
    persist(address).boxed_local()
}

async fn persist(address: String) -> Result<Vec<u8>, LoadError> {
    let mut waits = WAITS.into_iter();
    loop {
        let (error, asked) = match attempt(&address).await {
            Ok(bytes) => return Ok(bytes),
            Err(failure) => failure,
        };
        let is_passing = match error {
            LoadError::Timeout | LoadError::Network => true,
            LoadError::Status(status) => matches!(status, 408 | 425 | 429 | 500..),
            LoadError::Offline | LoadError::Content(_) => false,
        };
        let Some(wait) = waits.next().filter(|_| is_passing) else {
            return Err(error);
        };
        let wait = asked
            .unwrap_or_else(|| wait / 2 + clock::random(wait / 2))
            .min(LONGEST_WAIT);
        gloo_timers::future::TimeoutFuture::new(wait).await;
    }
}

/// One attempt; when it fails, with the wait that the server asks for, in milliseconds.
async fn attempt(address: &str) -> Result<Vec<u8>, (LoadError, Option<u32>)> {
    let deadline = Deadline::after(ATTEMPT);
    let broken = || {
        let error = if deadline.has_passed() {
            LoadError::Timeout
        } else if page::is_offline() {
            LoadError::Offline
        } else {
            LoadError::Network
        };
        (error, None)
    };
    let request = deadline.request(address).map_err(|_| broken())?;
    let response = Request::from(request).send().await.map_err(|_| broken())?;
    if !response.ok() {
        return Err((LoadError::Status(response.status()), retry_after(&response)));
    }
    // A host that answers every address with its front page would else be reported as broken JSON.
    let kind = response.headers().get("content-type").unwrap_or_default();
    if kind.starts_with("text/html") {
        return Err((LoadError::Content(Unreadable::WebPage), None));
    }
    response.binary().await.map_err(|_| broken())
}

fn retry_after(response: &Response) -> Option<u32> {
    response
        .headers()
        .get("retry-after")?
        .trim()
        .parse()
        .ok()
        .map(|seconds: u32| seconds.saturating_mul(1000))
}
