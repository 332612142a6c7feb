// MDN's HTTP Observatory, run on a site on this machine as its makers run it on a site in the net: by its own command.
// It is under the MPL-2.0; nothing of it goes into what is built.

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const published = new URL("node_modules/@mdn/mdn-http-observatory/", import.meta.url);
const loopback = new URL("observatory/loopback.mjs", import.meta.url);

/**
 * What the Observatory says of the page at a path of a site that `serveByNginx` serves with a certificate: the `scan`
 * with its `score` and `grade`, and the result of each of its `tests`.
 *
 * Two things are not as in the net: the site's name leads to this machine (see observatory/loopback.mjs), and the list
 * of hosts that browsers know to have https, which is fetched when the package is installed with its scripts, is empty.
 * A host in that list would get five points more.
 */
export async function observe({ name, ports, certificate }, path = "") {
  writeFileSync(new URL("conf/hsts-preload.json", published), "{}");
  const scan = fileURLToPath(new URL("src/scan.js", published));
  const env = { NODE_EXTRA_CA_CERTS: certificate, SITE: name, HTTP_PORT: ports.http, HTTPS_PORT: ports.https };
  // The command takes a host's name. What it makes an address of may have a path as well.
  const run = promisify(execFile)(process.execPath, ["--import", loopback.href, scan, `${name}/${path}`], { env });
  const { stdout } = await run.catch((failed) => failed);
  const found = JSON.parse(stdout);
  if (found.error) throw new Error(found.error);
  return found;
}
