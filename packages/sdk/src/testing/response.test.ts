import { describe, expect, it } from "vitest";
import { float } from "../params/statements.js";
import { definePlugin } from "../plugin/define.js";
import { frequencyResponse, impulseResponse, responseAt } from "./response.js";

const LATENCY = 37;
/** y[n] = x[n − 37] + pole · y[n − 1], on the first channel; the second is left as it is, as late. */
const onePole = definePlugin({
  id: "test.headroom.pole",
  name: "Pole",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["filter"],
  params: { pole: float({ min: 0, max: 1, default: 0.9 }) },
  processor: ({ channels }) => {
    const lines = Array.from({ length: channels }, () => new Float32Array(LATENCY));
    let [at, last] = [0, 0];
    return {
      latency: LATENCY,
      process({ input, output, params, frames }) {
        for (let i = 0; i < frames; i++) {
          last = lines[0]![at]! + params.pole.values[i]! * last;
          output[0]![i] = last;
          if (channels > 1) output[1]![i] = lines[1]![at]!;
          for (let c = 0; c < channels; c++) lines[c]![at] = input[c]![i]!;
          at = (at + 1) % LATENCY;
        }
      },
    };
  },
});

describe("impulseResponse", () => {
  it.each([1, 36, 37, 128, 1000])("starts where the latency ends, in blocks of %i", (maxFrames) => {
    const [first, second] = impulseResponse(onePole, { frames: 50, maxFrames, settleFrames: 100, levelDbfs: -12 });
    first!.forEach((x, n) => expect(x).toBeCloseTo(0.9 ** n, 6));
    expect(second).toEqual(Float32Array.from({ length: 50 }, (_, n) => (n === 0 ? 1 : 0)));
  });
});

describe("frequencyResponse", () => {
  it("is the transfer function, 1/(1 − p·e^(−iω)), to 0.0001 dB and radians", () => {
    const hz = [10, 100, 1000, 10_000, 20_000];
    const [first, second] = frequencyResponse(onePole, hz, { params: { pole: 0.8 }, sampleRate: 44_100, frames: 4096 });
    first!.forEach(({ db, phaseRadians }, i) => {
      const turn = (2 * Math.PI * hz[i]!) / 44_100;
      const [real, imaginary] = [1 - 0.8 * Math.cos(turn), 0.8 * Math.sin(turn)];
      expect(Math.abs(db + 20 * Math.log10(Math.hypot(real, imaginary)))).toBeLessThan(1e-4);
      expect(Math.abs(phaseRadians + Math.atan2(imaginary, real))).toBeLessThan(1e-4);
    });
    for (const { db, phaseRadians } of second!) expect([db, phaseRadians]).toEqual([0, 0]);
  });
});

it("responseAt reads a delay as its phase", () => {
  expect(responseAt(Float32Array.of(0, 0, 0, 0.5), 4000)).toEqual({ db: 20 * Math.log10(0.5), phaseRadians: expect.closeTo(-Math.PI / 2, 6) as number });
});
