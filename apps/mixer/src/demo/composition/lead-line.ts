import { playedFrame, playedVelocity, type Feel } from "./feel.js";
import { chordOfBar } from "./harmony.js";
import type { Note } from "./note.js";
import { barNotes, monophonic, type WrittenNote } from "./phrase.js";
import { sectionOfBar } from "./sections.js";
import { seededRandom } from "./seeded-random.js";
import { BARS, FRAMES_PER_STEP, stepAt, STEPS_PER_BAR } from "./timeline.js";

/** Which chord tone each sixteenth plays; -1 rests. The tones lie an octave lower than written in the chord. */
const RISING = [0, 2, 1, 3, 2, 4, 3, 1, 0, 2, 1, 3, 4, 3, 2, 1];
const SPARSE = [0, -1, 2, -1, 1, -1, 3, 2, -1, 4, -1, 3, -1, 2, 1, -1];
const SYNCOPATED = [0, -1, 2, 3, -1, 2, 4, -1, 0, -1, 2, 3, -1, 4, 3, 2];

/** The hook of the last section, in place of the arpeggio. */
const HOOK: Readonly<Record<number, readonly WrittenNote[]>> = {
  10: [[0, 2, 76, 1], [3, 2, 74, 0.8], [6, 2, 72, 0.85], [8, 1, 69, 0.7], [10, 2, 72, 0.85], [12, 3, 74, 0.9]],
  11: [[0, 2, 72, 1], [3, 2, 69, 0.8], [6, 2, 67, 0.85], [8, 1, 65, 0.7], [10, 2, 67, 0.85], [12, 3, 69, 0.9]],
  12: [[0, 2, 76, 1], [3, 2, 74, 0.8], [6, 2, 72, 0.85], [8, 1, 67, 0.7], [10, 2, 76, 0.9], [12, 3, 79, 0.95]],
  13: [[0, 3, 74, 1], [4, 2, 71, 0.85], [8, 1, 67, 0.75], [9, 1, 69, 0.75], [10, 1, 71, 0.8], [12, 3, 74, 0.9]],
  14: [[0, 2, 76, 1], [3, 2, 77, 0.85], [6, 2, 76, 0.85], [8, 1, 72, 0.75], [10, 2, 72, 0.85], [12, 3, 69, 0.9]],
  15: [[0, 2, 71, 1], [3, 2, 74, 0.85], [6, 2, 76, 0.9], [8, 1, 79, 0.85], [9, 1, 76, 0.8], [10, 1, 74, 0.8], [11, 1, 71, 0.8], [12, 3, 67, 0.9]],
};

/** The lead: an arpeggio that thickens, then the hook; the same at every call. */
export function leadLine(): Note[] {
  const feel: Feel = { timingMs: 2, touch: 0.14, random: seededRandom(88) };
  const notes: Note[] = [];
  for (let bar = 0; bar < BARS; bar++) {
    const hook = HOOK[bar];
    if (hook) notes.push(...barNotes(bar, hook, feel));
    else notes.push(...arpeggioBar(bar, feel));
  }
  return monophonic(notes, 120);
}

function arpeggioBar(bar: number, feel: Feel): Note[] {
  const section = sectionOfBar(bar).id;
  const order = section === "groove" ? SYNCOPATED : bar < 2 || section === "break" ? SPARSE : RISING;
  const tones = chordOfBar(bar).arpeggio;
  const notes: Note[] = [];
  for (let step = 0; step < STEPS_PER_BAR; step++) {
    const tone = tones[order[step] ?? -1];
    if (tone === undefined) continue;
    const accent = step % 4 === 0 ? 0.95 : step % 2 === 0 ? 0.75 : 0.62;
    notes.push({
      frame: playedFrame(stepAt(bar, step), feel),
      frames: Math.round(0.8 * FRAMES_PER_STEP),
      pitch: tone - 12,
      velocity: playedVelocity(accent, feel),
    });
  }
  return notes;
}
