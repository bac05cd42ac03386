import type { RenderPlan } from "../graph/plan.js";
import type { InsertStart } from "../render/insert-runner.js";
import type { SegmentMemory } from "../render/segment.js";
import type { EngineMemory } from "../shared/engine-memory.js";

/** Name under which the worklet registers the mixer. */
export const MIXER_PROCESSOR = "headroom-mixer";

/** What the mixer's node is made with. */
export interface MixerOptions {
  readonly memory: EngineMemory;
}

/** An insert to run in the audio thread. Its plugin was registered there before. */
export interface InlineInsert {
  readonly plugin: string;
  readonly memory: ArrayBufferLike;
  readonly start: InsertStart;
  /** Raised when the insert must be made anew. */
  readonly incarnation: number;
}

/** Everything the window says to the mixer by message: rare, and read between quanta. */
export type MixerMessage =
  | {
      readonly type: "plan";
      readonly plan: RenderPlan;
      readonly at: number;
      readonly segments: ReadonlyMap<string, SegmentMemory>;
      readonly inline: ReadonlyMap<string, InlineInsert>;
    }
  | { readonly type: "audio"; readonly key: string; readonly channels: readonly Float32Array[] | undefined }
  /** Records the output into `channels` from quantum `at` on. */
  | { readonly type: "capture"; readonly channels: readonly Float32Array[]; readonly at: number }
  | { readonly type: "dispose" };

/** What the mixer says to the window: only where something went wrong. */
export interface MixerReport {
  readonly type: "inline-failed";
  readonly insert: string;
  readonly reason: string;
}
