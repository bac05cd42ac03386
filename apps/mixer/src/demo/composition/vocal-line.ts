import { playedFrame, playedVelocity, type Feel } from "./feel.js";
import type { Note } from "./note.js";
import { monophonic } from "./phrase.js";
import { seededRandom } from "./seeded-random.js";
import { FRAMES_PER_STEP, stepAt } from "./timeline.js";

/** The vowels the voice sings. */
export type Vowel = "ah" | "eh" | "ee" | "oh" | "oo";

/** A sung note. */
export interface SungNote extends Note {
  readonly vowel: Vowel;
}

/** A written syllable: step, length in steps, MIDI pitch, vowel. */
type Syllable = readonly [step: number, steps: number, pitch: number, vowel: Vowel];

const LYRIC: Readonly<Record<number, readonly Syllable[]>> = {
  1: [[8, 6, 64, "oo"]],
  2: [[0, 10, 67, "oo"]],
  3: [[0, 6, 62, "oo"], [12, 2, 64, "ah"], [14, 2, 67, "eh"]],
  4: [[0, 6, 69, "ah"], [6, 2, 67, "eh"], [8, 4, 69, "oh"], [12, 4, 72, "ee"]],
  5: [[0, 6, 71, "oh"], [6, 2, 69, "ah"], [8, 6, 67, "oo"]],
  6: [[0, 2, 64, "eh"], [2, 2, 67, "ee"], [4, 7, 69, "ah"], [12, 2, 67, "oh"], [14, 2, 64, "oo"]],
  7: [[0, 10, 67, "oo"]],
  8: [[0, 4, 65, "oo"], [4, 4, 69, "oh"], [8, 6, 72, "ah"], [14, 2, 71, "eh"]],
  9: [[0, 8, 71, "ah"], [8, 6, 68, "oh"], [14, 2, 71, "eh"]],
  10: [[0, 6, 72, "ah"], [6, 2, 71, "eh"], [8, 4, 69, "oh"], [12, 4, 76, "ee"]],
  11: [[0, 7, 72, "ah"], [8, 4, 69, "oh"], [12, 2, 72, "eh"], [14, 2, 74, "ee"]],
  12: [[0, 6, 76, "ah"], [6, 2, 74, "eh"], [8, 4, 72, "oh"], [12, 4, 67, "oo"]],
  13: [[0, 7, 71, "oh"], [8, 7, 74, "ah"]],
  14: [[0, 4, 72, "ee"], [4, 4, 69, "eh"], [8, 4, 69, "ah"], [12, 4, 67, "oh"]],
  15: [[0, 6, 69, "ah"], [6, 2, 67, "eh"], [8, 7, 71, "oh"]],
};

/** The voice's line, one voice; the same at every call. */
export function vocalLine(): SungNote[] {
  const feel: Feel = { timingMs: 9, touch: 0.1, random: seededRandom(99) };
  const notes: SungNote[] = Object.entries(LYRIC).flatMap(([bar, syllables]) =>
    syllables.map(([step, steps, pitch, vowel]) => ({
      frame: playedFrame(stepAt(Number(bar), step), feel),
      frames: Math.round(steps * FRAMES_PER_STEP),
      pitch,
      velocity: playedVelocity(step % 8 === 0 ? 0.9 : 0.75, feel),
      vowel,
    })),
  );
  return monophonic(notes, 240);
}
