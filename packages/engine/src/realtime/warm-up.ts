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
export class WarmUp {
  readonly #now: () => number;
  readonly #noise = planar();
  readonly #silence = planar();
  readonly #output = planar();
  #runner: InsertRunner | undefined;
  #quantum = 0;
  /** Time that is left, in ms. */
  #left = MOST_MS;

  constructor(plugin: PluginDefinition, start: InsertStart, now: () => number) {
    this.#now = now;
    let state = 1;
    for (const channel of this.#noise) {
      for (let i = 0; i < QUANTUM; i++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        channel[i] = (state / 2 ** 31) * LEVEL;
      }
    }
    this.#attempt(() => {
      this.#runner = new InsertRunner(plugin, allocateInsertMemory(plugin.readouts, false), start);
    });
  }

  /** Runs a quantum. @returns whether there is more to do. */
  step(): boolean {
    const runner = this.#runner;
    if (!runner) return false;
    const started = this.#now();
    const input = Math.floor(this.#quantum / TURN) % 2 === 0 ? this.#noise : this.#silence;
    this.#attempt(() => {
      runner.process(this.#quantum++, input, this.#output);
    });
    this.#left -= this.#now() - started;
    if (this.#runner && this.#quantum < QUANTA && this.#left > 0 && !runner.failed) return true;
    this.#attempt(() => {
      runner.release();
    });
    this.#runner = undefined;
    return false;
  }

  /** The same will be thrown, and told, where the insert is made. */
  #attempt(does: () => void): void {
    try {
      does();
    } catch {
      this.#runner = undefined;
    }
  }
}

function planar(): Float32Array[] {
  return Array.from({ length: CHANNELS }, () => new Float32Array(QUANTUM));
}
