// Opens pages of all kinds with a program that keeps a record, and prints the numbers of the functions that ran until
// each was shown: `cargo xtask profile`.
//
//   node profile.mjs LIVE EDITION

import { openSite } from "./browser.mjs";

const [live, edition] = process.argv.slice(2);
const ran = new Set();

const phone = { width: 412, height: 823 };
const desktop = { width: 1280, height: 800 };

/** Opens a page and keeps what ran. */
async function open(site, path, viewport) {
  const page = await site.newPage({ viewport });
  // As in a finished build whose rest has not come: what is left until then does not belong to the first part.
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      document.querySelector("script[data-glue]").setAttribute("data-rest", "");
    });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.locator("#app > .shell .preferences:not([hidden])").first().waitFor({ state: "attached" });
  await page.locator("main h1").first().waitFor({ state: "attached" });
  const numbers = await page.evaluate(() =>
    Object.entries(globalThis.program)
      .filter(([name, mark]) => /^ran\d+$/.test(name) && mark.value)
      .map(([name]) => Number(name.slice(3))),
  );
  numbers.forEach((number) => ran.add(number));
  await page.context().close();
}

const places = async (site, feed) =>
  (await site.read(feed)).items.map(({ url }) => new URL(url, site.address).pathname.slice(1));

const pages = ["", "page/2/", "category/politics/", "category/politics/page/2/", "tag/elections/", "no/such/page/"];
const app = await openSite({ folder: live });
const stories = await places(app, "feed.json");
pages.push(...(await places(app, "pages.json")));
// A feed that is slow to come: what is said meanwhile is not to wait for the rest.
app.server.fail("feed.json", { delay: 5000, times: 1 });
// The text of a story is built in the same way on both sides.
for (const path of [...pages, ...stories.slice(0, 3)]) await open(app, path, phone);
await open(app, "", desktop);
await app.close();
const site = await openSite({ folder: edition });
for (const [place, path] of [...pages, ...stories].entries()) await open(site, path, place % 2 ? phone : desktop);
await site.close();
console.log([...ran].sort((a, b) => a - b).join(" "));
