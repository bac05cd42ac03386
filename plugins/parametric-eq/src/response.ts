import { addResponseDb, createSections, MatchedDesigner } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { bandSections, designBand, MOST_SECTIONS } from "./band-filter.js";
import { EQ_BANDS, type BandChannel, type BandNumber, type EqParams } from "./params.js";

/** The EQ's values that shape its response, or a view's handles read into that shape. */
export type EqValues = Omit<ValuesOf<EqParams>, "output" | "autoGain" | "listen">;

export interface EqResponseOptions {
  /**
   * The signal whose way through the EQ is asked for: `stereo` (default) goes through the stereo bands alone, each of the
   * others through those and its own.
   */
  readonly channel?: BandChannel;
  /** dB added to each band's gain, in the order of the bands: the readout `dynamics`. Bands that are not dynamic ignore it. */
  readonly dynamicsDb?: ArrayLike<number>;
}

/**
 * Magnitude response of one band, from the coefficients that the processor uses, whether it is on or not.
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqBandResponseDb(
  values: EqValues, band: BandNumber, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: Pick<EqResponseOptions, "dynamicsDb"> = {},
): void {
  out.fill(0);
  addBand(new MatchedDesigner(), createSections(MOST_SECTIONS), values, band, sampleRate, frequencies, out, options);
}

/**
 * Magnitude response of all bands that are on, from the coefficients that the processor uses. The output gain is not
 * part of it.
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqResponseDb(
  values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array, options: EqResponseOptions = {},
): void {
  out.fill(0);
  const designer = new MatchedDesigner();
  const sections = createSections(MOST_SECTIONS);
  for (const band of EQ_BANDS) {
    const channel = values[`band${band}.channel`];
    if (!values[`band${band}.enabled`] || (channel !== "stereo" && channel !== options.channel)) continue;
    addBand(designer, sections, values, band, sampleRate, frequencies, out, options);
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
  { dynamicsDb }: EqResponseOptions,
): void {
  const type = values[`band${band}.type`];
  const slope = Number(values[`band${band}.slope`]);
  const hz = values[`band${band}.frequency`];
  const dynamicDb = values[`band${band}.dynamic`] ? (dynamicsDb?.[band - 1] ?? 0) : 0;
  const gainDb = (values[`band${band}.gain`] + dynamicDb) * (values.gainScale / 100);
  designBand(designer, type, slope, hz, gainDb, values[`band${band}.q`], sampleRate, sections);
  addResponseDb(sections, bandSections(type, slope), frequencies, sampleRate, out);
}
