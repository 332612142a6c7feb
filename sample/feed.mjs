// Turns stories and pages into JSON Feed 1.1. Fields without a value are left out.

import { SIZES, heightOf, LARGEST } from './pictures.mjs';
import { picturesOf } from './stories.mjs';

const DESCRIPTION = 'The sample edition of CIVIL Today: stories of our own on true and timeless subjects.';

export function storiesFeed(stories, site) {
  return { ...top(site, 'feed.json'), items: newestFirst(stories).map((story) => item(story, site, true)) };
}

export function pagesFeed(pages, site) {
  return { ...top(site, 'pages.json'), items: newestFirst(pages).map((page) => item(page, site, false)) };
}

function top(site, name) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    home_page_url: `${site.origin}/`,
    feed_url: `${site.origin}/${name}`,
    description: DESCRIPTION,
    language: site.language,
    authors: [{ name: site.name, url: `${site.origin}/about-us/` }],
  };
}

/** The path breaks ties, so that the order never depends on the order in which a folder was read. */
function newestFirst(entries) {
  const time = ({ head }) => Date.parse(head.published ?? 0) || 0;
  return [...entries].sort((a, b) => time(b) - time(a) || (a.head.path < b.head.path ? -1 : 1));
}

function item(entry, site, isStory) {
  const { head } = entry;
  const url = new URL(head.path, site.origin).href;
  const pictures = picturesOf(entry).map(pictureOf);
  const lead = head.picture && pictures[0];
  const translations = head.translations?.map(({ language, path }) => ({ language, url: new URL(path, site.origin).href }));
  return filled({
    id: url,
    url,
    title: head.title,
    content_html: withGallery(entry),
    summary: head.summary,
    image: lead?.url,
    date_published: head.published,
    date_modified: head.modified,
    authors: head.authors?.map((name) => ({ name })),
    tags: head.tags,
    language: head.language,
    _civil: isStory ? filled({
      category: head.category,
      kind: head.kind,
      evergreen: head.evergreen,
      corrections: head.corrections,
      pictures,
      translations,
    }) : translations && { translations },
  });
}

function filled(object) {
  const empty = (value) => value === undefined || value === null || value === '' || value === false
    || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !empty(value)));
}

function pictureOf(picture) {
  const { stem, alt, caption, credit } = picture;
  const file = (width, extension) => encodeURI(`pictures/${stem}-${width}.${extension}`);
  return filled({
    url: file(LARGEST, 'jpg'),
    width: LARGEST,
    height: heightOf(LARGEST),
    alt,
    caption,
    credit,
    sizes: SIZES.map(({ width, extension, type }) => ({ url: file(width, extension), width, type })),
  });
}

/** Fills in the pictures that the body only names. A figure that brings a caption of its own keeps it. */
function withGallery(entry) {
  const byName = new Map(picturesOf(entry).filter((p) => p.name).map((p) => [p.name, p]));
  return entry.body.replace(/<figure([^>]*)>([\s\S]*?)<\/figure>/g, (whole, attributes, inner) => {
    const picture = byName.get(/gallery:([a-z0-9-]+)/.exec(inner)?.[1]);
    if (!picture) return whole;
    const content = image(inner, byName).trim();
    const caption = [picture.caption && escape(picture.caption), picture.credit && `<small>${escape(picture.credit)}</small>`]
      .filter(Boolean).join(' ');
    const figcaption = caption && !/<figcaption/.test(inner) ? `<figcaption>${caption}</figcaption>` : '';
    return `<figure${attributes}>${content}${figcaption}</figure>`;
  }).replace(/<img[^>]*gallery:[^>]*>/g, (tag) => image(tag, byName));
}

function image(html, byName) {
  return html.replace(/<img[^>]*src=["']gallery:([a-z0-9-]+)["'][^>]*>/g, (_, name) => {
    const picture = pictureOf(byName.get(name));
    return `<img src="${picture.url}" alt="${escape(picture.alt)}" width="${picture.width}" height="${picture.height}">`;
  });
}

function escape(text) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}
