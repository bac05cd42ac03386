import type { Feel } from "./feel.js";
import { chordOfBar } from "./harmony.js";
import type { Note } from "./note.js";
import { barNotes, monophonic, type WrittenNote } from "./phrase.js";
import { seededRandom } from "./seeded-random.js";

/** A bar of bass: step, length in steps, semitones above the chord's root, velocity. */
type Figure = readonly WrittenNote[];

const HELD: Figure = [[0, 14, 0, 0.7]];
const GROOVE: Figure = [[0, 3, 0, 1], [3, 2, 0, 0.7], [6, 2, 12, 0.85], [8, 2, 0, 0.9], [11, 2, 0, 0.75], [13, 1, 7, 0.7], [14, 2, 12, 0.85]];
const GROOVE_ANSWER: Figure = [[0, 3, 0, 1], [3, 2, 0, 0.7], [6, 2, 7, 0.8], [8, 3, 0, 0.9], [12, 1, 12, 0.8], [13, 1, 10, 0.7], [14, 2, 7, 0.85]];
const DRIVING: Figure = [[0, 2, 0, 1], [2, 2, 0, 0.72], [4, 1, 12, 0.8], [6, 2, 0, 0.85], [8, 2, 0, 0.95], [10, 1, 12, 0.8], [11, 2, 0, 0.75], [14, 1, 12, 0.85], [15, 1, 7, 0.75]];
const DRIVING_ANSWER: Figure = [[0, 2, 0, 1], [2, 2, 0, 0.72], [4, 1, 12, 0.8], [6, 2, 0, 0.85], [8, 2, 7, 0.9], [10, 2, 5, 0.8], [12, 2, 2, 0.85], [14, 2, 0, 0.9]];

const FIGURES: Readonly<Record<number, Figure>> = {
  3: [[12, 2, 0, 0.7], [14, 2, 12, 0.8]],
  4: GROOVE, 5: GROOVE_ANSWER, 6: GROOVE, 7: GROOVE_ANSWER,
  8: HELD, 9: [[0, 8, 0, 0.75], [8, 6, 12, 0.85]],
  10: DRIVING, 11: DRIVING_ANSWER, 12: DRIVING, 13: DRIVING_ANSWER, 14: DRIVING,
  15: [[0, 2, 0, 1], [2, 2, 0, 0.75], [4, 2, 0, 0.85], [6, 2, 12, 0.85], [8, 2, 4, 0.9], [10, 2, 7, 0.9], [12, 2, 9, 0.95], [14, 1, 1, 0.95]],
};

/** The bass, one voice; the same at every call. */
export function bassLine(): Note[] {
  const feel: Feel = { timingMs: 2, touch: 0.06, random: seededRandom(66) };
  const notes = Object.entries(FIGURES).flatMap(([key, figure]) => {
    const bar = Number(key);
    const { root } = chordOfBar(bar);
    return barNotes(bar, figure.map(([step, steps, interval, velocity]) => [step, steps, root + interval, velocity]), feel);
  });
  return monophonic(notes, 480);
}
