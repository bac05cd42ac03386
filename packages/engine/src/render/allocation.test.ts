/// <reference types="node" />
import { expect, it } from "vitest";
import { build, type Rolldown } from "vite";
import type * as Harness from "./allocation-harness.js";

/** The harness as one module, as the worklet is built: a test runner's own way of loading modules changes what the compiler does. */
async function bundled(): Promise<typeof Harness> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true, resolve: { conditions: ["@headroom/source"] } },
    build: { ssr: new URL("./allocation-harness.ts", import.meta.url).pathname, write: false, minify: false },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(output[0].code)}`)) as typeof Harness;
}

it("rendering allocates nothing", { timeout: 60_000 }, async () => {
  const { bytesAQuantum, bytesAQuantumOfLanes, bytesOfAnObject } = await bundled();
  // The least that an object takes: a mixer of ten strips that made one a quantum would be found.
  expect(bytesOfAnObject()).toBeGreaterThanOrEqual(16);
  expect(bytesAQuantum()).toBeLessThan(12);
  expect(bytesAQuantumOfLanes("strip")).toBeLessThan(12);
  // Four parameters that move all the time, at two lines a quantum: some numbers in boxes for each, but no object.
  expect(bytesAQuantumOfLanes("inserts")).toBeLessThan(4 * 160);
});
