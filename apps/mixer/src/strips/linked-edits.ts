import { MASTER_ID, type Session, type SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import { linkedWith, selectStrip } from "./selection.js";

type Switch = "mute" | "solo" | "soloSafe";

const SWITCH_WORDS: Readonly<Record<Switch, readonly [on: string, off: string]>> = { mute: ["Mute", "Unmute"], solo: ["Solo", "Unsolo"], soloSafe: ["Solo safe for", "No solo safe for"] };

/** Mutes or solos a strip or VCA, or ends it; where it is one of several selected, all of them become what it becomes. */
export function toggleSwitch(document: SessionDocument, stripId: string, name: Switch): void {
  const session = document.snapshot();
  const isOn = !isSwitchedOn(session, stripId, name);
  editLinked(document, stripId, (count) => `${SWITCH_WORDS[name][isOn ? 0 : 1]} ${count} strips`, (id) => {
    const strip = session.strips[id];
    if (strip && (name === "mute" || strip.kind !== "master")) document.strips.set(id, { [name]: isOn });
    else if (session.vcas[id] && name !== "soloSafe") document.vcas.set(id, { [name]: isOn });
  });
}

/** Colours a strip or VCA, and those that are selected with it. @param color - "#rrggbb". */
export function recolor(document: SessionDocument, stripId: string, color: string): void {
  const { strips } = document.snapshot();
  editLinked(document, stripId, (count) => `Change colour of ${count} strips`, (id) => (strips[id] ? document.strips.recolor(id, color) : document.vcas.set(id, { color })));
}

/** Removes a strip or VCA, and those that are selected with it, and selects a neighbour. The master stays. */
export function removeStrips(document: SessionDocument, stripId: string): void {
  const before = document.snapshot();
  const ids = linkedIn(before, stripId);
  const removed = ids.length > 1 ? ids.filter((id) => id !== MASTER_ID) : ids;
  const isRemoved = attempt(() => {
    const remove = () => removed.forEach((id) => (before.vcas[id] ? document.vcas.remove(id) : document.strips.remove(id)));
    if (removed.length > 1) document.edit(`Remove ${removed.length} strips`, remove);
    else remove();
  });
  if (isRemoved) selectStrip(document.snapshot().order[before.order.indexOf(stripId)] ?? MASTER_ID);
}

/** Copies a strip, and those that are selected with it; the copy is selected. */
export function copyStrips(document: SessionDocument, stripId: string): void {
  const { strips } = document.snapshot();
  let copied: string | undefined;
  const copy = (id: string) => {
    const made = document.strips.copy(id);
    if (id === stripId) copied = made;
  };
  const ids = linkedIn(document.snapshot(), stripId).filter((id) => strips[id] && strips[id].kind !== "master");
  attempt(() => (ids.length > 1 ? document.edit(`Copy ${ids.length} strips`, () => ids.forEach(copy)) : copy(stripId)));
  if (copied !== undefined) selectStrip(copied);
}

/** Makes one edit of a strip or VCA, or of all that are selected with it as one step. */
function editLinked(document: SessionDocument, stripId: string, name: (count: number) => string, edit: (id: string) => void): void {
  const ids = linkedIn(document.snapshot(), stripId);
  attempt(() => (ids.length > 1 ? document.edit(name(ids.length), () => ids.forEach(edit)) : edit(stripId)));
}

/** As {@link linkedWith}, without what is gone. */
export function linkedIn({ strips, vcas }: Session, stripId: string): readonly string[] {
  return linkedWith(stripId).filter((id) => Object.hasOwn(strips, id) || Object.hasOwn(vcas, id));
}

function isSwitchedOn({ strips, vcas }: Session, id: string, name: Switch): boolean {
  const vca = vcas[id];
  if (vca) return name !== "soloSafe" && vca[name];
  return strips[id]?.[name] ?? false;
}
