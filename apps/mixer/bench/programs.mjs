import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../../../tooling/commands/run.mjs";

/**
 * A program with its arguments.
 * @typedef {{ command: string, args: readonly string[] }} Program
 */

/** The command line of this repository, as a program. @param {readonly string[]} args @returns {Program} */
export const headroom = (...args) => ({ command: process.execPath, args: ["packages/cli/bin/headroom.js", ...args] });

/** @param {string} command @param {string} versionFlag */
export async function isInstalled(command, versionFlag) {
  return (await run(command, [versionFlag], { capture: true })).code === 0;
}

/**
 * What a program writes.
 * @param {Program} program
 * @throws With the program's own words when it fails.
 */
export async function outputOf({ command, args }) {
  const { code, output } = await run(command, args, { capture: true });
  if (code !== 0) throw new Error(`${path.basename(command)} failed:\n${output.trim()}`);
  return output;
}

/**
 * Runs whole programs in turns, so that all meet the same disturbances.
 * @param {readonly Program[]} programs
 * @param {number} rounds
 * @returns {Promise<number[]>} Seconds of each program's fastest run.
 */
export async function fastestRuns(programs, rounds) {
  const best = programs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [n, program] of programs.entries()) {
      const started = performance.now();
      await outputOf(program);
      best[n] = Math.min(best[n] ?? Infinity, (performance.now() - started) / 1000);
    }
  }
  return best;
}

/**
 * Gives a folder for files that nobody needs afterwards.
 * @template Result
 * @param {(folder: string) => Promise<Result>} use
 */
export async function inTemporaryFolder(use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
