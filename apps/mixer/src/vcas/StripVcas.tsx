import { useSession } from "../session/use-session.js";
import { vcaOrder } from "./vca-order.js";

/** A dot for each VCA that holds a strip. */
export function StripVcas({ stripId }: { readonly stripId: string }) {
  const vcas = useSession((session) => session.vcas);
  const holding = vcaOrder({ vcas }).flatMap((id) => (vcas[id]?.members.includes(stripId) === true ? [vcas[id]] : []));
  if (holding.length === 0) return null;
  const names = holding.map(({ name }) => name).join(", ");
  return (
    <span className="strip-vcas" role="img" aria-label={`Held by ${names}`} title={`Held by ${names}`}>
      {holding.map(({ id, color }) => (
        <span key={id} style={{ background: color }} />
      ))}
    </span>
  );
}
