import { RealFft } from "@headroom/dsp";
import { LinearPhaseFilter } from "./design/linear-phase.js";
import type { BandChannel } from "./params.js";

/** How many times longer than the impulse response the transform is: its bins then lie close enough to draw between. */
const PADDING = 4;

/** Magnitude response of a linear-phase filter at one sample rate. `@mainThread` */
export class LinearPhaseCurve {
  readonly filter: LinearPhaseFilter;
  private readonly fft: RealFft;
  private readonly response: Float64Array;
  private readonly padded: Float64Array;
  /** About its middle the response is even, so its spectrum is real. */
  private readonly amplitude: Float64Array;
  private readonly imaginary: Float64Array;

  constructor(readonly sampleRate: number) {
    this.filter = new LinearPhaseFilter(sampleRate);
    const { taps } = this.filter.designer;
    this.fft = new RealFft(PADDING * taps);
    this.response = new Float64Array(taps);
    this.padded = new Float64Array(this.fft.size);
    this.amplitude = new Float64Array(this.fft.bins);
    this.imaginary = new Float64Array(this.fft.bins);
  }

  /** Adds the response in dB at frequencies in Hz. */
  addResponseDb(channel: BandChannel, frequencies: ArrayLike<number>, out: Float32Array | Float64Array): void {
    const { fft, response, padded, amplitude } = this;
    const { latency } = this.filter.designer;
    this.filter.designChannel(channel, response);
    padded.fill(0);
    padded.set(response.subarray(latency), 0);
    padded.set(response.subarray(0, latency), padded.length - latency);
    fft.forward(padded, amplitude, this.imaginary);
    const last = fft.bins - 1;
    for (let i = 0; i < out.length; i++) {
      const at = Math.min(last, ((frequencies[i] ?? 0) * fft.size) / this.sampleRate);
      out[i] = (out[i] ?? 0) + 20 * Math.log10(Math.abs(this.between(at, last)) + 1e-15);
    }
  }

  /** Cubic between bins (E. Catmull and R. Rom, 1974); beyond either end the spectrum is its own mirror image. */
  private between(at: number, last: number): number {
    const { amplitude } = this;
    const k = Math.min(last - 1, Math.floor(at));
    const t = at - k;
    const p = [k - 1, k, k + 1, k + 2].map((n) => amplitude[n < 0 ? -n : n > last ? 2 * last - n : n] ?? 0);
    const [a = 0, b = 0, c = 0, d = 0] = p;
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
