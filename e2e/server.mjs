// A host for the built site that behaves like a CDN, and fails on request.
//
//   node server.mjs [FOLDER] [--base /civil/] [--port 8081]

import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { headers } from "./headers.mjs";

const types = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves a folder below a base path: files with their types, `index.html` for every address that is not a file's, and
 * a real 404 for a file that is missing. An edition, which has a page in each folder, is served as that: folders get
 * their slash, what is not there gets `404.html` with its status, and who takes Brotli gets the copies in it.
 *
 * The server that is returned can be told to fail, and tells what was asked for:
 *
 * - `fail(path, how)`: from now on answer this path (below the base, as in "feed.json") differently. `how` may hold
 *   `status`, `delay` in ms, `body` with its `type`, `headers`, `cut` (close the connection in the middle), `drop` (close
 *   it without an answer), `times` (then behave again)
 * - `heal()`: behave
 * - `asked`: the paths asked for, in order
 * - `address`: where the site is
 * - `close()`: end
 */
export async function serve({ folder, base = "/", port = 0 }) {
  const failures = new Map();
  const asked = [];
  const isEdition = existsSync(join(folder, "edition.json"));

  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });

  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (!path.startsWith(base)) return send(response, 404, { "Content-Type": types[".txt"] }, "Nothing lies here.");
    const name = path.slice(base.length);
    asked.push(name);
    const how = failures.get(name);
    if (how?.times !== undefined && --how.times <= 0) failures.delete(name);
    if (how?.delay) await wait(how.delay, undefined, { ref: false });
    if (how?.drop) return response.destroy();

    const found = isEdition ? await findInEdition(name, request) : await find(name);
    const status = how?.status ?? found.status;
    const body = Buffer.from(how?.body ?? (how?.status >= 400 ? "" : found.body));
    const fields = { "Content-Type": how?.type ?? found.type, "Cache-Control": "no-cache", ...(how?.body === undefined && found.fields), ...how?.headers };
    if (!how?.cut) return send(response, status, fields, body);
    response.writeHead(status, { ...headers, ...fields, "Content-Length": Buffer.byteLength(body) });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }

  const isFile = (file) => stat(file).then((about) => about.isFile(), () => false);

  async function findInEdition(name, request) {
    const file = join(folder, normalize(`/${name}`));
    if (await isFile(join(file, "index.html")) && name && !name.endsWith("/")) {
      const { pathname, search } = new URL(request.url, "http://localhost");
      return { status: 301, type: types[".txt"], body: "", fields: { Location: `${pathname}/${search}` } };
    }
    const page = !name || name.endsWith("/") ? join(file, "index.html") : file;
    const isThere = await isFile(page);
    const path = isThere ? page : join(folder, "404.html");
    const type = types[extname(path).toLowerCase()] ?? "application/octet-stream";
    const takesBrotli = request.headers["accept-encoding"]?.includes("br");
    const isShort = takesBrotli && await isFile(`${path}.br`);
    const fields = { Vary: "Accept-Encoding", ...(isShort && { "Content-Encoding": "br" }) };
    return { status: isThere ? 200 : 404, type, fields, body: await readFile(isShort ? `${path}.br` : path) };
  }

  async function find(name) {
    const file = join(folder, normalize(`/${name || "index.html"}`));
    const type = types[extname(file).toLowerCase()];
    if (await isFile(file)) return { status: 200, type: type ?? "application/octet-stream", body: await readFile(file) };
    if (type && type !== types[".html"]) return { status: 404, type: types[".txt"], body: Buffer.from("There is no such file.") };
    return { status: 200, type: types[".html"], body: await readFile(join(folder, "index.html")) };
  }

  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    asked,
    fail: (path, how) => failures.set(path, { ...how }),
    heal: () => failures.clear(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response, status, fields, body) {
  response.writeHead(status, { ...headers, ...fields, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string", default: "/" }, port: { type: "string", default: "8081" } },
  });
  const folder = positionals[0] ?? fileURLToPath(new URL("../dist", import.meta.url));
  const { address } = await serve({ folder, base: values.base, port: Number(values.port) });
  console.log(`Serving ${folder} at ${address}`);
}
