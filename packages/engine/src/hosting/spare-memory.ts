import { allocate } from "../shared/quantum.js";

/** A thread that was given memory and could still touch it. */
export interface MemoryUser {
  readonly gone: boolean;
}

interface Retired {
  readonly memory: ArrayBufferLike;
  readonly users: readonly MemoryUser[];
  /** Quantum from which the audio thread leaves it alone. */
  readonly at: number;
}

/** Quanta after which the audio thread has surely gone over to the plan without the memory. */
const LEFT_QUANTA = 1000;
const MOST_BYTES = 2 ** 25;

/**
 * Memory that plugin workers shared with the audio thread, to be used again. That thread's collector runs when it has
 * allocated enough, which it hardly ever has, and does not know what shared memory weighs: what is only dropped stays for
 * hours. Memory is used again when all workers that knew it have ended, so that none hears or disturbs another. `@mainThread`
 */
export class SpareMemory {
  #retired: readonly Retired[] = [];

  /** @param at - quantum at which the plan without it takes effect. */
  retire(memories: readonly ArrayBufferLike[], users: readonly MemoryUser[], at: number): void {
    // What went before its worker and came back goes again: it is here once.
    const others = this.#retired.filter(({ memory }) => !memories.includes(memory));
    this.#retired = [...others, ...memories.map((memory) => ({ memory, users, at }))];
    const bytes = () => this.#retired.reduce((sum, { memory }) => sum + memory.byteLength, 0);
    while (bytes() > MOST_BYTES) this.#retired = this.#retired.slice(1);
  }

  /** Shared memory full of zeros. @param at - a quantum before which no audio thread sees it. */
  take(bytes: number, at: number): ArrayBufferLike {
    const spare = this.#retired.find((one) => one.memory.byteLength === bytes && ((at - one.at) | 0) > LEFT_QUANTA && one.users.every(({ gone }) => gone));
    if (!spare) return allocate(bytes, true);
    this.#retired = this.#retired.filter((one) => one !== spare);
    new Uint8Array(spare.memory).fill(0);
    return spare.memory;
  }
}
