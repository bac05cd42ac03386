import { KernelSpace } from "../wasm/kernel-space.js";
import { LIST_SECTIONS, runListed, worthListing } from "./cascade-kernel.js";
import { SECTION_LENGTH } from "./coefficients.js";

/** State below this (−400 dB) becomes zero, long before it could reach the slow subnormal numbers. */
const SILENCE = 1e-20;
const STATE_LENGTH = 2;

/**
 * Biquads in series over one or more channels: transposed direct form II, coefficients and state in float64.
 *
 * Sections whose numerator equals their denominator and whose state is zero are skipped, so a flat cascade is a
 * bit-exact wire. Coefficients may move on every call of {@link rampTo}: they then run on straight lines, frame
 * by frame; between two stable sections every step of the way is stable, since stable denominators form a
 * triangle. Pairs of channels run in WebAssembly where there is one (see `preferKernels`). Nothing but the constructor
 * allocates (`@audioThread`).
 */
export class BiquadCascade {
  /** Sections in use, 0…`mostSections`. */
  get sections(): number {
    return this.count;
  }

  /** Whether the coefficients are on their way. */
  get ramping(): boolean {
    return this.rampLeft > 0;
  }

  /** Whether it passes the signal unchanged, to the bit. */
  get passing(): boolean {
    if (this.rampLeft > 0) return false;
    for (let n = 0; n < this.count; n++) if (!this.isWire(n)) return false;
    return true;
  }

  /** Where coefficients and state lie. For {@link processCascades}. @internal */
  readonly space: KernelSpace;

  private readonly coefficients: Float64Array;
  private readonly target: Float64Array;
  private readonly step: Float64Array;
  private readonly state: Float64Array;
  private readonly coefficientPointer: number;
  private readonly statePointer: number;
  private readonly mostSections: number;
  /** Channels that it was made for. */
  readonly channels: number;
  private count = 0;
  private rampLeft = 0;

  constructor(mostSections: number, channels: number) {
    this.mostSections = mostSections;
    this.channels = channels;
    const coefficientsLength = mostSections * SECTION_LENGTH;
    const stateLength = mostSections * channels * STATE_LENGTH;
    this.space = new KernelSpace([coefficientsLength, stateLength]);
    this.coefficients = this.space.take(coefficientsLength);
    this.state = this.space.take(stateLength);
    this.coefficientPointer = this.coefficients.byteOffset;
    this.statePointer = this.state.byteOffset;
    this.target = new Float64Array(coefficientsLength);
    this.step = new Float64Array(coefficientsLength);
  }

  /**
   * Takes coefficients at once, keeping the state of the sections that stay.
   * @param coefficients - at least `sections * SECTION_LENGTH` numbers, copied.
   * @param sections - clamped to the most that this cascade can hold.
   */
  set(coefficients: Float64Array, sections: number): void {
    const count = Math.min(sections, this.mostSections);
    const length = count * SECTION_LENGTH;
    for (let i = 0; i < length; i++) this.coefficients[i] = this.target[i] = coefficients[i]!;
    this.state.fill(0, count * this.channels * STATE_LENGTH);
    this.count = count;
    this.rampLeft = 0;
  }

  /**
   * Moves the coefficients on straight lines to new ones. The number of sections stays.
   * @param frames - length of the way; 0 for at once.
   */
  rampTo(coefficients: Float64Array, frames: number): void {
    const length = this.count * SECTION_LENGTH;
    if (frames <= 0) return this.set(coefficients, this.count);
    for (let i = 0; i < length; i++) {
      this.target[i] = coefficients[i]!;
      this.step[i] = (coefficients[i]! - this.coefficients[i]!) / frames;
    }
    this.rampLeft = frames;
  }

  /** Becomes a copy of another cascade of the same size, with its state. */
  copyFrom(other: BiquadCascade): void {
    this.coefficients.set(other.coefficients);
    this.target.set(other.target);
    this.step.set(other.step);
    this.state.set(other.state);
    this.count = other.count;
    this.rampLeft = other.rampLeft;
  }

  /** Forgets all audio heard and arrives at the last target. */
  reset(): void {
    this.state.fill(0);
    this.coefficients.set(this.target);
    this.rampLeft = 0;
  }

  /**
   * Zeroes what is left of signals that died away, and state that is no finite number. Call now and then, at frames
   * that the stream position alone decides.
   */
  settle(): void {
    const { state } = this;
    // What lies beyond the sections in use is 0.
    const length = this.count * this.channels * STATE_LENGTH;
    for (let i = 0; i < length; i++) {
      const size = Math.abs(state[i]!);
      if (!(size >= SILENCE && size < Infinity)) state[i] = 0;
    }
  }

  /**
   * Filters in place.
   * @param buffers - one a channel, as many as the cascade was made for.
   * @param start - first frame.
   * @param end - the frame after the last.
   */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    let from = start;
    if (this.rampLeft > 0) {
      const frames = Math.min(this.rampLeft, end - start);
      this.processRamp(buffers, start, start + frames);
      from = start + frames;
    }
    if (from >= end) return;
    let channel = 0;
    for (; channel + 1 < this.channels && this.count <= LIST_SECTIONS; channel += 2) {
      const left = buffers[channel]!;
      const right = buffers[channel + 1]!;
      if (!worthListing(this.space, this.count, left, right)) break;
      runListed(this.space, this.list(0, channel), left, right, from, end);
    }
    this.runChannels(channel, buffers, from, end);
  }

  /**
   * Lists the sections that a kernel is to run on two channels, in order, and says where the list ends.
   * @param at - sections in the list already. @internal
   */
  list(at: number, channel: number): number {
    return this.writeList(this.space.list, at, channel);
  }

  /** As {@link list}, into another list of the same memory. @internal */
  writeList(list: Uint32Array, at: number, channel: number): number {
    let end = at;
    for (let n = 0; n < this.count; n++) {
      if (this.isWire(n)) continue;
      list[2 * end] = this.coefficientPointer + n * SECTION_LENGTH * Float64Array.BYTES_PER_ELEMENT;
      list[2 * end + 1] = this.statePointer + (n * this.channels + channel) * STATE_LENGTH * Float64Array.BYTES_PER_ELEMENT;
      end++;
    }
    return end;
  }

  private runChannels(first: number, buffers: readonly Float64Array[], start: number, end: number): void {
    if (first === this.channels) return;
    for (let n = 0; n < this.count; n++) {
      if (this.isWire(n)) continue;
      let channel = first;
      for (; channel + 1 < this.channels; channel += 2) this.runPair(n, channel, buffers, start, end);
      if (channel < this.channels) this.runSingle(n, channel, buffers[channel]!, start, end);
    }
  }

  private isWire(n: number): boolean {
    const c = this.coefficients;
    const o = n * SECTION_LENGTH;
    if (c[o] !== 1 || c[o + 1] !== c[o + 3] || c[o + 2] !== c[o + 4]) return false;
    const length = this.channels * STATE_LENGTH;
    for (let i = n * length; i < (n + 1) * length; i++) if (this.state[i] !== 0) return false;
    return true;
  }

  /** Two channels in one loop: their recursions run side by side in the processor. */
  private runPair(n: number, channel: number, buffers: readonly Float64Array[], start: number, end: number): void {
    const c = this.coefficients;
    const o = n * SECTION_LENGTH;
    const b0 = c[o]!;
    const b1 = c[o + 1]!;
    const b2 = c[o + 2]!;
    const a1 = c[o + 3]!;
    const a2 = c[o + 4]!;
    const state = this.state;
    const s = (n * this.channels + channel) * STATE_LENGTH;
    const left = buffers[channel]!;
    const right = buffers[channel + 1]!;
    let l1 = state[s]!;
    let l2 = state[s + 1]!;
    let r1 = state[s + 2]!;
    let r2 = state[s + 3]!;
    for (let i = start; i < end; i++) {
      const l = left[i]!;
      const r = right[i]!;
      const yl = b0 * l + l1;
      const yr = b0 * r + r1;
      l1 = b1 * l + l2 - a1 * yl;
      r1 = b1 * r + r2 - a1 * yr;
      l2 = b2 * l - a2 * yl;
      r2 = b2 * r - a2 * yr;
      left[i] = yl;
      right[i] = yr;
    }
    state[s] = l1;
    state[s + 1] = l2;
    state[s + 2] = r1;
    state[s + 3] = r2;
  }

  private runSingle(n: number, channel: number, buffer: Float64Array, start: number, end: number): void {
    const c = this.coefficients;
    const o = n * SECTION_LENGTH;
    const b0 = c[o]!;
    const b1 = c[o + 1]!;
    const b2 = c[o + 2]!;
    const a1 = c[o + 3]!;
    const a2 = c[o + 4]!;
    const state = this.state;
    const s = (n * this.channels + channel) * STATE_LENGTH;
    let s1 = state[s]!;
    let s2 = state[s + 1]!;
    for (let i = start; i < end; i++) {
      const x = buffer[i]!;
      const y = b0 * x + s1;
      s1 = b1 * x + s2 - a1 * y;
      s2 = b2 * x - a2 * y;
      buffer[i] = y;
    }
    state[s] = s1;
    state[s + 1] = s2;
  }

  private processRamp(buffers: readonly Float64Array[], start: number, end: number): void {
    const { coefficients: c, target, step, state, channels, count } = this;
    const left = this.rampLeft - (end - start);
    for (let n = 0; n < count; n++) {
      const o = n * SECTION_LENGTH;
      const d0 = step[o]!;
      const d1 = step[o + 1]!;
      const d2 = step[o + 2]!;
      const e1 = step[o + 3]!;
      const e2 = step[o + 4]!;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let a1 = 0;
      let a2 = 0;
      for (let channel = 0; channel < channels; channel++) {
        b0 = c[o]!;
        b1 = c[o + 1]!;
        b2 = c[o + 2]!;
        a1 = c[o + 3]!;
        a2 = c[o + 4]!;
        const s = (n * channels + channel) * STATE_LENGTH;
        const buffer = buffers[channel]!;
        let s1 = state[s]!;
        let s2 = state[s + 1]!;
        for (let i = start; i < end; i++) {
          b0 += d0;
          b1 += d1;
          b2 += d2;
          a1 += e1;
          a2 += e2;
          const x = buffer[i]!;
          const y = b0 * x + s1;
          s1 = b1 * x + s2 - a1 * y;
          s2 = b2 * x - a2 * y;
          buffer[i] = y;
        }
        state[s] = s1;
        state[s + 1] = s2;
      }
      c[o] = b0;
      c[o + 1] = b1;
      c[o + 2] = b2;
      c[o + 3] = a1;
      c[o + 4] = a2;
    }
    this.rampLeft = left;
    // Sums of steps round: the end of the way is the target to the bit.
    if (left === 0) c.set(target);
  }
}
