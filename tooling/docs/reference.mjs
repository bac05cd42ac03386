import path from "node:path";
import { Application, Logger, LogLevel, ReflectionKind } from "typedoc";
import { ROOT } from "../commands/paths.mjs";

/** Where the contract's reference lies. */
export const REFERENCE = path.join(ROOT, "docs/reference");

const SDK = path.join(ROOT, "packages/sdk");
/** Pages by the folder of their entry in the SDK's source. @type {Readonly<Record<string, string>>} */
const ENTRIES = { ".": "sdk", audio: "audio", view: "view", testing: "testing", vitest: "vitest" };
const THREADS = /@(audio|main|any)Thread/;

const OPTIONS = {
  entryPoints: Object.keys(ENTRIES).map((folder) => path.join(SDK, "src", folder, "index.ts")),
  tsconfig: path.join(SDK, "tsconfig.json"),
  plugin: ["typedoc-plugin-markdown"],
  readme: path.join(import.meta.dirname, "intro.md"),
  mergeReadme: true,
  outputFileStrategy: "modules",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  pageTitleTemplates: {
    /** @param {{ name: string }} page */
    module: ({ name }) => (name === "sdk" ? "@headroom/sdk" : `@headroom/sdk/${name}`),
  },
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  typeDeclarationFormat: "table",
  // Line numbers would change the pages with every edit.
  disableSources: true,
  excludePrivate: true,
  githubPages: false,
  modifierTags: ["@audioThread", "@mainThread", "@anyThread"],
  validation: { notDocumented: true, invalidLink: true, notExported: true },
  // The element's type is looked for in whatever DOM there is; there is nothing of ours in it.
  intentionallyNotDocumented: ["view.MountElement.__type.HTMLElement", "view.MountElement.__type.HTMLElement.__type.prototype"],
  // How the compiler compares digits is no part of the contract.
  intentionallyNotExported: ["TextBelow"],
  logLevel: "Warn",
};

/** Keeps what TypeDoc warns of. */
class FaultLogger extends Logger {
  /** @type {string[]} */
  faults = [];

  /**
   * @override
   * @param {string} message
   * @param {LogLevel} level
   */
  log(message, level) {
    if (level >= LogLevel.Warn) this.faults.push(message);
  }
}

/**
 * Writes the contract's reference from its docstrings.
 * @param {string} folder - Where to; what lies there is replaced.
 * @returns {Promise<string[]>} A sentence for each docstring that is missing, leads nowhere or names no thread.
 */
export async function writeReference(folder) {
  const app = await Application.bootstrapWithPlugins(/** @type {import("typedoc").TypeDocOptions} */ ({ ...OPTIONS, out: folder }));
  const { faults } = (app.logger = new FaultLogger());
  const project = await app.convert();
  if (!project) return faults.length > 0 ? faults : ["The SDK's source could not be read."];
  for (const module of project.children ?? []) module.name = ENTRIES[module.name === "index" ? "." : module.name] ?? module.name;
  app.validate(project);
  faults.push(...threadless(project));
  await app.generateOutputs(project);
  return faults;
}

/**
 * Functions of the contract that do not say where they may be called, themselves or by what they belong to.
 * @param {import("typedoc").ProjectReflection} project
 */
function threadless(project) {
  const signatures = project.getReflectionsByKind(ReflectionKind.CallSignature | ReflectionKind.ConstructorSignature);
  return signatures
    .filter((signature) => !saysThread(signature) && !isInType(signature))
    .map((signature) => `${signature.getFullName()} does not say its thread; write @audioThread, @mainThread or @anyThread into its docstring.`);
}

/**
 * @param {import("typedoc").Reflection} reflection
 * @returns {boolean}
 */
function saysThread(reflection) {
  const { comment, parent } = reflection;
  const text = [...(comment?.summary ?? []), ...(comment?.blockTags.flatMap(({ content }) => content) ?? [])].map((part) => part.text).join("");
  if (THREADS.test(text) || [...(comment?.modifierTags ?? [])].some((tag) => THREADS.test(tag))) return true;
  return parent !== undefined && !parent.isProject() && saysThread(parent);
}

/**
 * Whether a signature is the type of a value rather than something that can be called by its name.
 * @param {import("typedoc").Reflection} reflection
 */
function isInType({ parent }) {
  return parent?.kind === ReflectionKind.TypeLiteral;
}
