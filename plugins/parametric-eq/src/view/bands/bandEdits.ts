import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { hasGain } from "../../band-types.js";
import type { BandType } from "../../params.js";
import { handlesOf } from "./band.js";
import type { Band } from "./band.js";
import type { TypedBand } from "./bandText.js";
import type { EqModel } from "./eqModel.js";

type Change = readonly [ParameterHandle, number];

/** Sets several parameters as one edit: their gestures overlap. */
export function setTogether(changes: readonly Change[]): void {
  const moved = changes.filter(([handle, number]) => handle.number() !== number);
  for (const [handle] of moved) handle.begin();
  for (const [handle, number] of moved) handle.setNumber(number);
  for (const [handle] of moved) handle.end();
}

/** The type that a new band takes from where it is put: cuts and shelves at the edges, else a bell. */
export function typeAt(hz: number): BandType {
  if (hz < 35) return "low-cut";
  if (hz < 80) return "low-shelf";
  if (hz > 14_000) return "high-cut";
  return hz > 7000 ? "high-shelf" : "bell";
}

/** The band to use for a new one: the first that is off and as it came, else the first that is off. */
export function freeBand(model: EqModel): Band | undefined {
  const isFree = (band: Band) => !model.valuesOf(band.number).enabled;
  return model.bands.find((band) => isFree(band) && !model.inUse.includes(band)) ?? model.bands.find(isFree);
}

/** Switches a band on at a place of the graph, with all else as a new band has it. */
export function placeBand(band: Band, hz: number, gainDb: number): void {
  const type = typeAt(hz);
  const wanted = new Map<ParameterHandle, number>([
    [band.type, toNumber(band.type.spec, type)],
    [band.frequency, toNumber(band.frequency.spec, hz)],
    [band.gain, toNumber(band.gain.spec, hasGain(type) ? Math.round(gainDb * 10) / 10 : 0)],
    [band.enabled, 1],
  ]);
  setTogether(handlesOf(band).map((handle) => [handle, wanted.get(handle) ?? defaultOf(handle)]));
}

/** Switches bands off and puts all that they were set to back, so that they are free again. */
export function clearBands(bands: readonly Band[]): void {
  setTogether(bands.flatMap(handlesOf).map((handle) => [handle, defaultOf(handle)]));
}

/** Switches bands on, or off where the first of them is on. */
export function toggleBands(bands: readonly Band[]): void {
  const isOn = bands[0]?.enabled.get() === true;
  setTogether(bands.map((band) => [band.enabled, isOn ? 0 : 1]));
}

/** Puts bands to 0 dB; those that have no gain to the Q that they came with. */
export function flattenBands(bands: readonly Band[]): void {
  setTogether(bands.map((band) => (hasGain(band.type.get()) ? [band.gain, 0] : [band.q, defaultOf(band.q)])));
}

/** Gives bands what a person typed. */
export function setTyped(bands: readonly Band[], typed: TypedBand): void {
  setTogether(
    bands.flatMap((band) => (["frequency", "gain", "q"] as const).flatMap((name): Change[] => (typed[name] === undefined ? [] : [[band[name], typed[name]]]))),
  );
}

function defaultOf({ spec }: ParameterHandle): number {
  return toNumber(spec, spec.default);
}
