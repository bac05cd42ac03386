import { QUANTUM } from "../shared/quantum.js";

/** Energy of a quantum at +120 dBFS on both sides. */
export const MOST_ENERGY = 2 * QUANTUM * 1e12;

/** In a bounce nobody looks at levels: only what a {@link LevelMeter} takes for no audio must be silenced there too. `@audioThread` */
export class SoundCheck {
  /** @returns as `LevelMeter.measure`, from the same sums. */
  measure(left: Float32Array, right: Float32Array): boolean {
    let sumLeft = 0;
    let sumRight = 0;
    for (let i = 0; i < QUANTUM; i++) {
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      sumLeft += l * l;
      sumRight += r * r;
    }
    return sumLeft + sumRight <= MOST_ENERGY;
  }
}
