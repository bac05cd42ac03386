import { useMemo, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { BoundaryDetail } from "./BoundaryDetail.js";
import { boundariesOf, inSignalOrder } from "./boundaries.js";
import { FaultLine } from "./FaultLine.js";
import { LedgerTable } from "./LedgerTable.js";
import { OverLog } from "./over-log.js";
import { OverList } from "./OverList.js";
import "./ledger.css";

/** The gain ledger as the song plays: levels at every boundary from the sources to the master. */
export function LiveLedger() {
  const { engine } = useRuntime();
  const session = useSession((now) => now);
  const [log] = useState(() => new OverLog());
  const [selected, select] = useState<string>();
  const strips = useMemo(() => inSignalOrder(session).flatMap((id) => session.strips[id] ?? []), [session]);
  const boundary = strips.flatMap(boundariesOf).find(({ key }) => key === selected);
  const reset = () => {
    engine.value?.resetMeters();
    log.clear();
  };
  return (
    <div className="gain-staging">
      <FaultLine session={session} log={log} onReset={reset} />
      <LedgerTable strips={strips} selected={boundary?.key} onSelect={select} />
      <div className="ledger-foot">
        <BoundaryDetail boundary={boundary} />
        <OverList log={log} />
      </div>
    </div>
  );
}
