import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";

const MOST = 3000;
const FADE_QUANTA = 4;
/** A signal that is different at every frame, and on both sides. */
const sample = (frame: number) => (frame < 0 ? 0 : Math.fround(Math.sin(frame * 12.9898) * 0.9));

/** Runs quanta through a line; `before` may change it. @returns what came out. */
function run(line: DelayLine, quanta: number, before: (quantum: number) => void = () => undefined, from = 0) {
  const out = { left: new Float32Array(quanta * QUANTUM), right: new Float32Array(quanta * QUANTUM) };
  for (let quantum = 0; quantum < quanta; quantum++) {
    before(quantum);
    const at = (from + quantum) * QUANTUM;
    line.write(Float32Array.from({ length: QUANTUM }, (_, i) => sample(at + i)), Float32Array.from({ length: QUANTUM }, (_, i) => -sample(at + i)));
    line.read(out.left.subarray(quantum * QUANTUM, (quantum + 1) * QUANTUM), out.right.subarray(quantum * QUANTUM, (quantum + 1) * QUANTUM));
  }
  return out;
}

/** Frames in which a stretch is not the signal moved by `delay`. */
function wrong(samples: Float32Array, delay: number, first = 0): number {
  return samples.reduce((count, x, i) => count + (x === sample(first + i - delay) ? 0 : 1), 0);
}

describe("DelayLine", () => {
  it("is an array shift, to the bit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 1, max: 60 }), (delay, quanta) => {
        const line = new DelayLine(MOST);
        line.setDelay(delay, false);
        const { left, right } = run(line, quanta);
        expect(wrong(left, delay)).toBe(0);
        expect(right.every((x, i) => x === -left[i]! || x === left[i])).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("goes over to any delay with its history at hand", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 0, max: MOST }), (first, second) => {
        const line = new DelayLine(MOST);
        line.setDelay(first, false);
        run(line, 40);
        line.setDelay(second, false);
        expect(wrong(run(line, 4, undefined, 40).left, second, 40 * QUANTUM)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("grows without forgetting", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 50 }), (small, large, quanta) => {
        const line = new DelayLine(small);
        line.setDelay(small, false);
        run(line, quanta);
        line.reserve(large);
        const kept = small + QUANTUM;
        expect(wrong(run(line, 3, undefined, quanta).left, small, quanta * QUANTUM)).toBe(0);
        line.setDelay(large, false);
        const { left } = run(line, 40, undefined, quanta + 3);
        // What lies further back than the line was long is silence; from there on it is the signal.
        const known = Math.max(0, Math.min(left.length, large - kept));
        expect(wrong(left.subarray(known), large, (quanta + 3) * QUANTUM + known)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("crossfades from one delay to the other on a straight line, and is exact after", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 0, max: MOST }), (first, second) => {
        fc.pre(first !== second);
        const line = new DelayLine(MOST);
        line.setDelay(first, false);
        run(line, 40);
        line.setDelay(second, true);
        const { left } = run(line, 10, undefined, 40);
        const fade = FADE_QUANTA * QUANTUM;
        const errors = [...left.subarray(0, fade)].map((x, i) => {
          const at = 40 * QUANTUM + i;
          const share = i / fade;
          return Math.abs(x - (sample(at - first) * (1 - share) + sample(at - second) * share));
        });
        expect(Math.max(...errors)).toBeLessThan(1e-6);
        expect(wrong(left.subarray(fade), second, 40 * QUANTUM + fade)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("goes over to a delay beyond its history as soon as the history reaches there, without a gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1000, max: 9000 }), (first, second) => {
        const line = new DelayLine(first);
        line.setDelay(first, false);
        run(line, 40);
        line.reserve(second);
        line.setDelay(second, true);
        const { left } = run(line, 120, undefined, 40);
        const start = 40 * QUANTUM;
        const changed = left.findIndex((x, i) => x !== sample(start + i - first));
        const fade = FADE_QUANTA * QUANTUM;
        expect(changed).toBeGreaterThan(second - first - 4 * QUANTUM);
        expect(changed).toBeLessThan(second);
        expect(wrong(left.subarray(changed + fade), second, start + changed + fade)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("takes over another line's past", () => {
    const line = new DelayLine(1000);
    line.setDelay(700, false);
    run(line, 40);
    const copy = new DelayLine(2000, line);
    expect(wrong(run(copy, 10, undefined, 40).left, 700, 40 * QUANTUM)).toBe(0);
    expect(wrong(run(line, 10, undefined, 40).left, 700, 40 * QUANTUM)).toBe(0);
  });

  it("says from when on it gives the stream, where that ran before", () => {
    const line = new DelayLine(1000, "unknown");
    line.setDelay(300, false);
    const seen: boolean[] = [];
    run(line, 5, () => seen.push(line.filled));
    expect([...seen, line.filled]).toEqual([false, false, false, false, true, true]);
  });
});
