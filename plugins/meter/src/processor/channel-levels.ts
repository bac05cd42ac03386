import { ClipCounter, gainToDb, kSystemDb, PeakMeter, powerToDb, RmsMeter, TruePeakMeter, VuMeter, type KScale } from "@headroom/dsp";
import type { ReadersOf, WritersOf } from "@headroom/sdk";
import type { MeterParams, MeterReadouts } from "../params.js";

/** Frames after which a true peak has nothing to do any more with what was before, at least. */
const TRUE_PEAK_MEMORY = 64;
const FALL_DB_PER_SECOND = 20;

/** Level, true peak, VU and clips of one channel. `@audioThread` after construction. */
export class ChannelLevels {
  private readonly peak: PeakMeter;
  private readonly rms: RmsMeter;
  private readonly vu: VuMeter;
  private readonly clips = new ClipCounter();
  private readonly truePeak: TruePeakMeter;
  private looking = false;
  /** Frames whose true peak does not count yet: it is made of others that were heard in a pause. */
  private leftOut = 0;

  constructor(sampleRate: number, integrationMs: number) {
    this.peak = new PeakMeter({ sampleRate, fallDbPerSecond: FALL_DB_PER_SECOND });
    this.rms = new RmsMeter(sampleRate, integrationMs);
    this.vu = new VuMeter(sampleRate);
    this.truePeak = new TruePeakMeter({ sampleRate, fallDbPerSecond: 0 });
  }

  /** Linear amplitude of the highest true peak since {@link startAnew}. */
  get highestTruePeak(): number {
    return this.truePeak.most;
  }

  /** Takes the settings of a block. */
  set(params: ReadersOf<MeterParams>): void {
    this.peak.setHold(params.holdSeconds.value);
    this.rms.setTimeConstant(params.integrationMs.value);
  }

  /**
   * Takes frames `start`…`end − 1`.
   * @param paused - what counts since {@link startAnew} stands still.
   * @param looking - whether somebody looks at the moving true peak.
   */
  process(audio: Float32Array, start: number, end: number, paused: boolean, looking: boolean): void {
    if (looking !== this.looking) this.look(looking);
    const { peak, truePeak } = this;
    const highest = peak.most;
    peak.process(audio, start, end);
    this.rms.process(audio, start, end);
    this.vu.process(audio, start, end);
    if (paused) {
      peak.most = highest;
      this.leftOut = TRUE_PEAK_MEMORY;
      this.leaveOut(audio, start, end);
      return;
    }
    this.clips.process(audio, start, end);
    const counted = Math.min(end, start + this.leftOut);
    if (counted > start) {
      this.leaveOut(audio, start, counted);
      this.leftOut -= counted - start;
      // Else what rang in the pause would stand above what comes, and hide it.
      truePeak.peak = Math.min(truePeak.peak, truePeak.most);
    }
    truePeak.process(audio, counted, end);
  }

  /** Shows the levels. @param c - 0 for left, 1 for right. */
  publish(c: number, params: ReadersOf<MeterParams>, readouts: WritersOf<MeterReadouts>): void {
    const { peak, rms } = this;
    const scale = params.scale.value;
    readouts.peak.set(c, gainToDb(peak.peak));
    readouts.hold.set(c, gainToDb(peak.held));
    readouts.max.set(c, gainToDb(peak.most));
    readouts.truePeak.set(c, gainToDb(this.looking ? this.truePeak.peak : 0));
    readouts.truePeakMax.set(c, gainToDb(this.truePeak.most));
    readouts.rms.set(c, powerToDb(rms.power));
    readouts.average.set(c, scale === "dBFS" ? powerToDb(rms.power) : kSystemDb(rms.rms, scale satisfies KScale));
    readouts.vu.set(c, this.vu.readVu(params.vuReference.value));
    readouts.clips.set(c, this.clips.count);
  }

  /** Starts clips, hold and sample maximum anew. */
  clearClips(): void {
    this.peak.reset();
    this.clips.reset();
  }

  /** Starts all that is held and all that counts since the reset anew. */
  startAnew(): void {
    this.clearClips();
    this.truePeak.reset();
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.startAnew();
    this.rms.reset();
    this.vu.reset();
  }

  /** Moves the true peak without counting it. */
  private leaveOut(audio: Float32Array, start: number, end: number): void {
    const { truePeak } = this;
    const highest = truePeak.most;
    truePeak.process(audio, start, end);
    truePeak.most = highest;
    if (!this.looking) truePeak.peak = highest;
  }

  /**
   * While nobody looks the true peak does not fall: it stands at the highest, and all that cannot exceed that costs
   * nothing.
   */
  private look(looking: boolean): void {
    const { truePeak } = this;
    this.looking = looking;
    truePeak.setFall(looking ? FALL_DB_PER_SECOND : 0);
    truePeak.peak = truePeak.held = looking ? 0 : truePeak.most;
  }
}
