/** How a spectrum follows its signal: milliseconds in which it goes 63 % of its way up, and down. */
export interface SpectrumSpeed {
  readonly riseMs: number;
  readonly fallMs: number;
}

/** The floor of what is followed, dBFS: far below all that is drawn. */
const FLOOR_DB = -160;
/** What moves less, in dB, does not show. */
const LEAST_MOVE_DB = 0.05;

/** One spectrum as it is drawn: smoothed over time, with its highest levels. */
export class SpectrumTrace {
  /** dBFS, one a point. */
  readonly levels: Float32Array;
  /** The highest since {@link clearPeaks}, dBFS. */
  readonly peaks: Float32Array;
  readonly #seen: Float32Array;

  constructor(points: number) {
    this.levels = new Float32Array(points).fill(FLOOR_DB);
    this.peaks = new Float32Array(points).fill(-Infinity);
    this.#seen = new Float32Array(points).fill(Number.NaN);
  }

  /** Whether the readout is another than at the last call: a spectrum is published as a whole, some fifty times a second. */
  isNew(readout: ArrayLike<number>): boolean {
    let isNew = false;
    for (let i = 0; i < this.#seen.length; i++) {
      const level = readout[i] ?? -Infinity;
      if (level === this.#seen[i]) continue;
      this.#seen[i] = level;
      isNew = true;
    }
    return isNew;
  }

  /**
   * Goes on towards a readout.
   * @param readout - dBFS, one a point.
   * @returns whether the levels moved so far that it shows.
   */
  follow(readout: ArrayLike<number>, elapsedMs: number, { riseMs, fallMs }: SpectrumSpeed): boolean {
    const rise = share(elapsedMs, riseMs);
    const fall = share(elapsedMs, fallMs);
    let most = 0;
    for (let i = 0; i < this.levels.length; i++) {
      const target = Math.max(FLOOR_DB, readout[i] ?? FLOOR_DB);
      const from = this.levels[i] ?? FLOOR_DB;
      const move = (target - from) * (target > from ? rise : fall);
      // The rest of the way is not worth a frame.
      const next = Math.abs(target - from) < LEAST_MOVE_DB ? target : from + move;
      this.levels[i] = next;
      if (next > (this.peaks[i] ?? -Infinity)) this.peaks[i] = next;
      most = Math.max(most, Math.abs(next - from));
    }
    return most > 0;
  }

  clearPeaks(): void {
    this.peaks.fill(-Infinity);
  }
}

function share(elapsedMs: number, timeMs: number): number {
  return timeMs <= 0 ? 1 : 1 - Math.exp(-Math.max(0, elapsedMs) / timeMs);
}
