import { DcBlocker } from "@headroom/dsp";
import { Crossfade } from "./crossfade.js";

const CORNER_HZ = 5;

/**
 * A DC blocker that is faded in and out. Switched on it starts from rest, so that an offset leaves with the filter's
 * own time constant of 32 ms instead of a thump. While off it copies bit for bit and computes nothing.
 * `@audioThread` after construction.
 */
export class DcStage {
  private readonly blockers: readonly DcBlocker[];
  private readonly fade = new Crossfade();
  /** Share of the filtered signal at each frame of a fade. */
  private readonly wet: Float64Array;
  /** The share that the fade began with, and the last one. */
  private readonly ends = new Float64Array(2);
  private on: boolean | undefined;

  /**
   * @param sampleRate - Hz.
   * @param maxFrames - the most that {@link process} is called with.
   */
  constructor(sampleRate: number, channels: number, maxFrames: number) {
    this.blockers = Array.from({ length: channels }, () => new DcBlocker(sampleRate, CORNER_HZ));
    this.wet = new Float64Array(maxFrames);
  }

  /** Whether it is on its way between on and off. */
  get moving(): boolean {
    return this.fade.moving;
  }

  /** Seconds until what it rings with is 60 dB down. */
  get tail(): number {
    return this.on === true ? Math.log(1000) / (2 * Math.PI * CORNER_HZ) : 0;
  }

  /** Switches. The first call takes the state at once. */
  set(on: boolean, fadeFrames: number): void {
    if (on === this.on) return;
    if (on && !this.fade.moving) for (let c = 0; c < this.blockers.length; c++) this.blockers[c]!.reset();
    this.ends[0] = this.ends[1]!;
    this.fade.begin(this.on === undefined ? 0 : fadeFrames);
    this.on = on;
    if (!this.fade.moving) this.ends[1] = on ? 1 : 0;
  }

  /** Filters the first `frames` frames. `input` and `output` must not be the same memory. */
  process(input: readonly Float32Array[], output: readonly Float32Array[], frames: number): void {
    const { moving } = this.fade;
    const { on, wet } = this;
    if (moving) this.fillWet(frames);
    for (let c = 0; c < input.length; c++) {
      const from = input[c]!;
      const to = output[c]!;
      if (on === true || moving) this.blockers[c]!.process(from, to, frames);
      else copy(from, to, frames);
      if (!moving) continue;
      for (let i = 0; i < frames; i++) to[i] = from[i]! + wet[i]! * (to[i]! - from[i]!);
    }
  }

  /** Forgets all audio heard, and takes the next state at once. */
  reset(): void {
    for (let c = 0; c < this.blockers.length; c++) this.blockers[c]!.reset();
    this.fade.begin(0);
    this.on = undefined;
  }

  private fillWet(frames: number): void {
    const { wet, ends } = this;
    const from = ends[0]!;
    const to = this.on === true ? 1 : 0;
    for (let i = 0; i < frames; i++) {
      const share = this.fade.next();
      wet[i] = share === 1 ? to : from + share * (to - from);
    }
    ends[1] = wet[frames - 1]!;
  }
}

/** Copies the first frames. `@audioThread` */
function copy(from: Float32Array, to: Float32Array, frames: number): void {
  // A whole block, as hosts give them nearly always, goes at once.
  if (frames === from.length && frames === to.length) to.set(from);
  else for (let i = 0; i < frames; i++) to[i] = from[i]!;
}
