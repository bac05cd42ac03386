import { readFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const SOURCE = path.join(import.meta.dirname, "kernel/shaper.ts");

/**
 * Compiles `kernel/shaper.ts`.
 * @returns {Promise<Uint8Array>} The module's bytes.
 * @throws With the compiler's words where it does not compile.
 */
export async function compileKernel() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const messages = asc.createMemoryStream();
  const { error } = await asc.main(["shaper.ts", "--outFile", "shaper.wasm", "--optimizeLevel", "3", "--noAssert", "--runtime", "stub", "--initialMemory", "1"], {
    stderr: messages,
    readFile: (name) => (name === "shaper.ts" ? readFileSync(SOURCE, "utf8") : null),
    writeFile: (name, contents) => {
      if (name.endsWith(".wasm") && typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`The kernel does not compile.\n${messages.toString()}`);
  return binary;
}
