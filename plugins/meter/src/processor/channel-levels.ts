import { ClipCounter, dbToGain, gainToDb, kSystemDb, PeakMeter, RmsMeter, TruePeakMeter, VuMeter } from "@headroom/dsp";
import type { ReadersOf, WritersOf } from "@headroom/sdk";
import type { MeterParams, MeterReadouts } from "../params.js";

const SHOWN = ["peak", "hold", "max", "truePeak", "truePeakMax", "rms", "average", "vu"] as const satisfies readonly (keyof MeterReadouts)[];
/** What turns a root mean square into the amplitude that reads its level on each scale. */
const AVERAGE_GAINS = {
  "full-scale": 1,
  "K-12": dbToGain(kSystemDb(1, "K-12")),
  "K-14": dbToGain(kSystemDb(1, "K-14")),
  "K-20": dbToGain(kSystemDb(1, "K-20")),
};
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
  /** Amplitudes of {@link SHOWN}. One loop shows them: numbers that are handed on one by one are put in boxes. */
  private readonly shown = new Float64Array(SHOWN.length);
  private averageGain = 1;
  private vuGain = 1;
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
    this.averageGain = AVERAGE_GAINS[params.scale.value];
    this.vuGain = dbToGain(-params.vuReference.value);
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
  publish(c: number, readouts: WritersOf<MeterReadouts>): void {
    const { peak, truePeak, shown } = this;
    const rms = this.rms.rms;
    shown[0] = peak.peak;
    shown[1] = peak.held;
    shown[2] = peak.most;
    shown[3] = this.looking ? truePeak.peak : 0;
    shown[4] = truePeak.most;
    shown[5] = rms;
    shown[6] = rms * this.averageGain;
    shown[7] = this.vu.amplitude * this.vuGain;
    for (let i = 0; i < SHOWN.length; i++) readouts[SHOWN[i]!].set(c, gainToDb(shown[i]!));
    readouts.clips.set(c, this.clips.count);
  }

  /** Starts clips, hold and sample maximum anew. */
  clearClips(): void {
    this.peak.reset();
    this.clips.reset();
  }

  /** Starts all that is held and all that counts since the reset anew, amid a signal that may be sounding. */
  startAnew(): void {
    this.clearClips();
    this.truePeak.resetInside();
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.clearClips();
    this.truePeak.reset();
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
    truePeak.peak = looking ? 0 : truePeak.most;
  }
}
