import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import module from "../assembly/kernel.ts?assemblyscript";
import type { Params } from "./params.js";
import { tailSeconds } from "./response.js";

/** What assembly/kernel.ts exports. Pointers are byte offsets into its memory. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(floats: number): number;
  lowPass(audio: number, state: number, frames: number, turn: number, resonance: number): void;
}

/** A resonant low-pass, in WebAssembly. `process` must not allocate: all memory is made here, in the constructor. */
export class LowPass implements Processor<Params, {}> {
  private readonly kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
  private readonly sampleRate: number;
  private readonly params: PrepareContext<Params>["params"];
  /** One block of one channel, where the kernel can reach it. */
  private readonly audio: number;
  private readonly audioValues: Float32Array;
  /** Two float64 a channel. */
  private readonly states: readonly number[];
  private readonly stateValues: readonly Float64Array[];

  constructor({ sampleRate, channels, maxFrames, params }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
    this.params = params;
    const { allocate, memory } = this.kernel;
    this.audio = allocate(maxFrames);
    this.states = Array.from({ length: channels }, () => allocate(4));
    // Once all is allocated: a memory that grows leaves its older views empty.
    this.audioValues = new Float32Array(memory.buffer, this.audio, maxFrames);
    this.stateValues = this.states.map((pointer) => new Float64Array(memory.buffer, pointer, 2));
  }

  get tail(): number {
    return tailSeconds(this.params.cutoff.value, this.params.resonance.value, this.sampleRate);
  }

  reset(): void {
    for (const values of this.stateValues) values.fill(0);
  }

  process({ input, output, params, frames }: ProcessContext<Params, {}>): void {
    const { cutoff, resonance } = params;
    // One call a block, or one a frame while a parameter moves.
    const step = cutoff.moving || resonance.moving ? 1 : frames;
    for (let c = 0; c < output.length; c++) {
      for (let i = 0; i < frames; i++) this.audioValues[i] = input[c][i];
      for (let i = 0; i < frames; i += step) {
        this.kernel.lowPass(this.audio + 4 * i, this.states[c], step, cutoff.values[i] / this.sampleRate, resonance.values[i]);
      }
      for (let i = 0; i < frames; i++) output[c][i] = this.audioValues[i];
    }
  }
}
