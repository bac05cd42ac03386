import { gainToDb } from "@headroom/dsp";
import type { Contribution, MasterPeak } from "../analysis.js";

const MOST_PEAKS = 200;
/** Overs closer together than this are one stretch. */
const GAP_SECONDS = 0.05;

interface Peak {
  frame: number;
  side: 0 | 1;
  sample: number;
  startFrame: number;
  endFrame: number;
  contributions: readonly { readonly strip: string; readonly sample: number }[];
}

/**
 * Finds where the master's input passes full scale, and which strips made it: what each added to the sum there, as the
 * renderer added it. Hears the sum grow, then the whole.
 */
export class MasterPeaks {
  readonly #sampleRate: number;
  readonly #frames: number;
  /** Sums of the quantum so far, in the order in which strips were added. */
  readonly #sums: { strip: string; readonly left: Float32Array; readonly right: Float32Array }[] = [];
  #count = 0;
  #frame: number;
  readonly #overs: Peak[] = [];
  #highest: Peak | undefined;

  /** @param latencyFrames - by which the master's input is heard late. */
  constructor(sampleRate: number, frames: number, latencyFrames: number) {
    this.#sampleRate = sampleRate;
    this.#frames = frames;
    this.#frame = -latencyFrames;
  }

  /** The master's input as it is after a strip was added. */
  hearSum(strip: string, left: Float32Array, right: Float32Array): void {
    const sum = (this.#sums[this.#count] ??= { strip, left: new Float32Array(left.length), right: new Float32Array(right.length) });
    sum.strip = strip;
    sum.left.set(left);
    sum.right.set(right);
    this.#count++;
  }

  /** The master's whole input. */
  hear(left: Float32Array, right: Float32Array): void {
    const from = Math.max(0, -this.#frame);
    const to = Math.min(left.length, this.#frames - this.#frame);
    for (let i = from; i < to; i++) {
      const l = Math.abs(left[i] ?? 0);
      const r = Math.abs(right[i] ?? 0);
      const level = l > r ? l : r;
      if (level > 1 || level > Math.abs(this.#highest?.sample ?? 0)) this.#take(i, l >= r ? 0 : 1, (l >= r ? left[i] : right[i]) ?? 0);
    }
    this.#frame += left.length;
    this.#count = 0;
  }

  finish(startSeconds: number): MasterPeak[] {
    const worst = this.#overs.length > MOST_PEAKS ? this.#overs.toSorted((a, b) => Math.abs(b.sample) - Math.abs(a.sample)).slice(0, MOST_PEAKS).sort((a, b) => a.frame - b.frame) : this.#overs;
    const peaks = worst.length > 0 ? worst : this.#highest ? [this.#highest] : [];
    const seconds = (frame: number) => startSeconds + frame / this.#sampleRate;
    return peaks.map(({ frame, side, sample, startFrame, endFrame, contributions }) => ({
      seconds: seconds(frame), side: side === 0 ? "left" : "right", sample, levelDbfs: gainToDb(sample),
      startSeconds: seconds(startFrame), endSeconds: seconds(endFrame),
      contributions: contributions
        .map((one): Contribution => ({ ...one, levelDbfs: gainToDb(one.sample), share: sample === 0 ? 0 : one.sample / sample + 0 }))
        .sort((a, b) => b.share - a.share),
    }));
  }

  #take(i: number, side: 0 | 1, sample: number): void {
    const frame = this.#frame + i;
    const over = Math.abs(sample) > 1;
    const last = this.#overs.at(-1);
    const goesOn = over && last !== undefined && frame - last.endFrame <= GAP_SECONDS * this.#sampleRate;
    if (goesOn) last.endFrame = frame;
    const higher = Math.abs(sample) > Math.abs(this.#highest?.sample ?? 0);
    const worseThere = goesOn && Math.abs(sample) > Math.abs(last.sample);
    if (!higher && !worseThere && (!over || goesOn)) return;
    const contributions = this.#contributions(i, side);
    if (worseThere) Object.assign(last, { frame, side, sample, contributions });
    const peak: Peak = { frame, side, sample, startFrame: frame, endFrame: frame, contributions };
    if (over && !goesOn) this.#overs.push(peak);
    if (higher) this.#highest = peak;
  }

  /** A strip that reaches the master by several ways counts once. */
  #contributions(i: number, side: 0 | 1): { strip: string; sample: number }[] {
    const samples = new Map<string, number>();
    let before = 0;
    for (let n = 0; n < this.#count; n++) {
      const sum = this.#sums[n];
      if (!sum) continue;
      const after = (side === 0 ? sum.left[i] : sum.right[i]) ?? 0;
      samples.set(sum.strip, (samples.get(sum.strip) ?? 0) + after - before);
      before = after;
    }
    return [...samples].map(([strip, sample]) => ({ strip, sample }));
  }
}
