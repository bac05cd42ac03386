import type { Session, StripSettings } from "@headroom/session";

/** What a proposal sets, by strip: ready for the document's edits. */
export type StripChanges = Readonly<Record<string, Partial<Pick<StripSettings, "trimDb" | "faderDb">>>>;

/** The session as it is once changes are made, to be measured again. */
export function withChanges(session: Session, changes: StripChanges): Session {
  const strips = Object.fromEntries(Object.entries(session.strips).map(([id, strip]) => [id, { ...strip, ...changes[id] }]));
  return { ...session, strips };
}
