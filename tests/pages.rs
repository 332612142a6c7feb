//! Every kind of page, rendered natively from the sample edition by the app's own components.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test may stop where its own files are not as they should be"
)]

use civil_today::{
    app::{Actions, View, shell},
    element::several,
    feed::LoadError,
    pages,
    setting::Setting,
    words,
};
use content::{
    date::Moment,
    edition::Edition,
    feed,
    frame::Frame,
    lang::Lang,
    page::Page,
    problem::Unreadable,
    route::{List, Route},
    site::Site,
    url::Address,
};
use leptos::prelude::*;
use std::{fs, path::Path, sync::Arc};

fn sample() -> Edition {
    let read = |name: &str| {
        fs::read(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("public")
                .join(name),
        )
        .unwrap()
    };
    let mut problems = Vec::new();
    let site = Site::read(&read("site.json"), &mut problems).unwrap();
    let stories = feed::read(
        &read("feed.json"),
        &Address::Site("feed.json".into()),
        &site,
    )
    .unwrap();
    let pages = feed::read(
        &read("pages.json"),
        &Address::Site("pages.json".into()),
        &site,
    )
    .unwrap();
    problems.extend(stories.problems.iter().chain(&pages.problems).cloned());
    let edition = Edition::new(site, vec![stories], Some(pages), &mut problems);
    assert_eq!(problems, [], "the sample edition is as it should be");
    edition
}

/// The HTML of a view in a language of the interface.
fn html_of(edition: &Edition, route: &Route, view: View, lang: &str, base: &str) -> String {
    let now = Moment::parse("2026-11-24T12:00:00Z");
    let setting = Setting::of(
        &edition.site,
        words::of(&Lang::parse(lang).unwrap()),
        base,
        "",
        now,
    );
    let (frame, route) = (Frame::of(edition), route.clone());
    Owner::new().with(|| {
        provide_context(setting);
        let actions = Actions {
            find: Callback::new(|_| None),
            load: Callback::new(|_| ()),
            retry: Callback::new(|()| ()),
            choose_language: Callback::new(|_| ()),
        };
        let (here, view) = (
            RwSignal::new(route).read_only(),
            RwSignal::new(view).read_only(),
        );
        several(shell(&frame, here, view, actions)).to_html()
    })
}

fn page(edition: &Edition, address: &str) -> String {
    let route = Route::parse(address, "/").unwrap();
    let page = Page::at(edition, &route);
    html_of(edition, &route, View::Shown(Arc::new(page)), "en", "/")
}

#[test]
fn every_story_and_page_of_the_sample_edition_renders_with_its_headline() {
    let edition = sample();
    let stories: Vec<_> = edition.stories().chain(edition.pages()).cloned().collect();
    assert!(stories.len() > 68);
    for story in stories {
        let html = page(&edition, &story.route().href("/"));
        let headline = story
            .headline
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        assert!(html.contains(&headline), "{} lacks {headline}", story.path);
        assert!(!html.contains("<script"), "{}", story.path);
        assert_eq!(html.matches("<h1").count(), 1, "{}", story.path);
    }
}

#[test]
fn the_front_page_leads_with_a_story_and_has_a_section_for_each_main_category() {
    let edition = sample();
    let html = page(&edition, "/");
    assert_eq!(html.matches("story-card--lead").count(), 1);
    assert_eq!(html.matches("story-card--second").count(), 4);
    assert_eq!(
        html.matches("class=\"front__section\"").count(),
        edition.site.categories.len()
    );
}

#[test]
fn a_category_shows_what_lies_below_it_and_turns_its_pages() {
    let edition = sample();
    let html = page(&edition, "/category/politics/");
    let below = edition
        .list(&List::Category("politics/diplomacy".into()))
        .next()
        .unwrap()
        .clone();
    let pages: String = (1..=2)
        .map(|number| page(&edition, &format!("/category/politics/page/{number}/")))
        .collect();
    assert!(pages.contains(&below.headline));
    assert!(html.contains("rel=\"next\"") && !html.contains("rel=\"prev\""));
}

#[test]
fn an_old_story_says_how_old_it_is_and_an_evergreen_one_does_not() {
    let edition = sample();
    let old = page(&edition, "/2022/02/10/what-an-alliance-guarantee-means/");
    assert!(old.contains("more than 4 years old"));
    let evergreen = edition
        .stories()
        .find(|story| story.evergreen)
        .unwrap()
        .clone();
    assert!(!page(&edition, &evergreen.route().href("/")).contains("age-notice"));
}

#[test]
fn a_lead_picture_has_its_sizes_and_comes_first() {
    let edition = sample();
    let story = edition
        .stories()
        .find(|story| story.lead.is_some())
        .unwrap()
        .clone();
    let html = page(&edition, &story.route().href("/"));
    let figure = html.split("article__picture").nth(1).unwrap();
    for part in [
        "image/avif",
        "1280w",
        "width=\"1280\"",
        "height=\"853\"",
        "fetchpriority=\"high\"",
        "<figcaption",
    ] {
        assert!(figure.contains(part), "{part}");
    }
    assert!(
        !figure
            .split("</picture>")
            .next()
            .unwrap()
            .contains("loading=\"lazy\"")
    );
}

#[test]
fn under_a_base_path_every_link_and_picture_of_the_site_lies_below_it() {
    let edition = sample();
    let route = Route::Front;
    let shown = View::Shown(Arc::new(Page::at(&edition, &route)));
    let html = html_of(&edition, &route, shown, "en", "/civil/");
    for attribute in ["href=\"/", "src=\"/", "action=\"/"] {
        assert!(html.contains(attribute), "{attribute}");
        for rest in html.split(attribute).skip(1) {
            assert!(rest.starts_with("civil/"), "{attribute}{}", &rest[..30]);
        }
    }
}

#[test]
fn what_is_not_there_offers_the_way_on() {
    let edition = sample();
    for address in [
        "/no-such-story/",
        "/tag/no-such-tag/",
        "/category/politics/page/99/",
    ] {
        let html = page(&edition, address);
        assert!(
            html.contains("Page not found") && html.contains("page__way-on"),
            "{address}"
        );
    }
}

#[test]
fn a_failure_says_its_reason_in_each_language_and_offers_to_try_again() {
    let edition = sample();
    for words in words::ALL {
        for error in [
            LoadError::Offline,
            LoadError::Timeout,
            LoadError::Network,
            LoadError::Status(503),
            LoadError::Content(Unreadable::WebPage),
        ] {
            let html = html_of(
                &edition,
                &Route::Front,
                View::Failed(error),
                words.lang,
                "/",
            );
            assert!(
                html.contains((words.failure)().retry) && html.contains("role=\"alert\""),
                "{}",
                words.lang
            );
        }
    }
}

#[test]
fn dates_and_furniture_speak_the_language_of_the_interface_and_stories_their_own() {
    let edition = sample();
    let story = edition
        .stories()
        .find(|story| story.lang.primary() == "uk")
        .unwrap()
        .clone();
    let route = story.route();
    let shown = View::Shown(Arc::new(Page::at(&edition, &route)));
    let html = html_of(&edition, &route, shown, "mk", "/");
    let article = html.split("<article class=\"article\"").nth(1).unwrap();
    assert!(article.split('>').next().unwrap().contains("lang=\"uk\""));
    assert!(html.contains(&story.published.unwrap().long_date("mk")));
    assert!(html.contains("Сподели"));
}

#[test]
fn a_story_in_two_languages_leads_from_each_to_the_other() {
    let edition = sample();
    for (address, other, lang, name) in [
        (
            "/first-come-not-first-served/",
            "/koj-prv-kje-dojde/",
            "mk",
            "Македонски",
        ),
        (
            "/koj-prv-kje-dojde/",
            "/first-come-not-first-served/",
            "en",
            "English",
        ),
        ("/about-us/", "/za-nas/", "mk", "Македонски"),
    ] {
        let html = page(&edition, address);
        let line = html.split("class=\"translations\"").nth(1).unwrap();
        let line = line.split("</p>").next().unwrap();
        assert!(line.contains("Also in:") && line.contains(name), "{line}");
        for attribute in [
            format!("href=\"{other}\""),
            format!(" hreflang=\"{lang}\""),
            format!(" lang=\"{lang}\""),
        ] {
            assert!(line.contains(&attribute), "{line}");
        }
    }
    assert!(!page(&edition, "/three-councils/").contains("\"translations\""));
}

#[test]
fn a_page_knows_the_other_languages_of_its_story_and_a_sheet_of_paper_does_not() {
    let edition = sample();
    let told = |address: &str| {
        let page = Page::at(&edition, &Route::parse(address, "/").unwrap());
        let languages = page.translations().iter();
        languages
            .map(|told| (told.lang.to_string(), told.address.clone()))
            .collect::<Vec<_>>()
    };
    let english = Address::Site("first-come-not-first-served/".into());
    assert_eq!(told("/koj-prv-kje-dojde/"), [("en".into(), english)]);
    assert_eq!(told("/koj-prv-kje-dojde/?print"), []);
}

#[test]
fn a_head_names_one_canonical_address_without_query_or_fragment() {
    let edition = sample();
    let setting = Setting::of(&edition.site, words::of(&edition.site.lang), "/", "", None);
    let head = |address: &str| {
        let route = Route::parse(address, "/").unwrap();
        pages::head(
            &Page::at(&edition, &route),
            &route,
            &setting,
            "CIVIL Today",
            "A line",
        )
    };
    let child = head("/category/diplomacy/?utm=1#x");
    assert_eq!(
        child.canonical,
        "https://civil.example/category/politics/diplomacy/"
    );
    assert_eq!(head("/").title, "CIVIL Today: A line");
    assert_eq!(
        head("/category/politics/").next.as_deref(),
        Some("https://civil.example/category/politics/page/2/")
    );
    assert!(head("/nothing/").noindex && head("/nothing/").canonical.is_empty());
    let story = head("/2022/02/10/what-an-alliance-guarantee-means/");
    assert!(
        story.is_article
            && story
                .picture
                .unwrap()
                .starts_with("https://civil.example/pictures/")
    );
}
