// The pages of an edition by Preact: the peer that the app is measured beside.
//
// It reads the same data and writes the same elements, and does less: it trusts the stories' HTML, with whatever scripts
// and relative addresses are in it, shows the finished header and footer without minding menus, search, language or
// theme, and has no print desk, no copying, no retries, no page for what is missing and no checks of what it reads. So
// its figures are better than those of a whole app would be.

import { render } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import { LocationProvider, Route, Router } from "preact-iso";

// Stories come as HTML, which the site's policy lets pass by a policy of this name only.
globalThis.trustedTypes?.createPolicy("default", { createHTML: (html) => html });

const feeds = new Map();

/** The data of a place, once for all who ask. */
function load(path) {
  const address = `${path.replace(/\/$/, "")}/feed.json`;
  if (!feeds.has(address)) {
    const kept = {};
    kept.coming = fetch(address).then(async (response) => void (kept.feed = await response.json()));
    feeds.set(address, kept);
  }
  return feeds.get(address);
}

const pathOf = (url) => new URL(url, location).pathname;
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const nameOf = (category) => category.split("/").pop().replaceAll("-", " ").toUpperCase();
const isCategory = (tag) => tag === tag.toUpperCase();
const stories = ({ items, _civil: { items: others = [] } }) => {
  const all = [...items, ...others];
  return (numbers = []) => numbers.map((number) => all[number - 1]);
};

function Day({ date, isLong }) {
  const how = { day: "numeric", month: "long", year: "numeric", ...(isLong && { hour: "2-digit", minute: "2-digit" }) };
  return <time class="date" datetime={date}>{new Date(date).toLocaleString("en-GB", how)}</time>;
}

function Picture({ picture, sizes, isFirst }) {
  const set = (type) => picture.sizes.filter((size) => size.type === type)
    .map(({ url, width }) => `/pictures/${url.split("/").pop()} ${width}w`).join(", ");
  return (
    <picture class="picture">
      <source type="image/avif" srcset={set("image/avif")} sizes={sizes} />
      <img class="picture__image" {...(isFirst ? { fetchpriority: "high" } : { loading: "lazy" })} decoding="async" width={picture.width}
        height={picture.height} alt={isFirst ? picture.alt : ""} sizes={sizes} srcset={set("image/jpeg")} src={`/pictures/${picture.url.split("/").pop()}`} />
    </picture>
  );
}

function Card({ story, kind, level: Level = "h3" }) {
  const { category, kind: sort, pictures } = story._civil;
  const isLead = kind === "lead";
  return (
    <article class={`story-card story-card--${kind} ${sort === "opinion" ? "story-card--opinion" : ""}`}>
      {pictures && <div class="story-card__picture"><Picture picture={pictures[0]} sizes={isLead ? "94vw" : kind === "brief" ? "6rem" : "7rem"} isFirst={isLead} /></div>}
      <div class="story-card__words">
        {kind !== "brief" && category && <p class="story-card__kicker"><a class="story-card__topic" href={`/category/${category}/`}>{nameOf(category)}</a></p>}
        <Level class="story-card__headline" lang={story.language} dir="auto"><a class="story-card__link" href={pathOf(story.url)}>{story.title}</a></Level>
        {kind !== "brief" && <p class="story-card__standfirst" lang={story.language} dir="auto">{story.summary}</p>}
        <p class="story-card__date"><Day date={story.date_published} /></p>
      </div>
    </article>
  );
}

const cards = (list, kind, level) => list.map((story) => <Card key={story.id} story={story} kind={kind} level={level} />);

const Topics = ({ label, tags, below }) => (
  <div class="topics">
    <span class="topics__label">{label}</span>
    <ul class="topics__list">{tags.map((tag) => <li key={tag}><a class="topics__link" href={`/${below}/${slug(tag)}/`}>{tag}</a></li>)}</ul>
  </div>
);

const networks = ["Facebook", "X", "WhatsApp", "Telegram", "Viber", "LinkedIn", "Bluesky", "Mastodon", "Reddit", "E-mail"];
const Tools = ({ story }) => (
  <div class="article__furniture article__tools">
    <div class="share-bar" role="group" aria-label="Share">
      <ul class="share-bar__list">
        {networks.map((name) => <li key={name}><a class="share-bar__link" href={`https://${name}.example/?url=${encodeURIComponent(story.url)}`} rel="noopener noreferrer" target="_blank" aria-label={`Share on ${name}`}>{name}</a></li>)}
        <li class="share-bar__copy"><button class="share-bar__button" type="button">Copy link</button></li>
      </ul>
      <p class="share-bar__status" role="status"> </p>
    </div>
    <a class="print-link" href={`${pathOf(story.url)}?print`} rel="nofollow">Print</a>
  </div>
);

const Onward = ({ name, title, list, kind }) => (
  <section class={`onward__${name}`}><h2 class="onward__title">{title}</h2><div class="onward__stories">{cards(list, kind)}</div></section>
);

function Story({ feed }) {
  const [story] = feed.items;
  const { category = "", kind, pictures: [picture] = [] } = story._civil;
  const { next, previous, related, recent } = feed._civil;
  const find = stories(feed);
  const way = category.split("/").filter(Boolean);
  return (
    <>
      <article class="article" lang={story.language}>
        <header class="article__head">
          <div class="article__furniture">
            <nav class="breadcrumb" aria-label="You are here"><ol class="breadcrumb__list"><li><a class="breadcrumb__link" href="/">Home</a></li>{way.map((part, place) => <li key={part}><a class="breadcrumb__link" href={`/category/${way.slice(0, place + 1).join("/")}/`}>{nameOf(part)}</a></li>)}</ol></nav>
            {kind && <p class="article__kind">{kind[0].toUpperCase() + kind.slice(1)}</p>}
          </div>
          <h1 class="article__headline" tabindex="-1">{story.title}</h1>
          <p class="article__standfirst">{story.summary}</p>
          <div class="article__furniture">
            {story.authors && <p class="byline">By {story.authors.map(({ name, url }) => <a key={name} class="byline__author" rel="author" href={url && pathOf(url)}>{name}</a>)}</p>}
            <p class="article__dates"><Day date={story.date_published} isLong /><span class="article__minutes">{Math.ceil(story.content_html.length / 1400)} min read</span></p>
            <Topics label="In" tags={story.tags.filter(isCategory)} below="category" />
          </div>
        </header>
        {picture && <figure class="article__picture figure"><Picture picture={picture} sizes="(min-width: 56rem) 52rem, 94vw" isFirst /><figcaption class="figure__caption">{picture.caption} <small>{picture.credit}</small></figcaption></figure>}
        <Tools story={story} />
        <div class="article__text"><div class="body" dangerouslySetInnerHTML={{ __html: story.content_html }} /></div>
        <footer class="article__foot article__furniture"><Topics label="Topic" tags={story.tags.filter((tag) => !isCategory(tag))} below="tag" /><Tools story={story} /></footer>
      </article>
      <aside class="onward">
        <div class="onward__neighbours"><Onward name="next" title="Next story" list={find([previous].filter(Boolean))} kind="brief" /><Onward name="previous" title="Previous story" list={find([next].filter(Boolean))} kind="brief" /></div>
        <Onward name="related" title="Related" list={find(related)} kind="small" />
        <Onward name="recent" title="Recent news" list={find(recent)} kind="brief" />
      </aside>
    </>
  );
}

const List = ({ feed: { items: [lead, ...rest], title, next_url: next } }) => (
  <div class="page page--list">
    <header class="page__head"><h1 class="page__headline" tabindex="-1">{title}</h1></header>
    <div class="page__stories">{cards([lead], "lead", "h2")}{cards(rest, "row", "h2")}</div>
    {next && <nav class="pager" aria-label="Pages"><a class="pager__turn" href={pathOf(next).replace("feed.json", "")} rel="next">Older</a></nav>}
  </div>
);

const Front = ({ feed }) => (
  <div class="page page--front">
    <h1 tabindex="-1" class="visually-hidden">{feed.title}</h1>
    <div class="front__top">
      <div class="front__lead">{cards(feed.items.slice(0, 1), "lead", "h2")}</div>
      <div class="front__secondary">{cards(feed.items.slice(1, 5), "second", "h2")}</div>
      <section class="front__latest"><h2 class="front__title">Latest</h2><div class="front__latest-list">{cards(feed.items.slice(5), "brief")}</div></section>
    </div>
    {feed._civil.sections.map(({ list, items: [first, ...rest] }) => (
      <section key={list} class="front__section"><h2 class="front__title"><a class="front__title-link" href={list}>{nameOf(list.slice(0, -1))}</a></h2>
        <div class="front__section-stories">{cards(stories(feed)([first]), "card")}{cards(stories(feed)(rest), "small")}</div></section>
    ))}
  </div>
);

/** The page of an address; the page before stays until its data has come. */
function Place({ path }) {
  const [, again] = useReducer((count) => count + 1, 0);
  const shown = useRef();
  const kept = load(path);
  if (kept.feed) shown.current = { path, feed: kept.feed };
  useEffect(() => kept.feed ? void (document.title = kept.feed.title) : void kept.coming.then(again));
  const { feed } = shown.current;
  if (shown.current.path === "/") return <Front feed={feed} />;
  return feed.items[0].content_html ? <Story feed={feed} /> : <List feed={feed} />;
}

document.addEventListener("pointerover", ({ target }) => {
  const link = target.closest("a[href^='/']");
  if (link) load(link.pathname);
});

await load(location.pathname).coming;
render(<LocationProvider><Router><Route default component={Place} /></Router></LocationProvider>, document.getElementById("main"));
document.querySelector(".footer").hidden = false;
