// How long a browser may keep what, for the sites that are measured: as an edition's `_headers` and README.md have it.

const named = /^(app|boot|main|paper|rest|style)-[^/]+$|^[^/]+-[0-9a-f]{13,16}\.css$|^cards\//;
const rarelyChanged = /^(fonts|icons|pictures)\//;

/** The `Cache-Control` of a name: for good where the name is made of the bytes, else asked for again each time. */
export function keep(name) {
  if (named.test(name)) return "public, max-age=31536000, immutable";
  return rarelyChanged.test(name) ? "public, max-age=604800" : "no-cache";
}
