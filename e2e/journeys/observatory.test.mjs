// MDN's HTTP Observatory on the edition, as a real nginx serves it by https: its own scan, and its own points.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { edition } from "../browser.mjs";
import { lacks, serveByNginx } from "../nginx.mjs";
import { observe } from "../observatory.mjs";

const name = "news.example";

describe("the Observatory", { skip: lacks({ https: true }) }, () => {
  async function host(t, change) {
    const nginx = await serveByNginx(edition, { name, change });
    t.after(nginx.close);
    return nginx;
  }

  // A page that is not there gets no points at all: the scan ends at the status 404.
  for (const path of ["", "a-bridge-with-two-owners/", "category/politics/", "search/"]) {
    test(`gives /${path} an A+ and 135 points or more, and no test fails`, async (t) => {
      const { scan, tests } = await observe(await host(t), path);
      assert.ok(scan.score >= 135, `${scan.score}`);
      assert.equal(scan.grade, "A+");
      assert.equal(scan.testsFailed, 0);
      assert.equal(tests["content-security-policy"].result, "csp-implemented-with-no-unsafe-default-src-none");
      assert.equal(tests["subresource-integrity"].result, "sri-implemented-and-all-scripts-loaded-securely");
      assert.deepEqual(tests.redirection.route, [`http://${name}/${path}`, `https://${name}/${path}`]);
    });
  }

  test("gives fewer points, and no A, where the policy is not sent", async (t) => {
    const { scan, tests } = await observe(await host(t, (server) => server.replace(/^ *add_header Content-Security-Policy .*$/m, "")));
    assert.equal(tests["content-security-policy"].result, "csp-not-implemented");
    assert.ok(scan.score < 90, `${scan.score}`);
    assert.doesNotMatch(scan.grade, /A/);
  });

  test("gives fewer points where the policy lets inline scripts run", async (t) => {
    const { scan, tests } = await observe(await host(t, (server) => server.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")));
    assert.equal(tests["content-security-policy"].result, "csp-implemented-with-unsafe-inline");
    assert.ok(scan.score < 135, `${scan.score}`);
  });
});
