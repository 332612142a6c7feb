// Below a sub-path everything works as at the root of a host.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite({ base: "/civil/" })));
after(() => site.close());

const pathname = (page) => new URL(page.url()).pathname;

test("every link and every picture lies below the sub-path", async (t) => {
  const page = await site.visit(t);
  for (const path of ["", "category/politics/", "how-votes-become-seats/", "about-us/", "search/?q=recycle", "nothing/here/"]) {
    await page.goto(path);
    await page.locator("main h1").waitFor();
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], img[src], form[action]")]
        .map((element) => element.href || element.src || element.action)
        .filter((address) => new URL(address).origin === location.origin && !new URL(address).pathname.startsWith("/civil/")),
    );
    assert.deepEqual(outside, [], path);
    const image = page.locator("main img").first();
    if ((await image.count()) > 0) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate((image) => image.decode());
    }
  }
});

test("links are followed without loading a document, and Back returns", async (t) => {
  const page = await site.visit(t);
  await page.evaluate(() => (window.isSame = true));
  await page.locator(".menu__link", { hasText: "POLITICS" }).click();
  await page.locator("h1", { hasText: "POLITICS" }).waitFor();
  assert.equal(pathname(page), "/civil/category/politics/");
  await page.locator("main .story-card__link").first().click();
  await page.locator(".article").waitFor();
  await page.goBack();
  await page.locator(".page--list").waitFor();
  await page.locator(".masthead__name").click();
  await page.locator(".page--front").waitFor();
  assert.equal(pathname(page), "/civil/");
  assert.ok(await page.evaluate(() => window.isSame));
});

test("the search form and the skip link work", async (t) => {
  const page = await site.visit(t, "2022/02/10/what-an-alliance-guarantee-means/");
  await page.locator(".search__button").click();
  await page.waitForFunction(() => document.activeElement.id === "header-search");
  await page.keyboard.type("heroism");
  await page.keyboard.press("Enter");
  await page.locator(".page--search .story-card").first().waitFor();
  assert.equal(pathname(page), "/civil/search/");
  await page.locator(".skip-link").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "main");
  assert.equal(pathname(page), "/civil/search/");
});

test("a link out of the sub-path is left to the browser", async (t) => {
  const page = await site.visit(t, "", { allows: [/Failed to load resource/, /^request elsewhere/] });
  await page.locator("main h1").evaluate((headline) => {
    const link = document.createElement("a");
    link.href = "/elsewhere/";
    link.id = "out";
    link.textContent = "Out";
    headline.after(link);
  });
  await page.locator("#out").click();
  await page.waitForURL("**/elsewhere/");
  assert.equal(await page.locator("body").textContent(), "Nothing lies here.");
});
