// Nothing in a feed can act: 223 known attacks as text, title and summary of as many stories.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

const payloads = JSON.parse(await readFile(new URL("../../fixtures/xss-payloads.json", import.meta.url), "utf8"));
const feed = {
  version: "https://jsonfeed.org/version/1.1",
  title: payloads[0],
  items: payloads.map((payload, place) => ({
    id: String(place),
    url: `https://civil.example/attack-${place}/`,
    title: payload,
    summary: payload,
    content_html: payload,
    date_published: "2026-11-01T08:00:00Z",
    authors: [{ name: payload, url: payload }],
    tags: [payload],
    image: payload,
  })),
};

let site;
before(async () => {
  site = await openSite();
  site.server.fail("feed.json", { body: JSON.stringify(feed) });
});
after(() => site.close());

/** Hooks all that an attack would call, and keeps what was called and what the policy had to stop. */
async function watch(page) {
  // Addresses of pictures in the payloads lead elsewhere, or nowhere.
  await page.context().route((url) => !url.href.startsWith(site.address), (route) => route.abort());
  await page.addInitScript(() => {
    window.fired = [];
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...said) => window.fired.push(`${name}(${said})`);
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample, blockedURI }) => window.fired.push(`${violatedDirective} ${blockedURI} ${sample}`));
  });
  page.on("dialog", (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
}

// A picture that cannot be had is no attack; the editor is told of what was mended.
const allows = [/Failed to load resource/, /^request elsewhere/, /^warning: (feed|site|pages)\.json/, /was preloaded using link preload/];

test(`none of ${payloads.length} attacks runs on its own page or leaves anything that could`, async (t) => {
  const page = await site.visit(t, "", { allows, before: watch });
  const left = await page.evaluate(async (count) => {
    const found = [];
    for (let place = 0; place < count; place += 1) {
      await navigation.navigate(`/attack-${place}/`).finished;
      const page = document.querySelector("main .article");
      if (!page) found.push(`${place}: no story`);
      for (const element of page?.querySelectorAll("*") ?? []) {
        if (/^(script|iframe|object|embed|style|link|meta|base|form|svg|math|template)$/i.test(element.localName) && !element.closest(".article__furniture")) found.push(`${place}: <${element.localName}>`);
        for (const { name, value } of element.attributes) {
          if (/^on|^style$|srcdoc/i.test(name)) found.push(`${place}: ${name}=${value}`);
          if (/^(href|src|action|formaction|poster|xlink:href)$/i.test(name) && /^[^/?#]*(script|data|vbscript)[^/?#]*:/i.test(value)) found.push(`${place}: ${name}=${value}`);
        }
      }
      for (const image of page?.querySelectorAll("img") ?? []) image.scrollIntoView();
    }
    return found;
  }, payloads.length);
  assert.deepEqual(left, []);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  assert.deepEqual(await page.evaluate(() => window.fired), []);
  // The watch itself works.
  assert.deepEqual(await page.evaluate(() => [alert(1), window.fired][1]), ["alert(1)"]);
});

test("nor in lists, in the search, in the head or in the menu", async (t) => {
  site.server.fail("site.json", { status: 404 });
  t.after(() => site.server.heal() ?? site.server.fail("feed.json", { body: JSON.stringify(feed) }));
  const page = await site.visit(t, "", { allows, before: watch });
  for (let number = 1; ; number += 1) {
    const next = page.locator("main a[rel=next]").first();
    if ((await next.count()) === 0) break;
    await next.click();
    await page.locator(`.pager__number[aria-current=page]`, { hasText: new RegExp(`^${number + 1}$`) }).waitFor();
  }
  await page.goto(`search/?q=${encodeURIComponent("script")}`);
  await page.locator(".page--search .story-card").first().waitFor();
  assert.deepEqual(await page.evaluate(() => window.fired), []);
});

test("nor in site.json", async (t) => {
  const edition = JSON.parse(JSON.stringify(await site.read("site.json")));
  const attack = '<img src=x onerror="alert(1)">';
  const bad = "javascript:alert(1)";
  site.server.fail("site.json", {
    body: JSON.stringify({
      ...edition,
      name: attack,
      tagline: attack,
      origin: bad,
      menus: { ...edition.menus, utility: [{ label: attack, url: bad }], main: [{ label: attack, url: bad }, { home: true, label: attack }] },
    }),
  });
  t.after(() => site.server.heal() ?? site.server.fail("feed.json", { body: JSON.stringify(feed) }));
  const page = await site.visit(t, "", { allows, before: watch });
  assert.equal(await page.locator(".masthead__name").textContent(), attack);
  assert.equal(await page.locator('[href^="javascript" i]').count(), 0);
  assert.deepEqual(await page.evaluate(() => window.fired), []);
});
