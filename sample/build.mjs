// Builds the sample edition. The order matters: everything is checked before anything is drawn, so that a slip in
// one story costs a second and not the minutes that drawing takes.
//
//   node sample/build.mjs            draws what is missing or older than its story and the scripts
//   node sample/build.mjs --force    draws everything again

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAll } from './check.mjs';
import { pagesFeed, storiesFeed } from './feed.mjs';
import { drawIcons } from './icons.mjs';
import { drawPictures } from './pictures.mjs';
import { readFolder } from './stories.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const force = process.argv.includes('--force');
// Only for trying things out: another folder with stories/ and pages/, and another place for the results.
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : fallback;
};
const source = option('--source', here);
const target = option('--target', join(here, '..', 'public'));

const site = JSON.parse(await readFile(join(here, '..', 'public', 'site.json'), 'utf8'));
const { entries: stories, problems: unreadable } = await readFolder(join(source, 'stories'), 'stories');
const { entries: pages, problems: unreadablePages } = await readFolder(join(source, 'pages'), 'pages');
const { problems, warnings } = checkAll(stories, pages, site);
const all = [...unreadable, ...unreadablePages, ...problems];
for (const warning of warnings) console.warn(`warning: ${warning}`);
if (all.length > 0) {
  for (const problem of all) console.error(problem);
  console.error(`${all.length} problem(s); nothing was written`);
  process.exit(1);
}

await mkdir(target, { recursive: true });
await drawPictures([...stories, ...pages], join(target, 'pictures'), { force });
await drawIcons(join(target, 'icons'), { force });
await write('feed.json', storiesFeed(stories, site));
await write('pages.json', pagesFeed(pages, site));
console.log(`${stories.length} stories, ${pages.length} pages`);

/** Writes beside the old file and renames, so that a server running meanwhile never reads half a feed. */
async function write(name, value) {
  const path = join(target, name);
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 1)}\n`);
  await rename(`${path}.new`, path);
}
