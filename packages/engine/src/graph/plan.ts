import type { FadeShape } from "@headroom/session/curves";
import type { StripLane } from "../shared/lane-table.js";

/** A fade of a clip. */
export interface FadePlan {
  readonly frames: number;
  readonly shape: FadeShape;
}

/** A clip in frames at the engine's rate. */
export interface ClipPlan {
  readonly audio: string;
  readonly start: number;
  readonly offset: number;
  readonly length: number;
  /** Linear. */
  readonly gain: number;
  readonly fadeIn?: FadePlan;
  readonly fadeOut?: FadePlan;
  /** The stretch of the file that is repeated; without one its end is Infinity. */
  readonly loopStart: number;
  readonly loopEnd: number;
}

/** How a chain of inserts runs. Inserts that are not ready are left out. */
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
  /** The inserts on one side of the fader; measures before the fader, or the output. `chain` names the rings of a segment. */
  | { readonly op: "inserts"; readonly strip: string; readonly chain: string; readonly afterFader: boolean; readonly plan: InsertsPlan }
  /** Takes a strip before its fader to the sidechain of another strip's insert, so late that it is aligned there. */
  | { readonly op: "sidechain"; readonly from: string; readonly insert: string; readonly delayFrames: number }
  /** Fader, pan, width, mute; measures the output, where no inserts follow. */
  | { readonly op: "fader"; readonly strip: string }
  /**
   * Adds a strip, as it is before its fader or at its output, to another or (`null`) to the cue, late enough that all
   * that meets there is aligned. A send has a row of controls; without one it is the strip's output, or a cue.
   */
  | {
      readonly op: "route";
      readonly from: string;
      readonly to: string | null;
      readonly beforeFader: boolean;
      readonly delayFrames: number;
      readonly send?: string;
      readonly row?: number;
    }
  /** Copies a strip to the engine's output. */
  | { readonly op: "output"; readonly strip: string }
  /** What lies between the output and the speakers; hears the cue instead of the output where there is one. */
  | { readonly op: "monitor"; readonly cue: boolean };

/** Frames from the sources to points of a strip. What a strip is later or earlier by its own setting is not among them. */
export interface StripLatency {
  readonly input: number;
  readonly preFader: number;
  readonly output: number;
}

/** Automation of a strip's stages, each with the frames from the sources to it. */
export interface StripLanes {
  readonly lanes: readonly StripLane[];
  readonly inputDelay: number;
  readonly faderDelay: number;
}

/** A flat list of steps, ready to render. Plain data: it crosses realms as it is. */
export interface RenderPlan {
  readonly sampleRate: number;
  readonly steps: readonly Step[];
  /** Row of each strip in the control and meter tables. */
  readonly rows: Readonly<Record<string, number>>;
  readonly latency: Readonly<Record<string, StripLatency>>;
  /** Frames by which each strip is later than the song says (below 0: earlier), by its own setting. */
  readonly offsets: Readonly<Record<string, number>>;
  /** Of the strips that have lanes. */
  readonly lanes: Readonly<Record<string, StripLanes>>;
  /** Frames from the sources to the input of each insert that is ready; a segment's hop comes after its inserts. */
  readonly insertDelay: Readonly<Record<string, number>>;
  /** Frames by which each of these inserts hears the song later than the playhead: with its strip's own offset. */
  readonly songDelay: Readonly<Record<string, number>>;
  /** Frames from the sources to the engine's output. */
  readonly latencyFrames: number;
}
