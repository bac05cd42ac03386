import "./require-node.mjs";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { MIXER, ROOT } from "./paths.mjs";
import { build, install } from "./setup.mjs";

/**
 * One line of a table. `readmes` are the folders whose README shows it, from the repository's: "" is its own, which shows
 * every row that says nothing else.
 * @typedef {{ what: string, target: string, measured: string, readmes?: readonly string[] }} Row
 *
 * What a benchmark gets: a browser of its own settings, the built mixer's address, and that of an empty isolated page from
 * which every module of the repository can be imported.
 * @typedef {{ browser: import("@playwright/test").Browser, url: string, pagesUrl: string }} Bench
 *
 * A file `apps/mixer/bench/NAME.bench.mjs` exports this by the name `bench`.
 * @typedef {(context: Bench) => Promise<Row[]>} BenchFunction
 */

const FOLDER = path.join(MIXER, "bench");

try {
  const { values } = parseArgs({ options: { only: { type: "string" }, write: { type: "boolean", default: true } }, allowNegative: true });
  await build(await install());
  const { chromium } = await import("@playwright/test");
  const { findChromium } = await import("./find-chromium.mjs");
  const { CHROMIUM_FLAGS } = await import("../browser/chromium-flags.mjs");
  const { servePages } = await import("../browser/page-server.mjs");
  const { serveBuilt } = await import("../vite/serve-built.mjs");
  const { machineLine } = await import("./bench-table.mjs");

  const server = await serveBuilt({ root: MIXER, port: 0, host: "localhost" });
  const pages = await servePages();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS, chromiumSandbox: false });
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const file of benchFiles(values.only)) {
      console.log(`── ${path.basename(file, ".bench.mjs")}`);
      const { bench } = /** @type {{ bench: BenchFunction }} */ (await import(pathToFileURL(file).href));
      const measured = await bench({ browser, url: `http://localhost:${server.port}/`, pagesUrl: pages.url });
      for (const row of measured) console.log(`${row.what}: ${row.measured} (${row.target})`);
      rows.push(...measured);
    }
    const machine = machineLine(`Chromium ${browser.version()}`);
    // A part of the table would drop the rest of it.
    if (values.write && values.only === undefined) await writeTables(rows, machine);
    else console.log(`\n${machine}`);
  } finally {
    await browser.close();
    await Promise.all([server.close(), pages.close()]);
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * Writes every README's table.
 * @param {readonly Row[]} rows
 * @param {string} machine
 */
async function writeTables(rows, machine) {
  const { benchTable, writeBetweenMarkers } = await import("./bench-table.mjs");
  const readmesOf = (/** @type {Row} */ { readmes = [""] }) => readmes;
  for (const folder of new Set(rows.flatMap(readmesOf))) {
    const shown = rows.filter((row) => readmesOf(row).includes(folder));
    writeBetweenMarkers(path.join(ROOT, folder, "README.md"), "bench", `${benchTable(shown)}\n\n${machine}`);
  }
}

/** @param {string | undefined} only */
function benchFiles(only) {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".bench.mjs")).sort() : [];
  const chosen = only === undefined ? files : files.filter((name) => name === `${only}.bench.mjs`);
  if (chosen.length === 0) throw new Error(only === undefined ? "There is no benchmark in apps/mixer/bench." : `There is no benchmark "${only}" in apps/mixer/bench.`);
  return chosen.map((name) => path.join(FOLDER, name));
}
