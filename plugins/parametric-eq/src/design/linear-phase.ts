import { AnalogPrototype, LinearPhaseDesigner } from "@headroom/dsp";
import type { BandFilter } from "./band-filter.js";
import { LEFT, MID, RIGHT, SIDE, STEREO } from "./channel-index.js";
import { EQ_CHANNELS, type BandChannel } from "../params.js";
import { linearPhaseTaps } from "./quality.js";

/**
 * The symmetric impulse responses of `linear-phase`: bands are added by their analog magnitudes, then each way from an
 * input to an output is one response. What the processor convolves with and what the view draws. Nothing but the
 * constructor allocates.
 */
export class LinearPhaseFilter {
  readonly designer: LinearPhaseDesigner;
  private readonly prototype = new AnalogPrototype();
  private readonly stepHz: number;
  /** Squared magnitudes of the bands of each channel, in the order of `EQ_CHANNELS`. */
  private readonly powers: readonly Float64Array[];
  private readonly used = new Uint8Array(EQ_CHANNELS.length);
  private readonly amplitude: Float64Array;

  /** @param sampleRate - Hz. */
  constructor(sampleRate: number) {
    this.designer = new LinearPhaseDesigner(linearPhaseTaps(sampleRate));
    const { bins } = this.designer;
    this.stepHz = sampleRate / 2 / (bins - 1);
    this.powers = EQ_CHANNELS.map(() => new Float64Array(bins));
    this.amplitude = new Float64Array(bins);
    this.clear();
  }

  /** Takes all bands away. */
  clear(): void {
    for (let n = 0; n < this.powers.length; n++) this.powers[n]!.fill(1);
    this.used.fill(0);
  }

  /** Adds a band. @param channel - index in `EQ_CHANNELS`. */
  add(channel: number, filter: BandFilter): void {
    this.used[channel] = 1;
    filter.multiplyPowers(this.prototype, this.stepHz, this.powers[channel]!);
  }

  /** Whether mid and side differ, so that each output hears both inputs. */
  get crosses(): boolean {
    return this.used[MID] === 1 || this.used[SIDE] === 1;
  }

  /**
   * Designs the response from an input to an output of a stereo signal, or of a mono one from 0 to 0.
   * @param from - 0 left, 1 right; likewise `to`.
   * @param response - receives as many frames as the designer's `taps`.
   */
  designWay(from: number, to: number, channels: number, response: Float64Array): void {
    const { amplitude } = this;
    const common = this.powers[STEREO]!;
    const own = this.powers[from === 0 ? LEFT : RIGHT]!;
    const mid = this.powers[MID]!;
    const side = this.powers[SIDE]!;
    const sign = from === to ? 1 : -1;
    for (let k = 0; k < amplitude.length; k++) {
      const straight = Math.sqrt(common[k]! * own[k]!);
      const middle = Math.sqrt(mid[k]!);
      amplitude[k] = channels === 1 ? straight * middle : (straight * (middle + sign * Math.sqrt(side[k]!))) / 2;
    }
    this.designer.design(amplitude, response);
  }

  /** Designs the response of the stereo bands and those of one channel in series. */
  designChannel(channel: BandChannel, response: Float64Array): void {
    const { amplitude } = this;
    const common = this.powers[STEREO]!;
    const own = this.powers[EQ_CHANNELS.indexOf(channel)]!;
    for (let k = 0; k < amplitude.length; k++) amplitude[k] = Math.sqrt(channel === "stereo" ? common[k]! : common[k]! * own[k]!);
    this.designer.design(amplitude, response);
  }
}
