// Draws the pictures of stories and writes them in the sizes that the site serves.

import { mkdir, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { draw } from './scenes/index.mjs';
import { picturesOf } from './stories.mjs';

// One thread: the machine is shared, and libaom's output must not hang on how many cores there happen to be.
sharp.concurrency(1);
sharp.cache(false);

export const LARGEST = 1280;

/** In the order in which the feed lists them. */
export const SIZES = [
  ...[320, 640, 960, 1280].map((width) => ({ width, extension: 'avif', type: 'image/avif' })),
  ...[640, 1280].map((width) => ({ width, extension: 'jpg', type: 'image/jpeg' })),
];

// The most that a file may weigh, in bytes. A picture that weighs more is written again at a lower quality.
const LIMITS = { avif: { 320: 7000, 640: 15000, 960: 25000, 1280: 36000 }, jpg: { 640: 25000, 1280: 64000 } };
const START = { avif: 36, jpg: 52 };

export const heightOf = (width) => Math.round((width * 2) / 3);

/** Draws what is missing or older than its story and the scripts, and deletes what no story has any more. */
export async function drawPictures(entries, folder, { force = false } = {}) {
  await mkdir(folder, { recursive: true });
  const scripts = await newestScript();
  const wanted = new Set();
  let drawn = 0;
  for (const entry of entries) {
    for (const picture of picturesOf(entry)) {
      const files = SIZES.map((size) => ({ ...size, path: join(folder, nameOf(picture, size)) }));
      files.forEach(({ path }) => wanted.add(path));
      if (!force && await isFresh(files, Math.max(scripts, entry.mtimeMs))) continue;
      await encode(await draw(picture.scene, picture.variant, seedText(entry, picture), LARGEST), files);
      drawn += 1;
      console.log(`drawn ${picture.stem} (${picture.scene}, ${picture.variant})`);
    }
  }
  let gone = 0;
  for (const name of await readdir(folder)) {
    if (/\.(avif|jpg)$/.test(name) && !wanted.has(join(folder, name))) {
      await unlink(join(folder, name));
      gone += 1;
    }
  }
  console.log(`pictures: ${drawn} drawn, ${wanted.size / SIZES.length - drawn} kept, ${gone} old files deleted`);
}

/** The path and not the file's name: a story may be renamed on disk and still keeps its picture. */
const seedText = (entry, picture) => `${entry.head.path}${picture.name ?? ''}`;

const nameOf = ({ stem }, { width, extension }) => `${stem}-${width}.${extension}`;

async function isFresh(files, since) {
  const times = await Promise.all(files.map(({ path }) => stat(path).then((s) => s.mtimeMs, () => 0)));
  return times.every((time) => time > since);
}

/** When the newest of the scripts that a picture depends on was changed. */
async function newestScript() {
  const here = dirname(fileURLToPath(import.meta.url));
  const paths = [fileURLToPath(import.meta.url)];
  for (const folder of ['scenes', 'scenes/kit']) {
    for (const name of await readdir(join(here, folder))) if (name.endsWith('.mjs')) paths.push(join(here, folder, name));
  }
  return Math.max(...await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs)));
}

async function encode({ data, width, height }, files) {
  const source = () => sharp(data, { raw: { width, height, channels: 3 } });
  for (const file of files) {
    const limit = LIMITS[file.extension][file.width];
    let quality = START[file.extension];
    for (;;) {
      const sized = file.width === width ? source() : source().resize(file.width, heightOf(file.width));
      const bytes = await (file.extension === 'avif'
        ? sized.avif({ quality, effort: 2 })
        : sized.jpeg({ quality, mozjpeg: true, progressive: true })).toBuffer();
      if (bytes.length <= limit || quality <= 24) {
        await writeFile(file.path, bytes);
        break;
      }
      quality -= 4;
    }
  }
}
