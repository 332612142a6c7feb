//! The app: the frame around every page, the one table of what each place shows, and how the reader moves.

mod ahead;

use self::ahead::{Ahead, RESTED};
use crate::{
    browser::{self, mount::Place, navigation::Spot},
    components::{
        footer::footer,
        header::header,
        panel::Fill,
        print_list::print_list,
        search_box::{Find, LIVE},
    },
    element::{Element, el, several},
    feed::{Desk, LoadError},
    head::Head,
    pages::{
        self,
        article::article_page,
        front::front_page,
        list::list_page,
        not_found::not_found_page,
        notice::{load_failed, loading},
        print_desk::{plain_sheet, print_desk_page},
        search::search_page,
        standing::standing_page,
    },
    setting::{Setting, use_setting},
    words::{self, Words},
};
use content::{
    date::Moment,
    edition::Edition,
    frame::{Frame, PANEL},
    lang::Lang,
    page::Page,
    print::Choices,
    route::{Route, is_file},
    site::Site,
    story::Preview,
};
use futures::future::{AbortHandle, Abortable};
use gloo_timers::future::TimeoutFuture;
use leptos::{mount::mount_to, prelude::*};
use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
    time::Duration,
};
use wasm_bindgen_futures::spawn_local;

/// What stands in the middle of the page.
#[derive(Clone)]
pub enum View {
    /// The page is on its way.
    Loading {
        /// It has been for long.
        is_slow: bool,
    },
    /// The page.
    Shown(Arc<Page>),
    /// The page, which was built before it was asked for and is put there as it is.
    Built(Arc<Page>),
    /// The page cannot be had.
    Failed(LoadError),
}

impl View {
    /// The page, if there is one.
    fn page(&self) -> Option<&Arc<Page>> {
        match self {
            Self::Shown(page) | Self::Built(page) => Some(page),
            Self::Loading { .. } | Self::Failed(_) => None,
        }
    }
}

/// A skeleton that comes and goes at once would only flicker.
const SKELETON_AFTER: Duration = Duration::from_millis(200);
/// When a reader begins to doubt that anything happens.
const SLOW_AFTER: Duration = Duration::from_secs(4);
/// How long a page is left to load what it needs itself before others are loaded ahead.
const SETTLED_AFTER: Duration = Duration::from_millis(1500);

/// What the frame of a page can be asked to do.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Finds stories.
    pub find: Find,
    /// Loads the newest stories of a list.
    pub load: Fill,
    /// Tries again after a failure.
    pub retry: Callback<()>,
    /// Changes the language of the interface to that of a tag.
    pub choose_language: Callback<String>,
}

/// Header, page, footer. Everything that is shown goes through here, in the browser and natively. `here` is where the
/// reader is, `view` what the middle of the page shows.
pub fn shell(
    frame: &Frame,
    here: ReadSignal<Route>,
    view: ReadSignal<View>,
    actions: Actions,
) -> Vec<Element> {
    let words = use_setting().words;
    let name = frame.name.clone();
    let middle = move || {
        view.with(|view| match view {
            View::Loading { is_slow } => loading(*is_slow).view(),
            View::Shown(page) => shown(page, &name),
            View::Built(_) => several(None::<Element>),
            View::Failed(error) => load_failed(error, actions.retry).view(),
        })
    };
    vec![
        el("a")
            .class("skip-link")
            .attr("href", "#main")
            .child(words.skip_to_content),
        el("div")
            .class("shell")
            .attr("id", "top")
            .child(header(
                frame,
                here,
                actions.find,
                actions.load,
                actions.choose_language,
            ))
            .child(
                el("main")
                    .class("main")
                    .attr("id", "main")
                    .attr("tabindex", "-1")
                    .changing(middle),
            )
            .child(footer(frame, here)),
    ]
}

/// The one table: what each kind of place shows.
fn shown(page: &Page, name: &str) -> AnyView {
    match page {
        Page::Front(front) => front_page(front, name).view(),
        Page::List(listing) => list_page(listing).view(),
        Page::Article(article) => several(article_page(article)),
        Page::Print(story) => print_desk_page(story).view(),
        Page::Standing(page) => standing_page(page).view(),
        Page::Search(results) => search_page(results).view(),
        Page::NotFound(recent) => not_found_page(recent).view(),
    }
}

/// What comes out of the printer in place of a page; nothing where the page itself does.
fn printed(page: &Page, choices: Choices) -> Option<Element> {
    let words = use_setting().words;
    Some(match page {
        Page::Article(article) => plain_sheet(&article.story, choices),
        Page::Front(front) => {
            let sections = front.sections.iter().flat_map(|section| &section.stories);
            let stories = front
                .lead
                .iter()
                .chain(&front.secondary)
                .chain(&front.latest);
            print_list(&use_setting().name, stories.chain(sections))
        }
        Page::List(listing) => print_list(
            pages::list::name(listing, &use_setting()),
            listing.stories.iter(),
        ),
        Page::Search(results) if !results.stories.is_empty() => {
            print_list(&pages::search::name(results, words), results.stories.iter())
        }
        Page::Print(_) | Page::Standing(_) | Page::Search(..) | Page::NotFound(_) => return None,
    })
}

/// Builds something in an empty element, and gives what keeps it alive. (`mount_to` brings its code for each thing that is
/// mounted.)
fn build_in(place: Place, setting: Setting, build: Box<dyn FnOnce() -> AnyView>) -> Box<dyn Any> {
    Box::new(mount_to(place, move || {
        provide_context(setting);
        build()
    }))
}

/// Starts the app in the browser. The page that is there stays until the app has something to show.
pub fn start() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| browser::console::warn(&panic.to_string())));
    browser::preference::show_theme(browser::preference::theme());
    let reader = Rc::new(Reader::new());
    reader.clone().listen();
    spawn_local(async move { reader.visit(browser::page::address(), Entry::First).await });
}

/// How the reader comes to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// By opening the site.
    First,
    /// Within the site.
    Within(Spot),
}

/// The reader's way through the site.
struct Reader {
    base: String,
    desk: Desk,
    here: ArcRwSignal<Route>,
    view: ArcRwSignal<View>,
    top_is_painted: ArcRwSignal<bool>,
    /// What is mounted, and for which edition's frame and language.
    mounted: RefCell<Option<Mounted>>,
    /// Gives up the visit under way.
    visit: RefCell<Option<AbortHandle>>,
    /// Tells which headlines stand in view.
    headlines: RefCell<Option<browser::intent::Headlines>>,
    /// Counts what the reader has pointed at, so that one knows whether it is still that.
    pointed: Cell<u32>,
    /// What the reader points at, if that is a story.
    ahead: RefCell<Option<Box<Ahead>>>,
    /// What stands in the middle of the page, if it was built ahead.
    built: RefCell<Option<Box<Ahead>>>,
    /// Counts visits, so that what belongs to an earlier one is known.
    count: Cell<u32>,
}

struct Mounted {
    edition: Arc<Edition>,
    frame: Arc<Frame>,
    lang: &'static str,
    setting: Setting,
    _handle: Box<dyn Any>,
}

impl Reader {
    fn new() -> Self {
        let base = browser::page::take_base();
        Self {
            desk: Desk::new(&base),
            base,
            here: ArcRwSignal::new(Route::Front),
            view: ArcRwSignal::new(View::Loading { is_slow: false }),
            top_is_painted: ArcRwSignal::new(true),
            mounted: RefCell::default(),
            visit: RefCell::default(),
            headlines: RefCell::default(),
            pointed: Cell::default(),
            ahead: RefCell::default(),
            built: RefCell::default(),
            count: Cell::default(),
        }
    }

    fn listen(self: Rc<Self>) {
        let reader = self.clone();
        browser::navigation::listen(move |address, spot| {
            let route = Route::parse(address, &reader.base)?;
            // Until the app stands, and for what is a file, the browser does the navigating.
            if reader.mounted.borrow().is_none()
                || matches!(&route, Route::Story(path) if is_file(path))
            {
                return None;
            }
            let reader = reader.clone();
            let address = address.to_owned();
            Some(Box::pin(async move {
                reader.visit(address, Entry::Within(spot)).await;
            }))
        });
        let reader = self.clone();
        browser::print::listen(move |place| reader.put_on_paper(place));
        let reader = self.clone();
        browser::program::when_complete(move || reader.look_ahead());
        browser::navigation::on_network(move || self.clone().come_back());
    }

    /// Tries again what could not be had, or loads anew what has grown old.
    fn come_back(self: Rc<Self>) {
        spawn_local(async move {
            if matches!(
                self.view.get_untracked(),
                View::Failed(LoadError::Offline | LoadError::Network)
            ) {
                self.visit_again().await;
            } else {
                self.desk.refresh().await;
            }
        });
    }

    /// Begins to load what the reader is likely to ask for next, and to keep what is there fresh.
    fn look_ahead(self: Rc<Self>) {
        let reader = self.clone();
        browser::intent::on_link(move |address| {
            let count = reader.pointed.get() + 1;
            reader.pointed.set(count);
            if let Some(route) = address.and_then(|address| Route::parse(address, &reader.base)) {
                spawn_local(reader.clone().prepare(route, count));
            }
        });
        let reader = self.clone();
        let headlines = browser::intent::Headlines::new(move |address, is_in_view| {
            if let Some(route) = Route::parse(address, &reader.base) {
                let desk = reader.desk.clone();
                spawn_local(async move { desk.headline(route, is_in_view).await });
            }
        });
        self.headlines.replace(headlines);
        self.watch_headlines();
        browser::navigation::on_return(move || self.clone().come_back());
    }

    /// Loads what the reader points at, and builds it if it is a story. `count` tells it from what comes after.
    async fn prepare(self: Rc<Self>, route: Route, count: u32) {
        let rested = TimeoutFuture::new(RESTED);
        let page = self.desk.load_ahead(route).await;
        rested.await;
        if let Some(page) = page
            && self.pointed.get() == count
        {
            self.build_ahead(page);
        }
    }

    /// Builds a story out of sight, unless it has been built already. Not from the print desk, which has neither header nor
    /// footer: they would come a frame after the story.
    fn build_ahead(&self, page: Arc<Page>) {
        let is_built = (self.ahead.borrow().as_ref()).is_some_and(|ahead| ahead.is(&page));
        let is_on_desk = matches!(
            self.view.get_untracked().page().map(|page| &**page),
            Some(Page::Print(_))
        );
        if is_built
            || is_on_desk
            || self.mounted.borrow().is_none()
            || !matches!(*page, Page::Article(_))
        {
            return;
        }
        let edition = self.desk.site();
        let setting = self.setting(&edition.site, self.words(&edition.site));
        self.ahead.replace(Ahead::build(page, setting));
    }

    /// Goes to an address: loads what is there and shows it. A newer visit gives an older one up.
    async fn visit(self: Rc<Self>, address: String, entry: Entry) {
        let (handle, registration) = AbortHandle::new_pair();
        if let Some(earlier) = self.visit.replace(Some(handle)) {
            earlier.abort();
        }
        self.count.set(self.count.get() + 1);
        // Given up, nothing is left to do: the newer visit shows its own page.
        let _ = Abortable::new(self.arrive(address, entry), registration).await;
    }

    async fn arrive(self: &Rc<Self>, address: String, entry: Entry) {
        let route = Route::parse(&address, &self.base).unwrap_or(Route::Front);
        // A finished page may have a menu open already.
        if entry != Entry::First {
            browser::disclosure::close_all();
        }
        let timers = [
            (SKELETON_AFTER, View::Loading { is_slow: false }),
            (SLOW_AFTER, View::Loading { is_slow: true }),
        ];
        let visit = self.count.get();
        let timers = timers.map(|(after, view)| {
            let (reader, route) = (self.clone(), route.clone());
            // The page that the server sent already has a skeleton, or more.
            let is_due =
                entry != Entry::First || (after == SLOW_AFTER && !browser::mount::is_finished());
            let on_time = move || {
                if is_due && reader.count.get() == visit {
                    reader.show(route, view, false);
                }
            };
            set_timeout_with_handle(on_time, after).ok()
        });
        let result = self.desk.page(&route).await;
        for timer in timers.into_iter().flatten() {
            timer.clear();
        }
        let takes_over = entry == Entry::First && browser::mount::is_finished();
        if takes_over {
            browser::mount::when_undisturbed().await;
        } else if entry != Entry::First {
            browser::head::forget_first();
        }
        let begins_at_top = entry == Entry::Within(Spot::Top);
        let view = result.map_or_else(View::Failed, View::Shown);
        self.show(route, view, begins_at_top);
        // The views follow their signals in a task of their own; focus and scrolling come after it.
        leptos::task::tick().await;
        self.watch_headlines();
        match entry {
            // On a finished page the browser has found the place, and the reader may have gone on from there.
            Entry::First if takes_over => {}
            Entry::First => browser::page::scroll_to_fragment(),
            Entry::Within(Spot::Fragment) => {}
            Entry::Within(Spot::Top | Spot::Left) => browser::focus::headline(),
        }
        let reader = self.clone();
        browser::page::when_painted(move || reader.set_painted(true));
    }

    /// Says whether the top of the page has been painted, to [`later`](crate::components::later::later). What was built
    /// ahead is completed by it, and the page before it goes.
    fn set_painted(&self, is_painted: bool) {
        if self.top_is_painted.get_untracked() != is_painted {
            self.top_is_painted.set(is_painted);
        }
        if let Some(built) = &*self.built.borrow()
            && is_painted
        {
            self.view.set(self.view.get_untracked());
            built.complete();
        }
    }

    /// Goes again to where the reader is.
    async fn visit_again(self: Rc<Self>) {
        self.visit(browser::page::address(), Entry::Within(Spot::Top))
            .await;
    }

    /// Watches which headlines of the page come into view, once the page has what it needs itself.
    fn watch_headlines(self: &Rc<Self>) {
        if self.headlines.borrow().is_none() {
            return;
        }
        let (reader, visit) = (self.clone(), self.count.get());
        let watch = move || {
            if reader.count.get() == visit
                && let Some(headlines) = &*reader.headlines.borrow()
            {
                headlines.watch();
            }
        };
        set_timeout(watch, SETTLED_AFTER);
    }

    /// Shows something in the middle of the page, and all that goes with it. Where it `begins_at_top`, what stands further
    /// down can wait.
    fn show(self: &Rc<Self>, route: Route, view: View, begins_at_top: bool) {
        if self.here.get_untracked() != route {
            self.here.set(route.clone());
        }
        if self.mounted.borrow().is_some() {
            browser::focus::let_go();
        }
        let edition = self.desk.site();
        let words = self.words(&edition.site);
        let is_mounted = self.is_mounted(&edition, words);
        // What was built ahead is the top of a page, and of a page in one language: Back and Forward need the whole height
        // at once.
        let view = self.with_built(view, is_mounted && begins_at_top);
        if matches!(view, View::Built(_)) {
            // It is there. To let the page before it go is work that can wait until it is painted.
            self.view.update_untracked(|shown| *shown = view.clone());
        } else {
            self.set_painted(!begins_at_top);
            self.view.set(view.clone());
        }
        if !is_mounted {
            self.mount(&edition, words);
        }
        if let Some(mounted) = &*self.mounted.borrow() {
            let head = head(&view, &route, mounted);
            browser::head::apply(&head);
            if let Some(page) = view.page() {
                let translations = page.translations();
                if !translations.is_empty() {
                    browser::head::name_language(&head.lang, &head.canonical);
                }
                for told in translations {
                    let address = mounted.setting.full(&told.address);
                    browser::head::name_language(told.lang.as_str(), &address);
                }
            }
        }
    }

    /// Shows what was built ahead, if that is what a view shows and it `is_of_use`. What stands there because it was built
    /// ahead goes, and so does what was built in vain.
    fn with_built(&self, view: View, is_of_use: bool) -> View {
        let ahead = self.ahead.take();
        let Some(page) = view.page() else {
            self.built.take();
            return view;
        };
        let built = ahead.filter(|ahead| is_of_use && ahead.is(page));
        let view = if let Some(built) = &built {
            built.reveal();
            View::Built(page.clone())
        } else {
            View::Shown(page.clone())
        };
        self.built.replace(built);
        view
    }

    /// Builds, in an empty element, what is to be printed in place of the page.
    fn put_on_paper(&self, place: Place) -> Option<Box<dyn Any>> {
        let page = self.view.get_untracked().page()?.clone();
        let setting = self.mounted.borrow().as_ref()?.setting.clone();
        let choices = Choices::read(&browser::preference::print());
        let is_printed = Rc::new(Cell::new(false));
        let was_printed = is_printed.clone();
        let build = Box::new(move || {
            let content = printed(&page, choices);
            is_printed.set(content.is_some());
            several(content)
        });
        let handle = build_in(place, setting, build);
        was_printed.get().then_some(handle)
    }

    /// Whether what is mounted fits an edition and a language. The same edition has the same frame; only another one
    /// is looked at more closely.
    fn is_mounted(&self, edition: &Arc<Edition>, words: &Words) -> bool {
        let mut mounted = self.mounted.borrow_mut();
        let Some(mounted) = mounted
            .as_mut()
            .filter(|mounted| mounted.lang == words.lang)
        else {
            return false;
        };
        let fits = Arc::ptr_eq(&mounted.edition, edition) || *mounted.frame == Frame::of(edition);
        if fits {
            mounted.edition = edition.clone();
        }
        fits
    }

    fn mount(self: &Rc<Self>, edition: &Arc<Edition>, words: &'static Words) {
        let site = &edition.site;
        let frame = Arc::new(Frame::of(edition));
        let setting = self
            .setting(site, words)
            .painted(RwSignal::from(self.top_is_painted.clone()));
        // The page runs as the site's own language does, even where the interface has no words in it: most of what is
        // read is the newsroom's.
        let Some(root) = browser::mount::detached(words.lang, site.lang.direction()) else {
            return;
        };

        let reader = StoredValue::new_local(self.clone());
        let find = Find::new(move |query: String| {
            reader.with_value(|reader| {
                let desk = reader.desk.clone();
                let found = desk.found(&query, LIVE);
                if found.is_none() {
                    spawn_local(async move {
                        if desk.prepare(&query, LIVE).await {
                            browser::field::ask_again();
                        }
                    });
                }
                found
            })
        });
        let load = Fill::new(
            move |(route, stories): (Route, RwSignal<Vec<Arc<Preview>>>)| {
                let desk = reader.with_value(|reader| reader.desk.clone());
                spawn_local(async move {
                    if let Ok(page) = desk.page(&route).await
                        && let Page::List(list) = &*page
                        && !list.stories.is_empty()
                    {
                        stories.set(list.stories.iter().take(PANEL).cloned().collect());
                    }
                });
            },
        );
        let retry = Callback::new(move |()| {
            let reader = reader.get_value();
            spawn_local(reader.visit_again());
        });
        let choose_language = Callback::new(move |tag: String| {
            browser::preference::set_language(&tag);
            let reader = reader.get_value();
            let (route, view) = (reader.here.get_untracked(), reader.view.get_untracked());
            // Out of the event: the list that was chosen from goes away with what is mounted.
            set_timeout(move || reader.show(route, view, false), Duration::ZERO);
        });
        let (here, view) = (
            ReadSignal::from(self.here.read_only()),
            ReadSignal::from(self.view.read_only()),
        );
        let shown_frame = frame.clone();
        let build = Box::new(move || {
            several(shell(
                &shown_frame,
                here,
                view,
                Actions {
                    find,
                    load,
                    retry,
                    choose_language,
                },
            ))
        });
        let handle = build_in(root.clone(), setting.clone(), build);
        browser::mount::replace(&root);
        let mounted = Mounted {
            edition: edition.clone(),
            frame,
            lang: words.lang,
            setting,
            _handle: handle,
        };
        // The old app goes only now that the new one stands in its place.
        drop(self.mounted.replace(Some(mounted)));
    }

    fn setting(&self, site: &Site, words: &'static Words) -> Setting {
        let (seconds, offset) = browser::clock::now();
        let here = browser::page::origin() + self.base.trim_end_matches('/');
        Setting::of(site, words, &self.base, &here, Moment::at(seconds, offset))
    }

    /// The language of the interface: the reader's choice, else the site's, else English.
    fn words(&self, site: &Site) -> &'static Words {
        let chosen = browser::preference::language().and_then(|tag| Lang::parse(&tag));
        words::of(chosen.as_ref().unwrap_or(&site.lang))
    }
}

fn head(view: &View, route: &Route, mounted: &Mounted) -> Head {
    let (setting, frame) = (&mounted.setting, &mounted.frame);
    match view {
        View::Shown(page) | View::Built(page) => {
            pages::head(page, route, setting, &frame.name, &frame.tagline)
        }
        View::Loading { .. } => pages::failed(setting.words.loading, setting, &frame.name),
        View::Failed(_) => pages::failed(setting.words.failed, setting, &frame.name),
    }
}
