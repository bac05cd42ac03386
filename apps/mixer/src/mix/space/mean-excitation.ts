import type { SessionAnalysis } from "@headroom/analysis";

/**
 * Mean power in the ear's bands of one strip over a stretch of the song, in dB of full scale.
 * @returns one level a band; −∞ where nothing sounds.
 */
export function meanExcitationDb(analysis: SessionAnalysis, stripId: string, startSeconds = analysis.startSeconds, endSeconds = analysis.endSeconds): Float32Array {
  const { bandsHz, spectralStepSeconds } = analysis;
  const bands = bandsHz.length;
  const excitation = analysis.strips.find(({ strip }) => strip === stripId)?.excitation;
  const mean = new Float32Array(bands);
  const steps = excitation ? excitation.length / bands : 0;
  const first = Math.max(0, Math.floor((startSeconds - analysis.startSeconds) / spectralStepSeconds));
  const last = Math.min(steps, Math.ceil((endSeconds - analysis.startSeconds) / spectralStepSeconds));
  for (let step = first; step < last; step++) for (let band = 0; band < bands; band++) mean[band] = (mean[band] ?? 0) + (excitation?.[step * bands + band] ?? 0);
  return mean.map((sum) => 10 * Math.log10(sum / Math.max(1, last - first)));
}
