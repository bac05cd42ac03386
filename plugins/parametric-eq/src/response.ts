import { addOversampledResponseDb, addResponseDb, createSections, MatchedDesigner, SECTION_LENGTH } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { canBeDynamic } from "./band-types.js";
import { BandFilter, MOST_SECTIONS } from "./design/band-filter.js";
import { LinearPhaseCurve } from "./linear-phase-curve.js";
import { BAND_COUNT, EQ_BANDS, EQ_CHANNELS, type BandChannel, type BandNumber, type EqParams } from "./params.js";
import { HQ_TOP_HZ, hqFactor } from "./design/quality.js";

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

const standard = new MatchedDesigner();
const audible = new MatchedDesigner(HQ_TOP_HZ);
const filter = new BandFilter();
const section = createSections(MOST_SECTIONS);
const all = createSections(MOST_SECTIONS * BAND_COUNT);
let linear: LinearPhaseCurve | undefined;

/**
 * Magnitude response of one band, from the coefficients that the processor uses, whether it is on or not. `@mainThread`
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqBandResponseDb(
  values: EqValues, band: BandNumber, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: Pick<EqResponseOptions, "dynamicsDb"> = {},
): void {
  addBands([band], values, sampleRate, frequencies, out, { ...options, channel: values[`band${band}.channel`] });
}

/**
 * Magnitude response of all bands that are on, from the coefficients that the processor uses. The output gain is not
 * part of it. `@mainThread`
 * @param sampleRate - Hz.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param out - receives dB, one number a frequency.
 */
export function eqResponseDb(
  values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array, options: EqResponseOptions = {},
): void {
  const bands = EQ_BANDS.filter((band) => {
    const channel = values[`band${band}.channel`];
    return values[`band${band}.enabled`] && (channel === "stereo" || channel === options.channel);
  });
  addBands(bands, values, sampleRate, frequencies, out, options);
}

function addBands(
  bands: readonly BandNumber[], values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: EqResponseOptions,
): void {
  out.fill(0);
  switch (values.quality) {
    case "standard":
      for (const band of bands) addStandard(band, values, sampleRate, frequencies, out, options);
      return;
    case "hq":
      addHq(bands, values, sampleRate, frequencies, out, options);
      return;
    case "linear-phase":
      addLinearPhase(bands, values, sampleRate, frequencies, out, options);
  }
}

function addStandard(
  band: BandNumber, values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: EqResponseOptions,
): void {
  setFilter(values, band, options);
  filter.design(standard, sampleRate, section);
  addResponseDb(section, filter.sections, frequencies, sampleRate, out);
}

function addHq(
  bands: readonly BandNumber[], values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: EqResponseOptions,
): void {
  const factor = hqFactor(sampleRate);
  let sections = 0;
  for (const band of bands) {
    setFilter(values, band, options);
    filter.design(audible, factor * sampleRate, section);
    all.set(section.subarray(0, filter.sections * SECTION_LENGTH), sections * SECTION_LENGTH);
    sections += filter.sections;
  }
  if (factor === 1) addResponseDb(all, sections, frequencies, sampleRate, out);
  else addOversampledResponseDb(all, sections, factor, frequencies, sampleRate, out);
}

/** A dynamic band stays minimum-phase: a filter that follows the signal cannot be symmetric in time. */
function addLinearPhase(
  bands: readonly BandNumber[], values: EqValues, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array | Float64Array,
  options: EqResponseOptions,
): void {
  if (linear?.sampleRate !== sampleRate) linear = new LinearPhaseCurve(sampleRate);
  linear.filter.clear();
  for (const band of bands) {
    if (isDynamic(values, band)) addStandard(band, values, sampleRate, frequencies, out, options);
    else {
      setFilter(values, band, options);
      linear.filter.add(EQ_CHANNELS.indexOf(values[`band${band}.channel`]), filter);
    }
  }
  linear.addResponseDb(options.channel ?? "stereo", frequencies, out);
}

function setFilter(values: EqValues, band: BandNumber, { dynamicsDb }: EqResponseOptions): void {
  const dynamicDb = isDynamic(values, band) ? (dynamicsDb?.[band - 1] ?? 0) : 0;
  filter.set(
    values[`band${band}.type`],
    Number(values[`band${band}.slope`]),
    values[`band${band}.frequency`],
    (values[`band${band}.gain`] + dynamicDb) * (values.gainScale / 100),
    values[`band${band}.q`],
  );
}

function isDynamic(values: EqValues, band: BandNumber): boolean {
  return values[`band${band}.dynamic`] && canBeDynamic(values[`band${band}.type`]);
}
