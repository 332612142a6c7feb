// Ports of this machine.

import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A port that nothing listens at. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until the program listens at the port. Throws `why()` when it has ended or takes five seconds. */
export async function listens(program, port, why) {
  for (let tries = 0; !(await isOpen(port)); tries++) {
    if (tries > 100 || program.exitCode !== null) throw new Error(why());
    await wait(50);
  }
}

function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true) ?? socket.destroy());
    socket.once("error", () => resolve(false));
  });
}
