import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctionOf } from "./correction.js";
import { fromNumber, toNumber } from "./number.js";
import type { ParameterSpec } from "./spec.js";
import { choice, decibels, float, frequency, integer, toggle } from "./statements.js";

const gain = decibels({ min: -30, max: 30, default: 0 });
const cutoff = frequency({ min: 10, max: 30_000, default: 1000 });
const ratio = float({ min: 0.5, max: 2, default: 1 });
const count = integer({ min: 1, max: 8, default: 2 });
const type = choice(["bell", "low-shelf", "notch"], { default: "low-shelf" });
const note = choice(Array.from({ length: 20 }, (_, i) => `n${i}`), { default: "n3" });

describe("correctionOf", () => {
  it.each<[ParameterSpec, unknown, string]>([
    [gain, 90, "X was set to 90 dB; it goes from −30.0 dB to 30.0 dB, so 30.0 dB is used."],
    [gain, -30.001, "X was set to −30.001 dB; it goes from −30.0 dB to 30.0 dB, so −30.0 dB is used."],
    [gain, -Infinity, "X was set to −∞ dB; it goes from −30.0 dB to 30.0 dB, so −30.0 dB is used."],
    [gain, Number.NaN, "X was set to NaN; it is a number from −30.0 dB to 30.0 dB, so its default, 0.0 dB, is used."],
    [gain, "loud", 'X was set to "loud"; it is a number from −30.0 dB to 30.0 dB, so its default, 0.0 dB, is used.'],
    [gain, null, "X was set to null; it is a number from −30.0 dB to 30.0 dB, so its default, 0.0 dB, is used."],
    [cutoff, 48_000, "X was set to 48000 Hz; it goes from 10.0 Hz to 30.0 kHz, so 30.0 kHz is used."],
    [ratio, 3, "X was set to 3; it goes from 0.50 to 2.00, so 2.00 is used."],
    [count, 9, "X was set to 9; it goes from 1 to 8, so 8 is used."],
    [type, "comb", 'X was set to "comb"; it is Bell, Low shelf or Notch, so its default, Low shelf, is used.'],
    [type, 7, "X was set to 7; its options are numbered 0 to 2, so Notch is used."],
    [type, true, "X was set to true; it is Bell, Low shelf or Notch, so its default, Low shelf, is used."],
    [note, "x", 'X was set to "x"; it is one of 20 options, so its default, N3, is used.'],
    [choice(["a"], { default: "a" }), [], "X was set to an empty list; it is always A, so its default, A, is used."],
    [toggle(true), Number.NaN, "X was set to NaN; it is on or off, so its default, On, is used."],
    [toggle(false), 5, "X was set to 5; it is on or off, so On is used."],
    [toggle(false), "yes", 'X was set to "yes"; it is on or off, so its default, Off, is used.'],
  ])("says value, rule and what is used: case %#", (spec, value, sentence) => {
    expect(correctionOf(spec, value, "X")).toBe(sentence);
  });

  it("says nothing of what is taken as it is, to the edges of the range", () => {
    for (const spec of [gain, cutoff, ratio, count]) {
      fc.assert(fc.property(fc.double({ min: spec.min, max: spec.max, noNaN: true }), (value) => correctionOf(spec, value, "X") === undefined));
    }
    for (const [index, option] of type.options.entries()) expect([correctionOf(type, option, "X"), correctionOf(type, index, "X")]).toEqual([undefined, undefined]);
    for (const value of [true, false, 0, 1, 0.4]) expect(correctionOf(toggle(true), value, "X")).toBeUndefined();
    expect(correctionOf(gain, undefined, "X")).toBeUndefined();
  });

  it("says something of all that toNumber changes, but for rounding", () => {
    fc.assert(
      fc.property(fc.constantFrom<ParameterSpec>(gain, cutoff, ratio, count, type, toggle(true)), fc.anything(), (spec, value) => {
        const taken = toNumber(spec, value);
        const isTaken = Object.is(fromNumber(spec, taken), value) || (typeof value === "number" && Math.abs(value - taken) <= 0.5);
        fc.pre(value !== undefined && !isTaken);
        expect(correctionOf(spec, value, "X")).toMatch(/^X was set to .+; it.+, so .+ is used\.$/);
      }),
    );
  });
});
