// A site in a language that is written from right to left is mirrored: tried with a pseudo-language, English whose
// letters are exchanged for Hebrew ones.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, openSite } from "../browser.mjs";

let site;
before(async () => {
  site = await openSite();
  const [about, feed] = [await site.read("site.json"), await site.read("feed.json")];
  about.language = "he-XB";
  about.name = pseudo(about.name);
  about.tagline = pseudo(about.tagline);
  feed.language = "he-XB";
  for (const item of feed.items.filter(({ language }) => language === undefined || language === "en")) {
    item.language = "he-XB";
    item.title = pseudo(item.title);
    if (item.summary) item.summary = pseudo(item.summary);
    item.content_html = item.content_html?.replace(/<[^>]*>|&[^;\s]+;|[^<&]+/g, (part) => (/^[<&]/.test(part) ? part : pseudo(part)));
  }
  serveEdition(about, feed);
});
after(() => site.close());

function serveEdition(about, feed) {
  for (const [name, value] of [["site.json", about], ["feed.json", feed]]) {
    site.server.fail(name, { status: 200, body: JSON.stringify(value), type: "application/json" });
  }
}

/** Each Latin letter as a Hebrew one: text of the same length that runs the other way. */
function pseudo(text) {
  return text?.replace(/[a-z]/gi, (letter) => String.fromCodePoint(0x5d0 + ((letter.toLowerCase().codePointAt(0) - 97) % 27)));
}

/** How far the middle of an element is from the middle of the window, in widths of the window: right is positive. */
async function offset(page, selector) {
  const { x, width } = await page.locator(selector).first().boundingBox();
  const middle = page.viewportSize().width / 2;
  return (x + width / 2 - middle) / page.viewportSize().width;
}

const path = "how-votes-become-seats/";

test("the page runs from right to left, and what began on the left begins on the right", async (t) => {
  const wide = { viewport: { width: 1280, height: 900 } };
  const page = await site.visit(t, "", wide);
  assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  assert.ok((await offset(page, ".utility__link")) > 0.2, "the first service link");
  assert.ok((await offset(page, ".menu__link")) > 0.2, "the first entry of the menu");
  assert.ok((await offset(page, ".search__button")) < -0.2, "the search");
  const { x: picture } = await page.locator(".story-card--lead .story-card__picture").boundingBox();
  const { x: words } = await page.locator(".story-card--lead .story-card__headline").boundingBox();
  assert.ok(Math.abs(picture - words) > 100, "the lead story's picture stands beside its words");

  // The same page in English, mirrored.
  const english = await openSite();
  t.after(() => english.close());
  const other = await english.visit(t, "", wide);
  for (const selector of [".utility__link", ".menu__link", ".search__button", ".story-card--lead .story-card__picture"]) {
    const [here, there] = [await offset(page, selector), await offset(other, selector)];
    assert.ok(Math.sign(here) === -Math.sign(there), `${selector} stands at ${here}, in English at ${there}`);
  }
});

test("a story and its headline are set from the right; one in English among them from the left", async (t) => {
  const page = await site.visit(t, path, { viewport: { width: 1280, height: 900 } });
  const direction = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).direction);
  assert.equal(await direction(".article h1"), "rtl");
  assert.equal(await direction(".body p"), "rtl");
  const macedonian = await site.visit(t, "dvojno-mnozinstvo/");
  assert.equal(await macedonian.locator(".article h1").evaluate((element) => getComputedStyle(element).direction), "ltr");
  const lists = await site.visit(t, "category/politics/");
  const directions = await lists.locator("main .story-card__headline").evaluateAll((headlines) =>
    headlines.map((headline) => [/[\u0590-\u05ff]/.test(headline.textContent), getComputedStyle(headline).direction]),
  );
  assert.ok(directions.some(([isHebrew]) => isHebrew) && directions.some(([isHebrew]) => !isHebrew));
  for (const [isHebrew, direction] of directions) assert.equal(direction, isHebrew ? "rtl" : "ltr");
});

test("a date stays in its order", async (t) => {
  const page = await site.visit(t, "", { viewport: { width: 1280, height: 900 } });
  const [day, year] = await page.locator("main time").first().evaluate((time) => {
    const text = time.firstChild;
    const left = (part) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(part));
      range.setEnd(text, text.data.indexOf(part) + part.length);
      return range.getBoundingClientRect().left;
    };
    const [day, , year] = text.data.split(" ");
    return [left(day), left(year)];
  });
  assert.ok(day < year, `the day stands at ${day}, the year at ${year}`);
});

test("arrow keys walk through the tabs of the panel in the direction of the text", async (t) => {
  const page = await site.visit(t, "", { viewport: { width: 1280, height: 900 } });
  await page.getByLabel("More in WAR IN UKRAINE").click();
  await page.locator(".panel__story").first().waitFor();
  const tabs = page.getByRole("tab");
  await tabs.first().focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await tabs.nth(1).getAttribute("aria-selected"), "true");
  const [first, second] = [await tabs.first().boundingBox(), await tabs.nth(1).boundingBox()];
  assert.ok(first.x > second.x, "the first tab is the right one");
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} pixels nothing sticks out sideways, menus open and closed, and there are no barriers`, async (t) => {
    for (const place of ["", path, "category/politics/", "search/?q=a"]) {
      const page = await site.visit(t, place, { viewport: { width, height: 800 } });
      const opened = [page.locator(".drawer__button"), page.locator(".search__button"), page.getByLabel("More in OPINION")];
      for (const button of [undefined, ...opened]) {
        if (button && !(await button.isVisible())) continue;
        await button?.click();
        const over = await page.evaluate(() => {
          // What scrolls is one thing; what is cut off at the right edge of a mirrored page another.
          const out = [...document.querySelectorAll("header *, main h1, main h2, main p")].filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 0 && element.checkVisibility() && (right > innerWidth + 1 || left < -1) && !element.closest(".visually-hidden, .skip-link, .breadcrumb, .table");
          });
          return [document.documentElement.scrollWidth - innerWidth, ...out.map((element) => element.className)];
        });
        assert.deepEqual(over, [0], `${place} ${await button?.textContent()}`);
        if (button) await page.keyboard.press("Escape");
      }
      if (place === path || place === "") assert.deepEqual(await barriers(page), []);
    }
  });
}
