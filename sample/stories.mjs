// Reads the files of a folder: a JSON head between two `---` lines, then the body as HTML.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Reads every .html file of `folder`. A file that cannot be read is a problem, not an exception: all are reported. */
export async function readFolder(folder, label) {
  const entries = [];
  const problems = [];
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((n) => n.endsWith('.html')).sort()) {
    const file = `${label}/${name}`;
    const path = join(folder, name);
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
    const parts = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text);
    if (!parts) {
      problems.push(`${file}: head: the file does not begin with a JSON head between two --- lines`);
      continue;
    }
    let head;
    try {
      head = JSON.parse(parts[1]);
      if (head === null || typeof head !== 'object' || Array.isArray(head)) throw new Error('no object');
    } catch (error) {
      problems.push(`${file}: head: not JSON: ${error.message}`);
      continue;
    }
    const { mtimeMs } = await stat(path);
    entries.push({ file, slug: basename(name, '.html'), head, body: parts[2].trim(), mtimeMs, label });
  }
  return { entries, problems };
}

/** The pictures of an entry in the order of the page: the lead, then the gallery. `name` is the output's file stem. */
export function picturesOf(entry) {
  const pictures = [];
  const { picture } = entry.head;
  const gallery = Array.isArray(entry.head.gallery) ? entry.head.gallery : [];
  if (picture) pictures.push({ ...picture, field: 'picture', stem: entry.slug });
  gallery.forEach((item, i) => {
    pictures.push({ ...item, field: `gallery[${i}]`, stem: `${entry.slug}-${item.name}` });
  });
  return pictures;
}
