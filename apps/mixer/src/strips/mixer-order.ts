import { MASTER_ID, type Session } from "@headroom/session";
import { vcaOrder } from "../vcas/vca-order.js";

const orderOf = new WeakMap<readonly string[], { readonly strips: Session["strips"]; readonly ids: readonly string[] }>();

/** Ids of channels from left to right, then those of buses. The same array as long as nothing moved. */
export function inMixerOrder({ order, strips }: Session): readonly string[] {
  const known = orderOf.get(order);
  if (known && order.every((id) => known.strips[id]?.kind === strips[id]?.kind)) return known.ids;
  const ids = [...order.filter((id) => strips[id]?.kind !== "bus"), ...order.filter((id) => strips[id]?.kind === "bus")];
  orderOf.set(order, { strips, ids });
  return ids;
}

/** Ids of all that stands in the mixer, from left to right: strips, VCAs, the master. */
export function allInMixerOrder(session: Session): readonly string[] {
  return [...inMixerOrder(session), ...vcaOrder(session), MASTER_ID];
}
