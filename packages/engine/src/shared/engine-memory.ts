import { allocateEventQueue } from "./event-queue.js";
import { allocate } from "./quantum.js";

/** Most strips that one engine mixes, master included. */
export const MOST_STRIPS = 1024;

/** Controls of a strip, in the order of its row in the control table. Plain values, smoothed by the renderer. */
export const CONTROLS = [
  "trimDb", "invertLeft", "invertRight", "swap", "pan", "width", "faderDb", "audible",
  // 1 for dual pan, then the places of left and right.
  "dualPan", "panLeft", "panRight", "panLawDb",
  // The faders of all VCAs above it, added.
  "vcaDb",
  // Whether solo leaves its way to its output open.
  "outputOpen",
] as const;
export type Control = (typeof CONTROLS)[number];
export const CONTROL_COUNT = CONTROLS.length;

/** Most sends that one engine mixes. */
export const MOST_SENDS = 4096;
/** Controls of a send, in the order of its row. */
export const SEND_CONTROLS = ["levelDb", "pan", "panLawDb", "open"] as const;
export type SendControl = (typeof SEND_CONTROLS)[number];

/** Controls of the monitor; all 0 is the mix as it is. `side`: −1 is left alone, 1 right alone. */
export const MONITOR_CONTROLS = ["levelDb", "dimDb", "mono", "mute", "swap", "side"] as const;
export type MonitorControl = (typeof MONITOR_CONTROLS)[number];

/** Boundaries at which a strip's levels are measured, in the order of its row in the meter table. */
export const METER_POINTS = ["source", "input", "preFader", "output"] as const;
/** Values at one boundary: peak, RMS and maximum for left and right, clip count, and the reset that the meter has seen. */
export const METER_VALUES = 8;
export const MeterValue = { peak: 0, rms: 2, max: 4, clips: 6, resetSeen: 7 } as const;
export const METER_ROW = METER_POINTS.length * METER_VALUES;

/** Words that the audio thread shows everyone. */
export const ClockWord = {
  /** Number of the next quantum to render. */
  quantum: 0,
  playing: 1,
  /** Quanta in which dry sound stood in for an insert while playing. */
  dropouts: 2,
  /** Milliseconds (counted by whole ones, exact on average) that rendering took; wraps. */
  busyMs: 3,
  /** Least quanta by which isolated segments were ahead of their reader, since the window last set this to its maximum. */
  slack: 4,
  /** Raised by the window to reset all meters, see `MeterValue.resetSeen`. */
  meterReset: 5,
  /** Serial of the plan in use. */
  plan: 6,
  /** Times that the renderer had to silence something that is no audio. */
  faults: 7,
} as const;
const CLOCK_WORDS = 16;

/** Slack as the window resets it. */
export const SLACK_UNKNOWN = 0x7fffffff;

/** What the window and the audio thread share for the engine as a whole. */
export interface EngineMemory {
  /** Int32 words, see {@link ClockWord}. */
  readonly clock: ArrayBufferLike;
  /** Float64: song position in frames; context frame at which the engine's frame 0 lay. */
  readonly position: ArrayBufferLike;
  /** Float32: MOST_STRIPS rows of {@link CONTROLS}. */
  readonly controls: ArrayBufferLike;
  /** Int32: for each of MOST_STRIPS rows the bits, by their place in {@link CONTROLS}, of the controls that a hand holds. */
  readonly held: ArrayBufferLike;
  /** Int32: for each of MOST_STRIPS rows the quanta in which dry sound stood in for the strip's inserts while playing. */
  readonly dropouts: ArrayBufferLike;
  /** Float32: MOST_SENDS rows of {@link SEND_CONTROLS}. */
  readonly sends: ArrayBufferLike;
  /** Float32: {@link MONITOR_CONTROLS}. */
  readonly monitor: ArrayBufferLike;
  /** Float32: MOST_STRIPS rows of METER_ROW values. */
  readonly meters: ArrayBufferLike;
  /** Playhead commands, window → audio thread. */
  readonly transport: ArrayBufferLike;
}

export function allocateEngineMemory(shared: boolean): EngineMemory {
  return {
    clock: allocate(CLOCK_WORDS * 4, shared),
    position: allocate(16, shared),
    controls: allocate(MOST_STRIPS * CONTROL_COUNT * 4, shared),
    held: allocate(MOST_STRIPS * 4, shared),
    dropouts: allocate(MOST_STRIPS * 4, shared),
    sends: allocate(MOST_SENDS * SEND_CONTROLS.length * 4, shared),
    monitor: allocate(MONITOR_CONTROLS.length * 4, shared),
    meters: allocate(MOST_STRIPS * METER_ROW * 4, shared),
    transport: allocateEventQueue(shared),
  };
}
