import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import module from "../assembly/kernel.ts?assemblyscript";
import type { Params, Readouts } from "./params.js";

const RMS_SECONDS = 0.3;
/** The kernel's own floor: −120 dBFS. */
const FLOOR = 1e-6;

/** What assembly/kernel.ts exports. Pointers are byte offsets into its memory. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(floats: number): number;
  measure(audio: number, state: number, frames: number, peakShare: number, powerShare: number, hold: boolean): void;
}

/** Measures in WebAssembly and passes on. `process` must not allocate: all memory is made here, in the constructor. */
export class LevelMeter implements Processor<Params, Readouts> {
  readonly tail = 0;
  private readonly kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
  private readonly sampleRate: number;
  /** What is left of a power after one frame. */
  private readonly powerShare: number;
  /** One block of one channel, where the kernel can reach it. */
  private readonly audio: number;
  private readonly audioValues: Float32Array;
  /** For each channel three float64: peak, held peak, power. */
  private readonly states: readonly number[];
  private readonly stateValues: readonly Float64Array[];

  constructor({ sampleRate, channels, maxFrames }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
    this.powerShare = Math.exp(-1 / (RMS_SECONDS * sampleRate));
    const { allocate, memory } = this.kernel;
    this.audio = allocate(maxFrames);
    this.states = Array.from({ length: channels }, () => allocate(6));
    // Once all is allocated: a memory that grows leaves its older views empty.
    this.audioValues = new Float32Array(memory.buffer, this.audio, maxFrames);
    this.stateValues = this.states.map((pointer) => new Float64Array(memory.buffer, pointer, 3));
    this.reset();
  }

  reset(): void {
    for (const values of this.stateValues) values.set([FLOOR, FLOOR, FLOOR ** 2]);
  }

  process({ input, output, params, readouts, frames }: ProcessContext<Params, Readouts>): void {
    const { fall, hold } = params;
    // One call a block, or one a frame while a parameter moves.
    const step = fall.moving ? 1 : frames;
    for (let c = 0; c < output.length; c++) {
      for (let i = 0; i < frames; i++) output[c][i] = this.audioValues[i] = input[c][i];
      for (let i = 0; i < frames; i += step) {
        const peakShare = 10 ** (-fall.values[i] / (20 * this.sampleRate));
        this.kernel.measure(this.audio + 4 * i, this.states[c], step, peakShare, this.powerShare, hold.value);
      }
    }
    for (let side = 0; side < 2; side++) {
      // A mono instance shows its one channel on both sides.
      const state = this.stateValues[Math.min(side, this.stateValues.length - 1)];
      readouts.peak.set(side, 20 * Math.log10(state[0]));
      readouts.held.set(side, 20 * Math.log10(state[1]));
      readouts.rms.set(side, 10 * Math.log10(state[2]));
    }
  }
}
