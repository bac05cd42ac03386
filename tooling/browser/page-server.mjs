import path from "node:path";
import { createServer } from "vite";
import { CACHE, ROOT } from "../commands/paths.mjs";
import { isolationHeaders } from "@headroom/vite";

const BLANK_PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Headroom test page</title></head><body><div id="root"></div></body></html>';

/**
 * Serves an empty isolated page at `/`, and the repository's files below it: a test imports a built package
 * as `/packages/NAME/dist/index.js`, or a page module of its own (`*.browser.page.tsx`, from source).
 * Packages that these import are the built ones, as outsiders get them.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePages() {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    clearScreen: false,
    appType: "custom",
    cacheDir: path.join(CACHE, "vite-pages"),
    server: { port: 0, host: "localhost", hmr: false, ws: false, watch: null },
    // Found before the first page: a dependency that is found later reloads the page in the middle of a test.
    optimizeDeps: { entries: ["{packages,plugins}/*/src/**/*.browser.page.{ts,tsx}"] },
    plugins: [isolationHeaders(), blankPage()],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === "string") throw new Error("The page server has no port.");
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}

/** @returns {import("vite").Plugin} */
function blankPage() {
  return {
    name: "headroom:blank-page",
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.split("?")[0] !== "/") return next();
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(BLANK_PAGE);
      });
    },
  };
}
