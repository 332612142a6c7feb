// The print desk: a reader decides what comes out of the printer, and passes the sheet on.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { barriers, openSite } from "../browser.mjs";
import { count, flowing, paper } from "../paper.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(() => site.server.heal());

const wide = { viewport: { width: 1280, height: 900 } };
const votes = "how-votes-become-seats/";
const gallery = "2026/11/21/town-that-works-while-you-sleep/";
const film = "2026/11/18/the-rabbit-anyone-may-copy/";

/** Opens the desk of a story; `layout` is a fragment. */
async function openDesk(t, path, layout = "", options = wide) {
  const page = await site.visit(t, `${path}?print${layout && `#${layout}`}`, { until: ".desk__count", ...options });
  await settled(page);
  return page;
}

/** Until letters and pictures are there and the pages have been counted. */
async function settled(page) {
  await page.waitForFunction(() => /\d/.test(document.querySelector(".desk__count")?.textContent));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

const fragment = (page) => new URL(page.url()).hash.slice(1);
const said = (page) => page.locator(".desk [role=status]").textContent();
/** How the pieces of the sheet begin; not its notes, which go with what refers to them. */
const labels = (page) => page.locator(".desk .piece:not(.sheet__notes *)").evaluateAll((pieces) => pieces.map((piece) => piece.dataset.label));
/** Until the sheet has so many pieces. */
const left = (page, wanted) => page.waitForFunction((wanted) => document.querySelectorAll(".desk .piece:not(.sheet__notes *)").length === wanted, wanted);
/** A piece by how it begins. */
const piece = (page, words) => page.locator(`.desk .piece[data-label^="${words}"]`);
const pagesShown = async (page) => Number.parseInt(await page.locator(".desk__count").textContent(), 10);
/** A click on the words of a piece, not on its buttons. */
const takeOff = (locator) => locator.click({ position: { x: 8, y: 8 } });

test("the button of a story leads to its print desk, Back leads out of it, and loading again keeps it", async (t) => {
  const page = await site.visit(t, votes, wide);
  await page.getByRole("link", { name: "Print", exact: true }).first().click();
  await page.locator(".desk h1").waitFor();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `/${votes}?print`);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Print this story");
  assert.equal(await page.locator(".header").isVisible(), false);
  assert.equal(await page.locator("link[rel=canonical]").getAttribute("href"), `https://civil.example/${votes}`);
  assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
  await takeOff(piece(page, "Nobody votes"));
  await piece(page, "Nobody votes").waitFor({ state: "detached" });
  await page.reload();
  await page.locator(".desk h1").waitFor();
  await settled(page);
  assert.equal(await piece(page, "Nobody votes").count(), 0);
  await page.goBack();
  await page.locator(".article").waitFor();
  assert.equal(await page.locator(".header").isVisible(), true);
});

test("the sheet has the site's name, the story with its picture, its address, the day and the © line", async (t) => {
  const page = await openDesk(t, votes);
  const sheet = flowing(await page.locator(".sheet").innerText());
  for (const part of [
    "CIVIL Today",
    "How votes become seats",
    "The same hundred thousand ballots",
    "By Elena Marinova",
    "10 November 2026",
    "Every method of sharing out seats weighs something",
    "Drawing: CIVIL Today",
    "Nobody votes for a fraction",
    `https://civil.example/${votes}`,
    "Printed on ",
    "© 2021–",
  ]) {
    assert.ok(sheet.includes(part), part);
  }
});

test("a click takes off a paragraph, a list item, a table, a picture, a film or the standfirst, and Undo brings each back", async (t) => {
  for (const [path, part] of [
    [votes, ".piece[data-label^='Nobody votes']"],
    [votes, ".sheet__standfirst"],
    [votes, ".sheet__heading"],
    [votes, ".piece:has(table)"],
    [votes, ".sheet__lead"],
    [gallery, ".sheet__text .piece:has(figure)"],
    [film, ".piece:has-text('youtube.com')"],
    ["2026/11/22/joining-the-union/", ".sheet__text li.piece"],
  ]) {
    const page = await openDesk(t, path);
    const all = await labels(page);
    const one = page.locator(part).first();
    const label = await one.getAttribute("data-label");
    await takeOff(one);
    await left(page, all.length - 1);
    assert.deepEqual(await labels(page), all.filter((other, place) => place !== all.indexOf(label)), label);
    assert.equal(await said(page), `Removed: ${label}`);
    assert.match(fragment(page), /^without=[\w-]{5}$/);
    await page.getByRole("button", { name: "Undo" }).click();
    await left(page, all.length);
    assert.deepEqual(await labels(page), all);
    assert.equal(fragment(page), "");
    await page.getByRole("button", { name: "Redo" }).click();
    await left(page, all.length - 1);
    await page.context().close();
  }
});

test("everything is done by keyboard: arrows walk, Delete takes off, Ctrl+Z brings back, also on a Cyrillic keyboard", async (t) => {
  const page = await openDesk(t, votes);
  const all = await labels(page);
  const focused = () => page.evaluate(() => document.activeElement.closest(".piece")?.dataset.label);
  await piece(page, "Nobody votes").getByRole("button", { name: "Remove" }).focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /^The commonest rule/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => document.activeElement.closest(".piece")?.dataset.label.startsWith("The commonest rule"));
  await page.keyboard.press("Backspace");
  await page.waitForFunction(() => document.activeElement.closest(".piece")?.dataset.label.startsWith("An envelope"));
  // The button in the piece works as well.
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest(".piece")?.dataset.label.startsWith("Here is an"));
  assert.equal((await labels(page)).length, all.length - 3);
  for (let taken = 2; taken >= 0; taken--) {
    await page.keyboard.press("Control+z");
    await left(page, all.length - taken);
  }
  await page.keyboard.press("Control+Shift+Z");
  await left(page, all.length - 1);
  await page.evaluate(() =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "з", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true })),
  );
  await left(page, all.length);
  assert.equal(await said(page), "Undone");
});

test("undo goes back as far as the reader went, and “Restore all” is a step like others", async (t) => {
  const page = await openDesk(t, votes);
  const all = await labels(page);
  for (let taken = 1; taken <= 12; taken++) {
    await takeOff(page.locator(".sheet__text > .piece").first());
    await left(page, all.length - taken);
  }
  await page.getByRole("button", { name: "Restore all" }).click();
  await left(page, all.length);
  assert.equal(await said(page), "Everything is back");
  await page.getByRole("button", { name: "Undo" }).click();
  await left(page, all.length - 12);
  for (let step = 0; step < 12; step++) await page.getByRole("button", { name: "Undo" }).click();
  await left(page, all.length);
  assert.equal(await page.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled"), "true");
  assert.equal(fragment(page), "");
});

test("whoever follows the address sees the same sheet, whatever they chose for themselves", async (t) => {
  const page = await openDesk(t, votes);
  await takeOff(piece(page, "Nobody votes"));
  await piece(page, "Nobody votes").waitFor({ state: "detached" });
  await page.getByLabel("Text size").selectOption("14");
  await page.getByLabel("QR code").check();
  await page.waitForFunction(() => location.hash.includes("code=yes"));
  const [sheet, look, address] = [await labels(page), await page.locator(".sheet").getAttribute("class"), page.url()];
  assert.ok(address.length < 200);

  const other = await site.newPage(wide);
  t.after(() => other.context().close());
  await other.addInitScript(() => localStorage.setItem("print", "size=9&face=sans"));
  await other.goto(address);
  await other.locator(".desk__count").waitFor();
  await settled(other);
  assert.deepEqual(await labels(other), sheet);
  assert.equal(await other.locator(".sheet").getAttribute("class"), look);
  assert.equal(await other.evaluate(() => localStorage.getItem("print")), "size=9&face=sans");
});

test("a layout survives edits of the story, and one that is broken or hostile shows the whole story", async (t) => {
  const page = await openDesk(t, votes);
  const all = await labels(page);
  await takeOff(piece(page, "The commonest rule"));
  await piece(page, "The commonest rule").waitFor({ state: "detached" });
  const layout = fragment(page);
  const feed = await site.read("feed.json");
  const story = feed.items.find(({ url }) => url.endsWith(votes));
  story.content_html = story.content_html.replace("Nobody votes for a fraction", "<b>Edited.</b> Nobody votes for a fraction").replace("<h2", "<p>A new paragraph.</p><h2");
  site.server.fail("feed.json", { status: 200, body: JSON.stringify(feed), type: "application/json" });
  const edited = await openDesk(t, votes, layout);
  assert.equal(await piece(edited, "The commonest rule").count(), 0);
  assert.equal((await labels(edited)).length, all.length);
  site.server.heal();

  for (const broken of ["without=", "without=zzzzz.aaaaa", "size=999&face=<script>", "%00%ff&&&===", `without=${"A".repeat(5000)}`, "../../etc"]) {
    const page = await openDesk(t, votes, broken);
    assert.deepEqual(await labels(page), all, broken.slice(0, 30));
    await page.context().close();
  }
});

test("each setting changes the sheet, is in the address and remembered on the device, and Reset gives it up", async (t) => {
  const page = await openDesk(t, votes);
  const style = (property, selector = ".sheet__text p") => page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
  const normal = [await style("fontSize"), await style("lineHeight"), await style("fontFamily")];
  await page.getByLabel("Text size").selectOption("18");
  assert.equal(await style("fontSize"), "24px");
  await page.getByLabel("Typeface").selectOption("sans");
  assert.match(await style("fontFamily"), /Sans/);
  await page.getByLabel("Line spacing").selectOption("tight");
  assert.equal(await style("lineHeight"), "30px");
  await page.getByLabel("Two columns").check();
  assert.equal(await style("columnCount", ".sheet__flow"), "2");
  await page.getByLabel("Paper").selectOption("letter");
  assert.equal((await page.locator(".sheet").evaluate((sheet) => sheet.offsetWidth)), 816);
  await page.getByLabel("Pictures").selectOption("none");
  await page.locator(".sheet figure").waitFor({ state: "detached" });
  await page.getByLabel("Pictures").selectOption("full");
  await page.locator(".sheet .piece--full").first().waitFor();
  await page.getByLabel("Save ink").check();
  await page.locator(".sheet figure").waitFor({ state: "detached" });
  const wanted = "size=18&face=sans&spacing=tight&columns=2&paper=letter&pictures=full&ink=saved";
  assert.equal(fragment(page), wanted);
  assert.equal(await page.evaluate(() => localStorage.getItem("print")), wanted);

  await page.goto(site.address + film + "?print");
  await page.locator(".desk__count").waitFor();
  await settled(page);
  assert.equal(await page.getByLabel("Text size").inputValue(), "18");
  assert.equal(await page.getByLabel("Two columns").isChecked(), true);
  assert.equal(fragment(page), wanted);
  await page.getByRole("button", { name: "Reset settings" }).click();
  assert.equal(fragment(page), "");
  assert.equal(await page.evaluate(() => localStorage.getItem("print")), null);
  assert.deepEqual([await style("fontSize"), await style("lineHeight"), await style("fontFamily")], normal);
  await page.getByRole("button", { name: "Large print" }).click();
  assert.equal(await style("fontSize"), "24px");
  assert.equal(await page.getByLabel("Typeface").inputValue(), "sans");
});

test("a picture can have a size of its own", async (t) => {
  const page = await openDesk(t, gallery);
  const first = page.locator(".sheet__text .piece:has(figure)").first();
  const width = () => page.locator(".sheet__text .piece:has(figure) img").first().evaluate((image) => image.offsetWidth);
  const normal = await width();
  for (const [name, is] of [["Small", (now) => now < normal], ["Full width", (now) => now > normal], ["Normal", (now) => now === normal]]) {
    await first.hover();
    await first.getByRole("button", { name }).click();
    await page.locator(`.sheet__text .piece--${{ Small: "small", "Full width": "full", Normal: "all" }[name]}`).first().waitFor();
    assert.ok(is(await width()), `${name}: ${await width()}, usually ${normal}`);
  }
});

test("the pages shown are the pages printed, on A4 and on Letter, and each block is printed once, without the tools", async (t) => {
  const layouts = [
    [votes, ""], [votes, "paper=letter&links=notes&code=yes"], [votes, "size=18&face=sans&spacing=wide"],
    [gallery, "pictures=full"], [gallery, "paper=letter&columns=2&size=9"], ["2026/11/21/%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D0%BB%D0%BE-%D0%B4%D0%B2%D0%BE%D1%85-%D1%81%D1%82%D1%96%D0%BD/", "columns=2&pictures=small&size=13"],
  ];
  for (const [path, layout] of layouts) {
    const page = await openDesk(t, path, layout, { ...wide, colorScheme: "dark" });
    const printed = await paper(t, page);
    assert.equal(printed.pages, await pagesShown(page), `${path} ${layout}`);
    const [width, height] = layout.includes("letter") ? [612, 792] : [595, 842];
    assert.ok(Math.abs(printed.size[0] - width) < 1 && Math.abs(printed.size[1] - height) < 1, `${printed.size}`);
    const blocks = await page.locator(".sheet__text :is(p, h2, h3, td, th, figcaption)").evaluateAll((blocks) =>
      blocks.map((block) => [...block.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).sort((a, b) => b.length - a.length)[0] ?? ""),
    );
    for (const block of new Set(blocks.filter((text) => text.length > 25))) {
      assert.equal(count(printed.flowing, flowing(block)), 1, `${path} ${layout}: “${block}”`);
    }
    for (const word of ["Remove", "Undo", "Settings", "Save as PDF", "Text size", "Back to the story", "Facebook", "NEWSROOM", "Recent news"]) {
      assert.equal(count(printed.text, word), 0, word);
    }
    assert.equal(count(printed.flowing, "All rights reserved"), 1);
    assert.equal(printed.pictures >= (await page.locator(".sheet figure img").count()), true, "pictures");
    await page.context().close();
  }
});

test("dark mode prints black on white", async (t) => {
  const page = await openDesk(t, votes, "", { ...wide, colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(".sheet__text p"));
    return [color, backgroundColor, getComputedStyle(document.querySelector(".desk")).backgroundColor, getComputedStyle(document.body).backgroundColor];
  });
  assert.equal(colours[0], "rgb(0, 0, 0)");
  for (const colour of colours.slice(1)) assert.match(colour, /rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/);
});

test("links become notes numbered in order, with footnotes among them, and the QR code leads to the story", async (t) => {
  const page = await openDesk(t, "screwdriver-and-bin/", "links=notes&code=yes");
  const printed = await paper(t, page);
  const numbers = await page.locator(".sheet .note-ref").allTextContents();
  assert.ok(numbers.length > 0);
  assert.deepEqual([...new Set(numbers.map(Number))], [...new Set(numbers.map(Number))].sort((a, b) => a - b));
  const notes = await page.locator(".sheet__notes li").evaluateAll((notes) => notes.map((note) => note.firstChild.textContent));
  assert.equal(notes.length, Math.max(...numbers.map(Number)));
  for (const note of notes) assert.ok(printed.text.replace(/\s/g, "").includes(note.replace(/\s/g, "")), note);
  assert.deepEqual(await printed.codes(), ["https://civil.example/screwdriver-and-bin/"]);

  const cyrillic = await openDesk(t, "2026/11/20/%D0%B3%D1%80%D0%B0%D0%B4%D0%BE%D1%82-%D0%BF%D0%BE%D0%B4-%D0%BA%D0%B0%D0%BF%D0%B0%D0%BA/", "code=yes&paper=letter");
  const [code] = await (await paper(t, cyrillic)).codes();
  assert.equal(code, await cyrillic.locator("link[rel=canonical]").getAttribute("href"));
});

test("a heading stays with what follows, a table's rows and pictures stay whole, and a paragraph leaves three lines", async (t) => {
  for (const layout of ["size=15", "size=16&paper=letter", "size=12&spacing=wide", "size=18"]) {
    const page = await openDesk(t, votes, layout);
    const broken = await page.evaluate(() => {
      const pitch = document.querySelector(".sheet__ruler").offsetHeight * Number(new DOMMatrix(getComputedStyle(document.querySelector(".sheet")).transform).a);
      const top = document.querySelector(".sheet").getBoundingClientRect().top;
      const pageOf = (y) => Math.floor((y - top) / pitch);
      const lines = (element) => {
        const range = document.createRange();
        const tops = new Map();
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          // A number of a note stands higher than its line.
          if (texts.currentNode.parentElement.closest("sup, .piece__tools")) continue;
          range.selectNodeContents(texts.currentNode);
          for (const { bottom } of range.getClientRects()) tops.set(Math.round(bottom), pageOf(bottom - 2));
        }
        return [...tops.values()];
      };
      const found = [];
      for (const element of document.querySelectorAll(".sheet :is(figure, tr, h2, h3)")) {
        const pages = new Set([...element.getClientRects()].map(({ bottom }) => pageOf(bottom - 2)));
        if (pages.size > 1) found.push(`${element.localName} on ${[...pages]}`);
      }
      for (const heading of document.querySelectorAll(".sheet__heading")) {
        const next = heading.nextElementSibling;
        if (next && lines(heading).at(-1) !== lines(next)[0]) found.push(`“${heading.textContent}” is parted from what follows`);
      }
      for (const paragraph of document.querySelectorAll(".sheet__text > .piece > p")) {
        const pages = lines(paragraph);
        for (const number of new Set(pages)) {
          const there = pages.filter((other) => other === number).length;
          if (there < 3 && there < pages.length) found.push(`${there} of ${pages.length} lines of “${paragraph.textContent.slice(0, 30)}”`);
        }
      }
      return found;
    });
    assert.deepEqual(broken, [], layout);
    await page.context().close();
  }
});

test("a table wider than the paper shrinks, a film is a line with its address, and Greek prints as it reads", async (t) => {
  const feed = await site.read("feed.json");
  const cells = Array.from({ length: 14 }, (_, place) => `<td>Measurement${place}</td>`).join("");
  feed.items[0].content_html = `<table><tr>${cells}</tr></table><p>Η ελευθερία του τύπου</p><iframe src="https://player.vimeo.com/video/76979871" title="A film about presses"></iframe>`;
  site.server.fail("feed.json", { status: 200, body: JSON.stringify(feed), type: "application/json" });
  const page = await openDesk(t, new URL(feed.items[0].url).pathname.slice(1), "size=14");
  const { table, text } = await page.evaluate(() => ({
    table: document.querySelector(".sheet table").getBoundingClientRect().right,
    text: document.querySelector(".sheet__text").getBoundingClientRect().right,
  }));
  assert.ok(table <= text + 1, `the table ends at ${table}, the text at ${text}`);
  const printed = await paper(t, page);
  for (let place = 0; place < 14; place++) assert.ok(printed.text.replace(/\s/g, "").includes(`Measurement${place}`.slice(-3)), `column ${place}`);
  assert.ok(printed.flowing.includes("Η ελευθερία του τύπου"));
  assert.ok(printed.flowing.includes("A film about presses: https://vimeo.com/76979871"));
});

test("a video is printed as its still with its address", async (t) => {
  const page = await openDesk(t, film);
  const printed = await paper(t, page);
  assert.equal(await page.locator(".piece:has-text('youtube.com') figure img").count(), 1);
  assert.equal(printed.pictures, 2);
  assert.ok(printed.flowing.includes("Big Buck Bunny, an open film by the Blender Foundation: https://www.youtube.com/watch?v=aqz-KE-bpKQ"));
});

test("Print and Save as PDF open the dialogue when all pictures are there; a line says where the PDF is made", async (t) => {
  const before = (page) => page.addInitScript(() => {
    window.print = () => (window.printed ??= []).push([...document.images].every((image) => image.complete));
  });
  const { items } = await site.read("feed.json");
  const picture = items.find(({ url }) => url.endsWith(gallery)).content_html.match(/pictures\/[\w-]+/)[0];
  await site.server.fail(`${picture}-960.avif`, { delay: 800 });
  const page = await site.visit(t, `${gallery}?print`, { until: ".desk h1", before, ...wide });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction(() => window.printed?.length === 1);
  await page.getByRole("button", { name: "Save as PDF" }).click();
  await page.waitForFunction(() => window.printed.length === 2);
  assert.deepEqual(await page.evaluate(() => window.printed), [true, true]);
  assert.match(await said(page), /choose “Save as PDF” as the printer/);
});

test("a style sheet for paper that does not come holds nothing up for long", async (t) => {
  const sheet = (await (await fetch(site.address)).text()).match(/paper-[0-9a-f]+\.css/)[0];
  site.server.fail(sheet, { delay: 60_000 });
  const page = await site.newPage();
  t.after(() => page.context().close());
  await page.goto(`${votes}?print`, { waitUntil: "commit" });
  await page.locator(".desk").waitFor();
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction(() => window.printed, undefined, { timeout: 10_000 });
});

test("E-mail carries headline, standfirst and address; Copy link the address of the sheet", async (t) => {
  const page = await openDesk(t, votes, "size=12", { ...wide, permissions: ["clipboard-read", "clipboard-write"] });
  const mail = new URL(await page.getByRole("link", { name: "E-mail" }).getAttribute("href"));
  assert.equal(mail.protocol, "mailto:");
  assert.equal(mail.searchParams.get("subject"), "How votes become seats");
  const letter = mail.searchParams.get("body");
  for (const part of ["How votes become seats", "The same hundred thousand ballots", `https://civil.example/${votes}`]) assert.ok(letter.includes(part), part);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.locator(".desk [role=status]", { hasText: "Link copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
});

test("what is left of the story is copied as text and Markdown, the story as a source in six styles", async (t) => {
  const page = await openDesk(t, votes, "", { ...wide, permissions: ["clipboard-read", "clipboard-write"] });
  await takeOff(piece(page, "Nobody votes"));
  await piece(page, "Nobody votes").waitFor({ state: "detached" });
  const copied = async (form) => {
    await page.getByLabel("Copy as").selectOption(form);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.locator(".desk [role=status]", { hasText: "Copied" }).waitFor();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const text = await copied("Plain text");
  assert.ok(text.startsWith("How votes become seats") && text.includes("Here is an invented district") && !text.includes("Nobody votes for a fraction"));
  const markdown = await copied("Markdown");
  assert.ok(markdown.startsWith("# How votes become seats") && markdown.includes("## An envelope, filled in") && !markdown.includes("Nobody votes for a fraction"));
  for (const [style, wanted] of [
    ["APA", /^Marinova, E\. \(2026, November 10\)\. How votes become seats\. CIVIL Today\. https:\/\/civil\.example\/how-votes-become-seats\/$/],
    ["Chicago", /^Marinova, Elena\. “How [Vv]otes [Bb]ecome [Ss]eats\.” CIVIL Today, November 10, 2026\. https/],
    ["MLA", /^Marinova, Elena\. “How [Vv]otes [Bb]ecome [Ss]eats\.” CIVIL Today, 10 Nov\. 2026, /],
    ["BibTeX", /^@\w+\{/],
    ["RIS", /^TY {2}- /],
    ["Wikipedia", /^\{\{cite news/],
  ]) {
    assert.match(await copied(style), wanted);
  }
});

for (const [tag, title, undo] of [["mk", "Печатење на текстот", "Врати"], ["sq", "Shtypja e artikullit", "Zhbëj"], ["uk", "Друк матеріалу", "Скасувати"]]) {
  test(`the desk speaks the reader's language: ${tag}`, async (t) => {
    const page = await openDesk(t, votes, "", { ...wide, before: (page) => page.addInitScript((tag) => localStorage.setItem("language", tag), tag) });
    assert.equal(await page.locator(".desk h1").textContent(), title);
    assert.equal(await page.getByRole("button", { name: undo, exact: true }).count(), 1);
    assert.equal(await page.locator(".sheet").getAttribute("lang"), "en");
    assert.doesNotMatch(await page.locator(".desk__tools").innerText(), /\b(Undo|Print|Settings|Pictures|Paper|Copy|Save|Large)\b/);
  });
}

test("the desk has no barriers, wide and narrow, light and dark, and everything that can be chosen has a visible label", async (t) => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await openDesk(t, gallery, "", { viewport, colorScheme });
      if (viewport.width < 900) await page.locator(".desk__summary").click();
      assert.deepEqual(await barriers(page), [], `${viewport.width} ${colorScheme}`);
      for (const field of await page.locator(".desk__tools :is(select, input)").all()) {
        assert.ok(await page.locator(`label[for="${await field.getAttribute("id")}"]`).isVisible());
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${viewport.width} px`);
      await page.context().close();
    }
  }
});

test("on a phone the sheet is made to fit, a tap takes off, and Undo stays in reach", async (t) => {
  const page = await openDesk(t, votes, "", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const { width } = await page.locator(".sheet").boundingBox();
  assert.ok(width <= 360 && width > 300, `${width}`);
  const one = piece(page, "The last seat goes");
  await one.scrollIntoViewIfNeeded();
  await one.tap({ position: { x: 20, y: 5 } });
  await one.waitFor({ state: "detached" });
  const undo = page.getByRole("button", { name: "Undo" });
  assert.ok(await undo.evaluate((button) => button.getBoundingClientRect().bottom < innerHeight && button.getBoundingClientRect().top >= 0));
  await undo.tap();
  await one.waitFor();
});
