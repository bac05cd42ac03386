import type { SegmentMemory } from "../render/segment.js";
import { QUANTUM } from "../shared/quantum.js";
import { ringBytes, ringIn, type RingMemory } from "../shared/ring.js";
import type { InsertHost } from "./insert-host.js";
import { SpareMemory, type MemoryUser } from "./spare-memory.js";

interface Wired {
  /** Names the inserts, their incarnations and the hop: while it is the same, the rings stay. */
  readonly key: string;
  readonly memory: SegmentMemory;
  readonly rings: readonly RingMemory[];
  readonly users: readonly MemoryUser[];
}

/** The chains of rings through the workers of each strip's inserts. `@mainThread` */
export class SegmentWiring {
  readonly #strips = new Map<string, Wired>();
  readonly #spare: SpareMemory;
  #serial = 0;

  /** @param spare - where rings come from and go. */
  constructor(spare = new SpareMemory()) {
    this.#spare = spare;
  }

  /**
   * Chains a strip's inserts from quantum `at` on. Rings that suit are kept.
   * @param keyed - ids of inserts that hear a sidechain.
   * @param slotFrames - of the rings; offline more than a quantum.
   * @returns the ends for the renderer, or `undefined` without inserts.
   */
  wire(stripId: string, hosts: readonly InsertHost[], keyed: ReadonlySet<string>, hop: number, at: number, slotFrames = QUANTUM): SegmentMemory | undefined {
    if (hosts.length === 0) {
      this.#forget(stripId, at);
      return undefined;
    }
    const key = [hop, ...hosts.map(({ id, incarnation }) => `${id}#${incarnation}${keyed.has(id) ? "+" : ""}`)].join(" ");
    const old = this.#strips.get(stripId);
    if (old?.key === key) return old.memory;
    this.#forget(stripId, at);
    const capacity = ringCapacity(hop, slotFrames);
    const ring = () => ringIn(this.#spare.take(ringBytes(capacity, slotFrames), at), capacity, slotFrames);
    const rings = Array.from({ length: hosts.length + 1 }, ring);
    const sidechains = new Map(hosts.filter(({ id }) => keyed.has(id)).map(({ id }) => [id, ring()]));
    hosts.forEach((host, i) => {
      const input = rings[i];
      const output = rings[i + 1];
      if (input && output) {
        const sidechain = sidechains.get(host.id);
        host.wire({ input, output, at, ...(sidechain && { sidechain }) });
      }
    });
    const [head] = rings;
    const tail = rings.at(-1);
    if (!head || !tail) return undefined;
    const memory = { wiring: ++this.#serial, head, tail, sidechains };
    this.#strips.set(stripId, { key, memory, rings: [...rings, ...sidechains.values()], users: hosts.flatMap(({ worker }) => worker?.life ?? []) });
    return memory;
  }

  /** The wiring that a strip has now. */
  current(stripId: string): SegmentMemory | undefined {
    return this.#strips.get(stripId)?.memory;
  }

  /** Forgets strips that are gone from quantum `at` on. */
  keep(stripIds: ReadonlySet<string>, at: number): void {
    for (const id of this.#strips.keys()) if (!stripIds.has(id)) this.#forget(id, at);
  }

  #forget(stripId: string, at: number): void {
    const wired = this.#strips.get(stripId);
    if (wired) this.#spare.retire(wired.rings.map(({ buffer }) => buffer), wired.users, at);
    this.#strips.delete(stripId);
  }
}

/** Slots of a ring: at least four hops, a power of two. */
export function ringCapacity(hop: number, slotFrames = QUANTUM): number {
  return 2 ** Math.ceil(Math.log2((4 * hop) / slotFrames));
}
