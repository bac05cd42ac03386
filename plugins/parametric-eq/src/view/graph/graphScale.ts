import { frequencyToX, gainToY, xToFrequency, yToGain } from "@headroom/ui";
import type { FrequencySpan } from "@headroom/ui";
import { hasGain } from "../../band-types.js";
import { eqParams } from "../../params.js";
import type { BandValues } from "../bands/band.js";

const { min, max } = eqParams["band1.frequency"];

/** The graph shows all frequencies that a band can have. */
export const GRAPH_SPAN: FrequencySpan = { lowHz: min, highHz: max };

/** Gains at the graph's top that one can choose, dB. */
export const RANGES_DB = [3, 6, 12, 18, 30] as const;

/** Where a band's token lies on a graph of this size, CSS pixels. Without a gain it lies on the line of 0 dB. */
export function tokenPlace({ type, frequency, gain }: Pick<BandValues, "type" | "frequency" | "gain">, width: number, height: number, rangeDb: number): { x: number; y: number } {
  const gainDb = hasGain(type) ? Math.min(rangeDb, Math.max(-rangeDb, gain)) : 0;
  return { x: frequencyToX(frequency, width, GRAPH_SPAN), y: gainToY(gainDb, height, rangeDb) };
}

/** The frequency and the gain at a place of the graph. */
export function placeValues(x: number, y: number, width: number, height: number, rangeDb: number): { hz: number; gainDb: number } {
  return { hz: xToFrequency(x, width, GRAPH_SPAN), gainDb: yToGain(y, height, rangeDb) };
}
