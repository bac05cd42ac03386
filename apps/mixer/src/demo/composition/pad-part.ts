import { CHORDS } from "./harmony.js";
import type { Note } from "./note.js";
import { FRAMES_PER_BAR } from "./timeline.js";

/**
 * Held chords, a bar each, one list for each of eight voices: four play the even bars and four the odd,
 * so that one chord fades while the next swells.
 */
export function padVoices(): Note[][] {
  const voices: Note[][] = Array.from({ length: 8 }, () => []);
  CHORDS.forEach((chord, bar) => {
    const low = chord.root + 12 < 43 ? chord.root + 24 : chord.root + 12;
    const pitches = [low, ...chord.voicing.slice(0, 3)];
    pitches.forEach((pitch, index) => {
      voices[(bar % 2) * 4 + index]?.push({ frame: bar * FRAMES_PER_BAR, frames: FRAMES_PER_BAR, pitch, velocity: 0.8 });
    });
  });
  return voices;
}
