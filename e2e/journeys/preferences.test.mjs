// What a reader chooses is shown at once and remembered.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const home = (page) => page.locator(".article .breadcrumb__link").first();
const path = "2022/02/10/what-an-alliance-guarantee-means/";

test("the interface in Macedonian: words and dates, after loading again too; the story stays English", async (t) => {
  const page = await site.visit(t, path);
  await page.locator("#bar-language").selectOption("mk");
  const isMacedonian = async () => {
    await page.locator(".breadcrumb__link", { hasText: "Почетна" }).first().waitFor();
    assert.match(await page.locator(".article__dates").textContent(), /10 февруари 2022/);
    assert.match(await page.locator(".age-notice").textContent(), /[а-ш]/);
    assert.equal(await page.locator("#app").getAttribute("lang"), "mk");
    assert.equal(await page.locator(".article").getAttribute("lang"), "en");
    assert.equal(await page.locator("#bar-language").inputValue(), "mk");
  };
  await isMacedonian();
  await page.reload();
  await page.locator("main h1").waitFor();
  await isMacedonian();
});

test("each language of the interface can be chosen", async (t) => {
  const page = await site.visit(t, path);
  for (const [tag, word] of [["sq", "Kreu"], ["uk", "Головна"], ["en", "Home"]]) {
    await page.locator("#bar-language").selectOption(tag);
    await page.waitForFunction((tag) => document.querySelector("#app").lang === tag, tag);
    assert.equal(await home(page).textContent(), word);
  }
});

test("the dark look is shown at once, remembered, and given up again", async (t) => {
  const page = await site.visit(t, "", { colorScheme: "light" });
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await colour();
  await page.locator("#bar-theme").selectOption("dark");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  const dark = await colour();
  assert.notEqual(dark, light);
  await page.reload();
  await page.locator("main h1").waitFor();
  assert.equal(await colour(), dark);
  assert.equal(await page.locator("#bar-theme").inputValue(), "dark");
  await page.locator("#bar-theme").selectOption("auto");
  assert.equal(await colour(), light);
});

test("the look follows the device as long as nothing was chosen", async (t) => {
  const page = await site.visit(t, "", { colorScheme: "dark" });
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await colour();
  await page.emulateMedia({ colorScheme: "light" });
  assert.notEqual(await colour(), dark);
});

test("a browser that keeps its storage closed works all the same", async (t) => {
  const page = await site.visit(t, "", {
    before: (page) => page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("closed", "SecurityError"); } })),
  });
  await page.locator("#bar-theme").selectOption("dark");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});
