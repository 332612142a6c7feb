// The edition on a real nginx, with the configuration that the press wrote: what it answers, byte by byte.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { get } from "node:http";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { edition, openSite } from "../browser.mjs";
import { headers as wanted } from "../headers.mjs";
import { lacks, serveByNginx } from "../nginx.mjs";

const file = (name) => readFileSync(`${edition}/${name}`);
const named = (pattern) => readdirSync(edition).find((name) => pattern.test(name));

describe("nginx", { skip: lacks() }, () => {
  let nginx;
  before(async () => void (nginx = await serveByNginx(edition)));
  after(() => nginx.close());

  /** The answer as it comes over the wire. */
  const ask = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      get(nginx.address + path, { headers }, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      }).on("error", reject);
    });

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
      ["feed.json", "application/json; charset=utf-8"],
      ["rss.xml", "application/xml; charset=utf-8"],
      ["manifest.webmanifest", "application/manifest+json; charset=utf-8"],
      ["robots.txt", "text/plain; charset=utf-8"],
      ["fonts/serif-latin.woff2", "font/woff2"],
      ["icons/favicon.svg", "image/svg+xml"],
      [`cards/${readdirSync(`${edition}/cards`)[0]}`, "image/jpeg"],
    ]) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, answer.headers["content-type"]], [200, type], path);
    }
  });

  test("lets a reader keep for good only what is named by its bytes", async () => {
    for (const [path, kept] of [
      [named(/^app-.*\.wasm$/), /immutable/],
      [named(/^boot-.*\.js$/), /immutable/],
      ["", /max-age=0, must-revalidate/],
      ["a-bridge-with-two-owners/", /must-revalidate/],
      ["category/politics/feed.json", /max-age=60/],
      ["site.json", /must-revalidate/],
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
    for (const [path, to] of [
      ["a-bridge-with-two-owners", "/a-bridge-with-two-owners/"],
      ["category/politics", "/category/politics/"],
      ["category/diplomacy/", "/category/politics/diplomacy/"],
      ["category/diplomacy/?utm=1", "/category/politics/diplomacy/?utm=1"],
      [encodeURI("category/боротьба-україни/"), encodeURI("/category/war-in-ukraine/боротьба-україни/")],
    ]) {
      const { status, headers } = await ask(path);
      assert.deepEqual([status, headers.location], [301, to], path);
    }
    assert.equal((await ask(encodeURI("нитка-памяті/"))).status, 200);
  });

  test("sends every header with everything, failures included", async () => {
    for (const path of ["", "feed.json", "no/such/story/", named(/^app-.*\.wasm$/)]) {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(wanted)) assert.equal(headers[name.toLowerCase()], value, `${path}: ${name}`);
    }
  });

  test("thirty pages keep to the policy", async (t) => {
    const site = await openSite({ folder: edition });
    t.after(site.close);
    const { items } = JSON.parse(file("search/feed.json"));
    const paths = items.map((item) => new URL(item.url).pathname.slice(1)).slice(0, 24);
    paths.push("", "category/politics/", "page/2/", "about-us/", "search/?q=bridge", "author/ivana-kostova/");
    const page = await site.newPage();
    const said = [];
    page.on("console", (message) => ["warning", "error"].includes(message.type()) && said.push(message.text()));
    for (const path of paths) {
      await page.goto(nginx.address + path);
      await page.locator("main h1").first().waitFor();
    }
    assert.deepEqual(said.filter((text) => !/404/.test(text)), []);
    await page.context().close();
  });
});
