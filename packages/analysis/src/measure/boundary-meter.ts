import { GatedRmsMeter, gainToDb, KWeightedPower, powerToDb, TruePeakMeter, VuMeter } from "@headroom/dsp";
import type { Boundary, BoundaryLevels } from "../analysis.js";
import { integratedLufs, mostShortTermLufs } from "./gated-loudness.js";
import { STEPS_PER_SECOND } from "./steps.js";

/** Frames whose rectified mean moves the needle at once: it is far slower. */
const NEEDLE_FRAMES = 16;

/** −18 dBFS RMS of a sine is 0 VU. */
const VU_REFERENCE_DB = -18;

/** What a boundary's sound was, before a gain after it is known. Linear. */
export interface RawLevels {
  readonly peak: number;
  readonly peakFrame: number;
  readonly truePeak: number;
  readonly rmsPower: number;
  readonly soundSeconds: number;
  readonly mostVuAmplitude: number;
  readonly overs: number;
  /** K-weighted mean square of each step, both sides added, and sample peak of each step. */
  readonly power: Float32Array;
  readonly peaks: Float32Array;
}

/** Measures the sound at one boundary over a range. */
export class BoundaryMeter {
  readonly #sampleRate: number;
  readonly #truePeaks: readonly [TruePeakMeter, TruePeakMeter];
  readonly #needles: readonly [VuMeter, VuMeter];
  readonly #rms: GatedRmsMeter;
  readonly #loudness: KWeightedPower;
  readonly #power: Float32Array;
  readonly #peaks: Float32Array;
  #leftMeans = new Float32Array(0);
  #rightMeans = new Float32Array(0);
  readonly #needleSums = new Float64Array(2);
  #needleCount = 0;
  #step = 0;
  #stepStart = 0;
  #stepEnd: number;
  #frame = 0;
  #peak = 0;
  #peakFrame = 0;
  #mostVu = 0;
  #overs = 0;

  /** @param frames - of the range. */
  constructor(sampleRate: number, frames: number) {
    this.#sampleRate = sampleRate;
    const peaks = { sampleRate, fallDbPerSecond: 0 };
    this.#truePeaks = [new TruePeakMeter(peaks), new TruePeakMeter(peaks)];
    this.#needles = [new VuMeter(sampleRate / NEEDLE_FRAMES), new VuMeter(sampleRate / NEEDLE_FRAMES)];
    this.#rms = new GatedRmsMeter(sampleRate, 2);
    this.#loudness = new KWeightedPower(sampleRate, 2);
    const steps = Math.max(1, Math.ceil((frames * STEPS_PER_SECOND) / sampleRate));
    this.#power = new Float32Array(steps);
    this.#peaks = new Float32Array(steps);
    this.#stepEnd = this.#endOfStep(0);
  }

  /** Takes frames `from`…`to − 1` of both sides. */
  process(left: Float32Array, right: Float32Array, from: number, to: number): void {
    const [leftPeak, rightPeak] = this.#truePeaks;
    const [leftNeedle, rightNeedle] = this.#needles;
    const sides = [left, right];
    leftPeak.process(left, from, to);
    rightPeak.process(right, from, to);
    const moves = this.#rectify(left, right, from, to);
    leftNeedle.process(this.#leftMeans, 0, moves);
    rightNeedle.process(this.#rightMeans, 0, moves);
    this.#mostVu = Math.max(this.#mostVu, leftNeedle.amplitude, rightNeedle.amplitude);
    this.#rms.process(sides, from, to);
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + this.#stepEnd - this.#frame);
      this.#loudness.process(sides, at, end);
      this.#takePeaks(left, right, at, end);
      this.#frame += end - at;
      at = end;
      if (this.#frame === this.#stepEnd) this.#closeStep();
    }
  }

  finish(): RawLevels {
    for (const meter of this.#truePeaks) meter.finish();
    // What gated RMS is late by, and no more: silence that follows counts as none.
    const rest = new Float32Array(Math.ceil(0.4 * this.#sampleRate));
    this.#rms.process([rest, rest], 0, rest.length);
    if (this.#frame > this.#stepStart) this.#closeStep();
    return {
      peak: this.#peak, peakFrame: this.#peakFrame,
      truePeak: Math.max(this.#peak, ...this.#truePeaks.map(({ most }) => most)),
      rmsPower: this.#rms.power, soundSeconds: this.#rms.soundSeconds,
      mostVuAmplitude: this.#mostVu, overs: this.#overs, power: this.#power, peaks: this.#peaks,
    };
  }

  #endOfStep(step: number): number {
    return Math.round(((step + 1) * this.#sampleRate) / STEPS_PER_SECOND);
  }

  #closeStep(): void {
    const [left = 0, right = 0] = this.#loudness.sums;
    const sum = left + right;
    if (this.#step < this.#power.length && sum < Infinity) this.#power[this.#step] = sum / (this.#frame - this.#stepStart);
    this.#loudness.settle();
    this.#step++;
    this.#stepStart = this.#frame;
    this.#stepEnd = this.#endOfStep(this.#step);
  }

  /** Means of the rectified sides, for the needles. @returns how many. */
  #rectify(left: Float32Array, right: Float32Array, from: number, to: number): number {
    if (this.#leftMeans.length < to - from) {
      this.#leftMeans = new Float32Array(to - from);
      this.#rightMeans = new Float32Array(to - from);
    }
    let [sumLeft = 0, sumRight = 0] = this.#needleSums;
    let filled = this.#needleCount;
    let moves = 0;
    for (let i = from; i < to; i++) {
      sumLeft += Math.abs(left[i] ?? 0);
      sumRight += Math.abs(right[i] ?? 0);
      if (++filled < NEEDLE_FRAMES) continue;
      this.#leftMeans[moves] = sumLeft / NEEDLE_FRAMES;
      this.#rightMeans[moves] = sumRight / NEEDLE_FRAMES;
      moves++;
      sumLeft = sumRight = filled = 0;
    }
    this.#needleSums[0] = sumLeft;
    this.#needleSums[1] = sumRight;
    this.#needleCount = filled;
    return moves;
  }

  #takePeaks(left: Float32Array, right: Float32Array, from: number, to: number): void {
    let peak = 0;
    let place = from;
    let overs = 0;
    for (let i = from; i < to; i++) {
      const l = Math.abs(left[i] ?? 0);
      const r = Math.abs(right[i] ?? 0);
      const most = l > r ? l : r;
      if (most > peak) {
        peak = most;
        place = i;
      }
      if (most > 1) overs += (l > 1 ? 1 : 0) + (r > 1 ? 1 : 0);
    }
    this.#overs += overs;
    if (peak > this.#peak) {
      this.#peak = peak;
      this.#peakFrame = this.#frame + place - from;
    }
    if (this.#step < this.#peaks.length && peak > (this.#peaks[this.#step] ?? 0)) this.#peaks[this.#step] = peak;
  }
}

/** A boundary's levels in dB, behind a gain. @param overs - counted behind the gain. */
export function levelsOf(boundary: Boundary, raw: RawLevels, gain: number, overs: number, startSeconds: number, sampleRate: number): BoundaryLevels {
  const power = gain === 1 ? raw.power : raw.power.map((x) => x * gain * gain);
  const truePeakDbtp = gainToDb(raw.truePeak * gain);
  return {
    boundary,
    peakDbfs: gainToDb(raw.peak * gain),
    peakSeconds: startSeconds + raw.peakFrame / sampleRate,
    truePeakDbtp,
    rmsDbfs: powerToDb(raw.rmsPower * gain * gain),
    mostVu: gainToDb(raw.mostVuAmplitude * gain) - VU_REFERENCE_DB,
    mostShortTermLufs: mostShortTermLufs(power),
    integratedLufs: integratedLufs(power),
    headroomDb: -truePeakDbtp,
    overs,
  };
}
