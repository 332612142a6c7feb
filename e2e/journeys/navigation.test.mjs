// Moving through the site is what a reader knows from pages that load.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const ORIGIN = "https://civil.example";
const story = { path: "2022/02/10/what-an-alliance-guarantee-means/", headline: "What an alliance guarantee means" };
const canonical = (page) => page.locator("link[rel=canonical]").getAttribute("href");
const focused = (page) => page.evaluate(() => document.activeElement.tagName);
/** Clicks on a link far down; returns where the page was scrolled to at that moment. */
async function follow(page, link) {
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => addEventListener("click", () => (window.clickedAt = scrollY), { capture: true, once: true }));
  await link.click();
  return page.evaluate(() => window.clickedAt);
}
const isScrolledTo = (page, to) => page.waitForFunction((to) => Math.abs(scrollY - to) <= 2, to, { timeout: 5000 });

/** Marks the document: the mark is gone once another document was loaded. */
const mark = (page) => page.evaluate(() => (window.isSame = true));
const isSame = (page) => page.evaluate(() => window.isSame === true);

test("a link changes title, canonical address, language and page, and loads no document", async (t) => {
  const page = await site.visit(t);
  await mark(page);
  assert.equal(await page.title(), "CIVIL Today: Independent news and opinion");
  assert.equal(await canonical(page), `${ORIGIN}/`);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");

  await page.locator(".menu__link", { hasText: "POLITICS" }).click();
  await page.locator(".page--list h1", { hasText: "POLITICS" }).waitFor();
  assert.equal(await page.title(), "POLITICS | CIVIL Today");
  assert.equal(await canonical(page), `${ORIGIN}/category/politics/`);

  const mk = page.locator(".story-card__headline[lang=mk] .story-card__link").first();
  const headline = await mk.textContent();
  await mk.click();
  await page.locator(".article").waitFor();
  assert.equal(await page.title(), `${headline} | CIVIL Today`);
  assert.equal(await page.locator("main h1").textContent(), headline);
  assert.equal(await page.locator("html").getAttribute("lang"), "mk");
  assert.equal(await canonical(page), ORIGIN + new URL(page.url()).pathname);
  assert.ok(await isSame(page));
});

test("what a click shows is the story that was built while the pointer rested on its link", async (t) => {
  const page = await site.visit(t);
  const link = page.locator(".front__lead .story-card__link");
  await link.hover();
  const built = page.locator("main .ahead h1");
  await built.waitFor({ state: "attached" });
  assert.equal(await built.textContent(), await link.textContent());
  await built.evaluate((headline) => (headline.wasBuilt = true));
  await link.click();
  await page.waitForFunction(() => document.activeElement.wasBuilt);
  await page.locator(".onward .story-card").first().waitFor();
  assert.equal(await page.locator("main h1").count(), 1, "the page before is gone");
});

test("the focus goes to the new headline, but stays where it is on the first page", async (t) => {
  const page = await site.visit(t);
  assert.equal(await focused(page), "BODY");
  await page.locator(".front__lead .story-card__link").click();
  await page.locator(".article").waitFor();
  await page.waitForFunction(() => document.activeElement.matches("main h1"));
});

test("a new page begins at its top", async (t) => {
  const page = await site.visit(t);
  assert.ok((await follow(page, page.locator(".front__section .story-card__link").nth(12))) > 1000);
  await page.locator(".article").waitFor();
  await isScrolledTo(page, 0);
});

test("Back and Forward return to the very pixel", async (t) => {
  const page = await site.visit(t);
  const front = await follow(page, page.locator(".front__section .story-card__link").nth(12));
  assert.ok(front > 1000);
  await page.locator(".article").waitFor();
  await isScrolledTo(page, 0);
  await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
  await page.goBack();
  await page.locator(".page--front").waitFor();
  await isScrolledTo(page, front);
  await page.goForward();
  await page.locator(".article").waitFor();
  await isScrolledTo(page, 700);
});

test("Back returns to the very pixel after paging", async (t) => {
  const page = await site.visit(t, "category/politics/");
  const first = await follow(page, page.locator(".pager__turn[rel=next]"));
  assert.ok(first > 300);
  await page.waitForURL("**/page/2/");
  await page.locator("main h1").waitFor();
  await isScrolledTo(page, 0);
  const second = await follow(page, page.locator(".story-card__link").last());
  await page.locator(".article").waitFor();
  await isScrolledTo(page, 0);
  await page.goBack();
  await page.locator(".page--list").waitFor();
  await isScrolledTo(page, second);
  await page.goBack();
  await page.waitForURL("**/category/politics/");
  await isScrolledTo(page, first);
});

test("Back returns to the very pixel below a story", async (t) => {
  const page = await site.visit(t, story.path);
  const left = await follow(page, page.locator(".onward__recent .story-card__link").last());
  assert.ok(left > 1000);
  await page.locator(".article h1", { hasNotText: story.headline }).waitFor();
  await isScrolledTo(page, 0);
  await page.goBack();
  await page.locator(".article h1", { hasText: story.headline }).waitFor();
  await isScrolledTo(page, left);
});

/** What the frames of a page hold from when `part` stands in it: how many sections, what is busy, where the footer is. */
const frames = (page, part, section) => page.evaluate(([part, section]) => {
  window.frames = [];
  const look = () => {
    if (document.querySelector(part)) {
      const busy = document.querySelectorAll("main [aria-busy]").length;
      const isBelow = document.querySelector(".footer").getBoundingClientRect().top >= innerHeight;
      window.frames.push([document.querySelectorAll(section).length, busy, isBelow]);
    }
    if (window.frames.length < 12) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}, [part, section]);
const seen = (page) => page.waitForFunction(() => window.frames.length === 12 && window.frames).then((frames) => frames.jsonValue());

test("a new page begins with its top, and the rest of it comes behind the first frame, out of sight", async (t) => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1920, height: 1080 }]) {
    const page = await site.visit(t, "", { viewport });
    for (const [link, part, section] of [
      [".front__lead .story-card__link", ".article", ".onward section"],
      [".masthead a", ".page--front", ".front__section"],
    ]) {
      await frames(page, part, section);
      await page.locator(link).first().evaluate((link) => link.click());
      const all = await seen(page);
      assert.deepEqual(all[0], [0, 1, true], `${part} at ${viewport.width}`);
      const [sections, busy] = all.at(-1);
      assert.ok(sections > 1 && busy === 0, `${part} at ${viewport.width}: ${sections}, ${busy}`);
      assert.ok(all.every(([, , isBelow]) => isBelow), "the footer never shows");
    }
  }
});

test("Back shows the whole page at once", async (t) => {
  const page = await site.visit(t);
  await page.locator(".front__lead .story-card__link").click();
  await page.locator(".onward section").first().waitFor();
  await frames(page, ".page--front", ".front__section");
  await page.goBack();
  const [[sections, busy]] = await seen(page);
  assert.ok(sections > 1 && busy === 0, `${sections}, ${busy}`);
});

test("the first Tab finds the skip link, which leads to the page", async (t) => {
  const page = await site.visit(t);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "main");
  assert.equal(new URL(page.url()).hash, "#main");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
});

test("links within a page lead to their place and back, without showing the page anew", async (t) => {
  const page = await site.visit(t, "how-votes-become-seats/");
  await page.locator("main h1").evaluate((headline) => (headline.isSame = true));
  await page.locator(".note-ref a").first().click();
  assert.equal(new URL(page.url()).hash, "#note-1");
  const isSeen = (id) => page.waitForFunction((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, id);
  await isSeen("note-1");
  await page.locator("#note-1 .notes__back").click();
  assert.equal(new URL(page.url()).hash, "#note-ref-1");
  await isSeen("note-ref-1");
  assert.ok(await page.locator("main h1").evaluate((headline) => headline.isSame === true));
});

test("an address with a fragment opens at its place", async (t) => {
  const page = await site.visit(t, "how-votes-become-seats/#note-1");
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById("note-1").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, null, { timeout: 5000 });
});

test("a link to a file is left to the browser", async (t) => {
  const page = await site.visit(t);
  await mark(page);
  await page.locator("main h1").evaluate((headline) => {
    const link = document.createElement("a");
    link.href = "/icons/favicon.svg";
    link.id = "file";
    link.textContent = "File";
    headline.after(link);
  });
  await page.locator("#file").click();
  await page.waitForURL("**/icons/favicon.svg");
  assert.equal(await isSame(page), false);
  assert.equal(await page.evaluate(() => document.contentType), "image/svg+xml");
});

test("a click with Ctrl opens a new tab and leaves the page as it is", async (t) => {
  const page = await site.visit(t);
  const opened = page.context().waitForEvent("page");
  await page.locator(".front__lead .story-card__link").click({ modifiers: ["Control"] });
  const tab = await opened;
  await tab.locator(".article").waitFor();
  assert.equal(new URL(page.url()).pathname, "/");
  assert.equal(await page.locator(".page--front").count(), 1);
});

test("a menu that was opened is closed, and a query is gone, after a link was followed", async (t) => {
  const page = await site.visit(t);
  await page.locator(".search__button").click();
  await page.locator("#header-search").fill("elections");
  await page.locator("#header-search-results .search-box__result").first().click();
  await page.locator(".article").waitFor();
  await page.waitForFunction(() => document.querySelectorAll("header details[open]").length === 0);
  assert.equal(await page.locator("#header-search").inputValue(), "");
  assert.equal(await page.locator("#header-search-results a").count(), 0);

  await page.getByLabel("More in WAR IN UKRAINE").click();
  await page.locator(".panel__story").first().click();
  await page.waitForFunction(() => document.querySelectorAll("header details[open]").length === 0);
});

test("the menu says which entry is the page shown", async (t) => {
  const page = await site.visit(t, "category/society/");
  const current = page.locator(".menu__link[aria-current=page]");
  assert.deepEqual(await current.allTextContents(), ["SOCIETY"]);
  await page.locator(".menu__link", { hasText: "WORLD" }).click();
  await page.locator("h1", { hasText: "WORLD" }).waitFor();
  assert.deepEqual(await current.allTextContents(), ["WORLD"]);
});

test("the menu says which section a further page, or a category below it, belongs to", async (t) => {
  for (const [path, name] of [["category/politics/page/2/", "POLITICS"], ["category/politics/diplomacy/", "POLITICS"], ["page/2/", "HOME"]]) {
    const page = await site.visit(t, path);
    assert.deepEqual(await page.locator(".menu__link[aria-current]").allTextContents(), [name], path);
    assert.equal(await page.locator(".menu__link[aria-current]").getAttribute("aria-current"), "true");
  }
});

test("sub-menus open by keyboard, close on Escape and give the focus back", async (t) => {
  const page = await site.visit(t);
  const button = page.getByLabel("More in OPINION");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "EDITORIAL" }).first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("header details[open]").count(), 0);
  assert.ok(await button.evaluate((button) => button === document.activeElement));
});

test("the wide panel shows nine stories a tab, and arrow keys walk through the tabs", async (t) => {
  const page = await site.visit(t);
  await page.getByLabel("More in WAR IN UKRAINE").click();
  const tabs = page.locator(".panel__tab");
  await tabs.first().waitFor();
  assert.deepEqual(await tabs.allTextContents(), ["All", "А YEAR OF HEROISM", "БОРОТЬБА УКРАЇНИ"]);
  assert.equal(await page.locator(".panel__story").count(), 9);
  await tabs.first().focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "А YEAR OF HEROISM");
  assert.equal(await tabs.nth(1).getAttribute("aria-selected"), "true");
  await page.keyboard.press("End");
  assert.equal(await tabs.nth(2).getAttribute("aria-selected"), "true");
});

test("on a phone the drawer holds the whole tree and the search", async (t) => {
  const page = await site.visit(t, "", { viewport: { width: 390, height: 844 } });
  await page.locator(".drawer__button").click();
  const names = await page.locator(".drawer .menu-tree__link").allTextContents();
  for (const name of ["HOME", "POLITICS", "EDITORIAL", "POINT OF VIEW", "БОРОТЬБА УКРАЇНИ", "About us"]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(await page.locator("#drawer-search").isVisible());
  await page.locator(".drawer .menu-tree__link", { hasText: "EDITORIAL" }).click();
  await page.locator("h1", { hasText: "EDITORIAL" }).waitFor();
  assert.equal(await page.locator("header details[open]").count(), 0);
});

test("an address without its closing slash, or with a query, shows the same place and names the canonical one", async (t) => {
  for (const address of [story.path.slice(0, -1), `${story.path}?utm_source=x`]) {
    const page = await site.visit(t, address);
    assert.equal(await page.locator("main h1").textContent(), story.headline);
    assert.equal(await canonical(page), `${ORIGIN}/${story.path}`);
  }
});
