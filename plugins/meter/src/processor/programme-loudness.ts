import { gainToDb, LOUDNESS_WEIGHTS, LoudnessMeter } from "@headroom/dsp";
import type { SeriesWriter, WritersOf } from "@headroom/sdk";
import { TICK_SECONDS } from "../history.js";
import type { MeterReadouts } from "../params.js";
import { ProgrammeHistory, RecentHistory } from "./loudness-history.js";

/** The absolute gate of BS.1770: below it a programme is taken to be silent. */
const SILENT_BELOW_LUFS = -70;

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

  /** Shows the readings. @param truePeak - the highest, linear. */
  publish(readouts: WritersOf<MeterReadouts>, truePeak: number): void {
    const { meter } = this;
    const integrated = meter.integratedLufs;
    readouts.momentary.set(meter.momentaryLufs);
    readouts.shortTerm.set(meter.shortTermLufs);
    readouts.integrated.set(integrated);
    readouts.momentaryMax.set(meter.mostMomentaryLufs);
    readouts.shortTermMax.set(meter.mostShortTermLufs);
    readouts.range.set(meter.rangeLu);
    readouts.peakToLoudness.set(integrated > SILENT_BELOW_LUFS ? gainToDb(truePeak) - integrated : 0);
    readouts.measured.set(this.recorded * TICK_SECONDS);
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
