import type { PluginDefinition } from "@headroom/sdk";
import { InsertRunner, type InsertStart } from "../render/insert-runner.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { CHANNELS, QUANTUM } from "../shared/quantum.js";

const MOST_MS = 250;
/** Four seconds of sound: the optimising compiler has seen enough. */
const QUANTA = 1500;
/** Sound and silence in turn, since code that has seen one alone is thrown away at the first of the other. */
const TURN = 100;
const LEVEL = 0.1;

/**
 * Runs a throw-away instance on noise until the engine of the language has compiled its code, so that the first
 * seconds of a song are not spent on it. Ends early where that takes long. What goes wrong here is left to the
 * instance that counts.
 */
export function warmUp(plugin: PluginDefinition, start: InsertStart, now: () => number): void {
  const end = now() + MOST_MS;
  const planar = () => Array.from({ length: CHANNELS }, () => new Float32Array(QUANTUM));
  const noise = planar();
  const silence = planar();
  const output = planar();
  let state = 1;
  for (const channel of noise) {
    for (let i = 0; i < QUANTUM; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      channel[i] = (state / 2 ** 31) * LEVEL;
    }
  }
  try {
    const runner = new InsertRunner(plugin, allocateInsertMemory(plugin.readouts, false), start);
    for (let quantum = 0; quantum < QUANTA && now() < end && !runner.failed; quantum++) {
      runner.process(quantum, Math.floor(quantum / TURN) % 2 === 0 ? noise : silence, output);
    }
    runner.release();
  } catch {
    // The same will be thrown, and told, where the insert is made.
  }
}
