// Printing without the print desk: what Ctrl+P puts on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";
import { count, flowing, paper } from "../paper.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const alliance = "2022/02/10/what-an-alliance-guarantee-means/";
const furniture = ["Share", "Facebook", "Copy link", "SOCIETY", "WAR IN UKRAINE", "Recent news", "Search", "Skip to content", "Cookie policy", "Remove"];

test("a printed story has headline, text and address, and no menu or share links", async (t) => {
  const printed = await paper(t, await site.visit(t, alliance, { colorScheme: "dark" }));
  for (const part of ["What an alliance guarantee means", `civil.example/${alliance}`, "Printed on", "All rights reserved"]) {
    assert.equal(count(printed.flowing, part), 1, part);
  }
  for (const word of furniture) assert.ok(!printed.text.includes(word), word);
  assert.ok(printed.pictures > 0);
});

test("it is the print desk's sheet, as the reader likes it", async (t) => {
  const settings = "size=14&paper=letter&columns=2&code=yes";
  const page = await site.visit(t, "how-votes-become-seats/", { before: (page) => page.addInitScript((settings) => localStorage.setItem("print", settings), settings) });
  const printed = await paper(t, page);
  assert.deepEqual(printed.size, [612, 792]);
  assert.deepEqual(await printed.codes(), ["https://civil.example/how-votes-become-seats/"]);
  await page.getByRole("link", { name: "Print", exact: true }).first().click();
  await page.locator(".desk h1").waitFor();
  await page.waitForFunction(() => /\d/.test(document.querySelector(".desk__count").textContent));
  const desk = await paper(t, page);
  assert.deepEqual([desk.text, desk.pages, desk.pictures], [printed.text, printed.pages, printed.pictures]);
});

test("the page is as it was after printing", async (t) => {
  const page = await site.visit(t, alliance);
  const html = await page.locator("body").innerHTML();
  await paper(t, page);
  assert.equal(await page.locator(".paper").count(), 0);
  assert.equal(await page.locator("body").innerHTML(), html);
});

for (const [name, path, title] of [["the front page", "", undefined], ["a category", "category/politics/", "POLITICS"], ["a search", "search/?q=heroism", "Results for “heroism”"]]) {
  test(`${name} prints as a list of headlines, standfirsts and addresses, each story once`, async (t) => {
    const page = await site.visit(t, path);
    const stories = await page.locator("main .story-card__link").evaluateAll((links) => links.map((link) => [link.textContent, new URL(link.href).pathname]));
    const printed = await paper(t, page);
    assert.ok(stories.length > 1);
    for (const [headline, path] of stories) {
      // A PDF has pictures of emoji, not their letters.
      assert.ok(printed.flowing.includes(flowing(headline.replace(/\p{Extended_Pictographic}/gu, "")).trim()), headline);
      // pdftotext takes hyphens away where a line ends with one.
      const plain = (text) => text.replace(/[\s-]/g, "");
      assert.equal(count(plain(printed.text), plain(`https://civil.example${path}`)), 1, path);
    }
    const { items } = await site.read("feed.json");
    const standfirst = items.find(({ url }) => new URL(url).pathname === stories[0][1]).summary;
    if (standfirst) assert.ok(printed.flowing.includes(flowing(standfirst)), standfirst);
    if (title) assert.equal(count(printed.text, title), 1);
    for (const word of ["Facebook", "Skip to content", "Cookie policy", "Latest", "Appearance"]) assert.ok(!printed.text.includes(word), word);
    assert.equal(printed.pictures, 0);
  });
}

test("a standing page prints without the furniture", async (t) => {
  const printed = await paper(t, await site.visit(t, "impressum/"));
  assert.ok(printed.text.includes("Impressum"));
  for (const word of furniture) assert.ok(!printed.text.includes(word), word);
});

test("text that runs from right to left prints as it reads", async (t) => {
  const feed = await site.read("feed.json");
  const words = "שלום עולם";
  Object.assign(feed.items[0], { language: "he", title: words, summary: undefined, content_html: `<p>${words}, 12 (CIVIL)!</p>` });
  site.server.fail("feed.json", { status: 200, body: JSON.stringify(feed), type: "application/json" });
  t.after(() => site.server.heal());
  const page = await site.visit(t, new URL(feed.items[0].url).pathname.slice(1));
  const printed = await paper(t, page);
  assert.ok(count(printed.text.replace(/[\u200e-\u202e\u2066-\u2069]/g, ""), "שלום") >= 2, printed.text);
  await page.goto(`${page.url()}?print`);
  await page.locator(".sheet__headline").waitFor();
  const x = (selector) => page.locator(selector).first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getClientRects()[0];
    const sheet = document.querySelector(".sheet").getBoundingClientRect();
    return { left: left - sheet.left, right: sheet.right - right };
  });
  const { left, right } = await x(".sheet__headline");
  assert.ok(right < left, `the headline begins ${right} from the right edge`);
});
