import type { Session } from "@headroom/session";

const orderOf = new WeakMap<readonly string[], { readonly strips: Session["strips"]; readonly ids: readonly string[] }>();

/** Ids of channels from left to right, then those of buses. The same array as long as nothing moved. */
export function inMixerOrder({ order, strips }: Session): readonly string[] {
  const known = orderOf.get(order);
  if (known && order.every((id) => known.strips[id]?.kind === strips[id]?.kind)) return known.ids;
  const ids = [...order.filter((id) => strips[id]?.kind !== "bus"), ...order.filter((id) => strips[id]?.kind === "bus")];
  orderOf.set(order, { strips, ids });
  return ids;
}
