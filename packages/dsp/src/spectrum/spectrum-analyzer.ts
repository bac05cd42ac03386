import { FLOOR_DB, powerToDb } from "../level/decibels.js";
import { createHannWindow } from "./hann-window.js";
import { RealFft } from "./real-fft.js";

export interface SpectrumSettings {
  /** Hz. */
  readonly sampleRate: number;
  /** Frames of a transform, a power of two. Resolution is sampleRate / size. Default 8192. */
  readonly size?: number;
  /** Frames from one transform to the next. Default size / 8. */
  readonly hop?: number;
  /** Frequencies in Hz, rising, at which levels are given. */
  readonly frequencies: ArrayLike<number>;
  /** How fast a point falls, in dB a second. Rises are immediate. Default 40. */
  readonly releaseDbPerSecond?: number;
}

/**
 * Spectrum of a running signal at chosen frequencies: Hann window, power summed over channels, rising at once and
 * falling at a steady rate. A sine of amplitude 1 in one channel reads 0 dBFS (up to 1.5 dB less between two bins).
 * Each point shows the loudest bin between its neighbours' midpoints, or the level between two bins where the
 * points lie closer than bins. Nothing but the constructor allocates (`@audioThread`); one transform a channel falls
 * into the call that completes a hop.
 */
export class SpectrumAnalyzer {
  /** Levels in dBFS, one a frequency, at least {@link FLOOR_DB}. Renewed whenever {@link write} returns true. */
  readonly levels: Float32Array;

  private readonly fft: RealFft;
  private readonly window: Float64Array;
  private readonly history: readonly Float32Array[];
  private readonly frame: Float64Array;
  private readonly real: Float64Array;
  private readonly imaginary: Float64Array;
  private readonly power: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly hop: number;
  private readonly releaseDb: number;
  private written = 0;
  private untilNext: number;

  /** @param channels - of the signal, 1 or more. */
  constructor(channels: number, settings: SpectrumSettings) {
    const { sampleRate, size = 8192, frequencies, releaseDbPerSecond = 40 } = settings;
    this.fft = new RealFft(size);
    this.window = createHannWindow(size);
    this.history = Array.from({ length: channels }, () => new Float32Array(size));
    this.frame = new Float64Array(size);
    this.real = new Float64Array(this.fft.bins);
    this.imaginary = new Float64Array(this.fft.bins);
    this.power = new Float64Array(this.fft.bins);
    this.hop = Math.max(1, Math.round(settings.hop ?? size / 8));
    this.untilNext = this.hop;
    this.releaseDb = (releaseDbPerSecond * this.hop) / sampleRate;
    const points = frequencies.length;
    this.levels = new Float32Array(points).fill(FLOOR_DB);
    this.low = new Float64Array(points);
    this.high = new Float64Array(points);
    const bin = (hz: number) => Math.min(this.fft.bins - 1, (hz * size) / sampleRate);
    for (let i = 0; i < points; i++) {
      const here = frequencies[i]!;
      this.low[i] = bin(Math.sqrt(here * (frequencies[i - 1] ?? here)));
      this.high[i] = bin(Math.sqrt(here * (frequencies[i + 1] ?? here)));
    }
  }

  /**
   * Takes the next frames of the signal.
   * @param buffers - one a channel.
   * @param frames - how many, from each buffer's start.
   * @returns whether the levels are new.
   */
  write(buffers: readonly Float32Array[], frames: number): boolean {
    const { size } = this.fft;
    let fresh = false;
    let done = 0;
    while (done < frames) {
      const at = this.written % size;
      const count = Math.min(frames - done, this.untilNext, size - at);
      for (let c = 0; c < this.history.length; c++) {
        const history = this.history[c]!;
        const buffer = buffers[c];
        if (buffer !== undefined) for (let i = 0; i < count; i++) history[at + i] = buffer[done + i]!;
      }
      done += count;
      this.written += count;
      this.untilNext -= count;
      if (this.untilNext === 0) {
        this.untilNext = this.hop;
        this.analyze();
        fresh = true;
      }
    }
    return fresh;
  }

  /** Forgets the signal; the levels drop to the floor. */
  reset(): void {
    for (let c = 0; c < this.history.length; c++) this.history[c]!.fill(0);
    this.levels.fill(FLOOR_DB);
    this.written = 0;
    this.untilNext = this.hop;
  }

  private analyze(): void {
    const { fft, window, frame, real, imaginary, power } = this;
    const { size, bins } = fft;
    const mask = size - 1;
    const scale = (4 / size) ** 2;
    power.fill(0);
    for (let c = 0; c < this.history.length; c++) {
      const history = this.history[c]!;
      for (let n = 0; n < size; n++) frame[n] = history[(this.written + n) & mask]! * window[n]!;
      fft.forward(frame, real, imaginary);
      for (let k = 0; k < bins; k++) {
        power[k] = power[k]! + scale * (real[k]! * real[k]! + imaginary[k]! * imaginary[k]!);
      }
    }
    const { levels, low, high, releaseDb } = this;
    for (let i = 0; i < levels.length; i++) {
      const level = powerToDb(this.powerBetween(low[i]!, high[i]!));
      levels[i] = Math.max(level, FLOOR_DB, levels[i]! - releaseDb);
    }
  }

  private powerBetween(low: number, high: number): number {
    const { power } = this;
    const first = Math.ceil(low);
    const last = Math.floor(high);
    if (first > last || last - first < 1) {
      const middle = (low + high) / 2;
      const below = Math.floor(middle);
      const above = Math.min(below + 1, power.length - 1);
      return power[below]! + (middle - below) * (power[above]! - power[below]!);
    }
    let most = 0;
    for (let k = first; k <= last; k++) if (power[k]! > most) most = power[k]!;
    return most;
  }
}
