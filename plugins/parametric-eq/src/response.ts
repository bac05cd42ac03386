import { addResponseDb, createSections, MatchedDesigner } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { bandSections, designBand, MOST_SECTIONS } from "./band-filter.js";
import { EQ_BANDS, type BandNumber, type EqParams } from "./params.js";

/** The EQ's values, or a view's handles read into that shape. */
export type EqValues = Omit<ValuesOf<EqParams>, "output">;

/**
 * Magnitude response of one band, from the coefficients that the processor uses, whether it is on or not.
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqBandResponseDb(
  values: EqValues,
  band: BandNumber,
  sampleRate: number,
  frequencies: ArrayLike<number>,
  out: Float32Array | Float64Array,
): void {
  out.fill(0);
  addBand(new MatchedDesigner(), createSections(MOST_SECTIONS), values, band, sampleRate, frequencies, out);
}

/**
 * Magnitude response of all bands that are on, from the coefficients that the processor uses. The `output` gain is
 * not part of it.
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqResponseDb(
  values: EqValues,
  sampleRate: number,
  frequencies: ArrayLike<number>,
  out: Float32Array | Float64Array,
): void {
  out.fill(0);
  const designer = new MatchedDesigner();
  const sections = createSections(MOST_SECTIONS);
  for (const band of EQ_BANDS) {
    if (values[`band${band}.enabled`]) addBand(designer, sections, values, band, sampleRate, frequencies, out);
  }
}

function addBand(
  designer: MatchedDesigner,
  sections: Float64Array,
  values: EqValues,
  band: BandNumber,
  sampleRate: number,
  frequencies: ArrayLike<number>,
  out: Float32Array | Float64Array,
): void {
  const type = values[`band${band}.type`];
  const slope = Number(values[`band${band}.slope`]);
  const hz = values[`band${band}.frequency`];
  designBand(designer, type, slope, hz, values[`band${band}.gain`], values[`band${band}.q`], sampleRate, sections);
  addResponseDb(sections, bandSections(type, slope), frequencies, sampleRate, out);
}
