// On paper: the story and its address, and nothing that can be pressed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openSite } from "../browser.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const canRead = () => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

test("a printed story has headline, text and address, and no menu or share links", { skip: !canRead() && "pdftotext is not there" }, async (t) => {
  const path = "2022/02/10/what-an-alliance-guarantee-means/";
  const page = await site.visit(t, path);
  const folder = await mkdtemp(join(tmpdir(), "civil-print-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "story.pdf");
  await writeFile(file, await page.pdf({ format: "A4" }));
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  assert.ok(text.includes("What an alliance guarantee means"));
  assert.ok(text.includes(`civil.example/${path}`));
  assert.ok(text.includes("CIVIL Today"));
  for (const word of ["Share", "Facebook", "Copy link", "HOME", "SOCIETY", "WAR IN UKRAINE", "Recent news", "Search", "Skip to content", "Cookie policy"]) {
    assert.ok(!text.includes(word), word);
  }
});

test("the print button opens the browser's printing", async (t) => {
  const page = await site.visit(t, "what-an-ambassador-does/", {
    before: (page) => page.addInitScript(() => (window.print = () => (window.wasPrinted = true))),
  });
  await page.getByRole("button", { name: "Print" }).first().click();
  await page.waitForFunction(() => window.wasPrinted);
});
