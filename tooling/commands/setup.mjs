import "./require-node.mjs";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CACHE, ROOT } from "./paths.mjs";
import { fetchPnpm, holdsPnpm, withPnpm } from "./pnpm.mjs";
import { run, runNode } from "./run.mjs";

const STAMP = path.join(ROOT, "node_modules", ".headroom-setup.json");

/**
 * Installs the dependencies that the lockfile states. Does nothing when they are there already.
 * @returns {Promise<NodeJS.ProcessEnv>} The environment in which the repository's tools run.
 * @throws When pnpm cannot be had or the install fails.
 */
export async function install() {
  const wanted = fingerprint();
  const last = readStamp();
  if (last?.fingerprint === wanted && holdsPnpm(last.pnpm)) return withPnpm(last.pnpm);

  console.log("Installing dependencies…");
  const pnpm = await fetchPnpm();
  const env = withPnpm(pnpm);
  // CI=true: pnpm replaces an outdated node_modules without asking.
  const { code } = await run("pnpm", ["install", "--frozen-lockfile"], { env: { ...env, CI: "true" } });
  if (code !== 0) throw new Error("pnpm could not install the dependencies; its own words are above.");
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ fingerprint: wanted, pnpm }));
  return env;
}

/**
 * Builds packages and whatever they need. Turbo takes what did not change from its cache.
 * @param {NodeJS.ProcessEnv} env - What {@link install} gave.
 * @param {readonly string[]} [packages] - Package names; all of them without any.
 * @throws When a build fails.
 */
export async function build(env, packages = []) {
  const filters = packages.map((name) => `--filter=${name}`);
  const announcement = setTimeout(() => console.log("Building…"), 1500);
  const { code, output } = await turbo(env, ["build", ...filters], { capture: true });
  clearTimeout(announcement);
  if (code !== 0) throw new Error(`${output.trim()}\nThe build failed; the compiler's words are above.`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @param {{ capture?: boolean }} [options]
 */
export function turbo(env, args, options = {}) {
  return runNode("node_modules/turbo/bin/turbo", ["run", ...args, "--output-logs=errors-only", "--log-order=grouped", "--no-color"], { ...options, env });
}

/** A digest of all that decides what an install gives. */
function fingerprint() {
  const hash = createHash("sha256").update(process.versions.modules).update(process.platform);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", "package.json", ...manifests()]) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex");
}

function manifests() {
  const folders = readFileSync(path.join(ROOT, "pnpm-workspace.yaml"), "utf8").matchAll(/^\s+- ["']?([\w-]+)\/\*/gm);
  return [...folders]
    .flatMap(([, parent = ""]) => readdirSync(path.join(ROOT, parent)).map((name) => `${parent}/${name}/package.json`))
    .filter((file) => existsSync(path.join(ROOT, file)))
    .sort();
}

/** @returns {{ fingerprint: string, pnpm: string } | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await build(await install());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
