// A real nginx on the edition, with the configuration that the press writes beside it.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const modules = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules"];

/** Why nginx cannot be had on this machine, or nothing if it can. */
export function lacks() {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore", env: { PATH: `${process.env.PATH}:/usr/sbin` } });
  } catch {
    return "nginx is not installed";
  }
  return module_() ? undefined : "nginx has no module for Brotli (on Debian: libnginx-mod-http-brotli-static)";
}

function module_() {
  const folder = modules.find((folder) => existsSync(join(folder, "ngx_http_brotli_static_module.so")));
  return folder && join(folder, "ngx_http_brotli_static_module.so");
}

/** Serves an edition. Returns its `address` and `close`. */
export async function serveByNginx(edition) {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const port = await freePort();
  const server = readFileSync(join(`${edition}.press`, "deploy/nginx.conf"), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("    listen [::]:80;\n", "")
    .replace("root /srv/edition;", `root ${edition};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  const configuration = [
    `load_module ${module_()};`,
    "daemon off;",
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    `pid ${folder}/pid;`,
    `error_log ${folder}/errors;`,
    "events {}",
    `http { access_log off; ${temporary.join(" ")}`,
    server,
    "}",
  ];
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configuration.join("\n"));
  const env = { PATH: `${process.env.PATH}:/usr/sbin` };
  const nginx = spawn("nginx", ["-p", folder, "-c", file, "-e", join(folder, "errors")], { env, stdio: "inherit" });
  for (let tries = 0; !(await isOpen(port)); tries++) {
    if (tries > 100 || nginx.exitCode !== null) throw new Error(readFileSync(join(folder, "errors"), "utf8"));
    await wait(50);
  }
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true) ?? socket.destroy());
    socket.once("error", () => resolve(false));
  });
}
