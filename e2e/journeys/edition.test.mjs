// An edition: pages that can be read before the app comes, and that it takes over without a trace.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { edition, editionBelow, openSite } from "../browser.mjs";

const story = "a-bridge-with-two-owners/";

/** Keeps what moves on the page, and tells when the app has taken over: then the data it was sent is gone. */
const spy = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push(...sources.map(({ node }) => node?.parentElement?.className ?? "something"));
    }
  }).observe({ type: "layout-shift", buffered: true });
};

const isTakenOver = () => document.querySelector("#app > .shell .preferences:not([hidden])") !== null;

/** Whether all of the program is there. What it does ahead of the reader begins then. */
const isComplete = () => document.querySelector("script[data-rest]") === null;

/** The path that a link leads to. */
const pathTo = async (link) => new URL(await link.evaluate((link) => link.href)).pathname.slice(1);

/** The words of the page as a reader sees them who goes through all of it. */
const words = () => {
  document.querySelector(".onward")?.style.setProperty("content-visibility", "visible");
  return document.querySelector("#app").innerText.replace(/\s+/g, " ");
};

test("below a path an edition is taken over and walked through all the same", async (t) => {
  const site = await openSite({ folder: editionBelow, base: "/civil/" });
  t.after(site.close);
  const page = await site.visit(t, story);
  await page.waitForFunction(isTakenOver);
  assert.deepEqual(site.server.asked.filter((name) => name.endsWith(".json")), []);
  await page.locator(".breadcrumb a").last().click();
  await page.waitForURL("**/civil/category/politics/diplomacy/");
  await page.locator(".page--list h1").waitFor();
  assert.deepEqual(site.server.asked.filter((name) => name.endsWith(".json")), ["category/politics/diplomacy/feed.json"]);
  const picture = page.locator("main img").first();
  assert.match(await picture.evaluate((image) => image.getAttribute("src")), /^\/civil\/pictures\//);
});

describe("an edition", () => {
  let site;
  before(async () => void (site = await openSite({ folder: edition })));
  after(() => site.close());

  /** Opens a page for a reader who saves data, so that nothing is loaded ahead, or for one who does not. */
  async function open(t, path, { saves = true, ...options } = {}) {
    site.server.asked.length = 0;
    const before = async (page) => {
      await page.addInitScript(spy);
      await page.addInitScript((saveData) => Object.defineProperty(navigator, "connection", { value: { saveData } }), saves);
    };
    return site.visit(t, path, { before, ...options });
  }

  const data = () => site.server.asked.filter((name) => name.endsWith(".json"));

  /** Opens the story with a program that comes late, and can wait for it: that long, nothing is taken over. */
  async function openLate(t, path = story, options = {}) {
    site.server.fail(wasm(), { delay: 2500, times: 1 });
    const page = await open(t, path, options);
    // Fonts that come after the page may move a word by a hair; that is over now.
    await page.waitForLoadState();
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      window.shifts.length = 0;
    });
    const came = page.waitForResponse((response) => response.url().endsWith(wasm()));
    page.programCame = async () => {
      await (await came).finished();
      await page.waitForTimeout(1000);
    };
    return page;
  }

  for (const path of ["", story, "category/politics/", "category/politics/page/2/", "about-us/", "page/2/"]) {
    test(`/${path} is taken over without a move, a request or another word`, async (t) => {
      const still = await site.visit(t, path, { javaScriptEnabled: false });
      const before = await still.evaluate(words);
      const title = await still.title();
      const page = await openLate(t, path);
      await page.waitForFunction(isTakenOver);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
      assert.equal(await page.title(), title);
      const after = (await page.evaluate(words)).replace(/Language.*?Dark /g, "");
      assert.equal(after, before.replace(/Language.*?Dark /g, ""));
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      assert.deepEqual(data(), []);
      assert.equal(await page.locator("link[rel=canonical]").count(), 1);
      assert.equal(await page.locator("meta[property='og:title']").count(), 1);
    });
  }

  // The browser calls nothing a shift that moves by less than three pixels.
  test("everything stands where it stood before the app came, to the pixel", async (t) => {
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
      for (const path of ["", story, "category/politics/"]) {
        const places = async (options) => {
          const page = await open(t, path, { viewport, ...options });
          if (options.javaScriptEnabled !== false) await page.waitForFunction(isTakenOver);
          await page.waitForLoadState();
          // What is further down is laid out when the reader comes there.
          for (const part of await page.locator(".onward__title, .footer").all()) await part.scrollIntoViewIfNeeded();
          const parts = [".menu-bar", "main h1, main h2", "main img", "main p", ".onward__title", ".footer"];
          return page.evaluate((parts) => parts.map((part) => {
            const box = document.querySelector(part)?.getBoundingClientRect();
            return [part, box && Math.round(box.y + scrollY), box && Math.round(box.height)];
          }), parts);
        };
        assert.deepEqual(await places({}), await places({ javaScriptEnabled: false }), `${path || "the front page"} at ${viewport.width}`);
      }
    }
  });

  test("who was far down and loads the page again is there again", async (t) => {
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
      const page = await open(t, story, { viewport });
      await page.waitForFunction(isTakenOver);
      const title = page.locator(".onward__recent .onward__title");
      await title.evaluate((title) => title.scrollIntoView());
      const before = await title.boundingBox();
      await page.reload();
      await page.waitForFunction(isTakenOver);
      await page.waitForFunction(() => scrollY > 0);
      await page.evaluate(() => document.fonts.ready);
      const after = await title.boundingBox();
      assert.ok(Math.abs(after.y - before.y) <= 2, `${viewport.width}: ${after.y} instead of ${before.y}`);
    }
  });

  test("fonts for what is far down wait until the reader comes there", async (t) => {
    const page = await open(t, story, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    // That of a headline in another script, below the story.
    const font = "fonts/serif-cyrillic.woff2";
    await page.waitForLoadState("networkidle");
    assert.ok(site.server.asked.includes("fonts/serif-latin.woff2"));
    assert.ok(!site.server.asked.includes(font));
    const came = page.waitForResponse(`**/${font}`);
    await page.locator(".onward").scrollIntoViewIfNeeded();
    await came;
  });

  test("the print desk of a story needs nothing but the page's own data", async (t) => {
    const page = await open(t, `${story}?print#size=14`, { until: ".desk h1" });
    assert.equal(await page.locator(".sheet--size-14 .sheet__headline").count(), 1);
    assert.deepEqual(data(), []);
    await page.getByRole("link", { name: "Back to the story" }).click();
    await page.locator(".article h1").waitFor();
    await page.getByRole("link", { name: "Print", exact: true }).first().click();
    await page.locator(".desk h1").waitFor();
  });

  test("scroll, open menu, focus and pictures stay as they are", async (t) => {
    const page = await openLate(t, story, { viewport: { width: 1280, height: 700 } });
    await page.evaluate(() => {
      window.scrollTo(0, 600);
      window.picture = document.querySelector("article picture img");
      document.querySelector(".article__foot a").focus({ preventScroll: true });
      document.querySelector("details.menu__more").open = true;
    });
    await page.waitForFunction(isTakenOver);
    const found = await page.evaluate(() => ({
      scroll: scrollY,
      isSame: window.picture === document.querySelector("article picture img"),
      isFocused: document.activeElement === document.querySelector(".article__foot a"),
      isOpen: document.querySelector("details.menu__more").open,
      shifts: window.shifts,
    }));
    assert.deepEqual(found, { scroll: 600, isSame: true, isFocused: true, isOpen: true, shifts: [] });
  });

  test("it does not come while the reader types, and what was typed stays", async (t) => {
    const page = await openLate(t, story, { viewport: { width: 1280, height: 700 } });
    await page.locator(".search__button").click();
    await page.locator("#header-search").fill("fer");
    await page.programCame();
    assert.equal(await page.evaluate(isTakenOver), false);
    await page.locator("#header-search").press("End");
    await page.keyboard.type("ry");
    assert.equal(await page.locator("#header-search").inputValue(), "ferry");
    await page.evaluate(() => document.activeElement.blur());
    await page.waitForFunction(isTakenOver);
    await page.waitForTimeout(100);
    assert.equal(await page.locator("#header-search").inputValue(), "ferry");
  });

  test("marked words stay marked until the reader lets them go", async (t) => {
    const page = await openLate(t);
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".article__text p")));
    await page.programCame();
    assert.equal(await page.evaluate(isTakenOver), false);
    assert.ok((await page.evaluate(() => getSelection().toString())).length > 20);
    await page.evaluate(() => getSelection().removeAllRanges());
    await page.waitForFunction(isTakenOver);
  });

  for (const [what, how] of [
    ["missing", { status: 404 }],
    ["cut off", { cut: true }],
    ["changed by one byte", "flip"],
  ]) {
    test(`where the program is ${what}, the page stays and its links work`, async (t) => {
      const flipped = async () => {
        const body = await readFile(`${edition}/${wasm()}`);
        body[body.length >> 1] ^= 1;
        return { body, type: "application/wasm" };
      };
      site.server.fail(wasm(), how === "flip" ? await flipped() : how);
      t.after(() => site.server.heal());
      const page = await open(t, story, { allows: [/./] });
      await page.waitForFunction(() => document.documentElement.dataset.boot === "failed");
      assert.equal(await page.evaluate(isTakenOver), false);
      assert.match(await page.locator("article.article").innerText(), /bridge/i);
      await page.locator(".breadcrumb a").last().click();
      await page.waitForURL("**/category/politics/diplomacy/");
    });
  }

  test("a step within the site loads the data of a place and nothing else", async (t) => {
    const page = await open(t, "category/politics/");
    await page.waitForFunction(isTakenOver);
    const link = page.locator("main h2 a").nth(3);
    const path = await pathTo(link);
    site.server.asked.length = 0;
    await link.click();
    await page.waitForURL(`**/${path}`);
    await page.locator("article h1").waitFor();
    const asked = site.server.asked.filter((name) => !/\.(avif|jpg|woff2|svg)$/.test(name));
    assert.deepEqual(asked, [`${path}feed.json`]);
    site.server.asked.length = 0;
    await page.goBack();
    await page.locator(".page--list").waitFor();
    assert.deepEqual(data(), [], "it is kept");
  });

  test("what the reader points at is loaded ahead", async (t) => {
    const page = await open(t, "category/politics/", { saves: false });
    await page.waitForFunction(isComplete);
    const link = page.locator("main h2 a").nth(2);
    const path = await pathTo(link);
    const loaded = page.waitForResponse(`**/${path}feed.json`);
    await link.hover();
    await (await loaded).finished();
    site.server.fail(`${path}feed.json`, { drop: true });
    t.after(() => site.server.heal());
    await link.click();
    await page.locator("article h1").waitFor();
  });

  describe("a story that the reader points at", () => {
    /** A list with all of the program, its first links, and the pictures of what they lead to. */
    async function list(t) {
      const page = await open(t, "category/politics/", { saves: false });
      await page.waitForFunction(isComplete);
      // Those of the list, which are small ones, have been asked for.
      await page.waitForLoadState("networkidle");
      const links = (await page.locator("main h2 a").all()).slice(1, 3);
      const pictures = [];
      for (const link of links) {
        const { items: [{ image }] } = await site.read(`${await pathTo(link)}feed.json`);
        pictures.push(image.match(/([^/]+?)(-\d+)?\.\w+$/)[1]);
      }
      return { page, links, pictures, isOf: (picture) => (request) => request.url().includes(`/${picture}-`) };
    }

    test("is built before the click, and is a page like any other", async (t) => {
      const { page, links: [link], pictures: [picture], isOf } = await list(t);
      const name = await link.innerText();
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      const built = page.waitForRequest(isOf(picture));
      await link.hover();
      await built;
      const headlines = page.locator("main h1");
      assert.deepEqual(await headlines.allInnerTexts(), [await page.locator(".page--list h1").innerText(), ""], "it is out of sight");
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, "and no screen reader finds it");
      await page.locator("main a").last().evaluate((last) => last.focus());
      assert.equal(await page.evaluate(() => document.activeElement.closest(".ahead")), null, "the keyboard does not come to it");
      await headlines.last().evaluate((headline) => (headline.isSame = true));
      assert.equal(await height(), before, "it takes no room");
      await link.click();
      await page.locator("article h1", { hasText: name }).waitFor();
      assert.ok(await headlines.last().evaluate((headline) => headline.isSame), "what was built is what is shown");
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
      await page.locator(".onward .story-card").first().waitFor();
      assert.equal(await page.locator("main article h1, main .page h1").count(), 1, "the page before is gone");
      assert.equal(await page.locator("main > * > *").count(), 2, "the story, and what leads on from it");
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.ok((await page.locator(".paper").textContent()).includes(name), "it is what is printed");
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.locator("#bar-language").selectOption("mk");
      await page.locator(".article__furniture[lang=mk]").first().waitFor();
      assert.equal(await page.locator("article h1").innerText(), name);
      await page.goBack();
      await page.locator(".page--list h1").waitFor();
      assert.equal(await page.locator("main h1").count(), 1);
      await page.goForward();
      await page.locator("article h1", { hasText: name }).waitFor();
      assert.equal(await page.locator("main h1").count(), 1);
      assert.deepEqual(page.complaints, []);
    });

    test("is left when another one is followed", async (t) => {
      const { page, links: [link, other], pictures: [picture], isOf } = await list(t);
      const name = await other.innerText();
      const built = page.waitForRequest(isOf(picture));
      await link.hover();
      await built;
      await other.evaluate((other) => other.click());
      await page.locator("article h1", { hasText: name }).waitFor();
      await page.locator(".onward .story-card").first().waitFor();
      assert.equal(await page.locator("main h1").count(), 1);
    });

    test("is not built for who only passes over it, or begins to scroll there", async (t) => {
      const { page, links: [passed, rested], pictures: [without, picture], isOf } = await list(t);
      let asked = 0;
      page.on("request", (request) => (asked += isOf(without)(request)));
      const built = page.waitForRequest(isOf(picture));
      const tell = (link, names) => names.forEach((name) => link.dispatchEvent(new PointerEvent(name, { bubbles: true })));
      await passed.evaluate(tell, ["pointerover", "pointerdown", "pointerout"]);
      // Four times as long as a pointer has to rest.
      await page.waitForTimeout(200);
      await passed.evaluate(tell, ["pointerover"]);
      await rested.evaluate(tell, ["pointerover"]);
      await built;
      assert.equal(asked, 0);
    });
  });

  test("what a closed menu holds loads no font", async (t) => {
    const page = await openLate(t, story, { viewport: { width: 412, height: 823 } });
    await page.waitForFunction(isTakenOver);
    const fonts = site.server.asked.filter((name) => name.startsWith("fonts/"));
    assert.ok(fonts.includes("fonts/sans-latin.woff2"));
    assert.ok(!fonts.includes("fonts/sans-cyrillic.woff2"), "the menu has Cyrillic names");
  });

  test("stories whose headlines stand in view are loaded ahead, two at a time, and no others", async (t) => {
    const viewport = { width: 412, height: 823 };
    const page = await open(t, "category/politics/", { saves: false, viewport });
    let underWay = 0;
    let most = 0;
    const isData = (request) => request.url().endsWith("feed.json");
    page.on("request", (request) => isData(request) && (most = Math.max(most, ++underWay)));
    page.on("requestfinished", (request) => isData(request) && underWay--);
    /** The data of the stories in view, and of those that are not. */
    const headlines = () =>
      page.locator("main .story-card__link").evaluateAll((links) =>
        links.map((link) => {
          const { top, bottom } = link.getBoundingClientRect();
          return { name: `${new URL(link.href).pathname.slice(1)}feed.json`, isInView: bottom > 0 && top < innerHeight };
        }),
      );
    const inView = async () => (await headlines()).filter(({ isInView }) => isInView).map(({ name }) => name);
    const isThere = async (names) => {
      while (!names.every((name) => data().includes(name))) await page.waitForEvent("requestfinished");
    };
    const first = await inView();
    await isThere(first);
    assert.deepEqual(data().toSorted(), first.toSorted());
    await page.locator("main .story-card__link").last().scrollIntoViewIfNeeded();
    await isThere(await inView());
    assert.ok(data().length < (await headlines()).length, "who scrolls past does not ask for it");
    assert.ok(most <= 2, `${most} at a time`);
  });

  test("a reader who saves data, or has a slow network, loads nothing ahead", async (t) => {
    const page = await open(t, "category/politics/");
    await page.waitForFunction(isTakenOver);
    await page.locator("main h2 a").nth(2).hover();
    // Longer than it takes for a headline in view to count.
    await page.waitForTimeout(2500);
    assert.deepEqual(data(), []);
  });

  test("what is not there has its own page, with the status 404 and a way on", async (t) => {
    const page = await open(t, "no/such/story/", { allows: [/404/] });
    await page.locator("main").getByText("Page not found").first().waitFor();
    await page.waitForFunction(isTakenOver);
    assert.equal(await page.locator("main").getByText("Page not found").count() > 0, true);
    const picture = page.locator("main img").first();
    if (await picture.count()) assert.match(await picture.evaluate((image) => image.currentSrc), /\/pictures\//);
  });

  test("a story without a page of its own is shown by the app, from its data", async (t) => {
    // As where only the newest stories have pages: a host sends 404.html for all others.
    const body = await readFile(`${edition}/404.html`);
    site.server.fail(story, { status: 404, body, type: "text/html; charset=utf-8" });
    t.after(() => site.server.heal());
    const page = await open(t, story, { allows: [/404/], until: "article.article h1" });
    assert.match(await page.locator("article.article h1").innerText(), /bridge/i);
    assert.match(await page.title(), /bridge/i);
    assert.equal(await page.locator("meta[name=robots][content=noindex]").count(), 0);
    const picture = page.locator("article.article picture img").first();
    assert.match(await picture.evaluate((image) => new URL(image.src).pathname), /^\/pictures\//);
    assert.deepEqual(data(), [`${story}feed.json`]);
  });

  test("a search loads of the index what it takes, and no more", async (t) => {
    const page = await open(t, "search/?q=bridge", { until: ".page--search .story-card" });
    assert.match(await page.locator("main h2").first().innerText(), /bridge/i);
    const asked = data();
    assert.equal(asked[0], "search/index.json");
    assert.match(asked[1], /^search\/words\/\d+\.json$/);
    assert.ok(asked.slice(2).every((file) => /^search\/stories\/\d+\.json$/.test(file)), asked.join());
    assert.equal(new Set(asked).size, asked.length);
    await page.locator("#page-search").fill("bridges");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=bridges");
    await page.locator(".page--search h1", { hasText: "“bridges”" }).waitFor();
    assert.deepEqual(data(), asked);
  });

  test("what cannot be had of the index is said, and can be tried again", async (t) => {
    site.server.fail("search/index.json", { status: 404 });
    t.after(() => site.server.heal());
    const page = await open(t, "search/?q=bridge", { allows: [/404/], until: ".page--failed button" });
    site.server.heal();
    await page.locator(".page--failed button").click();
    await page.locator(".page--search .story-card").first().waitFor();
  });

  test("results appear while the reader types", async (t) => {
    const page = await open(t, "", { viewport: { width: 1280, height: 700 } });
    await page.waitForFunction(isTakenOver);
    await page.locator(".search__button").click();
    await page.locator("#header-search").fill("bridge");
    await page.locator(".search-box__result").first().waitFor();
  });

  test("the wide panel loads the stories of the tab that is open", async (t) => {
    const page = await open(t, "about-us/", { viewport: { width: 1280, height: 700 } });
    await page.waitForFunction(isTakenOver);
    await page.evaluate(() => {
      document.querySelector(".menu__below--wide").closest("details").open = true;
    });
    await page.locator(".panel__story").first().waitFor();
    assert.equal(await page.locator(".panel__story").count() > 1, true);
    assert.deepEqual(data(), ["category/war-in-ukraine/feed.json"]);
    await page.locator(".panel__tab").nth(1).click();
    await page.waitForFunction(() => document.querySelectorAll(".panel__story").length > 0);
  });

  function wasm() {
    return readdirSync(edition).find((name) => /^app-.*\.wasm$/.test(name));
  }
});
