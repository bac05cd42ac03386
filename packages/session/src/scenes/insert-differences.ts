import { same } from "../document/share.js";
import type { Insert, Session } from "../schema.js";
import { fieldDifferences, NONE, onOff, percent, type Difference, type ValueLabels } from "./difference.js";

interface Placed { readonly insert: Insert; readonly strip: string; readonly slot: number }

/** What is different of the inserts of a strip, where they are in either mix. */
export function insertDifferences(where: string, from: Session, to: Session, stripId: string, labels: ValueLabels): Difference[] {
  const ids = [from, to].flatMap(({ strips }) => (strips[stripId]?.inserts ?? []).flatMap((insert) => insert?.id ?? []));
  return [...new Set(ids)].flatMap((id) => {
    const [old, now] = [placed(from, id), placed(to, id)];
    // One that went to another strip is told there.
    if (now && now.strip !== stripId) return [];
    const insert = (now ?? old)?.insert;
    const name = labels.plugin(insert?.plugin ?? "");
    const place = (one: Placed | undefined, session: Session) => (!one ? NONE : `${one.strip === stripId ? "" : `${session.strips[one.strip]?.name ?? ""}, `}slot ${one.slot + 1}`);
    if (!old || !now) return [{ where, what: name, from: place(old, from), to: place(now, to) }];
    const moved = old.strip === now.strip && old.slot === now.slot ? [] : [{ where, what: name, from: place(old, from), to: place(now, to) }];
    const strip = (session: Session) => (value: string | undefined) => (value === undefined ? NONE : session.strips[value]?.name ?? value);
    const sidechain = old.insert.sidechain === now.insert.sidechain ? [] : [{ where, what: `${name}: sidechain`, from: strip(from)(old.insert.sidechain), to: strip(to)(now.insert.sidechain) }];
    return [...moved, ...sidechain, ...parameterDifferences(where, name, old.insert, now.insert, labels), ...fieldDifferences(where, old.insert, now.insert, {
      bypass: [`${name}: bypass`, onOff], mix: [`${name}: mix`, percent], hosting: [`${name}: runs`, (hosting) => hosting ?? "as the session says"],
      state: [`${name}: data of its own`, (state) => (state ? `${state.data.length} letters` : NONE)],
      compare: [`${name}: settings A and B`, (compare) => `${compare?.live ?? "A"} is live`],
    })];
  });
}

function parameterDifferences(where: string, name: string, old: Insert, now: Insert, labels: ValueLabels): Difference[] {
  const write = (id: string, value: Insert["params"][string] | undefined) =>
    value === undefined ? "Default" : labels.value?.(now.plugin, id, value) ?? (typeof value === "boolean" ? onOff(value) : String(value));
  return [...new Set([...Object.keys(old.params), ...Object.keys(now.params)])]
    .filter((id) => !same(old.params[id], now.params[id]))
    .map((id) => ({ where, what: `${name}: ${labels.parameter(now.plugin, id)}`, from: write(id, old.params[id]), to: write(id, now.params[id]) }));
}

function placed({ strips }: Session, id: string): Placed | undefined {
  for (const strip of Object.values(strips)) {
    const slot = strip.inserts.findIndex((insert) => insert?.id === id);
    const insert = strip.inserts[slot];
    if (insert) return { insert, strip: strip.id, slot };
  }
  return undefined;
}
