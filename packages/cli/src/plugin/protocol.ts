import type { ParameterValue } from "@headroom/sdk";
import type { MixCheckReport } from "@headroom/analysis";
import type { FileOrder, RenderRange } from "@headroom/engine/offline";
import type { Session } from "@headroom/session";
import type { Finding } from "../validate/check.js";

/** What a plugin's process is asked to do. One thing at a time. */
export type Request =
  | { readonly ask: "load"; readonly bundle: string; readonly name: string }
  | { readonly ask: "render"; readonly order: RenderOrder }
  | { readonly ask: "session"; readonly order: SessionOrder }
  | { readonly ask: "mix check"; readonly order: MixCheckOrder }
  | { readonly ask: "check"; readonly bundle: string; readonly name: string; readonly checks: readonly string[]; readonly watch: boolean };

/** What it says. Any of these shows that it is alive. */
export type Reply =
  | { readonly say: "ready" }
  | { readonly say: "loaded"; readonly descriptor: unknown }
  | { readonly say: "progress"; readonly done: number }
  | { readonly say: "alive" }
  | { readonly say: "rendered"; readonly result: RenderResult }
  | { readonly say: "mixed"; readonly result: SessionResult }
  | { readonly say: "mix checked"; readonly result: MixCheckResult }
  | { readonly say: "checking"; readonly id: string }
  | { readonly say: "checked"; readonly id: string; readonly finding: Finding }
  | { readonly say: "done" }
  | { readonly say: "failed"; readonly message: string };

export interface RenderOrder {
  readonly input: string;
  /** A file to write, which may be there. */
  readonly output: string;
  /** Most frames of a block. */
  readonly blockFrames: number;
  readonly channels: number;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** The processor's own data as JSON, with the version that saved it. */
  readonly state?: { readonly version: number; readonly data: string };
  /** Leave the latency in. */
  readonly raw: boolean;
}

export interface RenderResult {
  readonly sampleRate: number;
  readonly channels: number;
  readonly frames: number;
  /** Frames, at the start. */
  readonly latency: number;
  /** Frames at the end, if it changed on the way. */
  readonly latencyAtEnd: number;
  /** Samples of the output that are no finite number. */
  readonly invalid: number;
  /** Reading, processing and writing. */
  readonly seconds: number;
  /** Frames that the input promises beyond what it holds. */
  readonly missingFrames: number;
}

/** What a session's process is to render. It may read and write the files that are named. */
export interface SessionOrder {
  readonly session: Session;
  /** The session file, or the file of each of its audio keys. */
  readonly source: { readonly zip: string } | { readonly audio: Readonly<Record<string, string>> };
  readonly bundles: readonly { readonly file: string; readonly text: string }[];
  readonly range: RenderRange;
  readonly file: FileOrder;
  /** Where the mix goes, if anywhere. */
  readonly mix: string | undefined;
  readonly stems: readonly { readonly strip: string; readonly file: string }[];
  /** Threads for inserts. */
  readonly threads: number;
}

/** What of a session a process is to measure. */
export type MixCheckOrder = Pick<SessionOrder, "session" | "source" | "bundles" | "range" | "threads">;

export interface MixCheckResult {
  readonly report: MixCheckReport;
  readonly warnings: readonly string[];
  readonly seconds: number;
}

export interface SessionResult {
  readonly frames: number;
  /** Highest sample of the mix, linear. */
  readonly peak: number;
  readonly clipped: number;
  readonly lufs: number;
  readonly gainDb: number;
  readonly warnings: readonly string[];
  /** From the first file read to the last written. */
  readonly seconds: number;
}
