import { allocate } from "./quantum.js";
import { BELL_BYTES } from "./ring.js";

/**
 * What a plugin worker shares with its host: the bell that its input rings ring, and these Int32 words behind it. Not in
 * reach of the plugins that run there.
 */
export const WorkerWord = {
  /** Messages that the host posted. */
  mailbox: BELL_BYTES / 4,
  /** Counts the worker's rounds, with or without work: it shows that the worker is alive. */
  heartbeat: BELL_BYTES / 4 + 1,
  /** Number of the seat whose plugin has the thread; 0 for none. */
  current: BELL_BYTES / 4 + 2,
} as const;

const WORDS = 16;

export function allocateWorkerMemory(shared: boolean): ArrayBufferLike {
  return allocate(4 * WORDS, shared);
}
