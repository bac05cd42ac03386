import type { LogLevel, SavedState } from "@headroom/sdk";
import type { RenderPlan } from "../graph/plan.js";
import type { InsertStart } from "../render/insert-runner.js";
import type { HeirPlan } from "../render/renderer.js";
import type { SegmentMemory } from "../render/segment.js";
import type { InsertLane } from "../shared/lane-table.js";
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
      readonly heirs: ReadonlyMap<string, HeirPlan>;
      /** Timelines of isolated inserts; those of inline ones come with their starts. */
      readonly timelines: readonly ArrayBufferLike[];
    }
  | { readonly type: "audio"; readonly key: string; readonly channels: readonly Float32Array[] | undefined }
  /** Records the output into `channels` from quantum `at` on. */
  | { readonly type: "capture"; readonly channels: readonly Float32Array[]; readonly at: number }
  | { readonly type: "lanes"; readonly insert: string; readonly lanes: readonly InsertLane[] }
  | StateCall
  | SyncMessage
  | { readonly type: "dispose" };

/** Asks for, or gives back, an inline processor's own data. Answered by {@link StateAnswer}. */
export interface StateCall {
  readonly type: "state-call";
  /** Named in the answer. */
  readonly call: number;
  readonly insert: string;
  readonly does: "save" | "restore";
  readonly state?: SavedState | undefined;
}

export interface StateAnswer {
  readonly type: "state-answer";
  readonly call: number;
  /** What the call returned. */
  readonly result?: unknown;
  /** What it threw. */
  readonly fault?: string;
}

/** An event as it lies in a queue: frame, target, value, ramp. */
export type EventRecord = readonly [frame: number, target: number, value: number, ramp: number];

/** What shared memory would have carried to the audio thread, where there is none. It answers with {@link StateReport}. */
export interface SyncMessage {
  readonly type: "sync";
  readonly controls: Float32Array;
  readonly sends: Float32Array;
  readonly monitor: Float32Array;
  readonly held: Int32Array;
  readonly meterReset: number;
  readonly transport: readonly EventRecord[];
  readonly inserts: readonly { readonly id: string; readonly events: readonly EventRecord[]; readonly memory: ArrayBuffer }[];
}

/** What shared memory would have carried to the window, where there is none. */
export interface StateReport {
  readonly type: "state";
  readonly clock: Int32Array;
  readonly position: Float64Array;
  readonly meters: Float32Array;
  readonly inserts: readonly { readonly id: string; readonly memory: ArrayBuffer }[];
}

/** What the mixer says to the window by message: that something went wrong, or its state where no memory is shared. */
export type MixerReport =
  | { readonly type: "inline-failed"; readonly insert: string; readonly reason: string }
  | { readonly type: "says"; readonly insert: string; readonly level: LogLevel; readonly text: string }
  | { readonly type: "state-refused"; readonly insert: string; readonly reason: string }
  | StateAnswer
  | StateReport;
