import { SECTION_LENGTH } from "../filter/coefficients.js";
import { KernelSpace, SCRATCH_FRAMES } from "../wasm/kernel-space.js";
import { designKWeighting, K_WEIGHTING_SECTIONS } from "./k-weighting.js";

/** State below this (−400 dB) becomes zero, long before it could reach the slow subnormal numbers. */
const SILENCE = 1e-20;
const STATE_LENGTH = 4;

/**
 * Sums the squares of K-weighted channels: the inner loop of loudness. Pairs of channels run in WebAssembly where
 * there is one (see `preferKernels`). Nothing but the constructor allocates (`@audioThread`).
 */
export class KWeightedPower {
  /** Σ y² of each channel since {@link settle}, y the K-weighted signal. */
  readonly sums: Float64Array;

  private readonly space: KernelSpace;
  private readonly coefficients: Float64Array;
  private readonly state: Float64Array;
  private readonly channels: number;

  /**
   * @param sampleRate - Hz.
   * @param channels - 1 or more.
   */
  constructor(sampleRate: number, channels: number) {
    this.channels = channels;
    this.space = new KernelSpace([K_WEIGHTING_SECTIONS * SECTION_LENGTH, channels, channels * STATE_LENGTH]);
    this.coefficients = this.space.take(K_WEIGHTING_SECTIONS * SECTION_LENGTH);
    this.sums = this.space.take(channels);
    this.state = this.space.take(channels * STATE_LENGTH);
    designKWeighting(sampleRate, this.coefficients);
  }

  /** Takes frames `start`…`end − 1`. @param buffers - one a channel, as many as the constructor was told. */
  process(buffers: readonly (Float32Array | Float64Array)[], start: number, end: number): void {
    let channel = 0;
    for (; channel + 1 < this.channels; channel += 2) {
      if (this.space.kernels === undefined) this.runPair(channel, buffers, start, end);
      else this.runKernel(channel, buffers, start, end);
    }
    if (channel < this.channels) this.runSingle(channel, buffers[channel]!, start, end);
  }

  /**
   * Starts new sums. Zeroes what is left of signals that died away; a channel whose sum is no finite number starts
   * from silence.
   */
  settle(): void {
    const { sums, state } = this;
    for (let channel = 0; channel < sums.length; channel++) {
      const healthy = sums[channel]! < Infinity;
      sums[channel] = 0;
      for (let i = channel * STATE_LENGTH; i < (channel + 1) * STATE_LENGTH; i++) {
        if (!(healthy && Math.abs(state[i]!) >= SILENCE)) state[i] = 0;
      }
    }
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.state.fill(0);
    this.sums.fill(0);
  }

  private runKernel(channel: number, buffers: readonly (Float32Array | Float64Array)[], start: number, end: number): void {
    const { coefficients, state, sums } = this;
    const { kernels, left, right } = this.space;
    const leftInput = buffers[channel]!;
    const rightInput = buffers[channel + 1]!;
    const statePointer = state.byteOffset + channel * STATE_LENGTH * Float64Array.BYTES_PER_ELEMENT;
    const sumsPointer = sums.byteOffset + channel * Float64Array.BYTES_PER_ELEMENT;
    for (let from = start; from < end; from += SCRATCH_FRAMES) {
      const frames = Math.min(SCRATCH_FRAMES, end - from);
      for (let i = 0; i < frames; i++) {
        left[i] = leftInput[from + i]!;
        right[i] = rightInput[from + i]!;
      }
      kernels?.kWeightedPower(coefficients.byteOffset, statePointer, sumsPointer, left.byteOffset, right.byteOffset, frames);
    }
  }

  /** Two channels in one loop: their recursions run side by side in the processor. */
  private runPair(channel: number, buffers: readonly (Float32Array | Float64Array)[], start: number, end: number): void {
    const { coefficients: c, state, sums } = this;
    const b0 = c[0]!;
    const b1 = c[1]!;
    const b2 = c[2]!;
    const a1 = c[3]!;
    const a2 = c[4]!;
    const h1 = c[SECTION_LENGTH + 3]!;
    const h2 = c[SECTION_LENGTH + 4]!;
    const left = buffers[channel]!;
    const right = buffers[channel + 1]!;
    const s = channel * STATE_LENGTH;
    let l1 = state[s]!;
    let l2 = state[s + 1]!;
    let l3 = state[s + 2]!;
    let l4 = state[s + 3]!;
    let r1 = state[s + 4]!;
    let r2 = state[s + 5]!;
    let r3 = state[s + 6]!;
    let r4 = state[s + 7]!;
    let leftSum = sums[channel]!;
    let rightSum = sums[channel + 1]!;
    for (let i = start; i < end; i++) {
      const l = left[i]!;
      const r = right[i]!;
      const ls = b0 * l + l1;
      const rs = b0 * r + r1;
      l1 = b1 * l + l2 - a1 * ls;
      r1 = b1 * r + r2 - a1 * rs;
      l2 = b2 * l - a2 * ls;
      r2 = b2 * r - a2 * rs;
      const ly = ls + l3;
      const ry = rs + r3;
      l3 = l4 - (ls + ls) - h1 * ly;
      r3 = r4 - (rs + rs) - h1 * ry;
      l4 = ls - h2 * ly;
      r4 = rs - h2 * ry;
      leftSum += ly * ly;
      rightSum += ry * ry;
    }
    state[s] = l1;
    state[s + 1] = l2;
    state[s + 2] = l3;
    state[s + 3] = l4;
    state[s + 4] = r1;
    state[s + 5] = r2;
    state[s + 6] = r3;
    state[s + 7] = r4;
    sums[channel] = leftSum;
    sums[channel + 1] = rightSum;
  }

  private runSingle(channel: number, buffer: Float32Array | Float64Array, start: number, end: number): void {
    const { coefficients: c, state, sums } = this;
    const b0 = c[0]!;
    const b1 = c[1]!;
    const b2 = c[2]!;
    const a1 = c[3]!;
    const a2 = c[4]!;
    const h1 = c[SECTION_LENGTH + 3]!;
    const h2 = c[SECTION_LENGTH + 4]!;
    const s = channel * STATE_LENGTH;
    let s1 = state[s]!;
    let s2 = state[s + 1]!;
    let s3 = state[s + 2]!;
    let s4 = state[s + 3]!;
    let sum = sums[channel]!;
    for (let i = start; i < end; i++) {
      const x = buffer[i]!;
      const shelved = b0 * x + s1;
      s1 = b1 * x + s2 - a1 * shelved;
      s2 = b2 * x - a2 * shelved;
      const y = shelved + s3;
      s3 = s4 - (shelved + shelved) - h1 * y;
      s4 = shelved - h2 * y;
      sum += y * y;
    }
    state[s] = s1;
    state[s + 1] = s2;
    state[s + 2] = s3;
    state[s + 3] = s4;
    sums[channel] = sum;
  }
}
