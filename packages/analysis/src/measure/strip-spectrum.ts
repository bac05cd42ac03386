import { createHannWindow, RealFft, RoexFilters } from "@headroom/dsp";
import { bandCenters, octaveCenters } from "./bands.js";

/** Long enough to part the ear's filters from 40 Hz up, at 48 kHz. */
const WINDOW_SECONDS = 4096 / 48_000;
/** Most spectral steps of a range: longer ones have coarser steps. */
const MOST_STEPS = 4096;

/** How a range is cut into spectra. */
export interface SpectralGrid {
  readonly sampleRate: number;
  /** Frames of a transform, and from one to the next. */
  readonly size: number;
  readonly hop: number;
  readonly hopsPerStep: number;
  readonly steps: number;
  readonly bandsHz: readonly number[];
  readonly octavesHz: readonly number[];
}

export function spectralGrid(sampleRate: number, frames: number): SpectralGrid {
  const size = 2 ** Math.round(Math.log2(WINDOW_SECONDS * sampleRate));
  const hop = size / 2;
  const hops = Math.max(1, Math.ceil(frames / hop));
  const hopsPerStep = Math.ceil(hops / MOST_STEPS);
  return { sampleRate, size, hop, hopsPerStep, steps: Math.ceil(hops / hopsPerStep), bandsHz: bandCenters(sampleRate), octavesHz: octaveCenters(sampleRate) };
}

/** Excitation over time, power in octaves, and correlation of one strip. The power of both sides is added. */
export class StripSpectrum {
  readonly excitation: Float32Array;
  readonly octaves: Float64Array;
  readonly #grid: SpectralGrid;
  readonly #fft: RealFft;
  readonly #window: Float64Array;
  readonly #filters: RoexFilters;
  /** First bin of each octave, and the end of the last. */
  readonly #octaveBins: Int32Array;
  readonly #sides: readonly [Float64Array, Float64Array];
  readonly #windowed: Float64Array;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #power: Float64Array;
  readonly #bands: Float64Array;
  readonly #scale: number;
  #filled: number;
  #hop = 0;
  #sounds = false;
  readonly #products = new Float64Array(3);

  constructor(grid: SpectralGrid) {
    const { size, sampleRate, bandsHz, octavesHz } = grid;
    this.#grid = grid;
    this.#fft = new RealFft(size);
    const bins = this.#fft.bins;
    this.#window = Float64Array.from(createHannWindow(size));
    this.#filters = new RoexFilters(sampleRate, bins, bandsHz);
    const binOf = (hz: number) => Math.min(bins, Math.ceil((hz * size) / sampleRate));
    this.#octaveBins = Int32Array.from([...octavesHz.map((hz) => hz / Math.SQRT2), (octavesHz.at(-1) ?? 0) * Math.SQRT2], binOf);
    this.#sides = [new Float64Array(size), new Float64Array(size)];
    this.#windowed = new Float64Array(size);
    this.#real = new Float64Array(bins);
    this.#imaginary = new Float64Array(bins);
    this.#power = new Float64Array(bins);
    this.#bands = new Float64Array(bandsHz.length);
    this.excitation = new Float32Array(grid.steps * bandsHz.length);
    this.octaves = new Float64Array(octavesHz.length);
    // One side of the spectrum, of a window with this energy: the bins add up to the mean square.
    this.#scale = 2 / (size * this.#window.reduce((sum, x) => sum + x * x, 0));
    // The first window is centred on the first frame.
    this.#filled = size - grid.hop;
  }

  /** −1…1; 1 where a side is silent and the other is too. */
  get correlation(): number {
    const [left = 0, right = 0, both = 0] = this.#products;
    if (left + right === 0) return 1;
    const powers = Math.sqrt(left) * Math.sqrt(right);
    return powers === 0 ? 0 : Math.max(-1, Math.min(1, both / powers));
  }

  process(left: Float32Array, right: Float32Array, from: number, to: number): void {
    const [toLeft, toRight] = this.#sides;
    const products = this.#products;
    let [ll = 0, rr = 0, lr = 0] = products;
    const before = ll + rr;
    const { size } = this.#grid;
    let filled = this.#filled;
    for (let i = from; i < to; i++) {
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      toLeft[filled] = l;
      toRight[filled] = r;
      ll += l * l;
      rr += r * r;
      lr += l * r;
      if (++filled < size) continue;
      this.#sounds ||= ll + rr > before;
      this.#transform();
      filled = this.#filled;
    }
    this.#filled = filled;
    this.#sounds ||= ll + rr > before;
    products[0] = ll;
    products[1] = rr;
    products[2] = lr;
  }

  /** The last frames enter with silence behind them. */
  finish(): void {
    const rest = new Float32Array(this.#grid.size - this.#filled);
    this.process(rest, rest, 0, rest.length);
    const hops = Math.max(1, this.#hop);
    this.octaves.forEach((sum, i) => (this.octaves[i] = sum / hops));
  }

  #transform(): void {
    const { hop, size, hopsPerStep, bandsHz } = this.#grid;
    if (this.#sounds) {
      const power = this.#power;
      power.fill(0);
      for (const side of this.#sides) this.#addPower(side);
      this.#bands.fill(0);
      this.#filters.add(power, this.#bands);
      const at = Math.floor(this.#hop / hopsPerStep) * bandsHz.length;
      if (at < this.excitation.length) {
        for (let band = 0; band < bandsHz.length; band++) this.excitation[at + band] = (this.excitation[at + band] ?? 0) + (this.#bands[band] ?? 0) / hopsPerStep;
      }
      const edges = this.#octaveBins;
      for (let octave = 0; octave < this.octaves.length; octave++) {
        let sum = 0;
        for (let bin = edges[octave] ?? 0; bin < (edges[octave + 1] ?? 0); bin++) sum += power[bin] ?? 0;
        this.octaves[octave] = (this.octaves[octave] ?? 0) + sum;
      }
    }
    this.#hop++;
    this.#sounds = false;
    for (const side of this.#sides) {
      side.copyWithin(0, hop);
      for (let i = 0; i < size - hop && !this.#sounds; i++) this.#sounds = side[i] !== 0;
    }
    this.#filled = size - hop;
  }

  #addPower(side: Float64Array): void {
    const windowed = this.#windowed;
    const window = this.#window;
    for (let i = 0; i < windowed.length; i++) windowed[i] = (side[i] ?? 0) * (window[i] ?? 0);
    this.#fft.forward(windowed, this.#real, this.#imaginary);
    const power = this.#power;
    const real = this.#real;
    const imaginary = this.#imaginary;
    const scale = this.#scale;
    for (let bin = 0; bin < power.length; bin++) {
      const re = real[bin] ?? 0;
      const im = imaginary[bin] ?? 0;
      power[bin] = (power[bin] ?? 0) + (re * re + im * im) * scale;
    }
  }
}
