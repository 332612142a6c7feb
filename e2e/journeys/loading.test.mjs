// A bad network and a bad server: what can be shown is shown, and what cannot is said.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(() => site.server.heal());

// What the browser itself says of a request that fails, and of a preload that is not used.
const allows = [/Failed to load resource/, /was preloaded using link preload but not used/];
// What the app tells the editor of a file that it cannot read.
const note = /^warning: (feed|site|pages)[\w-]*\.json/;

const failed = ".page--failed";
const reason = (page) => page.locator(`${failed} [role=alert]`).textContent();
const times = (name) => site.server.asked.filter((asked) => asked === name).length;
const forget = () => site.server.asked.splice(0);

test("without site.json the feed alone makes the site", async (t) => {
  site.server.fail("site.json", { status: 404 });
  const page = await site.visit(t, "", { allows });
  const { title } = await site.read("feed.json");
  assert.equal(await page.locator(".masthead__name").textContent(), title);
  assert.ok((await page.locator(".menu__link").count()) > 3);
  assert.ok((await page.locator(".story-card").count()) > 10);
});

test("a damaged site.json costs nothing but itself", async (t) => {
  site.server.fail("site.json", { body: '{"name": "CIV' });
  const page = await site.visit(t, "", { allows: [...allows, note] });
  assert.ok((await page.locator(".story-card").count()) > 10);
});

test("without pages.json there are no standing pages, and all else works", async (t) => {
  site.server.fail("pages.json", { status: 404 });
  const page = await site.visit(t, "", { allows });
  assert.ok((await page.locator(".story-card").count()) > 10);
  assert.equal(await page.locator(".footer__page").count(), 0);
  await page.goto("about-us/");
  await page.locator(".page--not-found").waitFor();
});

test("a feed that fails twice is asked for a third time, and the reader sees the page", async (t) => {
  forget();
  site.server.fail("feed.json", { status: 503, times: 2 });
  const page = await site.visit(t, "", { allows });
  assert.equal(await page.locator(".page--front").count(), 1);
  assert.equal(times("feed.json"), 3);
});

test("a connection that breaks off is tried again", async (t) => {
  forget();
  site.server.fail("feed.json", { cut: true, times: 1 });
  const page = await site.visit(t, "", { allows });
  assert.equal(await page.locator(".page--front").count(), 1);
  assert.equal(times("feed.json"), 2);
});

test("a wait that the server asks for is kept", async (t) => {
  site.server.fail("feed.json", { status: 429, headers: { "Retry-After": "2" }, times: 1 });
  const start = Date.now();
  await site.visit(t, "", { allows });
  assert.ok(Date.now() - start >= 2000);
});

test("a feed that is not there is asked for once, and the reader learns it and can try again", async (t) => {
  forget();
  site.server.fail("feed.json", { status: 404 });
  const page = await site.visit(t, "", { allows });
  await page.locator(failed).waitFor();
  assert.equal(await reason(page), "The server answered with error 404.");
  assert.equal(times("feed.json"), 1);
  assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
  site.server.heal();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".page--front").waitFor();
  assert.equal(await page.locator(".front__lead .story-card").count(), 1);
});

test("a server that stays broken is given up after three attempts", async (t) => {
  forget();
  site.server.fail("feed.json", { status: 500 });
  const page = await site.visit(t, "", { allows, until: failed });
  assert.equal(await reason(page), "The server answered with error 500.");
  assert.equal(times("feed.json"), 3);
});

test("a connection that always breaks off is said to", async (t) => {
  site.server.fail("feed.json", { drop: true });
  const page = await site.visit(t, "", { allows, until: failed });
  assert.equal(await reason(page), "The connection broke off.");
});

for (const [what, how] of [
  ["a page of HTML", { body: "<!doctype html><title>Hello</title>", type: "text/html" }],
  ["HTML that calls itself JSON", { body: "<!doctype html><title>Hello</title>" }],
  ["half a feed", { body: '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1", "ti' }],
  ["JSON that is no feed", { body: '{"hello": "world"}' }],
  ["nothing", { body: "" }],
]) {
  test(`${what} in the feed's place is said to be no news feed, and can be tried again`, async (t) => {
    site.server.fail("feed.json", how);
    const page = await site.visit(t, "", { allows: [...allows, note], until: failed });
    assert.equal(await reason(page), "What the server sent is not a news feed.");
    site.server.heal();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".page--front").waitFor();
  });
}

test("after four seconds the reader is told that the site is still loading, and then sees it", async (t) => {
  site.server.fail("feed.json", { delay: 7000, times: 1 });
  const start = Date.now();
  const page = await site.visit(t, "", { allows, until: "text=Still loading" });
  const waited = Date.now() - start;
  assert.ok(waited >= 3900 && waited < 6900, `${waited} ms`);
  await page.locator(".page--front").waitFor();
});

test("an answer that never comes is given up, and the reader is told so", async (t) => {
  site.server.fail("feed.json", { delay: 120_000 });
  const before = (page) => page.clock.install();
  const page = await site.visit(t, "", { allows, until: "text=Still loading", before });
  for (let second = 0; second < 60 && (await page.locator(failed).count()) === 0; second += 1) await page.clock.runFor(1000);
  assert.equal(await reason(page), "The answer took too long.");
});

test("a device without a network is said to be, and goes on by itself when the network is back", async (t) => {
  site.server.fail("feed.json", { status: 404 });
  const page = await site.visit(t, "", { allows: [...allows, /net::ERR_INTERNET_DISCONNECTED/], until: failed });
  site.server.heal();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(`${failed} [role=alert]`, { hasText: "This device is offline." }).waitFor();
  await page.context().setOffline(false);
  await page.locator(".page--front").waitFor();
});

/** Lets the clock be set ahead by `window.ahead` milliseconds. Timers run as ever. */
function movableClock() {
  const Clock = Date;
  window.ahead = 0;
  window.Date = class extends Clock {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [Clock.now() + window.ahead]));
    }
    static now = () => Clock.now() + window.ahead;
  };
}

test("good content stays when what comes later is bad", async (t) => {
  const page = await site.visit(t, "", { allows: [...allows, note], before: (page) => page.addInitScript(movableClock) });
  for (const how of [{ status: 404 }, { body: "<!doctype html>", type: "text/html" }, { body: '{"items": []}' }]) {
    site.server.fail("feed.json", how);
    await page.evaluate(() => (window.ahead += 130_000));
    const asked = page.waitForResponse(/feed\.json$/);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await asked;
    await page.locator(".menu__link", { hasText: "POLITICS" }).click();
    await page.locator(".page--list .story-card").first().waitFor();
    await page.locator(".menu__link", { hasText: "HOME" }).click();
    await page.locator(".page--front .story-card").first().waitFor();
  }
});

/** A feed of two files, the second of which `next_url` names. */
async function chain(next) {
  const feed = await site.read("feed.json");
  const half = (items, next_url) => JSON.stringify({ ...feed, items, next_url });
  site.server.fail("feed.json", { body: half(feed.items.slice(0, 40), next) });
  return { second: half(feed.items.slice(40)), last: feed.items.at(-1) };
}

test("next_url is followed for a list, with grey lines in the meantime", async (t) => {
  const { second } = await chain("feed-2.json");
  site.server.fail("feed-2.json", { status: 200, body: second, delay: 1000 });
  const page = await site.visit(t, "", { allows });
  await page.locator(".menu__link", { hasText: "POLITICS" }).click();
  await page.locator("main .skeleton").waitFor();
  await page.locator(".page--list h1", { hasText: "POLITICS" }).waitFor();
  const { items } = await site.read("feed.json").then((feed) => ({ items: [...feed.items, ...JSON.parse(second).items] }));
  const wanted = items.filter((item) => item.tags.some((tag) => ["POLITICS", "DIPLOMACY"].includes(tag)));
  assert.equal(await page.locator(".page__count").textContent(), `${wanted.length} stories`);
});

test("a page that comes at once shows no grey lines before", async (t) => {
  const { second } = await chain("feed-2.json");
  site.server.fail("feed-2.json", { status: 200, body: second });
  const page = await site.visit(t, "", { allows });
  await page.evaluate(() => {
    window.wasGrey = false;
    new MutationObserver(() => (window.wasGrey ||= document.querySelector("main .skeleton") !== null)).observe(document, { childList: true, subtree: true });
  });
  await page.locator(".menu__link", { hasText: "POLITICS" }).click();
  await page.locator(".page--list h1", { hasText: "POLITICS" }).waitFor();
  assert.equal(await page.evaluate(() => window.wasGrey), false);
});

test("a story in the second file opens at its own address", async (t) => {
  const { second, last } = await chain("feed-2.json");
  site.server.fail("feed-2.json", { status: 200, body: second });
  const page = await site.visit(t, new URL(last.url).pathname, { allows });
  assert.equal(await page.locator("main h1").textContent(), last.title);
});

test("a story whose file cannot be had is not called missing: the reader can try again", async (t) => {
  const { second, last } = await chain("feed-2.json");
  site.server.fail("feed-2.json", { status: 403 });
  const page = await site.visit(t, new URL(last.url).pathname, { allows, until: ".page--failed h1" });
  site.server.fail("feed-2.json", { status: 200, body: second });
  await page.locator("main").getByRole("button").click();
  await page.locator(".article h1", { hasText: last.title }).waitFor();
});

test("a feed that leads back to itself ends, and the editor is told", async (t) => {
  await chain("feed.json");
  forget();
  const page = await site.visit(t, "category/politics/", { allows: [...allows, note] });
  assert.ok((await page.locator(".story-card").count()) > 5);
  assert.ok(times("feed.json") <= 2);
  const isTold = page.complaints.some((said) => note.test(said));
  // It is told when all of the program is there.
  if (!isTold) await page.waitForEvent("console", (message) => note.test(`${message.type()}: ${message.text()}`));
});
