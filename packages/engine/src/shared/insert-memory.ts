import { readoutLayout, type ReadoutSpecs } from "@headroom/sdk";
import { METER_VALUES } from "./engine-memory.js";
import { EVENT_QUEUE_BYTES } from "./event-queue.js";
import { allocate } from "./quantum.js";

/**
 * What an insert shares with its host: one region an insert.
 *
 *     Int32   words below
 *     Float32 levels at its input and its output, each as `MeterValue` says
 *     events  parameter changes, window → insert
 *     readouts as the SDK lays them out
 */
export const InsertWord = {
  /** Number of the quantum after the last one processed. */
  progress: 0,
  /** Times that `process` threw or gave something that is no audio. */
  faults: 1,
  /** One of {@link Fault}: the last one. */
  fault: 2,
  /** Frames, as the processor declares. */
  latency: 3,
  /** Microseconds of work since the start; wraps. */
  busy: 4,
  /** Times that the processor said that its own data changed. */
  stateChanges: 5,
  /** 1 while the processor sleeps: it hears silence and is not called. */
  asleep: 6,
  /** Raised by the window when maxima and clip counts shall start anew. */
  meterReset: 7,
} as const;

export const Fault = { none: 0, threw: 1, notFinite: 2 } as const;

const WORDS = 16;
const LEVELS = 2 * METER_VALUES;
/** Index of the first of an insert's levels at its input, and at its output. */
export const InsertLevels = { input: 0, output: METER_VALUES } as const;

/** Targets of events beyond the parameters, whose targets are their indices. */
export const InsertTarget = {
  bypass: -1,
  mix: -2,
  /** 1: the host fades the insert to dry, because the chain changes around it. */
  away: -3,
  /** Frames from the sources to the insert's input. */
  delay: -4,
} as const;

const HOLD = -20;

/** Target of the event by which a hand takes (1) or lets go (0) a target: its lane is not played meanwhile. */
export function holdTarget(target: number): number {
  return HOLD - target;
}

/** The target that an event of {@link holdTarget} is about; `undefined` for other events. `@audioThread` */
export function heldTarget(target: number): number | undefined {
  return target <= HOLD - InsertTarget.delay ? HOLD - target : undefined;
}

export interface InsertLayout {
  readonly levels: number;
  readonly events: number;
  readonly readouts: number;
  readonly bytes: number;
}

/** Byte offsets of the parts of an insert's memory. */
export function insertLayout(readouts: ReadoutSpecs): InsertLayout {
  const levels = WORDS * 4;
  const events = levels + LEVELS * 4;
  const readoutsAt = events + EVENT_QUEUE_BYTES;
  return { levels, events, readouts: readoutsAt, bytes: readoutsAt + readoutLayout(readouts).bytes };
}

export function allocateInsertMemory(readouts: ReadoutSpecs, shared: boolean): ArrayBufferLike {
  return allocate(Math.ceil(insertLayout(readouts).bytes / 8) * 8, shared);
}

/** The words of an insert's memory. */
export function insertWords(buffer: ArrayBufferLike): Int32Array {
  return new Int32Array(buffer, 0, WORDS);
}

/** The levels of an insert's memory, see {@link InsertLevels}. */
export function insertLevels(buffer: ArrayBufferLike): Float32Array {
  return new Float32Array(buffer, WORDS * 4, LEVELS);
}
