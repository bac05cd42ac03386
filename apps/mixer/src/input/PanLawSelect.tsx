import { PAN_LAWS_DB, type PanLawDb, type Strip } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";

/** Value of the option that leaves the law to the session. */
const SESSION = "";

/** How much a strip loses at the centre of its pan: its own law, or the session's. */
export function PanLawSelect({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const sessionLaw = useSession((session) => session.panLawDb);
  return (
    <select
      className="hr-select input-law"
      aria-label={`Pan law of ${strip.name}`}
      title={`Pan law: gain of both sides at the centre. The session's is ${lawText(sessionLaw)}`}
      value={strip.panLawDb ?? SESSION}
      onChange={({ target: { value } }) => attempt(() => document.strips.set(strip.id, { panLawDb: value === SESSION ? null : (Number(value) as PanLawDb) }))}
    >
      <option value={SESSION}>Session law</option>
      {PAN_LAWS_DB.map((law) => (
        <option key={law} value={law}>
          Law {lawText(law)}
        </option>
      ))}
    </select>
  );
}

function lawText(law: PanLawDb): string {
  return `${String(law).replace("-", "−")} dB`;
}
