// Any JSON Feed, without a site.json, gives a working site.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

const feed = {
  version: "https://jsonfeed.org/version/1.1",
  title: "A gardener's notes",
  home_page_url: "https://garden.example/",
  feed_url: "https://garden.example/feed.json",
  items: Array.from({ length: 30 }, (_, place) => ({
    id: `https://garden.example/notes/${place + 1}`,
    url: `https://garden.example/notes/${place + 1}`,
    title: `Note ${place + 1}`,
    content_html: `<p>Words about ${["roses", "beans", "pears"][place % 3]}.</p>`,
    date_published: new Date(Date.UTC(2026, 5, 30 - place, 8)).toISOString(),
    tags: [["Roses", "Beans", "Pears"][place % 3], ...(place === 0 ? ["Rare"] : [])],
  })),
};
const allows = [/Failed to load resource/, /was preloaded using link preload but not used/];

let site;
before(async () => {
  site = await openSite();
  for (const name of ["site.json", "pages.json"]) site.server.fail(name, { status: 404 });
  site.server.fail("feed.json", { body: JSON.stringify(feed) });
});
after(() => site.close());

test("the site is called as the feed is, and its menu comes from the most frequent tags", async (t) => {
  const page = await site.visit(t, "", { allows });
  assert.equal(await page.locator(".masthead__name").textContent(), "A gardener's notes");
  assert.match(await page.title(), /^A gardener's notes/);
  const names = await page.locator(".menu__link").allTextContents();
  for (const name of ["Home", "Roses", "Beans", "Pears"]) assert.ok(names.includes(name), `${name} in ${names}`);
  assert.match(await page.locator(".footer__rights").textContent(), /^© /);
});

test("menu, story, search and tag pages work", async (t) => {
  const page = await site.visit(t, "", { allows });
  await page.locator(".menu__link", { hasText: "Roses" }).click();
  await page.locator(".page--list h1", { hasText: "Roses" }).waitFor();
  assert.match(await page.locator(".page__count").textContent(), /^10 stories$/);
  await page.locator("main .story-card__link").first().click();
  await page.locator(".article h1", { hasText: "Note 1" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/notes/1/");
  assert.match(await page.locator(".body").textContent(), /Words about roses/);
  await page.goto("search/?q=pears");
  await page.locator(".page--search .story-card").first().waitFor();
  assert.equal(await page.locator(".page__count").textContent(), "10 results");
});

test("a feed without a single story says so", async (t) => {
  site.server.fail("feed.json", { body: JSON.stringify({ ...feed, items: [] }) });
  t.after(() => site.server.fail("feed.json", { body: JSON.stringify(feed) }));
  const page = await site.visit(t, "", { allows: [...allows, /^warning: feed\.json/] });
  assert.ok((await page.locator("main .page__empty, main [role=alert]").textContent()).length > 10);
});
