import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import { ROOT } from "../commands/paths.mjs";
import { BOUNDARIES, LOADED } from "./import-rules.mjs";

/**
 * Checks who imports whom in a workspace.
 * @param {string} root - The workspace's folder.
 * @returns {Promise<string[]>} A sentence for each forbidden import.
 */
export async function checkImports(root) {
  const withTypes = await violations(root, BOUNDARIES, true);
  const loaded = await violations(root, LOADED, false);
  return [...withTypes, ...loaded];
}

/**
 * @param {string} root
 * @param {readonly import("dependency-cruiser").IForbiddenRuleType[]} forbidden
 * @param {boolean} types - Whether imports of types alone count.
 */
async function violations(root, forbidden, types) {
  const folders = ["packages", "plugins", "examples", "apps", "tooling"].filter((folder) => existsSync(path.join(root, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      ruleSet: { forbidden: [...forbidden] },
      validate: true,
      tsPreCompilationDeps: types,
      // Templates become projects outside the workspace; only put together do their imports lead somewhere.
      exclude: { path: "(^|/)dist/|(^|/)\\.scaffolds/|^packages/create-headroom-plugin/template/" },
      doNotFollow: { path: "node_modules" },
    },
    { conditionNames: ["@headroom/source", "import", "default"], exportsFields: ["exports"], extensions: [".ts", ".tsx", ".mjs", ".js"] },
  );
  if (typeof output === "string") throw new Error(output);
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]));
  return output.summary.violations.map(({ from, to, rule, cycle, via }) => {
    const route = (cycle ?? via ?? []).map((step) => step.name).filter((name) => name !== to);
    const through = route.length > 0 ? ` (by way of ${route.join(", ")})` : "";
    return `${from} imports ${to}${through}: ${rule.name}. ${comments.get(rule.name) ?? ""}`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = await checkImports(ROOT);
  for (const sentence of found) console.error(sentence);
  console.log(found.length === 0 ? "Every import is allowed." : `${found.length} forbidden imports.`);
  process.exit(found.length === 0 ? 0 : 1);
}
