// The sites that are measured side by side, each in a folder of its own, with Brotli copies of what is text.

import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const isText = /\.(css|html|js|json|svg|wasm|webmanifest)$/;

/** The name of the file in a folder that a pattern fits. */
async function nameIn(folder, pattern) {
  const name = (await readdir(folder)).find((name) => pattern.test(name));
  if (!name) throw new Error(`${folder} has no file like ${pattern.source}`);
  return name;
}

async function write(file, body) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
  if (isText.test(file)) await writeFile(`${file}.br`, brotliCompressSync(body));
}

/** Takes what lies in one folder into another: files are copied, folders linked. */
async function take(from, to, isWanted) {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (!isWanted(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    await (entry.isDirectory() ? symlink(source, target, "junction") : cp(source, target));
  }
}

/** Whether all sites have a file: style sheets, fonts and pictures. */
const isShared = (name) => /^((style|paper)-.*|fonts|icons|pictures|manifest\.webmanifest)$/.test(name.replace(/\.(br|gz)$/, ""));

/** What the edition's page becomes without the app: its scripts, their preloads and their data are gone. */
export const withoutApp = (page) => page
  .replace(/<script type="module"[^>]*><\/script>\n?/, "")
  .replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
  .replace(/<link rel="preload"[^>]*\bas="fetch"[^>]*>\n?/g, "")
  .replace(/<script type="application\/json"[^>]*>.*?<\/script>\n?/gs, "");

/** Plain pages of the stories that are opened. */
async function makeStatic(folder, edition, paths) {
  await take(edition, folder, (name) => isShared(name) || /^(edition\.json|404\.html)$/.test(name));
  for (const path of paths) {
    const page = withoutApp(await readFile(join(edition, path, "index.html"), "utf8"));
    if (/<script(?! type="application\/ld\+json")/.test(page)) throw new Error(`a script is left in the static page of ${path}`);
    await write(join(folder, path, "index.html"), page);
  }
}

/** The plain build, as a host that compresses would send it. */
async function makeLive(folder, dist) {
  await take(dist, folder, (name) => !isText.test(name));
  for (const name of (await readdir(dist)).filter((name) => isText.test(name))) {
    await write(join(folder, name), await readFile(join(dist, name)));
  }
}

/** The peer: the edition's data, style sheet, fonts and pictures, one page for all addresses, and a program. */
async function makePreact(folder, edition, built) {
  await take(edition, folder, (name) => !/^(index\.html|edition\.json|app-|boot-)/.test(name));
  const main = await nameIn(join(built, "out"), /^main-.*\.js$/);
  await write(join(folder, main), await readFile(join(built, "out", main)));
  const front = await readFile(join(edition, "index.html"), "utf8");
  const part = (pattern) => front.match(pattern)[0];
  const parts = {
    STYLE: await nameIn(edition, /^style-.*\.css$/),
    MAIN: main,
    HEADER: part(/<header class="header">.*?<\/header>/s),
    // It is shown when there is something above it.
    FOOTER: part(/<footer class="footer">.*?<\/footer>/s).replace("<footer", "<footer hidden"),
  };
  const page = await readFile(join(built, "index.html"), "utf8");
  await write(join(folder, "index.html"), page.replace(/\b(STYLE|MAIN|HEADER|FOOTER)\b/g, (name) => parts[name]));
}

/**
 * Makes the folders anew. A site has a `name`, its `folder`, `up` (how one sees that its program is up: the page is
 * `replaced`, or the empty page `filled`), and says whether it loads data `ahead` where the reader points.
 */
export async function makeSites({ room, edition, dist, preact, paths }) {
  const below = (name) => join(room, name);
  for (const name of ["static", "live", "peer"]) await rm(below(name), { recursive: true, force: true });
  await makeStatic(below("static"), edition, paths);
  await makeLive(below("live"), dist);
  await makePreact(below("peer"), edition, preact);
  return [
    { name: "static", folder: below("static") },
    { name: "edition", folder: edition, up: "replaced", ahead: true },
    { name: "live feed", folder: below("live"), up: "replaced" },
    { name: "preact", folder: below("peer"), up: "filled", ahead: true },
  ];
}
