import type { ValueOf } from "@headroom/sdk";
import type { ParameterHandle, ViewHost } from "@headroom/sdk/view";
import { EQ_BANDS, eqParams } from "../../params.js";
import type { BandNumber, BandParameter, EqParams, EqReadouts } from "../../params.js";

export type EqHost = ViewHost<EqParams, EqReadouts>;

type Specs = { readonly [Name in BandParameter]: EqParams[`band1.${Name}`] };

/** A band's values by the last part of their ids. */
export type BandValues = { -readonly [Name in BandParameter]: ValueOf<Specs[Name]> };

/** The parameters of one band as the view holds them, by the last part of their ids. */
export type BandHandles = { readonly [Name in BandParameter]: ParameterHandle<ValueOf<Specs[Name]>> };

/** Eight colours serve 24 bands: the shape of a band's mark tells the bands of one colour apart. */
export type BandShape = "circle" | "square" | "diamond";
const SHAPES: readonly BandShape[] = ["circle", "square", "diamond"];
const HUES = 8;

export interface Band extends BandHandles {
  /** As people see it, too. */
  readonly number: BandNumber;
  /** The theme's colour of the band, by its name in the palette. */
  readonly hue: `band-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
  /** The same as a CSS colour. */
  readonly color: string;
  readonly shape: BandShape;
}

const PREFIX = "band1.";

/** The parameters that every band has. */
export const BAND_PARAMETERS: readonly BandParameter[] = Object.keys(eqParams)
  .filter((id) => id.startsWith(PREFIX))
  .map((id) => id.slice(PREFIX.length) as BandParameter);

/** The bands of an equalizer's host, first to last. */
export function bandsOf({ params }: EqHost): readonly Band[] {
  return EQ_BANDS.map((number) => {
    const hue = `band-${((number - 1) % HUES) + 1}` as Band["hue"];
    const handles = Object.fromEntries(BAND_PARAMETERS.map((name) => [name, params[`band${number}.${name}`]]));
    return {
      // Made from the same names that the type is made from.
      ...(handles as unknown as BandHandles),
      number,
      hue,
      color: `var(--hr-${hue})`,
      shape: SHAPES[Math.floor((number - 1) / HUES)] ?? "circle",
    };
  });
}

/** All parameters of a band. */
export function handlesOf(band: Band): readonly ParameterHandle[] {
  return BAND_PARAMETERS.map((name) => band[name]);
}

/** Whether any of a band's values was ever set: such a band keeps its place on the graph while it is off. */
export function isTouched(band: Band, values: BandValues): boolean {
  return BAND_PARAMETERS.some((name) => values[name] !== band[name].spec.default);
}
