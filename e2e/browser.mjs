// A reader's browser on the built site.

import { AxeBuilder } from "@axe-core/playwright";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const builds = {
  "/": process.env.DIST ?? fileURLToPath(new URL("../dist", import.meta.url)),
  "/civil/": process.env.DIST_CIVIL ?? fileURLToPath(new URL("../target/dist-civil", import.meta.url)),
};

const browsers = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Serves the site below a base path and starts a browser. Returns the `server` (see server.mjs), its `address`,
 * `newPage`, and `close`.
 *
 * `newPage` opens a fresh browser's page; it takes Playwright's context options, such as `viewport`, `colorScheme` or
 * `javaScriptEnabled`. The page's `complaints` are what the browser said against it: warnings and errors of the
 * console, breaches of the security policy, exceptions. A page without any has an empty list.
 */
export async function openSite({ base = "/" } = {}) {
  const server = await serve({ folder: builds[base], base });
  const browser = await chromium.launch({ executablePath: browsers.find((path) => path && existsSync(path)) });

  async function newPage(options = {}) {
    const context = await browser.newContext({ baseURL: server.address, ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => {
      if (["warning", "error"].includes(message.type())) page.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => page.complaints.push(`exception: ${error.message}`));
    return page;
  }

  async function close() {
    await browser.close();
    await server.close();
  }

  return { server, address: server.address, newPage, close };
}

/**
 * What axe finds on the page against WCAG 2.2 AA and good practice, a line each; empty when all is well.
 */
export async function barriers(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}
