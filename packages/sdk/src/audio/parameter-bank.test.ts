import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice, decibels, integer, toggle } from "../params/statements.js";
import { ParameterBank } from "./parameter-bank.js";

const specs = {
  gain: decibels({ min: -60, max: 12, default: -6 }),
  type: choice(["bell", "notch", "shelf"], { default: "notch" }),
  invert: toggle(true),
  voices: integer({ min: 1, max: 8, default: 2 }),
};

describe("ParameterBank", () => {
  it("starts at the defaults and counts indices in the order of the statement", () => {
    const bank = new ParameterBank(specs, 48_000, 128);
    bank.advance(128);
    expect(bank.ids).toEqual(["gain", "type", "invert", "voices"]);
    const { gain, type, invert, voices } = bank.readers;
    expect([gain.value, type.value, type.index, invert.value, voices.value]).toEqual([-6, "notch", 1, true, 2]);
  });

  it("takes numbers for choices and toggles at once, also by glide", () => {
    const bank = new ParameterBank(specs, 48_000, 128);
    bank.glide(1, 2, 1000);
    bank.glide(2, 0, 1000);
    expect([bank.readers.type.value, bank.readers.type.index, bank.readers.invert.value]).toEqual(["shelf", 2, false]);
  });

  it("holds every value in its range and ignores indices that are none, whatever it is told", () => {
    const told = fc.record({ index: fc.integer({ min: -3, max: 6 }), number: fc.double(), frames: fc.integer({ min: -1, max: 300 }), jump: fc.boolean() });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 20 }), (all) => {
        const bank = new ParameterBank(specs, 48_000, 128);
        for (const { index, number, frames, jump } of all) {
          if (jump) bank.jump(index, number);
          else bank.glide(index, number, frames);
          bank.advance(128);
          const { gain, type, invert, voices } = bank.readers;
          expect(gain.values.every((db) => db >= -60 && db <= 12)).toBe(true);
          expect(voices.values.every((n) => Number.isInteger(n) && n >= 1 && n <= 8)).toBe(true);
          expect(type.value).toBe(specs.type.options[type.index]);
          expect(typeof invert.value).toBe("boolean");
        }
      }),
    );
  });

  it("says what changed: at first, while something moves, and in the block after", () => {
    const bank = new ParameterBank(specs, 48_000, 128);
    const changed = () => {
      bank.advance(128);
      return bank.changed;
    };
    expect([changed(), changed()]).toEqual([true, false]);
    bank.glide(0, 3, 200);
    expect([changed(), changed(), changed(), changed()]).toEqual([true, true, true, false]);
    expect(bank.readers.gain.values.every((db) => db === 3)).toBe(true);
    bank.glide(1, 0, 0);
    expect([changed(), changed()]).toEqual([true, false]);
    bank.jump(3, 5);
    expect([changed(), changed()]).toEqual([true, false]);
  });

  it("while it says that nothing changed, every reader is what it was", () => {
    const move = fc.record({ index: fc.integer({ min: 0, max: 3 }), number: fc.double({ min: -60, max: 12, noNaN: true }), frames: fc.integer({ min: -1, max: 300 }), jump: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.option(move), { maxLength: 30 }), (moves) => {
        const bank = new ParameterBank(specs, 48_000, 128);
        const seen = () => [[...bank.readers.gain.values], [...bank.readers.gain.gains], bank.readers.type.value, bank.readers.invert.value, [...bank.readers.voices.values]];
        bank.advance(128);
        let before = seen();
        for (const each of moves) {
          if (each?.jump === true) bank.jump(each.index, each.number);
          else if (each) bank.glide(each.index, each.number, each.frames);
          bank.advance(128);
          const now = seen();
          if (!bank.changed) expect(now).toEqual(before);
          before = now;
        }
      }),
    );
  });
});
