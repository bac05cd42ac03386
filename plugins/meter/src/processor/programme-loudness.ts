import { gainToDb, LOUDNESS_WEIGHTS, LoudnessMeter } from "@headroom/dsp";
import type { SeriesWriter, WritersOf } from "@headroom/sdk";
import { TICK_SECONDS } from "../history.js";
import type { MeterReadouts } from "../params.js";
import { ProgrammeHistory, RecentHistory } from "./loudness-history.js";

/** The absolute gate of BS.1770: below it a programme is taken to be silent. */
const SILENT_BELOW_LUFS = -70;

const SHOWN = [
  "momentary", "shortTerm", "integrated", "momentaryMax", "shortTermMax", "range", "peakToLoudness", "measured",
] as const satisfies readonly (keyof MeterReadouts)[];

/**
 * Loudness and its history. The history stands still in pauses, and in silence once that has reached short-term
 * loudness: a mixer at rest leaves no hour of nothing. One point of silence marks the break. `@audioThread` after
 * construction.
 */
export class ProgrammeLoudness {
  private readonly meter: LoudnessMeter;
  private readonly recent = new RecentHistory();
  private readonly programme = new ProgrammeHistory();
  private readonly ticksPerSecond = 1 / TICK_SECONDS;
  private readonly sampleRate: number;
  /** Values of {@link SHOWN}. One loop shows them: numbers that are handed on one by one are put in boxes. */
  private readonly shown = new Float64Array(SHOWN.length);
  private frame = 0;
  private ticks = 0;
  private tickEnd = 0;
  private recorded = 0;
  private silent = true;
  private recentStale = false;
  private programmeStale = false;

  constructor(sampleRate: number, channels: number) {
    this.sampleRate = sampleRate;
    this.meter = new LoudnessMeter({ sampleRate, weights: weightsOf(channels) });
    this.tickEnd = this.endOfTick(0);
  }

  /** Takes the first `frames` frames of all channels. */
  process(audio: readonly Float32Array[], frames: number, paused: boolean): void {
    const { meter } = this;
    meter.paused = paused;
    let from = 0;
    while (from < frames) {
      const to = Math.min(frames, from + this.tickEnd - this.frame);
      meter.process(audio, from, to);
      this.frame += to - from;
      from = to;
      if (this.frame === this.tickEnd) this.closeTick(paused);
    }
  }

  /** Shows the readings. @param truePeaks - the highest of each channel, linear. */
  publish(readouts: WritersOf<MeterReadouts>, truePeaks: Float64Array): void {
    const { meter, shown } = this;
    let truePeak = 0;
    for (let c = 0; c < truePeaks.length; c++) truePeak = Math.max(truePeak, truePeaks[c]!);
    const integrated = meter.integratedLufs;
    shown[0] = meter.momentaryLufs;
    shown[1] = meter.shortTermLufs;
    shown[2] = integrated;
    shown[3] = meter.mostMomentaryLufs;
    shown[4] = meter.mostShortTermLufs;
    shown[5] = meter.rangeLu;
    shown[6] = integrated > SILENT_BELOW_LUFS ? gainToDb(truePeak) - integrated : 0;
    shown[7] = this.recorded * TICK_SECONDS;
    for (let i = 0; i < SHOWN.length; i++) readouts[SHOWN[i]!].set(shown[i]!);
    this.recentStale = show(this.recent, readouts.recent, this.recentStale);
    this.programmeStale = show(this.programme, readouts.programme, this.programmeStale);
  }

  /** Forgets all that was heard. */
  reset(): void {
    this.meter.reset();
    this.recent.clear();
    this.programme.clear();
    this.frame = this.ticks = this.recorded = 0;
    this.tickEnd = this.endOfTick(0);
    this.silent = this.recentStale = this.programmeStale = true;
  }

  /** Ticks end where every so many of the loudness meter's hops do. */
  private endOfTick(tick: number): number {
    return Math.round(((tick + 1) * this.sampleRate) / this.ticksPerSecond);
  }

  private closeTick(paused: boolean): void {
    this.ticks++;
    this.tickEnd = this.endOfTick(this.ticks);
    if (paused) return;
    const { momentaryLufs, shortTermLufs, integratedLufs } = this.meter;
    const wasSilent = this.silent;
    this.silent = shortTermLufs < SILENT_BELOW_LUFS;
    if (this.silent && wasSilent) return;
    this.recorded++;
    this.recent.add(momentaryLufs, shortTermLufs, integratedLufs);
    this.recentStale = true;
    if (this.programme.add(momentaryLufs, shortTermLufs, integratedLufs)) this.programmeStale = true;
  }
}

/** Publishes what is new while somebody looks. @returns whether it is still to be shown. `@audioThread` */
function show(history: { writeTo(data: Float32Array): void }, readout: SeriesWriter, stale: boolean): boolean {
  if (!stale || !readout.observed) return stale;
  history.writeTo(readout.data);
  readout.publish();
  return false;
}

function weightsOf(channels: number): readonly number[] {
  const layout = Object.values(LOUDNESS_WEIGHTS).find((weights) => weights.length === channels);
  return layout ?? Array.from({ length: channels }, () => 1);
}
