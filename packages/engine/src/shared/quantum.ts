/** Frames that Web Audio renders at a time, and the engine's unit of work. */
export const QUANTUM = 128;
/** The engine mixes in stereo throughout. */
export const CHANNELS = 2;

/** Allocates memory that other threads see, or plain memory where the page may not share any. */
export function allocate(bytes: number, shared: boolean): ArrayBufferLike {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}
