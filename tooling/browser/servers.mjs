import { existsSync } from "node:fs";
import path from "node:path";
import { MIXER } from "../commands/paths.mjs";
import { serveBuilt } from "../vite/serve-built.mjs";
import { servePages } from "./page-server.mjs";

/**
 * Playwright's global set-up: serves the built mixer and the package pages for as long as the tests run, each
 * on a free port, and tells the tests where by the environment.
 * @returns {Promise<() => Promise<void>>} The undo.
 */
export default async function startServers() {
  if (!existsSync(path.join(MIXER, "dist", "index.html"))) {
    throw new Error("The mixer is not built; run `npm test`, or `node tooling/commands/setup.mjs` first.");
  }
  const mixer = await serveBuilt({ root: MIXER, port: 0, host: "localhost" });
  const pages = await servePages();
  process.env["HEADROOM_MIXER_URL"] = `http://localhost:${mixer.port}/`;
  process.env["HEADROOM_PAGES_URL"] = pages.url;
  return async () => {
    await Promise.all([mixer.close(), pages.close()]);
  };
}
