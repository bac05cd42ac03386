import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bassLine } from "./bass-line.js";
import { chordNotes } from "./chord-part.js";
import { DRUM_PARTS } from "./drum-parts.js";
import { barHits } from "./drum-pattern.js";
import type { Feel } from "./feel.js";
import { CHORDS, chordOfBar } from "./harmony.js";
import { leadLine } from "./lead-line.js";
import type { Note } from "./note.js";
import { padNotes } from "./pad-part.js";
import { monophonic } from "./phrase.js";
import { SECTIONS, sectionOfBar } from "./sections.js";
import { seededRandom } from "./seeded-random.js";
import { BARS, FRAMES_PER_STEP, SONG_FRAMES } from "./timeline.js";
import { vocalLine } from "./vocal-line.js";

const EVEN: Feel = { timingMs: 0, touch: 0, random: () => 0.5 };
const LINES: Readonly<Record<string, () => readonly Note[]>> = { bassLine, chordNotes, leadLine, padNotes, vocalLine };

describe("seeded random", () => {
  it("repeats itself, stays in 0…1 and fills it evenly", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const numbers = Array.from({ length: 2000 }, seededRandom(seed));
        expect(numbers).toEqual(Array.from({ length: 2000 }, seededRandom(seed)));
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
        const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
        // Six standard errors of the mean of 2000 even numbers.
        expect(Math.abs(mean - 0.5)).toBeLessThan(6 * Math.sqrt(1 / 12 / 2000));
      }),
    );
  });
});

describe("form and harmony", () => {
  it("covers every bar once, in order", () => {
    expect(SECTIONS.flatMap(({ startBar, endBar }) => Array.from({ length: endBar - startBar }, (_, bar) => startBar + bar))).toEqual(
      Array.from({ length: BARS }, (_, bar) => bar),
    );
    expect(CHORDS).toHaveLength(BARS);
    expect(() => sectionOfBar(BARS)).toThrow(RangeError);
    expect(() => chordOfBar(-1)).toThrow(RangeError);
  });

  it("voices each chord from low to high and moves no voice by more than a fifth from bar to bar", () => {
    CHORDS.forEach(({ voicing }, bar) => {
      expect([...voicing].sort((a, b) => a - b)).toEqual(voicing);
      const next = CHORDS[(bar + 1) % BARS]?.voicing ?? voicing;
      voicing.forEach((pitch, voice) => expect(Math.abs(pitch - (next[voice] ?? pitch))).toBeLessThanOrEqual(7));
    });
  });
});

describe("drum patterns", () => {
  it("lays marks on equal parts of the bar and gives them their velocities", () => {
    const hits = barHits(1, "X... .... o... ....", "kick", EVEN);
    expect(hits).toEqual([
      { frame: 16 * FRAMES_PER_STEP, velocity: 1, sound: "kick" },
      { frame: 24 * FRAMES_PER_STEP, velocity: 0.58, sound: "kick" },
    ]);
  });

  it("names a mark that it does not know", () => {
    expect(() => barHits(0, "x..?", "kick", EVEN)).toThrow(/"\?"/);
  });
});

describe("parts", () => {
  it.each(Object.entries(LINES))("%s is the same at every call and lies in the song", (_, line) => {
    const notes = line();
    expect(notes.length).toBeGreaterThan(10);
    expect(line()).toEqual(notes);
    for (const { frame, frames, velocity } of notes) {
      expect(frame).toBeGreaterThanOrEqual(0);
      expect(frame).toBeLessThan(SONG_FRAMES);
      expect(frames).toBeGreaterThan(0);
      expect(velocity).toBeGreaterThan(0);
      expect(velocity).toBeLessThanOrEqual(1);
    }
  });

  it.each(Object.entries(DRUM_PARTS))("%s is the same at every call, in order, and uneven in touch", (_, part) => {
    const hits = part();
    expect(part()).toEqual(hits);
    expect(hits.map(({ frame }) => frame)).toEqual(hits.map(({ frame }) => frame).sort((a, b) => a - b));
    expect(new Set(hits.map(({ velocity }) => velocity)).size).toBeGreaterThan(hits.length / 2);
    expect(hits.every(({ frame }) => frame >= 0 && frame < SONG_FRAMES)).toBe(true);
  });

  it("a line of one voice never has two notes at once", () => {
    const note = fc.record({
      frame: fc.integer({ min: 0, max: 1_000_000 }),
      frames: fc.integer({ min: 1, max: 100_000 }),
      pitch: fc.integer({ min: 20, max: 100 }),
      velocity: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(note, { selector: ({ frame }) => frame }), (written) => {
        const played = monophonic(written, 0);
        expect(played).toHaveLength(written.length);
        played.forEach(({ frame, frames }, index) => {
          const next = played[index + 1];
          if (next) expect(frame + frames).toBeLessThanOrEqual(next.frame);
        });
      }),
    );
  });
});
