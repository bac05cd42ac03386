import path from "node:path";
import { build } from "vite";
import { PRODUCTION, selfContained, strayImports } from "./self-contained.js";

export interface BundleModuleOptions {
  /** Source file, absolute. */
  readonly entry: string;
  /** File to write, absolute; its source map goes beside it. */
  readonly output: string;
  /** Import specifiers to leave alone, as the source writes them; one that ends with a star stands for all that begin so: "node:*". */
  readonly external?: readonly string[];
  /** Conditions of packages' exports, before the usual ones. */
  readonly conditions?: readonly string[];
}

/**
 * Bundles an entry and all that it imports into one self-contained ES module. What is external stays as an import and is
 * for code that this realm never runs, such as a plugin's view inside its processor. Rejects when the result would still
 * import something that is not stated as external.
 */
export async function bundleModule({ entry, output, external = [], conditions = [] }: BundleModuleOptions): Promise<void> {
  const isExternal = (specifier: string) => external.some((stated) => (stated.endsWith("*") ? specifier.startsWith(stated.slice(0, -1)) : specifier === stated));
  await build({
    configFile: false,
    root: path.dirname(entry),
    logLevel: "warn",
    publicDir: false,
    define: PRODUCTION,
    resolve: { conditions: [...conditions, "module", "import", "default"] },
    plugins: [
      {
        name: "headroom:self-contained",
        generateBundle(_, bundle) {
          const stray = strayImports(bundle, isExternal);
          if (stray.length > 0) this.error(`${output} still imports ${stray.join(", ")}; a bundled entry must be self-contained: add the dependency or state it as external.`);
        },
      },
    ],
    build: selfContained({ entry, outDir: path.dirname(output), file: path.basename(output), isExternal }),
  });
}
