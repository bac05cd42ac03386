import type { ReadoutSpecs } from "@headroom/sdk";
import type { EventRecord, StateReport, SyncMessage } from "../realtime/messages.js";
import { ClockWord, CONTROL_COUNT, METER_ROW, SEND_CONTROLS, type EngineMemory } from "../shared/engine-memory.js";
import { EventQueue } from "../shared/event-queue.js";
import { insertLayout } from "../shared/insert-memory.js";
import { copyClock, copyInsertState } from "../shared/mirror.js";

const PERIOD_MS = 33;

/** Memory of an insert that the audio thread has a copy of. */
export interface MirroredInsert {
  readonly id: string;
  readonly memory: ArrayBufferLike;
  readonly readouts: ReadoutSpecs;
}

/** Rows in use of the strips' and the sends' tables. */
export interface RowCounts {
  readonly rowCount: number;
  readonly sendRowCount: number;
}

/**
 * Stands in for shared memory in a page that is not cross-origin isolated: thirty times a second the window sends
 * what it wrote, and the audio thread answers with what it wrote. Everything above it works on memory as ever.
 * `@mainThread`
 */
export class MessageLink {
  readonly #memory: EngineMemory;
  readonly #post: (message: SyncMessage) => void;
  readonly #inserts: () => Iterable<MirroredInsert>;
  readonly #tables: RowCounts;
  readonly #transport: EventQueue;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(memory: EngineMemory, post: (message: SyncMessage) => void, inserts: () => Iterable<MirroredInsert>, tables: RowCounts) {
    this.#memory = memory;
    this.#post = post;
    this.#inserts = inserts;
    this.#tables = tables;
    this.#transport = new EventQueue(memory.transport);
    this.#timer = setInterval(() => {
      this.flush();
    }, PERIOD_MS);
  }

  /** Sends what the window wrote, now. */
  flush(): void {
    this.#post({
      type: "sync",
      controls: new Float32Array(this.#memory.controls).slice(0, this.#tables.rowCount * CONTROL_COUNT),
      held: new Int32Array(this.#memory.held).slice(0, this.#tables.rowCount),
      sends: new Float32Array(this.#memory.sends).slice(0, this.#tables.sendRowCount * SEND_CONTROLS.length),
      monitor: new Float32Array(this.#memory.monitor).slice(),
      meterReset: new Int32Array(this.#memory.clock)[ClockWord.meterReset] ?? 0,
      transport: drain(this.#transport),
      inserts: [...this.#inserts()].map(({ id, memory, readouts }) => ({
        id,
        events: drain(new EventQueue(memory, insertLayout(readouts).events)),
        memory: memory.slice(0) as ArrayBuffer,
      })),
    });
  }

  /** Takes what the audio thread wrote. */
  receive(report: StateReport): void {
    copyClock(report.clock, new Int32Array(this.#memory.clock));
    new Float64Array(this.#memory.position).set(report.position);
    new Float32Array(this.#memory.meters).set(report.meters.subarray(0, this.#tables.rowCount * METER_ROW));
    const here = new Map([...this.#inserts()].map((insert) => [insert.id, insert]));
    for (const { id, memory } of report.inserts) {
      const insert = here.get(id);
      if (insert && memory.byteLength === insert.memory.byteLength) copyInsertState(memory, insert.memory, insert.readouts);
    }
  }

  dispose(): void {
    clearInterval(this.#timer);
  }
}

function drain(queue: EventQueue): EventRecord[] {
  const events: EventRecord[] = [];
  while (queue.take()) events.push([queue.frame, queue.target, queue.value, queue.ramp]);
  return events;
}
