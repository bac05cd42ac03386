import { MASTER_ID, routingLoop, type Session, type Strip } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";

/** Value of the option that routes a strip nowhere. */
const NOWHERE = "";

/** Where a strip goes: the master, or a bus that it is not fed by. */
export function OutputSelect({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const strips = useSession((session) => session.strips);
  if (strip.kind === "master") return <span className="strip-output-fixed">To the speakers</span>;
  return (
    <select
      className="hr-select strip-output"
      aria-label={`Output of ${strip.name}`}
      title="Output"
      value={strip.output ?? NOWHERE}
      onChange={(event) => attempt(() => document.strips.setOutput(strip.id, event.target.value === NOWHERE ? null : event.target.value))}
    >
      <option value={MASTER_ID}>Master</option>
      {possibleBuses(strips, strip.id).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value={NOWHERE}>Nowhere</option>
    </select>
  );
}

function possibleBuses(strips: Session["strips"], stripId: string): Strip[] {
  return Object.values(strips).filter(({ kind, id }) => kind === "bus" && !routingLoop(strips, stripId, id));
}
