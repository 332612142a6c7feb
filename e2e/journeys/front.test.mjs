// The front page is made from the feed alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const pathname = (url) => decodeURIComponent(new URL(url).pathname);

test("the front page has one lead story, others beside it, and the latest", async (t) => {
  const page = await site.visit(t);
  assert.equal(await page.locator("main h1").textContent(), "CIVIL Today");
  assert.equal(await page.locator(".front__lead .story-card").count(), 1);
  assert.ok((await page.locator(".front__secondary .story-card").count()) >= 2);
  assert.ok((await page.locator(".front__latest .story-card").count()) >= 5);
  const lead = page.locator(".front__lead img");
  assert.equal(await lead.getAttribute("fetchpriority"), "high");
  assert.equal(await lead.getAttribute("loading"), null);
  assert.ok(await lead.evaluate((image) => image.width > 0 && image.getAttribute("height") > 0));
});

test("each main category has a section with its stories, and its title leads to the category", async (t) => {
  const page = await site.visit(t);
  const { menus } = await site.read("site.json");
  const titles = await page.locator(".front__section .front__title-link").evaluateAll((links) => links.map((link) => link.pathname));
  for (const { category } of menus.main.filter((entry) => entry.category)) {
    assert.ok(titles.includes(`/category/${category}/`), category);
  }
  for (const section of await page.locator(".front__section").all()) {
    assert.ok((await section.locator(".story-card").count()) >= 1);
  }
});

test("every headline is a plain link to a story of the feed, and none stands twice at the top", async (t) => {
  const page = await site.visit(t);
  const { items } = await site.read("feed.json");
  const known = new Set(items.map((item) => pathname(item.url)));
  const links = await page.locator(".story-card__link").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(links.length > 20);
  for (const link of links) assert.ok(known.has(pathname(link)), link);
  const top = await page.locator(".front__top .story-card__link").evaluateAll((links) => links.map((link) => link.href));
  assert.equal(new Set(top).size, top.length);
});

test("the stream of all stories goes on from the front page to its end", async (t) => {
  const page = await site.visit(t);
  await page.locator(".front__more").click();
  await page.locator(".page--list").waitFor();
  assert.equal(new URL(page.url()).pathname, "/page/2/");
  const seen = new Set();
  const { items } = await site.read("feed.json");
  for (;;) {
    for (const link of await page.locator("main .story-card__link").evaluateAll((links) => links.map((link) => link.href))) {
      assert.ok(!seen.has(link), `${link} stands twice`);
      seen.add(link);
    }
    const next = page.locator(".pager__turn[rel=next]");
    if ((await next.count()) === 0) break;
    const address = await next.evaluate((link) => link.href);
    await next.click();
    await page.waitForURL(address);
    await page.locator(`.pager__number[aria-current=page][href="${new URL(address).pathname}"]`).waitFor();
  }
  assert.ok(seen.size > items.length / 2);
});

test("the frame holds what site.json says: name, tagline, menus, pages", async (t) => {
  const page = await site.visit(t);
  const { name, tagline } = await site.read("site.json");
  assert.equal(await page.locator(".masthead__name").textContent(), name);
  assert.equal(await page.locator(".masthead__tagline").textContent(), tagline);
  assert.deepEqual(
    await page.locator(".menu__entry > .menu__link").allTextContents(),
    ["HOME", "NEWSROOM", "POLITICS", "SOCIETY", "OPINION", "WORLD", "WAR IN UKRAINE"],
  );
  assert.deepEqual(await page.locator(".utility__link").allTextContents(), ["About us", "Impressum", "Contact"]);
  const pages = await page.locator(".footer__page").allTextContents();
  for (const title of ["About us", "Contact", "Cookie policy", "Copyright", "Impressum", "Privacy policy"]) {
    assert.ok(pages.includes(title), title);
  }
  const below = await page.locator(".footer .menu-tree__link").allTextContents();
  assert.ok(below.includes("ECONOMY") && below.includes("MONITORING"));
});

for (const { width, height } of [{ width: 320, height: 640 }, { width: 360, height: 740 }, { width: 1280, height: 900 }, { width: 2560, height: 1300 }]) {
  test(`nothing sticks out sideways at ${width} pixels`, async (t) => {
    const page = await site.visit(t, "", { viewport: { width, height } });
    for (const path of ["", "category/politics/", "how-votes-become-seats/", "search/?q=recycle", "nothing/here/"]) {
      await page.goto(path);
      await page.locator("main h1").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, path);
    }
  });
}
