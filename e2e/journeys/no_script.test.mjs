// Without JavaScript the page says what it needs, and where the news are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite } from "../browser.mjs";

test("a reader without JavaScript is told so, and is led to the feed", async (t) => {
  const site = await openSite();
  t.after(site.close);
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto("some/story/");
  const words = page.locator("noscript p");
  await words.waitFor({ state: "visible" });
  assert.match(await words.textContent(), /needs JavaScript/);
  assert.equal(await words.locator("a").evaluate((link) => link.href), `${site.address}feed.json`);
});
