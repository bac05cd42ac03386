/**
 * The periodic Hann window, 0.5 − 0.5·cos(2πn/size). Its mean is 0.5, so a sine of amplitude a that falls on a bin k
 * gives |X[k]| = a·size/4.
 */
export function createHannWindow(size: number): Float64Array {
  const window = new Float64Array(size);
  for (let n = 0; n < size; n++) window[n] = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size);
  return window;
}
