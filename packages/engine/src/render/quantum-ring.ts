import { QUANTUM } from "../shared/quantum.js";
import { Ring, type RingMemory } from "../shared/ring.js";

/**
 * A ring as one end that works quantum by quantum sees it, whatever its slots hold: what is written fills a slot by and by,
 * and a quantum is there when its slot is. All views are made here. `@audioThread`
 */
export class QuantumRing {
  readonly ring: Ring;
  readonly #perSlot: number;
  readonly #mask: number;
  readonly #views: readonly (readonly Float32Array[])[];

  constructor(memory: RingMemory) {
    this.ring = new Ring(memory);
    this.#perSlot = this.ring.slotFrames / QUANTUM;
    this.#mask = memory.capacity * this.#perSlot - 1;
    this.#views = Array.from({ length: memory.capacity * this.#perSlot }, (_, quantum) => {
      const slot = this.ring.slot(Math.floor(quantum / this.#perSlot));
      const from = (quantum % this.#perSlot) * QUANTUM;
      return this.#perSlot === 1 ? slot : slot.map((channel) => channel.subarray(from, from + QUANTUM));
    });
  }

  /** Number of the slot that a quantum lies in. */
  number(quantum: number): number {
    return this.#perSlot === 1 ? quantum : Math.floor(quantum / this.#perSlot);
  }

  has(quantum: number): boolean {
    return this.ring.has(this.number(quantum));
  }

  /** Where a quantum lies. The same arrays at every call. */
  view(quantum: number): readonly Float32Array[] {
    return this.#views[quantum & this.#mask] as readonly Float32Array[];
  }

  /** Begins to write a quantum. */
  open(quantum: number): void {
    if (this.#perSlot === 1 || quantum % this.#perSlot === 0) this.ring.open(this.number(quantum));
  }

  /** Ends writing a quantum. @returns whether a slot became whole, and visible to the reader. */
  publish(quantum: number): boolean {
    if (this.#perSlot > 1 && (quantum + 1) % this.#perSlot !== 0) return false;
    this.ring.publish(this.number(quantum));
    return true;
  }
}
