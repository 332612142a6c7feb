// A real Caddy on the edition, with the configuration that the press writes beside it.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, listens } from "./ports.mjs";

/** Why Caddy cannot be had on this machine, or nothing if it can. */
export function lacks() {
  return spawnSync("caddy", ["version"], { stdio: "ignore" }).error && "Caddy is not installed";
}

/** Serves an edition from the folder `root`, without https. Returns its `address` and `close`. */
export async function serveByCaddy(edition, { root = edition } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "caddy-"));
  const port = await freePort();
  const site = readFileSync(join(`${edition}.press`, "deploy/Caddyfile"), "utf8")
    .replace("example.org {", `http://127.0.0.1:${port} {`)
    .replace("root * /srv/edition", `root * ${root}`);
  const file = join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const env = { PATH: process.env.PATH, HOME: folder };
  const caddy = spawn("caddy", ["run", "--adapter", "caddyfile", "--config", file], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  caddy.stderr.on("data", (part) => (said += part));
  await listens(caddy, port, () => said);
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      const ended = new Promise((resolve) => caddy.once("exit", resolve));
      caddy.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
