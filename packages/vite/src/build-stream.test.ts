import { expect, it } from "vitest";
import { inShort } from "./build-stream.js";

it.each([
  ["Build failed with 1 error:\n\n[builtin:vite-transform] Unexpected token\n    ╭─[ src/index.ts:20:1 ]\n    │\n 20 │ )))\n", "Unexpected token (src/index.ts:20:1)"],
  [`Build failed with 1 error:\n\n[UNRESOLVED_IMPORT] Could not resolve './nix.js' in src/index.ts\n    ╭─[ src/index.ts:25:8 ]`, "Could not resolve './nix.js' in src/index.ts (src/index.ts:25:8)"],
  [`"id" is "half"; write another.`, `"id" is "half"; write another.`],
])("says %j in short", (text, short) => {
  expect(inShort(text)).toBe(short);
});
