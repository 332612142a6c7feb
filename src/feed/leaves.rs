//! In an edition each place has a feed of its own: only what a place needs is loaded, and kept for a while.

use super::{Desk, FRESH, LoadError, fetch};
use crate::browser::{clock, page};
use content::{
    edition::Edition,
    feed,
    page::{Page, RECENT},
    problem::Unreadable,
    route::Route,
    sheet,
    site::Site,
    url::Address,
};
use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared},
};
use gloo_timers::future::TimeoutFuture;
use std::{mem, sync::Arc};

/// A page that is being loaded, for all who wait for it; and that is kept.
type Loading = Shared<LocalBoxFuture<'static, Result<Arc<Page>, LoadError>>>;

/// How many pages are kept.
const KEPT: usize = 60;
/// How many pages are loaded ahead at a time.
const AHEAD: usize = 3;
/// How many of them because their headlines stand in view; that leaves one for what the reader points at.
const WORKERS: usize = 2;
/// How long a headline stands in view before it counts, in milliseconds.
const STAYED: u32 = 300;

/// What is known of an edition.
#[derive(Default)]
pub(super) struct Leaves {
    /// The edition's site, without stories.
    site: Arc<Edition>,
    /// The data of the page that the server sent, until it is shown.
    first: Option<String>,
    /// What stands in view and may be asked for next, the latest last.
    in_view: Vec<Route>,
    /// How many are at work on that.
    workers: usize,
    /// Each page by the address of its data, with the time from which on it has been loaded.
    kept: Vec<(String, i64, Loading)>,
}

impl Leaves {
    /// What the server sent with its page, if that is the page of an edition.
    pub(super) fn sent() -> Option<Self> {
        let site = Site::read(page::data("site-data")?.as_bytes(), &mut Vec::new()).ok()?;
        Some(Self {
            site: Arc::new(Edition::new(site, Vec::new(), None, &mut Vec::new())),
            first: page::data("page-data"),
            ..Self::default()
        })
    }
}

impl Desk {
    /// The site of the edition that the app runs in; `None` where it reads the whole feed itself.
    pub(super) fn pressed(&self) -> Option<Arc<Edition>> {
        let state = self.state.borrow();
        state.leaves.as_ref().map(|leaves| leaves.site.clone())
    }

    /// What a place shows, from its own feed. Good content is never replaced by a failure.
    pub(super) async fn leaf(
        &self,
        edition: &Edition,
        route: &Route,
    ) -> Result<Arc<Page>, LoadError> {
        let mut route = route.clone();
        if let Route::List(list, _) = &mut route
            && let Some(topic) = edition.topic(list)
        {
            // A child's slug alone also leads to its category.
            *list = topic.list;
        }
        let address = sheet::address(&route);
        let old = self.held(&address);
        let now = clock::now().0;
        if let Some((begun, page)) = &old
            && now - begun < FRESH
        {
            return page.clone().await;
        }
        let page = self
            .clone()
            .load(address.clone(), route)
            .boxed_local()
            .shared();
        self.hold(&address, now, page.clone());
        let result = page.await;
        if result.is_err() {
            self.forget(&address);
            if let Some((begun, page)) = old {
                self.hold(&address, begun, page.clone());
                return page.await;
            }
        }
        result
    }

    fn held(&self, address: &str) -> Option<(i64, Loading)> {
        let state = self.state.borrow();
        let kept = &state.leaves.as_ref()?.kept;
        let (_, begun, page) = kept.iter().find(|(own, ..)| own == address)?;
        Some((*begun, page.clone()))
    }

    fn forget(&self, address: &str) {
        if let Some(leaves) = &mut self.state.borrow_mut().leaves {
            leaves.kept.retain(|(own, ..)| own != address);
        }
    }

    fn hold(&self, address: &str, begun: i64, page: Loading) {
        self.forget(address);
        if let Some(leaves) = &mut self.state.borrow_mut().leaves {
            leaves.kept.insert(0, (address.to_owned(), begun, page));
            leaves.kept.truncate(KEPT);
        }
    }

    async fn load(self, address: String, route: Route) -> Result<Arc<Page>, LoadError> {
        let edition = self.pressed().unwrap_or_default();
        let read = |bytes: &[u8], address: &str| {
            let address = Address::Site(address.to_owned());
            let feed = feed::read(bytes, &address, &edition.site).map_err(LoadError::Content)?;
            sheet::page(&route, feed, &edition.site)
                .map(Arc::new)
                .ok_or(LoadError::Content(Unreadable::NotAFeed))
        };
        // The server sends its page for what it does not have at any address.
        const ROOT: &str = "feed.json";
        let first = self
            .state
            .borrow_mut()
            .leaves
            .as_mut()
            .and_then(|leaves| mem::take(&mut leaves.first));
        let mut missing = None;
        if let Some(first) = first {
            match read(first.as_bytes(), &address) {
                Ok(page) if !matches!(*page, Page::NotFound(_)) => return Ok(page),
                _ => missing = read(first.as_bytes(), ROOT).ok(),
            }
        }
        match fetch(&self.base, &Address::Site(address.clone())).await {
            Ok(bytes) => read(&bytes, &address),
            Err(LoadError::Status(404 | 410) | LoadError::Content(Unreadable::WebPage)) => {
                match missing {
                    Some(missing) => Ok(missing),
                    None => self.newest(&edition.site).await,
                }
            }
            Err(error) => Err(error),
        }
    }

    /// The page that says that there is nothing, with the newest stories.
    #[inline(never)] // Seldom run: decision 17.
    fn newest(&self, site: &Site) -> LocalBoxFuture<'static, Result<Arc<Page>, LoadError>> {
        let (desk, site) = (self.clone(), site.clone());
        async move {
            let address = Address::Site("feed.json".to_owned());
            let bytes = fetch(&desk.base, &address).await?;
            let feed = feed::read(&bytes, &address, &site).map_err(LoadError::Content)?;
            let stories = feed.stories.into_iter().map(|story| story.preview);
            Ok(Arc::new(Page::NotFound(stories.take(RECENT).collect())))
        }
        .boxed_local()
    }

    /// Loads what a reader is likely to ask for next, if that costs little: a few at a time. Outside of an edition the
    /// stories are there.
    pub async fn load_ahead(&self, route: Route) -> Option<Arc<Page>> {
        let Some(edition) = self.pressed() else {
            let is_meant = matches!(route, Route::Story(_)) && !page::is_sparing();
            let edition = self.edition().filter(|_| is_meant)?;
            return Some(Arc::new(Page::at(&edition, &route)));
        };
        let under_way = || {
            let state = self.state.borrow();
            let kept = state.leaves.iter().flat_map(|leaves| &leaves.kept);
            kept.filter(|(.., page)| page.peek().is_none()).count()
        };
        if matches!(route, Route::Search(..)) || under_way() >= AHEAD || page::is_sparing() {
            return None;
        }
        let route = match route {
            Route::Print(path) => Route::Story(path),
            route => route,
        };
        self.leaf(&edition, &route).await.ok()
    }

    /// Notes that a headline has come into view or left it. Comes back when nothing in view is left to be loaded ahead.
    pub async fn headline(&self, route: Route, is_in_view: bool) {
        {
            let mut state = self.state.borrow_mut();
            let Some(leaves) = &mut state.leaves else {
                return;
            };
            leaves.in_view.retain(|other| *other != route);
            if is_in_view {
                leaves.in_view.push(route);
            }
            if leaves.workers == WORKERS {
                return;
            }
            leaves.workers += 1;
        }
        // Whoever scrolls past does not ask for it.
        TimeoutFuture::new(STAYED).await;
        while let Some(route) = self.next_in_view() {
            self.load_ahead(route).await;
        }
        if let Some(leaves) = &mut self.state.borrow_mut().leaves {
            leaves.workers -= 1;
        }
    }

    fn next_in_view(&self) -> Option<Route> {
        self.state.borrow_mut().leaves.as_mut()?.in_view.pop()
    }
}
