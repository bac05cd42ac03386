import type { DecibelsReader, PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { DcStage } from "./dc-stage.js";
import { LevelTaps } from "./level-taps.js";
import { Listener } from "./listener.js";
import { StereoMatrix } from "./stereo-matrix.js";

/** Length of the way when a switch is turned. */
const SWITCH_SECONDS = 0.01;

/**
 * DC block → swap → polarity → mono sum → width → balance → gain. At its defaults the input is copied bit for bit. A
 * measured trim hears what comes just before the gain, so that no gain changes what it says. With one channel only DC
 * block, `polarityLeft` and gain apply.
 */
export class GainTrimProcessor implements Processor<GainTrimParams, GainTrimReadouts> {
  readonly latency = 0;
  private readonly dc: DcStage;
  private readonly matrix = new StereoMatrix();
  private readonly listener: Listener;
  private readonly before: LevelTaps;
  private readonly after: LevelTaps;
  private readonly fadeFrames: number;

  constructor({ sampleRate, channels, maxFrames }: Omit<PrepareContext, "params">) {
    this.fadeFrames = Math.round(SWITCH_SECONDS * sampleRate);
    this.dc = new DcStage(sampleRate, channels, maxFrames);
    this.listener = new Listener(sampleRate, channels);
    this.before = new LevelTaps(sampleRate, channels);
    this.after = new LevelTaps(sampleRate, channels);
  }

  get tail(): number {
    return this.dc.tail;
  }

  reset(): void {
    this.dc.reset();
    this.matrix.reset();
    this.listener.reset();
    this.before.reset();
    this.after.reset();
  }

  process({ input, output, params, readouts, frames }: ProcessContext<GainTrimParams, GainTrimReadouts>): void {
    const stereo = input.length > 1;
    const { dc, matrix, listener, fadeFrames } = this;
    const { dcBlock, swap, polarityLeft, polarityRight, mono, width, pan } = params;

    dc.set(dcBlock.value, fadeFrames);
    matrix.set(stereo && swap.value, polarityLeft.value, stereo && polarityRight.value, stereo && mono.value, fadeFrames);
    const moving = dc.moving || matrix.moving || width.moving || pan.moving;
    listener.follow(params.listen.value, moving, matrix.switches + (dcBlock.value ? DC_BIT : 0), width.value, pan.value);

    dc.process(input, output, frames);
    if (stereo) matrix.process(output[0]!, output[1]!, width, pan, frames);
    else matrix.processMono(output[0]!, frames);
    listener.process(output, frames);
    for (let c = 0; c < output.length; c++) amplify(output[c]!, params.gain, frames);

    this.before.process(input, frames, readouts.input, readouts.inputHeld, readouts.inputRms);
    this.after.process(output, frames, readouts.output, readouts.outputHeld, readouts.outputRms);
    listener.show(readouts);
  }
}

/** Beside the bits of {@link StereoMatrix.switches}. */
const DC_BIT = 16;

/** Applies the gain in place. `@audioThread` */
function amplify(channel: Float32Array, gain: DecibelsReader, frames: number): void {
  const { gains } = gain;
  if (gain.moving) {
    for (let i = 0; i < frames; i++) channel[i] = channel[i]! * gains[i]!;
    return;
  }
  const factor = gains[0]!;
  if (factor === 1) return;
  for (let i = 0; i < frames; i++) channel[i] = channel[i]! * factor;
}
