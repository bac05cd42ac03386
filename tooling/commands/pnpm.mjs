import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";
import { run } from "./run.mjs";

/** The package manager as package.json states it: "pnpm@10.34.8". */
export const PNPM = /** @type {string} */ (JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).packageManager);

/**
 * Fetches pnpm at the stated version with npx.
 * @returns {Promise<string>} The folder that holds its command: put it first in PATH.
 * @throws When npx cannot get it.
 */
export async function fetchPnpm() {
  const print = process.platform === "win32" ? "echo %PATH%" : 'printf "%s\\n" "$PATH"';
  const { code, output } = await run("npx", ["--yes", `--package=${PNPM}`, "-c", process.platform === "win32" ? `"${print}"` : print], {
    capture: true,
  });
  const folder = output
    .split(/\r?\n/)
    .flatMap((line) => line.split(path.delimiter))
    .find((entry) => entry.includes("_npx") && holdsPnpm(entry));
  if (code !== 0 || folder === undefined) {
    throw new Error(`npx could not get ${PNPM}; is the npm registry within reach?\n${output.trim()}`);
  }
  return folder;
}

/** @param {string} folder */
export function holdsPnpm(folder) {
  return existsSync(path.join(folder, process.platform === "win32" ? "pnpm.cmd" : "pnpm"));
}

/**
 * The environment in which `pnpm` is a command, and in which nothing calls home.
 * @param {string} folder - What {@link fetchPnpm} gave.
 * @returns {NodeJS.ProcessEnv}
 */
export function withPnpm(folder) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return {
    [name]: `${folder}${path.delimiter}${process.env[name] ?? ""}`,
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    DO_NOT_TRACK: "1",
  };
}
