// Checks what was read. Every message names the file and the field, for the people who write the stories.

import { sceneNames } from './scenes/index.mjs';
import { VARIANTS } from './scenes/kit/palette.mjs';
import { picturesOf } from './stories.mjs';

const LANGUAGES = ['en', 'mk', 'sq', 'uk'];
const KINDS = ['news', 'opinion', 'editorial', 'analysis', 'interview', 'explainer', 'report'];
const FIELDS = ['path', 'title', 'summary', 'language', 'published', 'modified', 'authors', 'tags', 'category', 'kind',
  'evergreen', 'corrections', 'translations', 'picture', 'gallery'];
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;

/** Checks all stories and pages together; `problems` stop the build, `warnings` do not. */
export function checkAll(stories, pages, site) {
  const problems = [];
  const warnings = [];
  const { paths: categories, names } = categoriesOf(site);
  const seen = { path: new Map(), stem: new Map(), drawing: new Map() };
  for (const entry of [...stories, ...pages]) {
    const say = (field, message) => problems.push(`${entry.file}: ${field}: ${message}`);
    const warn = (field, message) => warnings.push(`${entry.file}: ${field}: ${message}`);
    checkHead(entry, say);
    if (entry.label === 'stories') checkCategories(entry.head, categories, names, say, warn);
    checkPictures(entry, seen, say, warn);
    checkBody(entry, say);
    const { path } = entry.head;
    if (typeof path === 'string') {
      const key = canonical(path);
      if (seen.path.has(key)) say('path', `${path} is also the path of ${seen.path.get(key)}`);
      else seen.path.set(key, entry.file);
    }
  }
  checkTranslations([...stories, ...pages], problems);
  return { problems, warnings };
}

/** A translation is another entry, in the language that is said, and names this one back. */
function checkTranslations(entries, problems) {
  const translationsOf = ({ head }) => (Array.isArray(head.translations) ? head.translations : []);
  const isAt = (path) => ({ head }) => canonical(String(head.path)) === canonical(String(path));
  for (const entry of entries) {
    for (const { language, path } of translationsOf(entry)) {
      const other = entries.find(isAt(path));
      const names = (translation) => isAt(translation.path)(entry);
      if (other?.head.language !== language || !translationsOf(other).some(names)) {
        problems.push(`${entry.file}: translations: ${path} is no ${language} entry that names this one back`);
      }
    }
  }
}

/** Two spellings of one path (encoded or not, composed or not) are one path. */
function canonical(path) {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}

function categoriesOf(site) {
  const paths = new Map();
  const names = new Set();
  const walk = (list, prefix) => {
    for (const category of list) {
      const path = prefix + category.slug;
      paths.set(path, category.name);
      names.add(category.name);
      walk(category.children ?? [], `${path}/`);
    }
  };
  walk(site.categories, '');
  return { paths, names };
}

function checkHead({ head, label }, say) {
  const text = (field) => {
    if (typeof head[field] !== 'string' || head[field].trim() === '') say(field, 'must be a text that is not empty');
  };
  for (const field of Object.keys(head)) if (!FIELDS.includes(field)) say(field, 'is no field of a story');
  ['path', 'title'].forEach(text);
  if (label === 'stories') ['summary', 'category'].forEach(text);
  if (typeof head.path === 'string' && !/^\/([^/?#\s]+\/)+$/.test(head.path)) {
    say('path', `${head.path} must begin and end in a slash, without spaces, ? or #`);
  }
  if (!LANGUAGES.includes(head.language)) say('language', `${head.language} is none of ${LANGUAGES.join(', ')}`);
  if (label === 'stories' && !KINDS.includes(head.kind)) say('kind', `${head.kind} is none of ${KINDS.join(', ')}`);
  if (label === 'stories' || head.published !== undefined) date(head.published, 'published', say);
  if (head.modified !== undefined) {
    date(head.modified, 'modified', say);
    if (Date.parse(head.modified) < Date.parse(head.published)) say('modified', 'is before published');
  }
  for (const field of ['authors', 'tags']) {
    const list = head[field];
    if (list === undefined) continue;
    if (!Array.isArray(list) || list.some((x) => typeof x !== 'string' || x.trim() === '')) {
      say(field, 'must be a list of texts');
    }
  }
  for (const field of ['corrections', 'translations', 'gallery']) {
    if (head[field] !== undefined && !Array.isArray(head[field])) say(field, 'must be a list');
  }
  for (const [i, correction] of (Array.isArray(head.corrections) ? head.corrections : []).entries()) {
    if (!/^\d{4}-\d\d-\d\d$/.test(correction.date) || Number.isNaN(Date.parse(correction.date))) {
      say(`corrections[${i}].date`, `${correction.date} is no date such as 2026-11-21`);
    }
    if (!correction.text) say(`corrections[${i}].text`, 'is missing');
  }
}

function date(value, field, say) {
  const shape = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)$/.exec(value ?? '');
  // Date.parse takes 31 February for 3 March, so the day is checked against the calendar.
  const real = shape && new Date(Date.UTC(+shape[1], +shape[2] - 1, +shape[3])).getUTCDate() === +shape[3];
  if (!real || Number.isNaN(Date.parse(value))) {
    say(field, `${value} is no date such as 2026-11-20T08:30:00+01:00`);
  }
}

function checkCategories(head, categories, names, say, warn) {
  if (typeof head.category === 'string' && !categories.has(head.category)) {
    say('category', `${head.category} is not in public/site.json`);
  }
  const tags = Array.isArray(head.tags) ? head.tags : [];
  for (const tag of tags) {
    // A name in capitals is meant as a category. Some names of public/site.json mix scripts on purpose, so it must be
    // the same to the letter.
    const capitals = tag === tag.toUpperCase() && tag !== tag.toLowerCase();
    if (capitals && !names.has(tag)) say('tags', `${tag} is in capitals but no category of public/site.json`);
  }
  const name = categories.get(head.category);
  if (name && !tags.includes(name)) warn('tags', `the primary category's name, ${name}, is not among them`);
}

function checkPictures(entry, seen, say, warn) {
  for (const picture of picturesOf(entry)) {
    const { field, scene, variant, stem } = picture;
    if (!sceneNames.includes(scene)) say(`${field}.scene`, `${scene} is no scene`);
    if (!VARIANTS.includes(variant)) say(`${field}.variant`, `${variant} is none of ${VARIANTS.join(', ')}`);
    if (!picture.alt) say(`${field}.alt`, 'is missing');
    if (field !== 'picture' && !/^[a-z0-9-]+$/.test(picture.name ?? '')) {
      say(`${field}.name`, `${picture.name} must be lower-case letters, digits and hyphens`);
    }
    if (seen.stem.has(stem)) say(field, `its files would be called as those of ${seen.stem.get(stem)}: ${stem}`);
    seen.stem.set(stem, `${entry.file}, ${field}`);
    const drawing = `${scene}/${variant}`;
    const other = seen.drawing.get(drawing);
    if (other) warn(field, `${drawing} is also used by ${other}`);
    else seen.drawing.set(drawing, `${entry.file}, ${field}`);
  }
}

/** HTML lets a </p> or </li> be left out, but a missing one is nearly always a slip, so every element must be closed. */
function checkBody({ body, head }, say) {
  if (body === '') say('body', 'is empty');
  const open = [];
  for (const [whole, closing, rawName, rest] of body.matchAll(TAG)) {
    if (!rawName) continue;
    const name = rawName.toLowerCase();
    if (VOID.has(name)) {
      if (closing) say('body', `</${name}> closes nothing`);
    } else if (!closing) {
      if (!rest.trimEnd().endsWith('/')) open.push(name);
      else say('body', `${whole} closes itself, which HTML does not know`);
    } else if (open.at(-1) === name) {
      open.pop();
    } else {
      say('body', `</${name}> stands where ${open.length ? `</${open.at(-1)}>` : 'no closing tag'} belongs`);
      return;
    }
  }
  if (open.length > 0) say('body', `<${open.at(-1)}> is never closed`);
  const stray = body.replace(TAG, '').match(/<[^\s]?.{0,20}/);
  if (stray) say('body', `a stray "<": ${stray[0]}`);
  const names = new Set((Array.isArray(head.gallery) ? head.gallery : []).map((item) => item.name));
  for (const [, name] of body.matchAll(/gallery:([^"'\s>]*)/g)) {
    if (!names.has(name)) say('body', `gallery:${name} is not in the head's gallery`);
  }
}
