import * as Y from "yjs";
import { same } from "./share.js";

/**
 * Makes one Yjs map hold what another holds, in another document, by changing only what differs: whatever is equal stays the
 * same to others who edit it meanwhile.
 * @param keeps - keys of `map` that are left alone.
 */
export function patchMap(map: Y.Map<unknown>, wanted: Y.Map<unknown>, keeps: readonly string[] = []): void {
  for (const key of [...map.keys()]) if (!wanted.has(key) && !keeps.includes(key)) map.delete(key);
  for (const [key, value] of wanted.entries()) {
    if (keeps.includes(key)) continue;
    const now = map.get(key);
    if (value instanceof Y.Map && now instanceof Y.Map) patchMap(now, value);
    else if (value instanceof Y.Array && now instanceof Y.Array) patchList(now, value.toArray());
    else if (value instanceof Y.AbstractType) map.set(key, value.clone());
    else if (!same(now, value)) map.set(key, structuredClone(value));
  }
}

function patchList(list: Y.Array<unknown>, wanted: readonly unknown[]): void {
  if (same(list.toArray(), wanted)) return;
  list.delete(0, list.length);
  list.insert(0, [...wanted]);
}
