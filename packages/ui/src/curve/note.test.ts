import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlackKey, midiOf, midiToFrequency, noteName, noteWithCents } from "./note.js";

describe("notes", () => {
  it("are counted from A4 = 440 Hz = 69, C4 = 60", () => {
    expect(midiOf(440)).toBe(69);
    expect(noteName(midiToFrequency(60))).toBe("C4");
    expect(noteName(1244.5)).toBe("D♯6");
  });

  it("come back from their frequency", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 143 }), (midi) => {
      expect(midiOf(midiToFrequency(midi))).toBeCloseTo(midi, 9);
    }));
  });

  it("say their distance in cents", () => {
    expect(noteWithCents(440)).toBe("A4");
    expect(noteWithCents(440 * 2 ** (12 / 1200))).toBe("A4 +12");
    expect(noteWithCents(440 * 2 ** (-30 / 1200))).toBe("A4 −30");
  });

  it("are black five times an octave, with a white one on both sides", () => {
    const black = Array.from({ length: 12 }, (_, n) => n + 60).filter(isBlackKey);
    expect(black.map((midi) => noteName(midiToFrequency(midi)))).toEqual(["C♯4", "D♯4", "F♯4", "G♯4", "A♯4"]);
    for (const midi of black) expect([isBlackKey(midi - 1), isBlackKey(midi + 1)]).toEqual([false, false]);
  });
});

describe("noteName", () => {
  it.each([[440, "A4"], [261.63, "C4"], [1250, "D♯6"], [27.5, "A0"], [16.35, "C0"], [8.18, "C-1"]])("calls %d Hz %s", (hz, name) => {
    expect(noteName(hz)).toBe(name);
  });
});
