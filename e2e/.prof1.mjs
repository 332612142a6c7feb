import { edition, openSite } from "./browser.mjs";
import { readdirSync } from "node:fs";
const folder = process.argv[2] ?? edition;
const site = await openSite({ folder });
const wasm = readdirSync(folder).find((name) => /^app-.*\.wasm$/.test(name));
const t = { after() {} };
for (const path of ["a-bridge-with-two-owners/", "category/politics/", ""]) {
  site.server.fail(wasm, { delay: 2500, times: 1 });
  const page = await site.visit(t, path, { before: async (page) => page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => { for (const e of list.getEntries()) for (const s of e.sources) window.shifts.push([e.startTime|0, e.hadRecentInput, s.node?.className, s.node?.parentElement?.className, JSON.stringify(s.previousRect), JSON.stringify(s.currentRect)]); }).observe({ type: "layout-shift", buffered: true });
  })});
  await page.waitForFunction(() => document.querySelector("#app > .shell .preferences:not([hidden])") !== null);
  await page.waitForTimeout(300);
  console.log(path, await page.evaluate(() => [window.shifts, performance.now()|0]));
}
process.exit(0);
