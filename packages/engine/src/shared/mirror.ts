import { OBSERVED, READOUT_WORDS, readoutLayout, type ReadoutSpecs } from "@headroom/sdk";
import { ClockWord } from "./engine-memory.js";
import { insertLayout, insertLevels, InsertWord, insertWords } from "./insert-memory.js";

/**
 * Copies between the window's and the audio thread's own memory, where a page may share none. Each word has one
 * writer; what the other side writes is left alone.
 */

const AUDIO_THREAD_WORDS = [ClockWord.quantum, ClockWord.playing, ClockWord.dropouts, ClockWord.busyMs, ClockWord.plan, ClockWord.faults];
const PROCESSOR_WORDS = [InsertWord.progress, InsertWord.faults, InsertWord.fault, InsertWord.latency, InsertWord.busy, InsertWord.stateChanges, InsertWord.asleep];

/** Takes over what the audio thread writes of the clock. */
export function copyClock(from: Int32Array, to: Int32Array): void {
  for (const word of AUDIO_THREAD_WORDS) to[word] = from[word] ?? 0;
}

/** Takes over what the processor writes of an insert's memory: state, levels, readouts. */
export function copyInsertState(from: ArrayBufferLike, to: ArrayBufferLike, readouts: ReadoutSpecs): void {
  const words = insertWords(from);
  for (const word of PROCESSOR_WORDS) insertWords(to)[word] = words[word] ?? 0;
  insertLevels(to).set(insertLevels(from));
  const { readouts: at } = insertLayout(readouts);
  const headerBytes = Object.keys(readouts).length * READOUT_WORDS * 4;
  const values = (buffer: ArrayBufferLike) => new Float32Array(buffer, at + headerBytes, (readoutLayout(readouts).bytes - headerBytes) / 4);
  values(to).set(values(from));
}

/** Takes over what the window writes of an insert's memory beside events: who looks at which readout, and resets of its meters. */
export function copyObservers(from: ArrayBufferLike, to: ArrayBufferLike, readouts: ReadoutSpecs): void {
  insertWords(to)[InsertWord.meterReset] = insertWords(from)[InsertWord.meterReset] ?? 0;
  const { readouts: at } = insertLayout(readouts);
  const words = Object.keys(readouts).length * READOUT_WORDS;
  const source = new Int32Array(from, at, words);
  const target = new Int32Array(to, at, words);
  for (let word = OBSERVED; word < words; word += READOUT_WORDS) target[word] = source[word] ?? 0;
}
