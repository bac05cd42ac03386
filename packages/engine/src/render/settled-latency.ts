import type { PluginDefinition } from "@headroom/sdk";
import { allocateInsertMemory, InsertWord, insertWords } from "../shared/insert-memory.js";
import { CHANNELS, QUANTUM } from "../shared/quantum.js";
import { InsertRunner, type InsertStart } from "./insert-runner.js";

/** Quanta after which a processor has seen its parameters and said how late it is. */
const QUANTA = 8;

/**
 * Latency in frames of a processor that has begun to run: some follow their parameters only then. Found with an instance
 * that is thrown away; what that throws is left to the one that counts. Lanes stand where the song begins. Not on the
 * audio thread.
 */
export function settledLatency(plugin: PluginDefinition, start: InsertStart): number {
  try {
    const memory = allocateInsertMemory(plugin.readouts, false);
    const { blockFrames: _, timeline, ...byQuantum } = start;
    // The timeline does not know yet where the song begins: by it, lanes would be played at another place.
    const stands = start.lanes && start.lanes.length > 0;
    const runner = new InsertRunner(plugin, memory, { ...byQuantum, ...(timeline && !stands && { timeline }) });
    const silence = Array.from({ length: CHANNELS }, () => new Float32Array(QUANTUM));
    const output = silence.map(() => new Float32Array(QUANTUM));
    for (let quantum = 0; quantum < QUANTA && !runner.failed; quantum++) runner.process(quantum, silence, output);
    runner.release();
    return Atomics.load(insertWords(memory), InsertWord.latency);
  } catch {
    return 0;
  }
}
