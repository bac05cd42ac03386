import { gridTime } from "./grid.js";
import type { BandReaders, EqReaders } from "./band-readers.js";
import type { EqPath } from "./eq-path.js";

/** The path that comes has heard so much more than its latency before it is heard. */
const WARM_SECONDS = 0.05;
const FADE_SECONDS = 0.03;

/**
 * Runs one of several paths; on the way to another one both, first until that is warm, then crossfading. `@audioThread`
 * after construction.
 */
export class PathSwitch {
  private readonly paths: readonly EqPath[];
  private readonly other: readonly Float64Array[];
  private readonly sampleRate: number;
  private readonly fadeFrames: number;
  private active: EqPath;
  private coming: EqPath | undefined;
  private warmLeft = 0;
  private fadeLeft = 0;
  private fresh = true;

  /** @param other - room for a block, one buffer a channel. */
  constructor(paths: readonly EqPath[], index: number, other: readonly Float64Array[], sampleRate: number) {
    this.paths = paths;
    this.other = other;
    this.sampleRate = sampleRate;
    this.fadeFrames = gridTime(FADE_SECONDS, sampleRate);
    this.active = paths[index]!;
  }

  /** Frames from input to output: those of the path that is heard, on the way those of the one that comes in. */
  get latency(): number {
    return this.coming !== undefined && this.warmLeft === 0 ? this.coming.latency : this.active.latency;
  }

  /** See {@link EqPath.update}. @param index - of the path that is to run. */
  update(index: number, frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): boolean {
    const wanted = this.paths[index]!;
    if (this.fresh) this.active = wanted;
    else if (wanted !== this.active && this.coming === undefined) this.begin(wanted);
    this.fresh = false;
    const still = this.active.update(frame, params, bands, dynamicsDb);
    if (this.coming === undefined) return still;
    this.coming.update(frame, params, bands, dynamicsDb);
    return false;
  }

  /** See {@link EqPath.process}. */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    const { active, coming, other } = this;
    if (coming === undefined) {
      active.process(buffers, start, end);
      return;
    }
    for (let c = 0; c < buffers.length; c++) {
      const from = buffers[c]!;
      const to = other[c]!;
      for (let i = start; i < end; i++) to[i] = from[i]!;
    }
    active.process(buffers, start, end);
    coming.process(other, start, end);
    if (this.warmLeft > 0) this.warmLeft = Math.max(0, this.warmLeft - (end - start));
    else this.crossfade(buffers, start, end);
  }

  settle(): void {
    this.active.settle();
    this.coming?.settle();
  }

  reset(): void {
    this.active.reset();
    this.coming = undefined;
    this.fresh = true;
  }

  private begin(wanted: EqPath): void {
    wanted.reset();
    this.coming = wanted;
    this.warmLeft = gridTime(wanted.latency / this.sampleRate + WARM_SECONDS, this.sampleRate);
    this.fadeLeft = this.fadeFrames;
  }

  private crossfade(buffers: readonly Float64Array[], start: number, end: number): void {
    const total = this.fadeFrames;
    for (let c = 0; c < buffers.length; c++) {
      const former = buffers[c]!;
      const now = this.other[c]!;
      let left = this.fadeLeft;
      for (let i = start; i < end; i++) {
        left--;
        const t = 1 - left / total;
        former[i] = former[i]! + t * t * (3 - 2 * t) * (now[i]! - former[i]!);
      }
    }
    this.fadeLeft = Math.max(0, this.fadeLeft - (end - start));
    if (this.fadeLeft > 0 || this.coming === undefined) return;
    this.active = this.coming;
    this.coming = undefined;
  }
}
