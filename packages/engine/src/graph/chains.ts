import type { Strip } from "@headroom/session";
import type { HostingMode } from "../shared/terms.js";
import type { InsertsPlan } from "./plan.js";

/** A strip's inserts on one side of its fader: what is chained into one segment. */
export interface Chain {
  /** Names its rings: the strip's id before the fader. */
  readonly id: string;
  readonly afterFader: boolean;
  readonly inserts: Strip["inserts"];
}

/** What a chain's plan depends on. */
export interface ChainOptions {
  /** Where an insert runs. */
  readonly hosting: (insertId: string) => HostingMode;
  /** Frames that an isolated segment is read late. */
  readonly hop: number;
  /** Latency in frames of each insert that is ready to process; others are left out. */
  readonly ready: ReadonlyMap<string, number>;
}

/** The chains of a strip in their order; the second is empty where all slots lie before the fader. */
export function chainsOf({ id, inserts, slotsBeforeFader }: Pick<Strip, "id" | "inserts" | "slotsBeforeFader">): readonly [before: Chain, after: Chain] {
  return [
    { id, afterFader: false, inserts: inserts.slice(0, slotsBeforeFader) },
    { id: `${id} (after fader)`, afterFader: true, inserts: inserts.slice(slotsBeforeFader) },
  ];
}

/** Whether all inserts of a chain run in the audio thread, so that it needs no hop. */
export function isInline({ inserts }: Pick<Chain, "inserts">, hosting: ChainOptions["hosting"]): boolean {
  return inserts.every((insert) => insert === null || hosting(insert.id) === "inline");
}

export function planChain(chain: Chain, { hosting, hop, ready }: ChainOptions): InsertsPlan {
  const { inserts: slots } = chain;
  // A filled slot keeps its strip's delay while its insert loads or recovers: nothing moves when it joins.
  if (slots.every((insert) => insert === null)) return { mode: "none" };
  const inserts = slots.flatMap((insert) => (insert && ready.has(insert.id) ? [insert.id] : []));
  const latencyFrames = inserts.reduce((sum, id) => sum + (ready.get(id) ?? 0), 0);
  return isInline(chain, hosting)
    ? { mode: "inline", inserts, latencyFrames }
    : { mode: "segment", inserts, hop, latencyFrames: latencyFrames + hop };
}

/** Frames from a chain's input to its output. */
export function chainFrames(chain: Chain, options: ChainOptions): number {
  const plan = planChain(chain, options);
  return plan.mode === "none" ? 0 : plan.latencyFrames;
}
