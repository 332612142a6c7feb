// One reader's phone at one site: opens a story, comes back to it three times, and goes on to two others.

import { median } from "./report.mjs";
import { spy } from "./spy.mjs";

const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowness = 4;
/** How long a reader's pointer rests on a link before the click, in milliseconds. */
const dwell = 200;

/** A page on a phone, and the requests it has made. */
async function openPage(context, site) {
  const page = await context.newPage();
  await page.addInitScript(spy, site.up);
  const wire = await context.newCDPSession(page);
  const requests = new Map();
  let start;
  wire.on("Network.requestWillBeSent", ({ requestId, request, timestamp, wallTime }) => {
    start ??= timestamp;
    requests.set(requestId, { clock: wallTime * 1000, url: request.url, priority: request.initialPriority, asked: (timestamp - start) * 1000 });
  });
  wire.on("Network.responseReceived", ({ requestId, timestamp }) => {
    const request = requests.get(requestId);
    if (request) request.answered = (timestamp - start) * 1000;
  });
  const end = ({ requestId, timestamp, encodedDataLength: bytes = 0 }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { ended: (timestamp - start) * 1000, bytes });
  };
  wire.on("Network.loadingFinished", end);
  wire.on("Network.loadingFailed", end);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", network);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slowness });

  /** Comes back when nothing is under way and the page has nothing left to do. */
  async function quiet() {
    const isBusy = () => [...requests.values()].some(({ ended }) => ended === undefined);
    do {
      await page.evaluate(() => new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
      }));
    } while (isBusy());
  }

  return { page, requests, quiet };
}

/** Opens the story as a reader who comes from outside. */
async function visit(context, site, path) {
  const { page, requests, quiet } = await openPage(context, site);
  await page.goto(site.address + path, { waitUntil: "load" });
  await page.waitForFunction((needsApp) => window.bench.text && (!needsApp || window.bench.up), Boolean(site.up));
  await quiet();
  const { text, up, largest, shifts, paint, origin } = await page.evaluate(() => ({
    ...window.bench,
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    origin: performance.timeOrigin,
  }));
  const wire = [...requests.values()];
  // The page's own `responseStart` knows nothing of the latency that is put on.
  const firstByte = wire[0].clock + wire[0].answered - origin;
  const figures = {
    paint,
    text,
    largest: largest.at(-1).time,
    up: up && up - firstByte,
    bytes: wire.reduce((sum, { bytes }) => sum + bytes, 0),
    shifts,
  };
  return { page, quiet, figures, wire, paints: largest };
}

/** Goes to a story by its headline among the related ones; `points` at it first, until its data is there. */
async function open({ page, quiet }, site, path, { points }) {
  const link = page.locator(`.onward__related a.story-card__link[href="/${path}"]`);
  await link.scrollIntoViewIfNeeded();
  await quiet();
  if (points) {
    const came = site.ahead && page.waitForResponse(`${site.address}${path}feed.json`);
    await link.hover();
    if (came) await (await came).finished();
    // Nobody clicks in the moment in which the pointer comes.
    await page.waitForTimeout(dwell);
    await quiet();
  }
  // A click of the script's: the mouse would point at the link first.
  await link.evaluate((link) => link.click());
  const opened = await page.waitForFunction(() => window.bench?.opened);
  await quiet();
  return opened.jsonValue();
}

/** All figures of a site, by a browser that knows nothing yet. `paths` are those of the story and of two that follow. */
export async function trial(browser, site, [path, next, other]) {
  const context = await browser.newContext(phone);
  try {
    const cold = await visit(context, site, path);
    const warm = [];
    let last = cold;
    // Times of one visit differ by a tenth, and two sites by less.
    while (warm.length < 3) {
      await last.page.close();
      last = await visit(context, site, path);
      warm.push(last.figures);
    }
    const ahead = await open(last, site, next, { points: true });
    const opened = await open(last, site, other, { points: false });
    const { figures: { up, paint, text, largest, bytes, shifts }, wire, paints } = cold;
    const again = (key) => median(warm.map((figures) => figures[key]));
    return { paint, text, largest, warm: again("largest"), up, upWarm: again("up"), bytes, shifts, ahead, opened, wire, paints };
  } finally {
    await context.close();
  }
}
