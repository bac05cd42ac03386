import { createKernelBuffer } from "../wasm/kernel-buffers.js";
import { HalfBandDoubler, HalfBandHalver, STEEP_PAIRS, WIDE_PAIRS } from "./half-band.js";

/** How many times the sample rate is raised. */
export type OversamplingFactor = 2 | 4;

/**
 * Takes one channel to a multiple of its sample rate and back, by linear-phase half-band filters: within 0.001 dB up to
 * 0.453 of the sample rate (20 kHz at 44.1 kHz), images and aliases of that band below −95 dB. Work on {@link buffer}
 * between {@link up} and {@link down}. Runs in WebAssembly where there is one (see `preferKernels`). Nothing but the
 * constructor allocates (`@audioThread`).
 */
export class Oversampler {
  readonly factor: OversamplingFactor;
  /** Frames of the channel's own rate from the input of {@link up} to the output of {@link down}: 69 or 77. */
  readonly latency: number;
  /** The channel at the higher rate: `factor` frames for each of the last {@link up}, from its first. */
  readonly buffer: Float64Array;

  private readonly firstUp: HalfBandDoubler;
  private readonly lastDown: HalfBandHalver;
  private readonly secondUp: HalfBandDoubler | undefined;
  private readonly firstDown: HalfBandHalver | undefined;
  /** The channel at twice its rate, on its way up or down; one frame more than a block. */
  private readonly double: Float64Array;

  /** @param mostFrames - the most that {@link up} is ever called with. */
  constructor(factor: OversamplingFactor, mostFrames: number) {
    this.factor = factor;
    this.buffer = createKernelBuffer(mostFrames * factor);
    this.firstUp = new HalfBandDoubler(STEEP_PAIRS, mostFrames);
    this.lastDown = new HalfBandHalver(STEEP_PAIRS, mostFrames);
    this.latency = 2 * STEEP_PAIRS - 1;
    this.double = new Float64Array(2 * mostFrames + 1);
    if (factor === 4) {
      this.secondUp = new HalfBandDoubler(WIDE_PAIRS, 2 * mostFrames);
      this.firstDown = new HalfBandHalver(WIDE_PAIRS, 2 * mostFrames);
      this.latency += WIDE_PAIRS;
    }
  }

  /** Takes frames `start`…`end − 1` of the channel to {@link buffer}. */
  up(input: Float64Array, start: number, end: number): void {
    if (this.secondUp === undefined) return this.firstUp.process(input, start, end, this.buffer);
    // The first frame of `double` is the one that the way down holds back.
    const { double } = this;
    const held = double[0]!;
    this.firstUp.process(input, start, end, double);
    this.secondUp.process(double, 0, 2 * (end - start), this.buffer);
    double[0] = held;
  }

  /** Takes {@link buffer} back to frames `start`…`end − 1` of the channel. */
  down(output: Float64Array, start: number, end: number): void {
    if (this.firstDown === undefined) return this.lastDown.process(this.buffer, output, start, end);
    const { double } = this;
    const frames = 2 * (end - start);
    // One frame of delay at twice the rate makes the whole latency a whole number of frames.
    this.firstDown.process(this.buffer, double, 1, frames + 1);
    this.lastDown.process(double, output, start, end);
    double[0] = double[frames]!;
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.firstUp.reset();
    this.lastDown.reset();
    this.secondUp?.reset();
    this.firstDown?.reset();
    this.double.fill(0);
  }
}
