import { Ring, type RingMemory } from "../shared/ring.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";

/** An insert of a chain, as it is asked when the chain has stopped. */
export interface ChainLink {
  readonly memory: ArrayBufferLike;
  readonly input: RingMemory;
}

/** The first insert of a chain that has work before it and does not do it; the first of all where none has. */
export function stalledInsert<Link extends ChainLink>(chain: readonly Link[]): Link | undefined {
  return chain.find(({ memory, input }) => new Ring(input).written() > Atomics.load(insertWords(memory), InsertWord.progress)) ?? chain[0];
}

/** A place in the song for people: "1:02.5". @param seconds - 0 or more. */
export function timeText(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, "0")}`;
}

/** Whether an insert threw, or gave what is no audio. @param memory - of the insert. */
export function hasFailed(memory: ArrayBufferLike): boolean {
  return Atomics.load(insertWords(memory), InsertWord.faults) > 0;
}
