import { INSERT_SLOTS, MASTER_ID, SessionError, type Insert, type LaneTarget, type SessionDocument, type Strip } from "@headroom/session";
import { EQ, TRIM } from "./engine.browser.page.js";

/** Numbers that look random and are the same for the same seed: "mulberry32" by Tommy Ettinger. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0…1, without 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share();
  }

  flip(): boolean {
    return this.share() < 0.5;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.share() * list.length)];
  }
}

/** Whom the edits leave alone: it is heard throughout, whatever is soloed. */
export const ANCHOR = "anchor";
const MOST_CHANNELS = 10;
const LEAST_CHANNELS = 6;
const MOST_INSERTS = 12;
/** No edit makes a channel louder than it is at its neutral setting by more than this. */
const MOST_BOOST_DB = 4;

type Edit = (document: SessionDocument, dice: Dice, songSeconds: number) => void;

/** What a person does to a mix while it plays, by name. An edit that finds nothing to do does nothing. */
const EDITS: Readonly<Record<string, Edit>> = {
  "fader": (document, dice) => set(document, dice, { faderDb: dice.between(-24, 0) }),
  "pan": (document, dice) => set(document, dice, { pan: dice.between(-1, 1) }),
  "width": (document, dice) => set(document, dice, { width: dice.between(0, 1.5) }),
  "trim": (document, dice) => set(document, dice, { trimDb: dice.between(-6, 0) }),
  "polarity": (document, dice) => set(document, dice, { invert: [dice.flip(), dice.flip()] }),
  "swap": (document, dice) => set(document, dice, { swap: dice.flip() }),
  "delay": (document, dice) => set(document, dice, { delaySeconds: dice.between(0, 0.01) }),
  "mute": (document, dice) => set(document, dice, { mute: dice.share() < 0.3 }),
  "solo": (document, dice) => set(document, dice, { solo: dice.share() < 0.2 }),
  "inserts before the fader": (document, dice) => set(document, dice, { slotsBeforeFader: Math.floor(dice.between(0, INSERT_SLOTS + 1)) }),
  "output": (document, dice) => {
    const strip = dice.of(edited(document));
    if (strip) document.strips.setOutput(strip.id, dice.of([MASTER_ID, ...buses(document)]) ?? MASTER_ID);
  },
  "add a send": (document, dice) => {
    const strip = dice.of(edited(document));
    const to = dice.of(buses(document));
    if (strip && to !== undefined && strip.sends.length < 2) document.sends.add(strip.id, to, { levelDb: dice.between(-30, -12), preFader: dice.flip() });
  },
  "change a send": (document, dice) => {
    const send = dice.of(edited(document).flatMap(({ sends }) => sends));
    if (send) document.sends.set(send.id, { levelDb: dice.between(-30, -12), pan: dice.between(-1, 1), preFader: dice.flip(), mute: dice.share() < 0.3 });
  },
  "remove a send": (document, dice) => {
    const send = dice.of(edited(document).flatMap(({ sends }) => sends));
    if (send) document.sends.remove(send.id);
  },
  "add an insert": (document, dice) => {
    const strip = dice.of(edited(document));
    if (!strip || inserts(document).length >= MOST_INSERTS) return;
    const plugin = dice.flip() ? EQ : TRIM;
    document.inserts.add(strip.id, { plugin, version: "1.0.0", params: params(plugin, dice) }, Math.floor(dice.between(0, INSERT_SLOTS)));
  },
  "remove an insert": (document, dice) => {
    const insert = dice.of(inserts(document));
    if (insert && inserts(document).length > 4) document.inserts.remove(insert.id);
  },
  "move an insert": (document, dice) => {
    const insert = dice.of(inserts(document));
    const to = dice.of(edited(document));
    if (insert && to) document.inserts.move(insert.id, to.id, Math.floor(dice.between(0, INSERT_SLOTS)));
  },
  "bypass": (document, dice) => {
    const insert = dice.of(inserts(document));
    if (insert) document.inserts.setBypass(insert.id, dice.flip());
  },
  "mix of an insert": (document, dice) => {
    const insert = dice.of(inserts(document));
    if (insert) document.inserts.setMix(insert.id, dice.share());
  },
  "parameters": (document, dice) => {
    const insert = dice.of(inserts(document));
    if (insert) document.inserts.setParams(insert.id, params(insert.plugin, dice));
  },
  "automation": (document, dice, songSeconds) => {
    const target = laneTarget(document, dice);
    if (!target) return;
    document.edit("Automate", () => {
      for (let n = 0; n < 4; n++) document.lanes.addPoint(target, songSeconds + 1 + 2 * n, dice.between(-18, 0));
      document.lanes.setMode(target, "play");
    });
  },
  "end of automation": (document, dice) => {
    const lane = dice.of(Object.values(document.snapshot().lanes));
    if (lane) document.lanes.setMode(lane.target, "manual");
  },
  "copy a channel": (document, dice) => {
    const strip = dice.of(channels(document));
    if (strip && channels(document).length < MOST_CHANNELS && inserts(document).length + strip.inserts.filter(Boolean).length <= MOST_INSERTS) document.strips.copy(strip.id);
  },
  "remove a channel": (document, dice) => {
    const strip = dice.of(channels(document));
    if (strip && channels(document).length > LEAST_CHANNELS) document.strips.remove(strip.id);
  },
  "undo": (document) => document.undo(),
  "redo": (document) => document.redo(),
};

/** Makes one edit. @returns its name, with what was refused of it. */
export function editAtRandom(document: SessionDocument, dice: Dice, songSeconds: number): string {
  const [name, edit] = dice.of(Object.entries(EDITS)) ?? ["nothing", () => undefined];
  try {
    edit(document, dice, songSeconds);
    return name;
  } catch (error) {
    // A loop, or a strip without a free slot: a person is told so and goes on.
    if (error instanceof SessionError) return `${name} (refused)`;
    throw error;
  }
}

function set(document: SessionDocument, dice: Dice, fields: Parameters<SessionDocument["strips"]["set"]>[1]): void {
  const strip = dice.of(edited(document));
  if (strip) document.strips.set(strip.id, fields);
}

function params(plugin: string, dice: Dice): Insert["params"] {
  if (plugin === TRIM) return { gain: dice.between(-12, MOST_BOOST_DB) };
  const band = 1 + Math.floor(dice.between(0, 7));
  return { [`band${band}.enabled`]: true, [`band${band}.type`]: "bell", [`band${band}.frequency`]: dice.between(80, 4000), [`band${band}.gain`]: dice.between(-12, MOST_BOOST_DB) };
}

function laneTarget(document: SessionDocument, dice: Dice): LaneTarget | undefined {
  const strip = dice.of(edited(document));
  if (dice.flip()) return strip && { kind: "strip", strip: strip.id, control: "faderDb" };
  const trim = dice.of(inserts(document).filter(({ plugin }) => plugin === TRIM));
  return trim && { kind: "parameter", insert: trim.id, parameter: "gain" };
}

const edited = (document: SessionDocument): Strip[] => Object.values(document.snapshot().strips).filter(({ id, kind }) => kind !== "master" && id !== ANCHOR);
const channels = (document: SessionDocument): Strip[] => edited(document).filter(({ kind }) => kind === "channel");
const buses = (document: SessionDocument): string[] => edited(document).filter(({ kind }) => kind === "bus").map(({ id }) => id);
const inserts = (document: SessionDocument): Insert[] => edited(document).flatMap((strip) => strip.inserts.filter((slot) => slot !== null));
