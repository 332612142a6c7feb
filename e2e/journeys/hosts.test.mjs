// The edition on a real nginx and a real Caddy, with the configurations that the press wrote: what they answer, byte by
// byte.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { edition, editionBelow } from "../browser.mjs";
import * as caddy from "../caddy.mjs";
import { headers as wanted } from "../headers.mjs";
import * as nginx from "../nginx.mjs";

const file = (name) => readFileSync(`${edition}/${name}`);
const named = (pattern) => readdirSync(edition).find((name) => pattern.test(name));

/** The answer as it comes over the wire. */
const answer = (address, headers = {}) =>
  new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", reject);
  });

const hosts = [
  { name: "nginx", lack: nginx.lacks(), serve: nginx.serveByNginx, json: "application/json; charset=utf-8", manifest: "application/manifest+json; charset=utf-8", xml: "application/xml; charset=utf-8", slash: 301 },
  { name: "Caddy", lack: caddy.lacks(), serve: caddy.serveByCaddy, json: "application/json", manifest: "application/manifest+json", xml: "text/xml; charset=utf-8", slash: 308 },
];

for (const { name, lack, serve, json, manifest, xml, slash } of hosts) describe(name, { skip: lack }, () => {
  let host;
  before(async () => void (host = await serve(edition)));
  after(() => host.close());

  const ask = (path, headers) => answer(host.address + path, headers);

  test("sends the compressed copies, to those who take them", async () => {
    for (const [path, name] of [
      ["", "index.html"],
      ["a-bridge-with-two-owners/", "a-bridge-with-two-owners/index.html"],
      ["category/politics/feed.json", "category/politics/feed.json"],
      [named(/^app-.*\.wasm$/), named(/^app-.*\.wasm$/)],
      [named(/^style-.*\.css$/), named(/^style-.*\.css$/)],
    ]) {
      const [brotli, gzip, plain] = await Promise.all(
        ["br, gzip", "gzip", "identity"].map((taken) => ask(path, { "accept-encoding": taken })),
      );
      assert.equal(brotli.headers["content-encoding"], "br", path);
      assert.deepEqual(brotliDecompressSync(brotli.body), file(name));
      assert.equal(gzip.headers["content-encoding"], "gzip", path);
      assert.deepEqual(gunzipSync(gzip.body), file(name));
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.deepEqual(plain.body, file(name));
      assert.ok(brotli.body.length <= gzip.body.length, path);
    }
  });

  test("names the type of every kind of file", async () => {
    for (const [path, type] of [
      ["", "text/html; charset=utf-8"],
      [named(/^app-.*\.wasm$/), "application/wasm"],
      [named(/^app-.*\.js$/), "text/javascript; charset=utf-8"],
      [named(/^style-.*\.css$/), "text/css; charset=utf-8"],
      ["feed.json", json],
      ["rss.xml", xml],
      ["manifest.webmanifest", manifest],
      ["robots.txt", "text/plain; charset=utf-8"],
      ["fonts/serif-latin.woff2", "font/woff2"],
      ["icons/favicon.svg", "image/svg+xml"],
      [`cards/${readdirSync(`${edition}/cards`)[0]}`, "image/jpeg"],
    ]) {
      const { status, headers } = await ask(path);
      assert.deepEqual([status, headers["content-type"]], [200, type], path);
    }
  });

  // That these names are made of the bytes is what crates/press/tests/edition.rs holds.
  test("lets a reader keep for good what `_headers` names by its bytes, and not one file more", async () => {
    const rules = [...file("_headers").toString().matchAll(/^(\/.+)\n  Cache-Control: .*immutable$/gm)].map(([, path]) => path.slice(1));
    assert.equal(rules.length, 7);
    const isNamed = (path) => rules.some((rule) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule));
    const all = readdirSync(edition, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(br|gz)$|^_/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(edition.length + 1));
    assert.ok(all.length > 500);
    for (const path of all) {
      const { status, headers } = await ask(encodeURI(path));
      assert.equal(status, 200, path);
      assert.equal(/immutable/.test(headers["cache-control"]), isNamed(path), `${path}: ${headers["cache-control"]}`);
    }
  });

  test("has all else asked for again, and answers in short when nothing is new", async () => {
    for (const [path, kept] of [
      ["", /max-age=0, must-revalidate/],
      ["a-bridge-with-two-owners/", /must-revalidate/],
      ["category/politics/feed.json", /max-age=60/],
      ["site.json", /must-revalidate/],
      ["fonts/serif-latin.woff2", /max-age=604800/],
    ]) {
      const { headers } = await ask(path);
      assert.match(headers["cache-control"], kept, path);
      assert.ok(headers.etag, path);
      const again = await ask(path, { "if-none-match": headers.etag });
      assert.equal(again.status, 304, path);
    }
  });

  test("answers 404 with a page where there is nothing, also for files", async () => {
    for (const path of ["no/such/story/", "none.json", "app-0000000000000000.js", "cards/none.jpg"]) {
      const { status, headers, body } = await ask(path);
      assert.equal(status, 404, path);
      assert.match(body.toString(), /Page not found/);
      assert.doesNotMatch(headers["cache-control"] ?? "", /immutable/);
    }
  });

  test("gives folders their slash, and old addresses their new ones", async () => {
    for (const [path, by, to] of [
      ["a-bridge-with-two-owners", slash, "/a-bridge-with-two-owners/"],
      ["category/politics", slash, "/category/politics/"],
      ["category/diplomacy/", 301, "/category/politics/diplomacy/"],
      ["category/diplomacy/?utm=1", 301, "/category/politics/diplomacy/?utm=1"],
      [encodeURI("category/боротьба-україни/"), 301, encodeURI("/category/war-in-ukraine/боротьба-україни/")],
    ]) {
      const { status, headers } = await ask(path);
      assert.deepEqual([status, headers.location], [by, to], path);
    }
    assert.equal((await ask(encodeURI("нитка-памяті/"))).status, 200);
  });

  test("serves an edition below a path in the same way", async (t) => {
    const root = mkdtempSync(join(tmpdir(), "root-"));
    t.after(() => rmSync(root, { recursive: true }));
    symlinkSync(editionBelow, join(root, "civil"));
    const { address, close } = await serve(editionBelow, { root });
    t.after(close);
    assert.match((await answer(`${address}civil/`)).body.toString(), /data-base="\/civil\/"/);
    const program = readdirSync(editionBelow).find((name) => /^app-.*\.wasm$/.test(name));
    assert.match((await answer(`${address}civil/${program}`)).headers["cache-control"], /immutable/);
    const moved = await answer(`${address}civil/category/diplomacy/`);
    assert.deepEqual([moved.status, moved.headers.location], [301, "/civil/category/politics/diplomacy/"]);
    const nothing = await answer(`${address}civil/no/such/story/`);
    assert.equal(nothing.status, 404);
    assert.match(nothing.body.toString(), /Page not found/);
    assert.equal(nothing.headers["content-security-policy"], wanted["Content-Security-Policy"]);
  });

  test("sends every header with everything, failures included", async () => {
    for (const path of ["", "feed.json", "no/such/story/", named(/^app-.*\.wasm$/)]) {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(wanted)) assert.equal(headers[name.toLowerCase()], value, `${path}: ${name}`);
    }
  });
});
