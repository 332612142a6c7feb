// What is watched inside of a page while it loads. It is sent to the page as text, before all other scripts.

/**
 * Keeps what happens in `window.bench`:
 *
 * - `text`: when the story's headline was painted first, as the browser's Element Timing has it. The headline gets the
 *   attribute for that as soon as it stands in the page, which is before it can be painted
 * - `largest`: what was the largest thing painted, and when; the last one counts
 * - `shifts`: how much of the page has moved (CLS)
 * - `up`: when the program was up. An app that takes over puts another `#app` in the place of the one that was sent; one
 *   that fills an empty page is up when there is a headline. Both have their listeners by then
 * - `opened`: how long it took from the last click until another headline had been painted: what is sent to oneself in
 *   the frame that has it comes when the frame is done. (Element Timing tells nothing of an element that only gets other
 *   words, which is what Preact does with a headline.)
 */
export function spy(up) {
  const seen = { shifts: 0, largest: [] };
  window.bench = seen;
  const observe = (type, hear) => {
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  };
  observe("element", ({ renderTime }) => void (seen.text ??= renderTime));
  observe("largest-contentful-paint", ({ startTime, element, url }) => {
    seen.largest.push({ time: startTime, what: url.split("/").pop() || element?.className || element?.tagName });
  });
  observe("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shifts += value;
  });

  const now = () => performance.timeOrigin + performance.now();
  const painted = new MessageChannel();
  // A story that is laid out ahead has a headline too, and so has the page before it for a moment.
  const shown = () => {
    const headlines = [...document.querySelectorAll("main h1")];
    const isSeen = (headline) => headline.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return headlines.length === 1 ? headlines[0] : headlines.find(isSeen);
  };
  // What was clicked on, and when. The window's name is known in the next page too, and costs nothing to read.
  let click = window.name && JSON.parse(window.name);
  addEventListener("click", ({ timeStamp }) => {
    click = { time: performance.timeOrigin + timeStamp, headline: shown().textContent };
    window.name = JSON.stringify(click);
    delete seen.opened;
  }, { capture: true });

  let first;
  const look = () => {
    const app = document.getElementById("app");
    first ??= app;
    const headline = shown();
    if (!headline?.textContent) return;
    headline.setAttribute("elementtiming", "headline");
    if (up === "filled" || app !== first) seen.up ??= performance.now();
    if (!click || click.headline === headline.textContent) return;
    const { time } = click;
    click = null;
    window.name = "";
    painted.port1.onmessage = () => void (seen.opened = now() - time);
    requestAnimationFrame(() => painted.port2.postMessage(null));
  };
  new MutationObserver(look).observe(document, { attributeFilter: ["class"], childList: true, characterData: true, subtree: true });
}
