import { INSERT_SLOTS, MASTER_ID, SCHEMA_VERSION, type Session, type Strip, type StripKind } from "./schema.js";

/** A strip with everything at its neutral value: it passes its input unchanged to the master. */
export function createStrip(kind: StripKind, fields: Partial<Strip> & { id: string }): Strip {
  return {
    kind,
    name: kind === "master" ? "Master" : "",
    color: "#8a94a6",
    trimDb: 0,
    invert: [false, false],
    swap: false,
    pan: 0,
    width: 1,
    faderDb: 0,
    mute: false,
    solo: false,
    output: kind === "master" ? null : MASTER_ID,
    inserts: emptySlots(),
    clips: [],
    ...fields,
  };
}

/** A session with nothing but a master. */
export function createSession(fields: Partial<Session> = {}): Session {
  return {
    schema: SCHEMA_VERSION,
    name: "Untitled",
    sampleRate: 48_000,
    tempo: 120,
    loop: { enabled: false, startSeconds: 0, endSeconds: 0 },
    strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) },
    order: [],
    audio: {},
    ...fields,
  };
}

/** Empty insert slots for a strip. */
export function emptySlots(): null[] {
  return Array.from({ length: INSERT_SLOTS }, () => null);
}
