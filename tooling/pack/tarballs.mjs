import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../commands/paths.mjs";
import { run } from "../commands/run.mjs";
import { install } from "../commands/setup.mjs";

/** @typedef {{ name: string, tarball: string, exports: string[] }} Packed */

/**
 * Packs every public package as it would be published.
 * @param {string} folder - Where the tarballs go.
 * @returns {Promise<Packed[]>}
 * @throws When a package cannot be packed.
 */
export async function packAll(folder) {
  const env = await install();
  return Promise.all(
    publicPackages().map(async ({ manifest, cwd }) => {
      const { code, output } = await run("pnpm", ["pack", "--json", "--pack-destination", folder], { cwd, env, capture: true });
      if (code !== 0) throw new Error(`${manifest.name} cannot be packed:\n${output}`);
      const { filename } = JSON.parse(output.slice(output.indexOf("{")));
      return { name: manifest.name, tarball: path.resolve(folder, filename), exports: Object.keys(manifest.exports ?? {}) };
    }),
  );
}

function publicPackages() {
  return ["packages", "plugins", "apps"]
    .flatMap((parent) => readdirSync(path.join(ROOT, parent)).map((name) => path.join(ROOT, parent, name)))
    .map((cwd) => ({ cwd, manifest: JSON.parse(readFileSync(path.join(cwd, "package.json"), "utf8")) }))
    .filter(({ manifest }) => manifest.private !== true);
}
