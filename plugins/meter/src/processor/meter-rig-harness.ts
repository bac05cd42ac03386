import type { ValuesOf } from "@headroom/sdk";
import { OfflineInstance } from "@headroom/sdk/testing";
import plugin from "../index.js";
import type { MeterParams, MeterReadouts } from "../params.js";

interface RigSettings {
  readonly sampleRate?: number;
  readonly channels?: number;
  /** Most frames of a block. Default 128. */
  readonly maxFrames?: number;
  readonly params?: Partial<ValuesOf<MeterParams>>;
}

/** The meter as a live host runs it: fed block by block, read in between. */
export class MeterRig {
  readonly #instance;
  #frames = 0;

  constructor({ sampleRate = 48_000, channels = 2, maxFrames = 128, params = {} }: RigSettings = {}) {
    this.#instance = new OfflineInstance(plugin, { sampleRate, channels, maxFrames, offline: false, params });
  }

  /** What the last block gave, one array a channel. */
  get output(): readonly Float32Array[] {
    return this.#instance.output.map((channel) => channel.subarray(0, this.#frames));
  }

  set(params: Partial<ValuesOf<MeterParams>>): void {
    for (const [id, value] of Object.entries(params)) this.#instance.jump(id, value);
  }

  /** Plays frames `start`…`end − 1` of a signal as one block. */
  play(signal: readonly Float32Array[], start = 0, end = signal[0]?.length ?? 0): void {
    this.#frames = end - start;
    this.#instance.input.forEach((channel, c) => channel.set(signal[c]!.subarray(start, end)));
    this.#instance.process(this.#frames);
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
    const block = this.#instance.input.map(() => new Float32Array(1));
    this.set({ reset: true });
    this.play(block);
    this.set({ reset: false });
    this.play(block);
  }

  resetProcessor(): void {
    this.#instance.reset();
  }

  observe(id: keyof MeterReadouts): () => void {
    return this.#instance.observe(id);
  }

  read(id: keyof MeterReadouts): Float32Array {
    return this.#instance.readout(id);
  }

  /** The first value of a readout. */
  value(id: keyof MeterReadouts): number {
    return this.read(id)[0] ?? Number.NaN;
  }
}
