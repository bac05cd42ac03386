import { createSections, designKWeighting, K_WEIGHTING_SECTIONS, sectionsPower } from "@headroom/dsp";

/** Power gain of the K-weighting of ITU-R BS.1770-5 at frequencies. */
export function kWeighting(frequenciesHz: readonly number[], sampleRate: number): Float64Array {
  const sections = createSections(K_WEIGHTING_SECTIONS);
  designKWeighting(sampleRate, sections);
  return Float64Array.from(frequenciesHz, (hz) => sectionsPower(sections, K_WEIGHTING_SECTIONS, Math.min(Math.PI, (2 * Math.PI * hz) / sampleRate)));
}
