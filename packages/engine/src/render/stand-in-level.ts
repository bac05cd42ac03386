import { QUANTUM } from "../shared/quantum.js";

/** Weight of a quantum in the running levels of dry and wet: about 0.3 s. */
const LEVEL_WEIGHT = 0.01;
/** The dry stand-in is never louder than this against its input. */
const MOST_GAIN = 2;
/** Power below which there is nothing to compare, where full scale is 1. */
const LEAST_POWER = 1e-9;

/** The gain at which the dry signal stands in for a segment: that of the segment lately. `@audioThread` */
export class StandInLevel {
  /** Gain, and the running powers of wet and dry, both sides together. */
  readonly values = Float64Array.of(1, 0, 0);

  /** Takes in a quantum of a segment's output and input. */
  follow(wetLeft: Float32Array, wetRight: Float32Array, dryLeft: Float32Array, dryRight: Float32Array): void {
    const { values } = this;
    let wet = 0;
    let dry = 0;
    for (let i = 0; i < QUANTUM; i++) {
      const wl = wetLeft[i] ?? 0;
      const wr = wetRight[i] ?? 0;
      const dl = dryLeft[i] ?? 0;
      const dr = dryRight[i] ?? 0;
      wet += wl * wl + wr * wr;
      dry += dl * dl + dr * dr;
    }
    const powerWet = values[1]! + (wet - values[1]!) * LEVEL_WEIGHT;
    const powerDry = values[2]! + (dry - values[2]!) * LEVEL_WEIGHT;
    const isSound = powerDry > LEAST_POWER;
    values[1] = isSound ? powerWet : 0;
    values[2] = isSound ? powerDry : 0;
    if (isSound) values[0] = Math.min(MOST_GAIN, Math.sqrt(powerWet / powerDry));
  }

  restart(): void {
    this.values[0] = 1;
    this.values[1] = 0;
    this.values[2] = 0;
  }
}
