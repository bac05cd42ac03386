import { QUANTUM } from "../shared/quantum.js";

/** Frames in which a delay line goes over to a new delay. */
const FADE_FRAMES = 4 * QUANTUM;

/**
 * A stereo delay of whole frames, worked a quantum at a time. It always keeps its history, so a longer delay is
 * heard at once; a change of delay crossfades. `@audioThread` except {@link reserve}.
 */
export class DelayLine {
  #left: Float32Array;
  #right: Float32Array;
  #mask: number;
  #at = 0;
  #delay = 0;
  #former = 0;
  #fade = 0;

  /** @param mostFrames - longest delay without {@link reserve}. */
  constructor(mostFrames: number) {
    const size = sizeFor(mostFrames);
    this.#left = new Float32Array(size);
    this.#right = new Float32Array(size);
    this.#mask = size - 1;
  }

  get delay(): number {
    return this.#delay;
  }

  /** Makes room for a longer delay, keeping the history. Allocates: between quanta only. */
  reserve(mostFrames: number): void {
    const size = sizeFor(mostFrames);
    const old = this.#mask + 1;
    if (size <= old) return;
    const left = new Float32Array(size);
    const right = new Float32Array(size);
    for (let back = 1; back <= old; back++) {
      left[(this.#at - back) & (size - 1)] = this.#left[(this.#at - back) & this.#mask] ?? 0;
      right[(this.#at - back) & (size - 1)] = this.#right[(this.#at - back) & this.#mask] ?? 0;
    }
    this.#left = left;
    this.#right = right;
    this.#mask = size - 1;
  }

  /** Goes over to a delay. @param crossfade - `false` where nothing sounds yet. */
  setDelay(frames: number, crossfade: boolean): void {
    if (frames === this.#delay) return;
    this.#former = this.#delay;
    this.#delay = frames;
    this.#fade = crossfade ? FADE_FRAMES : 0;
  }

  /** Takes in the next quantum. */
  write(left: Float32Array, right: Float32Array): void {
    const start = this.#at & this.#mask;
    this.#left.set(left, start);
    this.#right.set(right, start);
    this.#at += QUANTUM;
  }

  /** Gives the quantum that lies `delay` frames before the one last written. */
  read(left: Float32Array, right: Float32Array): void {
    this.#copy(this.#delay, left, right);
    if (this.#fade > 0) this.#crossfade(left, right);
  }

  #copy(delay: number, left: Float32Array, right: Float32Array): void {
    const from = this.#at - QUANTUM - delay;
    const mask = this.#mask;
    const l = this.#left;
    const r = this.#right;
    for (let i = 0; i < QUANTUM; i++) {
      const at = (from + i) & mask;
      left[i] = l[at] ?? 0;
      right[i] = r[at] ?? 0;
    }
  }

  #crossfade(left: Float32Array, right: Float32Array): void {
    const from = this.#at - QUANTUM - this.#former;
    const mask = this.#mask;
    for (let i = 0; i < QUANTUM; i++) {
      const old = this.#fade / FADE_FRAMES;
      const at = (from + i) & mask;
      left[i] = (left[i] ?? 0) * (1 - old) + (this.#left[at] ?? 0) * old;
      right[i] = (right[i] ?? 0) * (1 - old) + (this.#right[at] ?? 0) * old;
      if (this.#fade > 0) this.#fade -= 1;
    }
  }
}

/** Power of two that holds the delay and the quantum being written; a quantum never wraps inside. */
function sizeFor(mostFrames: number): number {
  return 2 ** Math.ceil(Math.log2(mostFrames + 2 * QUANTUM));
}
