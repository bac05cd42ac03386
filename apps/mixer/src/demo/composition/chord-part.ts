import { playedFrame, playedVelocity, type Feel } from "./feel.js";
import { chordOfBar } from "./harmony.js";
import type { Note } from "./note.js";
import { seededRandom } from "./seeded-random.js";
import { FRAMES_PER_STEP, stepAt } from "./timeline.js";

/** A struck chord: step, length in steps, velocity. */
type Stab = readonly [step: number, steps: number, velocity: number];

const SWELL: readonly Stab[] = [[0, 15, 0.5]];
const STABS: readonly Stab[] = [[0, 2.5, 0.95], [3, 2, 0.75], [6, 3, 0.85], [10, 1.5, 0.7], [14, 1.5, 0.8]];
const STABS_ANSWER: readonly Stab[] = [[0, 2.5, 0.95], [3, 2, 0.75], [6, 1.5, 0.8], [8, 4, 0.85], [13, 1, 0.6], [14, 1.5, 0.8]];
const BIG: readonly Stab[] = [[0, 3, 1], [3, 3, 0.85], [6, 2, 0.9], [8, 2.5, 0.9], [11, 2, 0.8], [14, 1.8, 0.95]];

const BARS: Readonly<Record<number, readonly Stab[]>> = {
  2: SWELL, 3: [[0, 8, 0.55], [8, 3, 0.6], [11, 3, 0.65], [14, 1.8, 0.7]],
  4: STABS, 5: STABS_ANSWER, 6: STABS, 7: STABS_ANSWER,
  8: [[0, 15, 0.6]], 9: [[0, 7.5, 0.7], [8, 7, 0.85]],
  10: BIG, 11: STABS_ANSWER, 12: BIG, 13: STABS_ANSWER, 14: BIG,
  15: [[0, 3, 1], [3, 3, 0.85], [6, 2, 0.9], [8, 2, 0.85], [10, 2, 0.9], [12, 3.5, 1]],
};

/** The chords, four voices strummed low to high; the same at every call. */
export function chordNotes(): Note[] {
  const feel: Feel = { timingMs: 3, touch: 0.06, random: seededRandom(77) };
  const notes: Note[] = [];
  for (const [key, stabs] of Object.entries(BARS)) {
    const bar = Number(key);
    for (const [step, steps, velocity] of stabs) {
      const frame = playedFrame(stepAt(bar, step), feel);
      const touched = playedVelocity(velocity, feel);
      chordOfBar(bar).voicing.forEach((pitch, index) => {
        notes.push({ frame: frame + index * 90, frames: Math.round(steps * FRAMES_PER_STEP), pitch, velocity: touched });
      });
    }
  }
  return notes;
}
