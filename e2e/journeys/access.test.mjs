// Every kind of page, light and dark, narrow and wide, is without barriers that axe can find.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { barriers, openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(() => site.server.heal());

const sizes = [{ width: 360, height: 740 }, { width: 1280, height: 900 }];
const looks = sizes.flatMap((viewport) => ["light", "dark"].map((colorScheme) => ({ viewport, colorScheme })));

async function check(page, looks) {
  const found = [];
  for (const { viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    for (const barrier of await barriers(page)) found.push(`${viewport.width} ${colorScheme} ${barrier}`);
  }
  assert.deepEqual(found, []);
}

for (const [name, path] of [
  ["the front page", ""],
  ["a category", "category/politics/page/2/"],
  ["a tag", "tag/elections/"],
  ["a story with table and footnotes", "how-votes-become-seats/"],
  ["a story with an embed", "2026/11/18/the-rabbit-anyone-may-copy/"],
  ["a story with a gallery", "2026/11/21/town-that-works-while-you-sleep/"],
  ["an old story", "2022/02/10/what-an-alliance-guarantee-means/"],
  ["a story in Macedonian", "dvojno-mnozinstvo/"],
  ["a story in two languages", "koj-prv-kje-dojde/"],
  ["a standing page", "about-us/"],
  ["the search", "search/?q=recycle"],
  ["a search without results", "search/?q=xyzzyplugh"],
  ["nothing at the address", "nothing/here/"],
]) {
  test(`${name} has no barriers`, async (t) => check(await site.visit(t, path), looks));
}

test("a failure has no barriers", async (t) => {
  site.server.fail("feed.json", { status: 404 });
  await check(await site.visit(t, "", { allows: [/Failed to load resource/], until: ".page--failed" }), looks);
});

const [narrow, wide] = [looks.filter(({ viewport }) => viewport.width < 500), looks.filter(({ viewport }) => viewport.width > 500)];

test("an open sub-menu has no barriers", async (t) => {
  const page = await site.visit(t, "about-us/", wide[0]);
  await page.getByLabel("More in OPINION").click();
  await check(page, wide);
});

test("the open panel has no barriers", async (t) => {
  const page = await site.visit(t, "about-us/", wide[0]);
  await page.getByLabel("More in WAR IN UKRAINE").click();
  await page.locator(".panel__story").first().waitFor();
  await check(page, wide);
});

test("the open search with results has no barriers", async (t) => {
  const page = await site.visit(t, "about-us/", wide[0]);
  await page.locator(".search__button").click();
  await page.waitForFunction(() => document.activeElement.id === "header-search");
  await page.keyboard.type("elections");
  await page.locator("#header-search-results a").first().waitFor();
  await check(page, wide);
});

test("the open drawer has no barriers", async (t) => {
  const page = await site.visit(t, "about-us/", narrow[0]);
  await page.locator(".drawer__button").click();
  await check(page, narrow);
});
