#!/usr/bin/env node
// A file of its own, because a package manager links it before the package is built.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error("create-headroom-plugin is not built yet; run `node tooling/commands/setup.mjs` in the repository's folder.");
  process.exitCode = 1;
}
