import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RealFft } from "./real-fft.js";

function transform(input: ArrayLike<number>) {
  const fft = new RealFft(input.length);
  const real = new Float64Array(fft.bins);
  const imaginary = new Float64Array(fft.bins);
  fft.forward(input, real, imaginary);
  return { real, imaginary };
}

const sizes = fc.constantFrom(4, 8, 16, 32, 64, 128, 256);
const anySignal = sizes.chain((n) => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n }));

describe("RealFft", () => {
  it("equals the sum that defines it, to 1e-11", () => {
    fc.assert(
      fc.property(anySignal, (x) => {
        const { real, imaginary } = transform(x);
        for (let k = 0; k <= x.length / 2; k++) {
          let re = 0;
          let im = 0;
          x.forEach((value, n) => {
            re += value * Math.cos((2 * Math.PI * k * n) / x.length);
            im -= value * Math.sin((2 * Math.PI * k * n) / x.length);
          });
          expect(Math.abs(real[k]! - re)).toBeLessThan(1e-11);
          expect(Math.abs(imaginary[k]! - im)).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("keeps the energy (Parseval), also at 65536 frames", () => {
    const x = Float64Array.from({ length: 65_536 }, (_, n) => Math.sin(n * n));
    const { real, imaginary } = transform(x);
    let energy = 0;
    for (let k = 0; k < real.length; k++) {
      const twice = k === 0 || k === real.length - 1 ? 1 : 2;
      energy += twice * (real[k]! ** 2 + imaginary[k]! ** 2);
    }
    const wanted = x.reduce((sum, v) => sum + v * v, 0);
    expect(Math.abs(energy / x.length / wanted - 1)).toBeLessThan(1e-12);
  });

  it("has an inverse that gives the signal back, to 1e-12", () => {
    fc.assert(
      fc.property(anySignal, (x) => {
        const { real, imaginary } = transform(x);
        const back = new Float64Array(x.length);
        new RealFft(x.length).inverse(real, imaginary, back);
        back.forEach((y, n) => expect(Math.abs(y - x[n]!)).toBeLessThan(1e-12));
      }),
      { numRuns: 50 },
    );
  });

  it.each([0, 2, 3, 100, 2 ** 25, NaN])("refuses a size of %d in words", (size) => {
    expect(() => new RealFft(size)).toThrow(/power of two from 4 to 16777216/);
  });
});
