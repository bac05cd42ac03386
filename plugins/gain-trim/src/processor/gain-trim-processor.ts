import { gainToDb, PeakMeter } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { ChannelMatrix } from "./channel-matrix.js";

/** Length of the way when a switch is turned. */
const SWITCH_SECONDS = 0.005;

/**
 * Swap → polarity → mono sum → width → balance → gain, as one 2×2 matrix a frame. At its defaults the input is
 * copied bit for bit. With one channel only `polarityLeft` and `gain` apply.
 */
export class GainTrimProcessor implements Processor<GainTrimParams, GainTrimReadouts> {
  readonly latency = 0;
  readonly tail = 0;
  private readonly matrix = new ChannelMatrix();
  private readonly meters: readonly PeakMeter[];
  private readonly fadeFrames: number;

  constructor({ sampleRate, channels }: PrepareContext) {
    this.fadeFrames = Math.round(SWITCH_SECONDS * sampleRate);
    this.meters = Array.from({ length: 2 * channels }, () => new PeakMeter({ sampleRate }));
  }

  reset(): void {
    this.matrix.reset();
    for (let i = 0; i < this.meters.length; i++) this.meters[i]!.reset();
  }

  process({ input, output, params, readouts, frames }: ProcessContext<GainTrimParams, GainTrimReadouts>): void {
    const stereo = input.length > 1;
    const { matrix, meters } = this;
    const { swap, polarityLeft, polarityRight, mono, width, pan, gain } = params;
    matrix.set(
      stereo && swap.value, polarityLeft.value, stereo && polarityRight.value, stereo && mono.value, this.fadeFrames,
    );
    const steady = !matrix.moving && !width.moving && !pan.moving && !gain.moving;
    if (steady && this.isWire(stereo, params)) {
      for (let c = 0; c < input.length; c++) {
        const from = input[c]!;
        const to = output[c]!;
        for (let i = 0; i < frames; i++) to[i] = from[i]!;
      }
    } else if (stereo) this.mix(input, output, params, frames);
    else this.scale(input[0]!, output[0]!, params, frames);

    for (let c = 0; c < input.length; c++) {
      const before = meters[2 * c]!;
      const after = meters[2 * c + 1]!;
      before.process(input[c]!, 0, frames);
      after.process(output[c]!, 0, frames);
      readouts.input.set(c, gainToDb(before.peak));
      readouts.output.set(c, gainToDb(after.peak));
    }
  }

  private isWire(stereo: boolean, params: ProcessContext<GainTrimParams, GainTrimReadouts>["params"]): boolean {
    const { leftFromLeft, leftFromRight, rightFromLeft, rightFromRight } = this.matrix;
    if (leftFromLeft.value !== 1 || params.gain.gain !== 1) return false;
    if (!stereo) return true;
    const straight = leftFromRight.value === 0 && rightFromLeft.value === 0 && rightFromRight.value === 1;
    return straight && params.width.value === 100 && params.pan.value === 0;
  }

  private mix(
    input: readonly Float32Array[], output: readonly Float32Array[], params: ProcessContext<GainTrimParams, GainTrimReadouts>["params"],
    frames: number,
  ): void {
    const { leftFromLeft, leftFromRight, rightFromLeft, rightFromRight } = this.matrix;
    const gains = params.gain.gains;
    const widths = params.width.values;
    const pans = params.pan.values;
    const inLeft = input[0]!;
    const inRight = input[1]!;
    const outLeft = output[0]!;
    const outRight = output[1]!;
    for (let i = 0; i < frames; i++) {
      const x = inLeft[i]!;
      const y = inRight[i]!;
      const left = leftFromLeft.next() * x + leftFromRight.next() * y;
      const right = rightFromLeft.next() * x + rightFromRight.next() * y;
      const across = 0.5 - widths[i]! / 200;
      const straight = 1 - across;
      const pan = pans[i]! / 100;
      const gain = gains[i]!;
      outLeft[i] = (straight * left + across * right) * (pan > 0 ? 1 - pan : 1) * gain;
      outRight[i] = (straight * right + across * left) * (pan < 0 ? 1 + pan : 1) * gain;
    }
  }

  private scale(
    input: Float32Array, output: Float32Array, params: ProcessContext<GainTrimParams, GainTrimReadouts>["params"], frames: number,
  ): void {
    const { leftFromLeft } = this.matrix;
    const gains = params.gain.gains;
    for (let i = 0; i < frames; i++) output[i] = input[i]! * leftFromLeft.next() * gains[i]!;
  }
}
