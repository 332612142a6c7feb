//! A story in full, with what leads on from it.

use crate::{
    components::{
        age_notice::AgeNotice,
        body::BodyView,
        breadcrumb::Breadcrumb,
        byline::{Byline, Date},
        picture::{PictureView, Place},
        share_bar::ShareBar,
        story_card::{Size, StoryCard},
        topics::Topics,
    },
    browser,
    setting::use_setting,
    words::fill,
};
use content::{
    body::{Block, Body},
    page::Article,
    picture::Picture,
    story::{Attachment, Correction, Preview, Topic},
    url::host,
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many words are read in a minute.
const WORDS_A_MINUTE: usize = 200;

/// Breadcrumb, headline, standfirst, byline, dates, lead picture, text, topics; then the next story and others.
#[component]
pub fn ArticlePage(
    /// The story and what leads on.
    article: Article,
) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    let story = article.story;
    let preview = story.preview.clone();
    let body = story.body();
    let address = setting.canonical(&preview.route());
    let minutes = body.words().div_ceil(WORDS_A_MINUTE);
    let lead = preview.lead.clone().filter(|lead| !opens_with(&body, lead)).map(|picture| view! { <LeadPicture picture/> });
    let kind = preview.kind.map(words.kind).filter(|kind| !kind.is_empty());
    let kind = kind.map(|kind| view! { <p class="article__kind">{kind}</p> });
    let standfirst = (!preview.standfirst.is_empty() && !begins_with(&body, &preview.standfirst))
        .then(|| view! { <p class="article__standfirst">{preview.standfirst.clone()}</p> });
    let published = preview.published.map(|moment| view! { <Date moment with_time=true/> });
    let updated = preview.updated.map(|moment| {
        view! { <span class="article__updated">{words.updated}" "<Date moment with_time=true/></span> }
    });
    let reading_time =
        (minutes > 0).then(|| view! { <span class="article__minutes">{(words.reading_time)(minutes)}</span> });
    let external = story.external.clone().map(|address| {
        let host = host(&address).unwrap_or(&address).to_owned();
        view! { <p><a class="article__external" href=address rel="noopener">{fill(words.read_at, &[&host])}</a></p> }
    });
    let (categories, tags): (Vec<Topic>, Vec<Topic>) = preview.topics.iter().cloned().partition(Topic::is_category);
    view! {
        <article class="article" lang=preview.lang.as_str().to_owned() dir=preview.lang.direction()>
            <header class="article__head">
                <div class="article__furniture" lang=words.lang>
                    <Breadcrumb crumbs=article.crumbs/>
                    {kind}
                </div>
                <h1 class="article__headline" tabindex="-1">{preview.headline.clone()}</h1>
                {standfirst}
                <div class="article__furniture" lang=words.lang>
                    <Byline authors=preview.authors.clone()/>
                    <p class="article__dates">{published}{updated}{reading_time}</p>
                    <Topics topics=categories label=words.in_topics/>
                    <AgeNotice story=preview.clone()/>
                </div>
            </header>
            {lead}
            <div class="article__furniture article__tools" lang=words.lang>
                <ShareBar headline=preview.headline.clone() address=address.clone()/>
                <PrintButton/>
            </div>
            <div class="article__text">
                <Corrections corrections=story.corrections.clone()/>
                <BodyView body/>
                {external}
                <Attachments attachments=story.attachments.clone()/>
            </div>
            <footer class="article__foot article__furniture" lang=words.lang>
                <Topics topics=tags label=words.tag/>
                <div class="article__tools"><ShareBar headline=preview.headline.clone() address=address.clone()/><PrintButton/></div>
                <p class="article__address">{address}</p>
            </footer>
        </article>
        <aside class="onward">
            <Neighbours previous=article.previous next=article.next/>
            <Stories title=words.related stories=article.related size=Size::Small/>
            <Stories title=words.recent stories=article.recent size=Size::Brief/>
        </aside>
    }
    .into_any()
}

/// Whether a body shows a picture at its very beginning, so that it need not lead as well.
fn opens_with(body: &Body, lead: &Picture) -> bool {
    matches!(body.blocks.first(), Some(Block::Figure(figure)) if figure.picture.address == lead.address)
}

/// Whether a standfirst only repeats how the text begins, as it does where it was made of it.
fn begins_with(body: &Body, standfirst: &str) -> bool {
    let beginning = standfirst.trim_end_matches('…');
    body.plain_text().split_whitespace().zip(beginning.split_whitespace()).all(|(text, word)| text.starts_with(word))
}

#[component]
fn LeadPicture(picture: Picture) -> impl IntoView {
    let words = use_setting().words;
    let (caption, credit) = (picture.caption.clone(), picture.credit.clone());
    let has_words = !caption.is_empty() || !credit.is_empty();
    let credit = (!credit.is_empty()).then(|| {
        view! { " "<small><span class="visually-hidden">{words.picture_credit}" "</span>{credit}</small> }
    });
    let caption = has_words.then(|| view! { <figcaption class="figure__caption">{caption}{credit}</figcaption> });
    view! {
        <figure class="article__picture figure">
            <PictureView picture place=Place::Article/>
            {caption}
        </figure>
    }
    .into_any()
}

#[component]
fn PrintButton() -> impl IntoView {
    let words = use_setting().words;
    view! { <button class="print-button" type="button" on:click=|_| browser::print::open()>{words.print}</button> }
}

#[component]
fn Corrections(corrections: Vec<Correction>) -> impl IntoView {
    let words = use_setting().words;
    if corrections.is_empty() {
        return ().into_any();
    }
    let title = if corrections.len() == 1 { words.correction } else { words.corrections };
    let items = corrections
        .into_iter()
        .map(|correction| {
            let date = correction.date.map(|moment| view! { <span lang=words.lang><Date moment/></span>": " });
            view! { <p>{date}{correction.text}</p> }
        })
        .collect_view();
    view! {
        <section class="corrections">
            <h2 class="corrections__title" lang=words.lang>{title}</h2>
            {items}
        </section>
    }
    .into_any()
}

#[component]
fn Attachments(attachments: Vec<Attachment>) -> impl IntoView {
    let setting = use_setting();
    let words = setting.words;
    if attachments.is_empty() {
        return ().into_any();
    }
    let items = attachments
        .into_iter()
        .map(|file| {
            let size = file.bytes.map(size);
            view! { <li><a href=setting.address(&file.address)>{file.title}</a>{size}</li> }
        })
        .collect_view();
    view! {
        <section class="attachments">
            <h2 class="attachments__title" lang=words.lang>{words.attachments}</h2>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

/// The size of a file in words: `2.4 MB`.
fn size(bytes: u32) -> String {
    let tenths = bytes.div_ceil(100_000);
    [" (", &(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " MB)"].concat()
}

/// The older and the newer story of the same category.
#[component]
fn Neighbours(previous: Option<Arc<Preview>>, next: Option<Arc<Preview>>) -> impl IntoView {
    let words = use_setting().words;
    let one = |story: Option<Arc<Preview>>, title: &'static str, class: &'static str| {
        story.map(|story| {
            view! {
                <section class=class>
                    <h2 class="onward__title">{title}</h2>
                    <StoryCard story size=Size::Brief level=3/>
                </section>
            }
            .into_any()
        })
    };
    // The older story is the one to read on with: the newer ones stand at the top of every list.
    let next_story = one(previous, words.next_story, "onward__next");
    let previous_story = one(next, words.previous_story, "onward__previous");
    (next_story.is_some() || previous_story.is_some())
        .then(|| view! { <div class="onward__neighbours">{next_story}{previous_story}</div> })
        .into_any()
}

#[component]
fn Stories(title: &'static str, stories: Vec<Arc<Preview>>, size: Size) -> impl IntoView {
    if stories.is_empty() {
        return ().into_any();
    }
    let class = if size == Size::Brief { "onward__recent" } else { "onward__related" };
    let stories =
        stories.into_iter().map(|story| view! { <StoryCard story size level=3/> }.into_any()).collect_view();
    view! {
        <section class=class>
            <h2 class="onward__title">{title}</h2>
            <div class="onward__stories">{stories}</div>
        </section>
    }
    .into_any()
}
