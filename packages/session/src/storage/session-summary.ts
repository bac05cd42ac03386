import { isRecord } from "../parse/records.js";
import type { Session } from "../schema.js";

/** A session in the list of sessions. */
export interface SessionSummary {
  readonly id: string;
  readonly name: string;
  /** When it was last changed: milliseconds since 1970. */
  readonly modified: number;
  /** Keys of its audio. */
  readonly audio: readonly string[];
  /** The first of its strips from left to right, to be told by their looks. Left out: not known. */
  readonly strips?: readonly { readonly color: string; readonly faderDb: number }[];
  /** When it was put away to be deleted: milliseconds since 1970. Left out: it was not. */
  readonly discarded?: number;
}

const MOST_STRIPS = 24;

/** What the list of sessions says of one. */
export function summaryOf(id: string, session: Session): SessionSummary {
  const { name, order, strips } = session;
  const looks = order.slice(0, MOST_STRIPS).flatMap((stripId) => {
    const strip = strips[stripId];
    return strip ? [{ color: strip.color, faderDb: strip.faderDb }] : [];
  });
  return { id, name, modified: Date.now(), audio: audioOf(session), strips: looks };
}

/** Keys of the audio that a session or one of its scenes plays. */
function audioOf({ audio, scenes = {} }: Session): string[] {
  const inScenes = Object.values(scenes).flatMap(({ mix }) => (isRecord(mix["audio"]) ? Object.keys(mix["audio"]) : []));
  return [...new Set([...Object.keys(audio), ...inScenes])];
}

/** Letters of a name to which more may be added. */
const NAME_STEM_LENGTH = 180;

/** The name, or the first of "Name 2", "Name 3"… that is not taken. */
export function freeName(name: string, taken: Iterable<string>): string {
  const others = new Set(taken);
  for (let count = 2, free = name; ; count += 1) {
    if (!others.has(free)) return free;
    free = `${name.slice(0, NAME_STEM_LENGTH)} ${count}`;
  }
}

/** What a copy is called; a copy of a copy is called the same. */
export function copyName(name: string): string {
  return `${name.replace(/ copy( \d+)?$/, "").slice(0, NAME_STEM_LENGTH)} copy`;
}
