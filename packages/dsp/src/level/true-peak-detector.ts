import { kaiserWindow } from "../spectrum/kaiser-window.js";
import { KernelSpace } from "../wasm/kernel-space.js";

/** Points looked at from one frame to the next: a peak between two of them is missed by at most 0.169 dB. */
const PHASES = 8;
/** Frames that a point is made of. */
const TAPS = 24;
/** Within 0.07 dB up to 0.42 of the sample rate, 0.5 dB down at 0.4535 (20 kHz at 44.1 kHz). */
const BETA = 4;
/** Frames that are measured at once. */
export const TRUE_PEAK_RUN = 32;
const HISTORY = TAPS - 1;

/**
 * Finds peaks between the frames of one channel: 8 times oversampled by a windowed sinc of 24 frames, as ITU-R
 * BS.1770-5 annex 2 asks for (4 times at 48 kHz or more). Works in runs of {@link TRUE_PEAK_RUN} frames, counted from
 * the first frame, and 12 frames behind. Runs in WebAssembly where there is one
 * (see `preferKernels`). Nothing but the constructor allocates (`@audioThread`).
 */
export class TruePeakDetector {
  private readonly space = new KernelSpace([TAPS * PHASES, HISTORY + TRUE_PEAK_RUN]);
  private readonly table = this.space.take(TAPS * PHASES);
  private readonly window = this.space.take(HISTORY + TRUE_PEAK_RUN);
  private filled = HISTORY;

  constructor() {
    fillTable(this.table);
  }

  /** Frames that {@link take} still needs for a run. */
  get missing(): number {
    return HISTORY + TRUE_PEAK_RUN - this.filled;
  }

  /** Takes frames `start`…`end − 1`, at most {@link missing}. A frame that is no finite number counts as silence. */
  take(buffer: Float32Array, start: number, end: number): void {
    const { window } = this;
    let at = this.filled;
    for (let i = start; i < end; i++) {
      const x = buffer[i]!;
      window[at++] = x - x === 0 ? x : 0;
    }
    this.filled = at;
  }

  /**
   * Measures the run just filled and starts the next.
   * @param floor - amplitude that is of no interest: a run that cannot exceed it is not looked at.
   * @returns the highest amplitude of the run where it exceeds `floor`, else some amplitude that does not.
   */
  measure(floor: number): number {
    const { window, table } = this;
    let top = 0;
    for (let i = 0; i < window.length; i++) top = Math.max(top, Math.abs(window[i]!));
    let most = 0;
    if (top * MOST_GAIN > floor) {
      const { kernels } = this.space;
      most = kernels === undefined ? highest(window, table) : kernels.truePeak(window.byteOffset, table.byteOffset, TAPS, TRUE_PEAK_RUN);
    }
    window.copyWithin(0, TRUE_PEAK_RUN);
    this.filled = HISTORY;
    return most;
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.window.fill(0);
    this.filled = HISTORY;
  }
}

/** Highest amplitude of all points of a run. */
function highest(window: Float64Array, table: Float64Array): number {
  let most = 0;
  for (let i = 0; i < TRUE_PEAK_RUN; i++) {
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    let p4 = 0;
    let p5 = 0;
    let p6 = 0;
    let p7 = 0;
    for (let t = 0, h = 0; t < TAPS; t++, h += PHASES) {
      const x = window[i + t]!;
      p1 += table[h + 1]! * x;
      p2 += table[h + 2]! * x;
      p3 += table[h + 3]! * x;
      p4 += table[h + 4]! * x;
      p5 += table[h + 5]! * x;
      p6 += table[h + 6]! * x;
      p7 += table[h + 7]! * x;
    }
    const odd = Math.max(Math.abs(p1), Math.abs(p3), Math.abs(p5), Math.abs(p7));
    const even = Math.max(Math.abs(window[i + TAPS / 2 - 1]!), Math.abs(p2), Math.abs(p4), Math.abs(p6));
    most = Math.max(most, odd, even);
  }
  return most;
}

/** Fills in the weights of the points, `PHASES` for each frame; the first point is the middle frame itself. */
function fillTable(table: Float64Array): void {
  table[(TAPS / 2 - 1) * PHASES] = 1;
  for (let phase = 1; phase < PHASES; phase++) {
    let sum = 0;
    for (let t = 0; t < TAPS; t++) {
      const x = t - (TAPS / 2 - 1) - phase / PHASES;
      const weight = (Math.sin(Math.PI * x) / (Math.PI * x)) * kaiserWindow((2 * x) / TAPS, BETA);
      table[t * PHASES + phase] = weight;
      sum += weight;
    }
    for (let t = 0; t < TAPS; t++) table[t * PHASES + phase] = table[t * PHASES + phase]! / sum;
  }
}

/** The most that a point can exceed the frames it is made of. */
const MOST_GAIN = mostGain();

function mostGain(): number {
  const table = new Float64Array(TAPS * PHASES);
  fillTable(table);
  let most = 1;
  for (let phase = 0; phase < PHASES; phase++) {
    let sum = 0;
    for (let t = 0; t < TAPS; t++) sum += Math.abs(table[t * PHASES + phase]!);
    most = Math.max(most, sum);
  }
  // Sums round: a point must never be left out for that.
  return most * 1.000001;
}
