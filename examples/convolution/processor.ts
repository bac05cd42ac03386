import { Convolver, DelayLine } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { RoomParams } from "./params.js";
import { readWav } from "./read-wav.js";
import { resample } from "./resample.js";
import room from "./room.wav?inline";

/** Length of a block of the convolution: longer ones cost less and come later. */
const BLOCK_SECONDS = 0.01;

/** Convolves with the room that is in the bundle, and mixes with the dry signal, which is as late. */
export class RoomProcessor implements Processor<RoomParams, Record<never, never>> {
  readonly latency: number;
  readonly tail: number;
  readonly #convolver: Convolver;
  readonly #dry: readonly DelayLine[];
  readonly #delayed: Float32Array;
  readonly #wet: readonly Float64Array[];

  constructor({ sampleRate, channels, maxFrames }: PrepareContext<RoomParams>) {
    const recording = readWav(room);
    const ratio = sampleRate / recording.sampleRate;
    const frames = Math.ceil((recording.channels[0]?.length ?? 0) * ratio);
    const blockFrames = 2 ** Math.round(Math.log2(BLOCK_SECONDS * sampleRate));
    const taps = Math.ceil(frames / blockFrames) * blockFrames;
    this.#convolver = new Convolver({ channels, taps, blockFrames });
    for (let c = 0; c < channels; c++) this.#convolver.state(c, c, resample(recording.channels[c % recording.channels.length]!, ratio, taps));
    this.#convolver.exchange();
    this.#convolver.reset();
    this.latency = this.#convolver.latency;
    this.tail = taps / sampleRate;
    this.#dry = Array.from({ length: channels }, () => new DelayLine(blockFrames, blockFrames));
    this.#delayed = new Float32Array(maxFrames);
    this.#wet = Array.from({ length: channels }, () => new Float64Array(maxFrames));
  }

  reset(): void {
    this.#convolver.reset();
    for (let c = 0; c < this.#dry.length; c++) this.#dry[c]!.reset();
  }

  process({ input, output, params, frames }: ProcessContext<RoomParams, Record<never, never>>): void {
    const wet = this.#wet;
    const delayed = this.#delayed;
    const mixes = params.mix.values;
    for (let c = 0; c < wet.length; c++) {
      const from = input[c]!;
      const buffer = wet[c]!;
      for (let i = 0; i < frames; i++) buffer[i] = from[i]!;
    }
    this.#convolver.process(wet, 0, frames);
    for (let c = 0; c < output.length; c++) {
      const to = output[c]!;
      const buffer = wet[c]!;
      this.#dry[c]!.process(input[c]!, delayed, frames);
      for (let i = 0; i < frames; i++) to[i] = delayed[i]! + (mixes[i]! / 100) * (buffer[i]! - delayed[i]!);
    }
  }
}
