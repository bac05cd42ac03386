import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const FOLDER = path.join(import.meta.dirname, "..", "kernels");

/** The module that holds the kernels, made from `kernels/`. */
export const KERNEL_MODULE = path.join(import.meta.dirname, "..", "src", "wasm", "kernel-base64.ts");

/**
 * Compiles the AssemblyScript of `kernels/` to WebAssembly.
 * @returns {Promise<string>} Text of the TypeScript module that carries the bytes.
 */
export async function compileKernels() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const messages = asc.createMemoryStream();
  const { error } = await asc.main(
    [
      "index.ts", "--outFile", "kernels.wasm", "--optimizeLevel", "3", "--shrinkLevel", "0", "--converge", "--noAssert",
      "--runtime", "stub", "--enable", "simd", "--initialMemory", "1",
    ],
    {
      stderr: messages,
      readFile: (name) => readSource(path.join(FOLDER, name)),
      writeFile: (name, contents) => {
        if (name.endsWith(".wasm") && typeof contents !== "string") binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) throw new Error(`The kernels do not compile.\n${messages.toString()}`);
  const base64 = Buffer.from(binary).toString("base64");
  return `/** The WebAssembly kernels. Made by \`npm run kernels\` from \`kernels/\`: do not edit. */\nexport const KERNEL_BASE64 =\n  "${base64}";\n`;
}

/** @param {string} file */
function readSource(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
