import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";

/**
 * A Markdown table of measurements.
 * @param {readonly { what: string, target: string, measured: string }[]} rows
 */
export function benchTable(rows) {
  const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  return ["| what | target | measured |", "|---|---|---|", ...rows.map(({ what, target, measured }) => `| ${cell(what)} | ${cell(target)} | ${cell(measured)} |`)].join("\n");
}

/**
 * On what and when something was measured.
 * @param {string} browser - Name and version.
 * @param {Date} [when]
 */
export function machineLine(browser, when = new Date()) {
  const [cpu] = os.cpus();
  const memoryGib = Math.round(os.totalmem() / 2 ** 30);
  return `Measured ${when.toISOString().slice(0, 10)}: ${os.availableParallelism()} cores of ${cpu?.model.trim() ?? os.arch()}, ${memoryGib} GiB, ${os.platform()}, ${browser}, Node ${process.versions.node}.`;
}

/**
 * Replaces what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->` in a file.
 * @param {string} file
 * @param {string} name
 * @param {string} text
 * @throws When the file has no such markers.
 */
export function writeBetweenMarkers(file, name, text) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const old = readFileSync(file, "utf8");
  const from = old.indexOf(start);
  const to = old.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${file} has no ${start} … ${end}; put both where the table belongs.`);
  writeFileSync(file, `${old.slice(0, from)}${start}\n${text}\n${old.slice(to)}`);
}
