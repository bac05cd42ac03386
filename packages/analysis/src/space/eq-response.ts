import { butterworthQ, createSections, MatchedDesigner, SECTION_LENGTH, sectionsPower } from "@headroom/dsp";
import type { EqBand } from "./space-types.js";

/** Power gain of EQ bands at frequencies, as Parametric EQ filters them. @param sampleRate - Hz. */
export function eqResponse(bands: readonly EqBand[], frequenciesHz: readonly number[], sampleRate: number): Float64Array {
  const designer = new MatchedDesigner();
  const power = new Float64Array(frequenciesHz.length).fill(1);
  for (const band of bands) {
    const orders = band.type.endsWith("cut") && band.slope === "24" ? [0, 1] : [0];
    const sections = createSections(orders.length);
    for (const n of orders) {
      const q = band.type.endsWith("cut") ? (orders.length === 1 ? band.q : butterworthQ(2 * orders.length, n)) : band.q;
      designer.design(band.type, band.frequencyHz, q, band.gainDb, sampleRate, sections, n * SECTION_LENGTH);
    }
    for (const [i, hz] of frequenciesHz.entries()) power[i] = (power[i] ?? 0) * sectionsPower(sections, orders.length, Math.min(Math.PI, (2 * Math.PI * hz) / sampleRate));
  }
  return power;
}
