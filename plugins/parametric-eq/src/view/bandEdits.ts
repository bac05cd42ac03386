import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { hasGain } from "../band-filter.js";
import type { BandType } from "../params.js";
import { handlesOf, isTouched } from "./bands.js";
import type { Band } from "./bands.js";

/** Sets several parameters as one edit: their gestures overlap. */
export function setTogether(changes: readonly (readonly [ParameterHandle, number])[]): void {
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

/** The band to use for a new one: the first that is off and untouched, else the first that is off. */
export function freeBand(bands: readonly Band[]): Band | undefined {
  const free = bands.filter((band) => !band.enabled.get());
  return free.find((band) => !isTouched(band)) ?? free[0];
}

/** Switches a band on at a place of the graph. */
export function placeBand(band: Band, hz: number, gainDb: number): void {
  const type = typeAt(hz);
  setTogether([
    [band.type, toNumber(band.type.spec, type)],
    [band.frequency, toNumber(band.frequency.spec, hz)],
    [band.gain, toNumber(band.gain.spec, hasGain(type) ? Math.round(gainDb * 10) / 10 : 0)],
    [band.q, toNumber(band.q.spec, band.q.spec.default)],
    [band.slope, toNumber(band.slope.spec, band.slope.spec.default)],
    [band.enabled, 1],
  ]);
}

/** Switches a band off and puts all that it was set to back, so that it is free again. */
export function clearBand(band: Band): void {
  setTogether(handlesOf(band).map((handle) => [handle, toNumber(handle.spec, handle.spec.default)]));
}
