// Loaded before the Observatory's scan: its connections to the site's ports 80 and 443 end at a server on this machine,
// and no other can be opened. The scan itself, what it asks for and what it makes of the answers are as they were
// published.

import { Socket } from "node:net";

const { SITE: site, HTTP_PORT: http, HTTPS_PORT: https } = process.env;
const ports = new Map([[80, Number(http)], [443, Number(https)]]);
const { connect } = Socket.prototype;

Socket.prototype.connect = function (...given) {
  const options = [given].flat(2)[0];
  const port = ports.get(Number(options.port));
  if (options.host !== site || !port) throw new Error(`The scan wants to go to ${options.host}:${options.port}`);
  return connect.call(this, { ...options, host: "127.0.0.1", port }, ...[given].flat(2).filter((one) => typeof one === "function"));
};
