import { MeterValue } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { Gain } from "./gain-matrix.js";
import { MOST_ENERGY } from "./sound-check.js";

/** Peaks fall 20 dB in 1.7 s, as a type I peak programme meter's (IEC 60268-10). */
const PEAK_FALL_DB_PER_SECOND = 20 / 1.7;
const RMS_SECONDS = 0.3;
/** Levels below −200 dB are nothing: decay ends instead of going on in subnormals. */
const NOTHING = 1e-20;

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
  /** The last quantum: peak left and right, energy left and right. */
  readonly #last = new Float64Array(4);
  #lastClips = 0;
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
    let moreLeft = 0;
    let moreRight = 0;
    // Two frames at a time: what is added does not wait for the sum before it. A float32 squared is exact, and so is its root.
    for (let i = 0; i < QUANTUM; i += 2) {
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      const nextLeft = left[i + 1] ?? 0;
      const nextRight = right[i + 1] ?? 0;
      const power = l * l;
      const powerRight = r * r;
      const nextPower = nextLeft * nextLeft;
      const nextPowerRight = nextRight * nextRight;
      sumLeft += power;
      sumRight += powerRight;
      moreLeft += nextPower;
      moreRight += nextPowerRight;
      const most = power > nextPower ? power : nextPower;
      const mostRight = powerRight > nextPowerRight ? powerRight : nextPowerRight;
      if (most > peakLeft) peakLeft = most;
      if (mostRight > peakRight) peakRight = mostRight;
    }
    peakLeft = Math.sqrt(peakLeft);
    peakRight = Math.sqrt(peakRight);
    sumLeft += moreLeft;
    sumRight += moreRight;
    // A sum with NaN in it is NaN, and no comparison with it holds.
    const sound = sumLeft + sumRight <= MOST_ENERGY;
    const last = this.#last;
    last[0] = sound ? peakLeft : 0;
    last[1] = sound ? peakRight : 0;
    last[2] = sound ? sumLeft : 0;
    last[3] = sound ? sumRight : 0;
    this.#lastClips = sound && (peakLeft > 1 || peakRight > 1) ? clipsOf(left) + clipsOf(right) : 0;
    this.#publish(reset);
    return sound;
  }

  /**
   * What {@link measure} would say of a signal that another meter measured a moment ago, times a gain a side, at a fraction
   * of the work. @returns `false` where it must be measured, for its clips must be counted.
   */
  follow(other: LevelMeter, gains: Float64Array, reset: number): boolean {
    const from = other.#last;
    const left = Math.abs(gains[Gain.leftLeft] ?? 0);
    const right = Math.abs(gains[Gain.rightRight] ?? 0);
    const peakLeft = (from[0] ?? 0) * left;
    const peakRight = (from[1] ?? 0) * right;
    const unity = left === 1 && right === 1;
    if (!unity && (peakLeft > 1 || peakRight > 1)) return false;
    const last = this.#last;
    last[0] = peakLeft;
    last[1] = peakRight;
    last[2] = (from[2] ?? 0) * left * left;
    last[3] = (from[3] ?? 0) * right * right;
    this.#lastClips = unity ? other.#lastClips : 0;
    this.#publish(reset);
    return true;
  }

  #publish(reset: number): void {
    const last = this.#last;
    const peakLeft = last[0] ?? 0;
    const peakRight = last[1] ?? 0;
    const table = this.#table;
    const at = this.#at;
    const keep = this.#keep;
    const fall = this.#fall;
    const levels = this.#levels;
    const fallenLeft = (levels[0] ?? 0) * fall;
    const fallenRight = (levels[1] ?? 0) * fall;
    const powerLeft = (levels[2] ?? 0) * keep + ((last[2] ?? 0) / QUANTUM) * (1 - keep);
    const powerRight = (levels[3] ?? 0) * keep + ((last[3] ?? 0) / QUANTUM) * (1 - keep);
    levels[0] = peakLeft > fallenLeft ? peakLeft : fallenLeft > NOTHING ? fallenLeft : 0;
    levels[1] = peakRight > fallenRight ? peakRight : fallenRight > NOTHING ? fallenRight : 0;
    levels[2] = powerLeft > NOTHING ? powerLeft : 0;
    levels[3] = powerRight > NOTHING ? powerRight : 0;
    const anew = table[at + MeterValue.resetSeen] !== reset;
    this.#clips = anew ? this.#lastClips : this.#clips + this.#lastClips;
    table[at + MeterValue.peak] = levels[0];
    table[at + MeterValue.peak + 1] = levels[1];
    table[at + MeterValue.rms] = Math.sqrt(levels[2]);
    table[at + MeterValue.rms + 1] = Math.sqrt(levels[3]);
    if (anew || peakLeft > (table[at + MeterValue.max] ?? 0)) table[at + MeterValue.max] = peakLeft;
    if (anew || peakRight > (table[at + MeterValue.max + 1] ?? 0)) table[at + MeterValue.max + 1] = peakRight;
    table[at + MeterValue.clips] = this.#clips;
    table[at + MeterValue.resetSeen] = reset;
  }
}

/** Samples over full scale. */
function clipsOf(samples: Float32Array): number {
  let clips = 0;
  for (let i = 0; i < QUANTUM; i++) if (Math.abs(samples[i] ?? 0) > 1) clips++;
  return clips;
}
