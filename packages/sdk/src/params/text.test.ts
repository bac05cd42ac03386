import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNITS, type Unit } from "./spec.js";
import { choice, float, integer, toggle } from "./statements.js";
import { formatParameter, formatQuantity, inWords, parseParameter } from "./text.js";

const LIMIT = 1e5;
const wide = (unit: Unit) => float({ min: -LIMIT, max: LIMIT, default: 0, unit });
const gain = float({ min: -60, max: 12, default: 0, unit: "dB" });
const pan = float({ min: -100, max: 100, default: 0, unit: "%" });
const mix = float({ min: 0, max: 100, default: 100, unit: "%" });
const cutoff = float({ min: 20, max: 20_000, default: 1000, unit: "Hz" });

/** Half of the last digit that a text shows, in the parameter's own unit. */
function halfDigit(text: string, unit: Unit): number {
  const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const scale = (unit === "Hz" && text.endsWith("kHz")) || (unit === "ms" && text.endsWith(" s")) ? 1000 : 1;
  return (scale * 10 ** -digits) / 2;
}

describe("formatParameter and parseParameter", () => {
  it.each(UNITS)("are inverse within the digits shown, in “%s”", (unit) => {
    const spec = wide(unit);
    const magnitude = fc.double({ min: -4, max: Math.log10(LIMIT), noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(magnitude, fc.boolean(), (size, negative) => {
        const number = negative ? -size : size;
        const text = formatParameter(spec, number);
        const read = parseParameter(spec, text) ?? Number.NaN;
        expect(Math.abs(read - number), text).toBeLessThanOrEqual(halfDigit(text, unit) * (1 + 1e-9));
        // What was read is shown as the same text: typing what one sees changes nothing.
        expect(formatParameter(spec, read)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("are inverse for whole numbers", () => {
    const spec = integer({ min: -1000, max: 1000, default: 0, unit: "st" });
    fc.assert(fc.property(fc.integer({ min: -1000, max: 1000 }), (n) => parseParameter(spec, formatParameter(spec, n)) === n));
  });

  it("are inverse for options and toggles", () => {
    const spec = choice(["bell", "low-shelf", "highCut", "low_cut", "dynamics.1", "6,12 dB"], { default: "bell" });
    spec.options.forEach((option, index) => {
      expect(parseParameter(spec, formatParameter(spec, index)), option).toBe(index);
      expect(parseParameter(spec, option)).toBe(index);
    });
    expect([0, 1].map((side) => parseParameter(toggle(true), formatParameter(toggle(true), side)))).toEqual([0, 1]);
  });

  it("never give a number outside the range, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.float().map(String)), fc.constantFrom(gain, cutoff), (text, spec) => {
        const read = parseParameter(spec, text);
        expect(read === undefined || (read >= spec.min && read <= spec.max)).toBe(true);
      }),
    );
  });
});

describe("formatParameter", () => {
  it.each([
    ["−6.0 dB", gain, -6],
    ["0.0 dB", gain, -0.04],
    ["20.0 Hz", cutoff, 20],
    ["440 Hz", cutoff, 440],
    ["1.00 kHz", cutoff, 999.6],
    ["1.25 kHz", cutoff, 1250],
    ["20.0 kHz", cutoff, 20_000],
    ["1.5 ms", wide("ms"), 1.5],
    ["1.50 s", wide("ms"), 1500],
    ["33 %", wide("%"), 33.4],
    ["0.50", wide(""), 0.5],
  ])("writes %s", (text, spec, number) => {
    expect(formatParameter(spec, number)).toBe(text);
  });

  it("writes silence as −∞ and what is no number as a dash", () => {
    expect(formatQuantity(-Infinity, "dB")).toBe("−∞ dB");
    expect(formatQuantity(Number.NaN, "Hz")).toBe("– Hz");
  });
});

describe("parseParameter", () => {
  it.each([
    ["-6", gain, -6],
    ["−6 dB", gain, -6],
    ["+3.5db", gain, 3.5],
    ["3,5", gain, 3.5],
    ["−∞", gain, -60],
    ["-inf dB", gain, -60],
    ["99", gain, 12],
    ["1k2", cutoff, 1200],
    ["1.2 kHz", cutoff, 1200],
    ["1.2k", cutoff, 1200],
    ["440Hz", cutoff, 440],
    ["1e3", cutoff, 1000],
    ["A4", cutoff, 440],
    ["C#4", cutoff, 277.1826],
    ["Db4", cutoff, 277.1826],
    ["b3", cutoff, 246.9417],
    ["c1", cutoff, 32.7032],
    ["A4 +50 ct", cutoff, 452.893],
    ["a4-100", cutoff, 415.3047],
    ["50%", gain, -6.0206],
    ["0 %", gain, -60],
    ["-6 dB", mix, 50.1187],
    ["+3 dB", mix, 100],
    ["L30", pan, -30],
    ["30 R", pan, 30],
    ["left", pan, -100],
    ["r 200", pan, 100],
    ["C", pan, 0],
    ["-12.5 %", pan, -12.5],
    ["1.5 s", wide("ms"), 1500],
    ["500 µs", wide("ms"), 0.5],
    ["2 min", wide("s"), 120],
    ["250 ms", wide("s"), 0.25],
    ["-12 dB", wide("dBFS"), -12],
    ["-1 dB", wide("dBTP"), -1],
    ["-14 lufs", wide("LUFS"), -14],
    ["30 %", wide("%"), 30],
    ["LOW shelf", choice(["bell", "low-shelf"], { default: "bell" }), 1],
    ["HQ", choice(["standard", "hq"], { default: "hq", labels: { hq: "HQ" } }), 1],
    ["best", choice(["low", "high"], { default: "low", labels: { high: "Best" } }), 1],
    ["high", choice(["low", "high"], { default: "low", labels: { high: "Best" } }), 1],
    ["On", toggle(false), 1],
  ])("reads “%s”", (text, spec, number) => {
    expect(parseParameter(spec, text)).toBeCloseTo(number, 4);
  });

  it.each([
    ["", gain],
    ["loud", gain],
    ["6 Hz", gain],
    ["-50 %", gain],
    ["-6 dB", pan],
    ["L30", mix],
    ["h4", cutoff],
    ["1k2k", cutoff],
    ["notch", choice(["bell"], { default: "bell" })],
    ["perhaps", toggle(false)],
  ])("takes “%s” for no value", (text, spec) => {
    expect(parseParameter(spec, text)).toBeUndefined();
  });
});

describe("inWords", () => {
  it.each([
    ["lowCut", "Low cut"],
    ["low-cut", "Low cut"],
    ["band1.frequency", "Band1 frequency"],
    ["q", "Q"],
  ])("writes %s as %s", (id, words) => {
    expect(inWords(id)).toBe(words);
  });
});
