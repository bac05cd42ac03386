import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkImports } from "./check-imports.mjs";

/** @type {string[]} */
const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * Checks a workspace of these files.
 * @param {Record<string, string>} files - Path → source.
 */
async function check(files) {
  const root = mkdtempSync(path.join(os.tmpdir(), "headroom-rules-"));
  folders.push(root);
  for (const [file, source] of Object.entries({ "package.json": "{}", ...files })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
  }
  return checkImports(root);
}

const value = "export const one = 1;\n";

test("imports within a package and downwards are allowed", async () => {
  expect(
    await check({
      "packages/dsp/src/index.ts": `import { one } from "./one.js";\nexport { one };\n`,
      "packages/dsp/src/one.ts": value,
      "apps/mixer/src/main.ts": `import { one } from "./one.js";\nexport { one };\n`,
      "apps/mixer/src/one.ts": value,
    }),
  ).toEqual([]);
});

test.each([
  ["packages/dsp/src/a.ts", "packages/sdk/src/index.ts", "packages/dsp-imports"],
  ["packages/engine/src/a.ts", "plugins/meter/src/index.ts", "packages/engine-imports"],
  ["plugins/meter/src/a.ts", "plugins/gain-trim/src/index.ts", "plugins/*-imports"],
  ["plugins/meter/src/a.ts", "packages/engine/src/index.ts", "plugins/*-imports"],
  ["plugins/meter/src/processor/a.ts", "packages/ui/src/index.ts", "only-a-plugins-view-imports-ui"],
  ["packages/tone/src/a.ts", "apps/mixer/src/index.ts", "nobody-imports-an-app"],
  ["apps/mixer/src/a.ts", "packages/dsp/src/index.ts", "only-through-exports"],
  ["packages/engine/src/render/a.ts", "packages/engine/src/hosting/host.ts", "real-time-code-knows-no-control-code"],
])("%s may not import %s", async (from, to, rule) => {
  const specifier = path.posix.relative(path.posix.dirname(from), to.replace(/\.ts$/, ".js"));
  const found = await check({ [from]: `import type { one } from "${specifier}";\nexport type One = typeof one;\n`, [to]: value });
  expect(found.map((sentence) => /: (\S+)\. /.exec(sentence)?.[1])).toContain(rule);
});

test("a package's inside cannot be reached past its exports", async () => {
  const found = await check({
    "packages/sdk/src/a.ts": `import { one } from "@headroom/dsp/src/one.js";\nexport { one };\n`,
    "node_modules/@headroom/dsp/package.json": JSON.stringify({ name: "@headroom/dsp", exports: { ".": "./src/index.js" } }),
    "node_modules/@headroom/dsp/src/one.js": value,
  });
  expect(found).toEqual([expect.stringContaining("resolvable")]);
});

test("real-time code may not load React by way of another file", async () => {
  const found = await check({
    "packages/engine/src/render/a.ts": `import { one } from "../graph/b.js";\nexport { one };\n`,
    "packages/engine/src/graph/b.ts": `import react from "react";\nexport const one = react;\n`,
    "node_modules/react/package.json": JSON.stringify({ name: "react", main: "index.js" }),
    "node_modules/react/index.js": "module.exports = {};\n",
  });
  expect(found).toEqual([expect.stringContaining("real-time-code-loads-no-control-code")]);
});

test("a cycle is found", async () => {
  const found = await check({
    "packages/dsp/src/a.ts": `import { b } from "./b.js";\nexport const a = () => b;\n`,
    "packages/dsp/src/b.ts": `import { a } from "./a.js";\nexport const b = () => a;\n`,
  });
  expect(found.join("\n")).toContain("no-cycles");
});
