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
  readonly #heirs = new Map<string, Wired>();
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
    const key = keyOf(hosts, keyed, hop);
    const old = this.#strips.get(stripId);
    if (old?.key === key) return old.memory;
    const heir = this.#heirs.get(stripId);
    const wired = heir?.key === key ? heir : this.#lay(hosts, keyed, hop, at, slotFrames);
    if (heir && heir !== wired) this.#retire(heir, at);
    this.#heirs.delete(stripId);
    this.#forget(stripId, at);
    this.#strips.set(stripId, wired);
    return wired.memory;
  }

  /** As {@link wire}, for hosts that will take the place of those that are wired: both have rings until {@link wire} comes to these. */
  wireHeirs(stripId: string, hosts: readonly InsertHost[], keyed: ReadonlySet<string>, hop: number, at: number): SegmentMemory | undefined {
    if (hosts.length === 0) return undefined;
    const heir = this.#lay(hosts, keyed, hop, at, QUANTUM);
    this.#heirs.set(stripId, heir);
    return heir.memory;
  }

  #lay(hosts: readonly InsertHost[], keyed: ReadonlySet<string>, hop: number, at: number, slotFrames: number): Wired {
    const capacity = ringCapacity(hop, slotFrames);
    const ring = (bell?: ArrayBufferLike): RingMemory => ({ ...ringIn(this.#spare.take(ringBytes(capacity, slotFrames), at), capacity, slotFrames), ...(bell && { bell }) });
    const inputs = hosts.map(({ seat }) => ring(seat?.worker.memory));
    const tail = ring();
    const sidechains = new Map(hosts.filter(({ id }) => keyed.has(id)).map(({ id }) => [id, ring()]));
    // Live, what goes on between inserts is theirs to tell.
    const links = slotFrames > QUANTUM ? new Map<string, RingMemory>() : undefined;
    hosts.forEach((host, i) => {
      const input = inputs[i];
      if (!input) return;
      const next = inputs[i + 1];
      if (next) links?.set(host.id, next);
      const sidechain = sidechains.get(host.id);
      host.wire({ input, output: next ?? tail, at, ...(sidechain && { sidechain }) });
    });
    const memory = { wiring: ++this.#serial, head: inputs[0] ?? tail, tail, sidechains, ...(links && { links }) };
    return { key: keyOf(hosts, keyed, hop), memory, rings: [...inputs, tail, ...sidechains.values()], users: hosts.flatMap(({ seat }) => seat?.life ?? []) };
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
    if (wired) this.#retire(wired, at);
    this.#strips.delete(stripId);
  }

  #retire({ rings, users }: Wired, at: number): void {
    this.#spare.retire(rings.map(({ buffer }) => buffer), users, at);
  }
}

function keyOf(hosts: readonly InsertHost[], keyed: ReadonlySet<string>, hop: number): string {
  return [hop, ...hosts.map(({ id, incarnation }) => `${id}#${incarnation}${keyed.has(id) ? "+" : ""}`)].join(" ");
}

/** Slots of a ring: at least four hops, a power of two. */
export function ringCapacity(hop: number, slotFrames = QUANTUM): number {
  return 2 ** Math.ceil(Math.log2((4 * hop) / slotFrames));
}
