import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gainTrimParams } from "./params.js";
import { planTrim, type Heard } from "./trim-plan.js";

const heard = (changes: Partial<Heard>): Heard => ({
  levelDb: -23.4, heardSeconds: 9, soundSeconds: 8.04, outdated: false, listening: false, ...changes,
});

describe("planTrim", () => {
  it("says what will happen before it is done", () => {
    expect(planTrim("LUFS", -18, 0, heard({}))).toEqual({
      gainDb: expect.closeTo(5.4, 10) as number, isSet: false, sentence: "−23.4 LUFS heard in 8.0 s of sound → gain +5.4 dB",
    });
    expect(planTrim("RMS", -18, 0, heard({ levelDb: -6, soundSeconds: 75 })).sentence).toBe("−6.0 dBFS RMS heard in 75 s of sound → gain −12.0 dB");
    expect(planTrim("true-peak", -1, 5, heard({ levelDb: -4.2, soundSeconds: 0.01 })).sentence).toBe("−4.2 dBTP heard in 0.1 s of sound → gain +3.2 dB");
  });

  it("says when it is done", () => {
    const plan = planTrim("LUFS", -18, 5.4, heard({}));
    expect(plan.isSet).toBe(true);
    expect(plan.sentence).toBe("−23.4 LUFS heard in 8.0 s of sound, −18.0 LUFS after +5.4 dB.");
  });

  it.each([
    ["before it listened", { heardSeconds: 0, levelDb: -Infinity }, "Press Listen and play the part that is to reach the target."],
    ["at the start", { heardSeconds: 0, levelDb: -Infinity, listening: true }, "Listening: 0.0 s heard of at least 1 s."],
    ["while it is too short", { heardSeconds: 0.4, listening: true }, "Listening: 0.4 s heard of at least 1 s."],
    ["when it stayed too short", { heardSeconds: 0.4 }, "0.4 s heard is too short: listen for at least 1 s."],
    ["during silence", { heardSeconds: 3, levelDb: -200, listening: true }, "Nothing above −70 LUFS in 3.0 s: start playback."],
    ["after silence", { heardSeconds: 12, levelDb: -70 }, "Nothing above −70 LUFS in 12 s: press Listen, then start playback."],
    ["after another setting", { outdated: true }, "−23.4 LUFS belongs to other settings than those of now: press Listen to hear again."],
  ] as const)("says why it plans nothing %s", (_, changes, sentence) => {
    expect(planTrim("LUFS", -18, 0, heard(changes))).toEqual({ isSet: false, sentence });
  });

  it("ends where the gain's range ends, and says by how much the target is missed", () => {
    const up = planTrim("RMS", -18, 0, heard({ levelDb: -48 }));
    expect(up).toEqual({
      gainDb: 24, isSet: false,
      sentence: "−48.0 dBFS RMS heard in 8.0 s of sound needs +30.0 dB; the gain ends at +24.0 dB, 6.0 dB below the target.",
    });
    const down = planTrim("peak", -60, -60, heard({ levelDb: 3 }));
    expect(down).toEqual({
      gainDb: -60, isSet: true,
      sentence: "3.0 dBFS peak heard in 8.0 s of sound needs −63.0 dB; the gain ends at −60.0 dB, 3.0 dB above the target.",
    });
  });

  it("meets the target, whatever was heard, or ends at an end of the range", () => {
    const { min, max } = gainTrimParams.gain;
    fc.assert(
      fc.property(fc.double({ min: -69.9, max: 20, noNaN: true }), fc.double({ min: -60, max: 0, noNaN: true }), (levelDb, targetDb) => {
        const { gainDb = NaN } = planTrim("RMS", targetDb, 0, heard({ levelDb }));
        if (gainDb > min && gainDb < max) expect(levelDb + gainDb).toBeCloseTo(targetDb, 9);
        else expect(gainDb === max ? levelDb + max <= targetDb : levelDb + min >= targetDb).toBe(true);
      }),
    );
  });
});
