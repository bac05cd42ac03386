import type { Session } from "@headroom/session";
import type { RenderPlan } from "../graph/plan.js";
import type { InsertStart } from "../render/insert-runner.js";
import type { SegmentMemory } from "../render/segment.js";
import type { EngineMemory } from "../shared/engine-memory.js";
import type { FileOrder, FinishedBounce } from "./finish-bounce.js";

/** Frames that an insert of a bounce gets at once: the most that the contract allows. */
export const BLOCK_FRAMES = 1024;
/** Frames by which isolated inserts may run ahead of the mix: so many that nobody waits for a thread to wake. */
export const BOUNCE_HOP = 16 * BLOCK_FRAMES;

/** An insert that the bounce worker runs itself, where no memory can be shared. */
export interface BounceInsert {
  readonly id: string;
  readonly plugin: string;
  readonly memory: ArrayBufferLike;
  readonly start: InsertStart;
}

/** What is rendered, by a renderer that may wait. Plain data and shared memory. */
export interface RenderJob {
  readonly plan: RenderPlan;
  readonly memory: EngineMemory;
  readonly segments: ReadonlyMap<string, SegmentMemory>;
  readonly audio: ReadonlyMap<string, readonly Float32Array[]>;
  /** Timelines of isolated inserts; those of the renderer's own come with their starts. */
  readonly timelines: readonly ArrayBufferLike[];
  /** Quarter notes a minute. */
  readonly tempo: number;
  /** Frames of the song and of what rings after it. */
  readonly startFrame: number;
  readonly songFrames: number;
  readonly tailFrames: number;
  /** Strips whose sound behind the fader is kept beside the mix. */
  readonly stems: readonly string[];
}

/** All that a bounce worker needs. */
export interface BounceJob extends RenderJob {
  /** For inserts that run here: their latencies are known only once they are made, so the plan is compiled anew. */
  readonly session: Session;
  readonly rows: ReadonlyMap<string, number>;
  readonly sendRows: ReadonlyMap<string, number>;
  /** Bundles of the plugins that run in the bounce worker itself. */
  readonly bundles: ReadonlyMap<string, string>;
  readonly inserts: readonly BounceInsert[];
  readonly file: FileOrder;
  /** Code of the module that changes sample rates, where one is changed: the worker's policy lets it fetch nothing. */
  readonly resampler: string | undefined;
}

/** Planar stereo from the first frame of the range on, the plan's latency taken away. */
export type Stereo = readonly [Float32Array, Float32Array];

/** Why a render ended before its range did. */
export type RenderFailure =
  /** A strip's inserts never answered. `frame` is the song's. */
  | { readonly type: "stalled"; readonly strip: string; readonly frame: number }
  /** An insert that runs in the renderer's thread threw, or gave no audio. `frame` is the song's. */
  | { readonly type: "faulty"; readonly insert: string; readonly frame: number };

/** How a render ended. */
export type RenderOutcome = { readonly type: "rendered"; readonly mix: Stereo; readonly stems: ReadonlyMap<string, Stereo> } | RenderFailure;

/** What a worker gets that hears a render's boundaries, see `renderTapped`. */
export interface TappedJob {
  readonly job: RenderJob;
  /** As the caller gave it. */
  readonly order: unknown;
}

/** What such a worker posts. */
export type TapReport =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "done"; readonly result: unknown }
  | RenderFailure
  | { readonly type: "failed"; readonly reason: string };

/** What a bounce worker posts. */
export type BounceReport =
  | { readonly type: "progress"; readonly done: number }
  | ({ readonly type: "done" } & FinishedBounce)
  | RenderFailure
  | { readonly type: "failed"; readonly reason: string };
