// A browser on the edition as a real nginx serves it: what the policy forbids, and what happens to a file that was
// tampered with.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { edition, openSite } from "../browser.mjs";
import { lacks, serveByNginx } from "../nginx.mjs";

const story = "a-bridge-with-two-owners/";
const takenOver = "#app > .shell .preferences:not([hidden])";
const named = (pattern) => readdirSync(edition).find((name) => pattern.test(name));

/** The script that would ask for the program has not run. */
async function neverBegins(page, asked) {
  await page.waitForLoadState();
  assert.ok(!asked.includes(named(/^app-.*\.wasm$/)));
  assert.equal(await page.locator(takenOver).count(), 0);
}

/** The app has given up, and the page is as it came. */
async function fails(page) {
  await page.waitForFunction(() => document.documentElement.dataset.boot === "failed");
  assert.equal(await page.locator(takenOver).count(), 0);
}

/** The style sheet with this name is not used. */
const isWithout = (name) => async (page) => {
  const used = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.href));
  assert.ok(!used.some((address) => name.test(address)), used.join());
};

describe("nginx", { skip: lacks() }, () => {
  let root, nginx, site;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), "edition-"));
    cpSync(edition, root, { recursive: true });
    nginx = await serveByNginx(edition, { root });
    site = await openSite({ folder: edition });
  });
  after(async () => {
    await site.close();
    await nginx.close();
    rmSync(root, { recursive: true });
  });

  /** A page, with what the browser says on it and what it asks for. */
  async function newPage(t) {
    const page = await site.newPage();
    t.after(() => page.context().close());
    const said = [];
    page.on("console", (message) => ["warning", "error"].includes(message.type()) && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    return { page, said };
  }

  test("thirty pages keep to the policy, the app's work on them included", async (t) => {
    const items = [0, 1, 2].flatMap((block) => JSON.parse(readFileSync(`${edition}/search/stories/${block}.json`)).items);
    const paths = items.map((item) => new URL(item.url).pathname.slice(1)).slice(0, 24);
    paths.push("", "category/politics/", "page/2/", "about-us/", "search/?q=bridge", "author/ivana-kostova/");
    assert.equal(new Set(paths).size, 30);
    const { page, said } = await newPage(t);
    for (const path of paths) {
      await page.goto(nginx.address + path);
      await page.locator(takenOver).first().waitFor({ state: "attached" });
    }
    assert.deepEqual(said, []);
  });

  test("what the policy forbids is refused: scripts and markup from strings, and styles in markup", async (t) => {
    const { page } = await newPage(t);
    await page.goto(nginx.address + story);
    await page.locator(takenOver).first().waitFor({ state: "attached" });
    const refused = await page.evaluate(async () => {
      // A debugger's own call may do more than the page.
      await new Promise(requestAnimationFrame);
      const refusal = (attempt) => {
        try {
          return attempt();
        } catch (error) {
          return error.name;
        }
      };
      const styled = document.body.appendChild(document.createElement("p"));
      styled.setAttribute("style", "display: none");
      return {
        eval: refusal(() => window.eval("'done'")),
        source: refusal(() => (document.createElement("script").src = "/boot.js")),
        text: refusal(() => (document.createElement("script").text = "1")),
        markup: refusal(() => (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>")),
        style: getComputedStyle(styled).display,
      };
    });
    assert.deepEqual(refused, { eval: "EvalError", source: "TypeError", text: "TypeError", markup: "TypeError", style: "block" });
  });

  // Each change leaves a file that would do its work, so that nothing but its hash speaks against it.
  for (const [what, pattern, from, to, holds] of [
    ["the script that starts the app", /^boot-.*\.js$/, "failed", "F", neverBegins],
    ["the program's glue", /^app-.*\.js$/, "\n", " ", fails],
    ["the program", /^app-.*\.wasm$/, "Page not found", "p", fails],
    ["the style sheet", /^style-.*\.css$/, "\n", " ", isWithout(/\/style-/)],
    ["the style sheet for paper", /^paper-.*\.css$/, "\n", " ", isWithout(/\/paper-/)],
  ]) {
    test(`one changed byte in ${what}: it is not used, and the page can be read`, async (t) => {
      const file = join(root, named(pattern));
      const bytes = readFileSync(file);
      const place = bytes.indexOf(from);
      assert.notEqual(place, -1);
      assert.notEqual(bytes[place], to.charCodeAt(0));
      bytes[place] = to.charCodeAt(0);
      writeFileSync(file, bytes);
      for (const copy of [".br", ".gz"]) rmSync(file + copy);
      t.after(() => ["", ".br", ".gz"].forEach((copy) => cpSync(join(edition, named(pattern) + copy), file + copy)));

      const { page } = await newPage(t);
      const asked = [];
      page.on("request", (request) => asked.push(request.url().slice(nginx.address.length)));
      const refused = page.waitForEvent("console", (message) => /integrity/i.test(message.text()));
      await page.goto(nginx.address + story);
      assert.ok((await refused).text().includes(named(pattern)));
      assert.match(await page.locator("article.article").innerText(), /bridge/i);
      await holds(page, asked);
    });
  }
});
