/** Zero crossings of the interpolating sinc to each side. */
const CROSSINGS = 16;

/**
 * A response at another sample rate, its gain kept: band-limited interpolation with a Hann-windowed sinc (J. O. Smith,
 * "Digital audio resampling home page", 2002). For constructors: it is slow and allocates.
 * @param ratio - new rate by old.
 * @param frames - length of the result; zeros follow where the response has ended.
 */
export function resample(response: Float64Array, ratio: number, frames: number): Float64Array {
  // Going down, the sinc is as wide as the new rate wants it; there are fewer frames for the same energy.
  const cutoff = Math.min(1, ratio);
  const reach = CROSSINGS / cutoff;
  return Float64Array.from({ length: frames }, (_, n) => {
    const at = n / ratio;
    let sum = 0;
    for (let k = Math.max(0, Math.ceil(at - reach)); k <= Math.min(response.length - 1, at + reach); k++) {
      const x = at - k;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      sum += response[k]! * cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach));
    }
    return sum / ratio;
  });
}
