import type { LogLevel, PluginDescriptor, SavedState } from "@headroom/sdk";
import type { InsertStart } from "../render/insert-runner.js";
import type { SavedInsertState } from "../render/processor-state.js";
import type { InsertLane } from "../shared/lane-table.js";
import type { RingMemory } from "../shared/ring.js";

/** Where an insert's worker takes its quanta from and puts them, from quantum `at` on. */
export interface Wiring {
  readonly input: RingMemory;
  readonly output: RingMemory;
  /** What the insert hears beside its input, where something is connected. */
  readonly sidechain?: RingMemory;
  readonly at: number;
}

/** What the sandbox took away, and whether the page's policy helps it. */
export interface SandboxReport {
  /** Names of globals that could not be removed. Empty when all went. */
  readonly kept: readonly string[];
  /** Whether the worker's script came with a policy that refuses generated code. */
  readonly policy: boolean;
}

export interface LoadResult {
  /** As the plugin states it: untrusted until checked. */
  readonly descriptor: PluginDescriptor;
  readonly sandbox: SandboxReport;
}

/** What a plugin worker does for its host, through comlink. Rare calls only: audio and events never come this way. */
export interface PluginWorkerApi {
  /** Closes the sandbox, then imports a plugin bundle. Rejects with a sentence. */
  load(bundle: string): Promise<LoadResult>;
  /** Makes the processor. @returns why it did not take the data of `start.state`, if so. */
  prepare(memory: ArrayBufferLike, start: InsertStart): string | undefined;
  /** Goes over to other rings when the stream reaches `at`; nothing stops it. */
  wire(wiring: Wiring | undefined): void;
  /** What moves the insert's parameters while the song plays. */
  setLanes(lanes: readonly InsertLane[]): void;
  /** The processor's own data; `undefined` where it has none. Rejects with the reason. */
  save(): SavedInsertState | undefined;
  /** Gives the processor back its own data, or what it began with. @returns why it did not take them, if so. */
  restore(state: SavedState | undefined): string | undefined;
  /** Answers, so that the host can measure the way. */
  ping(): number;
}

/** What a worker posts by itself, beside comlink: what its processor says to people. */
export interface WorkerRemark {
  readonly headroom: "says";
  readonly level: LogLevel;
  readonly text: string;
}

/** And why it stopped. */
export interface WorkerFailure {
  readonly headroom: "failed";
  readonly reason: string;
}
