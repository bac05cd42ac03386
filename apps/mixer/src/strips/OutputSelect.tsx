import type { Strip } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { routeTargets } from "./route-targets.js";

/** Value of the option that routes a strip nowhere. */
const NOWHERE = "";

/** Where a strip goes: the master, or a bus that it is not fed by. */
export function OutputSelect({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const session = useSession((now) => now);
  if (strip.kind === "master") return <span className="strip-output-fixed">To the speakers</span>;
  return (
    <select
      className="hr-select strip-output"
      aria-label={`Output of ${strip.name}`}
      title="Output"
      value={strip.output ?? NOWHERE}
      onChange={(event) => attempt(() => document.strips.setOutput(strip.id, event.target.value === NOWHERE ? null : event.target.value))}
    >
      {routeTargets(session, strip.id).map(({ id, name, loop }) => (
        <option key={id} value={id} disabled={loop !== undefined}>
          {loop === undefined ? name : `${name} — a loop: ${loop}`}
        </option>
      ))}
      <option value={NOWHERE}>Nowhere</option>
    </select>
  );
}
