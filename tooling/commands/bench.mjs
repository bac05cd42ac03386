import "./require-node.mjs";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { MIXER, ROOT } from "./paths.mjs";
import { build, install } from "./setup.mjs";

/**
 * One line of the table.
 * @typedef {{ what: string, target: string, measured: string }} Row
 *
 * What a benchmark gets: a browser of its own settings, and the built mixer's address.
 * @typedef {{ browser: import("@playwright/test").Browser, url: string }} Bench
 *
 * A file `apps/mixer/bench/NAME.bench.mjs` exports this by the name `bench`.
 * @typedef {(context: Bench) => Promise<Row[]>} BenchFunction
 */

const FOLDER = path.join(MIXER, "bench");

try {
  const { values } = parseArgs({ options: { only: { type: "string" }, write: { type: "boolean", default: true } }, allowNegative: true });
  await build(await install(), ["@headroom/mixer"]);
  const { chromium } = await import("@playwright/test");
  const { findChromium } = await import("./find-chromium.mjs");
  const { CHROMIUM_FLAGS } = await import("../browser/chromium-flags.mjs");
  const { serveBuilt } = await import("../vite/serve-built.mjs");
  const { benchTable, machineLine, writeBetweenMarkers } = await import("./bench-table.mjs");

  const server = await serveBuilt({ root: MIXER, port: 0, host: "localhost" });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS, chromiumSandbox: false });
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const file of benchFiles(values.only)) {
      console.log(`── ${path.basename(file, ".bench.mjs")}`);
      const { bench } = /** @type {{ bench: BenchFunction }} */ (await import(pathToFileURL(file).href));
      const measured = await bench({ browser, url: `http://localhost:${server.port}/` });
      for (const row of measured) console.log(`${row.what}: ${row.measured} (${row.target})`);
      rows.push(...measured);
    }
    const table = `${benchTable(rows)}\n\n${machineLine(`Chromium ${browser.version()}`)}`;
    // A part of the table would drop the rest of it.
    if (values.write && values.only === undefined) writeBetweenMarkers(path.join(ROOT, "README.md"), "bench", table);
    else console.log(`\n${table}`);
  } finally {
    await browser.close();
    await server.close();
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string | undefined} only */
function benchFiles(only) {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".bench.mjs")).sort() : [];
  const chosen = only === undefined ? files : files.filter((name) => name === `${only}.bench.mjs`);
  if (chosen.length === 0) throw new Error(only === undefined ? "There is no benchmark in apps/mixer/bench." : `There is no benchmark "${only}" in apps/mixer/bench.`);
  return chosen.map((name) => path.join(FOLDER, name));
}
