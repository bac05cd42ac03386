import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import module from "../assembly/kernel.ts?assemblyscript";
import type { Params, Readouts } from "./params.js";

/** What assembly/kernel.ts exports. Pointers are byte offsets into its memory. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(floats: number): number;
  compress(levels: number, state: number, frames: number, thresholdDb: number, ratio: number, attackShare: number, releaseShare: number): void;
}

/** A feed-forward compressor, in WebAssembly. `process` must not allocate: all memory is made here, in the constructor. */
export class Compressor implements Processor<Params, Readouts> {
  readonly tail = 0;
  private readonly kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
  private readonly sampleRate: number;
  /** The detector's levels, then the gains that the kernel makes of them. */
  private readonly levels: number;
  private readonly levelValues: Float32Array;
  /** One float64: the reduction in decibels that is reached. */
  private readonly state: number;
  private readonly stateValues: Float64Array;

  constructor({ sampleRate, maxFrames }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
    const { allocate, memory } = this.kernel;
    this.levels = allocate(maxFrames);
    this.state = allocate(2);
    // Once all is allocated: a memory that grows leaves its older views empty.
    this.levelValues = new Float32Array(memory.buffer, this.levels, maxFrames);
    this.stateValues = new Float64Array(memory.buffer, this.state, 1);
  }

  reset(): void {
    this.stateValues.fill(0);
  }

  process({ input, output, sidechain, params, readouts, frames }: ProcessContext<Params, Readouts>): void {
    const { threshold, ratio, attack, release, makeup } = params;
    const { levelValues } = this;
    const detector = params.external.value ? sidechain : input;
    for (let i = 0; i < frames; i++) {
      levelValues[i] = 0;
      for (let c = 0; c < detector.length; c++) levelValues[i] = Math.max(levelValues[i], Math.abs(detector[c][i]));
    }
    // One call a block, or one a frame while a parameter moves.
    const step = threshold.moving || ratio.moving || attack.moving || release.moving ? 1 : frames;
    for (let i = 0; i < frames; i += step) {
      const attackShare = Math.exp(-1000 / (attack.values[i] * this.sampleRate));
      const releaseShare = Math.exp(-1000 / (release.values[i] * this.sampleRate));
      this.kernel.compress(this.levels + 4 * i, this.state, step, threshold.values[i], ratio.values[i], attackShare, releaseShare);
    }
    for (let c = 0; c < output.length; c++) {
      for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * levelValues[i] * makeup.gains[i];
    }
    readouts.reduction.set(this.stateValues[0]);
  }
}
