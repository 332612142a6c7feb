// The site starts, and when it cannot, it says so and leaves the page as it is.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openSite } from "../browser.mjs";

for (const base of ["/", "/civil/"]) {
  test(`the front page opens below ${base} without a complaint, and loads each file once`, async (t) => {
    const site = await openSite({ base });
    t.after(site.close);
    const page = await site.newPage();
    await page.goto("");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    // Chromium complains of a preload that nobody used some seconds later.
    await page.waitForTimeout(4000);
    assert.deepEqual(page.complaints, []);
    const twice = site.server.asked.filter((name, place, all) => all.indexOf(name) !== place);
    assert.deepEqual(twice, []);
  });
}

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(() => site.server.heal());

const program = async (kind) => {
  const page = await (await fetch(site.address)).text();
  return page.match(new RegExp(`app-[0-9a-f]+\\.${kind}`))[0];
};

for (const [what, kind, how] of [
  ["is missing", "wasm", { status: 404 }],
  ["is damaged", "wasm", { body: Buffer.from("\0asm\x01\0\0\0\x01\xff") }],
  ["is cut short", "wasm", { cut: true }],
  ["is a page of HTML", "wasm", { body: Buffer.from("<!doctype html><p>Hello"), type: "text/html" }],
  ["is missing", "js", { status: 404 }],
  ["is a page of HTML", "js", { body: Buffer.from("<!doctype html><p>Hello"), type: "text/html" }],
]) {
  test(`when the program's .${kind} ${what}, the page stays and says that the site could not start`, async () => {
    site.server.fail(await program(kind), how);
    const page = await site.newPage();
    await page.goto("");
    await page.locator("[data-boot-failed]").waitFor({ state: "visible", timeout: 10_000 });
    assert.equal(await page.locator("html").getAttribute("data-boot"), "failed");
  });
}

test("a browser without WebAssembly is told that the site could not start", async () => {
  const page = await site.newPage();
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("");
  await page.locator("[data-boot-failed]").waitFor({ state: "visible", timeout: 10_000 });
});

test("the policy for HTML admits fixed templates and refuses what could act", async () => {
  const page = await site.newPage();
  await page.goto("");
  const admits = (html) =>
    page.evaluate((html) => {
      try {
        document.createElement("template").innerHTML = html;
        return true;
      } catch {
        return false;
      }
    }, html);
  for (const html of [
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M1 2z"></path></svg>',
    '<a class="skip" href="#main">Skip &amp; read</a>',
    "<p>on, src and javascript: are words</p>",
  ]) {
    assert.equal(await admits(html), true, html);
  }
  for (const html of [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<img src="x"onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<iframe srcdoc="x"></iframe>',
    '<svg><animate attributeName="href"></animate></svg>',
    '<base href="//elsewhere/">',
    '<p style="color:red">x</p>',
  ]) {
    assert.equal(await admits(html), false, html);
  }
});
