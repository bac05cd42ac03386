#!/usr/bin/env node
// headroom-manifest <folder>: writes headroom-plugin.json beside a built plugin's processor.js and view-bundle.js.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = path.resolve(process.argv[2] ?? "dist");
/** @param {string} file */
const load = (file) => import(pathToFileURL(file).href);

const { default: plugin } = await load(path.join(folder, "processor.js"));
const { CONTRACT_VERSION } = await load(createRequire(path.join(folder, "x.js")).resolve("@headroom/sdk"));
/** @param {string} file */
const bundle = (file) => ({ file, integrity: `sha256-${createHash("sha256").update(readFileSync(path.join(folder, file))).digest("base64")}` });

const { id, name, vendor, version } = plugin;
const manifest = {
  contract: CONTRACT_VERSION,
  id,
  name,
  vendor,
  version,
  processor: bundle("processor.js"),
  ...(existsSync(path.join(folder, "view-bundle.js")) ? { view: bundle("view-bundle.js") } : {}),
};
writeFileSync(path.join(folder, "headroom-plugin.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
