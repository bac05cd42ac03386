import { useSession } from "../../session/use-session.js";

/** Names those of which nothing is proposed, because nothing sounds there. */
export function SilentStrips({ strips: ids }: { readonly strips: readonly string[] }) {
  const strips = useSession((session) => session.strips);
  if (ids.length === 0) return null;
  return <p className="mix-hint">Nothing sounds on {ids.map((id) => strips[id]?.name ?? id).join(", ")}, so nothing is proposed there.</p>;
}
