import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../commands/paths.mjs";

/** The most that a plugin's worker bundle may weigh gzipped, kernels included: every insert of a session loads one. */
export const MOST_PROCESSOR_KB = 60;

/**
 * What the first-party plugins' worker bundles weigh.
 * @returns {{ name: string, folder: string, kilobytes: number }[]} Package name, folder from the repository's, and thousands of bytes,
 * gzipped as well as gzip can.
 */
export function processorSizes() {
  return readdirSync(path.join(ROOT, "plugins"))
    .map((name) => `plugins/${name}`)
    .filter((folder) => existsSync(path.join(ROOT, folder, "package.json")))
    .map((folder) => {
      const { name } = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
      const bundle = readFileSync(path.join(ROOT, folder, "dist", "processor.js"));
      return { name, folder, kilobytes: gzipSync(bundle, { level: 9 }).length / 1000 };
    });
}

/**
 * What is wrong with the size of a package's worker bundle.
 * @param {string} packageName
 * @param {ReturnType<typeof processorSizes>} [sizes]
 * @returns {string[]} One sentence, or none; packages without such a bundle have nothing wrong with it.
 */
export function sizeComplaints(packageName, sizes = processorSizes()) {
  return sizes
    .filter(({ name, kilobytes }) => name === packageName && kilobytes >= MOST_PROCESSOR_KB)
    .map(
      ({ folder, kilobytes }) =>
        `size: ${folder}/dist/processor.js is ${kilobytes.toFixed(1)} kB gzipped and must stay below ${MOST_PROCESSOR_KB} kB; leave out of the processor what only the view needs.`,
    );
}
