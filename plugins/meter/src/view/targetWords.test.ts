import { describe, expect, it } from "vitest";
import { targetOf, type TargetOption } from "../targets.js";
import { targetWords } from "./targetWords.js";

const said = (option: TargetOption, integrated: number, truePeak = -3, limit = -1) => targetWords({ integrated, truePeak }, targetOf(option, -9.5), limit);

describe("targetWords", () => {
  it.each([
    ["streaming-14", -10.8, "above", "3.2 LU above −14.0 LUFS", "Services that play at −14.0 LUFS turn it down by 3.2 dB."],
    ["streaming-14", -18, "below", "4.0 LU below −14.0 LUFS", "Services that play at −14.0 LUFS turn it up by 4.0 dB, or leave it."],
    ["streaming-16", -15.1, "on", "On target, 0.9 LU above −16.0 LUFS", "Services that play at −16.0 LUFS leave it about as it is."],
    ["ebu-r128", -23.02, "on", "On target, exactly −23.0 LUFS", "EBU R 128 allows 0.5 LU either way."],
    ["ebu-r128", -22.46, "on", "On target, 0.5 LU above −23.0 LUFS", "EBU R 128 allows 0.5 LU either way."],
    ["ebu-r128", -22.4, "above", "0.6 LU above −23.0 LUFS", "EBU R 128 allows 0.5 LU either way."],
    ["custom", -12, "below", "2.5 LU below −9.5 LUFS", ""],
    ["none", -12, "unknown", "No target is chosen", ""],
  ] as const)("says of %s at %d LUFS that it is %s", (option, integrated, loudness, loudnessDistance, meaning) => {
    expect(said(option, integrated)).toMatchObject({ loudness, loudnessDistance, meaning });
  });

  it.each([
    [-0.6, "above", "True peak 0.4 dB over −1.0 dBTP", "Lossy encoders and converters may clip."],
    [-1, "on", "True peak at −1.0 dBTP", ""],
    [-2.24, "on", "True peak 1.2 dB under −1.0 dBTP", ""],
  ] as const)("says of a true peak of %d dBTP that it is %s its limit", (peak, truePeak, peakDistance, meaning) => {
    expect(said("custom", -9.5, peak)).toMatchObject({ truePeak, peakDistance, meaning });
  });

  it("says what is missing where nothing was measured", () => {
    expect(said("streaming-14", -200, -200)).toEqual({
      loudness: "unknown",
      truePeak: "unknown",
      loudnessDistance: "Nothing measured yet",
      peakDistance: "",
      meaning: "Integrated loudness needs 0.4 s of sound above −70 LUFS.",
    });
  });
});
