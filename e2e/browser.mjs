// A reader's browser on the built site.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const builds = {
  "/": process.env.DIST ?? fileURLToPath(new URL("../dist", import.meta.url)),
  "/civil/": process.env.DIST_CIVIL ?? fileURLToPath(new URL("../target/dist-civil", import.meta.url)),
};

/** The sample edition, as the press made it. */
export const edition = process.env.EDITION ?? fileURLToPath(new URL("../target/edition", import.meta.url));

/** The same below /civil/. */
export const editionBelow = process.env.EDITION_CIVIL ?? fileURLToPath(new URL("../target/edition-civil", import.meta.url));

const browsers = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that all tests use. */
export const executablePath = browsers.find((path) => path && existsSync(path));
/** What Chromium does for itself would only fail on a machine without a network. */
export const args = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Its sandbox refuses to be root's.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * Serves the site below a base path and starts a browser. Returns the `server` (see server.mjs), its `address`,
 * `newPage`, `visit`, `read`, and `close`.
 *
 * `newPage` opens a fresh browser's page; it takes Playwright's context options, such as `viewport`, `colorScheme` or
 * `javaScriptEnabled`. The page's `complaints` are what the browser said against it: warnings and errors of the
 * console, breaches of the security policy, exceptions, requests to other hosts. A page without any has an empty list.
 *
 * `visit(t, path)` opens a path in a page that is closed when the test `t` ends, and fails the test if there was a
 * complaint that none of the patterns in `allows` matches. It returns when `until`, a selector, is there.
 *
 * `read(name)` gives one of the edition's files as the object it is.
 */
export async function openSite({ base = "/", folder = builds[base] } = {}) {
  const server = await serve({ folder, base });
  const browser = await chromium.launch({ executablePath, args });

  async function newPage(options = {}) {
    const context = await browser.newContext({ baseURL: server.address, ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => {
      if (["warning", "error"].includes(message.type())) page.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => page.complaints.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(server.address)) page.complaints.push(`request elsewhere: ${url}`);
    });
    return page;
  }

  async function visit(t, path = "", { allows = [], until = "main h1", before, ...options } = {}) {
    const page = await newPage(options);
    t.after(async () => {
      await page.context().close();
      assert.deepEqual(page.complaints.filter((said) => !allows.some((pattern) => pattern.test(said))), []);
    });
    await before?.(page);
    // Not until it has loaded: a preload that hangs would hold that up.
    await page.goto(path, { waitUntil: "commit" });
    await page.locator(until).first().waitFor();
    return page;
  }

  const read = async (name) => (await fetch(server.address + name)).json();

  async function close() {
    await browser.close();
    await server.close();
  }

  return { server, address: server.address, newPage, visit, read, close };
}

/**
 * What axe finds on the page against WCAG 2.2 AA and good practice, a line each; empty when all is well.
 */
export async function barriers(page) {
  const { violations } = await new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}
