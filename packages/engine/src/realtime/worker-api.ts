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

/**
 * What a plugin worker does for its host, through comlink. Rare calls only: audio and events never come this way. Each
 * insert in it has a seat, and each bundle a number, both from 1 and given by the host.
 */
export interface PluginWorkerApi {
  /** Takes the memory that the two share, see `WorkerWord`. The first call. */
  open(memory: ArrayBufferLike): void;
  /** Closes the sandbox while no bundle is there yet: loading one takes less time then. */
  seal(): void;
  /** Closes the sandbox if it is open, then imports a plugin bundle. Rejects with a sentence. @param seat - for whom; 0 for none. */
  load(seat: number, code: number, bundle: string): Promise<LoadResult>;
  /** Makes the processor. @returns why it did not take the data of `start.state`, if so. */
  prepare(seat: number, code: number, memory: ArrayBufferLike, start: InsertStart): Promise<string | undefined>;
  /** Goes over to other rings when the stream reaches `at`; nothing stops it. */
  wire(seat: number, wiring: Wiring | undefined): void;
  /** What moves the insert's parameters while the song plays. */
  setLanes(seat: number, lanes: readonly InsertLane[]): void;
  /** The processor's own data; `undefined` where it has none. Rejects with the reason. */
  save(seat: number): SavedInsertState | undefined;
  /** Gives the processor back its own data, or what it began with. @returns why it did not take them, if so. */
  restore(seat: number, state: SavedState | undefined): string | undefined;
  /** Lets go of an insert; the others go on. */
  release(seat: number): void;
  /** Lets go of all, so that the worker comes to its event loop and can be ended. */
  close(): void;
  /** Answers, so that the host can measure the way. */
  ping(): number;
}

/** What a worker posts by itself, beside comlink: what a processor says to people. */
export interface WorkerRemark {
  readonly headroom: "says";
  readonly seat: number;
  readonly level: LogLevel;
  readonly text: string;
}

/** And why one stopped. */
export interface WorkerFailure {
  readonly headroom: "failed";
  readonly seat: number;
  readonly reason: string;
}
