import type { PluginDefinition } from "@headroom/sdk";
import { Stage } from "../realtime/stage.js";
import type { Wiring } from "../realtime/worker-api.js";
import { InsertRunner } from "../render/insert-runner.js";
import { settledLatency } from "../render/settled-latency.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";
import type { InsertOrder } from "./insert-orders.js";

/** Blocks that an insert takes before it is its neighbour's turn. */
const TURN = 4;

/**
 * Inserts of one plugin that share a thread in an offline render. What goes wrong is counted in the insert's memory, where
 * the renderer sees it.
 */
export class InsertGroup {
  readonly #plugin: PluginDefinition;
  readonly #stages = new Map<string, Stage>();

  constructor(plugin: PluginDefinition) {
    this.#plugin = plugin;
  }

  /** Makes an insert. Its latency stands in its memory afterwards. Throws what the plugin throws. */
  add({ id, memory, start }: InsertOrder): void {
    const latency = settledLatency(this.#plugin, start);
    this.#stages.set(id, new Stage(new InsertRunner(this.#plugin, memory, start)));
    // A render is aligned once, before its first block.
    Atomics.store(insertWords(memory), InsertWord.latency, latency);
  }

  wire(id: string, wiring: Wiring): void {
    this.#stages.get(id)?.wire(wiring);
  }

  /** Gives each insert its turn. @returns blocks that were processed; 0 where nothing waits. */
  process(): number {
    let done = 0;
    for (const stage of this.#stages.values()) if (!stage.failed) done += stage.process(TURN);
    return done;
  }
}
