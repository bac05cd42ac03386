/** @typedef {import("dependency-cruiser").IForbiddenRuleType} Rule */

/** Who imports whom: a folder and the workspace folders that it may import from, besides itself. */
const MAY_IMPORT = {
  "packages/dsp": [],
  "packages/sdk": ["packages/dsp"],
  "packages/session": ["packages/sdk"],
  "packages/engine": ["packages/dsp", "packages/sdk", "packages/session"],
  "packages/tone": ["packages/engine"],
  "packages/analysis": ["packages/engine", "packages/session", "packages/sdk", "packages/dsp"],
  "packages/ui": ["packages/sdk"],
  // It measures with the kernels that the mixer's meters are made of.
  "packages/cli": ["packages/analysis", "packages/engine", "packages/session", "packages/sdk", "packages/dsp"],
  // It writes manifests of the form that the session reads.
  "packages/vite": ["packages/sdk", "packages/session"],
  "packages/create-headroom-plugin": [],
  // One plugin each: a group in the pattern stands for the plugin's own folder.
  "plugins/([^/]+)": ["packages/sdk", "packages/dsp", "packages/ui"],
  "examples/([^/]+)": ["packages/sdk", "packages/dsp", "packages/ui"],
};

const WORKSPACE = "^(packages|plugins|apps|examples)/";
const TEST = "\\.test\\.(ts|tsx|mjs)$|-harness\\.ts$|/browser-tests/|\\.browser\\.page\\.tsx?$";
const REALTIME = "^packages/engine/src/(realtime|render)/|^packages/sdk/src/audio/|^packages/dsp/src/|^plugins/[^/]+/src/processor[./]|^examples/[^/]+/processor[.]";
/** The worker that hosts a plugin answers its host by comlink; the mix does not wait for it. */
const PLUGIN_WORKER = "^packages/engine/src/realtime/plugin-worker";

/** Rules for every import, also of types alone. @type {readonly Rule[]} */
export const BOUNDARIES = [
  ...Object.entries(MAY_IMPORT).map(([folder, others]) => mayImport(folder, others)),
  {
    name: "nobody-imports-an-app",
    comment: "An app uses packages; what others need of it belongs into a package.",
    severity: "error",
    from: { path: "^(packages|plugins|examples|tooling)/" },
    to: { path: "^apps/" },
  },
  {
    name: "only-a-plugins-view-imports-ui",
    comment: "A plugin's DSP runs where there is no page.",
    severity: "error",
    from: { path: "^(plugins/[^/]+/src|examples/[^/]+)/", pathNot: `^(plugins/[^/]+/src|examples/[^/]+)/view[./]|${TEST}` },
    to: { path: "^packages/ui/" },
  },
  {
    name: "only-through-exports",
    comment: "Import another package by its name; its exports say what it offers.",
    severity: "error",
    from: { path: "^(packages|plugins|apps|examples)/([^/]+)/" },
    to: { path: WORKSPACE, pathNot: "^$1/$2/", dependencyTypes: ["local"] },
  },
  {
    name: "resolvable",
    comment: "This import leads nowhere: is it in the package's dependencies, and in the other's exports?",
    severity: "error",
    from: { path: WORKSPACE },
    // Stylesheets and a bundler's suffixes are the bundler's to find; plugins' bundles exist once built; `node` and
    // `vite/client` are type references of tests.
    to: { couldNotResolve: true, pathNot: "\\.css$|\\?|^virtual:|/(processor|view-bundle)\\.js$|^(node|vite/client)$" },
  },
  {
    name: "real-time-code-knows-no-control-code",
    comment: "The folder tells the thread: what both sides need goes into a neutral file.",
    severity: "error",
    from: { path: REALTIME, pathNot: TEST },
    to: { path: "/src/(hosting|ui|view|bounce|document|storage|interchange)[./]" },
  },
];

/** Rules for what is really loaded, directly or not: imports of types do not count. @type {readonly Rule[]} */
export const LOADED = [
  {
    name: "no-cycles",
    comment: "Move what both need into a third file.",
    severity: "error",
    from: { path: WORKSPACE },
    to: { circular: true },
  },
  {
    name: "real-time-code-loads-no-control-code",
    comment: "An audio thread has neither a page nor messages to wait for.",
    severity: "error",
    from: { path: REALTIME, pathNot: `${TEST}|${PLUGIN_WORKER}` },
    to: { path: "node_modules/(react|react-dom|comlink|yjs|tone|zod)/", reachable: true },
  },
  {
    name: "dsp-and-sdk-depend-on-nothing",
    comment: "They run in every realm and come to a plugin's author alone.",
    severity: "error",
    from: { path: "^packages/(dsp|sdk)/src/", pathNot: TEST },
    to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", "npm-unknown", "core"], pathNot: "^packages/" },
  },
];

/**
 * @param {string} folder
 * @param {readonly string[]} others
 * @returns {Rule}
 */
function mayImport(folder, others) {
  const own = folder.replace("([^/]+)", "$1");
  return {
    name: `${folder.replace("([^/]+)", "*")}-imports`,
    comment: others.length === 0 ? "May import nothing of the workspace." : `May import ${others.join(", ")} of the workspace.`,
    severity: "error",
    from: { path: `^${folder}/` },
    to: { path: WORKSPACE, pathNot: `^(${[own, ...others].join("|")})/` },
  };
}
