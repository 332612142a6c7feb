// Starts the app. It stands in a file of its own so that the page needs no inline script, and it leaves the page as
// it is when the app cannot start.

// Leptos makes its own fixed templates through `innerHTML`, which a policy with Trusted Types refuses unless there is
// a default policy. This one lets nothing pass but text and plain tags: none that loads or runs something, no event
// handlers, no styles, and addresses only without a scheme. `createScript` and `createScriptURL` are not there, so
// that the browser refuses what would need them.
const tag = String.raw`(?!(?:script|i?frame|frameset|object|embed|applet|meta|base|link|style|form|template|portal|math|foreignobject|animate\w*|set|noscript|xmp|textarea|title|plaintext)\b)[a-z][\w-]*`;
const address = String.raw`(?:href|src|action|formaction|poster|cite|xlink:href)="[^":&\\\x00-\x20]*"`;
const plain = String.raw`(?!on|style\b|src|href|xlink|action|formaction|poster|cite|ping|background)[a-z][\w:-]*(?:="[^"<]*")?`;
const template = new RegExp(String.raw`^(?:[^<]|<!>|<!---->|</${tag}>|<${tag}(?: +(?:${address}|${plain}))* */?>)*$`, "i");
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (template.test(html) ? html : null),
});

// The reader's choice of light or dark, before the program comes: a finished page must not change when it does.
try {
  const { theme } = localStorage;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser may keep its storage closed.
}

const notice = document.querySelector("[data-boot-failed]");
function failed(error) {
  console.error(error);
  document.documentElement.dataset.boot = "failed";
  if (!notice) return;
  notice.hidden = false;
  // The program may have put another page in the place of this one, and not have come to its story.
  if (!notice.isConnected && !document.querySelector("main h1")) document.querySelector("main").replaceChildren(notice);
}

const soon = (limit) => new Promise((done) => setTimeout(done, limit));

/** Comes when what the server sent has been painted. A page that nobody sees is not painted. */
async function painted() {
  if (document.hidden) return;
  // A picture that is at hand is decoded beside the page: without a moment's wait the program would be before it.
  const picture = document.querySelector("#app img[fetchpriority=high]");
  await Promise.race([picture?.decode().catch(() => {}), soon(200)]);
  // The first frame has the words, the one behind it the picture.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await soon(0);
}

const { glue, wasm, wasmIntegrity } = document.querySelector("script[data-glue]").dataset;
try {
  // An edition says what the program's bytes must be; a browser refuses any other.
  const program = fetch(wasm, wasmIntegrity ? { integrity: wasmIntegrity } : {});
  program.catch(() => {});
  // A finished page is not held up by the program that takes it over.
  if (document.querySelector("#app > #top")) await painted();
  const { default: init, rest } = await import(glue);
  await init({ module_or_path: program });
  // A finished program comes in two parts. The second is asked for again if it is needed and has not come.
  rest?.(failed).catch((error) => console.warn(error));
} catch (error) {
  failed(error);
}
