/** Tempo of the song in beats a minute: a sixteenth is a whole number of frames, so the loop has no seam. */
export const TEMPO = 120;
/** Frames a second of every stem. */
export const SAMPLE_RATE = 48_000;
/** Sixteenth notes in a bar of 4/4. */
export const STEPS_PER_BAR = 16;
/** Bars in the song. */
export const BARS = 16;
/** Frames in a sixteenth note. */
export const FRAMES_PER_STEP = (SAMPLE_RATE * 60) / TEMPO / 4;
/** Frames in a bar. */
export const FRAMES_PER_BAR = FRAMES_PER_STEP * STEPS_PER_BAR;
/** Frames in the song: one turn of the loop. */
export const SONG_FRAMES = FRAMES_PER_BAR * BARS;
/** Length of the song in seconds. */
export const SONG_SECONDS = SONG_FRAMES / SAMPLE_RATE;

/** Sixteenth notes from the song's start to a step of a bar, both counted from 0. */
export function stepAt(bar: number, step: number): number {
  return bar * STEPS_PER_BAR + step;
}
