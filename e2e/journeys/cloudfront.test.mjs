// The function for CloudFront in docs/deploy.md: which of an edition's files a request is for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const manual = await readFile(new URL("../../docs/deploy.md", import.meta.url), "utf8");
const [, written] = manual.match(/^```js\n([^]*?)^```$/m);
const handler = new Function(`${written}; return handler`)();

const ask = (uri, querystring = {}) => handler({ request: { uri, querystring } });

test("a folder is asked for its page, and a file for itself", () => {
  for (const [uri, file] of [
    ["/", "/index.html"],
    ["/category/politics/", "/category/politics/index.html"],
    ["/issue-2.0/", "/issue-2.0/index.html"],
    ["/category/politics/feed.json", "/category/politics/feed.json"],
    ["/app-0123456789abcdef.wasm", "/app-0123456789abcdef.wasm"],
  ]) assert.equal(ask(uri).uri, file);
});

test("a folder without its slash gets it, and the query is kept", () => {
  const query = { print: { value: "" }, q: { value: "a%20b", multiValue: [{ value: "a%20b" }, { value: "c" }] } };
  for (const [uri, given, to] of [
    ["/about-us", {}, "/about-us/"],
    ["/%D0%BD%D0%B8%D1%82%D0%BA%D0%B0", {}, "/%D0%BD%D0%B8%D1%82%D0%BA%D0%B0/"],
    ["/a-bridge", query, "/a-bridge/?print&q=a%20b&q=c"],
  ]) {
    const { statusCode, headers } = ask(uri, given);
    assert.deepEqual([statusCode, headers.location.value], [301, to]);
  }
});

// A browser reads `//elsewhere.example/` as another host's address.
test("nobody is led to another host", () => {
  for (const uri of ["//elsewhere.example/a", "///elsewhere", "//elsewhere.example/a/"]) {
    const { headers, uri: file } = ask(uri);
    assert.match(headers?.location.value ?? file, /^\/[^/]/, uri);
  }
});
