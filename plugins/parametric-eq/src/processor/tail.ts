import type { BandReaders, EqReaders } from "./band-readers.js";
import { isDynamic } from "./band-target.js";

/** ln 1000: what rings falls by 60 dB in this many time constants. */
const NEPERS_60_DB = Math.log(1000);
/** The most resonant section of the steepest cut. */
const STEEPEST_Q = 5.2;
/** Fades and the way of auto gain are over by then. */
const LEAST_SECONDS = 0.05;

/**
 * Seconds that the bands which are on ring by more than −60 dB: a pole pair of quality Q at f falls with the time constant
 * Q / (π f). The gain of a boost narrows its poles, steep slopes have sections of a high Q.
 */
export function tailSeconds(bands: readonly BandReaders[], params: EqReaders): number {
  let longest = LEAST_SECONDS;
  for (let b = 0; b < bands.length; b++) {
    const band = bands[b]!;
    if (!band.enabled.value) continue;
    const scale = Math.abs(params.gainScale.value) / 100;
    const gainDb = isDynamic(band) ? 60 : Math.min(60, Math.abs(band.gain.value) * scale);
    const quality = Math.max(0.5, band.q.value) * (band.type.value === "bell" ? 10 ** (gainDb / 40) : STEEPEST_Q);
    // Poles of shelves lie away from the frequency by their gain.
    const lowest = band.frequency.value / (band.type.value === "bell" ? 1 : 10 ** (gainDb / 80));
    longest = Math.max(longest, (NEPERS_60_DB * quality) / (Math.PI * lowest));
  }
  return longest;
}
