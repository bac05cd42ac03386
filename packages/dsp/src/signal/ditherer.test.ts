import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ditherer, type BitDepth } from "./ditherer.js";

const DEPTHS: readonly BitDepth[] = [16, 24];
const FRAMES = 200_000;

function dithered(signal: Float32Array, bits: BitDepth, seed = 1): Float32Array {
  const out = Float32Array.from(signal);
  new Ditherer(bits, seed).process(out, 0, out.length);
  return out;
}

describe.each(DEPTHS)("Ditherer, %d bits", (bits) => {
  const step = 2 ** (1 - bits);

  it("gives whole steps in range, at most 1.5 steps from the input within range", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 100 }), fc.integer(), (signal, seed) => {
        dithered(signal, bits, seed).forEach((y, i) => {
          expect(Number.isInteger(y / step) && y >= -1 && y <= 1 - step).toBe(true);
          const x = signal[i]!;
          if (Math.abs(x) < 1 - step) expect(Math.abs(y - x)).toBeLessThanOrEqual(1.5 * step);
        });
      }),
    );
  });

  it("has an error without mean and of a quarter step squared, whatever the input, to 2 %", () => {
    for (const level of [0, 0.1, 0.25, 0.5, 0.77]) {
      const value = Math.fround(level * step);
      const out = dithered(new Float32Array(FRAMES).fill(value), bits);
      let mean = 0;
      let square = 0;
      for (const y of out) {
        mean += (y - value) / step / FRAMES;
        square += ((y - value) / step) ** 2 / FRAMES;
      }
      expect(Math.abs(mean)).toBeLessThan(0.005);
      expect(Math.abs(square / 0.25 - 1)).toBeLessThan(0.02);
    }
  });

  it("keeps a sine far below one step, and leaves its error uncorrelated with it", () => {
    const sine = Float32Array.from({ length: FRAMES }, (_, n) => 0.3 * step * Math.sin((2 * Math.PI * n) / 100));
    const out = dithered(sine, bits);
    let common = 0;
    for (let n = 0; n < FRAMES; n++) common += (out[n]! * Math.sin((2 * Math.PI * n) / 100)) / step;
    expect(Math.abs((2 * common) / FRAMES - 0.3)).toBeLessThan(0.01);
  });

  it("depends on the seed and nothing else", () => {
    const silence = new Float32Array(1000);
    expect(dithered(silence, bits, 5)).toEqual(dithered(silence, bits, 5));
    expect(dithered(silence, bits, 5)).not.toEqual(dithered(silence, bits, 6));
    const cut = Float32Array.from(silence);
    const ditherer = new Ditherer(bits, 5);
    ditherer.process(cut, 0, 333);
    ditherer.process(cut, 333, 1000);
    expect(cut).toEqual(dithered(silence, bits, 5));
  });
});
