import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createBuilder } from "vite";
import { expect, it, onTestFinished, vi } from "vitest";
import { headroom } from "./headroom.js";

const PACKAGE = path.join(import.meta.dirname, "..");
const PROCESSOR = `import { definePlugin } from "@headroom/sdk";
export default definePlugin({ id: "com.acme.half", name: "Half", vendor: "Acme", version: "1.0.0", features: ["utility"], params: {}, processor: () => ({ process() {} }), view: () => import("./view.js") });`;
const VIEW = `export default { size: { width: 1, height: 1 }, mount: () => () => undefined };`;

/** Builds a project as `vite build` does. @returns its `dist`. */
async function built(files: Readonly<Record<string, string>>): Promise<string> {
  // In this package, where its dependencies are found.
  mkdirSync(path.join(PACKAGE, ".scaffolds"), { recursive: true });
  const root = mkdtempSync(path.join(PACKAGE, ".scaffolds", "test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(path.join(root, "src"));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, "src", file), text);
  vi.stubEnv("VITEST", undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const builder = await createBuilder({ root, configFile: false, logLevel: "silent", resolve: { conditions: ["@headroom/source", "module", "import"] }, plugins: [headroom()] }, null);
  await builder.buildApp();
  return path.join(root, "dist");
}

it("makes one processor file, one view file and the manifest that names them", async () => {
  const dist = await built({ "index.ts": PROCESSOR, "view.ts": VIEW });
  expect(readdirSync(dist).filter((file) => !file.endsWith(".map"))).toEqual(["headroom-plugin.json", "processor.js", "view.js"]);
  expect(JSON.parse(readFileSync(path.join(dist, "headroom-plugin.json"), "utf8"))).toMatchObject({ id: "com.acme.half", processor: { file: "processor.js" }, view: { file: "view.js" } });
  // The view has a bundle of its own: no part of it is in the processor's.
  expect(readFileSync(path.join(dist, "processor.js"), "utf8")).not.toContain("mount");
});

it("names no view where there is none", async () => {
  const dist = await built({ "index.ts": PROCESSOR.replace(`, view: () => import("./view.js")`, "") });
  expect(readdirSync(dist).filter((file) => !file.endsWith(".map"))).toEqual(["headroom-plugin.json", "processor.js"]);
});

it("refuses a project without a definition", async () => {
  await expect(built({})).rejects.toThrow(`There is no src/index.ts; say where the plugin's definition is`);
});

it("puts an AssemblyScript kernel into the bundle, and says what the compiler says", async () => {
  const withKernel = `import kernel from "./kernel.ts?assemblyscript";\n${PROCESSOR.replace(`, view: () => import("./view.js")`, "").replace("process() {}", "process() { new WebAssembly.Instance(kernel); }")}`;
  const dist = await built({ "index.ts": withKernel, "kernel.ts": "export function twice(x: f64): f64 { return 2 * x; }" });
  expect(readFileSync(path.join(dist, "processor.js"), "utf8")).toContain("new WebAssembly.Module(");
  await expect(built({ "index.ts": withKernel, "kernel.ts": "export function twice(x: f64): f64 { return y; }" })).rejects.toThrow("Cannot find name 'y'.");
});
