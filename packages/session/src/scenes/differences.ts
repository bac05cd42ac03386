import { formatQuantity } from "@headroom/sdk";
import { ID_LABELS } from "../document/labels.js";
import { same } from "../document/share.js";
import { MASTER_ID, type Session, type Strip } from "../schema.js";
import { fieldDifferences, level, NONE, onOff, percent, side, type Difference, type ValueLabels, type Written } from "./difference.js";
import { insertDifferences } from "./insert-differences.js";

/**
 * What is different between two mixes, parameter by parameter, in words: strips from left to right, then what belongs to
 * the whole song. Empty where they sound and look the same.
 */
export function differences(from: Session, to: Session, labels: ValueLabels = ID_LABELS): Difference[] {
  const ids = [...new Set([...to.order, ...from.order, MASTER_ID])];
  return [...ids.flatMap((id) => stripDifferences(from, to, id, labels)), ...vcaDifferences(from, to), ...songDifferences(from, to)];
}

function stripDifferences(from: Session, to: Session, id: string, labels: ValueLabels): Difference[] {
  const [before, after] = [from.strips[id], to.strips[id]];
  if (before === after) return [];
  const where = (after ?? before)?.name || id;
  if (!before || !after) return [{ where, what: (after ?? before)?.kind === "bus" ? "Bus" : "Channel", from: before ? "There" : NONE, to: after ? "There" : NONE }];
  const output = (session: Session) => (value: string | null) => (value === null ? "Nowhere" : session.strips[value]?.name || value);
  const found = fieldDifferences(where, before, after, {
    name: ["Name", String], color: ["Colour", String], trimDb: ["Trim", level], swap: ["Sides exchanged", onOff],
    invert: ["Polarity", ([left, right]) => [left && "left", right && "right"].filter(Boolean).join(" and ") || "Normal"],
    panMode: ["Pan mode", (mode) => (mode === "dual" ? "Dual" : "Balance")], pan: ["Pan", side],
    dualPan: ["Places of the sides", ([left, right]) => `${side(left)}, ${side(right)}`],
    panLawDb: ["Pan law", (law) => (law === null ? "The session's" : level(law))], width: ["Width", percent], faderDb: ["Fader", level],
    mute: ["Mute", onOff], solo: ["Solo", onOff], soloSafe: ["Solo safe", onOff],
    delaySeconds: ["Delay", (seconds) => formatQuantity(seconds * 1000, "ms")],
    slotsBeforeFader: ["Slots before the fader", String],
  } satisfies Written<Strip>);
  if (!same(before.output, after.output)) found.push({ where, what: "Output", from: output(from)(before.output), to: output(to)(after.output) });
  return [...found, ...sendDifferences(where, from, to, before, after), ...insertDifferences(where, from, to, id, labels), ...contentDifferences(where, from, to, id)];
}

function sendDifferences(where: string, from: Session, to: Session, before: Strip, after: Strip): Difference[] {
  const ids = new Set([...before.sends, ...after.sends].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [old, now] = [before, after].map(({ sends }) => sends.find((send) => send.id === id));
    const target = (now ? to : from).strips[(now ?? old)?.to ?? ""]?.name ?? "";
    const what = `Send to ${target}`;
    if (!old || !now) return [{ where, what, from: old ? level(old.levelDb) : NONE, to: now ? level(now.levelDb) : NONE }];
    const moved = old.to === now.to ? [] : [{ where, what, from: `to ${from.strips[old.to]?.name ?? old.to}`, to: `to ${target}` }];
    return [...moved, ...fieldDifferences(where, old, now, {
      levelDb: [what, level], pan: [`${what}: pan`, side], mute: [`${what}: mute`, onOff], preFader: [`${what}: before the fader`, onOff],
    })];
  });
}

/** Clips and automation, counted: they are seen, not read. */
function contentDifferences(where: string, from: Session, to: Session, id: string): Difference[] {
  const clips = ({ strips }: Session) => strips[id]?.clips ?? [];
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
  const found: Difference[] = [];
  if (!same(clips(from), clips(to))) found.push({ where, what: "Clips", from: count(clips(from).length, "clip"), to: count(clips(to).length, "clip") });
  const owners = new Set([from, to].flatMap(({ strips }) => [id, ...(strips[id]?.inserts ?? []).flatMap((insert) => insert?.id ?? [])]));
  for (const key of new Set([...Object.keys(from.lanes), ...Object.keys(to.lanes)])) {
    const [old, now] = [from.lanes[key], to.lanes[key]];
    const target = (now ?? old)?.target;
    if (!target || !owners.has(target.kind === "strip" ? target.strip : target.insert) || same(old, now)) continue;
    const points = (lane: typeof old) => (lane ? `${count(lane.points.length, "point")}, ${lane.mode}` : NONE);
    found.push({ where, what: `Automation of ${target.kind === "parameter" ? target.parameter : target.control}`, from: points(old), to: points(now) });
  }
  return found;
}

function vcaDifferences(from: Session, to: Session): Difference[] {
  return [...new Set([...Object.keys(from.vcas), ...Object.keys(to.vcas)])].flatMap((id) => {
    const [old, now] = [from.vcas[id], to.vcas[id]];
    const where = (now ?? old)?.name || "VCA";
    if (!old || !now) return [{ where, what: "VCA", from: old ? "There" : NONE, to: now ? "There" : NONE }];
    return fieldDifferences(where, old, now, { name: ["Name", String], faderDb: ["Fader", level], mute: ["Mute", onOff], solo: ["Solo", onOff], members: ["Members", (members) => String(members.length)] });
  });
}

function songDifferences(from: Session, to: Session): Difference[] {
  const names = ({ order, strips }: Session) => order.map((id) => strips[id]?.name || id).join(", ");
  const kept = (order: readonly string[], other: Session) => order.filter((id) => other.strips[id]);
  const moved = same(kept(from.order, to), kept(to.order, from)) ? [] : [{ where: "Song", what: "Order of the strips", from: names(from), to: names(to) }];
  return [...moved, ...fieldDifferences("Song", from, to, {
    tempo: ["Tempo", (tempo) => `${tempo} BPM`],
    loop: ["Loop", ({ enabled, startSeconds, endSeconds }) => (enabled ? `${startSeconds.toFixed(2)} s … ${endSeconds.toFixed(2)} s` : "Off")],
    panLawDb: ["Pan law", level], hosting: ["Plugins run", (hosting) => hosting ?? "as the engine does"],
    solo: ["Solo mode", ({ listen, exclusive }) => `${listen}${exclusive ? ", one at a time" : ""}`],
  })];
}
