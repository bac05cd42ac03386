import * as Y from "yjs";
import type { Lane } from "../automation/lane-schema.js";
import { emptySlots } from "../create.js";
import { setRoutesStraight } from "../routing.js";
import { INSERT_SLOTS, MASTER_ID, type Clip, type Insert, type Send, type Session, type Setting, type Strip, type Vca } from "../schema.js";
import { setVcasStraight } from "../vcas.js";
import { share } from "./share.js";
import { orderOf, scenesOf, section, type Fields } from "./stored-form.js";

type StripRecord = Omit<Strip, "inserts">;

const FIELD_MAPS = ["loop", "audio", "solo", "monitor"] as const;

interface InsertRecord { readonly strip: string; readonly slot: number; readonly insert: Insert }

/**
 * Reads the plain session out of its Yjs form. Only what was invalidated is read again, and whatever equals
 * the last reading is the same object as then. What concurrent edits can leave crooked (two inserts in one
 * slot, a loop in the routing, a strip twice in the order, a clip whose file was removed) is set straight, the same way for everyone.
 */
export class SnapshotReader {
  readonly #root: Fields;
  readonly #strips = new Map<string, StripRecord>();
  readonly #inserts = new Map<string, InsertRecord>();
  readonly #lanes = new Map<string, Lane>();
  #last: Session | undefined;
  #current = false;

  constructor(root: Fields) {
    this.#root = root;
  }

  /** Says what changed: the events of `root.observeDeep`, during the call. */
  invalidate(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    this.#current = false;
    for (const event of events) {
      const [name, id] = event.path;
      const records = name === "strips" ? this.#strips : name === "inserts" ? this.#inserts : name === "lanes" ? this.#lanes : undefined;
      if (typeof id === "string") records?.delete(id);
      else if (records) for (const key of event.keys.keys()) records.delete(key);
      else if (name === undefined) this.#forget(event.keys);
    }
  }

  invalidateAll(): void {
    this.#current = false;
    this.#strips.clear();
    this.#inserts.clear();
    this.#lanes.clear();
  }

  read(): Session {
    if (this.#last && this.#current) return this.#last;
    this.#current = true;
    this.#last = share(this.#last, this.#compose());
    return this.#last;
  }

  #forget(keys: ReadonlyMap<string, unknown>): void {
    if (keys.has("strips")) this.#strips.clear();
    if (keys.has("inserts")) this.#inserts.clear();
    if (keys.has("lanes")) this.#lanes.clear();
  }

  #compose(): Session {
    const root = this.#root;
    const slots = this.#slots();
    const audio = section(root, "audio").toJSON();
    const strips: Record<string, Strip> = {};
    section(root, "strips").forEach((stored, id) => {
      const record = this.#strips.get(id) ?? readStrip(stored);
      this.#strips.set(id, record);
      const clips = record.clips.filter((clip) => Object.hasOwn(audio, clip.audio));
      strips[id] = { ...record, clips, inserts: slots.get(id) ?? emptySlots() };
    });
    setRoutesStraight(strips);
    const vcas = readVcas(root);
    setVcasStraight(vcas, strips);
    const values = Object.fromEntries([...root.entries()].filter(([, value]) => !(value instanceof Y.AbstractType)));
    return {
      ...values,
      ...Object.fromEntries(FIELD_MAPS.flatMap((name) => (root.has(name) ? [[name, section(root, name).toJSON()]] : []))),
      strips,
      // What is stored in an older form has none.
      ...(root.has("vcas") && { vcas }),
      ...(root.has("markers") && { markers: section(root, "markers").toJSON() }),
      order: soundOrder(orderOf(root).toArray(), strips),
      lanes: this.#soundLanes(strips),
      // A scene is one value: the same object at each reading until it is stored again.
      ...(hasScenes(root) && { scenes: Object.fromEntries(scenesOf(root).entries()) }),
      // Content is checked when it enters (parseSession, the edits), not at each reading.
    } as Session;
  }

  /** Lanes of what is there. */
  #soundLanes(strips: Readonly<Record<string, Strip>>): Record<string, Lane> {
    const inserts = new Set(Object.values(strips).flatMap((strip) => strip.inserts.flatMap((insert) => insert?.id ?? [])));
    const lanes: Record<string, Lane> = {};
    // A document of before version 4 has none.
    const stored = this.#root.get("lanes") as Y.Map<Fields> | undefined;
    stored?.forEach((fields, key) => {
      const lane = this.#lanes.get(key) ?? (fields.toJSON() as Lane);
      this.#lanes.set(key, lane);
      const { target } = lane;
      if (target.kind === "strip" ? strips[target.strip] : inserts.has(target.insert)) lanes[key] = lane;
    });
    return lanes;
  }

  #slots(): Map<string, (Insert | null)[]> {
    const slots = new Map<string, (Insert | null)[]>();
    const stored = section(this.#root, "inserts");
    const displaced: InsertRecord[] = [];
    for (const id of [...stored.keys()].sort()) {
      const fields = stored.get(id);
      if (!fields) continue;
      const record = this.#inserts.get(id) ?? readInsert(fields);
      this.#inserts.set(id, record);
      const strip = slots.get(record.strip) ?? emptySlots();
      slots.set(record.strip, strip);
      if (record.slot < INSERT_SLOTS && strip[record.slot] === null) strip[record.slot] = record.insert;
      else displaced.push(record);
    }
    for (const { strip, insert } of displaced) {
      const free = slots.get(strip)?.indexOf(null) ?? -1;
      if (free >= 0) slots.get(strip)?.splice(free, 1, insert);
    }
    return slots;
  }
}

function hasScenes(root: Fields): boolean {
  return root.has("scenes") && scenesOf(root).size > 0;
}

function soundOrder(order: readonly string[], strips: Readonly<Record<string, Strip>>): string[] {
  const listed = [...new Set(order)].filter((id) => strips[id] && id !== MASTER_ID);
  const unlisted = Object.keys(strips).filter((id) => id !== MASTER_ID && !listed.includes(id)).sort();
  return [...listed, ...unlisted];
}

/** What lies of a strip; before version 4 there were no sends. */
type StoredStrip = Omit<StripRecord, "clips" | "sends"> & { readonly clips: Readonly<Record<string, Clip>>; readonly sends?: Readonly<Record<string, Send>> };

function readStrip(stored: Fields): StripRecord {
  const { clips, sends = {}, ...fields } = stored.toJSON() as StoredStrip;
  const byStart = Object.values(clips).sort((a, b) => a.startSeconds - b.startSeconds || (a.id < b.id ? -1 : 1));
  return { ...fields, clips: byStart, sends: Object.values(sends).sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function readVcas(root: Fields): Record<string, Vca> {
  const stored = root.get("vcas") instanceof Y.Map ? section(root, "vcas").toJSON() as Record<string, Omit<Vca, "members"> & { readonly members: object }> : {};
  return Object.fromEntries(Object.entries(stored).map(([id, vca]) => [id, { ...vca, members: Object.keys(vca.members).sort() }]));
}

/** What lies of an insert; before version 2 there was one setting. */
type StoredInsert = Omit<Insert, "compare"> & Pick<InsertRecord, "strip" | "slot"> & { readonly live?: "A" | "B"; readonly b?: Setting };

function readInsert(stored: Fields): InsertRecord {
  const { strip, slot, live = "A", b = { params: {} }, params, state, preset, ...fields } = stored.toJSON() as StoredInsert;
  const a = settingWith(params, state, preset);
  const [now, other] = live === "A" ? [a, b] : [b, a];
  const isUntouched = live === "A" && Object.keys(other.params).length === 0 && !other.state && !other.preset;
  return { strip, slot, insert: { ...fields, ...now, ...(isUntouched ? {} : { compare: { live, other } }) } };
}

function settingWith(params: Setting["params"], state: Setting["state"], preset: Setting["preset"]): Setting {
  return { params, ...(state && { state }), ...(preset && { preset }) };
}
