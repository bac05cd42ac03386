import { ReadoutReader, type PluginDescriptor } from "@headroom/sdk";
import type { InsertStart } from "../render/insert-runner.js";
import { allocateInsertMemory, insertLayout, insertLevels, insertWords } from "../shared/insert-memory.js";
import type { InsertSurroundings } from "./insert-surroundings.js";
import { withTimeout } from "./with-timeout.js";
import type { SeatFailure, WorkerSeat } from "./worker-seat.js";

const PREPARE_MS = 10_000;

/** One life of an insert's processor, from its start to its end or its fault. */
export interface Incarnation {
  readonly memory: ArrayBufferLike;
  readonly words: Int32Array;
  readonly levels: Float32Array;
  readonly reader: ReadoutReader;
  /** What it started with. */
  readonly start: InsertStart;
  /** Why it did not take its own data, as far as is known yet. */
  readonly stateFault: string | undefined;
  /** `undefined` where it runs inline. */
  readonly seat: WorkerSeat | undefined;
}

export interface IncarnationOptions {
  readonly insertId: string;
  readonly descriptor: PluginDescriptor;
  /** The plugin's code. */
  readonly bundle: string;
  /** Asked when the plugin is loaded: what was set until then is in it. */
  readonly start: () => InsertStart;
  /** Called with what its worker says to people, unchecked. */
  readonly onRemark: (level: unknown, text: unknown) => void;
  /** Whether it shares no worker, whatever its placement says. */
  readonly apart: boolean;
  /** Called when it fails in its worker after the start. */
  readonly onFailure: (seat: WorkerSeat, failure: SeatFailure) => void;
}

/** Starts an insert's processor, in a worker or inline. Rejects with the end of a sentence. `@mainThread` */
export async function startIncarnation(options: IncarnationOptions, around: InsertSurroundings): Promise<Incarnation> {
  const { descriptor, bundle, insertId } = options;
  const timeline = around.allocateTimeline();
  const start = () => ({ ...options.start(), timeline });
  const memory = allocateInsertMemory(descriptor.readouts, around.shared);
  const parts = {
    memory,
    words: insertWords(memory),
    levels: insertLevels(memory),
    reader: new ReadoutReader(descriptor.readouts, memory, insertLayout(descriptor.readouts).readouts),
  };
  const { mode, group } = around.placement;
  if (mode === "inline") {
    await around.registerInline(descriptor.id);
    return { ...parts, start: start(), stateFault: undefined, seat: undefined };
  }
  const own = `${descriptor.name} ${insertId}`;
  const shares = options.apart ? undefined : group;
  const { seat, code } = await around.workers.seat({ group: shares, name: shares ?? own, title: around.title, bundle, loaded: around.loaded });
  seat.onRemark = options.onRemark;
  try {
    const started = start();
    const preparing = Promise.race([seat.prepare(code, memory, started), seat.failed]);
    const stateFault = await withTimeout(preparing, PREPARE_MS, `it did not start within ${PREPARE_MS / 1000} s; it may run an endless loop.`);
    await Promise.race([seat.worker.started(seat), seat.failed]);
    seat.onFailure((failure) => options.onFailure(seat, failure));
    return { ...parts, start: started, stateFault, seat };
  } catch (error) {
    seat.release();
    throw error;
  }
}
