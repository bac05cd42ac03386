import { invertSection } from "./coefficients.js";
import { MagnitudeFit, type NumeratorForm } from "./magnitude-fit.js";
import { AnalogPrototype, type FilterShape } from "./prototype.js";

/** Offsets v at which the response is matched: f/f0 = v/(2q) + √(1 + (v/(2q))²), so that they crowd where it bends. */
const NEAR = [-8, -4, -2, -1, -0.5, -0.2, 0, 0.2, 0.5, 1, 2, 4, 8] as const;
const CENTRE_WEIGHT = 4;
/** Fixed matching frequencies, as shares of half the sample rate. */
const SPREAD = [0.001, 0.01, 0.03, 0.1, 0.3, 0.5, 0.65, 0.8, 0.9] as const;
/** Nothing is matched above this share of half the sample rate, where every digital response runs level. */
const TOP = 0.93;
/** The points crowd around the frequency, but at most around this share of half the sample rate. */
const REFERENCE_TOP = 0.9;
/** Up to this share of half the sample rate a notch has its zero exactly at its frequency. */
const NOTCH_TOP = 0.97;
/** Below this gain bells, shelves and tilts pass the signal unchanged. */
const LEAST_GAIN_DB = 1e-6;
const ALL_PASS_TOP = 0.49;

/** How strongly a fit leans on the poles of the matched Z-transform, chosen for the least error of each shape. */
const LEAN: Readonly<Record<FilterShape, number>> = {
  bell: 1e-4,
  "low-shelf": 0.1,
  "high-shelf": 0.1,
  "low-cut": 1e-4,
  "high-cut": 1,
  "band-pass": 1e-4,
  notch: 1e-4,
  "all-pass": 0,
  tilt: 1e-4,
  "low-cut-1": 1e-4,
  "high-cut-1": 1e-2,
  "low-shelf-1": 1e-4,
  "high-shelf-1": 1e-4,
};

/**
 * Designs biquads whose magnitude follows the analog prototype up to half the sample rate, without the
 * cramping of the bilinear transform.
 *
 * With x = tan²(ω/2) the squared magnitude of any biquad is a ratio of two quadratics in x, and any such ratio
 * that is positive is the squared magnitude of a stable, minimum-phase biquad. The ratio is fitted to the
 * prototype's squared magnitude at some twenty frequencies by linear least squares, reweighted by the last
 * denominator (C. K. Sanathanan and J. Koerner, "Transfer function synthesis as a ratio of two complex
 * polynomials", IEEE Trans. Automatic Control, 1963), held near the poles of the matched Z-transform where the
 * data leave it open, and factored in closed form as in M. Vicanek, "Matched Second Order Digital Filters",
 * 2016. Cuts of bells, shelves and tilts are the exact inverses of boosts. The all-pass, whose magnitude says
 * nothing, is the bilinear one.
 *
 * An instance holds scratch memory: one a thread. {@link design} allocates nothing (`@audioThread`).
 */
export class MatchedDesigner {
  private readonly prototype = new AnalogPrototype();
  private readonly fit = new MagnitudeFit(2 * NEAR.length + SPREAD.length);
  private readonly topHz: number;

  /**
   * @param topHz - where what is to be heard ends: above it the response may go where it will, below it follows the
   *   prototype the closer, the lower this is beside half the sample rate. Default: everything is to be heard.
   */
  constructor(topHz = Infinity) {
    this.topHz = topHz;
  }

  /**
   * Designs one section.
   * @param frequencyHz - centre, corner or pivot; above 0, may lie above half the sample rate.
   * @param q - above 0; ignored by first-order shapes.
   * @param gainDb - of bells, shelves and tilt, ±60 dB; ignored by the others.
   * @param sampleRate - Hz.
   * @param out - receives `b0 b1 b2 a1 a2` at `offset`.
   */
  design(
    shape: FilterShape,
    frequencyHz: number,
    q: number,
    gainDb: number,
    sampleRate: number,
    out: Float64Array,
    offset: number,
  ): void {
    if (shape === "all-pass") return designAllPass(frequencyHz, q, sampleRate, out, offset);
    if (!hasGain(shape)) return this.designBoost(shape, frequencyHz, q, 0, false, sampleRate, out, offset);
    const flat = Math.abs(gainDb) < LEAST_GAIN_DB;
    // A low shelf is a change of level times the inverse of a high shelf: one fit serves both.
    const low = shape === "low-shelf" || shape === "low-shelf-1";
    const fitted = shape === "low-shelf" ? "high-shelf" : shape === "low-shelf-1" ? "high-shelf-1" : shape;
    this.designBoost(fitted, frequencyHz, q, Math.abs(gainDb), flat, sampleRate, out, offset);
    if (flat) return;
    if (low ? gainDb > 0 : gainDb < 0) invertSection(out, offset);
    if (low) {
      const level = 10 ** (gainDb / 20);
      for (let i = 0; i < 3; i++) out[offset + i] = out[offset + i]! * level;
    }
  }

  private designBoost(
    shape: FilterShape,
    frequencyHz: number,
    q: number,
    boostDb: number,
    flat: boolean,
    sampleRate: number,
    out: Float64Array,
    offset: number,
  ): void {
    const p = this.prototype;
    const fit = this.fit;
    p.set(shape, q, boostDb);
    const order = p.d2 === 0 ? 1 : 2;
    const nyquist = sampleRate / 2;
    const reference = Math.min(frequencyHz, (shape === "notch" ? NOTCH_TOP : REFERENCE_TOP) * nyquist);
    const scale = Math.tan((Math.PI * reference) / sampleRate);
    const level = p.n0 === 0 ? 1 : p.n0 / p.d0;
    const form = formOf(shape, reference === frequencyHz);
    this.begin(order, form, form !== "rising" || p.n1 !== 0, frequencyHz / sampleRate, scale);
    if (flat) fit.runFlat();
    else {
      // A resonant shelf bends at its poles and its zeros; a gentle one in between.
      const parted = shape === "high-shelf" ? Math.min(1, Math.max(0, q - 0.75)) : 0;
      const apart = shape === "high-shelf" ? 10 ** (boostDb / 80) : 1;
      const spread = order === 1 ? 0.5 : q / apart ** (1 - parted);
      const lowWeight = shape === "low-cut" ? 100 : 1;
      for (let side = parted === 0 ? 1 : 0; side < 2; side++) {
        const centre = Math.min(reference * apart ** (side === 0 ? -parted : parted), REFERENCE_TOP * nyquist);
        for (let i = 0; i < NEAR.length; i++) {
          const v = NEAR[i]! / (2 * spread);
          const weight = NEAR[i] === 0 && reference === frequencyHz ? CENTRE_WEIGHT : 1;
          this.match(centre * (v + Math.sqrt(1 + v * v)), frequencyHz, sampleRate, scale, level, weight, lowWeight);
        }
      }
      const top = Math.min(nyquist, this.topHz / TOP);
      for (let i = 0; i < SPREAD.length; i++) {
        this.match(SPREAD[i]! * top, frequencyHz, sampleRate, scale, level, 1, lowWeight);
      }
      fit.run(LEAN[shape]);
    }
    this.write(scale, level, out, offset);
  }

  /** Starts the fit at the poles of the matched Z-transform, z = exp(s/sampleRate). */
  private begin(order: number, form: NumeratorForm, freeF1: boolean, frequencyShare: number, scale: number): void {
    const p = this.prototype;
    const w = 2 * Math.PI * frequencyShare;
    if (order === 1) {
      const pole = Math.exp((-w * p.d0) / p.d1);
      return this.fit.begin(1, form, freeF1, ((1 + pole) / (1 - pole)) * scale, 0);
    }
    const radius = w * Math.sqrt(p.d0 / p.d2);
    const damping = p.d1 / (2 * Math.sqrt(p.d0 * p.d2));
    let a2 = Math.exp(-2 * damping * radius);
    let a1: number;
    if (damping < 1) {
      // A pole beyond half the sample rate would fold back into the band: it keeps its distance instead.
      const angle = Math.sqrt(1 - damping * damping) * radius;
      const held = Math.min(0.95 * Math.PI, angle);
      const distance = Math.exp(held - angle - damping * radius);
      a1 = -2 * distance * Math.cos(held);
      a2 = distance * distance;
    } else {
      const split = Math.sqrt(damping * damping - 1);
      a1 = -Math.exp(-(damping - split) * radius) - Math.exp(-(damping + split) * radius);
    }
    const low = 1 + a1 + a2;
    this.fit.begin(2, form, freeF1, (2 * (1 - a2) * scale) / low, ((1 - a1 + a2) * scale * scale) / low);
  }

  private match(
    hz: number, frequencyHz: number, sampleRate: number, scale: number, level: number, weight: number, lowWeight: number,
  ): void {
    const share = (2 * hz) / sampleRate;
    if (share > TOP || hz > this.topHz || hz < 1) return;
    const p = this.prototype;
    const ratio = hz / frequencyHz;
    const u = ratio * ratio;
    const denominator = p.denominatorPower(u);
    const tangent = Math.tan((Math.PI * hz) / sampleRate) / scale;
    const target = p.numeratorPower(u) / (denominator * level * level);
    this.fit.add(tangent * tangent, target, denominator / (p.d0 * p.d0), share < 0.02 ? weight * lowWeight : weight);
  }

  private write(scale: number, level: number, out: Float64Array, offset: number): void {
    const { n0, n1, n2, d0, d1, d2 } = this.fit;
    const square = scale * scale;
    if (d2 === 0) {
      const a0 = d0 * scale + d1;
      out[offset] = (level * (n0 * scale + n1)) / a0;
      out[offset + 1] = (level * (n0 * scale - n1)) / a0;
      out[offset + 2] = 0;
      out[offset + 3] = (d0 * scale - d1) / a0;
      out[offset + 4] = 0;
      return;
    }
    const a0 = d0 * square + d1 * scale + d2;
    out[offset] = (level * (n0 * square + n1 * scale + n2)) / a0;
    out[offset + 1] = (level * 2 * (n0 * square - n2)) / a0;
    out[offset + 2] = (level * (n0 * square - n1 * scale + n2)) / a0;
    out[offset + 3] = (2 * (d0 * square - d2)) / a0;
    out[offset + 4] = (d0 * square - d1 * scale + d2) / a0;
  }
}

function hasGain(shape: FilterShape): boolean {
  switch (shape) {
    case "bell":
    case "low-shelf":
    case "high-shelf":
    case "tilt":
    case "low-shelf-1":
    case "high-shelf-1":
      return true;
    default:
      return false;
  }
}

function formOf(shape: FilterShape, inBand: boolean): NumeratorForm {
  switch (shape) {
    case "high-cut":
    case "high-cut-1":
      return "falling";
    case "low-cut":
    case "low-cut-1":
    case "band-pass":
      return "rising";
    case "notch":
      return inBand ? "notch" : "falling";
    default:
      return "whole";
  }
}

function designAllPass(frequencyHz: number, q: number, sampleRate: number, out: Float64Array, offset: number): void {
  const g = Math.tan(Math.PI * Math.min(ALL_PASS_TOP, frequencyHz / sampleRate));
  const a0 = 1 + g / q + g * g;
  const a1 = (2 * (g * g - 1)) / a0;
  const a2 = (1 - g / q + g * g) / a0;
  out[offset] = a2;
  out[offset + 1] = a1;
  out[offset + 2] = 1;
  out[offset + 3] = a1;
  out[offset + 4] = a2;
}
