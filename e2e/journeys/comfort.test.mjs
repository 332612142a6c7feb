// Readers who enlarge the page, choose their own colours, or want nothing to move.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const places = ["", "category/politics/", "how-votes-become-seats/", "2026/11/21/town-that-works-while-you-sleep/", "about-us/", "search/?q=recycle"];

/** What is wider than the window, though it does not scroll within a frame of its own. */
const sticksOut = (page) =>
  page.evaluate(() => {
    const within = (element) => element.closest(".table, .code, .breadcrumb__list, .visually-hidden, .skip-link, .gallery");
    const cut = [...document.querySelectorAll("body *")].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1 && !within(element),
    );
    return [document.documentElement.scrollWidth > innerWidth, ...cut.map((element) => element.className)];
  });

test("at 200 % zoom of a desktop's window nothing is cut off, and the menu is there", async (t) => {
  for (const place of places) {
    const page = await site.visit(t, place, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    assert.deepEqual(await sticksOut(page), [false], place);
    await page.locator(".drawer__button").click();
    await page.locator(".drawer__content a", { hasText: "POLITICS" }).waitFor();
    assert.deepEqual(await sticksOut(page), [false], `${place} with the drawer`);
  }
});

for (const width of [360, 1280]) {
  test(`with text at twice its size on ${width} pixels nothing is cut off`, async (t) => {
    for (const place of places) {
      const page = await site.visit(t, place, { viewport: { width, height: 800 } });
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      assert.deepEqual(await sticksOut(page), [false], place);
    }
  });
}

test("with spaced-out text, as WCAG 1.4.12 allows a reader to set it, nothing is cut off or overlaps", async (t) => {
  for (const place of places) {
    const page = await site.visit(t, place, { viewport: { width: 360, height: 800 } });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("body *")) {
        Object.assign(element.style, { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
      }
    });
    assert.deepEqual(await sticksOut(page), [false], place);
    const clipped = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, summary, p, h1, h2, h3, label")]
        .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow === "hidden" && element.scrollHeight > element.clientHeight + 2)
        // A standfirst in a list is cut with an ellipsis at a line's end; the story has it whole.
        .filter((element) => !element.closest(".visually-hidden") && getComputedStyle(element).webkitLineClamp === "none")
        .map((element) => element.className),
    );
    assert.deepEqual(clipped, [], place);
  }
});

test("with the reader's own colours, what is pressed has an outline, and the focus and the current page can be seen", async (t) => {
  const page = await site.visit(t, "category/politics/", { viewport: { width: 1280, height: 900 }, forcedColors: "active" });
  assert.deepEqual(await barriers(page), []);
  const border = (selector, side) => page.locator(selector).first().evaluate((element, side) => getComputedStyle(element)[side], side);
  assert.equal(await border(".menu__link[aria-current=page]", "borderBlockEndStyle"), "solid");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");

  const story = await site.visit(t, "how-votes-become-seats/", { viewport: { width: 360, height: 800 }, forcedColors: "active" });
  for (const selector of [".article__tools button"]) {
    for (const button of await story.locator(selector).all()) {
      if (!(await button.isVisible())) continue;
      const style = await button.evaluate((element) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(element);
        return { border: borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0, underlined: textDecorationLine.includes("underline") };
      });
      assert.ok(style.border || style.underlined, `${await button.textContent()} looks like plain text`);
    }
  }
  // The three bars of the drawer's button are drawn with a colour, not with a background that is taken away.
  const bars = await story.locator(".drawer__icon").evaluate((icon) => {
    const { backgroundColor, borderBlockStartStyle, boxShadow } = getComputedStyle(icon);
    return { backgroundColor, borderBlockStartStyle, boxShadow };
  });
  assert.ok(bars.borderBlockStartStyle !== "none" || !/, 0\)$/.test(bars.backgroundColor), JSON.stringify(bars));
});

test("for a reader who wants no motion nothing moves by itself or on the way", async (t) => {
  for (const place of ["", "how-votes-become-seats/"]) {
    const page = await site.visit(t, place, { reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        const lasts = (list) => list.split(",").some((time) => parseFloat(time) > 0.01);
        return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration)) || scrollBehavior === "smooth";
      }).map((element) => element.className || element.localName),
    );
    assert.deepEqual(moving, [], place);
  }
});
