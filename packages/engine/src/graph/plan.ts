/** A clip in frames at the engine's rate. */
export interface ClipPlan {
  readonly audio: string;
  readonly start: number;
  readonly offset: number;
  readonly length: number;
  /** Linear. */
  readonly gain: number;
}

/** How a strip's inserts run. Inserts that are not ready are left out. */
export type InsertsPlan =
  | { readonly mode: "none" }
  | { readonly mode: "inline"; readonly inserts: readonly string[]; readonly latencyFrames: number }
  | { readonly mode: "segment"; readonly inserts: readonly string[]; readonly hop: number; readonly latencyFrames: number };

/** One thing that the renderer does in a quantum, in order. Strips are named by id; each has one stereo buffer. */
export type Step =
  /** Empties the buffer of a strip that others feed. */
  | { readonly op: "clear"; readonly strip: string }
  /** Fills a channel's buffer from its clips and a node input (−1 for none), so late that its inserts' sidechains are there. */
  | { readonly op: "source"; readonly strip: string; readonly input: number; readonly clips: readonly ClipPlan[]; readonly delayFrames: number }
  /** Trim, polarity, swap; measures the source and the input. */
  | { readonly op: "input"; readonly strip: string }
  /** The insert slots; measures before the fader. */
  | { readonly op: "inserts"; readonly strip: string; readonly plan: InsertsPlan }
  /** Takes a strip before its fader to the sidechain of another strip's insert, so late that it is aligned there. */
  | { readonly op: "sidechain"; readonly from: string; readonly insert: string; readonly delayFrames: number }
  /** Fader, pan, width, mute; measures the output. */
  | { readonly op: "fader"; readonly strip: string }
  /** Adds a strip to another, late enough that all that meets there is aligned. */
  | { readonly op: "route"; readonly from: string; readonly to: string; readonly delayFrames: number }
  /** Copies a strip to the engine's output. */
  | { readonly op: "output"; readonly strip: string };

export interface StripLatency {
  /** Frames from the sources to the strip's input and to its output. */
  readonly input: number;
  readonly output: number;
}

/** A flat list of steps, ready to render. Plain data: it crosses realms as it is. */
export interface RenderPlan {
  readonly sampleRate: number;
  readonly steps: readonly Step[];
  /** Row of each strip in the control and meter tables. */
  readonly rows: Readonly<Record<string, number>>;
  readonly latency: Readonly<Record<string, StripLatency>>;
  /** Frames from the sources to the input of each insert that is ready; a segment's hop comes after its inserts. */
  readonly insertDelay: Readonly<Record<string, number>>;
  /** Frames from the sources to the engine's output. */
  readonly latencyFrames: number;
}
