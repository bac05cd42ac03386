import type { PrepareContext, ProcessContext, Processor, WritersOf } from "@headroom/sdk";
import type { MeterParams, MeterReadouts } from "../params.js";
import { ChannelLevels } from "./channel-levels.js";
import { ProgrammeLoudness } from "./programme-loudness.js";
import { StereoField } from "./stereo-field.js";

/** Copies its input bit for bit and measures it. What is no finite number goes on, and counts, as silence. */
export class MeterProcessor implements Processor<MeterParams, MeterReadouts> {
  readonly latency = 0;
  readonly tail = 0;
  private readonly levels: readonly ChannelLevels[];
  private readonly loudness: ProgrammeLoudness;
  private readonly field: StereoField;
  /** Highest true peak of each channel, linear. */
  private readonly highest: Float64Array;
  private invalid = 0;
  private resetting = false;
  private clearing = false;

  constructor({ sampleRate, channels, params }: PrepareContext<MeterParams>) {
    this.levels = Array.from({ length: channels }, () => new ChannelLevels(sampleRate, params.integrationMs.value));
    this.highest = new Float64Array(channels);
    this.loudness = new ProgrammeLoudness(sampleRate, channels);
    this.field = new StereoField(sampleRate);
  }

  reset(): void {
    for (let c = 0; c < this.levels.length; c++) this.levels[c]!.reset();
    this.loudness.reset();
    this.field.reset();
    this.invalid = 0;
  }

  process(context: ProcessContext<MeterParams, MeterReadouts>): void {
    const { input, output, params, frames } = context;
    this.trigger(params.reset.value, params.clearClips.value);
    for (let c = 0; c < input.length; c++) this.copy(input[c]!, output[c]!, frames);
    this.measure(context);
    this.publish(context.readouts);
  }

  private measure({ output, params, changed, readouts, frames }: ProcessContext<MeterParams, MeterReadouts>): void {
    const { levels } = this;
    const paused = params.paused.value;
    const looking = readouts.truePeak.observed;
    for (let c = 0; c < levels.length; c++) {
      const channel = levels[c]!;
      if (changed) channel.set(params);
      channel.process(output[c]!, 0, frames, paused, looking);
    }
    this.loudness.process(output, frames, paused);
    this.field.process(output[0]!, output[1] ?? output[0]!, frames, readouts.field);
  }

  /** Shows all readings. `@audioThread` */
  private publish(readouts: WritersOf<MeterReadouts>): void {
    const { levels, highest } = this;
    for (let c = 0; c < levels.length; c++) {
      const channel = levels[c]!;
      channel.publish(c, readouts);
      highest[c] = channel.highestTruePeak;
    }
    this.loudness.publish(readouts, highest);
    this.field.publish(readouts.correlation);
    readouts.invalid.set(this.invalid);
  }

  private copy(from: Float32Array, to: Float32Array, frames: number): void {
    for (let i = 0; i < frames; i++) {
      const x = from[i]!;
      const finite = x - x === 0;
      to[i] = finite ? x : 0;
      if (!finite) this.invalid++;
    }
  }

  /** Acts where a trigger turns on. */
  private trigger(reset: boolean, clear: boolean): void {
    if (reset && !this.resetting) this.startAnew();
    if (clear && !this.clearing) for (let c = 0; c < this.levels.length; c++) this.levels[c]!.clearClips();
    this.resetting = reset;
    this.clearing = clear;
  }

  /** All that is measured since the last reset starts anew. */
  private startAnew(): void {
    for (let c = 0; c < this.levels.length; c++) this.levels[c]!.startAnew();
    this.loudness.reset();
    this.invalid = 0;
  }
}
