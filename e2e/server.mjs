// A host for the built site that behaves like a CDN, and fails on request.
//
//   node server.mjs [FOLDER] [--base /civil/] [--port 8081]

import { createHash } from "node:crypto";
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
 * their slash, what is not there gets `404.html` with its status. Who takes Brotli gets the copies that lie beside files.
 *
 * With `keep`, a function from a name to its `Cache-Control`, browsers may keep files, and who has one already is told
 * so. Without it nothing can be kept, so that a test sees every request.
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
export async function serve({ folder, base = "/", port = 0, keep }) {
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

    const found = isEdition ? await findInEdition(name, request) : await find(name, request);
    const status = how?.status ?? found.status;
    const body = Buffer.from(how?.body ?? (how?.status >= 400 ? "" : found.body));
    const fields = { "Content-Type": how?.type ?? found.type, "Cache-Control": "no-cache", ...(how?.body === undefined && found.fields), ...how?.headers };
    if (keep && status === 200 && how?.body === undefined) {
      fields["Cache-Control"] = keep(name);
      fields.ETag = `"${createHash("sha256").update(body).digest("base64url")}"`;
      if (request.headers["if-none-match"] === fields.ETag) {
        response.writeHead(304, { ...headers, ...fields });
        return response.end();
      }
    }
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
    return { status: isThere ? 200 : 404, ...await read(path, request) };
  }

  async function find(name, request) {
    const file = join(folder, normalize(`/${name || "index.html"}`));
    const type = types[extname(file).toLowerCase()];
    if (await isFile(file)) return { status: 200, ...await read(file, request) };
    if (type && type !== types[".html"]) return { status: 404, type: types[".txt"], body: Buffer.from("There is no such file.") };
    return { status: 200, ...await read(join(folder, "index.html"), request) };
  }

  async function read(file, request) {
    const type = types[extname(file).toLowerCase()] ?? "application/octet-stream";
    const isShort = request.headers["accept-encoding"]?.includes("br") && await isFile(`${file}.br`);
    const fields = { Vary: "Accept-Encoding", ...(isShort && { "Content-Encoding": "br" }) };
    return { type, fields, body: await readFile(isShort ? `${file}.br` : file) };
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
