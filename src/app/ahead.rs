//! A story that is built before it is asked for.
//!
//! A phone needs longer to build a story and lay it out than to paint it. While a finger or a pointer rests on a link
//! there is time for both, and a tap then only has to show the story.

use super::{build_in, shown};
use crate::{
    browser::mount::{self, Place},
    setting::{Setting, use_setting},
};
use content::page::Page;
use leptos::prelude::*;
use std::{any::Any, sync::Arc};

/// How long a pointer rests on a link before the story behind it is built, in milliseconds. Whoever only passes over it,
/// or touches it to scroll, has left it by then.
pub(super) const RESTED: u32 = 50;

/// A page in a place of its own, which goes when it is dropped.
pub(super) struct Ahead {
    page: Arc<Page>,
    place: Place,
    top_is_painted: ArcRwSignal<bool>,
    _handle: Box<dyn Any>,
}

impl Ahead {
    /// Builds the top of a page, out of sight.
    pub(super) fn build(page: Arc<Page>, setting: Setting) -> Option<Box<Self>> {
        let place = mount::ahead()?;
        let top_is_painted = ArcRwSignal::new(false);
        let setting = setting.painted(RwSignal::from(top_is_painted.clone()));
        let built = page.clone();
        let build = Box::new(move || shown(&built, &use_setting().name));
        Some(Box::new(Self {
            _handle: build_in(place.clone(), setting, build),
            page,
            place,
            top_is_painted,
        }))
    }

    /// Whether this is a page of the same story, in the same state: each feed that is read makes its stories anew.
    pub(super) fn is(&self, page: &Page) -> bool {
        match (&*self.page, page) {
            (Page::Article(own), Page::Article(other)) => Arc::ptr_eq(&own.story, &other.story),
            _ => false,
        }
    }

    /// Shows it in the middle of the page.
    pub(super) fn reveal(&self) {
        mount::reveal(&self.place);
    }

    /// Builds what stands further down, now that the top has been painted.
    pub(super) fn complete(&self) {
        self.top_is_painted.set(true);
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.place.remove();
    }
}
