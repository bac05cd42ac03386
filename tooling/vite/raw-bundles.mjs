import { readFile } from "node:fs/promises";

/**
 * Vite plugin: the development server gives plugins' bundles as they lie on the disk. They are complete, and changed
 * by the server they would no longer have the hash that their manifest says.
 * @returns {import("vite").Plugin}
 */
export function rawBundles() {
  return {
    name: "headroom:raw-bundles",
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = /^\/@fs(\/.+\/plugins\/[^/]+\/dist\/(?:processor|view-bundle)\.js)$/.exec(decodeURI(request.url ?? ""))?.[1];
        if (file === undefined) return next();
        readFile(file).then((bytes) => {
          response.setHeader("Content-Type", "text/javascript");
          response.end(bytes);
        }, next);
      });
    },
  };
}
