import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] - Folder to run in; the repository's without one.
 * @property {NodeJS.ProcessEnv} [env] - Added to this process's environment.
 * @property {boolean} [capture] - Return what it writes instead of showing it.
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} The exit code (127 when it cannot be started) and, with
 * `capture`, what it wrote to both streams.
 */
export function run(command, args, { cwd = ROOT, env = {}, capture = false } = {}) {
  return new Promise((resolve) => {
    // Windows finds npx and pnpm as .cmd files, which only its shell can start.
    const shell = process.platform === "win32" && command !== process.execPath;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += String(chunk)));
    child.stderr?.on("data", (chunk) => (output += String(chunk)));
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a Node script of the repository or of an installed package.
 * @param {string} script - Path from the repository's folder.
 * @param {readonly string[]} [args]
 * @param {RunOptions} [options]
 */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}
