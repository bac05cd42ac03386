import { SAMPLE_RATE } from "./timeline.js";

/** One played note. Times are counted from the song's start. */
export interface Note {
  /** Where it starts, in frames. */
  readonly frame: number;
  /** How long it is held, in frames. */
  readonly frames: number;
  /** MIDI pitch; 69 is A4 at 440 Hz. */
  readonly pitch: number;
  /** How hard it is played, 0…1. */
  readonly velocity: number;
}

/** One stroke of a drum, or one sounding of a take. */
export interface Hit {
  /** Where it starts, in frames from the song's start. */
  readonly frame: number;
  /** How hard it is struck, 0…1. */
  readonly velocity: number;
  /** Which sound of the kit is struck. */
  readonly sound: string;
  /** How long it is held before it is let go, in frames. Left out, it rings to its end. */
  readonly heldFrames?: number;
}

/** Frequency of a MIDI pitch in equal temperament, A4 = 440 Hz. */
export function pitchToHz(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

/** Seconds from the song's start, for Web Audio's clock. */
export function framesToSeconds(frames: number): number {
  return frames / SAMPLE_RATE;
}
