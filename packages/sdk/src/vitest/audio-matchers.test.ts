import { describe, expect, it } from "vitest";
import { addAudioMatchers } from "./index.js";

addAudioMatchers(expect);

const ramp = Float32Array.of(0.1, -0.2, 0.3, -0.4);
const late = Float32Array.of(0, 0, 0.1, -0.2);
const silent = new Float32Array(4);

describe("matchers for audio", () => {
  it("toNull", () => {
    expect([ramp, silent]).toNull([ramp, silent]);
    expect(late).toNull(ramp, { delayFrames: 2 });
    expect(ramp).toNull(Float32Array.of(0.1, -0.2, 0.3, -0.40001), { residualDbfs: -90 });
    expect(ramp).not.toNull(late);
    expect(() => expect(ramp).toNull(silent)).toThrow("The difference is −8.0 dBFS; −∞ dBFS is allowed.");
    expect(() => expect(ramp).not.toNull(ramp)).toThrow("The difference is −∞ dBFS, which is not over −∞ dBFS.");
    expect(() => expect([ramp]).toNull([ramp, ramp])).toThrow("There are 1 channels and 2; compare signals of the same.");
    expect(() => expect(ramp).toNull(new Float32Array(3))).toThrow("Channel 0 has 4 frames and 3; compare signals of the same length.");
    expect(() => expect(Float32Array.of(NaN)).toNull(Float32Array.of(0))).toThrow("The difference is – dBFS");
  });

  it("toBeSilent", () => {
    expect([silent, silent]).toBeSilent();
    expect(() => expect([silent, late]).toBeSilent()).toThrow("The signal's peak is −14.0 dBFS; −∞ dBFS is allowed.");
  });

  it("toHavePeakBelow", () => {
    expect(ramp).toHavePeakBelow(-7.9);
    expect(() => expect(ramp).toHavePeakBelow(-20)).toThrow("The signal's peak is −8.0 dBFS; −20.0 dBFS is allowed.");
    expect(() => expect(Float32Array.of(NaN)).toHavePeakBelow(100)).toThrow("The signal's peak is – dBFS");
  });

  it("toHavePeakNear", () => {
    expect(ramp).toHavePeakNear(-7.96);
    expect(ramp).toHavePeakNear(-7, 1);
    expect(silent).toHavePeakNear(-Infinity);
    expect(() => expect(ramp).toHavePeakNear(-7)).toThrow("The signal's peak is -7.959 dBFS; -7 ±0.01 is wanted.");
  });

  it("toBeAudio", () => {
    expect([ramp, silent]).toBeAudio();
    expect(() => expect([ramp, Float32Array.of(0, NaN)]).toBeAudio()).toThrow("frame 1 of channel 1 is NaN; audio holds finite numbers");
    expect(() => expect(Float32Array.of(1e-39)).toBeAudio()).toThrow("frame 0 of channel 0 is 1.0");
    expect(Float32Array.of(-Infinity)).not.toBeAudio();
  });
});
