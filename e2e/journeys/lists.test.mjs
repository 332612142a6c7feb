// Lists of stories: of a category and what lies below it, of a tag, of an author.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const pathname = (url) => decodeURIComponent(new URL(url).pathname);
const shown = (page) => page.locator("main .story-card__link").evaluateAll((links) => links.map((link) => link.href));
const head = (page, rel) => page.locator(`link[rel=${rel}]`).first();

/** The stories on all pages of a list, from the first page on. */
async function all(page) {
  const stories = await shown(page);
  for (let number = 2; (await page.locator(".pager__turn[rel=next]").count()) > 0; number += 1) {
    await page.locator(".pager__turn[rel=next]").click();
    await page.locator(".pager__number[aria-current=page]", { hasText: String(number) }).waitFor();
    stories.push(...(await shown(page)));
  }
  return stories.map(pathname);
}

test("a category shows what lies below it: politics has the stories of diplomacy", async (t) => {
  const page = await site.visit(t, "category/politics/");
  const { items } = await site.read("feed.json");
  const wanted = items.filter((item) => item.tags.some((tag) => ["POLITICS", "DIPLOMACY"].includes(tag)));
  assert.deepEqual((await all(page)).sort(), wanted.map((item) => pathname(item.url)).sort());
  assert.ok(wanted.some((item) => !item.tags.includes("POLITICS")));
});

test("a category names what lies below it, and how many stories there are", async (t) => {
  const page = await site.visit(t, "category/politics/");
  assert.deepEqual(await page.locator(".page__below-link").allTextContents(), ["DIPLOMACY"]);
  assert.match(await page.locator(".page__count").textContent(), /^\d+ stories$/);
});

test("pages have numbers, and head and links say which comes before and after", async (t) => {
  const page = await site.visit(t, "category/politics/");
  assert.equal(await head(page, "next").getAttribute("href"), "https://civil.example/category/politics/page/2/");
  assert.equal(await page.locator("head link[rel=prev]").count(), 0);
  const first = await shown(page);
  await page.locator(".pager__turn[rel=next]").click();
  await page.waitForURL("**/category/politics/page/2/");
  await page.locator(".pager__turn[rel=prev]").waitFor();
  assert.equal(await head(page, "prev").getAttribute("href"), "https://civil.example/category/politics/");
  assert.equal(await head(page, "canonical").getAttribute("href"), "https://civil.example/category/politics/page/2/");
  assert.match(await page.title(), /^POLITICS, Page 2 of \d+ \| CIVIL Today$/);
  const second = await shown(page);
  assert.ok(second.length > 0 && second.every((link) => !first.includes(link)));
  await page.goto("category/politics/page/2/");
  await page.locator("main h1").waitFor();
  assert.deepEqual(await shown(page), second);
});

test("a page beyond the last one is not found", async (t) => {
  const page = await site.visit(t, "category/politics/page/99/");
  assert.equal(await page.locator(".page--not-found").count(), 1);
});

test("a tag has a page of its own", async (t) => {
  const page = await site.visit(t, "tag/elections/");
  const { items } = await site.read("feed.json");
  const wanted = items.filter((item) => item.tags.includes("elections")).map((item) => pathname(item.url));
  assert.deepEqual((await all(page)).sort(), wanted.sort());
  assert.equal(await page.locator(".page__label").textContent(), "Topic");
});

test("a tag in Cyrillic has an address in Latin letters, and keeps its name", async (t) => {
  const page = await site.visit(t, "tag/izbori/");
  assert.equal(await page.locator("main h1").textContent(), "избори");
  assert.ok((await shown(page)).length >= 2);
  assert.equal(await head(page, "canonical").getAttribute("href"), "https://civil.example/tag/izbori/");
});

test("an old link to a tag in its own letters finds it", async (t) => {
  const page = await site.visit(t, "tag/%D0%B8%D0%B7%D0%B1%D0%BE%D1%80%D0%B8/");
  assert.equal(await page.locator("main h1").textContent(), "избори");
  assert.equal(await head(page, "canonical").getAttribute("href"), "https://civil.example/tag/izbori/");
});

test("an author has a page of all they wrote", async (t) => {
  const page = await site.visit(t, "2026/11/05/the-comma-in-the-communique/");
  const author = page.locator(".byline__author").first();
  const name = await author.textContent();
  const { items } = await site.read("feed.json");
  const wanted = items.filter((item) => item.authors?.some((one) => one.name === name)).map((item) => pathname(item.url));
  await author.click();
  await page.locator(".page--list h1", { hasText: name }).waitFor();
  assert.equal(await page.locator(".page__label").textContent(), "Author");
  assert.deepEqual((await all(page)).sort(), wanted.sort());
});

test("the old address of a category shows it and names the canonical one", async (t) => {
  const page = await site.visit(t, "category/diplomacy/");
  assert.equal(await page.locator("main h1").textContent(), "DIPLOMACY");
  assert.equal(await head(page, "canonical").getAttribute("href"), "https://civil.example/category/politics/diplomacy/");
});

test("names with mixed scripts are shown as they are, and found by their addresses", async (t) => {
  for (const [path, name] of [
    ["category/society/recycle/", "RECYCLЕ"],
    ["category/war-in-ukraine/a-year-of-heroism/", "А YEAR OF HEROISM"],
    ["category/war-in-ukraine/боротьба-україни/", "БОРОТЬБА УКРАЇНИ"],
  ]) {
    const page = await site.visit(t, path);
    assert.equal(await page.locator("main h1").textContent(), name);
    assert.ok((await shown(page)).length > 0, name);
  }
});

test("a category, a tag or an author that nobody knows is not found, and there is a way on", async (t) => {
  for (const path of ["category/nothing/", "tag/nothing-at-all/", "author/nobody/", "nothing/here/"]) {
    const page = await site.visit(t, path);
    assert.equal(await page.locator("main h1").textContent(), "Page not found", path);
    assert.ok((await page.locator("main .story-card__link").count()) > 0);
    assert.equal(await page.locator("#page-search").count(), 1);
    assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
  }
});
