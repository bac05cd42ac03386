import type * as AssemblyScript from "assemblyscript/asc";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

const QUERY = "?assemblyscript";

/** One memory for all: no collector, no garbage, and SIMD. */
const OPTIONS = ["--outFile", "kernel.wasm", "--optimizeLevel", "3", "--shrinkLevel", "0", "--converge", "--noAssert", "--runtime", "stub", "--use", "abort=", "--enable", "simd"];

/**
 * Vite plugin: `import kernel from "./kernel.ts?assemblyscript"` compiles that file with the project's own `assemblyscript`
 * and gives a `WebAssembly.Module` whose bytes lie in the bundle. Its types are those of `@headroom/vite/client`.
 */
export function assemblyScript(): Plugin {
  let root = process.cwd();
  return {
    name: "headroom:assemblyscript",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
    },
    async load(id) {
      if (!id.endsWith(QUERY)) return;
      const { binary, files } = await compile(id.slice(0, -QUERY.length), root);
      for (const file of files) this.addWatchFile(file);
      // As numbers: no realm of the audio thread has atob.
      return { code: `export default new WebAssembly.Module(new Uint8Array([${binary.join()}]));`, moduleType: "js", map: null };
    },
  };
}

/** @returns the module's bytes, and the files that they were made from. Rejects with the compiler's own words. */
async function compile(entry: string, root: string): Promise<{ readonly binary: Uint8Array; readonly files: readonly string[] }> {
  const { default: asc } = await loadCompiler();
  const folder = path.dirname(entry);
  const files: string[] = [];
  let binary: Uint8Array | undefined;
  const said = asc.createMemoryStream();
  const { error } = await asc.main([path.basename(entry), ...OPTIONS], {
    stderr: said,
    readFile: async (name) => {
      const file = path.join(folder, name);
      const text = await readFile(file, "utf8").catch(() => null);
      if (text !== null) files.push(file);
      return text;
    },
    writeFile: (name, contents) => {
      if (name.endsWith(".wasm") && typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`${path.relative(root, entry)} does not compile.\n${said.toString().trim()}`);
  return { binary, files };
}

async function loadCompiler(): Promise<typeof AssemblyScript> {
  try {
    return await import("assemblyscript/asc");
  } catch (cause) {
    throw new Error("The plugin's kernel is AssemblyScript, whose compiler is not installed; run: npm install --save-dev assemblyscript", { cause });
  }
}
