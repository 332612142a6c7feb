// The headers of README.md, which the tests' host sends, of an edition and of `trunk serve` are the same.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { edition } from "../browser.mjs";
import { headers } from "../headers.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

test("an edition's `_headers` has for every file what README.md has, and no more", async () => {
  const [rule] = (await readFile(join(edition, "_headers"), "utf8")).split("\n\n");
  const [path, ...lines] = rule.split("\n  ");
  assert.equal(path, "/*");
  assert.deepEqual(lines, Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
});

test("`trunk serve` sends the same policy, with a nonce for its reload script", async () => {
  const trunk = await read("Trunk.toml");
  const rules = [...trunk.match(/^csp = \[\n([^]*?)^\]/m)[1].matchAll(/"(.*)",/g)].map((match) => match[1]);
  const policy = rules.join("; ").replace(" 'nonce-{{NONCE}}'", "");
  // A developer's server has no https to go up to.
  assert.equal(policy, headers["Content-Security-Policy"].replace("upgrade-insecure-requests; ", ""));
  for (const [name, value] of Object.entries(headers)) {
    if (["Content-Security-Policy", "Strict-Transport-Security"].includes(name)) continue;
    assert.ok(trunk.includes(`${name} = "${value}"`), name);
  }
});
