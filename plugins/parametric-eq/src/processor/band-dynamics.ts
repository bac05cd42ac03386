import { BiquadCascade, createSections, type MatchedDesigner } from "@headroom/dsp";
import { LEFT, MID, RIGHT, SIDE } from "../design/channel-index.js";
import type { BandReaders } from "./band-readers.js";
import { gridFrames } from "./grid.js";

const KNEE_DB = 6;
const MOST_DB = 30;
const LEAST_WINDOW_SECONDS = 0.0005;
const MOST_WINDOW_SECONDS = 0.03;
/** Below this the offset has arrived at nothing. */
const SILENT_DB = 1e-4;
/** Power of −400 dB, long before subnormal numbers. */
const SILENCE = 1e-40;

/**
 * What the level in a band's range adds to its gain. The range is heard through a filter of the band's own: a bell's
 * through a band-pass, a shelf's through a cut that leaves its side. Power is averaged over a period of the band's
 * frequency; a sine at the centre reads its amplitude. Above the threshold the gain falls by (1 − 1/ratio) of the excess,
 * with a soft knee (D. Giannoulis, M. Massberg, J. D. Reiss, "Digital dynamic range compressor design", JAES 2012); a
 * ratio below 1 raises it. `@audioThread` after construction.
 */
export class BandDynamics {
  /** dB to add to the band's gain. */
  offsetDb = 0;
  private readonly sampleRate: number;
  private readonly grid: number;
  private readonly designer: MatchedDesigner;
  private readonly scratch: readonly Float64Array[];
  private readonly filter: BiquadCascade;
  private readonly coefficients = createSections(1);
  private readonly sums: Float64Array;
  private readonly powers: Float64Array;
  private type = -1;
  private hz = NaN;
  private q = NaN;
  private channel = 0;
  private heard = 0;

  /** @param scratch - room for a block, one buffer a channel; what it holds lasts for one call. */
  constructor(sampleRate: number, designer: MatchedDesigner, scratch: readonly Float64Array[]) {
    this.sampleRate = sampleRate;
    this.grid = gridFrames(sampleRate);
    this.designer = designer;
    this.scratch = scratch;
    this.filter = new BiquadCascade(1, scratch.length);
    this.filter.set(this.coefficients, 1);
    this.sums = new Float64Array(scratch.length);
    this.powers = new Float64Array(scratch.length);
  }

  /** Listens to frames of the EQ's input. */
  hear(buffers: readonly Float64Array[], start: number, end: number): void {
    this.copy(buffers, start, end);
    this.filter.process(this.scratch, start, end);
    for (let c = 0; c < this.scratch.length; c++) {
      const buffer = this.scratch[c]!;
      // Added one by one: sums of parts would round by how the stream is cut.
      let sum = this.sums[c]!;
      for (let i = start; i < end; i++) sum += buffer[i]! * buffer[i]!;
      this.sums[c] = sum;
    }
    this.heard += end - start;
  }

  /** Goes a step of the grid on. @param on - whether the band is dynamic; if not, what was added is released. */
  step(band: BandReaders, frame: number, on: boolean): void {
    const wanted = on ? this.wantedDb(band, frame) : 0;
    const rising = Math.abs(wanted) > Math.abs(this.offsetDb);
    const ms = (rising ? band.attack : band.release).values[frame]!;
    this.offsetDb += (wanted - this.offsetDb) * (1 - Math.exp((-1000 * this.grid) / (ms * this.sampleRate)));
    if (wanted === 0 && Math.abs(this.offsetDb) < SILENT_DB) this.offsetDb = 0;
    if (on) this.tune(band, frame);
  }

  settle(): void {
    this.filter.settle();
  }

  reset(): void {
    this.filter.set(this.coefficients, 0);
    this.filter.set(this.coefficients, 1);
    this.sums.fill(0);
    this.powers.fill(0);
    this.offsetDb = 0;
    this.heard = 0;
    this.type = -1;
  }

  private wantedDb(band: BandReaders, frame: number): number {
    const { sums, powers } = this;
    const window = Math.min(MOST_WINDOW_SECONDS, Math.max(LEAST_WINDOW_SECONDS, 1 / band.frequency.values[frame]!));
    const share = 1 - Math.exp(-this.heard / (window * this.sampleRate));
    let most = 0;
    for (let c = 0; c < powers.length; c++) {
      const mean = this.heard > 0 ? sums[c]! / this.heard : 0;
      const power = powers[c]! + (mean - powers[c]!) * share;
      powers[c] = power > SILENCE && power < Infinity ? power : 0;
      sums[c] = 0;
      if (powers[c]! > most) most = powers[c]!;
    }
    this.heard = 0;
    if (most === 0) return 0;
    const excess = 10 * Math.log10(2 * most) - band.threshold.values[frame]!;
    const over = excess <= -KNEE_DB / 2 ? 0 : excess >= KNEE_DB / 2 ? excess : (excess + KNEE_DB / 2) ** 2 / (2 * KNEE_DB);
    return Math.min(MOST_DB, Math.max(-MOST_DB, over * (1 / band.ratio.values[frame]! - 1)));
  }

  private tune(band: BandReaders, frame: number): void {
    this.channel = band.channel.index;
    const hz = band.frequency.values[frame]!;
    const q = band.q.values[frame]!;
    const type = band.type.index;
    if (type === this.type && hz === this.hz && q === this.q) return;
    const shape = band.type.value === "low-shelf" ? "high-cut" : band.type.value === "high-shelf" ? "low-cut" : "band-pass";
    this.designer.design(shape, hz, shape === "band-pass" ? q : Math.SQRT1_2, 0, this.sampleRate, this.coefficients, 0);
    if (type === this.type) this.filter.rampTo(this.coefficients, this.grid);
    else this.filter.set(this.coefficients, 1);
    this.type = type;
    this.hz = hz;
    this.q = q;
  }

  private copy(buffers: readonly Float64Array[], start: number, end: number): void {
    const { channel, scratch } = this;
    const left = buffers[0]!;
    const right = buffers[buffers.length - 1]!;
    const first = scratch[0]!;
    const second = scratch[scratch.length - 1]!;
    for (let i = start; i < end; i++) {
      const l = left[i]!;
      const r = right[i]!;
      second[i] = channel === LEFT || channel === MID || channel === SIDE ? 0 : r;
      first[i] = channel === MID ? 0.5 * (l + r) : channel === SIDE ? 0.5 * (l - r) : channel === RIGHT ? 0 : l;
    }
  }
}
