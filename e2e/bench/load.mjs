// How a reader's phone loads a story: our sites beside a static page and a peer, in one run.
//
//   node load.mjs [ROUNDS]        as `cargo xtask bench load` calls it
//
// EDITION, DIST and PREACT name what was built, ROOM a folder to write into. Playwright's own browser options stand in
// ../browser.mjs.

import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { args, executablePath } from "../browser.mjs";
import { serve } from "../server.mjs";
import { keep } from "./keep.mjs";
import { goals, medians, table } from "./report.mjs";
import { makeSites } from "./sites.mjs";
import { trial } from "./trial.mjs";

const story = "a-bridge-with-two-owners/";
const rounds = Number(process.argv[2] ?? 7);
const { edition, dist, preact, room } = Object.fromEntries(
  ["EDITION", "DIST", "PREACT", "ROOM"].map((name) => [name.toLowerCase(), resolve(process.env[name])]),
);

/** The paths of the stories that are related to one, as its data has it. */
async function related(path) {
  const { items, _civil: { related, items: others } } = JSON.parse(await readFile(join(edition, path, "feed.json"), "utf8"));
  const all = [...items, ...others];
  return related.map((number) => decodeURI(new URL(all[number - 1].url).pathname.slice(1)));
}

const [next] = await related(story);
const other = (await related(next)).find((path) => path !== story);
const paths = [story, next, other];
const sites = await makeSites({ room, edition, dist, preact, paths });
const servers = [];
for (const site of sites) {
  const server = await serve({ folder: site.folder, keep });
  site.address = server.address;
  servers.push(server);
}
const browser = await chromium.launch({ executablePath, args });

/** A trial. One that hangs, as was seen once on a machine that had too much to do, costs no others; it is told. */
async function open(site) {
  try {
    return await trial(browser, site, paths);
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
    console.log(`${site.name} did not come to an end and is opened again (${error.message.split("\n")[0]})`);
    return trial(browser, site, paths);
  }
}

const load = () => `load of the machine ${loadavg()[0].toFixed(2)}`;
console.log(`${rounds} rounds; ${load()}. /${story}, then /${next} and /${other}`);
const trials = new Map(sites.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  // Each site is the first as often as the others: what comes before it must not always be the same.
  for (let place = 0; place < sites.length; place++) {
    const site = sites[(place + round) % sites.length];
    trials.get(site.name).push(await open(site));
  }
  console.log(`round ${round + 1}: LCP ${[...trials].map(([name, all]) => `${name} ${all.at(-1).largest.toFixed(0)}`).join(", ")}`);
}
await browser.close();
for (const server of servers) await server.close();

const results = new Map([...trials].map(([name, all]) => [name, medians(all)]));
console.log(`\n${table(results)}\n\n${goals(results)}\n\n${load()}`);
