import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";

/**
 * Bundles an entry and all that it imports into one self-contained ES module, from source: workspace
 * packages need no build. What is external stays as an import and is for code that this realm never runs,
 * such as a plugin's view inside its processor.
 * @param {object} options
 * @param {string} options.entry - Source file, absolute.
 * @param {string} options.output - File to write, absolute; its source map goes beside it.
 * @param {readonly string[]} [options.external] - Import specifiers to leave alone, as the source writes them; one that ends
 * with a star stands for all that begin so: "node:*".
 * @returns {Promise<void>}
 * @throws When the result would still import something that is not stated as external.
 */
export async function bundleModule({ entry, output, external = [] }) {
  await build({
    configFile: false,
    root: path.dirname(entry),
    logLevel: "warn",
    publicDir: false,
    // A package's code may ask for the mode; outside a bundler nobody else answers.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: { conditions: ["@headroom/source", "module", "import", "default"] },
    build: {
      target: "es2022",
      outDir: path.dirname(output),
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: { entry, formats: ["es"], fileName: () => path.basename(output) },
      rolldownOptions: {
        external: (specifier) => isExternal(specifier, external),
        // Said here because Vite's own setting keeps a library's white space.
        output: { codeSplitting: false, minify: true },
      },
    },
  });
  await refuseStrayImports(output, external);
}

/**
 * @param {string} file
 * @param {readonly string[]} external
 */
async function refuseStrayImports(file, external) {
  const code = await readFile(file, "utf8");
  const imports = [...code.matchAll(/\b(?:from|import)\s*\(?\s*(["'`])((?:(?!\1).)+)\1/g)].map((match) => match[2]);
  const stray = imports.filter((specifier) => specifier !== undefined && !isExternal(specifier, external));
  if (stray.length > 0) {
    throw new Error(`${file} still imports ${stray.join(", ")}; a bundled entry must be self-contained: add the dependency or state it with --external.`);
  }
}

/**
 * @param {string} specifier
 * @param {readonly string[]} external
 */
function isExternal(specifier, external) {
  return external.some((stated) => (stated.endsWith("*") ? specifier.startsWith(stated.slice(0, -1)) : specifier === stated));
}
