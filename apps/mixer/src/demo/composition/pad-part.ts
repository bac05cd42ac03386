import { CHORDS } from "./harmony.js";
import type { Note } from "./note.js";
import { FRAMES_PER_BAR } from "./timeline.js";

/** Lowest pitch of the pad: below it, it would fight the bass. */
const LOWEST = 43;

/** Held chords of four notes, a bar each. */
export function padNotes(): Note[] {
  return CHORDS.flatMap((chord, bar) => {
    const low = chord.root + 12 < LOWEST ? chord.root + 24 : chord.root + 12;
    return [low, ...chord.voicing.slice(0, 3)].map((pitch) => ({
      frame: bar * FRAMES_PER_BAR,
      frames: FRAMES_PER_BAR,
      pitch,
      velocity: 0.8,
    }));
  });
}
