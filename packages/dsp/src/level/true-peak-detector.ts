import { kaiserWindow } from "../spectrum/kaiser-window.js";
import { KernelSpace } from "../wasm/kernel-space.js";

/** Points looked at from one frame to the next: a peak between two of them is missed by at most 0.169 dB. */
const PHASES = 8;
/** Frames that a point is made of: half of them on each side. */
const TAPS = 24;
const PAIRS = TAPS / 2;
/** Within 0.07 dB up to 0.42 of the sample rate, 0.5 dB down at 0.4535 (20 kHz at 44.1 kHz). */
const BETA = 4;
/** Frames that are measured at once. */
export const TRUE_PEAK_RUN = 32;
/** Of these, frames that are looked at or left out together. */
const GROUP = 4;
const HISTORY = TAPS - 1;

/**
 * Phase p and phase 8 − p weigh the same frames in mirrored order. Their sum takes an even part, which weighs the sum of two
 * mirrored frames, their difference an odd part: four even parts (phase 4 mirrors itself) and three odd ones.
 */
const PARTS = 7;
const ODD = 4;

/**
 * Finds peaks between the frames of one channel: 8 times oversampled by a windowed sinc of 24 frames, as ITU-R
 * BS.1770-5 annex 2 asks for (4 times at 48 kHz or more). Works in runs of {@link TRUE_PEAK_RUN} frames, counted from
 * the first frame, and 12 frames behind. Runs in WebAssembly where there is one
 * (see `preferKernels`). Nothing but the constructor allocates (`@audioThread`).
 */
export class TruePeakDetector {
  private readonly space = new KernelSpace([PAIRS * PARTS, HISTORY + TRUE_PEAK_RUN]);
  private readonly table = this.space.take(PAIRS * PARTS);
  private readonly window = this.space.take(HISTORY + TRUE_PEAK_RUN);
  /** Highest amplitude of the run that is being filled, and of the one before, which holds the history. */
  private readonly tops = new Float64Array(2);
  private filled = HISTORY;

  constructor() {
    this.table.set(TABLE);
  }

  /** Frames that {@link take} still needs for a run. */
  get missing(): number {
    return HISTORY + TRUE_PEAK_RUN - this.filled;
  }

  /** Takes frames `start`…`end − 1`, at most {@link missing}. A frame that is no finite number counts as silence. */
  take(buffer: Float32Array, start: number, end: number): void {
    const { window, tops } = this;
    let top = tops[0]!;
    let at = this.filled;
    for (let i = start; i < end; i++) {
      const x = buffer[i]!;
      const amplitude = Math.abs(x);
      if (amplitude < Infinity) {
        window[at] = x;
        if (amplitude > top) top = amplitude;
      } else window[at] = 0;
      at++;
    }
    tops[0] = top;
    this.filled = at;
  }

  /**
   * Measures the run just filled and starts the next.
   * @param floor - amplitude that is of no interest: what cannot exceed it is not looked at.
   * @returns the highest amplitude of the run where it exceeds `floor`, else some amplitude that does not.
   */
  measure(floor: number): number {
    const { window, table, tops } = this;
    const top = Math.max(tops[0]!, tops[1]!);
    let most = 0;
    if (top * MOST_GAIN > floor) {
      const { kernels } = this.space;
      const rest = top * REST_GAIN;
      most =
        kernels === undefined
          ? highest(window, table, floor, rest)
          : kernels.truePeak(window.byteOffset, table.byteOffset, PAIRS, TRUE_PEAK_RUN, floor, NEAR_GAIN, rest);
    }
    window.copyWithin(0, TRUE_PEAK_RUN);
    this.filled = HISTORY;
    tops[1] = tops[0]!;
    tops[0] = 0;
    return most;
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.window.fill(0);
    this.tops.fill(0);
    this.filled = HISTORY;
  }
}

/** Highest amplitude of all points of a run. */
function highest(window: Float64Array, table: Float64Array, floor: number, rest: number): number {
  let most = 0;
  for (let group = 0; group < TRUE_PEAK_RUN; group += GROUP) {
    let about = 0;
    for (let i = 0; i <= GROUP; i++) about = Math.max(about, Math.abs(window[group + PAIRS - 1 + i]!));
    if (!(NEAR_GAIN * about + rest > floor)) continue;
    for (let i = group; i < group + GROUP; i++) most = Math.max(most, Math.abs(window[i + PAIRS - 1]!), highestAfter(i, window, table));
  }
  return most;
}

/** Highest amplitude of the points between a run's frame `i` and the next. */
function highestAfter(i: number, window: Float64Array, table: Float64Array): number {
  let e1 = 0;
  let e2 = 0;
  let e3 = 0;
  let e4 = 0;
  let o1 = 0;
  let o2 = 0;
  let o3 = 0;
  for (let t = 0, h = 0; t < PAIRS; t++, h += PARTS) {
    const x = window[i + t]!;
    const y = window[i + TAPS - 1 - t]!;
    const sum = x + y;
    const difference = x - y;
    e1 += table[h]! * sum;
    e2 += table[h + 1]! * sum;
    e3 += table[h + 2]! * sum;
    e4 += table[h + 3]! * sum;
    o1 += table[h + ODD]! * difference;
    o2 += table[h + ODD + 1]! * difference;
    o3 += table[h + ODD + 2]! * difference;
  }
  // Of two values even ± odd, the higher amplitude is |even| + |odd|.
  const first = Math.max(Math.abs(e1) + Math.abs(o1), Math.abs(e2) + Math.abs(o2));
  return Math.max(first, Math.abs(e3) + Math.abs(o3), Math.abs(e4));
}

/** Weights of the frames in one point, `phase`/8 after the frame before the middle. */
function weightsOf(phase: number): number[] {
  const weights = Array.from({ length: TAPS }, (_, t) => {
    const x = t - (PAIRS - 1) - phase / PHASES;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * kaiserWindow((2 * x) / TAPS, BETA);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const WEIGHTS = Array.from({ length: PHASES / 2 }, (_, i) => weightsOf(i + 1));

const TABLE = Float64Array.from({ length: PAIRS * PARTS }, (_, index) => {
  const t = Math.floor(index / PARTS);
  const part = index % PARTS;
  const weights = WEIGHTS[part % ODD]!;
  const mirrored = weights[TAPS - 1 - t]!;
  return (part < ODD ? weights[t]! + mirrored : weights[t]! - mirrored) / 2;
});

/** Sums round: a point must never be left out for that. */
const CAUTION = 1.000001;
const isNear = (t: number) => t === PAIRS - 1 || t === PAIRS;
const mostOf = (counts: (t: number) => boolean) =>
  CAUTION * Math.max(1, ...WEIGHTS.map((weights) => weights.reduce((sum, weight, t) => sum + (counts(t) ? Math.abs(weight) : 0), 0)));

/** The most that a point can exceed the frames it is made of. */
const MOST_GAIN = mostOf(() => true);
/** The same of the two frames beside it, and of all others. */
const NEAR_GAIN = mostOf(isNear);
const REST_GAIN = mostOf((t) => !isNear(t));
