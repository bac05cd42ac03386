// npm run registry: this clone's packages for npm, before they are published.
import "./require-node.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { serveRegistry } from "../pack/local-registry.mjs";
import { packAll } from "../pack/tarballs.mjs";
import { build, install } from "./setup.mjs";

const PORT = 4873;
const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-registry-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));

try {
  await build(await install());
  const { url } = await serveWherePossible(await packAll(folder));
  console.log(`This clone's packages are at ${url} until you press Ctrl-C. In another terminal, where your plugin is to be:

  export npm_config_registry=${url}
  npm create headroom-plugin

Each terminal in which you run npm for the plugin needs the first line.
`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * At the usual port, or at any where that one is taken.
 * @param {readonly import("../pack/tarballs.mjs").Packed[]} packed
 */
async function serveWherePossible(packed) {
  try {
    return await serveRegistry(packed, PORT);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    const served = await serveRegistry(packed);
    console.log(`Port ${PORT} is taken; using ${new URL(served.url).port}.`);
    return served;
  }
}
