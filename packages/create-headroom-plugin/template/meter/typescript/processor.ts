import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { Params, Readouts } from "./params.js";

const RMS_SECONDS = 0.3;
/** Amplitudes below are shown as this, −120 dBFS. */
const FLOOR = 1e-6;
const FLOOR_POWER = FLOOR ** 2;

/** Measures and passes on. `process` must not allocate: all memory is made here, in the constructor. */
export class LevelMeter implements Processor<Params, Readouts> {
  readonly tail = 0;
  private readonly sampleRate: number;
  /** What is left of a power after one frame. */
  private readonly powerShare: number;
  /** For each channel: peak, held peak, power. */
  private readonly states: readonly Float64Array[];

  constructor({ sampleRate, channels }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
    this.powerShare = Math.exp(-1 / (RMS_SECONDS * sampleRate));
    this.states = Array.from({ length: channels }, () => new Float64Array(3));
    this.reset();
  }

  reset(): void {
    for (const state of this.states) state.set([FLOOR, FLOOR, FLOOR_POWER]);
  }

  process({ input, output, params, readouts, frames }: ProcessContext<Params, Readouts>): void {
    const { fall, hold } = params;
    const { powerShare } = this;
    for (let c = 0; c < output.length; c++) {
      const state = this.states[c];
      let peak = state[0];
      let held = hold.value ? state[1] : FLOOR;
      let power = state[2];
      let peakShare = 0;
      for (let i = 0; i < frames; i++) {
        if (i === 0 || fall.moving) peakShare = 10 ** (-fall.values[i] / (20 * this.sampleRate));
        const x = input[c][i];
        output[c][i] = x;
        peak = Math.max(FLOOR, Math.abs(x), peak * peakShare);
        held = Math.max(held, peak);
        power = Math.max(FLOOR_POWER, x * x + powerShare * (power - x * x));
      }
      state[0] = peak;
      state[1] = held;
      state[2] = power;
    }
    for (let side = 0; side < 2; side++) {
      // A mono instance shows its one channel on both sides.
      const state = this.states[Math.min(side, this.states.length - 1)];
      readouts.peak.set(side, 20 * Math.log10(state[0]));
      readouts.held.set(side, 20 * Math.log10(state[1]));
      readouts.rms.set(side, 10 * Math.log10(state[2]));
    }
  }
}
