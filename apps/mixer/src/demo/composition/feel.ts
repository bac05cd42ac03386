import type { SeededRandom } from "./seeded-random.js";
import { FRAMES_PER_STEP, SAMPLE_RATE } from "./timeline.js";

/** How far every second sixteenth is pushed back, as a share of a sixteenth. */
const SWING = 0.1;

/** How a player strays from the grid and from an even touch. */
export interface Feel {
  /** Largest displacement either way, in milliseconds. */
  readonly timingMs: number;
  /** Largest change of velocity either way, as a share of it. */
  readonly touch: number;
  readonly random: SeededRandom;
}

/** A step's frame, swung and displaced as a player would; never before the song's start. */
export function playedFrame(step: number, feel: Feel): number {
  const swing = Math.floor(step) % 2 === 1 ? SWING : 0;
  const stray = (feel.random() * 2 - 1) * (feel.timingMs / 1000) * SAMPLE_RATE;
  return Math.max(0, Math.round((step + swing) * FRAMES_PER_STEP + stray));
}

/** A velocity as a player's hand would give it, 0…1. */
export function playedVelocity(velocity: number, feel: Feel): number {
  return Math.min(1, velocity * (1 + (feel.random() * 2 - 1) * feel.touch));
}
