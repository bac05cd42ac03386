import { RealFft } from "@headroom/dsp";

/** How much later one signal is than another. */
export interface Delay {
  readonly frames: number;
  /** How much of the later signal is the earlier one, 0…1: 1 for a delayed copy at any level. */
  readonly likeness: number;
}

/**
 * Finds the delay at which `output` is most like `input`: the highest peak of their cross-correlation.
 * @param mostFrames - the longest delay that is looked at.
 */
export function measureDelay(input: Float32Array, output: Float32Array, mostFrames: number): Delay {
  const size = 2 ** Math.ceil(Math.log2(input.length + mostFrames + 1));
  const fft = new RealFft(size);
  const spectrumOf = (signal: Float32Array) => {
    const padded = new Float32Array(size);
    padded.set(signal);
    const real = new Float64Array(fft.bins);
    const imaginary = new Float64Array(fft.bins);
    fft.forward(padded, real, imaginary);
    return { real, imaginary };
  };
  const [x, y] = [spectrumOf(input), spectrumOf(output)];
  // Y · X*, bin by bin.
  for (let k = 0; k < fft.bins; k++) {
    const [xr = 0, xi = 0, yr = 0, yi = 0] = [x.real[k], x.imaginary[k], y.real[k], y.imaginary[k]];
    y.real[k] = yr * xr + yi * xi;
    y.imaginary[k] = yi * xr - yr * xi;
  }
  const correlation = new Float32Array(size);
  fft.inverse(y.real, y.imaginary, correlation);
  const amplitudes = correlation.subarray(0, mostFrames + 1).map(Math.abs);
  const frames = amplitudes.reduce((best, amplitude, lag) => (amplitude > (amplitudes[best] ?? 0) ? lag : best), 0);
  // What came out late enough is compared with what went in early enough.
  const energy = (signal: Float32Array) => signal.reduce((sum, sample) => sum + sample * sample, 0);
  const norm = Math.sqrt(energy(input.subarray(0, input.length - frames)) * energy(output.subarray(frames)));
  return { frames, likeness: norm === 0 ? 0 : (amplitudes[frames] ?? 0) / norm };
}
