/// <reference types="node" />
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bytesOfBase64 } from "./base64.js";
import type * as KernelSpaceModule from "./kernel-space.js";

/** A realm's first load of the module. */
async function freshSpace(): Promise<typeof KernelSpaceModule> {
  vi.resetModules();
  return import("./kernel-space.js");
}

/** A constructor that fails. */
function refusing(message: string): () => never {
  return function refuse() {
    throw new RangeError(message);
  };
}

describe("bytesOfBase64", () => {
  it("reads what the platform writes, without the platform", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(bytesOfBase64(text)).toEqual(bytes);
      }),
    );
  });
});

describe("KernelSpace", () => {
  let space: typeof KernelSpaceModule;
  beforeEach(async () => (space = await freshSpace()));
  afterEach(() => vi.unstubAllGlobals());

  it("needs nothing but WebAssembly, as in an AudioWorklet", () => {
    for (const name of ["atob", "TextDecoder", "fetch", "performance", "URL", "Buffer"]) vi.stubGlobal(name, undefined);
    expect(space.kernelsInUse()).toBe("wasm");
    expect(new space.KernelSpace([8]).kernels).toBeDefined();
  });

  it("gives plain arrays of the same lengths where there is no WebAssembly or a policy forbids it", async () => {
    const forbidden = { Module: refusing("a policy forbids it") };
    for (const stub of [undefined, forbidden]) {
      vi.stubGlobal("WebAssembly", stub);
      const { KernelSpace, kernelsInUse } = await freshSpace();
      expect(kernelsInUse()).toBe("typescript");
      const plain = new KernelSpace([8]);
      expect(plain.kernels).toBeUndefined();
      expect(plain.take(8)).toEqual(new Float64Array(8));
    }
  });

  it("falls back for one kernel when there is no room for another memory, and tries again", () => {
    const before = new space.KernelSpace([1]);
    expect(before.kernels).toBeDefined();
    const { Instance } = (globalThis as unknown as { WebAssembly: { Instance: object } }).WebAssembly;
    vi.stubGlobal("WebAssembly", { Instance: refusing("no room") });
    expect(new space.KernelSpace([2 ** 20]).kernels).toBeUndefined();
    expect(new space.KernelSpace([1]).kernels).toBe(before.kernels);
    vi.stubGlobal("WebAssembly", { Instance });
    expect(new space.KernelSpace([2 ** 20]).kernels).toBeDefined();
  });

  it("keeps arrays apart, zeroed and aligned, and goes on in a new memory when one is full", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 }), (kernels) => {
        const arrays = kernels.flatMap((lengths) => {
          const place = new space.KernelSpace(lengths);
          const own = lengths.map((length) => place.take(length));
          expect(new Set(own.map((array) => array.buffer)).size).toBe(1);
          return own;
        });
        for (const array of arrays) {
          expect(array.byteOffset % 16).toBe(0);
          expect(array.every((x) => x === 0)).toBe(true);
        }
        arrays.forEach((array, n) => array.fill(n + 1));
        arrays.forEach((array, n) => expect(array.every((x) => x === n + 1)).toBe(true));
        arrays.forEach((array) => array.fill(0));
      }),
      { numRuns: 20 },
    );
  });
});
