// Standing pages: About us, Impressum, Contact …

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test("every standing page is shown at its address, with its title and its text", async (t) => {
  const { items } = await site.read("pages.json");
  const page = await site.visit(t);
  for (const { url, title } of items) {
    await page.goto(new URL(url).pathname);
    await page.locator(".page--standing").waitFor();
    assert.equal(await page.locator("main h1").textContent(), title);
    assert.equal(await page.title(), `${title} | CIVIL Today`);
    assert.ok((await page.locator("main .body").textContent()).length > 100, title);
    assert.equal(await page.locator("link[rel=canonical]").getAttribute("href"), url);
  }
});

test("the footer leads to each of them", async (t) => {
  const page = await site.visit(t);
  for (const link of await page.locator(".footer__page").all()) {
    const title = await link.textContent();
    await link.click();
    await page.locator(".page--standing h1", { hasText: title }).waitFor();
  }
});

test("a page in another language says so", async (t) => {
  const page = await site.visit(t, "za-nas/");
  assert.equal(await page.locator(".page--standing").getAttribute("lang"), "mk");
  assert.equal(await page.locator("html").getAttribute("lang"), "mk");
});
