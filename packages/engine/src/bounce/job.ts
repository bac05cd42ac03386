import type { BitDepth } from "../shared/terms.js";
import type { RenderPlan } from "../graph/plan.js";
import type { InsertStart } from "../render/insert-runner.js";
import type { SegmentMemory } from "../render/segment.js";
import type { EngineMemory } from "../shared/engine-memory.js";

/** An insert that the bounce worker runs itself, where no memory can be shared. */
export interface BounceInsert {
  readonly id: string;
  readonly plugin: string;
  readonly memory: ArrayBufferLike;
  readonly start: InsertStart;
}

/** All that a bounce worker needs. Plain data and shared memory. */
export interface BounceJob {
  readonly plan: RenderPlan;
  readonly memory: EngineMemory;
  readonly segments: ReadonlyMap<string, SegmentMemory>;
  readonly audio: ReadonlyMap<string, readonly Float32Array[]>;
  /** Bundles of the plugins that run in the bounce worker itself. */
  readonly bundles: ReadonlyMap<string, string>;
  readonly inserts: readonly BounceInsert[];
  /** Timelines of isolated inserts; those of the worker's own come with their starts. */
  readonly timelines: readonly ArrayBufferLike[];
  /** Quarter notes a minute. */
  readonly tempo: number;
  /** Frames of the song and of what rings after it. */
  readonly startFrame: number;
  readonly songFrames: number;
  readonly tailFrames: number;
  readonly bitDepth: BitDepth;
}

/** What a bounce worker posts. */
export type BounceReport =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "done"; readonly wav: ArrayBuffer; readonly frames: number; readonly peak: number; readonly clipped: number }
  /** A strip's inserts never answered. `frame` is the song's. */
  | { readonly type: "stalled"; readonly strip: string; readonly frame: number }
  /** An insert that runs in the bounce worker threw, or gave no audio. `frame` is the song's. */
  | { readonly type: "faulty"; readonly insert: string; readonly frame: number }
  | { readonly type: "failed"; readonly reason: string };
