// The program comes in two parts. A reader sees the page after the first; the rest comes by itself, or is waited for.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { edition, openSite } from "../browser.mjs";

for (const [what, options] of [
  ["the live feed", {}],
  ["an edition", { folder: edition }],
]) {
  let site, rest;
  before(async () => {
    site = await openSite(options);
    rest = (await (await fetch(site.address)).text()).match(/rest-[0-9a-f]+\.wasm/)[0];
  });
  after(() => site.close());
  afterEach(() => {
    site.server.heal();
    site.server.asked.length = 0;
  });

  const asked = () => site.server.asked.filter((name) => name === rest).length;
  const running = (page) => page.locator("#app > .shell .preferences:not([hidden])").first().waitFor({ state: "attached" });

  for (const path of ["", "category/society/", "corrections-policy/", "price-of-a-loaf/", "clocks-go-back/"]) {
    test(`${what}: /${path} is shown without the rest`, async (t) => {
      site.server.fail(rest, { status: 404 });
      const page = await site.visit(t, path, { allows: [/404|rest-|Failed to fetch/], until: "html" });
      const needed = page.locator("html[data-boot=failed]").waitFor({ state: "attached" }).then(() => "it needs the rest");
      const said = await Promise.race([running(page), needed]);
      assert.equal(said, undefined, "after a change of the code `cargo xtask profile` finds the functions anew");
      assert.equal(asked(), 1, "it is asked for once, in the background");
    });
  }

  test(`${what}: who is quicker than the rest waits for it, and nothing is lost`, async (t) => {
    site.server.fail(rest, { delay: 2_000, times: 1 });
    const page = await site.visit(t, "price-of-a-loaf/");
    await running(page);
    await page.getByRole("link", { name: "Print", exact: true }).first().click();
    await page.locator(".desk").waitFor();
    assert.deepEqual(page.complaints, []);
  });

  test(`${what}: nobody waits for the rest who only moves the pointer, or the focus`, async (t) => {
    site.server.fail(rest, { delay: 2_000, times: 1 });
    const page = await site.visit(t, "price-of-a-loaf/");
    await running(page);
    await page.getByRole("link", { name: "Print", exact: true }).first().hover();
    await page.getByRole("link", { name: "Print", exact: true }).first().focus();
    assert.equal(await page.evaluate(() => document.querySelectorAll("script[data-rest]").length), 1, "it has not come yet");
    assert.equal(asked(), 1, "it is not asked for a second time");
    await page.locator("script[data-rest]").waitFor({ state: "detached" });
    assert.equal(asked(), 1);
  });

  test(`${what}: a rest that is damaged is never run, and there is a page all the same`, async (t) => {
    const bytes = Buffer.from(await (await fetch(site.address + rest)).arrayBuffer());
    bytes[bytes.length >> 1] ^= 1;
    site.server.fail(rest, { body: bytes, type: "application/wasm" });
    // What the first part has begun stays half done, and stops where it comes upon that.
    const allows = [/integrity|is damaged|Failed to fetch|unreachable/];
    const page = await site.visit(t, "price-of-a-loaf/", { allows });
    await running(page);
    await page.getByRole("link", { name: "Print", exact: true }).first().click();
    // The browser takes the link, and the page of a story that it leads to is one that can be read.
    await page.waitForURL("**/price-of-a-loaf/?print");
    await page.locator("h1, [data-boot-failed]:not([hidden])").first().waitFor();
    for (const said of [/integrity/, /is damaged/]) assert.ok(page.complaints.some((complaint) => said.test(complaint)), String(said));
  });
}
