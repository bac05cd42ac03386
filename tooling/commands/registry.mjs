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
  const { url } = await serveRegistry(await packAll(folder), PORT);
  console.log(`This clone's packages are at ${url} until you press Ctrl-C. In another terminal, where your plugin is to be:

  export npm_config_registry=${url}
  npm create headroom-plugin
`);
} catch (error) {
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(inUse ? `Port ${PORT} is in use; end what listens there, perhaps an npm run registry in another terminal.` : error instanceof Error ? error.message : error);
  process.exit(1);
}
