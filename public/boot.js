// Starts the app. It stands in a file of its own so that the page needs no inline script, and it leaves the page as
// it is when the app cannot start.

const script = document.querySelector("script[data-glue]");

// Leptos makes its own fixed templates through `innerHTML`. Under Trusted Types that takes a default policy: this one
// lets templates pass and refuses whatever could act, wherever it may come from.
const acts = /<\s*\/?\s*(script|iframe|object|embed|meta|base|link|style|form|portal)\b|\son[a-z]+\s*=|javascript:|srcdoc/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (acts.test(html) ? null : html),
});

try {
  const { default: init } = await import(script.dataset.glue);
  await init({ module_or_path: fetch(script.dataset.wasm) });
} catch (error) {
  console.error(error);
  document.documentElement.dataset.boot = "failed";
  document.querySelector("[data-boot-failed]")?.removeAttribute("hidden");
}
