import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compileKernels, KERNEL_MODULE } from "./compile-kernels.mjs";

it("the committed kernels are what kernels/ compiles to (else: npm run kernels in packages/dsp)", async () => {
  expect(readFileSync(KERNEL_MODULE, "utf8")).toBe(await compileKernels());
}, 60_000);
