import { SLACK_UNKNOWN } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import type { Ring, RingMemory } from "../shared/ring.js";
import { QuantumRing } from "./quantum-ring.js";

/** The two ends of a segment's chain of rings that the renderer holds. */
export interface SegmentMemory {
  /** Tells one wiring of a strip's rings from the next. */
  readonly wiring: number;
  readonly head: RingMemory;
  readonly tail: RingMemory;
  /** Insert id → ring that its output goes into, where another insert follows: for who listens between them. */
  readonly links?: ReadonlyMap<string, RingMemory>;
  /** Insert id → ring to its worker that carries its sidechain. */
  readonly sidechains?: ReadonlyMap<string, RingMemory>;
}

/** Waits until a ring holds a slot; gives up with `false`. Only where the renderer may wait: offline. */
export type Await = (ring: Ring, slot: number) => boolean;

/** A strip's isolated inserts: sends quanta to their workers, takes them back `hop` later. `@audioThread` */
export class Segment {
  readonly memory: SegmentMemory;
  readonly hopQuanta: number;
  readonly #head: QuantumRing;
  readonly #tail: QuantumRing;
  readonly #wakeEvery: number;

  /** @param firstQuantum - the first that the workers of this wiring process. */
  constructor(
    memory: SegmentMemory,
    hop: number,
    readonly firstQuantum: number,
  ) {
    this.memory = memory;
    this.#head = new QuantumRing(memory.head);
    this.#tail = new QuantumRing(memory.tail);
    this.hopQuanta = hop / QUANTUM;
    // Waking costs more than most DSP: the longer the hop, the more quanta share one.
    this.#wakeEvery = Math.max(1, Math.min(8, this.hopQuanta >> 2));
  }

  /** Sends a quantum to the first worker. */
  send(quantum: number, left: Float32Array, right: Float32Array): void {
    const head = this.#head;
    head.open(quantum);
    const slot = head.view(quantum);
    slot[0]?.set(left);
    slot[1]?.set(right);
    if (head.publish(quantum) && (quantum + 1) % this.#wakeEvery === 0) head.ring.wake();
  }

  /** Nothing more will be sent: whoever sleeps on the head may look elsewhere. */
  release(): void {
    this.#head.ring.wake();
  }

  has(quantum: number): boolean {
    return this.#tail.has(quantum);
  }

  await(quantum: number, wait: Await): boolean {
    this.#head.ring.wake();
    return wait(this.#tail.ring, this.#tail.number(quantum));
  }

  /** Copies a quantum out of shared memory. @returns whether it is there. */
  copy(quantum: number, left: Float32Array, right: Float32Array): boolean {
    const slot = this.#tail.view(quantum);
    if (!slot[0] || !slot[1]) return false;
    left.set(slot[0]);
    right.set(slot[1]);
    return true;
  }

  slot(quantum: number): readonly Float32Array[] {
    return this.#tail.view(quantum);
  }

  /** Quanta that lie ready beyond `quantum`. */
  ahead(quantum: number): number {
    const ahead = (this.#tail.ring.written() - 1 - quantum) | 0;
    return ahead < 0 ? -1 : Math.min(ahead, SLACK_UNKNOWN - 1);
  }
}
