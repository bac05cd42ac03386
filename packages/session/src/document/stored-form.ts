import * as Y from "yjs";
import type { Lane } from "../automation/lane-schema.js";
import type { Scene } from "../scenes/scene-schema.js";
import type { Clip, Insert, Marker, Send, Session, Setting, Strip, Vca } from "../schema.js";

/**
 * How a session lies in its Yjs document, below the root map "session":
 *
 *     schema, name, sampleRate, tempo, …   values
 *     loop     map                         field → value
 *     solo     map                         field → value
 *     monitor  map                         field → value
 *     markers  map                         marker id → map of its fields
 *     audio    map                         key → entry (never edited, so one value)
 *     strips   map                         strip id → map of its fields, `clips`: clip id → map, and `sends`: send id → map
 *     vcas     map                         VCA id → map of its fields, and `members`: id → true
 *     inserts  map                         insert id → map of its fields, `strip`, `slot`, `live` ("A" or "B"), setting A
 *                                          (`params`: id → value, `state`, `preset`), and `b`: map of setting B, alike
 *     order    array                       strip ids from left to right
 *     lanes    map                         lane's key → map of `target`, `mode` and `points`, the last as one value:
 *                                          what is drawn or recorded replaces many of them at a time
 *     scenes   map                         scene id → scene (one value); left out where there never was one
 *
 * An insert names its place instead of lying in it: a move changes two values, so what someone else edits on
 * the insert meanwhile is kept. For the same reason a setting stays at its place and `live` says which is heard.
 */
export const ROOT = "session";

export type Fields = Y.Map<unknown>;

/** A map directly below the root, by its name in the stored form. */
export function section(root: Fields, name: "loop" | "audio" | "solo" | "monitor"): Fields;
export function section(root: Fields, name: "strips" | "inserts" | "vcas" | "lanes" | "markers"): Y.Map<Fields>;
export function section(root: Fields, name: string): Fields | Y.Map<Fields> {
  return root.get(name) as Fields;
}

export function orderOf(root: Fields): Y.Array<string> {
  return root.get("order") as Y.Array<string>;
}

/** Writes a whole session, replacing whatever is there. */
export function writeSession(root: Fields, session: Session): void {
  const { loop, audio, strips, order, solo, monitor, vcas, lanes, markers, scenes, ...values } = session;
  root.clear();
  for (const [key, value] of Object.entries(values)) root.set(key, value);
  root.set("loop", fieldsOf(loop));
  root.set("audio", fieldsOf(audio));
  root.set("solo", fieldsOf(solo));
  root.set("monitor", fieldsOf(monitor));
  root.set("markers", new Y.Map(Object.values(markers).map((marker) => [marker.id, storedMarker(marker)])));
  root.set("vcas", new Y.Map(Object.values(vcas).map((vca) => [vca.id, storedVca(vca)])));
  root.set("strips", new Y.Map(Object.values(strips).map((strip) => [strip.id, storedStrip(strip)])));
  root.set("order", Y.Array.from(order));
  const placed = Object.values(strips).flatMap((strip) =>
    strip.inserts.flatMap((insert, slot) => (insert ? [[insert.id, storedInsert(insert, strip.id, slot)] as const] : [])));
  root.set("inserts", new Y.Map(placed));
  root.set("lanes", new Y.Map(Object.entries(lanes).map(([key, lane]) => [key, storedLane(lane)])));
  if (scenes) root.set("scenes", fieldsOf(scenes));
}

/** The map of scenes; made with the first. */
export function scenesOf(root: Fields): Y.Map<Scene> {
  if (!root.has("scenes")) root.set("scenes", new Y.Map());
  return root.get("scenes") as Y.Map<Scene>;
}

/** A strip's own fields, clips and sends; its inserts are stored beside it. */
export function storedStrip({ inserts: _, clips, sends, ...fields }: Strip): Fields {
  const stored = fieldsOf(fields);
  stored.set("sends", new Y.Map(sends.map((send) => [send.id, storedSend(send)])));
  stored.set("clips", new Y.Map(clips.map((clip) => [clip.id, storedClip(clip)])));
  return stored;
}

export function storedInsert({ params, state, preset, compare, ...fields }: Insert, strip: string, slot: number): Fields {
  const live = { params, state, preset };
  const other = compare?.other ?? { params: {} };
  const isA = compare?.live !== "B";
  const stored = storedSetting(isA ? live : other, { ...fields, strip, slot, live: isA ? "A" : "B" });
  stored.set("b", storedSetting(isA ? other : live, {}));
  return stored;
}

function storedSetting({ params, state, preset }: { [Key in keyof Setting]: Setting[Key] | undefined }, fields: object): Fields {
  const stored = fieldsOf(fields);
  stored.set("params", fieldsOf(params ?? {}));
  if (state) stored.set("state", structuredClone(state));
  if (preset) stored.set("preset", structuredClone(preset));
  return stored;
}

/** An insert's settings: maps that hold `params`, `state` and `preset`. */
export function settingsOf(insert: Fields): { readonly live: Fields; readonly other: Fields } {
  const [a, b] = [settingFields(insert, "A"), settingFields(insert, "B")];
  return insert.get("live") === "B" ? { live: b, other: a } : { live: a, other: b };
}

/** The map of one of an insert's two settings. */
export function settingFields(insert: Fields, setting: "A" | "B"): Fields {
  return setting === "A" ? insert : (insert.get("b") as Fields);
}

export function storedClip(clip: Clip): Fields {
  return fieldsOf(clip);
}

export function storedMarker(marker: Marker): Fields {
  return fieldsOf(marker);
}

export function storedSend(send: Send): Fields {
  return fieldsOf(send);
}

/** Members lie in a map, so that two people may each take one in. */
export function storedVca({ members, ...fields }: Vca): Fields {
  const stored = fieldsOf(fields);
  stored.set("members", new Y.Map(members.map((id) => [id, true])));
  return stored;
}

export function membersOf(vca: Fields | undefined): Y.Map<unknown> {
  return vca?.get("members") as Y.Map<unknown>;
}

export function storedLane(lane: Lane): Fields {
  return fieldsOf(lane);
}

function fieldsOf(values: object): Fields {
  return new Y.Map(Object.entries(structuredClone(values)));
}
