import {
  butterworthQ, butterworthSections, SECTION_LENGTH, type AnalogPrototype, type FilterShape, type MatchedDesigner,
} from "@headroom/dsp";
import { hasSlope } from "../band-types.js";
import type { BandType } from "../params.js";

/** The most sections that a band can take: 96 dB an octave. */
export const MOST_SECTIONS = 8;

const DB_PER_ORDER = 6;
/** Gain scale and dynamics can take a band's gain beyond its range, to here at the most. */
export const MOST_GAIN_DB = 60;

/**
 * One band as the sections that it is made of: what the processor filters with and what the view draws. Cuts and shelves
 * are Butterworth filters of slope/6th order; a shelf's gain is shared among its sections by their order. The band's Q
 * scales the Q of the last, most resonant section: 1/√2 leaves it Butterworth. At 6 dB an octave there is none.
 * Allocates nothing after creation.
 */
export class BandFilter {
  /** Sections in use. */
  sections = 0;
  private readonly shapes: FilterShape[] = Array.from({ length: MOST_SECTIONS }, () => "bell");
  private readonly qs = new Float64Array(MOST_SECTIONS);
  private readonly gainsDb = new Float64Array(MOST_SECTIONS);
  private frequencyHz = 1000;

  /**
   * Becomes the filter of other settings.
   * @param slope - dB an octave, a multiple of 6; only cuts and shelves have one.
   * @param gainDb - clamped to ±{@link MOST_GAIN_DB}.
   */
  set(type: BandType, slope: number, frequencyHz: number, gainDb: number, q: number): void {
    const gain = Math.min(MOST_GAIN_DB, Math.max(-MOST_GAIN_DB, gainDb));
    this.frequencyHz = frequencyHz;
    if (!hasSlope(type)) {
      this.sections = 1;
      this.put(0, type, q, gain);
      return;
    }
    const order = slope / DB_PER_ORDER;
    const pairs = Math.floor(order / 2);
    this.sections = butterworthSections(order);
    for (let n = 0; n < pairs; n++) {
      const resonance = n === pairs - 1 ? q * Math.SQRT2 : 1;
      this.put(n, type, butterworthQ(order, n) * resonance, (2 * gain) / order);
    }
    if (order % 2 === 1) this.put(pairs, firstOrder(type), 1, gain / order);
  }

  /** Designs the sections at a rate. @param out - receives {@link sections} sections. */
  design(designer: MatchedDesigner, sampleRate: number, out: Float64Array): void {
    for (let n = 0; n < this.sections; n++) {
      designer.design(this.shapes[n]!, this.frequencyHz, this.qs[n]!, this.gainsDb[n]!, sampleRate, out, n * SECTION_LENGTH);
    }
  }

  /**
   * Multiplies squared magnitudes by those of the analog filter.
   * @param stepHz - from one of `powers` to the next; the first is at 0 Hz.
   */
  multiplyPowers(prototype: AnalogPrototype, stepHz: number, powers: Float64Array): void {
    const square = (stepHz / this.frequencyHz) ** 2;
    for (let n = 0; n < this.sections; n++) {
      if (!this.aim(prototype, n)) continue;
      for (let k = 0; k < powers.length; k++) {
        const u = square * k * k;
        powers[k] = (powers[k]! * prototype.numeratorPower(u)) / prototype.denominatorPower(u);
      }
    }
  }

  /** The same at chosen frequencies. @param squares - Hz², one for each of `powers`. */
  multiplyPowersAt(prototype: AnalogPrototype, squares: Float64Array, powers: Float64Array): void {
    const scale = 1 / (this.frequencyHz * this.frequencyHz);
    for (let n = 0; n < this.sections; n++) {
      if (!this.aim(prototype, n)) continue;
      for (let k = 0; k < powers.length; k++) {
        const u = scale * squares[k]!;
        powers[k] = (powers[k]! * prototype.numeratorPower(u)) / prototype.denominatorPower(u);
      }
    }
  }

  /** Makes the prototype that of a section. @returns whether its magnitude is not 1 everywhere. */
  private aim(prototype: AnalogPrototype, n: number): boolean {
    const shape = this.shapes[n]!;
    if (shape === "all-pass") return false;
    prototype.set(shape, this.qs[n]!, this.gainsDb[n]!);
    return true;
  }

  private put(n: number, shape: FilterShape, q: number, gainDb: number): void {
    this.shapes[n] = shape;
    this.qs[n] = q;
    this.gainsDb[n] = gainDb;
  }
}

function firstOrder(type: BandType): FilterShape {
  switch (type) {
    case "low-cut":
      return "low-cut-1";
    case "high-cut":
      return "high-cut-1";
    case "low-shelf":
      return "low-shelf-1";
    default:
      return "high-shelf-1";
  }
}
