// A story, with all that belongs to it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const texts = (page, selector) => page.locator(selector).allTextContents();
const old = "2022/02/10/what-an-alliance-guarantee-means/";

test("a story shows where it belongs, when it was written and what it is about", async (t) => {
  const page = await site.visit(t, "2026/11/05/the-comma-in-the-communique/");
  assert.deepEqual(await texts(page, ".article .breadcrumb__link"), ["Home", "POLITICS", "DIPLOMACY"]);
  assert.equal(await page.locator(".article__dates time").first().getAttribute("datetime").then((date) => date.slice(0, 10)), "2026-11-05");
  assert.match(await page.locator(".article__dates").textContent(), /November 2026/);
  assert.match(await page.locator(".article__minutes").textContent(), /^\d+ min read$/);
  const topics = page.locator(".article__head .topics__link");
  assert.deepEqual(await topics.allTextContents(), ["DIPLOMACY", "WORLD"]);
  assert.deepEqual(await topics.evaluateAll((links) => links.map((link) => link.pathname)), [
    "/category/politics/diplomacy/",
    "/category/world/",
  ]);
  const tags = page.locator(".article__foot .topics__link");
  assert.deepEqual(await tags.allTextContents(), ["treaties", "how it works"]);
  assert.equal(await tags.first().evaluate((link) => link.pathname), "/tag/treaties/");
  await page.locator(".byline__author").first().click();
  await page.locator(".page--list").waitFor();
  assert.match(new URL(page.url()).pathname, /^\/author\//);
});

test("the lead picture has its size, its choice of files, its words, and comes first", async (t) => {
  const page = await site.visit(t, "2026/11/05/the-comma-in-the-communique/");
  const image = page.locator(".article__picture img");
  for (const name of ["width", "height"]) assert.ok(Number(await image.getAttribute(name)) > 0, name);
  assert.ok((await image.getAttribute("alt")).length > 10);
  assert.equal(await image.getAttribute("fetchpriority"), "high");
  assert.match(await page.locator(".article__picture source").first().getAttribute("srcset"), /\.avif \d+w, /);
  assert.match(await image.getAttribute("srcset"), /\.jpg \d+w/);
  assert.ok((await page.locator(".article__picture figcaption").textContent()).length > 20);
  await page.waitForFunction(() => document.querySelector(".article__picture img").naturalWidth > 0);
});

test("a correction and the day of the last change are shown", async (t) => {
  const page = await site.visit(t, "strasbourg-is-not-luxembourg/");
  assert.equal(await page.locator(".corrections__title").textContent(), "Correction");
  assert.ok((await page.locator(".corrections p").first().textContent()).length > 20);
  assert.ok((await page.locator(".corrections time").count()) >= 1);
  assert.match(await page.locator(".article__updated").textContent(), /^Updated /);
});

test("a story of 2022 says its age, and an evergreen one of 2023 does not", async (t) => {
  const page = await site.visit(t, old);
  assert.match(await page.locator(".age-notice").textContent(), /^This story is more than \d+ years old\.$/);
  await page.goto("three-councils/");
  await page.locator(".article").waitFor();
  assert.equal(await page.locator(".age-notice").count(), 0);
});

test("a story in two languages leads from one to the other, and the head names both as long as it is shown", async (t) => {
  const page = await site.visit(t, "first-come-not-first-served/");
  const languages = () => page.locator("head link[hreflang]").evaluateAll((links) => links.map(({ rel, hreflang, href }) => [rel, hreflang, href]));
  const [english, macedonian] = [["en", "first-come-not-first-served"], ["mk", "koj-prv-kje-dojde"]]
    .map(([lang, path]) => ["alternate", lang, `https://civil.example/${path}/`]);
  assert.deepEqual(await languages(), [english, macedonian]);
  const link = page.locator(".translations a");
  assert.equal(await page.locator(".translations").textContent(), "Also in: Македонски");
  for (const name of ["lang", "hreflang"]) assert.equal(await link.getAttribute(name), "mk");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator(".article[lang=mk] .translations").waitFor();
  assert.equal(await page.locator(".translations").textContent(), "Also in: English");
  assert.deepEqual(await languages(), [macedonian, english]);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.locator(".translations").isVisible()));
  await page.emulateMedia({ media: "screen" });
  await page.locator(".article .breadcrumb__link").first().click();
  await page.locator(".page--front").waitFor();
  assert.deepEqual(await languages(), []);
});

test("a table has its caption or head, and scrolls by keyboard within its frame", async (t) => {
  const page = await site.visit(t, "how-votes-become-seats/", { viewport: { width: 360, height: 740 } });
  const frame = page.locator(".body .table").first();
  assert.ok((await frame.locator("th").count()) >= 2);
  assert.ok((await frame.locator("tbody tr").count()) >= 2);
  assert.equal(await frame.getAttribute("tabindex"), "0");
});

test("footnotes stand below the text, each reachable from its number and back", async (t) => {
  const page = await site.visit(t, "how-votes-become-seats/");
  const references = await page.locator(".note-ref a").evaluateAll((links) => links.map((link) => link.hash));
  assert.ok(references.length > 0);
  for (const hash of references) assert.equal(await page.locator(`.notes ${hash} .notes__back`).count(), 1);
});

test("an embed asks nothing of its provider before it is played", async (t) => {
  const page = await site.visit(t, "2026/11/18/the-rabbit-anyone-may-copy/", { allows: [/request elsewhere: https:\/\/(www\.youtube-nocookie|player\.vimeo)\.com\//] });
  await page.context().route(/youtube|vimeo/, (route) => route.fulfill({ contentType: "text/html", body: "<p>Player" }));
  assert.equal(await page.locator("iframe").count(), 0);
  await page.locator(".embed").scrollIntoViewIfNeeded();
  assert.match(await page.locator(".embed__notice").textContent(), /can then see your visit/);
  assert.deepEqual(page.complaints, []);
  const asked = page.waitForRequest(/youtube-nocookie|vimeo/);
  await page.locator(".embed__play").click();
  await asked;
  const frame = page.locator("iframe.embed__frame");
  assert.match(await frame.getAttribute("src"), /^https:\/\/(www\.youtube-nocookie|player\.vimeo)\.com\//);
  assert.ok(await frame.getAttribute("title"));
  assert.match(await frame.getAttribute("sandbox"), /allow-scripts/);
});

test("a gallery shows its pictures with their words", async (t) => {
  const page = await site.visit(t, "2026/11/21/town-that-works-while-you-sleep/");
  const figures = page.locator(".body .gallery .figure");
  assert.ok((await figures.count()) >= 2);
  for (const figure of await figures.all()) {
    await figure.scrollIntoViewIfNeeded();
    const image = figure.locator("img");
    assert.ok(await image.getAttribute("alt"));
    await image.evaluate((image) => image.decode());
  }
});

test("the way on: next and previous in the category, related and recent stories", async (t) => {
  const page = await site.visit(t, "2026/11/05/the-comma-in-the-communique/");
  const headline = await page.locator("main h1").textContent();
  for (const place of ["next", "previous", "related", "recent"]) {
    const cards = page.locator(`.onward__${place} .story-card__link`);
    assert.ok((await cards.count()) >= 1, place);
    assert.ok(!(await cards.allTextContents()).includes(headline), place);
  }
  assert.equal(await page.locator(".onward__recent .story-card").count(), 5);
  const { items } = await site.read("feed.json");
  const next = await page.locator(".onward__next .story-card__link").textContent();
  assert.ok(items.find((item) => item.title === next).tags.includes("DIPLOMACY"), next);
  await page.locator(".onward__next .story-card__link").click();
  await page.locator(".article h1", { hasText: next }).waitFor();
});

test("related stories come in the story's own language first", async (t) => {
  const page = await site.visit(t, "dvojno-mnozinstvo/");
  assert.equal(await page.locator(".article").getAttribute("lang"), "mk");
  assert.equal(await page.locator(".onward__related .story-card__headline").first().getAttribute("lang"), "mk");
});

test("the share links are plain links that carry headline and address", async (t) => {
  const page = await site.visit(t, old);
  const links = await page.locator(".share-bar").first().locator("a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(links.length >= 8);
  for (const link of links) {
    assert.ok(decodeURIComponent(decodeURIComponent(link)).includes(`https://civil.example/${old}`), link);
  }
});

test("the address can be copied, and the reader is told", async (t) => {
  const page = await site.visit(t, old, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await page.getByText("Link copied").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `https://civil.example/${old}`);
});
