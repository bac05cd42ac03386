import { QUANTUM } from "../shared/quantum.js";

/** Frames in which a delay line goes over to a new delay. */
const FADE_FRAMES = 4 * QUANTUM;

/**
 * A stereo delay of whole frames, worked a quantum at a time. It always keeps its history, so a longer delay is
 * heard at once; a change of delay crossfades, as soon as the history reaches back that far.
 * `@audioThread` except {@link reserve}.
 */
export class DelayLine {
  #left: Float32Array;
  #right: Float32Array;
  #mask: number;
  #at = 0;
  #delay = 0;
  #wanted = 0;
  #former = 0;
  #fade = 0;
  /** Frame before which nothing is known of the stream. */
  #knownFrom = -Infinity;

  /**
   * @param mostFrames - longest delay without {@link reserve}.
   * @param history - line of the same stream, whose past and delay this one takes over; `"unknown"` where the
   * stream runs already. Without it there was silence before.
   */
  constructor(mostFrames: number, history?: DelayLine | "unknown") {
    const size = sizeFor(mostFrames);
    this.#left = new Float32Array(size);
    this.#right = new Float32Array(size);
    this.#mask = size - 1;
    if (history === "unknown") this.#knownFrom = 0;
    else if (history) this.#takeOver(history, mostFrames);
  }

  get delay(): number {
    return this.#delay;
  }

  /** Whether what {@link read} gives is of the stream: its history reaches back far enough. */
  get filled(): boolean {
    return this.#reaches(this.#delay);
  }

  /** Whether what {@link read} gives is what was last written. */
  get passes(): boolean {
    return this.#delay === 0 && this.#fade === 0;
  }

  /** Whether no other delay is waited for. */
  get settled(): boolean {
    return this.#wanted === this.#delay;
  }

  /** What was taken in so far is no longer what lies before the next quantum. */
  forget(): void {
    this.#knownFrom = this.#at;
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
    if (this.#at > old) this.#knownFrom = Math.max(this.#knownFrom, this.#at - old);
  }

  /** Goes over to a delay. @param crossfade - `false` where nothing sounds yet. */
  setDelay(frames: number, crossfade: boolean): void {
    this.#wanted = frames;
    if (frames !== this.#delay && (!crossfade || this.#reaches(frames))) this.#goOver(crossfade);
  }

  /** Takes in the next quantum. */
  write(left: Float32Array, right: Float32Array): void {
    const start = this.#at & this.#mask;
    this.#left.set(left, start);
    this.#right.set(right, start);
    this.#at += QUANTUM;
    if (this.#wanted !== this.#delay && this.#reaches(this.#wanted)) this.#goOver(true);
  }

  /** Gives the quantum that lies `delay` frames before the one last written. */
  read(left: Float32Array, right: Float32Array): void {
    this.#copy(this.#delay, left, right);
    if (this.#fade > 0) this.#crossfade(left, right);
  }

  #goOver(crossfade: boolean): void {
    this.#former = this.#delay;
    this.#delay = this.#wanted;
    this.#fade = crossfade ? FADE_FRAMES : 0;
  }

  #reaches(delay: number): boolean {
    return this.#at - QUANTUM - delay >= this.#knownFrom;
  }

  #takeOver(other: DelayLine, mostFrames: number): void {
    this.#left = other.#left.slice();
    this.#right = other.#right.slice();
    this.#mask = other.#mask;
    this.#at = other.#at;
    this.#delay = other.#delay;
    this.#wanted = other.#delay;
    this.#knownFrom = other.#knownFrom;
    this.reserve(mostFrames);
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
