// A real nginx on the edition, with the configuration that the press writes beside it.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, listens } from "./ports.mjs";

const modules = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules"];

/** Why nginx cannot be had on this machine, by https if that is asked, or nothing if it can. */
export function lacks({ https = false } = {}) {
  if (!runs("nginx", "-v")) return "nginx is not installed";
  if (https && !runs("openssl", "version")) return "openssl is not installed, which makes a certificate";
  return module_() ? undefined : "nginx has no module for Brotli (on Debian: libnginx-mod-http-brotli-static)";
}

function runs(program, ...words) {
  const env = { PATH: `${process.env.PATH}:/usr/sbin` };
  return !spawnSync(program, words, { stdio: "ignore", env }).error;
}

function module_() {
  const folder = modules.find((folder) => existsSync(join(folder, "ngx_http_brotli_static_module.so")));
  return folder && join(folder, "ngx_http_brotli_static_module.so");
}

/**
 * Serves an edition. Returns its `address` and `close`.
 *
 * `root` is another folder with the edition's files, `change` makes another configuration of the one that the press
 * wrote. With the `name` of a host the edition is served by https, as docs/deploy.md has it: `certificate` is then the
 * file of a certificate for that name, which is valid only here, and `ports` are those of `http` and `https`.
 */
export async function serveByNginx(edition, { root = edition, change = (server) => server, name } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const port = await freePort();
  const ports = name && { https: port, http: await freePort() };
  const certificate = name && certify(name, folder);
  const written = readFileSync(join(`${edition}.press`, "deploy/nginx.conf"), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port}${name ? ` ssl; ssl_certificate ${certificate}; ssl_certificate_key ${folder}/key` : ""};`)
    .replace("    listen [::]:80;\n", "")
    .replace("root /srv/edition;", `root ${root};`);
  const server = change(written);
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
    name ? `server { listen 127.0.0.1:${ports.http}; return 301 https://$host$request_uri; }` : "",
    "}",
  ];
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configuration.join("\n"));
  const env = { PATH: `${process.env.PATH}:/usr/sbin` };
  const nginx = spawn("nginx", ["-p", folder, "-c", file, "-e", join(folder, "errors")], { env, stdio: "inherit" });
  await listens(nginx, port, () => readFileSync(join(folder, "errors"), "utf8"));
  return {
    address: `http://127.0.0.1:${port}/`,
    name,
    ports,
    certificate,
    close: async () => {
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a key, and a certificate that it has signed itself. Returns the certificate's file. */
function certify(name, folder) {
  const file = join(folder, "certificate");
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const of = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  execFileSync("openssl", [...made, ...of, "-keyout", join(folder, "key"), "-out", file], { stdio: "ignore" });
  return file;
}
