import type { DecibelsReader } from "../plugin/processor.js";
import type { NumberSpec } from "../params/spec.js";

/** Natural logarithm of the amplitude ratio of one decibel: 10^(dB/20) = e^(dB·LN_PER_DB). */
const LN_PER_DB = Math.LN10 / 20;

/**
 * A number that reaches each new target on a straight line, in octaves where its taper is logarithmic.
 * The target itself is met exactly, and the values do not depend on how the stream is cut into blocks.
 * `@audioThread` after construction.
 */
export class SmoothedNumber implements DecibelsReader {
  value: number;
  gain: number;
  moving = false;
  readonly values: Float32Array;
  readonly gains: Float32Array;

  readonly #log: boolean;
  readonly #decibels: boolean;
  readonly #smoothFrames: number;
  #target: number;
  #position: number;
  #step = 0;
  #left = 0;
  #settled = false;

  constructor(spec: NumberSpec, sampleRate: number, maxFrames: number) {
    this.#log = spec.taper === "log";
    this.#decibels = spec.kind === "decibels";
    this.#smoothFrames = Math.round((spec.smoothMs * sampleRate) / 1000);
    this.values = new Float32Array(maxFrames);
    this.gains = this.#decibels ? new Float32Array(maxFrames) : this.values;
    this.value = spec.default;
    this.gain = 1;
    this.#target = spec.default;
    this.#position = 0;
    this.jump(spec.default);
  }

  /** Takes the value at once. */
  jump(value: number): void {
    this.#target = value;
    this.#left = 0;
    this.#settle();
  }

  /** Starts towards a value. @param frames - length of the way; below 0 for the parameter's own smoothing. */
  glide(value: number, frames: number): void {
    const length = frames < 0 ? this.#smoothFrames : frames;
    if (length <= 0) {
      this.jump(value);
      return;
    }
    if (this.#left === 0) {
      if (value === this.#target) return;
      this.#position = this.#map(this.#target);
    }
    this.#target = value;
    this.#left = length;
    this.#step = (this.#map(value) - this.#position) / length;
  }

  /** Computes this block's values. */
  advance(frames: number): void {
    if (this.#left === 0) {
      if (!this.#settled) this.#settle();
      return;
    }
    const { values } = this;
    const steps = Math.min(frames, this.#left);
    const log = this.#log;
    const step = this.#step;
    let position = this.#position;
    for (let i = 0; i < steps; i++) {
      position += step;
      values[i] = log ? Math.exp(position) : position;
    }
    this.#position = position;
    this.#left -= steps;
    if (this.#left === 0) {
      for (let i = steps - 1; i < frames; i++) values[i] = this.#target;
      this.value = this.#target;
    } else {
      this.value = log ? Math.exp(position) : position;
    }
    if (this.#decibels) {
      const { gains } = this;
      for (let i = 0; i < frames; i++) gains[i] = Math.exp((values[i] ?? 0) * LN_PER_DB);
      this.gain = Math.exp(Math.fround(this.value) * LN_PER_DB);
    }
    this.moving = true;
    this.#settled = false;
  }

  #settle(): void {
    this.value = this.#target;
    this.values.fill(this.#target);
    if (this.#decibels) {
      // From the value as `values` holds it: a block that ends a way and one that follows it must not differ by a bit.
      this.gain = Math.exp(Math.fround(this.#target) * LN_PER_DB);
      this.gains.fill(this.gain);
    }
    this.moving = false;
    this.#settled = true;
  }

  #map(value: number): number {
    return this.#log ? Math.log(value) : value;
  }
}
