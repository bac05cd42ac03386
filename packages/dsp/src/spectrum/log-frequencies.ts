/**
 * Frequencies in equal ratios, ends included: the points of spectra and curves on a logarithmic axis.
 * @param fromHz - above 0.
 * @param toHz - above `fromHz`.
 * @param points - 2 or more.
 */
export function logFrequencies(fromHz: number, toHz: number, points: number): Float64Array {
  const list = new Float64Array(points);
  for (let i = 0; i < points; i++) list[i] = fromHz * (toHz / fromHz) ** (i / (points - 1));
  return list;
}
