// Builds each folder here as a plugin's own build does: processor.js, view-bundle.js where there is a view, and the manifest.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const HERE = import.meta.dirname;
/** @param {string} command @param {readonly string[]} args */
const run = (command, ...args) => execFileSync(path.join(HERE, "node_modules/.bin", command), args, { cwd: HERE, stdio: "inherit" });

for (const { name } of readdirSync(HERE, { withFileTypes: true }).filter((entry) => existsSync(path.join(HERE, entry.name, "index.ts")))) {
  run("headroom-bundle", `${name}/index.ts`, `${name}/dist/processor.js`, "--external", "./view.js");
  if (existsSync(path.join(HERE, name, "view.tsx"))) run("headroom-bundle", `${name}/view.tsx`, `${name}/dist/view-bundle.js`);
  run("headroom-manifest", `${name}/dist`);
}
