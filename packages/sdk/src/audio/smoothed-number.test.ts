import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumberSpec } from "../params/spec.js";
import { decibels, float, frequency } from "../params/statements.js";
import { SmoothedNumber } from "./smoothed-number.js";

const RATE = 48_000;
const MOST = 128;
const gain = decibels({ min: -60, max: 12, default: 0, smoothMs: 5 });
const cutoff = frequency({ min: 20, max: 20_000, default: 1000, smoothMs: 5 });
const share = float({ min: 0, max: 1, default: 0.25, smoothMs: 5 });
const spec = fc.constantFrom<NumberSpec>(gain, cutoff, share);
const SMOOTH_FRAMES = (5 * RATE) / 1000;

interface Move {
  readonly at: number;
  readonly share: number;
  readonly frames: number;
}
const LENGTH = 2000;
const moves: fc.Arbitrary<Move[]> = fc
  .array(fc.record({ at: fc.nat(LENGTH - 1), share: fc.double({ min: 0, max: 1, noNaN: true }), frames: fc.integer({ min: -1, max: 900 }) }), { maxLength: 6 })
  .map((list) => list.sort((a, b) => a.at - b.at));

/** Values frame by frame, with blocks that end at every move and after `cut()` frames at most. */
function run(number: SmoothedNumber, of: NumberSpec, list: readonly Move[], cut: () => number) {
  const values = new Float32Array(LENGTH);
  const gains = new Float32Array(LENGTH);
  let next = 0;
  for (let at = 0; at < LENGTH; ) {
    for (let move = list[next]; move !== undefined && move.at <= at; move = list[++next]) {
      number.glide(of.min + move.share * (of.max - of.min), move.frames);
    }
    const frames = Math.min(cut(), LENGTH - at, (list[next]?.at ?? LENGTH) - at);
    number.advance(frames);
    values.set(number.values.subarray(0, frames), at);
    gains.set(number.gains.subarray(0, frames), at);
    at += frames;
  }
  return { values, gains };
}

/** Frames in which two stretches differ. */
function differing(a: Float32Array, b: Float32Array): number {
  return a.reduce((count, x, i) => count + (Object.is(x, b[i]) ? 0 : 1), Math.abs(a.length - b.length));
}

describe("SmoothedNumber", () => {
  it("gives the same values to the bit however the stream is cut into blocks", () => {
    fc.assert(
      fc.property(spec, moves, fc.array(fc.integer({ min: 1, max: MOST }), { minLength: 1, maxLength: 9 }), (of, list, cuts) => {
        let i = 0;
        const whole = run(new SmoothedNumber(of, RATE, MOST), of, list, () => MOST);
        const cut = run(new SmoothedNumber(of, RATE, MOST), of, list, () => cuts[i++ % cuts.length] ?? 1);
        expect(differing(cut.values, whole.values) + differing(cut.gains, whole.gains)).toBe(0);
      }),
    );
  });

  it("meets its target exactly, on the last frame of the way and ever after", () => {
    fc.assert(
      fc.property(spec, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 900 }), (of, to, frames) => {
        const target = of.min + to * (of.max - of.min);
        const { values } = run(new SmoothedNumber(of, RATE, MOST), of, [{ at: 0, share: to, frames }], () => MOST);
        const after = values.subarray(frames - 1);
        expect(differing(after, new Float32Array(after.length).fill(target))).toBe(0);
      }),
    );
  });

  it("goes straight, in octaves where the taper is logarithmic, and never past its ends", () => {
    fc.assert(
      fc.property(spec, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 900 }), (of, to, frames) => {
        const map = (x: number) => (of.taper === "log" ? Math.log(x) : x);
        const [from, target] = [map(of.default), map(of.min + to * (of.max - of.min))];
        const { values } = run(new SmoothedNumber(of, RATE, MOST), of, [{ at: 0, share: to, frames }], () => MOST);
        const errors = [...values.subarray(0, frames)].map((x, i) => Math.abs(map(x) - (from + ((target - from) * (i + 1)) / frames)));
        expect(Math.max(...errors)).toBeLessThan(1e-5);
      }),
      { numRuns: 30 },
    );
  });

  it("takes its own smoothing time for a length below 0", () => {
    const number = new SmoothedNumber(share, RATE, MOST);
    const { values } = run(number, share, [{ at: 100, share: 1, frames: -1 }], () => MOST);
    expect(values[99]).toBe(0.25);
    expect(values[100 + SMOOTH_FRAMES - 2]).toBeLessThan(1);
    expect(values[100 + SMOOTH_FRAMES - 1]).toBe(1);
  });

  it("has the gains of its decibels, exactly 1 at 0 dB, to a relative 1e-6", () => {
    const number = new SmoothedNumber(gain, RATE, MOST);
    number.advance(MOST);
    expect(number.gain).toBe(1);
    fc.assert(
      fc.property(moves, (list) => {
        const { values, gains } = run(new SmoothedNumber(gain, RATE, MOST), gain, list, () => MOST);
        const errors = [...gains].map((x, i) => Math.abs(x / 10 ** (values[i]! / 20) - 1));
        expect(Math.max(...errors)).toBeLessThan(1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it("says whether it moves in this block, and holds `value` everywhere while it does not", () => {
    const number = new SmoothedNumber(share, RATE, MOST);
    number.advance(MOST);
    expect(number.moving).toBe(false);
    number.glide(0.75, 200);
    const seen = [1, 2, 3].map(() => {
      number.advance(MOST);
      return number.moving;
    });
    expect(seen).toEqual([true, true, false]);
    expect(number.value).toBe(0.75);
    expect(number.values.every((value) => value === 0.75)).toBe(true);
  });

  it("takes a value at once by jump, also amid a way", () => {
    const number = new SmoothedNumber(share, RATE, MOST);
    number.glide(1, 500);
    number.advance(64);
    number.jump(0.5);
    number.advance(64);
    expect(number.values.every((value) => value === 0.5)).toBe(true);
    expect(number.moving).toBe(false);
  });
});
