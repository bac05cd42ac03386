import "./require-node.mjs";
import path from "node:path";
import { MIXER } from "./paths.mjs";
import { build, install } from "./setup.mjs";

try {
  await build(await install(), ["@headroom/mixer^..."]);
  // After the install: Vite comes with it.
  const { createServer } = await import("vite");
  const server = await createServer({ root: MIXER, configFile: path.join(MIXER, "vite.config.ts") });
  await server.listen();
  server.printUrls();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
