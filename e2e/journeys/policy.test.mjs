// The headers of the tests' host, of README.md and of `trunk serve` are the same.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { headers } from "../headers.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

test("README.md names every header that these tests were made with", async () => {
  const readme = (await read("README.md")).replace(/\n +/g, " ");
  for (const [name, value] of Object.entries(headers)) assert.ok(readme.includes(`${name}: ${value}`), `${name}: ${value}`);
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
