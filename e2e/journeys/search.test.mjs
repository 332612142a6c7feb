// Search finds, whatever the script, and is used by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const found = (page) => page.locator("main .story-card__link").allTextContents();
/** Opens the search of the header: the field has the focus then. */
const open = (page) => page.locator(".search__button").click();
const results = "#header-search-results .search-box__result";

for (const [query, topic] of [["recycle", "RECYCLЕ"], ["heroism", "А YEAR OF HEROISM"], ["боротьба", "БОРОТЬБА УКРАЇНИ"]]) {
  test(`“${query}” finds the stories of ${topic}`, async (t) => {
    const { items } = await site.read("feed.json");
    const wanted = items.filter((item) => item.tags.includes(topic)).map((item) => item.title);
    const page = await site.visit(t, `search/?q=${encodeURIComponent(query)}`);
    const titles = await found(page);
    assert.ok(wanted.length > 0);
    for (const title of wanted) assert.ok(titles.includes(title), `${title} is missing`);
    assert.equal(await page.locator("main h1").textContent(), `Results for “${query}”`);
    assert.equal(await page.locator("#page-search").inputValue(), query);
    assert.equal(await page.locator(".page__count").textContent(), titles.length === 1 ? "1 result" : `${titles.length} results`);
  });
}

test("results appear while the reader types, and are walked through by keyboard", async (t) => {
  const page = await site.visit(t);
  await page.locator(".search__button").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "header-search");
  await page.keyboard.type("elections");
  await page.locator(results).first().waitFor();
  const titles = await page.locator(results).allTextContents();
  assert.ok(titles.length > 1 && titles.length <= 6);
  assert.match(await page.locator("details.search .search-box__status").textContent(), /^\d+ results?$/);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), titles[0]);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), titles[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "header-search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".article h1", { hasText: titles[0] }).waitFor();
});

test("what is typed in the very moment of opening the search is not lost", async (t) => {
  const page = await site.visit(t);
  await page.evaluate(() => {
    document.querySelector(".search__button").click();
    window.focused = document.activeElement.id;
  });
  assert.equal(await page.evaluate(() => window.focused), "header-search");
});

test("Escape clears the results first, then closes the search and gives the focus back", async (t) => {
  const page = await site.visit(t);
  await open(page);
  await page.keyboard.type("elections");
  await page.locator(results).first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(results).count(), 0);
  assert.equal(await page.locator("#header-search").inputValue(), "");
  assert.ok(await page.locator("#header-search").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#header-search").isVisible(), false);
  assert.ok(await page.evaluate(() => document.activeElement.matches(".search__button")));
});

test("what is not there is said to be not there", async (t) => {
  const page = await site.visit(t);
  await open(page);
  await page.keyboard.type("xyzzyplugh");
  await page.locator("details.search .search-box__status", { hasText: "No results" }).waitFor();
  assert.equal(await page.locator("#header-search-results a").count(), 0);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=xyzzyplugh");
  await page.locator(".page--search .page__count", { hasText: "No results" }).waitFor();
  assert.ok(await page.locator(".page__empty").isVisible());
});

test("“View all results” leads to the search page with the same query", async (t) => {
  const page = await site.visit(t);
  await open(page);
  await page.keyboard.type("elections");
  await page.getByRole("link", { name: "View all results" }).click();
  await page.locator(".page--search h1", { hasText: "Results for “elections”" }).waitFor();
  assert.ok((await found(page)).length > 1);
});

test("what does not fit on one page stands on the next ones", async (t) => {
  const page = await site.visit(t, "search/?q=th");
  const total = parseInt(await page.locator(".page__count").textContent(), 10);
  assert.ok(total > 20, `${total} are too few for this test`);
  const titles = await found(page);
  assert.equal(titles.length, 20);
  await page.getByRole("link", { name: "Page 2 of" }).click();
  await page.waitForURL("**/search/?q=th&page=2");
  await page.locator(".pager [aria-current=page]", { hasText: "2" }).waitFor();
  const others = await found(page);
  assert.equal(others.length, Math.min(total - 20, 20));
  assert.ok(others.every((title) => !titles.includes(title)));
  assert.match(await page.title(), /^Results for “th”, Page 2 of/);
  await page.goBack();
  await page.locator(".pager [aria-current=page]", { hasText: "1" }).waitFor();
  assert.deepEqual(await found(page), titles);
});

test("the form leads to the search page, and Back to where the reader was", async (t) => {
  const page = await site.visit(t);
  await page.evaluate(() => (window.isSame = true));
  await open(page);
  await page.keyboard.type("heroism");
  await page.keyboard.press("Enter");
  await page.locator(".page--search h1", { hasText: "Results for “heroism”" }).waitFor();
  assert.equal(new URL(page.url()).search, "?q=heroism");
  assert.ok(await page.evaluate(() => window.isSame));
  await page.locator("#page-search").fill("recycle");
  await page.keyboard.press("Enter");
  await page.locator(".page--search h1", { hasText: "Results for “recycle”" }).waitFor();
  await page.goBack();
  await page.locator(".page--search h1", { hasText: "Results for “heroism”" }).waitFor();
  assert.equal(await page.locator("#page-search").inputValue(), "heroism");
  await page.goBack();
  await page.locator(".page--front").waitFor();
});

test("the search page without a query asks for one", async (t) => {
  const page = await site.visit(t, "search/");
  assert.equal(await page.locator("main h1").textContent(), "Search");
  assert.equal(await page.locator(".page__count").count(), 0);
  assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
});

test("a query is shown as it was typed, markup included", async (t) => {
  const query = "<img src=x onerror=alert(1)> & “x”";
  const page = await site.visit(t, `search/?q=${encodeURIComponent(query)}`);
  assert.equal(await page.locator("main h1").textContent(), `Results for “${query}”`);
});
