import { curveFrequencies, type PrepareContext, type ProcessContext, type Processor, type SeriesWriter } from "@headroom/sdk";
import { filterReadouts, type FilterParams, type FilterReadouts } from "./params.js";
import { responseDb } from "./response.js";

/** The cutoff stays below half the sample rate, where no filter can be. */
const HIGHEST = 0.49;
/** How far the signal may ring on once it fell silent: to −120 dB. */
const RING_NEPERS = (120 / 20) * Math.LN10;

/** What has died away is set to 0: numbers near the smallest are slow. */
const SILENT_POWER = 1e-60;

/** State-variable filter by trapezoidal integration (A. Simper, "Solving the continuous SVF equations", 2013): it may be moved at every frame. */
export class FilterProcessor implements Processor<FilterParams, FilterReadouts> {
  tail = 0;
  readonly #sampleRate: number;
  readonly #frequencies = curveFrequencies(filterReadouts.response);
  /** Two numbers a channel. */
  readonly #state: Float64Array;
  #shown = false;

  constructor({ sampleRate, channels, params }: PrepareContext<FilterParams>) {
    this.#sampleRate = sampleRate;
    this.#state = new Float64Array(2 * channels);
    this.tail = tailSeconds(params.cutoff.value, params.resonance.value);
  }

  reset(): void {
    this.#state.fill(0);
  }

  process({ input, output, params, readouts, frames, changed }: ProcessContext<FilterParams, FilterReadouts>): void {
    const state = this.#state;
    const highPass = params.type.value === "high-pass";
    const { values: cutoffs, moving } = params.cutoff;
    const { values: qs } = params.resonance;
    for (let c = 0; c < output.length; c++) {
      const from = input[c]!;
      const to = output[c]!;
      let first = state[2 * c]!;
      let second = state[2 * c + 1]!;
      let g = this.#warp(cutoffs[0]!);
      for (let i = 0; i < frames; i++) {
        if (moving) g = this.#warp(cutoffs[i]!);
        const k = 1 / qs[i]!;
        const high = (from[i]! - (g + k) * first - second) / (1 + g * (g + k));
        const band = first + g * high;
        const low = second + g * band;
        first = band + g * high;
        second = low + g * band;
        if (first * first + second * second < SILENT_POWER) first = second = 0;
        to[i] = highPass ? high : low;
      }
      state[2 * c] = first;
      state[2 * c + 1] = second;
    }
    if (changed) this.tail = tailSeconds(params.cutoff.value, params.resonance.value);
    this.#show(readouts.response, highPass, params.cutoff.value, params.resonance.value, changed);
  }

  /** Frequency of the integrators, so that the cutoff lies where it should. */
  #warp(hz: number): number {
    return Math.tan(Math.PI * Math.min(HIGHEST, hz / this.#sampleRate));
  }

  /** Draws the curve when it changed and somebody looks. `@audioThread` */
  #show(curve: SeriesWriter, highPass: boolean, cutoffHz: number, q: number, changed: boolean): void {
    if (curve.observed && (changed || !this.#shown)) {
      responseDb(highPass, cutoffHz, q, this.#sampleRate, this.#frequencies, curve.data);
      curve.publish();
    }
    this.#shown = curve.observed;
  }
}

function tailSeconds(cutoffHz: number, q: number): number {
  return (RING_NEPERS * Math.max(1, 2 * q)) / (2 * Math.PI * cutoffHz);
}
