import type { RenderTap, TapPointName } from "@headroom/engine/offline";
import { MASTER_ID } from "@headroom/session";
import type { SessionAnalysis, StripAnalysis } from "../analysis.js";
import type { ListeningPlan } from "./listening-plan.js";
import { MasterPeaks } from "./master-peaks.js";
import { STEPS_PER_SECOND } from "./steps.js";
import { StripListener } from "./strip-listener.js";

/** Listens to a render and measures strips. Give it some of the strips to share the work among threads. */
export class SessionAnalyzer implements RenderTap {
  readonly #plan: ListeningPlan;
  readonly #strips: ReadonlyMap<string, StripListener>;
  readonly #ofInsert: ReadonlyMap<string, StripListener>;
  readonly #masterPeaks: MasterPeaks;

  /** @param mine - whether a strip is measured here; all of them unless given. */
  constructor(plan: ListeningPlan, mine: (strip: string) => boolean = () => true) {
    this.#plan = plan;
    const strips = plan.strips.filter(({ strip }) => mine(strip)).map((strip) => ({ plan: strip, listener: new StripListener(plan, strip) }));
    this.#strips = new Map(strips.map(({ plan: { strip }, listener }) => [strip, listener]));
    this.#ofInsert = new Map(strips.flatMap(({ plan: { boundaries }, listener }) => boundaries.flatMap(({ boundary, tap }) => (boundary.at === "insert" && boundary.insert === tap ? [[tap, listener] as const] : []))));
    this.#masterPeaks = new MasterPeaks(plan.sampleRate, plan.frames, plan.masterLatency);
  }

  hear(strip: string, point: TapPointName, left: Float32Array, right: Float32Array): void {
    if (strip === MASTER_ID && point === "source") this.#masterPeaks.hear(left, right);
    this.#strips.get(strip)?.hear(point, left, right);
  }

  hearInsert(insert: string, left: Float32Array, right: Float32Array): void {
    this.#ofInsert.get(insert)?.hear(insert, left, right);
  }

  hearSum(from: string, to: string, left: Float32Array, right: Float32Array): void {
    if (to === MASTER_ID) this.#masterPeaks.hearSum(from, left, right);
  }

  /** What was measured of the strips here. */
  finishStrips(): StripAnalysis[] {
    return [...this.#strips.values()].map((listener) => listener.finish());
  }

  /** @param strips - all of them, in any order. @param seconds - that it took. */
  finish(strips: readonly StripAnalysis[], seconds: number): SessionAnalysis {
    const { sampleRate, startSeconds, frames, grid } = this.#plan;
    const length = frames / sampleRate;
    const found = new Map(strips.map((strip) => [strip.strip, strip]));
    return {
      sampleRate, startSeconds,
      endSeconds: startSeconds + length,
      strips: this.#plan.strips.flatMap(({ strip }) => found.get(strip) ?? []),
      stepSeconds: 1 / STEPS_PER_SECOND,
      spectralStepSeconds: (grid.hop * grid.hopsPerStep) / sampleRate,
      bandsHz: grid.bandsHz,
      octavesHz: grid.octavesHz,
      masterPeaks: this.#masterPeaks.finish(startSeconds),
      timesRealTime: length / Math.max(seconds, 1e-9),
    };
  }
}
