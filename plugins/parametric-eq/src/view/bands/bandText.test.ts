import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eqParams } from "../../params.js";
import { bandInWords, frequencyText, gainText, parseBand, qText, ratioText } from "./bandText.js";
import type { BandValues } from "./band.js";

const BELL: BandValues = {
  enabled: true, type: "bell", frequency: 1250, gain: -3.5, q: 1.4, slope: "12", channel: "stereo",
  dynamic: false, dynamicThreshold: -30, dynamicRatio: 2, dynamicAttack: 10, dynamicRelease: 150,
};

describe("a band in words", () => {
  it("says type, frequency with its note, gain and Q", () => {
    expect(bandInWords(BELL)).toBe("Bell · 1.25 kHz (D♯6) · −3.5 dB · Q 1.40");
  });

  it("says what is not as usual", () => {
    expect(bandInWords({ ...BELL, channel: "side", dynamic: true, enabled: false })).toBe("Bell · 1.25 kHz (D♯6) · −3.5 dB · Q 1.40 · side · dynamic · off");
  });

  it("says a cut's slope and no gain", () => {
    expect(bandInWords({ ...BELL, type: "low-cut", frequency: 30, slope: "24" })).toBe("Low cut · 30.0 Hz (B0) · Q 1.40 · 24 dB/oct");
  });

  it("gives boosts their sign", () => {
    expect([gainText(3.5), gainText(0), gainText(0.04), gainText(-2)]).toEqual(["+3.5 dB", "0.0 dB", "0.0 dB", "−2.0 dB"]);
    expect([ratioText(2), ratioText(0.5), ratioText(20)]).toEqual(["2.0:1", "0.5:1", "20:1"]);
  });
});

describe("what is typed for a band", () => {
  it.each([
    ["1.2k", { frequency: 1200 }],
    ["440 Hz", { frequency: 440 }],
    ["A4", { frequency: 440 }],
    ["1,5 khz", { frequency: 1500 }],
    ["250", { frequency: 250 }],
    ["-3", { gain: -3 }],
    ["−3 dB", { gain: -3 }],
    ["+2.5", { gain: 2.5 }],
    ["6", { gain: 6 }],
    ["q 2", { q: 2 }],
    ["Q=0.7", { q: 0.7 }],
    ["1.2 kHz -3 dB q 2", { frequency: 1200, gain: -3, q: 2 }],
    ["q4, 100 Hz, 1.5", { q: 4, frequency: 100, gain: 1.5 }],
    ["50k", { frequency: 30_000 }],
  ])("%s", (text, typed) => {
    expect(parseBand(text)).toEqual(typed);
  });

  it.each(["", "  ", "bananas", "1k 2k", "-3 -4", "q", "H4"])("“%s” says nothing", (text) => {
    expect(parseBand(text)).toBeUndefined();
  });

  it("reads what the view writes, to the digits that are shown", () => {
    const { min, max } = eqParams["band1.frequency"];
    fc.assert(fc.property(
      fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.03, max: 25, noNaN: true }),
      (logHz, gain, q) => {
        const typed = parseBand(`${frequencyText(Math.exp(logHz))} ${gainText(gain)} q ${qText(q)}`);
        expect(typed?.frequency).toBeCloseTo(Number(Math.exp(logHz).toPrecision(3)), logHz > Math.log(1000) ? -2 : 0);
        expect(typed?.gain).toBeCloseTo(gain, 1);
        expect(typed?.q).toBeCloseTo(q, 1);
      },
    ));
  });
});
