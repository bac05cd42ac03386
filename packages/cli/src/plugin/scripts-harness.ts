import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { temporaryFolder } from "../wav/wav-harness.js";

const SOURCE = path.resolve(import.meta.dirname, "..");
const BUNDLE = path.resolve(SOURCE, "../../../tooling/bundle/bundle.mjs");

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderForAll(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-cli-"));
  made.push(folder);
  return folder;
}

/** Bundles a source file as the build does. */
export function bundle(entry: string, output: string, ...external: string[]): void {
  execFileSync(process.execPath, [BUNDLE, entry, output, ...external.flatMap((specifier) => ["--external", specifier])]);
}

/** The scripts of the processes that plugins run in, bundled from source: tests need no build. @returns their folder. */
export function bundleScripts(): URL {
  const folder = folderForAll();
  bundleChildren(folder);
  return pathToFileURL(`${folder}/`);
}

function bundleChildren(folder: string): void {
  for (const name of ["plugin-child", "session-child", "insert-thread"]) bundle(path.join(SOURCE, `child/${name}.ts`), path.join(folder, `${name}.mjs`), "node:*");
  for (const name of ["realm-entry", "group-realm-entry"]) bundle(path.join(SOURCE, `realm/${name}.ts`), path.join(folder, `${name}.js`));
}

/** The whole program, bundled as its build does. @returns its file. */
export function bundleProgram(): string {
  const folder = folderForAll();
  bundle(path.join(SOURCE, "bin/main.ts"), path.join(folder, "bin/main.mjs"), "node:*");
  bundleChildren(path.join(folder, "child"));
  return path.join(folder, "bin/main.mjs");
}

const ROOT = path.resolve(SOURCE, "../../..");

/** One of the repository's own plugins, bundled from source as its build does. @returns its file. */
export function bundlePlugin(name: string): string {
  return bundleEntry(path.join(ROOT, "plugins", name, "src/index.ts"));
}

/** The names of all plugins in `examples`. */
export const EXAMPLES = readdirSync(path.join(ROOT, "examples")).filter((name) => existsSync(exampleEntry(name)));

/** One of the examples, likewise. */
export function bundleExample(name: string): string {
  return bundleEntry(exampleEntry(name));
}

function exampleEntry(name: string): string {
  return path.join(ROOT, "examples", name, "index.ts");
}

function bundleEntry(entry: string): string {
  const file = path.join(folderForAll(), "processor.js");
  bundle(entry, file, "./view.js");
  return file;
}

/** What every statement of a plugin needs, as code without imports. */
const HEAD = `id: "test.headroom.plugin", name: "Test plugin", vendor: "Headroom tests", version: "1.0.0", features: ["utility"], readouts: {},`;
const GAIN = `{ kind: "decibels", unit: "dB", taper: "linear", min: -60, max: 12, default: 0, smoothMs: 20 }`;

/** A plugin's code: a gain, with parts of its statement or its processor replaced. */
export function pluginCode({ before = "", statement = "", processor = "process: gain" }: { before?: string; statement?: string; processor?: string } = {}): string {
  return `${before}
    function gain({ input, output, params, frames }) {
      for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * params.gain.gains[i];
    }
    export default { ${HEAD} params: { gain: ${GAIN} }, ${statement} processor: (context) => ({ ${processor} }) };`;
}

/** Writes a plugin's code to a file that is gone after the test. @returns its path. */
export function writePlugin(code: string): string {
  const file = path.join(temporaryFolder(), "plugin.js");
  writeFileSync(file, code);
  return file;
}
