import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METER_VALUES, MeterValue } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { LevelMeter } from "./level-meter.js";

const RATE = 48_000;
const AT = 8;

function meter() {
  const table = new Float32Array(AT + METER_VALUES);
  const unit = new LevelMeter(table, AT, RATE);
  const read = (value: number) => table[AT + value]!;
  const run = (left: Float32Array, right = left, reset = 0, quanta = 1) => {
    let sound = true;
    for (let i = 0; i < quanta; i++) sound = unit.measure(left, right, reset);
    return sound;
  };
  return { run, read, unit };
}

const constant = (x: number) => new Float32Array(QUANTUM).fill(x);
const db = (x: number) => 20 * Math.log10(x);

describe("LevelMeter", () => {
  it("shows a quantum's highest samples at once, and counts those over full scale", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: QUANTUM, maxLength: QUANTUM }), (samples) => {
        const { run, read } = meter();
        run(Float32Array.from(samples), constant(0.5));
        const peak = Math.fround(Math.max(...samples.map(Math.abs)));
        expect([read(MeterValue.peak), read(MeterValue.max), read(MeterValue.peak + 1)]).toEqual([peak, peak, 0.5]);
        expect(read(MeterValue.clips)).toBe(samples.filter((x) => Math.abs(x) > 1).length);
      }),
    );
  });

  it("lets a peak fall 20 dB in 1.7 s, to 0.05 dB", () => {
    const { run, read } = meter();
    run(constant(1));
    run(constant(0), constant(0), 0, Math.round((1.7 * RATE) / QUANTUM));
    expect(db(read(MeterValue.peak))).toBeGreaterThan(-20.05);
    expect(db(read(MeterValue.peak))).toBeLessThan(-19.95);
    expect(read(MeterValue.max)).toBe(1);
  });

  it("reaches a constant's RMS, 1 − 1/e of its power after 300 ms, to a hundredth", () => {
    const { run, read } = meter();
    run(constant(0.5), constant(0.5), 0, Math.round((0.3 * RATE) / QUANTUM));
    expect(read(MeterValue.rms) ** 2 / 0.25).toBeCloseTo(1 - 1 / Math.E, 2);
    run(constant(0.5), constant(0.5), 0, 2000);
    expect(read(MeterValue.rms)).toBeCloseTo(0.5, 4);
  });

  it("starts maximum and clips anew with each reset, and only then", () => {
    const { run, read } = meter();
    run(constant(2), constant(2), 0);
    run(constant(0.1), constant(0.1), 0);
    expect([read(MeterValue.max), read(MeterValue.clips)]).toEqual([2, 2 * QUANTUM]);
    run(constant(0.1), constant(0.1), 1);
    expect([read(MeterValue.max), read(MeterValue.clips)]).toEqual([Math.fround(0.1), 0]);
  });

  it("follows another meter by a gain a side as if it measured, to a millionth, or says that it cannot", () => {
    const samples = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: QUANTUM, maxLength: QUANTUM });
    const gain = fc.oneof(fc.constantFrom(1, -1, 0), fc.double({ min: -2, max: 2, noNaN: true }));
    fc.assert(
      fc.property(samples, samples, gain, gain, (one, two, left, right) => {
        const [from, measured, followed] = [meter(), meter(), meter()];
        const signal = [Float32Array.from(one), Float32Array.from(two)] as const;
        from.run(...signal);
        const times = (gain: number) => (x: number) => x * gain;
        measured.run(signal[0].map(times(left)), signal[1].map(times(right)));
        const follows = followed.unit.follow(from.unit, Float64Array.of(left, 0, 0, right), 0);
        if (!follows) {
          expect(measured.read(MeterValue.clips)).toBeGreaterThan(0);
          return;
        }
        expect(followed.read(MeterValue.clips)).toBe(measured.read(MeterValue.clips));
        for (const value of [0, 1, 2, 3, 4, 5]) expect(followed.read(value)).toBeCloseTo(measured.read(value), 6);
      }),
    );
  });

  it.each([Number.NaN, Infinity, 1e8])("tells %d from audio, and measures it as silence", (x) => {
    const { run, read } = meter();
    const bad = constant(0.1);
    bad[77] = x;
    expect([run(bad), run(constant(0.1), bad), run(constant(0.1))]).toEqual([false, false, true]);
    expect(read(MeterValue.max)).toBe(Math.fround(0.1));
    expect(Number.isFinite(read(MeterValue.rms))).toBe(true);
  });
});
