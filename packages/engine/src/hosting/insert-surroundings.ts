import type { LogLevel, ParameterSpecs, SavedState } from "@headroom/sdk";
import type { EngineNotice } from "../api.js";
import type { Placement } from "../graph/placement.js";
import type { InsertLane } from "../shared/lane-table.js";
import type { InsertHost } from "./insert-host.js";
import type { CorrectionLog } from "./insert-parameters.js";
import type { SettingName } from "./insert-state.js";
import type { LoadedWorker } from "./loaded-worker.js";
import type { PluginLibrary } from "./plugin-library.js";
import type { StatePort } from "./state-port.js";
import type { WorkerPool } from "./worker-pool.js";

/** What an insert's host needs of the engine. */
export interface InsertSurroundings {
  readonly library: PluginLibrary;
  readonly workers: WorkerPool;
  /** For the first start, where one is there. */
  readonly loaded?: LoadedWorker | undefined;
  readonly sampleRate: number;
  readonly placement: Placement;
  /** Whether this renders a bounce. */
  readonly offline: boolean;
  /** Frames of the blocks of a bounce; see `InsertStart`. */
  readonly blockFrames?: number;
  /** Loads the plugin into the thread that runs it inline. */
  readonly registerInline: (plugin: string) => Promise<void>;
  readonly shared: boolean;
  /** Memory for the timeline of one life of the insert. */
  readonly allocateTimeline: () => ArrayBufferLike;
  /** Name for people: "Parametric EQ on Bass". */
  readonly title: () => string;
  /** Whether sound runs, so that the insert must fade in. */
  readonly running: () => boolean;
  readonly notice: (severity: EngineNotice["severity"], text: string) => void;
  /** The processor failed, before anything is done about it. */
  readonly failed: () => void;
  /** The plugin says something to people. */
  readonly remark: (level: LogLevel, sentence: string) => void;
  readonly corrections: CorrectionLog;
  /** The insert's lanes as the session has them. @param specs - of its plugin's parameters. */
  readonly lanes: (specs: ParameterSpecs) => readonly InsertLane[];
  /** Where the song stands, in frames. */
  readonly songFrame: () => number;
  /** Brings lanes to the insert, where it runs inline. */
  readonly postLanes: (lanes: readonly InsertLane[]) => void;
  /** The way to the insert's own data, where it runs inline. */
  readonly inlineState: () => StatePort;
  /** The processor saved new data of its own. */
  readonly saved: (setting: SettingName, state: SavedState) => void;
  /** The insert became ready, stopped being so, or changed its latency: a plan that has this host in it must follow. */
  readonly changed: (host: InsertHost) => void;
}
