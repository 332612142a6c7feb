//! A story in full, with what leads on from it.

use crate::{
    components::{
        age_notice::age_notice,
        body::body,
        breadcrumb::breadcrumb,
        byline::{byline, day, day_and_time},
        later::later,
        picture::{Place, picture},
        share_bar::share_bar,
        story_card::{Size, story_card},
        topics::topics,
        translations::translations,
    },
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::{
    body::{Block, Body},
    page::Article,
    picture::Picture,
    route::Route,
    story::{Attachment, Correction, Preview, Story, Topic},
    url::host,
};
use std::sync::Arc;

/// How many words are read in a minute.
const WORDS_A_MINUTE: usize = 200;

/// Breadcrumb, headline, standfirst, byline, dates, lead picture, text, topics; then the next story and others.
pub fn article_page(article: &Article) -> (Element, Element) {
    let setting = use_setting();
    let words = setting.words;
    let story = &article.story;
    let preview: &Preview = &story.preview;
    let text = story.body();
    let address = setting.canonical(&preview.route());
    let (categories, tags): (Vec<Topic>, Vec<Topic>) =
        preview.topics.iter().cloned().partition(Topic::is_category);
    let lead = lead(preview, &text).map(lead_picture);
    // What surrounds the story is in the interface's language, whatever the story's own is.
    let furniture = |class: &'static str| el("div").class(class).attr("lang", words.lang);
    let tools = || {
        furniture("article__furniture article__tools")
            .child(share_bar(&preview.headline, &address))
            .child(print_link(preview))
    };
    let kind = preview.kind.map(words.kind).filter(|kind| !kind.is_empty());
    let head = el("header")
        .class("article__head")
        .child(
            furniture("article__furniture")
                .child(breadcrumb(&article.crumbs))
                .child(kind.map(|kind| el("p").class("article__kind").child(kind))),
        )
        .child(
            el("h1")
                .class("article__headline")
                .attr("tabindex", "-1")
                .child(preview.headline.as_str()),
        )
        .child(
            standfirst(preview, &text)
                .map(|words| el("p").class("article__standfirst").child(words)),
        )
        .child(
            furniture("article__furniture")
                .child(byline(&preview.authors))
                .child(dates(preview, &text))
                .child(translations(&story.translations))
                .child(topics(&categories, words.in_topics))
                .child(age_notice(preview)),
        );
    let middle = el("div")
        .class("article__text")
        .child(corrections(&story.corrections))
        .child(body(&text))
        .child(external(story))
        .child((!story.attachments.is_empty()).then(|| attachments(&story.attachments)));
    let foot = el("footer")
        .class("article__foot article__furniture")
        .attr("lang", words.lang)
        .child(topics(&tags, words.tag))
        .child(tools())
        .child(el("p").class("article__address").child(address.as_str()));
    let page = el("article")
        .class("article")
        .attr("lang", preview.lang.as_str())
        .attr("dir", preview.lang.direction())
        .child(head)
        .child(lead)
        .child(tools())
        .child(middle)
        .child(foot);
    let (older, newer) = (article.previous.clone(), article.next.clone());
    let (related, recent) = (article.related.clone(), article.recent.clone());
    let onward = later(el("aside").class("onward"), move || {
        let related = stories("onward__related", words.related, &related, Size::Small);
        let recent = stories("onward__recent", words.recent, &recent, Size::Brief);
        (neighbours(&older, &newer), (related, recent))
    });
    (page, onward)
}

/// The lead picture, unless the text shows it itself.
pub fn lead<'a>(preview: &'a Preview, body: &Body) -> Option<&'a Picture> {
    let lead = preview.lead.as_ref()?;
    let is_lead = |figure: &content::body::Figure| figure.picture.address == lead.address;
    let is_shown = body.blocks.iter().any(|block| match block {
        Block::Figure(figure) => is_lead(figure),
        Block::Gallery(figures) => figures.iter().any(is_lead),
        _ => false,
    });
    (!is_shown).then_some(lead)
}

/// The standfirst, unless it only repeats how the text begins, as it does where it was made of it.
pub fn standfirst<'a>(preview: &'a Preview, body: &Body) -> Option<&'a str> {
    let text = body.plain_text();
    let mut beginning = text
        .split_whitespace()
        .zip(preview.standfirst.trim_end_matches('…').split_whitespace());
    let is_repeated = beginning.all(|(text, word)| text.starts_with(word));
    (!preview.standfirst.is_empty() && !is_repeated).then_some(&preview.standfirst)
}

fn dates(preview: &Preview, body: &Body) -> Element {
    let words = use_setting().words;
    let minutes = body.words().div_ceil(WORDS_A_MINUTE);
    let updated = preview.updated.map(|moment| {
        el("span")
            .class("article__updated")
            .child(words.updated)
            .child(" ")
            .child(day_and_time(moment))
    });
    el("p")
        .class("article__dates")
        .child(preview.published.map(day_and_time))
        .child(updated)
        .child((minutes > 0).then(|| {
            el("span")
                .class("article__minutes")
                .child((words.reading_time)(minutes))
        }))
}

fn lead_picture(lead: &Picture) -> Element {
    let words = use_setting().words;
    let credit = (!lead.credit.is_empty()).then(|| {
        let label = el("span")
            .class("visually-hidden")
            .child(words.picture_credit)
            .child(" ");
        (" ", el("small").child(label).child(lead.credit.as_str()))
    });
    let caption = (!lead.caption.is_empty() || credit.is_some()).then(|| {
        el("figcaption")
            .class("figure__caption")
            .child(lead.caption.as_str())
            .child(credit)
    });
    el("figure")
        .class("article__picture figure")
        .child(picture(lead, Place::Article, false))
        .child(caption)
}

/// The way to the print desk.
fn print_link(preview: &Preview) -> Element {
    let setting = use_setting();
    el("a")
        .class("print-link")
        .attr("href", setting.href(&Route::Print(preview.path.clone())))
        .attr("rel", "nofollow")
        .child(setting.words.print)
}

fn corrections(corrections: &[Correction]) -> Option<Element> {
    let words = use_setting().words;
    let title = if corrections.len() == 1 {
        words.correction
    } else {
        words.corrections
    };
    let correction = |correction: &Correction| {
        let date = correction
            .date
            .map(|moment| (day(moment).attr("lang", words.lang), ": "));
        el("p").child(date).child(correction.text.as_str())
    };
    (!corrections.is_empty()).then(|| {
        el("section")
            .class("corrections")
            .child(
                el("h2")
                    .class("corrections__title")
                    .attr("lang", words.lang)
                    .child(title),
            )
            .child(corrections.iter().map(correction).collect::<Vec<_>>())
    })
}

/// The page elsewhere that the story is about.
fn external(story: &Story) -> Option<Element> {
    let address = story.external.as_deref()?;
    let label = fill(
        use_setting().words.read_at,
        &[host(address).unwrap_or(address)],
    );
    let link = el("a")
        .class("article__external")
        .attr("href", address)
        .attr("rel", "noopener")
        .child(label);
    Some(el("p").child(link))
}

#[inline(never)] // Seldom run: decision 17.
fn attachments(attachments: &[Attachment]) -> Element {
    let setting = use_setting();
    let words = setting.words;
    let file = |file: &Attachment| {
        let link = el("a")
            .attr("href", setting.address(&file.address))
            .child(file.title.as_str());
        el("li").child(link).child(file.bytes.map(size))
    };
    el("section")
        .class("attachments")
        .child(
            el("h2")
                .class("attachments__title")
                .attr("lang", words.lang)
                .child(words.attachments),
        )
        .child(el("ul").each(attachments.iter().map(file)))
}

/// The size of a file in words: ` (2.4 MB)`.
fn size(bytes: u32) -> String {
    let tenths = bytes.div_ceil(100_000);
    [
        " (",
        &(tenths / 10).to_string(),
        ".",
        &(tenths % 10).to_string(),
        " MB)",
    ]
    .concat()
}

/// The older and the newer story of the same category. The older one is the one to read on with: the newer ones stand
/// at the top of every list.
fn neighbours(older: &Option<Arc<Preview>>, newer: &Option<Arc<Preview>>) -> Option<Element> {
    let words = use_setting().words;
    let one = |class: &'static str, title: &'static str, story: &Option<Arc<Preview>>| {
        story.as_ref().map(|story| {
            el("section")
                .class(class)
                .child(el("h2").class("onward__title").child(title))
                .child(story_card(story, Size::Brief, 3))
        })
    };
    let next = one("onward__next", words.next_story, older);
    let previous = one("onward__previous", words.previous_story, newer);
    (next.is_some() || previous.is_some()).then(|| {
        el("div")
            .class("onward__neighbours")
            .child(next)
            .child(previous)
    })
}

fn stories(
    class: &'static str,
    title: &'static str,
    stories: &[Arc<Preview>],
    size: Size,
) -> Option<Element> {
    (!stories.is_empty()).then(|| {
        let cards: Vec<Element> = stories
            .iter()
            .map(|story| story_card(story, size, 3))
            .collect();
        el("section")
            .class(class)
            .child(el("h2").class("onward__title").child(title))
            .child(el("div").class("onward__stories").child(cards))
    })
}
