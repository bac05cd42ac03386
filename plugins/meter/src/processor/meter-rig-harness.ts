import { ReadoutReader, readoutLayout, toNumber, type ValuesOf } from "@headroom/sdk";
import { ParameterBank, ReadoutBank } from "@headroom/sdk/audio";
import plugin from "../index.js";
import { meterParams, meterReadouts, type MeterParams, type MeterReadouts } from "../params.js";

interface RigSettings {
  readonly sampleRate?: number;
  readonly channels?: number;
  /** Most frames of a block. Default 128. */
  readonly maxFrames?: number;
  readonly params?: Partial<ValuesOf<MeterParams>>;
}

/** The meter as a live host runs it: fed block by block, read in between. */
export class MeterRig {
  readonly #bank;
  readonly #memory = new ArrayBuffer(readoutLayout(meterReadouts).bytes);
  readonly #reader = new ReadoutReader(meterReadouts, this.#memory, 0);
  readonly #processor;
  readonly #context;

  constructor({ sampleRate = 48_000, channels = 2, maxFrames = 128, params = {} }: RigSettings = {}) {
    this.#bank = new ParameterBank(meterParams, sampleRate, maxFrames);
    this.set(params);
    this.#processor = plugin.processor({ sampleRate, channels, maxFrames, offline: false, params: this.#bank.readers });
    const planar = () => Array.from({ length: channels }, () => new Float32Array(maxFrames));
    const { writers } = new ReadoutBank(meterReadouts, this.#memory, 0);
    this.#context = { input: planar(), output: planar(), params: this.#bank.readers, changed: true, readouts: writers, frames: 0, position: 0 };
  }

  /** What the last block gave, one array a channel. */
  get output(): readonly Float32Array[] {
    return this.#context.output.map((channel) => channel.subarray(0, this.#context.frames));
  }

  set(params: Partial<ValuesOf<MeterParams>>): void {
    for (const [id, value] of Object.entries(params)) {
      this.#bank.jump(this.#bank.ids.indexOf(id), toNumber(meterParams[id as keyof MeterParams], value));
    }
  }

  /** Plays frames `start`…`end − 1` of a signal as one block. */
  play(signal: readonly Float32Array[], start = 0, end = signal[0]?.length ?? 0): void {
    const context = this.#context;
    context.input.forEach((channel, c) => channel.set(signal[c]!.subarray(start, end)));
    context.frames = end - start;
    this.#bank.advance(context.frames);
    context.changed = this.#bank.changed;
    this.#processor.process(context);
    context.position += context.frames;
  }

  /** Plays a whole signal in blocks whose sizes take turns. @param heard - called after each. */
  stream(signal: readonly Float32Array[], sizes: readonly number[] = [128], heard?: (end: number) => void): void {
    const length = signal[0]?.length ?? 0;
    for (let at = 0, n = 0; at < length; n++) {
      const end = Math.min(length, at + (sizes[n % sizes.length] ?? 128));
      this.play(signal, at, end);
      at = end;
      heard?.(end);
    }
  }

  /** As the button does. */
  pressReset(): void {
    const block = this.#context.input.map(() => new Float32Array(1));
    this.set({ reset: true });
    this.play(block);
    this.set({ reset: false });
    this.play(block);
  }

  resetProcessor(): void {
    this.#processor.reset?.();
  }

  observe(id: keyof MeterReadouts): () => void {
    return this.#reader.observe(id);
  }

  read(id: keyof MeterReadouts): Float32Array {
    return this.#reader.read(id);
  }

  /** The first value of a readout. */
  value(id: keyof MeterReadouts): number {
    return this.read(id)[0] ?? Number.NaN;
  }
}
