//! What a search looks through: the whole feed, or what it takes of an edition's index.

use super::{Desk, FRESH, LoadError, fetch};
use crate::browser::clock;
use content::{
    page::{PER_PAGE, Page},
    search::{
        Results,
        index::{Index, PLAN},
    },
    url::Address,
};
use futures::{FutureExt, future::LocalBoxFuture};
use std::{future::poll_fn, mem, sync::Arc, task::Poll};

/// What has been loaded of an edition's index.
#[derive(Default)]
pub(super) struct Searched {
    index: Index,
    /// When its plan was loaded, in seconds.
    begun: i64,
    /// Whether something is on its way for results while the reader types.
    is_preparing: bool,
}

impl Desk {
    /// The first results of a search, so many at the most, if all that they take has been loaded. It loads nothing.
    #[must_use]
    pub fn found(&self, query: &str, most: usize) -> Option<Results> {
        self.look(query, 1, most).ok()
    }

    /// Loads what [`Desk::found`] still misses, or the next part of it. Whether it is worth to ask again.
    pub async fn prepare(&self, query: &str, most: usize) -> bool {
        let is_preparing = |is| {
            let searched = &mut self.state.borrow_mut().searched;
            mem::replace(&mut searched.is_preparing, is)
        };
        // Whoever is at it already will ask again, for what has been typed by then.
        if is_preparing(true) {
            return false;
        }
        let loaded = match self.look(query, 1, most) {
            Ok(_) => Ok(()),
            Err(missing) => self.load_index(missing).await,
        };
        is_preparing(false);
        loaded.is_ok()
    }

    /// A page of what an edition has for a query. The future is boxed, since most pages are other ones.
    pub(super) fn search(
        &self,
        query: &str,
        page: u32,
    ) -> LocalBoxFuture<'static, Result<Arc<Page>, LoadError>> {
        let (desk, query) = (self.clone(), query.to_owned());
        async move {
            if query.is_empty() {
                return Ok(Arc::new(Page::Search(Results::default())));
            }
            loop {
                match desk.look(&query, page, PER_PAGE) {
                    Ok(results) => return Ok(Arc::new(Page::Search(results))),
                    Err(missing) => desk.load_index(missing).await?,
                }
            }
        }
        .boxed_local()
    }

    /// A page of what is found; else the files of the index that are missing for it, none where the whole feed is.
    fn look(&self, query: &str, page: u32, most: usize) -> Result<Results, Vec<String>> {
        let state = self.state.borrow();
        if state.leaves.is_none() {
            // A chain that is broken off is as whole as it can be.
            let rest = state.rest.as_ref();
            let is_whole = rest.is_none_or(|rest| rest.broken.is_some());
            let whole = state.edition.as_ref().filter(|_| is_whole);
            let (edition, _) = whole.ok_or_else(Vec::new)?;
            return Ok(edition.search(query, page, most));
        }
        if clock::now().0 - state.searched.begun > FRESH {
            return Err(vec![PLAN.to_owned()]);
        }
        state.searched.index.search(query, page, most)
    }

    async fn load_index(&self, missing: Vec<String>) -> Result<(), LoadError> {
        let Some(edition) = self.pressed() else {
            if self.edition().is_none() {
                self.beginning().await?;
            }
            return self.whole().await.map(drop);
        };
        let files = missing.iter();
        let files = files.map(|file| fetch(&self.base, &Address::Site(file.clone())));
        let files = all(files.collect()).await;
        let mut result = Ok(());
        let searched = &mut self.state.borrow_mut().searched;
        for (file, bytes) in missing.iter().zip(files) {
            let read = bytes.and_then(|bytes| {
                let read = searched.index.read(file, &bytes, &edition.site);
                read.map_err(LoadError::Content)
            });
            if file != PLAN {
                // Another edition may have been published: what is missing now is the plan.
                if read.is_err() {
                    searched.begun = 0;
                }
                result = result.and(read);
            } else if searched.index.is_begun() {
                // An old plan is better than none.
                searched.begun = clock::now().0;
            } else {
                result = read;
            }
        }
        result
    }
}

/// A file that is being fetched.
type Fetching = LocalBoxFuture<'static, Result<Vec<u8>, LoadError>>;

/// Fetches all files at once. (What `futures` has for this would cost a reader two kilobytes.)
async fn all(mut fetching: Vec<Fetching>) -> Vec<Result<Vec<u8>, LoadError>> {
    let mut fetched: Vec<_> = fetching.iter().map(|_| None).collect();
    poll_fn(|context| {
        for (file, fetched) in fetching.iter_mut().zip(&mut fetched) {
            if fetched.is_none()
                && let Poll::Ready(result) = file.poll_unpin(context)
            {
                *fetched = Some(result);
            }
        }
        if fetched.iter().all(Option::is_some) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    fetched.into_iter().flatten().collect()
}
