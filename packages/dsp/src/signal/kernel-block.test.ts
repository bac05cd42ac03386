import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { preferKernels, type KernelKind } from "../wasm/kernel-space.js";
import { KernelBlock } from "./kernel-block.js";

afterEach(() => preferKernels("wasm"));

const sample = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0));
const signal = fc.array(sample, { minLength: 1, maxLength: 70 }).map((list) => Float32Array.from(list));

describe.each<KernelKind>(["wasm", "typescript"])("KernelBlock in %s", (kind) => {
  const block = (channels: number, frames: number) => {
    preferKernels(kind);
    return new KernelBlock(channels, frames);
  };

  it("gives back what it read, whole arrays or a part, and touches no more", () => {
    fc.assert(
      fc.property(signal, fc.nat(100), (input, cut) => {
        const frames = Math.min(input.length, cut + 1);
        const it = block(2, input.length);
        const output = [new Float32Array(input.length).fill(7), new Float32Array(input.length).fill(7)];
        it.read([input, input], frames);
        it.write(output, frames);
        for (const channel of output) {
          expect(channel.subarray(0, frames)).toEqual(input.subarray(0, frames));
          // A block that is as long as the arrays goes whole.
          if (frames < input.length) expect(channel.subarray(frames).every((x) => x === 7)).toBe(true);
        }
      }),
    );
  });

  it("scales and finds the highest amplitude of any stretch", () => {
    fc.assert(
      fc.property(signal, fc.nat(70), fc.nat(70), fc.double({ min: -4, max: 4, noNaN: true }), (input, a, b, gain) => {
        const [start, end] = [Math.min(a, b, input.length), Math.min(Math.max(a, b), input.length)];
        const it = block(1, input.length);
        it.read([input], input.length);
        const wanted = Array.from(input.subarray(start, end)).reduce((most, x) => (Math.abs(x) > most ? Math.abs(x) : most), 0);
        expect(it.highest(0, start, end)).toBe(wanted);
        it.scale(gain, start, end);
        it.buffers[0]!.forEach((x, n) => expect(x).toBe(n >= start && n < end ? input[n]! * gain : input[n]!));
      }),
    );
  });
});
