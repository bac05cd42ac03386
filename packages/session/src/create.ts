import { newId } from "./document/new-id.js";
import { INSERT_SLOTS, MASTER_ID, SCHEMA_VERSION, type Send, type Session, type Strip, type StripKind, type Vca } from "./schema.js";

/** A strip with everything at its neutral value: it passes its input unchanged to the master. */
export function createStrip(kind: StripKind, fields: Partial<Strip> & { id: string }): Strip {
  return {
    kind,
    name: kind === "master" ? "Master" : "",
    color: "#8a94a6",
    trimDb: 0,
    invert: [false, false],
    swap: false,
    panMode: "balance",
    pan: 0,
    dualPan: [-1, 1],
    panLawDb: null,
    width: 1,
    faderDb: 0,
    mute: false,
    solo: false,
    soloSafe: false,
    delaySeconds: 0,
    output: kind === "master" ? null : MASTER_ID,
    sends: [],
    inserts: emptySlots(),
    slotsBeforeFader: INSERT_SLOTS,
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
    markers: {},
    loop: { enabled: false, startSeconds: 0, endSeconds: 0 },
    strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) },
    order: [],
    audio: {},
    panLawDb: 0,
    solo: { listen: "in place", exclusive: false, sources: true, sends: true },
    monitor: { levelDb: 0, dim: false, dimDb: -20, mono: false, mute: false, swap: false, sides: "both" },
    vcas: {},
    lanes: {},
    ...fields,
  };
}

/** A send to a strip, after the fader at 0 dB. */
export function createSend(to: string, fields: Partial<Send> = {}): Send {
  return { id: newId(), preFader: false, levelDb: 0, pan: 0, mute: false, ...fields, to };
}

/** A VCA at 0 dB without members. */
export function createVca(fields: Partial<Vca> = {}): Vca {
  return { id: newId(), name: "", color: "#8a94a6", faderDb: 0, mute: false, solo: false, members: [], ...fields };
}

/** Empty insert slots for a strip. */
export function emptySlots(): null[] {
  return Array.from({ length: INSERT_SLOTS }, () => null);
}
