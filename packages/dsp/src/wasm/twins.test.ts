import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { BiquadCascade } from "../filter/biquad-cascade.js";
import { CascadeList } from "../filter/cascade-list.js";
import { createSections, SECTION_LENGTH } from "../filter/coefficients.js";
import { MatchedDesigner } from "../filter/matched-designer.js";
import { processCascades } from "../filter/process-cascades.js";
import { TruePeakMeter } from "../level/true-peak-meter.js";
import { LOUDNESS_WEIGHTS } from "../loudness/channel-weights.js";
import { KWeightedPower } from "../loudness/k-weighted-power.js";
import { measureLoudness } from "../loudness/measure-loudness.js";
import { Oversampler } from "../oversampling/oversampler.js";
import { RealFft } from "../spectrum/real-fft.js";
import { createKernelBuffers } from "./kernel-buffers.js";
import { kernelsInUse, preferKernels, type KernelKind } from "./kernel-space.js";

/** Makes something of the kind asked for. */
function made<T>(kind: KernelKind, make: () => T): T {
  preferKernels(kind);
  expect(kernelsInUse()).toBe(kind);
  const it = make();
  preferKernels("wasm");
  return it;
}

const noise = (frames: number, seed: number) => Float64Array.from({ length: frames }, (_, n) => Math.sin((n + 1) * (n + seed) * 0.37));
const copies = (buffers: readonly Float64Array[]) => buffers.map((buffer) => Float64Array.from(buffer));

const designer = new MatchedDesigner();
const setting = fc.tuple(
  fc.constantFrom("bell" as const, "low-shelf" as const, "high-cut" as const, "notch" as const, "all-pass" as const),
  fc.double({ min: 10, max: 30_000, noNaN: true }),
  fc.double({ min: 0.1, max: 20, noNaN: true }),
  fc.constantFrom(-24, -3, 0, 6, 30),
);
const anySections = fc.array(setting, { minLength: 1, maxLength: 13 }).map((settings) => {
  const sections = createSections(settings.length);
  settings.forEach(([shape, hz, q, gainDb], n) => designer.design(shape, hz, q, gainDb, 48_000, sections, n * SECTION_LENGTH));
  return { sections, count: settings.length };
});

afterEach(() => preferKernels("wasm"));

describe("WebAssembly and TypeScript give the same numbers to the bit", () => {
  it("BiquadCascade, with ramps, in 1 to 5 channels, in blocks of any length", () => {
    fc.assert(
      fc.property(anySections, anySections, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1500 }), (a, b, channels, block) => {
        const signals = Array.from({ length: channels }, (_, c) => noise(1500, c));
        const outputs = (["wasm", "typescript"] as const).map((kind) => {
          const cascade = made(kind, () => new BiquadCascade(13, channels));
          cascade.set(a.sections, a.count);
          const buffers = copies(signals);
          for (let at = 0; at < 1500; at += block) {
            const end = Math.min(1500, at + block);
            if (at > 500 && !cascade.ramping && a.count === b.count) cascade.rampTo(b.sections, 100);
            cascade.process(buffers, at, end);
            cascade.settle();
          }
          return buffers;
        });
        expect(outputs[0]).toEqual(outputs[1]);
      }),
      { numRuns: 60 },
    );
  });

  it("processCascades, over cascades that ramp and such that do not, copied or in the kernels' memory", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySections, fc.boolean()), { maxLength: 6 }), fc.constantFrom(1, 2, 3), (bands, channels) => {
        const signals = Array.from({ length: channels }, (_, c) => noise(300, c));
        const run = (kind: KernelKind, buffers: Float64Array[], together: boolean) => {
          const cascades = bands.map(([{ sections, count }, ramps]) => {
            const cascade = made(kind, () => new BiquadCascade(13, channels));
            cascade.set(sections, count);
            if (ramps) cascade.rampTo(createSections(count), 150);
            return cascade;
          });
          for (const [start, end] of [[0, 100], [100, 300]] as const) {
            if (together) processCascades(cascades, buffers, start, end);
            else for (const cascade of cascades) cascade.process(buffers, start, end);
          }
          return copies(buffers);
        };
        const own = createKernelBuffers(channels, 300);
        own.forEach((buffer, c) => buffer.set(signals[c]!));
        const wanted = run("typescript", copies(signals), false);
        expect(run("typescript", copies(signals), true)).toEqual(wanted);
        expect(run("wasm", copies(signals), true)).toEqual(wanted);
        expect(run("wasm", own, true)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it("CascadeList, over cascades that ramp and such that do not, in the kernels' memory or not", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySections, fc.boolean()), { maxLength: 5 }), fc.integer({ min: 1, max: 299 }), (bands, cut) => {
        const signals = [noise(300, 1), noise(300, 2)];
        const cascades = (kind: KernelKind) =>
          bands.map(([{ sections, count }, ramps]) => {
            const cascade = made(kind, () => new BiquadCascade(13, 2));
            cascade.set(sections, count);
            if (ramps) cascade.rampTo(createSections(count), 50);
            return cascade;
          });
        const wanted = copies(signals);
        const plain = cascades("typescript");
        for (const [start, end] of [[0, cut], [cut, 300]] as const) for (const cascade of plain) cascade.process(wanted, start, end);
        const own = createKernelBuffers(2, 300);
        for (const buffers of [own, copies(signals)]) {
          buffers.forEach((buffer, c) => buffer.set(signals[c]!));
          const listed = cascades("wasm");
          const list = new CascadeList(13 * bands.length + 1);
          for (const [start, end] of [[0, cut], [cut, 300]] as const) {
            list.prepare(listed, listed.length);
            list.process(buffers, start, end);
          }
          expect(copies(buffers)).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("KWeightedPower, in any number of channels", () => {
    for (const channels of [1, 2, 3, 5]) {
      const [a, b] = (["wasm", "typescript"] as const).map((kind) => {
        const power = made(kind, () => new KWeightedPower(44_100, channels));
        const signals = Array.from({ length: channels }, (_, c) => Float32Array.from(noise(5000, c)));
        power.process(signals, 0, 77);
        power.process(signals, 77, 5000);
        return Array.from(power.sums);
      });
      expect(a).toEqual(b);
    }
  });

  it.each([2, 4] as const)("Oversampler ×%d, in blocks of any length", (factor) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (block) => {
        const [a, b] = (["wasm", "typescript"] as const).map((kind) => {
          const over = made(kind, () => new Oversampler(factor, 200));
          const signal = noise(600, 2);
          for (let at = 0; at < 600; at += block) {
            over.up(signal, at, Math.min(600, at + block));
            over.down(signal, at, Math.min(600, at + block));
          }
          return signal;
        });
        expect(a).toEqual(b);
      }),
      { numRuns: 30 },
    );
  });

  it("LoudnessMeter and TruePeakMeter", () => {
    const left = Float32Array.from(noise(200_000, 3));
    const right = Float32Array.from(noise(200_000, 9));
    const [a, b] = (["wasm", "typescript"] as const).map((kind) =>
      made(kind, () => {
        const peak = new TruePeakMeter({ sampleRate: 48_000 });
        const peaks: number[] = [];
        for (let at = 0; at < 20_000; at += 100) {
          peak.process(left, at, at + 100);
          peaks.push(peak.peak);
        }
        return { peaks, loudness: measureLoudness([left, right], { sampleRate: 48_000, weights: LOUDNESS_WEIGHTS.stereo }) };
      }),
    );
    expect(a).toEqual(b);
  });

  it.each([4, 8, 16, 32, 64, 1024, 2048, 65_536])("RealFft of %d frames, there and back", (size) => {
    const signal = noise(size, 5);
    const [a, b] = (["wasm", "typescript"] as const).map((kind) => {
      const fft = made(kind, () => new RealFft(size));
      const real = new Float64Array(fft.bins);
      const imaginary = new Float64Array(fft.bins);
      const back = new Float64Array(size);
      fft.forward(signal, real, imaginary);
      fft.inverse(real, imaginary, back);
      return { real, imaginary, back };
    });
    expect(a).toEqual(b);
  });
});
