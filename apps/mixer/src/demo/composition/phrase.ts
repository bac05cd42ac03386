import { playedFrame, playedVelocity, type Feel } from "./feel.js";
import type { Note } from "./note.js";
import { FRAMES_PER_STEP, stepAt } from "./timeline.js";

/** A written note of a bar: step, length in steps, MIDI pitch, velocity 0…1. */
export type WrittenNote = readonly [step: number, steps: number, pitch: number, velocity: number];

/** Notes of one bar as a player with the given feel plays them. */
export function barNotes(bar: number, written: readonly WrittenNote[], feel: Feel): Note[] {
  return written.map(([step, steps, pitch, velocity]) => ({
    frame: playedFrame(stepAt(bar, step), feel),
    frames: Math.round(steps * FRAMES_PER_STEP),
    pitch,
    velocity: playedVelocity(velocity, feel),
  }));
}

/**
 * The same notes with each ended before the next begins, for an instrument of one voice.
 * @param gapFrames - silence kept before the next note.
 */
export function monophonic<N extends Note>(notes: readonly N[], gapFrames: number): N[] {
  const ordered = [...notes].sort((a, b) => a.frame - b.frame);
  return ordered.map((note, index) => {
    const next = ordered[index + 1];
    if (!next) return note;
    return { ...note, frames: Math.max(1, Math.min(note.frames, next.frame - gapFrames - note.frame)) };
  });
}
