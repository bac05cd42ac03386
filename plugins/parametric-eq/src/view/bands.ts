import { formatParameter, toNumber } from "@headroom/sdk";
import type { ParameterHandle, ViewHost } from "@headroom/sdk/view";
import { noteName } from "@headroom/ui";
import { hasGain, hasSlope } from "../band-filter.js";
import { EQ_BANDS } from "../params.js";
import type { BandNumber, BandType, EqParams, EqReadouts, Slope } from "../params.js";
import type { EqValues } from "../response.js";

export type EqHost = ViewHost<EqParams, EqReadouts>;

/** The parameters of one band as the view holds them. */
export interface Band {
  /** As people see it, too. */
  readonly number: BandNumber;
  /** CSS colour. */
  readonly color: string;
  readonly enabled: ParameterHandle<boolean>;
  readonly type: ParameterHandle<BandType>;
  readonly frequency: ParameterHandle<number>;
  readonly gain: ParameterHandle<number>;
  readonly q: ParameterHandle<number>;
  readonly slope: ParameterHandle<Slope>;
}

/** The bands of an equalizer's host, first to last. */
export function bandsOf({ params }: EqHost): readonly Band[] {
  return EQ_BANDS.map((number) => ({
    number,
    color: `var(--hr-band-${number})`,
    enabled: params[`band${number}.enabled`],
    type: params[`band${number}.type`],
    frequency: params[`band${number}.frequency`],
    gain: params[`band${number}.gain`],
    q: params[`band${number}.q`],
    slope: params[`band${number}.slope`],
  }));
}

/** The values of all bands now. */
export function valuesOf(bands: readonly Band[]): EqValues {
  // Complete where `bands` are all of them, as those of `bandsOf` are.
  return Object.fromEntries(
    bands.flatMap(({ number, enabled, type, frequency, gain, q, slope }) =>
      Object.entries({ enabled, type, frequency, gain, q, slope }).map(([name, handle]) => [`band${number}.${name}`, handle.get()]),
    ),
  ) as unknown as EqValues;
}

/** All parameters of a band. */
export function handlesOf(band: Band): readonly ParameterHandle[] {
  return [band.enabled, band.type, band.frequency, band.gain, band.q, band.slope];
}

/** A slope as it is written: "24 dB/oct". */
export function slopeText(slope: string): string {
  return `${slope} dB/oct`;
}

/** Whether any of a band's values was ever set: such a band keeps its place on the graph while it is off. */
export function isTouched(band: Band): boolean {
  return handlesOf(band).some((handle) => handle.number() !== toNumber(handle.spec, handle.spec.default));
}

/** A band in words: "Bell · 1.25 kHz (D♯6) · −3.5 dB · Q 1.40". */
export function bandInWords(band: Band): string {
  const type = band.type.get();
  const hz = band.frequency.number();
  const words = [formatParameter(band.type.spec, band.type.number()), `${formatParameter(band.frequency.spec, hz)} (${noteName(hz)})`];
  if (hasGain(type)) words.push(formatParameter(band.gain.spec, band.gain.number()));
  words.push(`Q ${formatParameter(band.q.spec, band.q.number())}`);
  if (hasSlope(type)) words.push(slopeText(band.slope.get()));
  if (!band.enabled.get()) words.push("off");
  return words.join(" · ");
}
