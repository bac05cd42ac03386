import { choice, decibels, frequency, integer, toggle } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { UsageError } from "../command-line/command.js";
import { checkValues, listIds, parseSettings } from "./parameter-values.js";

const specs = {
  gain: decibels({ min: -60, max: 12, default: 0 }),
  cutoff: frequency({ min: 20, max: 20_000, default: 1000 }),
  type: choice(["bell", "low-shelf"], { default: "bell" }),
  invert: toggle(false),
  voices: integer({ min: 1, max: 8, default: 1 }),
};

describe("parseSettings", () => {
  it("reads values as people write them", () => {
    expect(parseSettings(["gain=−6 dB", "cutoff=1k2", "type=Low shelf", "invert=on", "voices=3"], specs)).toEqual({ gain: -6, cutoff: 1200, type: "low-shelf", invert: true, voices: 3 });
    expect(parseSettings(["gain=-inf", "gain=3"], specs)).toEqual({ gain: 3 });
    expect(parseSettings(["gain=−∞"], specs)).toEqual({ gain: -60 });
  });

  it.each([
    ["gain", `"gain" sets nothing; write a parameter and its value: --set gain=value`],
    ["=3", `"=3" sets nothing`],
    ["gian=3", `There is no parameter "gian"; there is gain, cutoff, type, invert, voices.`],
    ["constructor=3", `There is no parameter "constructor"`],
    ["gain=loud", `"loud" is no value of gain, which takes −60.0 dB … 12.0 dB.`],
    ["gain=99", `99 is outside gain, which takes −60.0 dB … 12.0 dB.`],
    ["cutoff=5", `5 is outside cutoff, which takes 20.0 Hz … 20.0 kHz.`],
    ["type=notch", `"notch" is no value of type, which takes Bell, Low shelf.`],
    ["invert=perhaps", `"perhaps" is no value of invert, which takes off, on.`],
  ])("says of %s: %s", (setting, sentence) => {
    expect(() => parseSettings([setting], specs)).toThrow(UsageError);
    expect(() => parseSettings([setting], specs)).toThrow(sentence);
  });
});

describe("checkValues", () => {
  it("takes values as a session holds them", () => {
    const values = { gain: -3, type: "low-shelf", invert: true };
    expect(checkValues(values, specs)).toEqual(values);
  });

  it.each([
    [{ gain: "-3" }, `"-3" is no value of gain, which takes −60.0 dB … 12.0 dB.`],
    [{ gain: 13 }, `13 is outside gain`],
    [{ type: "Low shelf" }, `"Low shelf" is no value of type`],
    [{ invert: 1 }, `1 is no value of invert, which takes off, on.`],
    [{ more: 1 }, `There is no parameter "more"`],
  ])("refuses %j", (values, sentence) => {
    expect(() => checkValues(values, specs)).toThrow(sentence);
  });
});

it("listIds writes ids that differ in a number once", () => {
  expect(listIds(["band1.gain", "band1.q", "band2.gain", "band2.q", "output", "mode3"])).toBe("band1…2.gain, band1…2.q, output, mode3");
  expect(listIds([])).toBe("none");
});
