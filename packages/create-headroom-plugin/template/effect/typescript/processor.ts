import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { Params } from "./params.js";
import { tailSeconds } from "./response.js";

/** Below this the filter is at rest: numbers that are smaller still (subnormal) would be slow. */
const REST = 1e-18;

/**
 * A state-variable filter by the trapezoidal rule, which stays stable while its cutoff moves (A. Simper, "Linear
 * Trapezoidal Integrated SVF", 2013). `process` must not allocate: all memory is made here, in the constructor.
 */
export class LowPass implements Processor<Params, {}> {
  private readonly sampleRate: number;
  private readonly params: PrepareContext<Params>["params"];
  /** Two numbers a channel: what the two integrators hold. */
  private readonly states: readonly Float64Array[];

  constructor({ sampleRate, channels, params }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
    this.params = params;
    this.states = Array.from({ length: channels }, () => new Float64Array(2));
  }

  get tail(): number {
    return tailSeconds(this.params.cutoff.value, this.params.resonance.value, this.sampleRate);
  }

  reset(): void {
    for (const state of this.states) state.fill(0);
  }

  process({ input, output, params, frames }: ProcessContext<Params, {}>): void {
    const { cutoff, resonance } = params;
    const isMoving = cutoff.moving || resonance.moving;
    for (let c = 0; c < output.length; c++) {
      const state = this.states[c];
      let first = state[0];
      let second = state[1];
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      for (let i = 0; i < frames; i++) {
        if (i === 0 || isMoving) {
          const g = Math.tan(Math.PI * Math.min(cutoff.values[i] / this.sampleRate, 0.49));
          a1 = 1 / (1 + g * (g + 1 / resonance.values[i]));
          a2 = g * a1;
          a3 = g * a2;
        }
        const rest = input[c][i] - second;
        const band = a1 * first + a2 * rest;
        const low = second + a2 * first + a3 * rest;
        first = 2 * band - first;
        second = 2 * low - second;
        if (Math.abs(first) < REST) first = 0;
        if (Math.abs(second) < REST) second = 0;
        output[c][i] = Math.abs(low) < REST ? 0 : low;
      }
      state[0] = first;
      state[1] = second;
    }
  }
}
