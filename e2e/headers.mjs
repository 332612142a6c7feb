// What a host should send with every file: the block under "Headers" in README.md.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [, block] = readme.match(/^### Headers$[^]*?^```text\n([^]*?)^```$/m);
const lines = block.replace(/\n +/g, " ").trim().split("\n");

export const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/, 2)));
