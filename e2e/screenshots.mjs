// Makes the pictures of the site that README.md shows.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openSite } from "./browser.mjs";

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
await mkdir(folder, { recursive: true });
const site = await openSite();
for (const [name, path, options] of [
  ["desktop", "", { viewport: { width: 1280, height: 900 } }],
  ["phone", "how-votes-become-seats/", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }],
]) {
  const page = await site.newPage({ colorScheme: "light", ...options });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.locator("main h1").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png` });
  for (const complaint of page.complaints) console.error(`${name}: ${complaint}`);
  console.log(`Wrote docs/pictures/${name}.png.`);
}
await site.close();
