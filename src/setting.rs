//! What holds for the whole app as long as it runs: the language of the interface, the base path, the day.

use crate::words::{self, Words};
use content::{
    body::Provider, date::Moment, lang::Lang, route::Route, share::Service, site::Site,
    url::Address,
};
use leptos::prelude::*;
use std::{ops::Deref, sync::Arc};

/// Fixed configuration, given to every component as a context. Nothing in it is replaced while the app runs; a reader
/// who chooses another language starts the app anew.
///
/// Every component takes a copy: of the pointer, since copying and dropping the parts would stand in the program forty
/// times.
#[derive(Clone)]
pub struct Setting(Arc<Parts>);

/// What a [`Setting`] holds.
pub struct Parts {
    /// The words of the interface.
    pub words: &'static Words,
    /// The path under which the site is published; it begins and ends with a slash.
    pub base: String,
    /// Scheme and host of the published site with its base path, without a closing slash.
    pub origin: String,
    /// The site's name.
    pub name: String,
    /// The name after the © sign.
    pub publisher: String,
    /// The first year of the © line.
    pub since: Option<u32>,
    /// The language of names and of texts that say none.
    pub lang: Lang,
    /// Where a story can be shared.
    pub share: Vec<Service>,
    /// Whose pieces may be played within a story.
    pub embeds: Vec<Provider>,
    /// The present day, for notices of age and the © line. Natively the time of publication.
    pub now: Option<Moment>,
    /// Whether the top of the page has been painted. Natively there is nothing to wait for.
    pub top_is_painted: Option<RwSignal<bool>>,
}

impl Setting {
    /// The setting of a site. `here` stands in for an origin that `site.json` does not give.
    #[must_use]
    pub fn of(
        site: &Site,
        words: &'static Words,
        base: &str,
        here: &str,
        now: Option<Moment>,
    ) -> Self {
        Self(Arc::new(Parts {
            words,
            base: base.to_owned(),
            origin: site.origin.as_deref().unwrap_or(here).to_owned(),
            name: site.name.clone(),
            publisher: site.publisher_name().into(),
            since: site.publisher.since,
            lang: site.lang.clone(),
            share: site.share.clone(),
            embeds: site.embeds.clone(),
            now,
            top_is_painted: None,
        }))
    }

    /// The same where pages are painted: what is further down can wait for the top.
    #[must_use]
    pub fn painted(mut self, top_is_painted: RwSignal<bool>) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.top_is_painted = Some(top_is_painted);
        }
        self
    }

    /// The address to link to for a place in the site.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// The address to link to, or to load a picture from.
    #[must_use]
    pub fn address(&self, address: &Address) -> String {
        match address {
            Address::Site(path) => [self.base.as_str(), path].concat(),
            Address::Web(address) => address.clone(),
        }
    }

    /// The complete address of a file or a page.
    #[must_use]
    pub fn full(&self, address: &Address) -> String {
        match address {
            Address::Site(path) => [&self.origin, "/", path].concat(),
            Address::Web(address) => address.clone(),
        }
    }

    /// The complete address under which a place is shared.
    #[must_use]
    pub fn canonical(&self, route: &Route) -> String {
        [&self.origin, "/", &route.path()].concat()
    }

    /// A language attribute for something whose language may differ from the interface's.
    #[must_use]
    pub fn lang_of(&self, lang: &Lang) -> Option<String> {
        (lang.as_str() != self.words.lang).then(|| lang.as_str().to_owned())
    }

    /// A language attribute for a name that is in the site's language unless it says otherwise.
    #[must_use]
    pub fn lang_of_name(&self, lang: Option<&Lang>) -> Option<String> {
        self.lang_of(lang.unwrap_or(&self.lang))
    }
}

impl Deref for Setting {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Default for Setting {
    fn default() -> Self {
        let site = Site::default();
        Self::of(&site, words::of(&site.lang), "/", "", None)
    }
}

/// The setting of the app a component stands in.
#[must_use]
pub fn use_setting() -> Setting {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_publisher_is_the_site_unless_it_is_named() {
        let of = |site: &str| {
            let site = Site::read(site.as_bytes(), &mut Vec::new()).unwrap();
            let setting = Setting::of(&site, words::of(&site.lang), "/", "", None);
            (setting.publisher.to_string(), setting.since)
        };
        assert_eq!(of(r#"{"name":"The Bugle"}"#), ("The Bugle".into(), None));
        assert_eq!(
            of(r#"{"name":"The Bugle","publisher":"Bugle Ltd"}"#).0,
            "Bugle Ltd"
        );
        assert_eq!(
            of(r#"{"name":"The Bugle","publisher":{"name":"Bugle Ltd","since":"2021"}}"#),
            ("Bugle Ltd".into(), Some(2021))
        );
    }
}
