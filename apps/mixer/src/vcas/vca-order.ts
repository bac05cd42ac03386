import type { Session } from "@headroom/session";

const orderOf = new WeakMap<Session["vcas"], readonly string[]>();
const names = new Intl.Collator("en", { numeric: true });

/** Ids of all VCAs by their names. The same array as long as none changes. */
export function vcaOrder({ vcas }: Pick<Session, "vcas">): readonly string[] {
  const known = orderOf.get(vcas) ?? Object.values(vcas).sort((a, b) => names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  orderOf.set(vcas, known);
  return known;
}
