import { MeterValue } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";

/** Peaks fall 20 dB in 1.7 s, as a type I peak programme meter's (IEC 60268-10). */
const PEAK_FALL_DB_PER_SECOND = 20 / 1.7;
const RMS_SECONDS = 0.3;
/** Energy of a quantum at +120 dBFS on both sides. */
const MOST_ENERGY = 2 * QUANTUM * 1e12;

/**
 * Levels of a stereo signal at one boundary, written to its place in the meter table after each quantum.
 * `@audioThread`
 */
export class LevelMeter {
  readonly #table: Float32Array;
  readonly #at: number;
  readonly #fall: number;
  readonly #keep: number;
  /** Peak left and right, power left and right. In an array, because a number in a field is made anew when it changes. */
  readonly #levels = new Float64Array(4);
  #clips = 0;

  /** @param at - index of this meter's first value in the table. */
  constructor(table: Float32Array, at: number, sampleRate: number) {
    this.#table = table;
    this.#at = at;
    this.#fall = 10 ** ((-PEAK_FALL_DB_PER_SECOND * QUANTUM) / sampleRate / 20);
    this.#keep = Math.exp(-QUANTUM / (RMS_SECONDS * sampleRate));
  }

  /**
   * Measures a quantum. @param reset - changes when maximum and clip count start anew.
   * @returns whether it is audio: finite, and of a level that can be meant. What is not is measured as silence.
   */
  measure(left: Float32Array, right: Float32Array, reset: number): boolean {
    let peakLeft = 0;
    let peakRight = 0;
    let sumLeft = 0;
    let sumRight = 0;
    let clips = 0;
    for (let i = 0; i < QUANTUM; i++) {
      const l = Math.abs(left[i] ?? 0);
      const r = Math.abs(right[i] ?? 0);
      if (l > peakLeft) peakLeft = l;
      if (r > peakRight) peakRight = r;
      if (l > 1) clips++;
      if (r > 1) clips++;
      sumLeft += l * l;
      sumRight += r * r;
    }
    // A sum with NaN in it is NaN, and no comparison with it holds.
    const sound = sumLeft + sumRight <= MOST_ENERGY;
    if (!sound) {
      peakLeft = 0;
      peakRight = 0;
      sumLeft = 0;
      sumRight = 0;
      clips = 0;
    }
    const table = this.#table;
    const at = this.#at;
    const keep = this.#keep;
    const fall = this.#fall;
    const levels = this.#levels;
    levels[0] = Math.max(peakLeft, floor((levels[0] ?? 0) * fall));
    levels[1] = Math.max(peakRight, floor((levels[1] ?? 0) * fall));
    levels[2] = floor((levels[2] ?? 0) * keep + (sumLeft / QUANTUM) * (1 - keep));
    levels[3] = floor((levels[3] ?? 0) * keep + (sumRight / QUANTUM) * (1 - keep));
    const anew = table[at + MeterValue.resetSeen] !== reset;
    this.#clips = anew ? clips : this.#clips + clips;
    table[at + MeterValue.peak] = levels[0];
    table[at + MeterValue.peak + 1] = levels[1];
    table[at + MeterValue.rms] = Math.sqrt(levels[2]);
    table[at + MeterValue.rms + 1] = Math.sqrt(levels[3]);
    table[at + MeterValue.max] = anew ? peakLeft : Math.max(table[at + MeterValue.max] ?? 0, peakLeft);
    table[at + MeterValue.max + 1] = anew ? peakRight : Math.max(table[at + MeterValue.max + 1] ?? 0, peakRight);
    table[at + MeterValue.clips] = this.#clips;
    table[at + MeterValue.resetSeen] = reset;
    return sound;
  }
}

/** Levels below −200 dB are nothing: decay ends instead of going on in subnormals. */
function floor(value: number): number {
  return value > 1e-20 ? value : 0;
}
